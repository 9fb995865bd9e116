"""The day on which the demo area stands still."""

from datetime import date

STATED_DATE = date(2026, 11, 20)  # a Friday in term
