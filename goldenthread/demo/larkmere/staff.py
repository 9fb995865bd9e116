"""Staff of a school: head, SENCO, data manager, a teacher for each class, assistants, cover; governors."""

from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import UUID

from goldenthread.demo.larkmere import names
from goldenthread.demo.larkmere.cast import CAST, CastMember, cast_of
from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.rows import AssignmentRow, PersonRow, QualificationRow, RegistrationGroupRow
from goldenthread.demo.larkmere.schools import School
from goldenthread.demo.larkmere.seed import Keys

_HEAD_TITLES = {
    "secondary": "Headteacher",
    "sixth form": "Principal",
    "alternative provision": "Head of centre",
}


@dataclass(slots=True)
class StaffMember:
    key: UUID
    name: str  # Mr Daniel Lane
    role: str
    job_title: str
    slug: str = ""


@dataclass(slots=True)
class SchoolStaff:
    """The adults of one school, by what they do."""

    head: StaffMember
    senco: StaffMember
    data_manager: StaffMember
    teachers: dict[UUID, StaffMember] = field(default_factory=dict)  # by registration group
    assistants: list[StaffMember] = field(default_factory=list)
    cover: list[StaffMember] = field(default_factory=list)
    by_slug: dict[str, StaffMember] = field(default_factory=dict)

    @property
    def may_know_addresses(self) -> tuple[UUID, ...]:
        return (self.head.key, self.senco.key, self.data_manager.key)


class StaffRoom:
    """Writes staff rows of one organisation, with the named cast first."""

    def __init__(self, rng: Random, keys: Keys, part: Part, organisation: UUID, name: str) -> None:
        self._rng, self._keys, self._part = rng, keys, part
        self._organisation = organisation
        self._slug = names.plain_letters(name.split(" School")[0])
        self._cast = cast_of(name)
        self._written = 0

    def write(
        self,
        role: str,
        job_title: str,
        group: UUID | None = None,
        member: CastMember | None = None,
    ) -> StaffMember:
        """One member of staff: the named one if given, else somebody invented."""
        title, given, family = member[2:5] if member else self._somebody()
        key = self._keys.new()
        self._written += 1
        email = names.email(given, family, self._written, "example.org").replace("@", f".{self._slug}@")
        telephone = names.london_telephone(self._rng)
        self._part.add(
            PersonRow(
                key,
                title,
                given,
                family,
                email,
                "",
                telephone,
                None,
                "English",
                False,
                "standard",
                "e-mail",
                None,
            ),
            AssignmentRow(self._keys.new(), key, self._organisation, role, job_title, group, self._since(role), None),
        )
        if member:
            self._part.people[member.slug] = key
        return StaffMember(key, f"{title} {given} {family}", role, job_title, member.slug if member else "")

    def of_role(self, role: str) -> list[CastMember]:
        return [member for member in self._cast if member.role == role]

    def _somebody(self) -> tuple[str, str, str]:
        rng = self._rng
        heritage = names.any_heritage(rng)
        sex = "F" if rng.random() < 0.74 else "M"
        title = "Mr" if sex == "M" else names.one_of(rng, ("Ms", "Mrs", "Miss", "Mrs"))
        return title, names.adult_name(rng, heritage, sex), names.one_of(rng, heritage.families)

    def _since(self, role: str) -> date:
        if role == "governor":
            return date(int(2023 + self._rng.random() * 3), 10, 1)
        return date(int(2011 + self._rng.random() ** 0.6 * 15), 9, 1)


def write_staff(
    rng: Random,
    keys: Keys,
    part: Part,
    school: School,
    groups: list[RegistrationGroupRow],
) -> SchoolStaff:
    """Everybody who works at a school."""
    room = StaffRoom(rng, keys, part, school.key, school.plan.name)
    head_title = _HEAD_TITLES.get(school.plan.phase, "Headteacher")
    staff = SchoolStaff(
        _one(room, "head teacher", head_title),
        _one(room, "senco", "SENCO"),
        _one(room, "data manager", "Data manager"),
    )
    _write_teachers(room, staff, school, groups)
    by_name = {group.name: group.key for group in groups}
    for member in room.of_role("teaching assistant"):
        group = by_name.get(member.registration_group)
        staff.assistants.append(room.write(member.role, member.job_title, group, member))
    for number in range(max(2, school.roll // 58) - len(staff.assistants)):
        group = groups[number % len(groups)].key if school.plan.phase != "secondary" else None
        staff.assistants.append(room.write("teaching assistant", "Teaching assistant", group))
    staff.cover.append(_one(room, "cover teacher", "Cover teacher"))
    for member in room.of_role("governor"):
        room.write("governor", member.job_title, None, member)
    _write_qualifications(rng, keys, part, staff)
    _index(staff)
    return staff


def _one(room: StaffRoom, role: str, job_title: str) -> StaffMember:
    named = room.of_role(role)
    if named:
        return room.write(role, named[0].job_title, None, named[0])
    return room.write(role, job_title)


def _write_teachers(
    room: StaffRoom,
    staff: SchoolStaff,
    school: School,
    groups: list[RegistrationGroupRow],
) -> None:
    named = {member.registration_group: member for member in room.of_role("class teacher")}
    kind = "Tutor" if school.plan.first_year >= 7 else "Class teacher"
    for group in groups:
        member = named.get(group.name)
        job_title = member.job_title if member else f"{kind}, {group.name}"
        staff.teachers[group.key] = room.write("class teacher", job_title, group.key, member)


def _write_qualifications(rng: Random, keys: Keys, part: Part, staff: SchoolStaff) -> None:
    if rng.random() < 0.3:
        name, gained = "National professional qualification for SENCOs", date(2026, 3, 20)
    else:
        name, gained = "National Award for SEN Co-ordination", date(int(2012 + rng.random() * 12), 7, 1)
    part.add(QualificationRow(keys.new(), staff.senco.key, name, gained, None))
    courses = (
        "Paediatric first aid",
        "Speech and language support in class, level 3",
        "Precision teaching",
        "Emotional literacy support assistant",
        "Autism in schools: making sense",
        "Team handling",
    )
    for assistant in staff.assistants:
        course = names.one_of(rng, courses)
        gained = date(int(2023 + rng.random() * 3), int(1 + rng.random() * 7), 14)
        lapses = gained.replace(year=gained.year + 3) if course in ("Paediatric first aid", "Team handling") else None
        part.add(QualificationRow(keys.new(), assistant.key, course, gained, lapses))


def _index(staff: SchoolStaff) -> None:
    everyone = [
        staff.head,
        staff.senco,
        staff.data_manager,
        *staff.teachers.values(),
        *staff.assistants,
        *staff.cover,
    ]
    staff.by_slug = {member.slug: member for member in everyone if member.slug}


def role_of(slug: str) -> CastMember:
    """The cast member with this slug."""
    return next(member for member in CAST if member.slug == slug)
