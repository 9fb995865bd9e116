"""What stands around an entry while it is claimed, changed, looked at, doubted and kept fresh.

The versions themselves are local_offer.ServiceVersion. Decision records: docs/decisions/0160 to 0164.
"""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import AreaRow, HeldRow, WalledLink
from goldenthread.privacy.fields import SealedTextField


class VersionEntry(AreaRow):
    """One move of one version, never changed; it goes with its entry when that is removed for good.

    contents: what was sent, kept when it was sent, so that what a moderator changed before approving can be told; kept
    anew ("carry") when something of the provider's went live beside it meanwhile.
    """

    version = WalledLink("local_offer.ServiceVersion", models.CASCADE, related_name="entries")
    move = models.CharField(max_length=20)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    contents = models.JSONField(encoder=DjangoJSONEncoder, null=True, blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]


class TrustedProvider(AreaRow):
    """An organisation whose small changes need no approval, from one day to another (no end while in force)."""

    organisation = WalledLink("local_offer.OfferOrganisation", models.CASCADE, related_name="trusted")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(to_on__isnull=True), name="offer_trusted_once_in_force"
            )
        ]


class FreshnessNote(AreaRow):
    """That a provider was reminded, or archiving was proposed: once for each month since the entry was last checked."""

    service = WalledLink("local_offer.Service", models.CASCADE, related_name="freshness_notes")
    assured_on = models.DateField()
    months = models.PositiveSmallIntegerField()
    made_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "assured_on", "months"], name="offer_freshness_note_once")
        ]


class Claim(HeldRow):
    """Somebody says that an entry is theirs. Held by the authority; who they are is sealed.

    code_hash: of the code that was sent to their address; sent_key: of the form, so that the same form
    sent twice is one claim. service is None once the entry was removed. wiped_on: when name, work, address and words were
    taken away (timeline.py); the decision and its reason stay.
    """

    reference = models.CharField(max_length=16, unique=True)
    service = WalledLink("local_offer.Service", models.SET_NULL, null=True, blank=True, related_name="claims")
    service_name = models.CharField(max_length=100)
    name = SealedTextField()
    job_title = SealedTextField(blank=True)
    email = SealedTextField()
    words = SealedTextField(blank=True)
    state = models.CharField(max_length=10, default="asked")
    asked_on = models.DateField()
    asked_at = models.DateTimeField()
    code_hash = models.CharField(max_length=64)
    valid_until_on = models.DateField()
    proved_at = models.DateTimeField(null=True, blank=True)
    wiped_on = models.DateField(null=True, blank=True)
    sent_key = models.CharField(max_length=64)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "sent_key"], name="offer_claim_sent_once"),
            models.CheckConstraint(
                name="offer_claim_decided_after_proof",
                condition=Q(state="asked") | Q(proved_at__isnull=False),
            ),
        ]


class ClaimEntry(HeldRow):
    """One move of a claim: never edited, never removed."""

    claim = WalledLink(Claim, related_name="entries")
    move = models.CharField(max_length=20)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]


class ProviderInvitation(AreaRow):
    """An owner asked somebody to work on the provider's entries. Nothing is theirs until they say yes themselves.

    holder: the body that the role is at. address_hash: of the address, to know it again; code_hash: of the code in the
    mail. answer: "" while nobody answered. Whether there is an account makes no difference to any of it.
    """

    provider = WalledLink("local_offer.OfferOrganisation", models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=40)
    name = SealedTextField()
    job_title = SealedTextField(blank=True)
    email = SealedTextField()
    address_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    invited_on = models.DateField()
    valid_until_on = models.DateField()
    answer = models.CharField(max_length=10, blank=True, choices=[("accepted", _("Yes")), ("declined", _("No"))])
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["invited_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="offer_invitation_answer_has_its_time",
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
            )
        ]


class Topic(models.TextChoices):
    WRONG = "wrong", _("Something is not right")
    CLOSED = "closed", _("It has closed or stopped")
    MISSING = "missing", _("Something is missing")
    HARD = "hard", _("The page is hard to use")
    OTHER = "other", _("Something else")


class EntryReport(HeldRow):
    """What somebody says is wrong on one page. Never public. Held by the authority.

    provider: the body behind the entry, when it came or as soon as there is one. It reads the report too, without the
    address for the answer.
    due_on: ten working days after it came (a product choice: record 0164). It outlives the entry. wiped_on: when its
    words were taken away (timeline.py).
    """

    reference = models.CharField(max_length=16, unique=True)
    service = WalledLink("local_offer.Service", models.SET_NULL, null=True, blank=True, related_name="reports")
    service_name = models.CharField(max_length=100)
    provider = models.ForeignKey("organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    topic = models.CharField(max_length=10, choices=Topic)
    words = SealedTextField()
    email = SealedTextField(blank=True)
    state = models.CharField(max_length=10, default="received")
    received_on = models.DateField()
    received_at = models.DateTimeField()
    due_on = models.DateField()
    wiped_on = models.DateField(null=True, blank=True)
    sent_key = models.CharField(max_length=64)

    class Meta:
        ordering = ["received_at", "id"]
        constraints = [models.UniqueConstraint(fields=["authority", "sent_key"], name="offer_report_sent_once")]


class ReportEntry(HeldRow):
    """One move of a report: never edited, never removed. Whoever may read the report may read it."""

    report = WalledLink(EntryReport, related_name="entries")
    move = models.CharField(max_length=20)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
