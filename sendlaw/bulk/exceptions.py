"""The closed lists of `sendlaw.excuses`, on whole columns of facts."""

import numpy as np  # type: ignore[import-not-found,unused-ignore]

from sendlaw.bulk.answers import Answers, Array, answered
from sendlaw.bulk.cases import STAY, Cases, refuse_where
from sendlaw.bulk.counting import DAY, by_law
from sendlaw.excuses import Grounds

HEAD = ("advice_requested_from_head_on", "school_closed_from", "school_reopens")
PROVIDER = ("advice_requested_from_early_years_on", "provider_closed_from", "provider_reopens")
CLAIMS = {*STAY, HEAD[0], PROVIDER[0], "absent_days", "exceptional_personal_circumstances"} | {
    "missed_body_appointment",
    "representations_requested_late",
}


def _weeks(cases: Cases, name: str) -> Array:
    """The length of a limit in days, as the law of each start has it."""
    ones = by_law(cases.starts, name, lambda days, limit: days + 7 * limit.value)[0]
    return (ones - cases.starts).astype(np.int64)


def _closure(cases: Cases, asked: str, closed: str, opens: str) -> Array:
    on, shut, again = (cases.days(name) for name in (asked, closed, opens))
    given = ~(np.isnat(on) | np.isnat(shut) | np.isnat(again))
    refuse_where(given & (again < shut), f"{opens} comes before {closed}.")
    long_enough = (again - shut).astype(np.int64) >= _weeks(cases, "exception.closure_length")
    before = cases.starts - by_law(cases.starts, "exception.closure_window", lambda d, limit: d - 7 * limit.value)[0]
    return given & long_enough & (on >= shut - before) & (on <= again - before)


def _absence(cases: Cases, due: Array, limit: str) -> Array:
    away, back = (cases.days(name) for name in STAY)
    inside = (np.minimum(back, due + DAY) - np.maximum(away, cases.starts)).astype(np.int64)
    given = ~(np.isnat(away) | np.isnat(back))
    days = cases.flags("absent_days").astype(np.int64)
    refuse_where(
        given & (days >= 0) & (days != (back - away).astype(np.int64)), "absent_days and absent_from_area differ."
    )
    return np.where(given, inside, days) >= _weeks(cases, limit)


def lifted(cases: Cases, due: Array, grounds: Grounds) -> Array:
    """Where a ground of the list exists and made the limit impractical to meet."""
    if not cases.facts.keys() & CLAIMS:
        return np.False_
    impractical = cases.flags("impractical")
    exists = np.zeros(len(due), dtype=bool)
    if grounds.school_closure and HEAD[0] in cases.facts:
        exists |= _closure(cases, *HEAD)
    if grounds.provider_closure and PROVIDER[0] in cases.facts:
        exists |= _closure(cases, *PROVIDER)
    if grounds.personal:
        exists |= cases.are("exceptional_personal_circumstances")
    if grounds.absence and cases.facts.keys() & {*STAY, "absent_days"}:
        exists |= _absence(cases, due, grounds.absence_limit)
    if grounds.late_representations:
        exists |= cases.are("representations_requested_late")
    found = exists & (impractical == 1)
    if grounds.appointment:
        found |= cases.are("missed_body_appointment") & (impractical != 0)
    return found


def unless_excused(cases: Cases, due: Array, in_force: Array, grounds: Grounds) -> Answers:
    """The days, with those lifted that a ground of the list lifts."""
    return answered(due, lifted=lifted(cases, due, grounds), none=~in_force)
