"""Each way of counting, as a table: the day before, the day, the day after, and where a month is too short."""

from datetime import date

import pytest

from sendlaw import counting
from sendlaw.calendars import BANK_HOLIDAYS, FIRST_YEAR, LAST_YEAR, CalendarEnds, is_working_day
from sendlaw.tribunal_time import days_for_any_other_act, last_day_to_appeal, working_days_for_any_other_act

TABLE = [
    # code, function, start, number, expected
    ("W", counting.weeks_after, "2027-01-03", 6, "2027-02-14"),
    ("W", counting.weeks_after, "2027-01-04", 6, "2027-02-15"),
    ("W", counting.weeks_after, "2027-01-05", 6, "2027-02-16"),
    ("W", counting.weeks_after, "2028-01-18", 6, "2028-02-29"),
    ("D", counting.days_after, "2027-04-05", 15, "2027-04-20"),
    ("D", counting.days_after, "2027-04-06", 15, "2027-04-21"),
    ("D", counting.days_after, "2027-04-07", 15, "2027-04-22"),
    ("DB", counting.days_beginning_with, "2027-02-28", 15, "2027-03-14"),
    ("DB", counting.days_beginning_with, "2027-03-01", 15, "2027-03-15"),
    ("DB", counting.days_beginning_with, "2028-02-16", 15, "2028-03-01"),
    ("M", counting.months_after, "2027-10-01", 2, "2027-12-01"),
    ("M", counting.months_after, "2026-11-29", 1, "2026-12-29"),
    ("M", counting.months_after, "2026-12-28", 2, "2027-02-28"),
    ("M", counting.months_after, "2026-12-31", 2, "2027-02-28"),
    ("M", counting.months_after, "2027-12-31", 2, "2028-02-29"),
    ("MB", counting.months_beginning_with, "2026-01-01", 12, "2026-12-31"),
    ("MB", counting.months_beginning_with, "2024-02-29", 12, "2025-02-28"),
    ("MB", counting.months_beginning_with, "2027-03-01", 12, "2028-02-29"),
    ("MB", counting.months_beginning_with, "2026-08-28", 6, "2027-02-27"),
    ("MB", counting.months_beginning_with, "2026-08-29", 6, "2027-02-28"),
    ("MB", counting.months_beginning_with, "2026-08-31", 6, "2027-02-28"),
    ("WD", counting.working_days_after, "2027-03-24", 3, "2027-03-31"),
    ("WD", counting.working_days_after, "2027-03-25", 3, "2027-04-01"),
    ("WD", counting.working_days_after, "2027-03-27", 3, "2027-04-01"),
    ("WD", counting.working_days_after, "2022-09-16", 1, "2022-09-20"),
    ("WDB", counting.working_days_beginning_with, "2027-03-19", 15, "2027-04-12"),
    ("WDB", counting.working_days_beginning_with, "2027-03-20", 15, "2027-04-13"),
    ("WDB", counting.working_days_beginning_with, "2027-03-22", 15, "2027-04-13"),
    ("BK", counting.weeks_before, "2027-03-17", 2, "2027-03-03"),
    ("BK", counting.weeks_before, "2028-03-14", 2, "2028-02-29"),
    ("BM", counting.months_before, "2028-07-31", 5, "2028-02-29"),
    ("BM", counting.months_before, "2027-07-31", 5, "2027-02-28"),
    ("BM", counting.months_before, "2027-08-01", 5, "2027-03-01"),
    ("back", counting.working_days_before, "2027-04-01", 15, "2027-03-09"),
    ("years", counting.anniversary, "2024-02-29", 3, "2027-02-28"),
    ("years", counting.anniversary, "2024-02-29", 4, "2028-02-29"),
    ("TR days", days_for_any_other_act, "2026-07-15", 28, "2026-09-14"),
    ("TR days", days_for_any_other_act, "2026-06-29", 28, "2026-07-27"),
    ("TR working days", working_days_for_any_other_act, "2027-07-12", 30, "2027-09-22"),
    ("TR working days", working_days_for_any_other_act, "2027-03-01", 30, "2027-04-14"),
]

ROLLS = [
    # raw end of the time to appeal, last day in time
    ("2026-12-24", "2026-12-24"),
    ("2026-12-25", "2027-01-04"),
    ("2027-01-01", "2027-01-04"),
    ("2027-01-02", "2027-01-04"),
    ("2027-07-30", "2027-07-30"),
    ("2027-07-31", "2027-08-02"),
    ("2027-08-01", "2027-09-01"),
    ("2027-08-31", "2027-09-01"),
    ("2027-09-01", "2027-09-01"),
    ("2027-03-29", "2027-03-30"),
    ("2022-12-24", "2022-12-28"),
]


@pytest.mark.parametrize(("code", "function", "start", "number", "expected"), TABLE)
def test_each_way_of_counting(code, function, start, number, expected):
    assert function(date.fromisoformat(start), number).isoformat() == expected, code


def test_before_a_fixed_day_is_the_day_before_it():
    assert counting.before(date(2027, 2, 15)) == date(2027, 2, 14)


@pytest.mark.parametrize(("raw", "last"), ROLLS)
def test_time_to_appeal_rolls_only_as_rule_twelve_says(raw, last):
    assert last_day_to_appeal(date.fromisoformat(raw)).isoformat() == last


def test_bank_holidays_agree_with_an_independent_list():
    holidays = pytest.importorskip("holidays")
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))

    assert sorted(BANK_HOLIDAYS) == sorted(theirs)


def test_bank_holidays_agree_with_the_act_worked_out_by_hand():
    from tests.sendlaw import naive_walk

    by_hand = {day for year in range(FIRST_YEAR, LAST_YEAR + 1) for day in naive_walk.holidays(year)}

    assert {day for day in BANK_HOLIDAYS if day.weekday() < 5} == {day for day in by_hand if day.weekday() < 5}


def test_calendar_refuses_a_year_it_does_not_cover():
    with pytest.raises(CalendarEnds, match=str(LAST_YEAR + 1)):
        is_working_day(date(LAST_YEAR + 1, 1, 2))
