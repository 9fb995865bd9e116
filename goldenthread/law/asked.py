"""What somebody asked, read from the address and written back to it: codes and dates, and nothing else.

Whatever in an address is not a known code or a possible date is dropped, so no name or sentence can travel in a link
that this page makes. Decision record: docs/decisions/0130-a-link-of-codes-and-dates.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sendlaw.events import LAST_DAY, LAW_BEGAN

from .questions import NONE, QUESTIONS, UNKNOWN, Question
from .questions.shapes import day_of
from .what_happened import BEGINNINGS, Beginning, OtherDay

ON = "on"
FIRST_DAY = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the law: what happened, on which day, and the answers so far by their key in the address.

    on: None while it is not given. answers: each in its one spelling; only those that fit what was asked before.
    """

    beginning: Beginning
    on: date | None
    answers: Mapping[str, str]

    @property
    def other_days(self) -> Mapping[str, OtherDay]:
        return {one.event: one for one in self.beginning.other_days}

    @property
    def questions(self) -> Mapping[str, Question]:
        """The questions that matter after the answers so far, in order."""
        return {question.name: question for question in self._questions()}

    def _questions(self) -> Iterator[Question]:
        for name in self.beginning.asks:
            question = QUESTIONS[name]
            if question.only_if is None or self.answers.get(question.only_if[0]) in question.only_if[1]:
                yield question

    @property
    def steps(self) -> tuple[str, ...]:
        """The keys of all that is asked, in order."""
        return (ON, *self.other_days, *self.questions)

    @property
    def open_step(self) -> str | None:
        """The first that is not answered; None when the answer can be shown."""
        given = {ON} if self.on else set()
        return next((step for step in self.steps if step not in given and step not in self.answers), None)

    def before(self, step: str) -> str | None:
        """The step before this one; None before the first."""
        at = self.steps.index(step)
        return self.steps[at - 1] if at else None

    def with_answer(self, step: str, value: str) -> Asked:
        """The same with one answer more, or changed; what no longer fits is dropped."""
        if step == ON:
            return _fitting(self.beginning, day_of(value), self.answers)
        return _fitting(self.beginning, self.on, {**self.answers, step: value})

    def without(self, step: str) -> Asked:
        """The same without the answer to a step, as it is while that step is asked again."""
        if step == ON:
            return replace(self, on=None)
        return replace(self, answers={key: value for key, value in self.answers.items() if key != step})

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Everything for an address, in the order of the steps."""
        day = ((ON, self.on.isoformat()),) if self.on else ()
        answered = ((step, self.answers[step]) for step in self.steps if step in self.answers)
        return (("event", self.beginning.event), *day, *answered)

    @property
    def query(self) -> str:
        return urlencode(self.pairs)

    @property
    def known_days(self) -> dict[str, date]:
        """The days of other events that were given."""
        days = {event: day_of(self.answers.get(event, "")) for event in self.other_days}
        return {event: day for event, day in days.items() if day is not None}

    @property
    def facts(self) -> dict[str, object]:
        """What the answers tell sendlaw."""
        told: dict[str, object] = {}
        for name, question in self.questions.items():
            if name in self.answers:
                told |= question.tells(self.answers[name])
        return told

    @property
    def not_known(self) -> tuple[str, ...]:
        """The keys answered "I do not know"."""
        return tuple(step for step in self.steps if self.answers.get(step) == UNKNOWN)


def read(given: Mapping[str, str]) -> Asked | None:
    """The question that an address asks; None when it names nothing that can have happened."""
    beginning = BEGINNINGS.get(given.get("event", ""))
    return None if beginning is None else _fitting(beginning, day_of(given.get(ON, "")), given)


def _fitting(beginning: Beginning, on: date | None, given: Mapping[str, str]) -> Asked:
    """The answers that are answers, each to a question that is asked and with a day that can be."""
    asked = Asked(beginning, on if on is None or not day_problem(beginning, on) else None, {})
    for event in asked.other_days:
        value = given.get(event, "")
        if value == UNKNOWN or (day_of(value) and not problem(asked, event, value)):
            asked = replace(asked, answers={**asked.answers, event: value})
    for name in beginning.asks:
        question = QUESTIONS[name]
        if question.name not in asked.questions:
            continue
        read_as = question.read(given.get(question.name, ""))
        if read_as is not None and not problem(asked, question.name, read_as):
            asked = replace(asked, answers={**asked.answers, question.name: read_as})
    return asked


def day_problem(beginning: Beginning, day: date) -> str:
    """What is wrong with the day of the event, as a sentence; "" when nothing is."""
    if not FIRST_DAY <= day <= LAST_DAY:
        return _year_problem()
    if day < LAW_BEGAN and not beginning.birth:
        return _("The date must be on or after %(day)s, when this law began") % {"day": _written(LAW_BEGAN)}
    return ""


def problem(asked: Asked, step: str, value: str) -> str:
    """What is wrong with the days of an answer, as a sentence; "" when nothing is."""
    if value in (UNKNOWN, NONE):
        return ""
    days = [day for day in map(day_of, value.split(",")) if day is not None]
    if not all(FIRST_DAY <= day <= LAST_DAY for day in days):
        return _year_problem()
    other = asked.other_days.get(step)
    if other is not None:
        return _other_day_problem(asked, other, days[0])
    if asked.on is not None and asked.questions[step].from_start and any(day < asked.on for day in days):
        return _("The date must be on or after %(day)s, the day you gave before") % {"day": _written(asked.on)}
    return ""


def _other_day_problem(asked: Asked, other: OtherDay, day: date) -> str:
    if day < LAW_BEGAN:
        return day_problem(asked.beginning, day)
    if asked.on is not None and other.later and day < asked.on:
        return _("The date must be on or after %(day)s, the day you gave before") % {"day": _written(asked.on)}
    if asked.on is not None and not other.later and day > asked.on:
        return _("The date must be on or before %(day)s, the day you gave before") % {"day": _written(asked.on)}
    return ""


def _year_problem() -> str:
    return _("The year must lie from %(first)s to %(last)s") % {"first": FIRST_DAY.year, "last": LAST_DAY.year}


def _written(day: date) -> str:
    return date_format(day, "j F Y")
