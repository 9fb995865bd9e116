"""How to count: one small function for each way the law words a period.

Each takes the day of the event and a number and gives one day. No function reads a clock, and
only the working-day ones read a calendar. The letters are the codes used in the parameter
files, the vectors and the decision records.
"""

from calendar import monthrange
from datetime import date, timedelta

from sendlaw.calendars import next_working_day, step_working_days

DAYS_IN_WEEK = 7


def weeks_after(day: date, weeks: int) -> date:
    """W, "within N weeks of": the event is day 0 and the last day is the same weekday N weeks on.

    Source: Dodds v Walker [1981] 1 WLR 1027 (the day of the event is left out).
    """
    return day + timedelta(days=DAYS_IN_WEEK * weeks)


def days_after(day: date, days: int) -> date:
    """D, "within N days of": calendar days, the event is day 0."""
    return day + timedelta(days=days)


def days_beginning_with(day: date, days: int) -> date:
    """DB, "at least N days, beginning with the day": that day is day 1; gives the last day inside."""
    return day + timedelta(days=days - 1)


def corresponding_date(day: date, months: int) -> date:
    """The same day number `months` on (back if negative), or the last day of a month too short for it."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def has_corresponding_date(day: date, months: int) -> bool:
    """Whether the month `months` away has that day number at all."""
    return corresponding_date(day, months).day == day.day


def months_after(day: date, months: int) -> date:
    """M, "within N months after": the corresponding date; if there is none, the last day of that month.

    Source: Dodds v Walker [1981] 1 WLR 1027; Interpretation Act 1978 Sch 1 ("month" is a calendar month).
    """
    return corresponding_date(day, months)


def months_beginning_with(day: date, months: int) -> date:
    """MB, "period of N months beginning with": the day is inside, so the day before the corresponding date.

    With no corresponding date, the last day of that month (a default: decision record 0103).
    """
    end = corresponding_date(day, months)
    return end - timedelta(days=1) if has_corresponding_date(day, months) else end


def working_days_after(day: date, days: int) -> date:
    """WD, "within N working days": the event is day 0; weekends and bank holidays are not counted."""
    return step_working_days(day, days)


def working_days_beginning_with(day: date, days: int) -> date:
    """WDB, "within N working days beginning with the day": day 1 is that day or the next working day."""
    return step_working_days(next_working_day(day), days - 1)


def weeks_before(day: date, weeks: int) -> date:
    """BK, "at least N weeks before": the latest day is 7N days earlier (default: decision record 0105)."""
    return day - timedelta(days=DAYS_IN_WEEK * weeks)


def before(day: date) -> date:
    """BF, "before [fixed date]": the last permitted day is the day before it (decision record 0106)."""
    return day - timedelta(days=1)


def months_before(day: date, months: int) -> date:
    """BM, "at least N months before": the corresponding date N months earlier, clamped to the month's end."""
    return corresponding_date(day, -months)


def working_days_before(day: date, days: int) -> date:
    """The Nth working day counted back from a day, leaving that day out."""
    return step_working_days(day, -days)


def anniversary(day: date, years: int) -> date:
    """The same date some years on; 29 February has its anniversary on 28 February in a common year."""
    return corresponding_date(day, 12 * years)
