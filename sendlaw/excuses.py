"""The closed lists of exceptions. An exception lifts a limit; it never pauses it or makes another date.

Each needs two findings: the fact exists, and because of it the limit is impractical to meet
(`impractical`). Nothing outside a list counts, whatever the authority's reason.
Source: SI 2014/1530 reg 5(4), 8(2), 10(4), 13(3), 27(3), 44(3); decision records 0109, 0110, 0111.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sendlaw.counting import weeks_after, weeks_before
from sendlaw.events import Start
from sendlaw.outcomes import Deadline, Excuse, Lifted
from sendlaw.parameters import Law
from sendlaw.refusal import Refused
from sendlaw.words import short_day


@dataclass(frozen=True, slots=True)
class Finding:
    """What the facts show about one ground: whether it exists, and a sentence saying so either way."""

    exists: bool
    name: str
    sentence: str
    needs_impractical: bool = True


@dataclass(frozen=True, slots=True)
class Grounds:
    """One closed list: which grounds it holds, each with where it is found. Empty means not in this list."""

    school_closure: str = ""
    provider_closure: str = ""
    personal: str = ""
    absence: str = ""
    appointment: str = ""
    late_representations: str = ""
    absence_limit: str = "exception.absence"


def closure_window(closed_from: date, reopens: date, law: Law) -> tuple[date, date] | None:
    """The days on which a request for advice meets a long closure: both ends inside; None if it is too short.

    From a week before the first closed day to a week before re-opening, where the closure is at
    least four weeks. Christmas, Easter and half-term closures never are. Refuses a re-opening
    before the closure.
    """
    if reopens < closed_from:
        raise Refused(f"The school opens again ({reopens}) before it is closed ({closed_from}).")
    if reopens < weeks_after(closed_from, law.limit("exception.closure_length").value):
        return None
    weeks = law.limit("exception.closure_window").value
    return weeks_before(closed_from, weeks), weeks_before(reopens, weeks)


def _closure(start: Start, law: Law, asked: str, closed: str, opens: str, who: str) -> Finding | None:
    asked_on, closed_from, reopens = (start.facts.day(name) for name in (asked, closed, opens))
    if asked_on is None:
        return None
    if closed_from is None or reopens is None:
        return Finding(False, "closure", f"The dates of the closure of {who} are not given, so it does not count.")
    window = closure_window(closed_from, reopens, law)
    if window is None:
        return Finding(False, "closure", f"{who.capitalize()} was closed for less than four weeks.")
    inside = window[0] <= asked_on <= window[1]
    where = "inside" if inside else "outside"
    said = (
        f"Advice was asked of {who} on {short_day(asked_on)}, {where} the days from {short_day(window[0])}"
        f" to {short_day(window[1])} around a closure of at least four weeks."
    )
    return Finding(inside, "closure", said)


def _school_closure(start: Start, law: Law, due: date, grounds: Grounds) -> Finding | None:
    return _closure(start, law, "advice_requested_from_head_on", "school_closed_from", "school_reopens", "the school")


def _provider_closure(start: Start, law: Law, due: date, grounds: Grounds) -> Finding | None:
    names = ("advice_requested_from_early_years_on", "provider_closed_from", "provider_reopens")
    return _closure(start, law, *names, "the early years provider")


def _personal(start: Start, law: Law, due: date, grounds: Grounds) -> Finding | None:
    if not start.facts.says("exceptional_personal_circumstances"):
        return None
    said = "Exceptional personal circumstances affected the child, the parent or the young person in that time."
    return Finding(True, "exceptional personal circumstances", said)


def days_away_inside(away: date, back: date, start: date, due: date) -> int:
    """How many days away (first day away to the day before the first day back) lie from start to due."""
    return max(0, (min(back, due + timedelta(days=1)) - max(away, start)).days)


def _absence(start: Start, law: Law, due: date, grounds: Grounds) -> Finding | None:
    stay = start.facts.get("absent_from_area")
    days = start.facts.number("absent_days")
    if isinstance(stay, tuple):
        inside = days_away_inside(stay[0], stay[1], start.on, due)
        if days is not None and days != (stay[1] - stay[0]).days:
            raise Refused(f"absent_days says {days}, but absent_from_area is {(stay[1] - stay[0]).days} days long.")
        days = inside
    if days is None:
        return None
    needed = 7 * law.limit(grounds.absence_limit).value
    return Finding(
        days >= needed,
        "absence from the area",
        f"Away from the area for {days} days in that time; at least {needed} are needed.",
    )


def _appointment(start: Start, law: Law, due: date, grounds: Grounds) -> Finding | None:
    if not start.facts.says("missed_body_appointment"):
        return None
    said = "The child or young person missed an examination or test with that body in that time."
    return Finding(True, "missed appointment", said, needs_impractical=False)


def _late_representations(start: Start, law: Law, due: date, grounds: Grounds) -> Finding | None:
    if not start.facts.says("representations_requested_late"):
        return None
    return Finding(True, "late representations", "The family asked to comment after the 15 days had ended.")


LIMBS: tuple[tuple[str, Callable[[Start, Law, date, Grounds], Finding | None]], ...] = (
    ("school_closure", _school_closure),
    ("provider_closure", _provider_closure),
    ("personal", _personal),
    ("absence", _absence),
    ("appointment", _appointment),
    ("late_representations", _late_representations),
)


def _counts(finding: Finding, impractical: bool | None) -> bool:
    if not finding.exists:
        return False
    return impractical is True or (impractical is None and not finding.needs_impractical)


def _why_not(finding: Finding, in_list: bool, impractical: bool | None) -> str:
    if not in_list:
        return f"{finding.sentence} That is not an exception to this limit."
    if not finding.exists:
        return f"{finding.sentence} The exception is not available."
    found = "It was found practical" if impractical is False else "No finding says it was impractical"
    return f"{finding.sentence} {found} to meet the limit, so the exception does not count."


def unless_excused(start: Start, law: Law, due: Deadline, grounds: Grounds) -> Deadline | Lifted:
    """The deadline, or the same limit lifted by the first ground of its closed list that is made out.

    A ground that was raised and fails leaves the date standing and is explained in the steps.
    """
    impractical = start.facts.says("impractical")
    notes: list[str] = []
    for name, look in LIMBS:
        finding = look(start, law, due.on, grounds)
        citation: str = getattr(grounds, name)
        if finding is None:
            continue
        if citation and _counts(finding, impractical):
            steps = (*due.steps, finding.sentence, "The limit is lifted; no other date takes its place.")
            return Lifted(due.on, Excuse(finding.name, finding.sentence, citation), steps, due.basis)
        notes.append(_why_not(finding, bool(citation), impractical))
    return Deadline(due.on, (*due.steps, *notes), due.warn_on, due.basis)
