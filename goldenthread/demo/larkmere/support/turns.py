"""One generated cycle of one child: dates, voices, targets, doses, review."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from goldenthread.demo.larkmere.school_calendar import (
    TERMS,
    TODAY,
    Term,
    days_between,
    monday_of,
    school_day_on_or_after,
    school_day_on_or_before,
    school_week,
)
from goldenthread.demo.larkmere.support.catalogue import CATALOGUE, PROFESSIONAL, TIMED
from goldenthread.demo.larkmere.support.diary import Diary, Terms
from goldenthread.demo.larkmere.support.phrases import Phrases, number, said_date
from goldenthread.demo.larkmere.support.script import (
    Actor,
    Came,
    Check,
    Gauge,
    Goal,
    Held,
    Promise,
    Reading,
    Turn,
    Voice,
)
from goldenthread.demo.larkmere.support.stock import general
from goldenthread.demo.larkmere.support.stock.model import DoseStock, NeedStock, Strand

_TIMES = (time(8, 30), time(15, 15), time(15, 30), time(15, 45), time(16, 0), time(14, 30))


@dataclass(slots=True)
class Cast:
    """The adults around one child in one school year, and the child."""

    teacher: Actor
    senco: Actor
    family: tuple[Actor, ...]
    interpreters: tuple[str, ...]  # language for each of the family, "" for most
    agrees: Actor  # parent, or the young person once the rights are theirs
    child: Actor
    adviser: Actor


@dataclass(slots=True)
class Progress:
    """How one child is getting on: each strand's value, and how fast and how surely support reaches them."""

    pace: float
    rate: float
    values: dict[str, float] = field(default_factory=dict)
    strands: tuple[Strand, ...] = ()
    last_goals: tuple[str, ...] = ()
    last_doses: tuple[str, ...] = ()
    poor_cycles: int = 0


