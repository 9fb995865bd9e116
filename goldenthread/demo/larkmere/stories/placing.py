"""Puts the children of the stories into their schools, with their families, and tells their stories."""

from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import UUID

from goldenthread.demo.larkmere import identifiers
from goldenthread.demo.larkmere.families import write_home
from goldenthread.demo.larkmere.ground import Ground
from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.places import any_home
from goldenthread.demo.larkmere.rows import (
    ChildRow,
    EnrolmentRow,
    PersonRow,
    RegistrationGroupRow,
    RelationshipRow,
    SenStatusRow,
    WithheldAddressRow,
)
from goldenthread.demo.larkmere.school_calendar import SCHOOL_YEAR
from goldenthread.demo.larkmere.schools import FAIRMEAD, School
from goldenthread.demo.larkmere.seed import Keys
from goldenthread.demo.larkmere.sen import CARRIED_OVER, JOINED, write_needs
from goldenthread.demo.larkmere.staff import SchoolStaff
from goldenthread.demo.larkmere.stories.telling import Story, StoryAdult, Who
from goldenthread.demo.larkmere.support.script import Actor, Script

FEEDER = "Fairmead Green Primary School"


@dataclass(slots=True)
class Placed:
    """A child of a story once written: their key and family."""

    child: UUID
    family: dict[str, Actor] = field(default_factory=dict)
    homes: dict[str, UUID] = field(default_factory=dict)


