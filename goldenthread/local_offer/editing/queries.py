"""Reads of entries, versions and what waits, each inside the viewer's scope."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Max, Q, QuerySet

from goldenthread.access.permissions import Right
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import in_force
from goldenthread.organisations.models import Kind
from goldenthread.people.actions.platform import PROVIDER_ROLES
from goldenthread.people.models import Assignment

from ..lifecycle import PENDING
from ..models import OfferOrganisation, Service, ServiceVersion, State
from ..requirements import missing_to_publish
from ..versions import Contents
from .models import ProviderInvitation, TrustedProvider
from .permissions import OFFER_ENTRY_MODERATE, OFFER_ENTRY_VIEW, OFFER_PROVIDER_MANAGE
from .timeline import NOT_CHECKED_MONTHS, months_before, months_since


def entries_for(viewer: Viewer, name: str = "", state: str = "") -> QuerySet[Service]:
    """Entries by name. name: a part of it; state: one of State, "waiting", "sent_back" or "unchecked"."""
    found = reachable(viewer, Service.objects.select_related("organisation"), OFFER_ENTRY_VIEW)
    if name:
        found = found.filter(Q(name__icontains=name) | Q(organisation__name__icontains=name))
    if state == "unchecked":
        return unchecked(found, viewer.today)
    waiting = {"waiting": "submitted", "sent_back": "changes_asked", "being_written": "draft"}.get(state)
    if waiting:
        return found.filter(versions__state=waiting)
    return found.filter(state=state) if state else found


def unchecked(entries: QuerySet[Service], today: date, months: int = NOT_CHECKED_MONTHS) -> QuerySet[Service]:
    """Live entries that were checked so many months ago or longer, the longest first. Not those of a register."""
    return entries.filter(state=State.LIVE, assured_on__lte=months_before(today, months)).order_by("assured_on", "name")


def entry_for(viewer: Viewer, key: UUID, right: Right = OFFER_ENTRY_VIEW) -> Service:
    return reach_one(viewer, Service.objects.select_related("organisation__keepers"), right, key)


def version_for(viewer: Viewer, key: UUID, right: Right = OFFER_ENTRY_VIEW) -> ServiceVersion:
    chosen = ServiceVersion.objects.select_related("service__organisation__keepers", "made_by", "decided_by")
    return reach_one(viewer, chosen, right, key)


def pending_of(services: Iterable[Service]) -> dict[UUID, ServiceVersion]:
    """The pending version of each entry that has one, in one query, without its contents."""
    found = ServiceVersion.objects.filter(service__in=list(services), state__in=PENDING).defer("contents")
    return {version.service_id: version for version in found}


@dataclass(frozen=True)
class Waiting:
    """A version in the moderators' queue."""

    version: ServiceVersion
    sent_on: date
    days: int


def queue_for(viewer: Viewer) -> list[Waiting]:
    """Versions that wait for approval, those that were sent first at the top."""
    chosen = ServiceVersion.objects.filter(state="submitted").select_related("service__organisation", "made_by")
    found = reachable(viewer, chosen.defer("contents"), OFFER_ENTRY_MODERATE)
    sent = found.annotate(sent_on=Max("entries__on", filter=Q(entries__move="submit")))
    rows = sent.order_by(F("sent_on").asc(nulls_first=True), "made_at")
    return [_waiting(version, viewer.today) for version in rows]


def _waiting(version: ServiceVersion, today: date) -> Waiting:
    sent_on: date = version.sent_on or version.made_at.date()  # type: ignore[attr-defined]
    return Waiting(version, sent_on, max(0, (today - sent_on).days))


def archived_by_providers(viewer: Viewer) -> QuerySet[Service]:
    """Entries that a provider took out of sight and that are not removed yet, the newest first: officers look at them."""
    found = reachable(viewer, Service.objects.select_related("archived_for"), OFFER_ENTRY_MODERATE)
    return found.filter(state=State.ARCHIVED, archived_for__kind=Kind.PROVIDER).order_by("-archived_at", "id")


def is_trusted(organisation: UUID | None) -> bool:
    """Whether small changes of this organisation need no approval today."""
    return (
        organisation is not None and TrustedProvider.objects.filter(organisation_id=organisation, to_on=None).exists()
    )


def goes_live_at_once(viewer: Viewer, service: Service) -> bool:
    """Whether a small change by this viewer needs no approval: staff of the Local Offer, and trusted providers."""
    return viewer.has(OFFER_ENTRY_MODERATE.name) or is_trusted(service.organisation_id)


def still_missing(contents: Contents, live: Contents | None) -> list[tuple[str, str]]:
    """What stops these contents from being shown: (field, sentence).

    What the live entry lacks already does not stop a change to it: a register does not say what a school is for, and
    its telephone number must still be mended.
    """
    known = missing_to_publish(live) if live is not None else []
    return [one for one in missing_to_publish(contents) if one not in known]


@dataclass(frozen=True)
class Checked:
    """When an entry was last checked, and when it is due again. long_ago: it counts as not checked."""

    on: date | None
    next_on: date | None
    long_ago: bool


def checked_on(service: Service, today: date) -> Checked:
    if service.assured_on is None:
        return Checked(None, None, False)
    return Checked(
        service.assured_on,
        service.next_review_on or _a_year_after(service.assured_on),
        months_since(service.assured_on, today) >= NOT_CHECKED_MONTHS,
    )


def _a_year_after(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day)


def provider_for(viewer: Viewer, key: UUID) -> OfferOrganisation:
    return reach_one(viewer, OfferOrganisation.objects.select_related("keepers"), OFFER_PROVIDER_MANAGE, key)


def providers_for(viewer: Viewer) -> QuerySet[OfferOrganisation]:
    """Organisations with somebody who may change their entries, by name; to an owner their own."""
    found = reachable(viewer, OfferOrganisation.objects.select_related("keepers"), OFFER_PROVIDER_MANAGE)
    return found.filter(Q(keepers__isnull=False) | Q(trusted__to_on=None, trusted__isnull=False)).distinct()


def people_of(provider: OfferOrganisation, today: date) -> list[Assignment]:
    """Who may change or see the entries of a provider today. provider: already reached."""
    if provider.keepers_id is None:
        return []
    found = Assignment.objects.filter(in_force(today), holder_id=provider.keepers_id, role__in=PROVIDER_ROLES)
    return list(found.select_related("account").order_by("-role", "account__name", "id"))


def invited_to(provider: OfferOrganisation, today: date) -> list[ProviderInvitation]:
    """Who was asked and has not answered. provider: already reached."""
    waiting = ProviderInvitation.objects.filter(provider=provider, answer="", valid_until_on__gte=today)
    return list(waiting.order_by("invited_on", "id"))


def owners_of(body: UUID | None, today: date) -> list[str]:
    """Addresses of the owners of a body's entries, for mail."""
    if body is None:
        return []
    found = Assignment.objects.filter(in_force(today), holder_id=body, role="provider_owner")
    return sorted(set(found.values_list("account__email", flat=True)))
