"""Reads: the school's own reports, what is due, and what everybody may read of all schools of an area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.organisations.duties import has_duty
from goldenthread.organisations.models import Kind, Organisation
from goldenthread.provision.today import ToWrite
from sendlaw import Outcome

from ..models import Listing
from .headings import DUTY
from .models import InformationReport, PublishedReport
from .permissions import REPORT_VIEW, REPORT_WRITE
from .timeline import report_update_by

WARN_BEFORE = timedelta(days=30)  # product choice: time to write, to have it approved, and for one holiday between


def reports_of(viewer: Viewer) -> QuerySet[InformationReport]:
    """The reports of the viewer's own school that this viewer may read, newest first."""
    people = InformationReport.objects.select_related("sent_by", "approved_by", "holder")
    return reachable(viewer, people, REPORT_VIEW)


def report_for(viewer: Viewer, key: UUID) -> InformationReport:
    people = InformationReport.objects.select_related("sent_by", "approved_by", "holder")
    return reach_one(viewer, people, REPORT_VIEW, key)


def begun_report(viewer: Viewer) -> InformationReport | None:
    return reports_of(viewer).filter(state__in=["draft", "waiting"]).first()


def published_report(viewer: Viewer) -> InformationReport | None:
    return reports_of(viewer).filter(state="published").first()


def latest_words(viewer: Viewer) -> InformationReport | None:
    """The last report that was published, also when it was taken down since: what the next one starts from."""
    return reports_of(viewer).filter(published_on__isnull=False).first()


def due(report: InformationReport | None, today: date) -> Outcome | None:
    if report is None or report.published_on is None:
        return None
    return report_update_by(report.published_on, today)


def asked_to_write(viewer: Viewer) -> Iterator[ToWrite]:
    """For Today: the report that nobody has begun and that is due soon, and one that was sent back."""
    if not viewer.has(REPORT_WRITE.name) or viewer.organisation is None:
        return
    published, begun = published_report(viewer), begun_report(viewer)
    outcome = due(published, viewer.today)
    if outcome is None or outcome.due_on is None or (begun is not None and begun.state == "waiting"):
        return
    if outcome.due_on - WARN_BEFORE <= viewer.today:
        text = _("Look at the SEN information report again")
        yield ToWrite(text, reverse("information_report"), due_on=outcome.due_on, why=_("It is looked at every year."))


@dataclass(frozen=True)
class SchoolStands:
    """One school of the area and its report. elsewhere: the address of a report that is published outside."""

    setting: Organisation
    report: PublishedReport | None
    outcome: Outcome | None
    elsewhere: str
    duty: bool

    @property
    def in_time(self) -> bool:
        return self.outcome is not None and self.outcome.status != "late"


def schools_of_area(viewer: Viewer) -> list[SchoolStands]:
    """Every setting of the area that has the duty or a report, by name. Four queries."""
    settings = Organisation.objects.filter(authority_id=viewer.authority, kind=Kind.SETTING, closed_on__isnull=True)
    rows = PublishedReport.objects.filter(authority_id=viewer.authority).defer("contents", "pdf", "word")
    reports = {report.setting_id: report for report in rows}
    linked = _linked(viewer.authority)
    found = []
    for setting in settings:
        report, owed = reports.get(setting.pk), has_duty(setting.setting_type, DUTY)
        if report or owed:
            outcome = report_update_by(report.published_on, viewer.today) if report else None
            found.append(SchoolStands(setting, report, outcome, "" if report else linked.get(setting.urn, ""), owed))
    return found


def _linked(authority: UUID) -> dict[str, str]:
    """URN → the address of a report that the Local Offer's entry gives."""
    rows = Listing.objects.filter(~Q(entry__sen_information_report_url=""), authority_id=authority)
    pairs = rows.values_list("entry__urn", "entry__sen_information_report_url")
    return {urn: address for urn, address in pairs if urn}
