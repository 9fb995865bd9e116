"""An answer as the page, the paper and the calendar show it: each duty with its day, its law and its sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from . import excuses
from .asked import Asked
from .excuses import ClosedList
from .questions import NONE, UNKNOWN, Kind, Question
from .questions.shapes import day_of
from .remedies import Remedy, remedies_for
from .timeline import RULES, Answer, Outcome, goes_on, holder_of, plain_duty, without_its_day

SOURCES = {
    "law": gettext_lazy("Law"),
    "guidance": gettext_lazy("Guidance"),
    "practice": gettext_lazy("Worked back, not law"),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that is owed or may be done. day: None where the law sets none. state, standing: how it stands on the day.

    words: the whole sentence, with its day. said: the same under a heading that gives the day already.

    source: law, guidance, or worked back. check: what is still to be checked, for certainty C. day_words: how to read the
    day, such as "By" or "Not before".
    """

    rule: str
    words: str
    said: str
    day: date | None
    day_words: str
    state: str
    standing: str
    source: str
    is_law: bool
    citation: str
    check: str
    plan_for: date | None
    steps: tuple[str, ...]
    outcome: Outcome

    @property
    def has_a_sum(self) -> bool:
        """Whether it has a day, or had one that was lifted."""
        return self.day is not None or self.outcome.original_due_on is not None


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the reader told us, with the key of its step."""

    step: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Duties whose day cannot be worked out, and what must be known for it."""

    what: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole answer, in the order in which it is read.

    passed: the last day of the law that has passed with nobody saying that it was done. next: the next day ahead.
    """

    asked: Asked
    told: tuple[Told, ...]
    dated: tuple[Duty, ...]
    undated: tuple[Duty, ...]
    missing: tuple[Missing, ...]
    notes: tuple[str, ...]
    fallen_away: tuple[str, ...]
    passed: Duty | None
    next: Duty | None
    lists: tuple[ClosedList, ...]
    never: tuple[str, ...]
    without_excuse: bool
    remedies: tuple[Remedy, ...]
    ahead: bool

    @property
    def title(self) -> str:
        return str(self.asked.beginning.title)


def shown(asked: Asked, answer: Answer) -> Shown:
    """Everything the reader is shown, of one answer."""
    duties = [_duty(one, answer) for one in answer.outcomes if one.result != "unknown"]
    owed = [one for one in answer.outcomes if holder_of(one) != "you"]
    rules = [one.rule for one in answer.outcomes]
    return Shown(
        asked=asked,
        told=told(asked),
        dated=tuple(duty for duty in duties if duty.has_a_sum),
        undated=tuple(duty for duty in duties if not duty.has_a_sum),
        missing=_missing(answer.outcomes),
        notes=(*_about_the_reason(asked, answer.outcomes), *_notes(asked)),
        fallen_away=tuple(
            f"{capfirst(RULES[one.rule].who.parent)}: {RULES[one.rule].plain}." for one in answer.fallen_away
        ),
        passed=next((duty for duty in reversed(duties) if duty.state == "late" and duty.outcome.met_on is None), None),
        next=_next(duties, answer),
        lists=excuses.closed_lists_for(rules),
        never=tuple(str(one) for one in excuses.NEVER) if _is_for_a_council(owed) else (),
        without_excuse=bool(owed) and not all(excuses.may_be_excused(one.rule) for one in owed),
        remedies=remedies_for(answer.outcomes),
        ahead=answer.ahead,
    )


def _is_for_a_council(owed: Iterable[Outcome]) -> bool:
    return any("council" in holder_of(one) for one in owed) or any(excuses.may_be_excused(one.rule) for one in owed)


def _duty(one: Outcome, answer: Answer) -> Duty:
    state, standing = _standing(one, answer)
    return Duty(
        rule=one.rule,
        words=one.for_parent,
        said=without_its_day(one),
        day=one.due_on,
        day_words=_day_words(one),
        state=state,
        standing=standing,
        source=str(SOURCES[one.law_or_guidance]),
        is_law=one.law_or_guidance == "law",
        citation=one.citation,
        check=_check(one),
        plan_for=one.warn_on,
        steps=one.steps,
        outcome=one,
    )


def _check(one: Outcome) -> str:
    if one.certainty != "C":
        return ""
    return _("We are not sure of this one. Our source is old or single, so check it before you rely on it.")


def _day_words(one: Outcome) -> str:
    if _begins_at_once(one):
        return _("From") if goes_on(one) else _("At once, on")
    return {"last_day": _("By"), "window": _("Until"), "earliest_day": _("Not before"), "day": _("On")}[one.sense]


def _begins_at_once(one: Outcome) -> bool:
    return one.sense == "last_day" and one.due_on == one.started_on and one.law_or_guidance == "law"


def _standing(one: Outcome, answer: Answer) -> tuple[str, str]:
    """The state's kind, and how it stands in words. We do not know what was done, so nothing is called late outright."""
    if one.result == "lifted":
        return "excused", _("No date for now, if what you told us is right")
    if one.due_on is None:
        return "waiting", _("No set date")
    if one.met_on is not None:
        return _done(one)
    if answer.ahead:
        return "waiting", _("Still ahead")
    days = (one.due_on - answer.as_on).days
    if days > 0:
        return "waiting", ngettext("In %(n)s day", "In %(n)s days", days) % {"n": days}
    if one.sense in ("day", "earliest_day"):
        return "met", _("That day has come")
    return _today_or_past(one, -days)