class StoryPlacer:
    """Writes story children into one school's part."""

    def __init__(self, ground: Ground, school: School, part: Part, keys: Keys, rng: Random,
                 staff: SchoolStaff) -> None:  # fmt: skip
        self._ground, self._school, self._part, self._keys, self._rng = ground, school, part, keys, rng
        self._staff = staff

    def place(self, story: Story, number: int, group: RegistrationGroupRow) -> Placed:
        """A child on roll here today."""
        placed = self._ground.placed.get(story.slug) or self._write_child(story, number, story.former_school)
        self._ground.placed[story.slug] = placed
        keys, child = self._keys, placed.child
        self._former_enrolment(story, child)
        code = "R" if story.year == 0 else str(story.year)
        self._part.add(
            EnrolmentRow(keys.new(), child, self._school.key, "C", story.joined_on, None, code, group.key, False, "")
        )
        self._statuses(story, child, here=True)
        since = next((day for status, day, _reason in story.statuses if status == "K"), story.joined_on)
        until = story.statuses[-1][1] if story.status_today == "N" else None
        write_needs(keys, self._part, child, self._school.key, story.needs, max(since, story.joined_on), until)
        return placed

    def place_former(self, story: Story, number: int) -> Placed:
        """A child who was here and has moved on to the other detailed school."""
        placed = self._ground.placed[story.slug] = self._write_child(story, number, story.former_school)
        self._statuses(story, placed.child, here=False)
        since = next(day for status, day, _reason in story.statuses if status == "K")
        write_needs(self._keys, self._part, placed.child, self._school.key, story.needs, since, story.former_until)
        return placed

    def who(self, placed: Placed, called: str) -> Who:
        """Everybody a story of this school may name."""
        people = {
            slug: Actor(member.key, member.name, member.job_title) for slug, member in self._staff.by_slug.items()
        }
        people |= {slug: Actor(*told) for slug, told in self._ground.advisers.items()}
        people |= placed.family
        people.setdefault("child", Actor(None, called, "child"))
        return Who(people)

    def tell(self, story: Story, placed: Placed) -> Script:
        return story.tell(self.who(placed, story.called))

    def tell_former(self, story: Story, placed: Placed) -> Script:
        assert story.tell_former
        return story.tell_former(self.who(placed, story.called))

    def _write_child(self, story: Story, number: int, former: str) -> Placed:
        keys, ground = self._keys, self._ground
        placed = Placed(keys.new())
        self._part.children[story.slug] = placed.child
        for adult in story.adults:
            if adult.home and adult.home not in placed.homes:
                outward = self._school.plan.outward_code if adult.home == "home" else "QX8"
                placed.homes[adult.home] = write_home(keys, self._part, any_home(self._rng, outward))
        giver = self._giver(story)
        self._part.add(
            ChildRow(
                placed.child, ground.next_upn(giver.establishment_number, SCHOOL_YEAR - story.year), False, "",
                self._uln(story, number), self._nhs_number(number), story.given_name, story.family_name, story.called,
                story.family_name, story.born_on, story.sex, story.ethnicity, story.first_language,
                placed.homes["home"], story.looked_after, False,
            )
        )  # fmt: skip
        for order, adult in enumerate(story.adults, 1):
            self._part.people[f"{story.slug}/{adult.slug}"] = self._adult(story, placed, order, adult)
        if story.has_own_account:
            key = self._person("", story.given_name, story.family_name, placed.homes["home"], child=placed.child)
            self._part.people[f"{story.slug}/child"] = key
            placed.family["child"] = Actor(key, f"{story.called} {story.family_name}", "young person")
        if story.withheld and story.withheld_from:
            may_know = (*self._staff.may_know_addresses, *(a.key for a in placed.family.values() if a.key))
            self._part.add(
                WithheldAddressRow(keys.new(), placed.child, placed.homes["home"], story.withheld, story.withheld_from,
                                   self._staff.head.key, may_know[:4])
            )  # fmt: skip
        return placed

    def _giver(self, story: Story) -> School:
        name = story.former_school or (FEEDER if self._school.plan.name == FAIRMEAD else self._school.plan.name)
        return next(school for school in self._ground.schools if school.plan.name == name)

    @staticmethod
    def _uln(story: Story, number: int) -> str:
        return identifiers.uln(900_000 + number * 13) if story.year >= 10 else ""

    @staticmethod
    def _nhs_number(number: int) -> str:
        return next(found for n in range(20) if (found := identifiers.nhs_number(910_000 + number * 20 + n)))

    def _adult(self, story: Story, placed: Placed, order: int, adult: StoryAdult) -> UUID:
        home = placed.homes[adult.home] if adult.home else None
        key = self._person(adult.title, adult.given_name, adult.family_name, home, adult)
        name = f"{adult.title} {adult.given_name} {adult.family_name}"
        placed.family[adult.slug] = Actor(key, name, adult.relationship)
        self._part.add(
            RelationshipRow(
                self._keys.new(), placed.child, key, adult.relationship, adult.parental_responsibility,
                adult.home == "home", order, adult.may_act, adult.evidence, adult.checked_on, self._staff.senco.key,
                self._school.key, adult.checked_on, None, adult.note,
            )
        )  # fmt: skip
        return key

    def _person(self, title: str, given: str, family: str, home: UUID | None, adult: StoryAdult | None = None,
                child: UUID | None = None) -> UUID:  # fmt: skip
        """A person with contact details, none at all where no address is on file."""
        if home is None:
            key = self._keys.new()
            row = (key, title, given, family, "", "", "", None, "English", False, "standard", "post", None)
            self._part.add(PersonRow(*row))
            return key
        language, interpreter, form, channel = ("English", False, "standard", "portal")
        if adult:
            language, interpreter, form, channel = adult.language, adult.interpreter, adult.format, adult.channel
        return self._ground.families.write_person(
            self._rng, self._keys, self._part, title, given, family, home, language, interpreter, form, channel, child
        )

    def _former_enrolment(self, story: Story, child: UUID) -> None:
        """Where the child was before, if that was in the area; a Year 7 or 8 child came from a primary here."""
        if story.former_from is None or story.former_until is None:
            return
        school = self._giver(story)
        year = str(story.year - (SCHOOL_YEAR - story.former_until.year) - 1)
        reason = "Moved to the next phase"
        self._part.add(
            EnrolmentRow(self._keys.new(), child, school.key, "C", story.former_from, story.former_until, year, None,
                         False, reason)
        )  # fmt: skip

    def _statuses(self, story: Story, child: UUID, here: bool) -> None:
        """The rows this school recorded. What came before joining was recorded by the school before."""
        started = story.former_from or story.joined_on
        before_joining = bool(story.former_school)
        if not before_joining or not here:
            self._status(child, "N", started, JOINED)
        for status, day, reason in story.statuses:
            earlier = day < story.joined_on
            if before_joining and here and earlier:
                continue
            if here or earlier:
                self._status(child, status, day, reason)
        if before_joining and here:
            self._status(child, story.status_today, story.joined_on, CARRIED_OVER)

    def _status(self, child: UUID, status: str, day: date, reason: str) -> None:
        by = None if reason == JOINED else self._staff.senco.key
        key = self._keys.new()
        self._part.add(SenStatusRow(key, child, self._school.key, status, day, day, reason, by))
