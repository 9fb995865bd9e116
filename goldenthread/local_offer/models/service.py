"""A service of the offer, and the bodies behind it."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from goldenthread.database.models import AreaRow, WalledLink

from ..vocabulary import NEEDS, ROUTES, SECTIONS
from .choices import OrganisationRole
from .parts import (
    ALLOWED_BRANCHES,
    ALLOWED_PROVISION,
    Cost,
    HowToStart,
    Identity,
    SchoolFacts,
    Trust,
    Visibility,
    WhoFor,
)


class OfferOrganisation(AreaRow):
    """A body that runs, commissions, funds or vouches for services, as the directory presents it.

    body: the same body among those that Golden Thread works with (a school of the area, the authority itself),
    where there is one. Why they are two tables: docs/decisions/0140-the-directorys-three-layers.md.
    keepers: the body, always of kind "provider", that people with accounts for its entries work for. Never the body
    itself: whoever works for a school is inside its wall (docs/decisions/0160-accounts-of-providers.md).
    """

    name = models.CharField(max_length=200)
    description = models.TextField()
    url = models.URLField(max_length=400, blank=True)
    email = models.EmailField(blank=True)
    logo_url = models.URLField(max_length=400, blank=True)
    charity_number = models.CharField(max_length=12, blank=True)
    company_number = models.CharField(max_length=12, blank=True)
    urn = models.CharField(max_length=6, blank=True)
    source_key = models.CharField(max_length=200, blank=True)
    parent = WalledLink("self", null=True, blank=True, related_name="parts")
    body = models.ForeignKey("organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    keepers = models.ForeignKey("organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["authority", "name"], name="offer_organisation_name")]

    def __str__(self) -> str:
        return self.name


class Service(Identity, WhoFor, HowToStart, Cost, SchoolFacts, Trust, Visibility, AreaRow):
    """One entry of the directory, as last approved (or, while `state` is draft, as far as it is written).

    These tables hold the approved facts and stand behind the wall of the area. What the public reads is the copy in
    Listing; what is being changed is a ServiceVersion.
    organisation: who runs it (also among `bodies`, with the role "delivers").
    """

    organisation = WalledLink(OfferOrganisation, null=True, blank=True, related_name="services")

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["authority", "name"], name="offer_service_name"),
            models.Index(fields=["authority", "urn"], condition=~Q(urn=""), name="offer_service_urn"),
            models.Index(fields=["authority", "source", "source_key"], name="offer_service_source"),
            GinIndex(fields=["sections"], name="offer_service_sections"),
        ]
        constraints = [
            models.CheckConstraint(name="offer_service_name_long_enough", condition=Q(name__regex="..")),
            models.CheckConstraint(
                name="offer_service_ages_in_order",
                condition=Q(min_months__isnull=True) | Q(max_months__isnull=True) | Q(max_months__gte=F("min_months")),
            ),
            models.CheckConstraint(
                name="offer_service_visible_in_order",
                condition=Q(visible_from__isnull=True)
                | Q(visible_to__isnull=True)
                | Q(visible_to__gte=F("visible_from")),
            ),
            models.CheckConstraint(
                name="offer_service_waiting_with_date",
                condition=Q(waiting_weeks__isnull=True) | Q(waiting_checked_on__isnull=False),
            ),
            models.CheckConstraint(name="offer_service_needs_known", condition=Q(needs__contained_by=NEEDS.codes())),
            models.CheckConstraint(
                name="offer_service_sections_known", condition=Q(sections__contained_by=SECTIONS.codes())
            ),
            models.CheckConstraint(name="offer_service_route_known", condition=Q(route__in=["", *ROUTES.codes()])),
            models.CheckConstraint(
                name="offer_service_kinds_known", condition=Q(provision_kinds__contained_by=ALLOWED_PROVISION)
            ),
            models.CheckConstraint(
                name="offer_service_branches_known", condition=Q(branches__contained_by=ALLOWED_BRANCHES)
            ),
            models.CheckConstraint(
                name="offer_service_archived_has_moment", condition=~Q(state="archived") | Q(archived_at__isnull=False)
            ),
            models.CheckConstraint(
                name="offer_service_live_was_approved", condition=~Q(state="live") | Q(approved_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ServiceOrganisation(AreaRow):
    """What one body does for one service."""

    service = WalledLink(Service, models.CASCADE, related_name="bodies")
    organisation = WalledLink(OfferOrganisation, related_name="roles")
    role = models.CharField(max_length=12, choices=OrganisationRole)

    class Meta:
        ordering = ["role", "id"]
        constraints = [
            models.UniqueConstraint(fields=["service", "organisation", "role"], name="offer_service_body_role_once")
        ]