def _done(one: Outcome) -> tuple[str, str]:
    if one.days_late:
        late = ngettext("Done %(n)s day late", "Done %(n)s days late", one.days_late) % {"n": one.days_late}
        return ("late" if one.law_or_guidance == "law" else "due"), late
    return "met", _("Done in time")


def _today_or_past(one: Outcome, days: int) -> tuple[str, str]:
    if days == 0:
        return "due", _("Today")
    if one.status == "due":
        return "due", _("It binds since that day") if goes_on(one) else _("It was due that day")
    ago = ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}
    if one.sense == "window":
        return "due", _("Ended %(ago)s") % {"ago": ago}
    if one.law_or_guidance != "law":
        return "due", _("That day was %(ago)s") % {"ago": ago}
    return "late", _("That day was %(ago)s: late, if it has not happened") % {"ago": ago}


def _next(duties: Iterable[Duty], answer: Answer) -> Duty | None:
    """The next day to look out for: of the law first, then of guidance."""
    ahead = [duty for duty in duties if duty.day and duty.day >= answer.as_on and duty.outcome.met_on is None]
    bound = [duty for duty in ahead if duty.is_law and not _begins_at_once(duty.outcome)]
    return next(iter(bound or ahead), None)


def _missing(outcomes: Iterable[Outcome]) -> tuple[Missing, ...]:
    """The duties without an answer, together by what they wait for."""
    found: dict[str, list[str]] = {}
    for one in outcomes:
        if one.result == "unknown":
            found.setdefault(one.for_parent, []).append(f"{holder_of(one)}: {plain_duty(one)}")
    return tuple(Missing(what, tuple(map(capfirst, dict.fromkeys(duties)))) for what, duties in found.items())


def _about_the_reason(asked: Asked, outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    """What becomes of the reason that was given for a delay: said first, since it is what the reader came for."""
    if asked.answers.get("delay") == "other":
        return (_("The reason you were given is not one that the law accepts. The dates stand."),)
    raised = asked.answers.get("delay") not in (None, UNKNOWN, "no_reason")
    weighed = [one for one in outcomes if excuses.may_be_excused(one.rule) and one.result in ("deadline", "lifted")]
    if not raised or UNKNOWN in asked.answers.values() or not weighed:
        return ()
    lifted = [one for one in weighed if one.result == "lifted"]
    if lifted:
        return (_("If that is right, the council may take longer. It must still act as soon as possible."),)
    return (_("The date stands: %(why)s") % {"why": weighed[-1].steps[-1]},)  # sendlaw ends the sum with why not


def _notes(asked: Asked) -> tuple[str, ...]:
    """What "I do not know" means for the dates that are shown all the same."""
    means = {key: one.if_unknown for key, one in asked.other_days.items()}
    means |= {key: one.if_unknown for key, one in asked.questions.items()}
    return tuple(str(means[step]) for step in asked.not_known if means[step])


def told(asked: Asked) -> tuple[Told, ...]:
    """What the reader told us, in order, in words."""
    day = (Told("on", str(asked.beginning.when), date_format(asked.on, "l j F Y")),) if asked.on else ()
    others = tuple(
        Told(event, str(other.text), _days_said(asked.answers[event]))
        for event, other in asked.other_days.items()
        if event in asked.answers
    )
    answered = tuple(
        Told(name, str(question.text), answer_said(question, asked.answers[name]))
        for name, question in asked.questions.items()
        if name in asked.answers
    )
    return day + others + answered


def answer_said(question: Question, value: str) -> str:
    """An answer in words."""
    if value == UNKNOWN:
        return _("I do not know")
    if value == NONE and question.none_text:
        return str(question.none_text)
    if question.kind in (Kind.ONE_OF, Kind.SOME_OF):
        chosen = (question.choice(one) for one in value.split(","))
        return ", ".join(str(choice.text) for choice in chosen if choice)
    return _days_said(value, _(" to ") if question.kind == Kind.TWO_DAYS else ", ")


def _days_said(value: str, between: str = ", ") -> str:
    if value == UNKNOWN:
        return _("I do not know")
    return between.join(date_format(day, "j F Y") for day in map(day_of, value.split(",")) if day)
