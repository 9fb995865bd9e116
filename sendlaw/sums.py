"""The sum behind a date, in sentences: apply a limit to a day and say how it was counted."""

from collections.abc import Callable
from datetime import date, timedelta

from sendlaw import counting
from sendlaw.calendars import bank_holidays_between, is_working_day
from sendlaw.events import Start
from sendlaw.outcomes import Deadline
from sendlaw.parameters import Law, Limit
from sendlaw.words import amount, day_in_words, listed, sentence_case

Step = tuple[str, ...]
Counted = tuple[date, Step, date | None]


def _stands(day: date) -> str:
    """How a calendar limit ends, and that a weekend leaves it where it is."""
    return f"Last day {day_in_words(day)}" + ("; weekends do not move it." if day.weekday() > 4 else ".")


def _left_out(first: date, last: date) -> Step:
    named = [f"{name} ({day_in_words(day)})" for day, name in bank_holidays_between(first, last) if day.weekday() < 5]
    return (f"Not counted besides weekends: {listed(named)}.",) if named else ()


def _weeks(day: date, limit: Limit) -> Counted:
    end = counting.weeks_after(day, limit.value)
    run = "runs" if limit.value == 1 else "run"
    return end, (f"{sentence_case(amount(limit.value, 'weeks'))} {run} from the next day.", _stands(end)), None


def _days(day: date, limit: Limit) -> Counted:
    end = counting.days_after(day, limit.value)
    return end, (f"{limit.value} calendar days run from the next day.", _stands(end)), None


def _days_beginning(day: date, limit: Limit) -> Counted:
    end = counting.days_beginning_with(day, limit.value)
    said = f"That day is day 1; day {limit.value} is {day_in_words(end)}. Weekends and bank holidays count."
    return end, (said,), None


def _no_such_date(day: date, months: int) -> str:
    return f"That month has no day {day.day}, so the period ends on its last day."


def _months(day: date, limit: Limit) -> Counted:
    end = counting.months_after(day, limit.value)
    said = f"{sentence_case(amount(limit.value, 'months'))} on is the same day of the month."
    if not counting.has_corresponding_date(day, limit.value):
        said = f"{sentence_case(amount(limit.value, 'months'))} on: " + _no_such_date(day, limit.value)
    return end, (said, _stands(end)), None


def _months_beginning(day: date, limit: Limit) -> Counted:
    end = counting.months_beginning_with(day, limit.value)
    said = f"{sentence_case(amount(limit.value, 'months'))} begin with that day"
    if counting.has_corresponding_date(day, limit.value):
        return end, (f"{said}, so they end the day before the same date.", _stands(end)), None
    warn = end - timedelta(days=1)
    return end, (f"{said}. {_no_such_date(day, limit.value)}", _stands(end)), warn


def _working_days(day: date, limit: Limit) -> Counted:
    end = counting.working_days_after(day, limit.value)
    said = f"{sentence_case(amount(limit.value, 'working days'))} are counted from the next day."
    return end, (said, *_left_out(day, end), f"Last day {day_in_words(end)}."), None


def _working_days_beginning(day: date, limit: Limit) -> Counted:
    end = counting.working_days_beginning_with(day, limit.value)
    first = "That day is day 1" if is_working_day(day) else "Counting starts on the next working day"
    said = f"{first} of {amount(limit.value, 'working days')}."
    return end, (said, *_left_out(day, end), f"Last day {day_in_words(end)}."), None


def _weeks_before(day: date, limit: Limit) -> Counted:
    end = counting.weeks_before(day, limit.value)
    said = f"At least {amount(limit.value, 'weeks')} before: {7 * limit.value} days back is {day_in_words(end)}."
    warn = end - timedelta(days=1)
    return (
        end,
        (said, f"Plan for {day_in_words(warn)}, which also meets a stricter count of clear days."),
        warn,
    )


def _months_before(day: date, limit: Limit) -> Counted:
    end = counting.months_before(day, limit.value)
    said = f"At least {amount(limit.value, 'months')} before."
    if end.day != day.day:
        said += f" That month has no day {day.day}, so its last day is taken."
    return end, (said, _stands(end)), None


def _working_days_before(day: date, limit: Limit) -> Counted:
    end = counting.working_days_before(day, limit.value)
    said = f"At least {amount(limit.value, 'working days')} before, leaving out the day itself."
    return end, (said, *_left_out(end, day), f"Last day {day_in_words(end)}."), None


def _that_day(day: date, limit: Limit) -> Counted:
    return day, ("The duty is to be met at once, on that day.",), None


WAYS: dict[str, Callable[[date, Limit], Counted]] = {
    "W": _weeks,
    "D": _days,
    "DB": _days_beginning,
    "M": _months,
    "MB": _months_beginning,
    "WD": _working_days,
    "WDB": _working_days_beginning,
    "BK": _weeks_before,
    "BM": _months_before,
    "BWD": _working_days_before,
    "ON": _that_day,
}


def count(start: Start, law: Law, name: str) -> Deadline:
    """The day a limit gives from the start of the clock, with the sum. `name` is the limit's name."""
    limit = law.limit(name)
    end, steps, warn = WAYS[limit.count](start.on, limit)
    return Deadline(end, (*start.opening, *steps), warn, limit.name)