@dataclass(slots=True)
class TurnDrawer:
    """Draws the cycles of one child."""

    rng: Random
    phrases: Phrases
    stock: NeedStock
    diary: Diary
    inset_pattern: int
    child: object
    progress: Progress
    ends_support_on: date | None = None

    def draw(self, index: int, year: int, not_before: date, cast: Cast) -> Turn:
        """The cycle of one term for a child who is in this year group then."""
        rng, term = self.rng, TERMS[index]
        first = max(term.from_on + timedelta(days=5 + int(rng.random() * 9)), not_before)
        assessed_on = school_day_on_or_after(first, self.inset_pattern)
        voices = self._voices(assessed_on, year, cast)
        planned_on = school_day_on_or_after(assessed_on + timedelta(days=3 + int(rng.random() * 6)), self.inset_pattern)
        if planned_on > TODAY:
            return Turn(assessed_on, cast.teacher, voices)
        starts_on = self._start(planned_on)
        review_due_on, ends_on = self._end(term, starts_on)
        held_on = self._held_on(review_due_on)
        terms = tuple(n for n, t in enumerate(TERMS) if t.from_on <= ends_on and starts_on <= t.until_on)
        agreed_on, agreed_by, how = self._agreement(planned_on, starts_on, cast)
        goals = self._goals(year, starts_on, review_due_on, held_on, cast)
        promises = self._promises(terms, year, goals, starts_on, held_on, cast)
        self.progress.last_goals = tuple(goal.gauge.name for goal, _strand in goals)
        self.progress.last_doses = tuple(promise.code for promise in promises)
        plain = tuple(goal for goal, _strand in goals)
        held = self._held(held_on, plain, promises, year) if held_on else None
        return Turn(
            assessed_on, cast.teacher, voices, planned_on, agreed_on, agreed_by, how, starts_on, ends_on,
            school_week(starts_on, ends_on), plain, promises, review_due_on,
            _TIMES[int(rng.random() * len(_TIMES))], "SENCO's office", held, self._present(cast, held, promises),
        )  # fmt: skip

    def _start(self, planned_on: date) -> date:
        monday = monday_of(planned_on + timedelta(days=6 + int(self.rng.random() * 3)))
        return school_day_on_or_after(max(monday, planned_on + timedelta(days=1)), self.inset_pattern)

    def _end(self, term: Term, starts_on: date) -> tuple[date, date]:
        """Review day and last day: late in the term, or after twelve school weeks when it began late."""
        if self.ends_support_on and term.from_on <= self.ends_support_on <= term.until_on:
            return self.ends_support_on, self.ends_support_on
        spare = (term.until_on - starts_on).days
        if spare < 34:
            wanted = starts_on + timedelta(days=98)
            review = school_day_on_or_after(wanted, self.inset_pattern)
            return review, review
        back = 2 + int(self.rng.random() * 17)
        review = school_day_on_or_before(term.until_on - timedelta(days=back), self.inset_pattern)
        if term.until_on >= TODAY and review <= TODAY:
            review = school_day_on_or_after(TODAY + timedelta(days=3 + back), self.inset_pattern)
        if term.until_on >= TODAY and self.rng.random() < 0.04:
            review = school_day_on_or_before(TODAY - timedelta(days=1 + back // 6), self.inset_pattern)
        friday = school_day_on_or_before(monday_of(review) + timedelta(days=4), self.inset_pattern)
        return review, max(friday, review)

    def _held_on(self, due: date) -> date | None:
        if due >= TODAY or (TODAY - due).days < 8:
            return None
        if due == self.ends_support_on or self.rng.random() < 0.9:
            return due
        late = school_day_on_or_after(due + timedelta(days=1 + int(self.rng.random() * 4)), self.inset_pattern)
        return min(late, school_day_on_or_before(TODAY - timedelta(days=1), self.inset_pattern))

    def _agreement(self, planned_on: date, starts_on: date, cast: Cast) -> tuple[date | None, Actor | None, str]:
        rng = self.rng
        if rng.random() < 0.05:
            return None, None, "not reached: letter sent, two calls"
        late = rng.random() < 0.06
        latest = starts_on + timedelta(days=9) if late else starts_on
        agreed_on = min(planned_on + timedelta(days=int(rng.random() * 8)), latest)
        if agreed_on > TODAY:
            return None, None, ""
        return agreed_on, cast.agrees, self.phrases.one(general.AGREED_HOW)

    def _voices(self, on: date, year: int, cast: Cast) -> tuple[Voice, ...]:
        rng, phrases, stock = self.rng, self.phrases, self.stock
        voices = []
        if rng.random() < 0.9:
            words = phrases.one(stock.child_older if year >= 7 else stock.child_younger)
            way = "written" if year >= 7 and rng.random() < 0.4 else "drawing" if rng.random() < 0.12 else "spoken"
            voices.append(Voice("child", None, on, way, words, f"with {cast.teacher.name}"))
        if cast.family and rng.random() < 0.84:
            which = 1 if len(cast.family) > 1 and rng.random() < 0.25 else 0
            language = cast.interpreters[which]
            through = f"through a {language} interpreter" if language else ""
            voices.append(Voice("parent", cast.family[which], on, "spoken", phrases.one(stock.parent), through))
        words = f"{phrases.one(stock.teacher)}{self._last_check()}"
        voices.append(Voice("teacher", cast.teacher, on, "written", words))
        if rng.random() < 0.24:
            voices.append(Voice("professional", cast.adviser, on, "report", phrases.one(stock.professional)))
        return tuple(voices)

    def _last_check(self) -> str:
        """What the last cycle's measure said, for the teacher to begin from."""
        if not self.progress.last_goals:
            return ""
        gauge = next(s.gauge for s in self.progress.strands if s.gauge.name == self.progress.last_goals[0])
        return f" Last check of '{gauge.name.lower()}': {number(self.progress.values[gauge.name])} {gauge.unit}."

    def _goals(self, year: int, starts_on: date, due: date, held_on: date | None, cast: Cast,
               ) -> list[tuple[Goal, Strand]]:  # fmt: skip
        fitting = [s for s in self.progress.strands if s.years[0] <= year <= s.years[1]] or [self.progress.strands[0]]
        wanted = 1 if self.rng.random() < 0.25 else 2
        goals: list[tuple[Goal, Strand]] = []
        for strand in fitting:
            if len(goals) < wanted and not any(goal.gauge is strand.gauge for goal, _s in goals):
                goal = self._goal(strand, starts_on, due, held_on, cast)
                if goal:
                    goals.append((goal, strand))
        return goals or [(self._restart(fitting[0], starts_on, due, held_on, cast), fitting[0])]

    def _restart(self, strand: Strand, starts_on: date, due: date, held_on: date | None, cast: Cast) -> Goal:
        """A harder form of a target that has been reached: the measure begins again."""
        self.progress.values[strand.gauge.name] = float(strand.start[0])
        goal = self._goal(strand, starts_on, due, held_on, cast)
        assert goal
        return goal

    def _goal(self, strand: Strand, starts_on: date, due: date, held_on: date | None, cast: Cast) -> Goal | None:
        rng, gauge, values = self.rng, strand.gauge, self.progress.values
        low, high = strand.start
        base = values.setdefault(gauge.name, float(low + int(rng.random() * (high - low + 1))))
        sign = 1 if gauge.direction == "up" else -1
        step = max(1, round(strand.gain * rng.uniform(0.85, 1.2)))
        aim = float(min(gauge.highest, max(gauge.lowest, base + sign * step)))
        if aim == base:
            return None
        reached = self.progress.pace * rng.uniform(0.55, 1.35)
        value = float(min(gauge.highest, max(gauge.lowest, round(base + (aim - base) * reached))))
        readings = self._readings(starts_on, held_on or min(due, TODAY - timedelta(days=1)), due, base, value, gauge)
        words = self.phrases.fill(strand.target, base=number(base), aim=number(aim), due=said_date(due))
        continues = self.progress.last_goals.index(gauge.name) + 1 if gauge.name in self.progress.last_goals else 0
        goal = Goal(words, strand.area, gauge, base, aim, cast.teacher, readings, continues=continues)
        if held_on is None:
            return goal
        values[gauge.name] = value
        share = (value - base) / (aim - base)
        outcome = "met" if share >= 1 else "partly" if share >= 0.4 else "not yet"
        shown = {"met": strand.met, "partly": strand.partly, "not yet": strand.not_yet}[outcome]
        return goal._replace(outcome=outcome, value=value, shown_by=self.phrases.one(shown, aim=number(aim)))

    def _readings(self, starts_on: date, last: date, due: date, base: float, value: float, gauge: Gauge,
                  ) -> tuple[Reading, ...]:  # fmt: skip
        days = days_between(starts_on, last, self.inset_pattern)[::11]
        whole = max(1, (due - starts_on).days)
        low, high = gauge.lowest, gauge.highest
        found = [Reading(starts_on, base)] if days else []
        for day in days[1:]:
            at = base + (value - base) * (day - starts_on).days / whole
            found.append(Reading(day, float(min(high, max(low, round(at + self.rng.uniform(-0.6, 0.6)))))))
        if days and last > days[-1] and last < TODAY - timedelta(days=2):
            found.append(Reading(last, value))
        return tuple(found)

    def _promises(self, terms: Terms, year: int, goals: list[tuple[Goal, Strand]], starts_on: date,
                  held_on: date | None, cast: Cast) -> tuple[Promise, ...]:  # fmt: skip
        found: list[Promise] = []
        codes: set[str] = set()
        for n, (goal, strand) in enumerate(goals, 1):
            for place, dose in enumerate(strand.doses):
                if dose.code in codes or (place == 1 and len(goals) == 2 and self.rng.random() < 0.3):
                    continue
                codes.add(dose.code)
                found.append(self._promise(terms, year, n, goal, dose, starts_on, held_on, cast))
        return tuple(found)

    def _promise(self, terms: Terms, year: int, goal_number: int, goal: Goal, dose: DoseStock, starts_on: date,
                 held_on: date | None, cast: Cast) -> Promise:  # fmt: skip
        entry = CATALOGUE[dose.code]
        decision = effect = ""
        if held_on:
            decision, effect = self._effect(goal, dose)
        last = self.progress.last_doses
        continues = last.index(dose.code) + 1 if dose.code in last else 0
        what, expertise = self.phrases.fill(dose.what), self.phrases.fill(dose.expertise)
        if entry.kind == TIMED:
            if dose.group_size > 1:
                term = TERMS[terms[0]]
                place = self.diary.in_group(
                    dose.code, entry.name, terms, f"{term.name.lower()} {starts_on.year}", year, self.child, dose.times,
                    dose.minutes, dose.group_size,
                )  # fmt: skip
            else:
                place = self.diary.alone(dose.code, terms, self.child, dose.times, dose.minutes)
            return Promise(
                entry.kind, dose.code, what, place.leader, expertise, goal_number, dose.minutes, dose.times,
                "week", dose.group_size, dose.place, place.when, place.label, self.progress.rate,
                decision=decision, effect=effect, continues=continues,
            )  # fmt: skip
        by = cast.adviser if entry.kind == PROFESSIONAL else cast.teacher
        times = 1 if entry.kind == PROFESSIONAL else 0
        return Promise(
            entry.kind, dose.code, what, by, expertise, goal_number, 0, times, "term", 0, "",
            checks=self._checks(entry.kind, starts_on, held_on), decision=decision, effect=effect, continues=continues,
        )  # fmt: skip

    def _checks(self, kind: str, starts_on: date, held_on: date | None) -> tuple[Check, ...]:
        days = days_between(starts_on, held_on or TODAY - timedelta(days=1), self.inset_pattern)[9::27]
        if kind == PROFESSIONAL:
            return tuple(Check(day, True, "Visit made; page of advice received") for day in days[-1:])
        checks: list[Check] = []
        for day in days:
            there = self.rng.random() < self.progress.rate + 0.04
            checks.append(Check(day, there, "" if there else "Not in place; put right the same week"))
        return tuple(checks)

    def _effect(self, goal: Goal, dose: DoseStock) -> tuple[str, str]:
        chance = self.rng.random()
        if goal.outcome == "met":
            return (
                ("stop", "Done its work; no longer needed.") if chance < 0.18 else ("keep", self.phrases.one(dose.kept))
            )
        if goal.outcome == "partly":
            return (
                ("keep", self.phrases.one(dose.kept)) if chance < 0.45 else ("change", self.phrases.one(dose.changed))
            )
        return (
            ("change", self.phrases.one(dose.changed)) if chance < 0.7 else ("stop", "No effect that anyone could see.")
        )

    def _held(self, on: date, goals: tuple[Goal, ...], promises: tuple[Promise, ...], year: int) -> Held:
        older, phrases = year >= 7, self.phrases
        met = sum(goal.outcome == "met" for goal in goals)
        missed = sum(goal.outcome == "not yet" for goal in goals)
        self.progress.poor_cycles = self.progress.poor_cycles + 1 if missed and not met else 0
        works = met == len(goals) or not any(promise.decision == "change" for promise in promises)
        outcome = self._outcome(on, works)
        reason = phrases.one(general.REASON[outcome])
        child: tuple[str, ...]
        if met == len(goals):
            child = general.CHILD_GOOD_OLDER if older else general.CHILD_GOOD
            said: tuple[tuple[str, ...], ...] = (child, general.PARENT_GOOD, general.TEACHER_GOOD)
        elif missed and not met:
            child = general.CHILD_POOR_OLDER if older else general.CHILD_POOR
            said = (child, general.PARENT_POOR, general.TEACHER_POOR)
        else:
            child = general.CHILD_MIXED_OLDER if older else general.CHILD_MIXED
            said = (child, general.PARENT_MIXED, general.TEACHER_MIXED)
        return Held(on, outcome, reason, *(phrases.one(sentences) for sentences in said))

    def _outcome(self, on: date, works: bool) -> str:
        if on == self.ends_support_on:
            return "end SEN Support"
        if self.progress.poor_cycles >= 2:
            self.progress.poor_cycles = 0
            return "step up to specialists"
        return "continue" if works else "change"

    def _present(self, cast: Cast, held: Held | None, promises: tuple[Promise, ...]) -> tuple[Came, ...]:
        rng = self.rng

        def came(likely: float) -> bool | None:
            return rng.random() < likely if held else None

        present = [Came(cast.teacher, came(0.97)), Came(cast.senco, came(0.86))]
        for n, adult in enumerate(cast.family):
            there = came(0.8 if n == 0 else 0.35)
            how = ("in person", "in person", "by phone", "by video")[int(rng.random() * 4)] if there else ""
            present.append(Came(adult, there, how))
        spoke = bool(held and held.child_said)
        present.append(Came(cast.child, came(0.7), "in person" if not held or rng.random() < 0.7 else "sent words"))
        if any(CATALOGUE[promise.code].kind == PROFESSIONAL for promise in promises) and spoke:
            present.append(Came(cast.adviser, came(0.4), "by video"))
        return tuple(entry if entry.came is not False else entry._replace(how="") for entry in present)
