"""Long closures of a setting, passed in by whoever keeps its term dates, turned into the facts of an exception."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sendlaw.excuses import closure_window
from sendlaw.parameters import Law

HEAD = ("advice_requested_from_head_on", "school_closed_from", "school_reopens")
EARLY_YEARS = ("advice_requested_from_early_years_on", "provider_closed_from", "provider_reopens")


@dataclass(frozen=True, slots=True)
class Closure:
    """A time a setting is closed: the first closed day, and the day it opens again."""

    closed_from: date
    reopens: date

    def window(self, law_on: date) -> tuple[date, date] | None:
        """The days on which asking for advice meets this closure, both inside; None if it is under four weeks."""
        return closure_window(self.closed_from, self.reopens, Law(law_on))


def closure_facts(asked_on: date, closures: Iterable[Closure], *, early_years: bool = False) -> dict[str, date]:
    """The facts of the closure that a request for advice met, for `when` and `follow`; empty if it met none.

    asked_on: the day the authority asked the head (or the early years provider) for advice. The
    facts alone lift nothing: the authority must also find that it was impractical (`impractical`).
    Source: SI 2014/1530 reg 5(4)(a)-(b), 10(4)(a)-(b), 13(3), 27(3).
    """
    names = EARLY_YEARS if early_years else HEAD
    for closure in sorted(closures, key=lambda one: one.closed_from):
        window = closure.window(asked_on)
        if window is not None and window[0] <= asked_on <= window[1]:
            return dict(zip(names, (asked_on, closure.closed_from, closure.reopens), strict=True))
    return {}
