"""From an approved report to its public copy, and the address of it in the school's Local Offer entry."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from goldenthread.documents import pdf, word
from goldenthread.organisations.models import Organisation

from ..editing.changing import go_live, locked_entry
from ..lifecycle import live_version
from ..models import Listing, Service, State
from ..versions import contents_of as entry_contents
from .contents import document_of
from .models import InformationReport, PublishedReport

_WHY = "The school published its SEN information report"


def service_of(setting: Organisation) -> Service | None:
    """The school's live entry in its area's Local Offer: tied to the school, or with its URN."""
    same = Q(organisation__body_id=setting.pk)
    if setting.urn:
        same |= Q(urn=setting.urn)
    found = Service.objects.filter(same, authority_id=setting.authority_id, state=State.LIVE)
    return found.order_by("name", "pk").first()


def listing_of(setting: Organisation) -> Listing | None:
    service = service_of(setting)
    return Listing.objects.filter(pk=service.pk).first() if service else None


def show(report: InformationReport, setting: Organisation) -> PublishedReport:
    """Write the public copy, in place of the one there was. Call in the transaction that published the report."""
    assert report.contents is not None and report.published_on is not None
    document, service = document_of(report.contents), service_of(setting)
    PublishedReport.objects.filter(setting=setting).delete()
    return PublishedReport.objects.create(
        id=report.pk, authority_id=report.authority_id, setting=setting, service_id=service.pk if service else None,
        name=setting.name, contents=report.contents, published_on=report.published_on, pdf=pdf.render(document),
        word=word.render(document),
    )  # fmt: skip


def withdraw(report: InformationReport) -> None:
    PublishedReport.objects.filter(pk=report.pk).delete()


def address_of(setting: UUID, site: str) -> str:
    """Where the public reads it, for ever the same. site: "https://localoffer.example.org/"."""
    return site.rstrip("/") + reverse("school_report", args=[setting])


def point_entry_at(setting: Organisation, address: str, sencos: list[str], *, by: UUID, at: datetime) -> None:
    """Write the address (or "" when it was taken down) and the SENCO into the school's entry, as a version of it.

    Fields that a person locked stay. The entry is locked first, so that what somebody is saving in it meanwhile is
    neither lost nor written over; a version being changed takes the new values over as from any other small change.
    """
    found = service_of(setting)
    service = locked_entry(found.pk) if found else None
    if service is None or service.state != State.LIVE or live_version(service) is None:
        return
    values = _new_values(service, address, sencos)
    _mark_link(service, bool(address), at)
    contents = entry_contents(service)
    if all(contents["service"].get(name) == value for name, value in values.items()):
        return
    contents["service"] |= values
    go_live(service, contents, kind="small", why=_WHY, by=by, at=at)


def _mark_link(service: Service, stands: bool, at: datetime) -> None:
    """Our own page was just written, so the link works; where there is none, nobody has tried it."""
    works, checked = (True, at.date()) if stands else (None, None)
    Service.objects.filter(pk=service.pk).update(report_link_works=works, report_link_checked_on=checked)


def _new_values(service: Service, address: str, sencos: list[str]) -> dict[str, Any]:
    values = {"sen_information_report_url": address}
    if sencos:
        values["senco_name"] = ", ".join(sencos)[:120]
    return {name: value for name, value in values.items() if name not in service.locked_fields}
