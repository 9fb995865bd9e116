"""All SEN Support of one detailed school: first the written stories, then everybody else."""

from datetime import date
from uuid import UUID

from goldenthread.demo.larkmere.ground import Ground, Pupil
from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.pupils import PupilWriter
from goldenthread.demo.larkmere.rows import RegistrationGroupRow, SenStatusRow
from goldenthread.demo.larkmere.school_calendar import TERMS, days_between
from goldenthread.demo.larkmere.schools import HOLLOW_OAK, School
from goldenthread.demo.larkmere.seed import Keys, random_for
from goldenthread.demo.larkmere.staff import SchoolStaff, StaffMember
from goldenthread.demo.larkmere.stories import STORIES, stories_begun_at, stories_of
from goldenthread.demo.larkmere.stories.placing import StoryPlacer
from goldenthread.demo.larkmere.stories.telling import ABSENCES
from goldenthread.demo.larkmere.support.catalogue import TIMED
from goldenthread.demo.larkmere.support.diary import Diary, When
from goldenthread.demo.larkmere.support.drawing import HistoryDrawer, SchoolCast
from goldenthread.demo.larkmere.support.everyday import everyday_worries
from goldenthread.demo.larkmere.support.script import Actor, Promise, Script
from goldenthread.demo.larkmere.support.timetable import Ledger
from goldenthread.demo.larkmere.support.writing import SchoolBook, ScriptWriter


class SchoolSupport:
    """Writes two years of SEN Support for every pupil of a school who has or had it."""

    def __init__(self, ground: Ground, school: School, part: Part, keys: Keys, staff: SchoolStaff,
                 groups: list[RegistrationGroupRow]) -> None:  # fmt: skip
        self._ground, self._school, self._part, self._keys, self._staff = ground, school, part, keys, staff
        self._groups = {group.name: group for group in groups}
        self._rng = random_for("support", school.plan.name)
        self._cast = _school_cast(ground, school, staff, groups)
        self._book = SchoolBook(part, keys, school.key, self._cast.senco, ground.catalogue, ground.services)
        by_slug = {slug: actor_of(member) for slug, member in staff.by_slug.items()}
        teachers = list(self._cast.teachers.values())
        self._diary = Diary(self._rng, self._cast.assistants, teachers, not self._cast.moves_up, by_slug)

    def write(self, writer: PupilWriter) -> None:
        self._write_stories()
        reasons: dict[tuple[UUID, object], str] = {}
        for pupil in writer.told:
            if pupil.status == "K" or pupil.support_ended_on:
                script = self._history(writer, pupil)
                self._write(pupil.key, pupil.given_name, script)
                worry = script.worries[0]
                reasons[pupil.key, worry.decided_on] = worry.reason
        self._match_reasons(reasons)
        without = [pupil for pupil in writer.told if pupil.status == "N" and not pupil.support_ended_on]
        for pupil, script in everyday_worries(self._rng, without, self._cast, self._school.inset_pattern):
            self._write(pupil.key, pupil.given_name, script)
        rng = random_for("ledger", self._school.plan.name)
        Ledger(self._book, rng, self._school.inset_pattern, self._away()).write()

    def _away(self) -> dict[tuple[UUID, date], str]:
        """Days on which an adult named in a story was away, for everybody they teach."""
        pattern = self._school.inset_pattern
        return {
            (self._staff.by_slug[slug].key, found): reason
            for slug, first, last, reason in ABSENCES if slug in self._staff.by_slug
            for found in days_between(first, last, pattern)
        }  # fmt: skip

    def _write_stories(self) -> None:
        name = self._school.plan.name
        placer = StoryPlacer(self._ground, self._school, self._part, self._keys, self._rng, self._staff)
        for story in stories_begun_at(name):
            placed = placer.place_former(story, STORIES.index(story))
            self._write_story(placed.child, story.called, placer.tell_former(story, placed))
        for story in stories_of(name):
            placed = placer.place(story, STORIES.index(story), self._groups[story.class_name])
            self._write_story(placed.child, story.called, placer.tell(story, placed))

    def _write_story(self, child: UUID, called: str, script: Script) -> None:
        """Stories come first, so that nobody else is given the times they name."""
        for turn in script.turns:
            for promise in turn.promises:
                if promise.kind == TIMED and turn.starts_on and turn.ends_on:
                    first, last = turn.starts_on, turn.ends_on
                    terms = tuple(n for n, t in enumerate(TERMS) if t.from_on <= last and first <= t.until_on)
                    for person in (promise.by.name, child):
                        self._diary.book(terms, person, (*promise.when, *_made_up_times(promise)))
        self._write(child, called, script)

    def _history(self, writer: PupilWriter, pupil: Pupil) -> Script:
        rng = random_for("support", pupil.key)
        agrees = _young_person(writer, pupil) if pupil.year >= 12 else None
        drawer = HistoryDrawer(rng, pupil, self._cast, self._diary, self._school.inset_pattern, agrees)
        return drawer.draw()

    def _write(self, child: UUID, called: str, script: Script) -> None:
        ScriptWriter(self._book, child, called).write(script)

    def _match_reasons(self, reasons: dict[tuple[UUID, object], str]) -> None:
        """The register gives the reason that the decision gave."""
        rows = self._part.rows[SenStatusRow]
        for n, row in enumerate(rows):
            reason = reasons.get((row.child, row.from_on))
            if reason and row.status == "K":
                rows[n] = row._replace(reason=reason)


def _made_up_times(promise: Promise) -> When:
    """Weekday and time of the extra sessions that replace missed ones."""
    usual = promise.when[0][1]
    return tuple(
        (absence.made_up_on.weekday(), absence.made_up_at or usual)
        for absence in promise.absences
        if absence.made_up_on
    )


def actor_of(member: StaffMember) -> Actor:
    return Actor(member.key, member.name, member.job_title)


def _school_cast(ground: Ground, school: School, staff: SchoolStaff, groups: list[RegistrationGroupRow],
                 ) -> SchoolCast:  # fmt: skip
    teachers = {group.name: actor_of(staff.teachers[group.key]) for group in groups}
    advisers = {slug: Actor(*told) for slug, told in ground.advisers.items()}
    return SchoolCast(
        actor_of(staff.head), actor_of(staff.senco), actor_of(staff.cover[0]),
        [actor_of(member) for member in staff.assistants], teachers, advisers, school.plan.name != HOLLOW_OAK,
    )  # fmt: skip


def _young_person(writer: PupilWriter, pupil: Pupil) -> Actor:
    """The person whom a pupil over compulsory school age is in their own right."""
    key = writer.write_young_person(pupil)
    return Actor(key, f"{pupil.given_name} {pupil.family_name}", "young person")
