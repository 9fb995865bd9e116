"""The only file here that asks sendlaw: which days are bank holidays in England."""

from __future__ import annotations

from datetime import date

from sendlaw.calendars import BANK_HOLIDAYS


def bank_holiday(day: date) -> str:
    """The name of the bank holiday in England that this day is, or ""; "" too for years no table covers yet."""
    return BANK_HOLIDAYS.get(day, "")
