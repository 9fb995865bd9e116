"""The history of a child without a written story: concern, cycles, talks, notes, profile."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.larkmere.ground import Pupil
from goldenthread.demo.larkmere.school_calendar import (
    SCHOOL_YEAR,
    TERMS,
    TODAY,
    days_between,
    school_day_on_or_after,
    school_day_on_or_before,
)
from goldenthread.demo.larkmere.support.diary import Diary
from goldenthread.demo.larkmere.support.phrases import Phrases
from goldenthread.demo.larkmere.support.script import (
    Actor,
    Note,
    Profile,
    Referral,
    Script,
    Talk,
    Turn,
    Worry,
)
from goldenthread.demo.larkmere.support.stock import STOCK, general
from goldenthread.demo.larkmere.support.stock.model import NeedStock
from goldenthread.demo.larkmere.support.turns import Cast, Progress, TurnDrawer

_FIRST_YEAR = TERMS[0].school_year
_SERVICE_OF = {
    "calloway": "Larkmere Children's Speech and Language Therapy",
    "ankrah": "Larkmere Educational Psychology Service",
    "kinsella": "Larkmere Child and Adolescent Mental Health Service",
    "fenton": "Larkmere Specialist Teaching Service",
    "howlett": "Larkmere Sensory Support Service",
    "parekh": "Larkmere Children's Occupational Therapy and Physiotherapy",
}


@dataclass(slots=True)
class SchoolCast:
    """The adults of a school as scripts need them."""

    head: Actor
    senco: Actor
    cover: Actor
    assistants: list[Actor]
    teachers: dict[str, Actor]  # by class name: 4B
    advisers: dict[str, Actor]  # by slug
    moves_up: bool  # tutors go up with their group; class teachers stay with the year

    def teacher_of(self, class_name: str, years_ago: int) -> Actor:
        """Who taught the child then: the same tutor, or the teacher who has that year's class."""
        if self.moves_up or years_ago == 0:
            return self.teachers[class_name]
        year = 0 if class_name[0] == "R" else int(class_name[:-1])
        code = "R" if year - years_ago <= 0 else str(year - years_ago)
        return self.teachers.get(f"{code}{class_name[-1]}", self.teachers[class_name])


def rights_pass_on(year: int) -> date:
    """The day a pupil now in this year group holds the rights: after the last Friday in June of Year 11.

    Source: Education Act 1996 s.8 and Children and Families Act 2014 s.83(2).
    """
    june = date(SCHOOL_YEAR - year + 12, 6, 30)
    return june - timedelta(days=(june.weekday() - 4) % 7) + timedelta(days=1)


def _weekday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


