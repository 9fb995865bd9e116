"""The only place that looks at the machine's clock for a calendar date.

Everything else is given `today`: views from `request.viewer.today`, jobs from the argument they were queued with.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Today in London; in the demo, the date that the demo area states."""
    stated: date | None = settings.STATED_TODAY
    return stated or timezone.localdate()
