"""The codes of counting in words, for the pages and programs that show them. Decision records: docs/decisions/0101-0125."""

from __future__ import annotations

from collections.abc import Mapping

COUNTS: Mapping[str, str] = {
    "W": "weeks; the day of the event is day 0",
    "D": "calendar days; the day of the event is day 0",
    "DB": "at least so many calendar days, beginning with the day itself",
    "M": "calendar months, to the corresponding date",
    "MB": "months beginning with the day itself; the last day is the day before the corresponding date",
    "WD": "working days; the day of the event is day 0",
    "WDB": "working days beginning with the day, if it is a working day",
    "BK": "weeks back from a planned day",
    "BWD": "working days back from a planned day",
    "BF": "before a fixed day of the year; the last day is the day before it",
    "BM": "months back from a planned day, to the corresponding date",
    "TR": "the Tribunal's own time (rule 12)",
    "AGE": "from a date of birth",
    "ON": "on the day itself, at once",
    "NONE": "no number in the law",
}
