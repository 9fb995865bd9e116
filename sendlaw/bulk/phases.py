"""Phase transfers, on whole arrays."""

from collections.abc import Callable

import numpy as np  # type: ignore[import-not-found,unused-ignore]

from sendlaw.asking import LAW_VERSION
from sendlaw.bulk.answers import NO_DAY, Answers, Array, answered
from sendlaw.bulk.cases import Cases, refuse_where
from sendlaw.bulk.counting import DAY, day_of, year_number
from sendlaw.bulk.people import starts_year_group
from sendlaw.parameters import Law
from sendlaw.rules.phase_transfer import NOT_A_TRANSFER, POST_16, year_group


def _years(cases: Cases) -> tuple[Array, Array]:
    """The calendar year of each transfer, and where it is not known."""
    phases = cases.texts("phase")
    groups = np.zeros(len(phases), dtype=np.int64)
    for phase in np.unique(phases):
        if phase and phase not in NOT_A_TRANSFER:
            groups[phases == phase] = year_group(str(phase))
    usual, actual = cases.are("usual_cohort"), cases.days("transfer_date")
    reckoned = year_number(starts_year_group(cases.starts, groups))
    given = ~np.isnat(actual)
    years = np.where(given, year_number(np.where(given, actual, cases.starts)), reckoned)
    moves = ~np.isin(phases, ["", *NOT_A_TRANSFER])
    refuse_where(moves & usual & given & (years != reckoned), "usual_cohort and transfer_date name different years.")
    return years, ~usual & ~given


def _fixed(cases: Cases, earlier: int) -> Answers:
    """The fixed day of each transfer, some days earlier."""
    law = Law(LAW_VERSION)
    phases = cases.texts("phase")
    years, unknown = _years(cases)
    on = np.full(len(phases), NO_DAY, dtype="datetime64[D]")
    too_early = np.zeros(len(phases), dtype=bool)
    for name, mask in (("phase.headline_date", phases != POST_16), ("phase.headline_date.post16", phases == POST_16)):
        limit = law.limit(name)
        month, number = limit.fixed_day or (0, 0)
        on[mask] = day_of(years[mask], month, number)
        too_early |= mask & (on < np.datetime64(limit.since))
    no_move = np.isin(phases, NOT_A_TRANSFER)
    no_answer = (phases == "") | (unknown & ~no_move)
    return answered(on - earlier * DAY, none=no_move | too_early, unknown=no_answer)


def _headline(cases: Cases) -> Answers:
    return _fixed(cases, 0)


def _last_permitted(cases: Cases) -> Answers:
    return _fixed(cases, 1)


def _meeting(cases: Cases) -> Answers:
    return _fixed(cases, 1 + 7 * Law(LAW_VERSION).limit("phase.review_meeting_aim").value)


PHASES: dict[str, Callable[[Cases], Answers]] = {
    "phase.headline_date": _headline,
    "phase.last_permitted_day": _last_permitted,
    "phase.review_meeting_aim": _meeting,
}
