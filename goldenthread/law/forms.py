"""One question as a form: a day, a choice, or both, always with "I do not know" where the day itself is not the question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.forms import Field
from django.utils.translation import gettext as _

from goldenthread.design_system.forms import (
    CheckboxesField,
    ConfirmField,
    Form,
    RadiosField,
    SplitDateField,
    example_hint,
)

from .asked import ON, Asked, day_problem, problem
from .questions import NONE, UNKNOWN, Kind, Question

ANSWER, DAY = "answer", "day"
KNOWN = "known"


class QuestionForm(Form):
    """One step of one question to the law. After `is_valid`, `value` is the answer in its one spelling.

    A name of a field never says what is asked: the step stands beside it in the address.
    """

    value: str

    def __init__(self, data: Mapping[str, Any] | None, *, asked: Asked, step: str, today: date) -> None:
        self.asked, self.step = asked, step
        self.question = asked.questions.get(step)
        initial = _initial(self.question, asked.answers.get(step, asked.on if step == ON else ""))
        super().__init__(data, initial=initial, today=today)
        self.fields.update(self._asked_for(today))
        self.order_fields([*self.fields])

    def _asked_for(self, today: date) -> dict[str, Field]:
        hint = example_hint(today)
        if self.step == ON:
            label = self.asked.beginning.when
            return {DAY: SplitDateField(label=label, name=_("the date"), hint=hint, page_heading=True)}
        if self.question is None:
            other = self.asked.other_days[self.step]
            return _maybe_a_day(other.text, other.hint, "", hint)
        return _fields(self.question, self.asked.on, hint)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        try:
            self.value = _value(self.question, self.step, given)
        except _Wrong as wrong:
            self.add_error(wrong.field, str(wrong))
            return given
        self._check(given)
        return given

    def _check(self, given: Mapping[str, Any]) -> None:
        """Refuse a day that cannot be, beside its box."""
        found = (
            day_problem(self.asked.beginning, given[DAY])
            if self.step == ON
            else problem(self.asked, self.step, self.value)
        )
        if found:
            self.add_error(next(name for name in (DAY, f"{DAY}_1", ANSWER) if name in self.fields), found)


class _Wrong(ValueError):
    """What is wrong with an answer as a whole, and beside which field to say it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def _dont_know() -> tuple[str, str]:
    return UNKNOWN, _("I do not know")


def _maybe_a_day(text: Any, hint: Any, none_text: Any, example: str) -> dict[str, Field]:
    """A choice between a day, none where there may be none, and not knowing."""
    choices = [(KNOWN, _("Yes, on a day I know") if none_text else _("I know the day"))]
    choices += [(NONE, none_text)] if none_text else []
    return {
        ANSWER: RadiosField(
            label=text, hint=hint, page_heading=True, choices=[*choices, _dont_know()], reveals={KNOWN: DAY}, divider_before=UNKNOWN,
            required_message=_("Choose an answer. You can choose that you do not know."),
        ),
        DAY: SplitDateField(label=_("What day?"), name=_("the date"), hint=example),
    }  # fmt: skip


def _fields(question: Question, on: date | None, example: str) -> dict[str, Field]:
    if question.kind == Kind.DAY:
        return _maybe_a_day(question.text, question.hint, question.none_text, example)
    if question.kind in (Kind.TWO_DAYS, Kind.DAYS):
        days = {
            f"{DAY}_{n}": SplitDateField(label=label, hint=example, required=False)
            for n, label in enumerate(question.labels, 1)
        }
        return {**days, ANSWER: ConfirmField(label=_dont_know()[1], required=False)}
    kind = RadiosField if question.kind == Kind.ONE_OF else CheckboxesField
    choices = [*((choice.value, choice.text) for choice in question.choices if choice.offered(on)), _dont_know()]
    return {
        ANSWER: kind(
            label=question.text, hint=question.hint, page_heading=True, choices=choices, divider_before=UNKNOWN,
            hints={choice.value: choice.hint for choice in question.choices if choice.hint},
            required_message=_("Choose an answer. You can choose that you do not know."),
        )
    }  # fmt: skip


def _value(question: Question | None, step: str, given: Mapping[str, Any]) -> str:
    """The answer in its one spelling. Raises _Wrong."""
    if step == ON:
        return str(given[DAY].isoformat())
    if question is None or question.kind == Kind.DAY:
        chosen = str(given[ANSWER])
        return str(given[DAY].isoformat()) if chosen == KNOWN else chosen
    if question.kind in (Kind.TWO_DAYS, Kind.DAYS):
        return _days_value(question, given)
    if question.kind == Kind.SOME_OF:
        chosen_ones = given[ANSWER]
        if UNKNOWN in chosen_ones and len(chosen_ones) > 1:
            raise _Wrong(ANSWER, _("Choose what it is about, or that you do not know, but not both"))
        return ",".join(chosen_ones)
    return str(given[ANSWER])


def _days_value(question: Question, given: Mapping[str, Any]) -> str:
    days = [given[f"{DAY}_{n}"] for n in range(1, len(question.labels) + 1)]
    known = [day for day in days if day]
    if given[ANSWER] and known:
        raise _Wrong(ANSWER, _("Give the days, or say that you do not know them, but not both"))
    if given[ANSWER]:
        return UNKNOWN
    if question.kind == Kind.DAYS:
        return ",".join(day.isoformat() for day in sorted(known)) or NONE
    for n, day in enumerate(days, 1):
        if day is None:
            raise _Wrong(f"{DAY}_{n}", _("Enter this day, or say below that you do not know"))
    if days[1] < days[0]:
        raise _Wrong(f"{DAY}_2", _("This day must be on or after the first day"))
    return ",".join(day.isoformat() for day in days)


def _initial(question: Question | None, value: Any) -> dict[str, Any]:
    """What the boxes hold when a step is opened again."""
    if isinstance(value, date):
        return {DAY: value}
    if not value:
        return {}
    several = question is not None and question.kind in (Kind.TWO_DAYS, Kind.DAYS)
    if value == UNKNOWN:
        return {ANSWER: True if several else value}
    if question is not None and question.kind in (Kind.ONE_OF, Kind.SOME_OF):
        return {ANSWER: value.split(",") if question.kind == Kind.SOME_OF else value}
    if several:
        return {f"{DAY}_{n}": date.fromisoformat(day) for n, day in enumerate(value.split(","), 1) if day != NONE}
    return {ANSWER: NONE} if value == NONE else {ANSWER: KNOWN, DAY: date.fromisoformat(value)}
