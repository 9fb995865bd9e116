"""Each night: remind a school of its report 30 days before it is due, on the day, and every month after."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from goldenthread.clock import today
from goldenthread.process.background import every

from .models import PublishedReport, ReportReminder
from .queries import WARN_BEFORE
from .telling import tell_writers
from .timeline import report_update_by


@every("10 5 * * *", "school_information.remind")
def remind_schools(authority: UUID) -> None:
    """A night that was missed is made up for by the next: what counts is the stage, not the day."""
    remind(authority, today())


def remind(authority: UUID, on: date) -> int:
    """Answers how many schools were reminded. Inside the area's wall."""
    reports = list(PublishedReport.objects.filter(authority_id=authority).only("pk", "setting_id", "published_on"))
    return sum(_remind_one(authority, report, on) for report in reports)


def _remind_one(authority: UUID, report: PublishedReport, on: date) -> bool:
    due_on = report_update_by(report.published_on, on).due_on
    stage = None if due_on is None else stage_of(due_on, on)
    if stage is None:
        return False
    _row, new = ReportReminder.objects.get_or_create(
        report_key=report.pk,
        stage=stage,
        defaults={"authority_id": authority, "holder_id": authority, "setting_id": report.setting_id, "sent_on": on},
    )
    if new:
        tell_writers(report.setting_id, on, _("Your SEN information report"), _words(stage))
    return new


def stage_of(due_on: date, on: date) -> int | None:
    """None while it is not time; 0 before the day, 1 from it, one more with each whole month after."""
    if on < due_on - WARN_BEFORE:
        return None
    if on < due_on:
        return 0
    months = (on.year - due_on.year) * 12 + on.month - due_on.month - (on.day < due_on.day)
    return 1 + months


def _words(stage: int) -> str:
    if stage == 0:
        return _("Your school's SEN information report is to be looked at again within 30 days. Sign in to begin.")
    return _("Your school's SEN information report has not been looked at for a year or more. Sign in to begin.")
