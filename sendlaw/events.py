"""The start of a clock: one event on its day, with the facts of the case."""

from dataclasses import dataclass
from datetime import date

from sendlaw.event_list import EVENTS, Event
from sendlaw.facts import Facts
from sendlaw.london import london_date
from sendlaw.refusal import Refused
from sendlaw.words import day_in_words

LAW_BEGAN = date(2014, 9, 1)
LAST_DAY = date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Start:
    """One event on its day with the facts of the case: all that a rule may look at.

    logged_on: the day given in the question, where the moment of receipt shows another.
    """

    event: Event
    on: date
    facts: Facts
    logged_on: date | None = None

    @property
    def opening(self) -> tuple[str, ...]:
        """The first sentences of every sum: what happened, and when."""
        first = f"{self.event.said} {day_in_words(self.on)}."
        if self.logged_on is None:
            return (first,)
        return (
            first,
            f"It was logged {day_in_words(self.logged_on)}; day 0 is the day of receipt in London.",
        )


def begin(event: Event, on: date, facts: Facts) -> Start:
    """The start of a clock, with day 0 moved to the London date of receipt if the facts give the moment.

    Refuses a process event before the law began on 1 September 2014; births may be earlier.
    """
    received = facts.moment("received_at")
    day = london_date(received) if event.receipt and received is not None else on
    if day > LAST_DAY:
        raise Refused(f"{event.said} {day_in_words(day)}: nothing after {LAST_DAY.year} can be answered.")
    if day < LAW_BEGAN and not event.birth:
        raise Refused(
            f"{event.said} {day_in_words(day)}: the law in this library began on 1 September 2014,"
            " so nothing earlier can be answered."
        )
    return Start(event, day, facts, on if day != on else None)


def event_named(name: str) -> Event:
    """The event of that name; refused with the list of what is known otherwise."""
    if name not in EVENTS:
        raise Refused(f"There is no event called {name!r}. The events that are known: {', '.join(sorted(EVENTS))}.")
    return EVENTS[name]
