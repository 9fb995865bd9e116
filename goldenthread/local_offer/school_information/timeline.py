"""When a report is due again: the only file of this room that asks sendlaw."""

from __future__ import annotations

from datetime import date

import sendlaw
from sendlaw import Outcome


def report_update_by(published_on: date, today: date) -> Outcome:
    """Guidance: within a year, and as soon as possible on change. To publish it at all is law (s.69)."""
    return sendlaw.when(
        "sen_information_report.published", published_on, "sen_information_report.update_by", today=today
    )
