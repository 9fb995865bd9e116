"""Groups of a service's fields, each with the question it answers."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from .choices import AreaScope, Branch, Gender, ProviderType, ProvisionKind, ServiceStatus, Source, State


def codes() -> Any:
    """A list of codes from one of the closed lists."""
    return ArrayField(models.CharField(max_length=40), default=list, blank=True)


class Identity(models.Model):
    """What it is. alert: shown above the entry until alert_until (for good when that is empty)."""

    name = models.CharField(max_length=100)
    other_names = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    description = models.TextField(blank=True)
    status = models.CharField(max_length=20, choices=ServiceStatus, default=ServiceStatus.ACTIVE)
    alert = models.CharField(max_length=300, blank=True)
    alert_until = models.DateField(null=True, blank=True)
    url = models.URLField(max_length=400, blank=True)
    social_links = ArrayField(models.URLField(max_length=400), default=list, blank=True)
    provision_kinds = codes()
    branches = codes()
    sections = codes()
    provider_type = models.CharField(max_length=30, choices=ProviderType, default=ProviderType.OTHER)
    area_scope = models.CharField(max_length=10, choices=AreaScope, default=AreaScope.IN_AREA)
    secured_by_authority = models.BooleanField(default=False)
    advice = models.BooleanField(default=False)
    section_41 = models.BooleanField(default=False)
    online = models.BooleanField(default=False)

    class Meta:
        abstract = True


class WhoFor(models.Model):
    """Who it is for. Ages in whole months, so that "from 6 months" can be said; None means no limit on that side."""

    min_months = models.PositiveSmallIntegerField(null=True, blank=True)
    max_months = models.PositiveSmallIntegerField(null=True, blank=True)
    needs = codes()
    all_needs = models.BooleanField(default=False)
    gender = models.CharField(max_length=10, choices=Gender, default=Gender.ANY, blank=True)
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    disability_only = models.BooleanField(default=False)
    ehc_plan_needed = models.BooleanField(default=False)
    suitability = models.TextField(blank=True)

    class Meta:
        abstract = True


class HowToStart(models.Model):
    """How somebody starts, and how long they wait. route: a code of vocabulary.ROUTES."""

    route = models.CharField(max_length=20, blank=True)
    referral_link = models.URLField(max_length=400, blank=True)
    eligibility = models.TextField(blank=True)
    waiting_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    waiting_checked_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Cost(models.Model):
    """What it costs, in one sentence; amounts stand in CostOption."""

    free = models.BooleanField(default=False)
    cost_statement = models.CharField(max_length=300, blank=True)
    short_breaks_accepted = models.BooleanField(default=False)
    direct_payment_accepted = models.BooleanField(default=False)
    funding_sources = ArrayField(models.CharField(max_length=120), default=list, blank=True)

    class Meta:
        abstract = True


class SchoolFacts(models.Model):
    """For schools: who leads SEN, and where the SEN information report stands (requirement C09).

    report_link_works: None until it was first tried.
    """

    senco_name = models.CharField(max_length=120, blank=True)
    sen_information_report_url = models.URLField(max_length=400, blank=True)
    report_link_checked_on = models.DateField(null=True, blank=True)
    report_link_works = models.BooleanField(null=True, blank=True)

    class Meta:
        abstract = True


class Trust(models.Model):
    """Why to believe it. assured_on: when a person last checked that all of it is true."""

    assured_on = models.DateField(null=True, blank=True)
    assurer_name = models.CharField(max_length=120, blank=True)
    assurer_email = models.EmailField(blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=10, choices=Source, default=Source.OWN)
    source_name = models.CharField(max_length=120, blank=True)
    source_key = models.CharField(max_length=200, blank=True)
    urn = models.CharField(max_length=6, blank=True)
    ofsted_number = models.CharField(max_length=20, blank=True)
    cqc_number = models.CharField(max_length=20, blank=True)
    labels = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    locked_fields = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    class Meta:
        abstract = True


class Visibility(models.Model):
    """Whether the public sees it. approved_at and approved_by go together; archived_at starts the 30 days of undo.

    archived_for: the body for which whoever archived it worked; None when it was an import. Who may bring it back
    follows from it.
    """

    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    visible_from = models.DateField(null=True, blank=True)
    visible_to = models.DateField(null=True, blank=True)
    pinned = models.BooleanField(default=False)
    directories = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey("people.Account", models.SET_NULL, null=True, blank=True, related_name="+")
    archived_at = models.DateTimeField(null=True, blank=True)
    archived_by = models.ForeignKey("people.Account", models.SET_NULL, null=True, blank=True, related_name="+")
    archived_for = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


ALLOWED_PROVISION = [str(value) for value in ProvisionKind.values]
ALLOWED_BRANCHES = [str(value) for value in Branch.values]
