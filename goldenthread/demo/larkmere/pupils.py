"""Pupils of one school: who they are, their families, enrolments and SEN status."""

from datetime import date, timedelta
from random import Random
from uuid import UUID

from goldenthread.demo.larkmere import identifiers, names
from goldenthread.demo.larkmere.families import Family
from goldenthread.demo.larkmere.ground import Ground, Pupil
from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.rows import (
    ChildRow,
    EnrolmentRow,
    RegistrationGroupRow,
    RelationshipRow,
    WithheldAddressRow,
)
from goldenthread.demo.larkmere.school_calendar import SCHOOL_YEAR
from goldenthread.demo.larkmere.schools import School
from goldenthread.demo.larkmere.seed import Keys
from goldenthread.demo.larkmere.sen import JOINED, StatusWriter, day_between, need_types, write_needs
from goldenthread.demo.larkmere.staff import SchoolStaff
from goldenthread.demo.larkmere.year_groups import (
    born_in_year,
    entered,
    first_day,
    last_day,
    school_year_of,
    year_code,
)


class PupilWriter:
    """Writes the pupils of one school."""

    def __init__(self, ground: Ground, school: School, part: Part, keys: Keys, rng: Random, staff: SchoolStaff) -> None:
        self._ground, self._school, self._part, self._keys, self._rng = ground, school, part, keys, rng
        self._staff = staff
        self._status = StatusWriter(rng, keys, part, school.key, staff.senco.key)
        self._children = part.rows[ChildRow]
        self._enrolments = part.rows[EnrolmentRow]
        self._relationships = part.rows[RelationshipRow]
        self.told: list[Pupil] = []

    def write(self, year: int, group: RegistrationGroupRow, status: str, resourced: bool) -> None:
        """One pupil on roll today."""
        rng, school = self._rng, self._school
        sex = "M" if rng.random() < {"N": 0.495, "K": 0.62, "E": 0.71}[status] else "F"
        born_on = born_in_year(rng, year)
        joined_on, former = self._joined(year)
        family = self._ground.families.for_child(rng, self._keys, self._part, school.plan.outward_code, born_on.year)
        child = self._write_child(year, sex, born_on, family, former[2] if former else school)
        self._write_relationships(child.key, family, joined_on)
        if former:
            self._enrolments.append(
                EnrolmentRow(
                    self._keys.new(),
                    child.key,
                    former[0],
                    "C",
                    former[1],
                    former[3],
                    former[4],
                    None,
                    False,
                    former[5],
                )
            )
        enrolment = self._enrol(child.key, year, group, joined_on, resourced)
        since = self._status.history(child.key, status, joined_on, former[:2] if former else None)
        needs = ("", "")
        if status != "N":
            needs = need_types(rng, status, year, school.plan.phase, school.is_detailed)
            if resourced and school.plan.resourced_need:
                needs = (
                    school.plan.resourced_need,
                    "" if needs[1] == school.plan.resourced_need else needs[1],
                )
            write_needs(self._keys, self._part, child.key, school.key, needs, since)
        if school.is_detailed:
            self._tell(child, sex, year, group, status, needs, enrolment.from_on, since, family)

    def _tell(
        self,
        child: ChildRow,
        sex: str,
        year: int,
        group: RegistrationGroupRow,
        status: str,
        needs: tuple[str, str],
        joined_on: date,
        since: date,
        family: Family,
    ) -> None:
        """Keep what the SEN Support of a detailed school needs to know of a pupil."""
        ended_on = None
        if status == "N" and self._status.ended_here:
            since, ended_on = self._status.ended_here
            needs = need_types(self._rng, "K", year, self._school.plan.phase, True)
            write_needs(self._keys, self._part, child.key, self._school.key, needs, since, ended_on)
        given, family_name = child.preferred_given_name, child.preferred_family_name
        self.told.append(
            Pupil(child.key, given, family_name, sex, year, group.key, group.name, status, needs, joined_on, since,
                  since < joined_on, family, ended_on)
        )  # fmt: skip

    def write_young_person(self, pupil: Pupil) -> UUID:
        """The person of a pupil who acts for themselves, with contact details of their own."""
        return self._ground.families.write_person(
            self._rng, self._keys, self._part, "", pupil.given_name, pupil.family_name, pupil.family.home,
            child=pupil.key,
        )  # fmt: skip

    def write_leaver(self, year: int) -> None:
        """A pupil who has left for another area; one in eight was on SEN Support here."""
        rng, school, ground = self._rng, self._school, self._ground
        born_on = born_in_year(rng, year)
        sex = "M" if rng.random() < 0.51 else "F"
        joined_on = first_day(SCHOOL_YEAR - (year - school.plan.first_year))
        left_on = day_between(rng, max(joined_on + timedelta(days=120), date(2024, 10, 1)), date(2026, 11, 13))
        family = ground.families.new_family(rng, self._keys, self._part, school.plan.outward_code)
        child = self._write_child(year, sex, born_on, family, school)
        self._write_relationships(child.key, family, joined_on)
        left_year = year - (SCHOOL_YEAR - school_year_of(left_on))
        self._enrolments.append(
            EnrolmentRow(
                self._keys.new(),
                child.key,
                school.key,
                "C",
                joined_on,
                left_on,
                year_code(left_year),
                None,
                False,
                "Moved out of the area",
            )
        )
        self._status.put(child.key, "N", joined_on, JOINED)
        if rng.random() < 0.125:
            since = day_between(rng, joined_on + timedelta(days=30), left_on - timedelta(days=30))
            self._status.put(child.key, "K", since, "Progress below that of others after a term of help in class")
            write_needs(
                self._keys,
                self._part,
                child.key,
                school.key,
                need_types(rng, "K", year, school.plan.phase),
                since,
            )

    def attend_also(self, group: RegistrationGroupRow, child: UUID) -> None:
        """A pupil of another school who comes here for part of the week."""
        since = day_between(self._rng, date(2026, 9, 10), date(2026, 11, 12))
        self._enrolments.append(
            EnrolmentRow(
                self._keys.new(),
                child,
                self._school.key,
                "S",
                since,
                None,
                group.year_group,
                group.key,
                False,
                "",
            )
        )

    def _joined(self, year: int) -> tuple[date, tuple[UUID, date, School, date, str, str] | None]:
        """The day a pupil joined and, for some, the school before.

        The former school: key, first day, the school that gave the number, last day, year left in, reason.
        """
        rng, plan = self._rng, self._school.plan
        started = SCHOOL_YEAR - year
        first_year = plan.first_year
        joined_on = first_day(SCHOOL_YEAR - (year - first_year))
        if first_year > 0 and plan.phase in ("secondary", "all-through", "junior", "sixth form"):
            before = self._school_before(first_year, started, year)
            if before is not None:
                last_on = last_day(joined_on.year - 1)
                reason = "Moved to the next phase"
                giver = self._ground.upn_giver(before)
                return joined_on, (
                    before.key,
                    first_day(entered(before, started)),
                    giver,
                    last_on,
                    str(first_year - 1),
                    reason,
                )
        if rng.random() < 0.045 and joined_on < date(2026, 1, 1) and plan.phase in ("primary", "secondary"):
            return self._moved_in(year, joined_on)
        return joined_on, None

    def _school_before(self, first_year: int, started: int, year: int) -> School | None:
        rng, plan = self._rng, self._school.plan
        if plan.phase == "junior":
            return self._ground.schools[self._school.index - 1] if rng.random() < 0.9 else None
        if rng.random() < (0.07 if plan.type_code != "11" else 0.8):
            return None
        if first_year == 12:
            secondaries = [s for s in self._ground.schools if s.plan.phase == "secondary" and not s.plan.sixth_form]
            return secondaries[int(rng.random() * len(secondaries))]
        return self._ground.feeder(rng, started) if plan.phase == "secondary" or rng.random() < 0.5 else None

    def _moved_in(self, year: int, joined: date) -> tuple[date, tuple[UUID, date, School, date, str, str]]:
        """A pupil who came from another school of the area during a school year."""
        rng, school = self._rng, self._school
        others = [
            s
            for s in self._ground.schools
            if s.plan.phase == school.plan.phase
            and s is not school
            and s.plan.type_code != "11"
            and s.plan.last_year == school.plan.last_year
        ]
        other = others[int(rng.random() * len(others))]
        moved_on = day_between(rng, max(joined + timedelta(days=60), date(2023, 9, 20)), date(2026, 11, 6))
        left_year = year - (SCHOOL_YEAR - school_year_of(moved_on))
        last_on = moved_on - timedelta(days=3 if moved_on.weekday() == 0 else 1)
        former = (
            other.key,
            joined,
            self._ground.upn_giver(other),
            last_on,
            year_code(left_year),
            "Moved to another school in the area",
        )
        return moved_on, former

    def _enrol(
        self, child: UUID, year: int, group: RegistrationGroupRow, joined_on: date, resourced: bool
    ) -> EnrolmentRow:
        rng, school = self._rng, self._school
        status = "C"
        if school.plan.phase == "secondary" and year in (8, 9, 10, 11) and rng.random() < 0.0036:
            status = "M"
            self._ground.dual.append((child, year))
        row = EnrolmentRow(
            self._keys.new(),
            child,
            school.key,
            status,
            joined_on,
            None,
            year_code(year),
            group.key,
            resourced,
            "",
        )
        self._enrolments.append(row)
        return row

    def _write_child(self, year: int, sex: str, born_on: date, family: Family, giver: School) -> ChildRow:
        rng, ground = self._rng, self._ground
        heritage = family.heritage if rng.random() < 0.6 else family.other_heritage
        given = names.child_name(rng, heritage, sex)
        family_name = family.family_name
        if family.looked_after:
            family_name = names.one_of(rng, heritage.families)
        upn, temporary, former_upn = self._number(year, giver)
        uln = nhs_number = ""
        if rng.random() < 0.01:
            ground.number_serial += 1
            uln = identifiers.uln(ground.number_serial) if year >= 10 else ""
            nhs_number = identifiers.nhs_number(ground.number_serial)
        row = ChildRow(
            self._keys.new(),
            upn,
            temporary,
            former_upn,
            uln,
            nhs_number,
            given,
            family_name,
            names.preferred_name(rng, given),
            family_name,
            born_on,
            sex,
            names.ethnicity_of(rng, family.heritage, family.other_heritage),
            names.first_language(rng, family.heritage),
            family.home,
            family.looked_after,
            rng.random() < 0.23,
        )
        self._children.append(row)
        return row

    def _number(self, year: int, giver: School) -> tuple[str, bool, str]:
        """UPN, whether it is temporary, and the temporary one held before."""
        rng, ground = self._rng, self._ground
        if self._school.plan.phase == "nursery" and rng.random() < 0.5:
            return "", False, ""
        chance = rng.random()
        if chance < 0.0016:
            return ground.next_temporary_upn(self._school.establishment_number), True, ""
        former = ground.next_temporary_upn(self._school.establishment_number) if chance < 0.003 else ""
        given_in = min(SCHOOL_YEAR, SCHOOL_YEAR - max(year, 0))
        return ground.next_upn(giver.establishment_number, given_in), False, former

    def _write_relationships(self, child: UUID, family: Family, joined_on: date) -> None:
        rng, keys = self._rng, self._keys
        for order, adult in enumerate(family.adults, 1):
            self._relationships.append(
                RelationshipRow(
                    keys.new(),
                    child,
                    adult.key,
                    adult.relationship,
                    adult.parental_responsibility,
                    adult.lives_with,
                    order,
                    adult.relationship != "step-parent",
                    adult.evidence,
                    joined_on,
                    None,
                    self._school.key,
                    joined_on,
                    None,
                    "",
                )
            )
        if len(family.adults) == 1 and not family.looked_after and rng.random() < 0.004:
            self._part.add(
                WithheldAddressRow(
                    keys.new(),
                    child,
                    family.home,
                    "Address withheld at the parent's request for safety",
                    joined_on,
                    self._staff.head.key,
                    (*self._staff.may_know_addresses, family.adults[0].key),
                )
            )
