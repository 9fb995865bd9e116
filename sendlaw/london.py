"""The calendar day in London of a moment anywhere.

British Summer Time is worked out from the Summer Time Act 1972 (as amended by SI 2002/262): it
runs from 1 am Greenwich time on the last Sunday in March to 1 am Greenwich time on the last
Sunday in October. No time zone database and no machine setting is read, so no date can move
with either.
"""

from datetime import UTC, date, datetime, timedelta

SUMMER_TIME = timedelta(hours=1)


def last_weekday_of(year: int, month: int, weekday: int) -> date:
    """The last such weekday (Monday is 0) of a month."""
    next_month = date(year + month // 12, month % 12 + 1, 1)
    last = next_month - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def is_summer_time(moment: datetime) -> bool:
    """Whether British Summer Time is in force at this moment (which must carry its offset)."""
    at = moment.astimezone(UTC)
    start, end = (
        datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
        for day in (last_weekday_of(at.year, 3, 6), last_weekday_of(at.year, 10, 6))
    )
    return start <= at < end


def london_date(moment: datetime) -> date:
    """The date in London at this moment. A moment without an offset is taken to be London time already."""
    if moment.tzinfo is None:
        return moment.date()
    shift = SUMMER_TIME if is_summer_time(moment) else timedelta(0)
    return (moment.astimezone(UTC) + shift).date()
