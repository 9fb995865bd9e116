"""Whose entries. A provider reaches those of its own organisation; moderators and officers those of the area."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer

from .permissions import OFFER_ENTRY_MODERATE


def _within(viewer: Viewer, organisation: str) -> Q:
    """organisation: how the row leads to the OfferOrganisation that it is of."""
    area = Q(authority_id=viewer.authority)
    if viewer.has(OFFER_ENTRY_MODERATE.name):
        return area
    return area & Q(**{f"{organisation}keepers_id": viewer.organisation, f"{organisation}keepers__isnull": False})


@scope("local_offer.Service")
def entry_scope(viewer: Viewer) -> Q:
    return _within(viewer, "organisation__")


@scope("local_offer.ServiceVersion")
def version_scope(viewer: Viewer) -> Q:
    return _within(viewer, "service__organisation__")


@scope("local_offer.OfferOrganisation")
def provider_scope(viewer: Viewer) -> Q:
    return _within(viewer, "")


@scope("local_offer_editing.Claim")
def claim_scope(viewer: Viewer) -> Q:
    return Q(authority_id=viewer.authority, holder_id__in=viewer.holders)


@scope("local_offer_editing.EntryReport")
def report_scope(viewer: Viewer) -> Q:
    """The authority's officers reach all of the area; a provider what is said of its own entries."""
    if viewer.has(OFFER_ENTRY_MODERATE.name):
        return Q(authority_id=viewer.authority, holder_id__in=viewer.holders)
    return Q(authority_id=viewer.authority, provider_id=viewer.organisation, provider__isnull=False)