class HistoryDrawer:
    """Draws one child's script."""

    def __init__(self, rng: Random, pupil: Pupil, school: SchoolCast, diary: Diary, inset_pattern: int,
                 agrees: Actor | None) -> None:  # fmt: skip
        self._rng, self._pupil, self._school, self._inset = rng, pupil, school, inset_pattern
        self._stock: NeedStock = STOCK[pupil.needs[0]]
        self._phrases = Phrases(rng, pupil.given_name, pupil.sex)
        self._child = Actor(None, pupil.given_name, "child" if pupil.year < 12 else "young person")
        acting = [adult for adult in pupil.family.adults if adult.relationship != "step-parent"]
        self._family = tuple(Actor(adult.key, adult.name, adult.relationship) for adult in acting)
        self._interpreters = tuple(adult.interpreter_language for adult in acting)
        self._agrees = agrees or self._family[0]
        progress = Progress(rng.triangular(0.25, 1.3, 0.95), self._rate())
        strands = list(self._stock.strands)
        rng.shuffle(strands)
        second = STOCK.get(pupil.needs[1])
        if second and pupil.needs[1] != pupil.needs[0]:
            strands.insert(1, second.strands[int(rng.random() * len(second.strands))])
        progress.strands = tuple(strands)
        self._turns = TurnDrawer(rng, self._phrases, self._stock, diary, inset_pattern, pupil.key, progress,
                                 pupil.support_ended_on)  # fmt: skip
        if agrees:
            self._child = agrees

    def _rate(self) -> float:
        """The share of sessions this child gets: nine in ten for most, six in ten for a few."""
        if self._rng.random() < 0.07:
            return self._rng.uniform(0.55, 0.68)
        return self._rng.uniform(0.86, 0.985)

    def draw(self) -> Script:
        worry = self._worry()
        turns = self._all_turns(worry)
        first = turns[0].assessed_on if turns else worry.raised_on
        return Script(
            (worry,), turns, self._talks(first), self._notes(first), self._referrals(turns), self._profiles(first)
        )

    def _worry(self) -> Worry:
        """The concern that began it. A child carried over has one raised by the SENCO on joining."""
        rng, pupil, stock = self._rng, self._pupil, self._stock
        if pupil.carried_over:
            decided = school_day_on_or_after(pupil.joined_on + timedelta(days=6 + int(rng.random() * 9)), self._inset)
            words = "Came to us on SEN Support. The transfer file and the last review were read with the family."
            return Worry(
                pupil.joined_on, self._school.senco, "professional", words, "See the former school's reviews",
                pupil.joined_on, decided, self._school.senco, "SEN Support",
                "The need is still there; support goes on and a new plan is made here.", decided,
            )  # fmt: skip
        decided = pupil.status_since
        raised = max(pupil.joined_on, decided - timedelta(days=6 + int(rng.random() * 22)))
        tried = self._phrases.one(stock.tried)
        reason = self._phrases.one(stock.reasons)
        told = min(_weekday(decided + timedelta(days=int(rng.random() * 3))), TODAY)
        if rng.random() < 0.45:
            by, raised_as, words = self._family[0], "parent", self._phrases.one(stock.parent_worries)
        else:
            if raised >= TERMS[0].from_on:
                raised = school_day_on_or_after(raised, self._inset)
            by, raised_as = self._teacher(raised), "teacher"
            words = self._phrases.one(stock.teacher_worries)
        replied = min(_weekday(raised + timedelta(days=int(rng.random() * 3))), decided)
        return Worry(
            raised, by, raised_as, words, tried, replied, decided, self._school.senco, "SEN Support", reason, told
        )

    def _teacher(self, day: date) -> Actor:
        year = day.year if day.month >= 8 else day.year - 1
        return self._school.teacher_of(self._pupil.group_name, max(0, SCHOOL_YEAR - year))

    def _all_turns(self, worry: Worry) -> tuple[Turn, ...]:
        decided = worry.decided_on
        assert decided
        begin = max(self._pupil.joined_on, decided)
        turns = []
        free_from = begin + timedelta(days=2)
        for index, term in enumerate(TERMS):
            if term.from_on > TODAY or term.until_on < free_from + timedelta(days=14 if term.until_on < TODAY else 0):
                continue
            if self._pupil.support_ended_on and not self._fits_before_end(term.from_on):
                break
            year = self._pupil.year - (SCHOOL_YEAR - term.school_year)
            cast = self._cast(term.from_on)
            turn = self._turns.draw(index, year, free_from, cast)
            turns.append(turn)
            if turn.held is None:
                break
            free_from = turn.held.on + timedelta(days=4)
        return tuple(turns)

    def _fits_before_end(self, term_start: date) -> bool:
        ended = self._pupil.support_ended_on
        return ended is not None and term_start + timedelta(days=40) < ended

    def _cast(self, day: date) -> Cast:
        """The people around the child on a day; the say is the parent's until the rights pass."""
        adviser = self._school.advisers[self._stock.adviser]
        agrees = self._agrees if day >= rights_pass_on(self._pupil.year) else self._family[0]
        teacher = self._teacher(day)
        return Cast(teacher, self._school.senco, self._family, self._interpreters, agrees, self._child, adviser)

    def _days(self, first: date, how_many: float) -> list[date]:
        """Some school days since the first, in order, this many a year on average."""
        last = self._pupil.support_ended_on or TODAY - timedelta(days=1)
        days = days_between(first, last, self._inset)
        wanted = min(len(days), int(len(days) / 190 * how_many + self._rng.random()))
        return sorted(self._rng.sample(days, wanted))

    def _talks(self, first: date) -> tuple[Talk, ...]:
        talks = []
        for day in self._days(first, 4.5):
            channel, about, words, agreed = general.TALKS[int(self._rng.random() * len(general.TALKS))]
            by = self._school.senco if self._rng.random() < 0.4 else self._teacher(day)
            who = self._family[int(self._rng.random() ** 2 * len(self._family))]
            talks.append(Talk(day, channel, by, who, about, self._phrases.fill(words), agreed))
        return tuple(talks)

    def _notes(self, first: date) -> tuple[Note, ...]:
        notes = []
        for day in self._days(first, 5):
            words = self._phrases.one(general.NOTES_OLDER if self._pupil.year >= 7 else general.NOTES_YOUNGER)
            notes.append(Note(day, self._teacher(day), words, self._rng.random() < 0.85))
        return tuple(notes)

    def _referrals(self, turns: tuple[Turn, ...]) -> tuple[Referral, ...]:
        held = [turn.held for turn in turns if turn.held]
        asked = next((review.on for review in held if review.outcome == "step up to specialists"), None)
        if asked is None and held and self._rng.random() < 0.14:
            asked = held[0].on
        if asked is None:
            return ()
        steps: list[date | None] = []
        day = asked + timedelta(days=3)
        for wait in (14, 48, 16, 12):
            day = day + timedelta(days=int(wait * self._rng.uniform(0.6, 1.7)))
            steps.append(school_day_on_or_after(day, self._inset) if day < TODAY else None)
            day = steps[-1] or date(2027, 6, 1)
        service = _SERVICE_OF[self._stock.adviser]
        reason = "Gain smaller than hoped; advice wanted on what to change"
        asked_on = school_day_on_or_before(min(asked + timedelta(days=2), TODAY), self._inset)
        kept = [step if step and step < TODAY else None for step in steps]
        return (Referral(service, reason, max(asked_on, asked), *kept),)

    def _profiles(self, first: date) -> tuple[Profile, ...]:
        profiles = []
        for year in range(_FIRST_YEAR, SCHOOL_YEAR + 1):
            earliest = max(first + timedelta(days=5), date(year, 9, 14) + timedelta(days=int(self._rng.random() * 40)))
            if earliest >= min(date(year + 1, 7, 1), TODAY):
                continue
            if self._pupil.support_ended_on and earliest >= self._pupil.support_ended_on:
                break
            profiles.append(self._profile(school_day_on_or_after(earliest, self._inset)))
        return tuple(profile for profile in profiles if profile.written_on < TODAY)

    def _profile(self, day: date) -> Profile:
        older, stock, phrases = self._pupil.year >= 7, self._stock, self._phrases
        teacher = self._teacher(day)
        return Profile(
            day, teacher, True,
            phrases.one(general.LIKES_OLDER if older else general.LIKES_YOUNGER),
            phrases.one(general.MATTERS_OLDER if older else general.MATTERS_YOUNGER),
            " ".join(self._rng.sample(stock.helps, 3)),
            " ".join(self._rng.sample(stock.hinders, 2)),
            phrases.one(stock.communicates), self._readers(day, teacher),
        )  # fmt: skip

    def _readers(self, day: date, teacher: Actor) -> tuple[tuple[Actor, date | None], ...]:
        rng = self._rng
        readers = [teacher, self._school.cover, *rng.sample(self._school.assistants, 2)]
        if self._school.moves_up:
            others = [a for a in self._school.teachers.values() if a.key != teacher.key]
            readers += rng.sample(others, 4)
        found: list[tuple[Actor, date | None]] = []
        for reader in readers:
            read_on = day + timedelta(days=int(rng.random() ** 2 * 12))
            read_on = school_day_on_or_after(read_on, self._inset)
            unread = rng.random() < (0.09 if day >= date(2026, 9, 1) else 0.01)
            found.append((reader, None if unread or read_on >= TODAY else read_on))
        return tuple(found)
