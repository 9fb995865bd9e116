"""TR, the Tribunal's own way of counting: rule 12 of its rules, for special educational needs cases.

Only acts before the Tribunal are counted so. The days from 25 December to 1 January and all of
August are the days the rule sets apart. Source: Tribunal Procedure (First-tier Tribunal) (Health,
Education and Social Care Chamber) Rules 2008 r.12; decision record 0108.
"""

from datetime import date

from sendlaw.calendars import ONE_DAY, is_working_day, next_working_day
from sendlaw.counting import corresponding_date


def is_set_apart(day: date) -> bool:
    """Whether rule 12(3) sets this day apart: 25 December to 1 January, or any day of August."""
    return day.month == 8 or (day.month, day.day) >= (12, 25) or (day.month, day.day) == (1, 1)


def set_apart_ends(day: date) -> date:
    """The last set-apart day of the stretch a set-apart day lies in: 31 August or 1 January."""
    if day.month == 8:
        return date(day.year, 8, 31)
    return date(day.year + (day.month == 12), 1, 1)


def last_day_to_appeal(raw: date) -> date:
    """The last day an appeal is in time, from the raw end of the period (rules 12(2) and 12(3)(a)).

    A raw end on a set-apart day goes to the first working day after 1 January or 31 August; any
    other end that is not a working day goes to the next working day, once.
    """
    return next_working_day(set_apart_ends(raw) + ONE_DAY if is_set_apart(raw) else raw)


def months_to_appeal(day: date, months: int) -> date:
    """The raw end of "within N months of" an event: the corresponding date, before rule 12 is applied."""
    return corresponding_date(day, months)


def days_for_any_other_act(day: date, days: int) -> date:
    """Calendar days, set-apart days not counted (rule 12(3)(b)), then on to a working day (rule 12(2))."""
    while days:
        day += ONE_DAY
        days -= not is_set_apart(day)
    return next_working_day(day)


def working_days_for_any_other_act(day: date, days: int) -> date:
    """Working days, with set-apart days not counted (rule 12(3)(b)); the event is day 0."""
    while days:
        day += ONE_DAY
        days -= is_working_day(day) and not is_set_apart(day)
    return day
