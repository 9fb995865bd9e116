"""What was brought in, as it stands between being read and being taken."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import AreaRow, WalledLink


class SourceKind(models.TextChoices):
    GIAS = "gias", _("Get Information about Schools")
    SCHOOLS = "schools", _("The list of schools that ships with Golden Thread")
    OFSTED = "ofsted", _("Ofsted's list of childcare")
    ORUK_FILE = "oruk_file", _("An Open Referral UK file")
    ORUK_FEED = "oruk_feed", _("Another authority's Open Referral UK feed")


class IntakeState(models.TextChoices):
    CHECKED = "checked", _("Waiting for your yes")
    TAKEN = "taken", _("Taken")
    PUT_ASIDE = "put_aside", _("Put aside")


class What(models.TextChoices):
    """What becomes of one row. same rows are counted and not kept."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    GONE = "gone", _("No longer there")
    DOUBTFUL = "doubtful", _("Perhaps here already")
    WAITING = "waiting", _("Being changed by somebody")
    REFUSED = "refused", _("Cannot be read")


class Intake(AreaRow):
    """One file or feed, from the moment it is read to the moment it is taken or put aside.

    named: the file's name or the feed's address; source_name: what entries will say they come from.
    """

    kind = models.CharField(max_length=12, choices=SourceKind)
    named = models.CharField(max_length=400)
    source_name = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=IntakeState, default=IntakeState.CHECKED)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ["-read_at"]


class IntakeRow(AreaRow):
    """What one row of the source would do. contents: the whole entry as it would stand; body: its organisation.

    service: the entry it is about, or may be; changed: names of fields that would change; kept: fields that differ
    and stay, because a person has locked them; why: for a row that is not taken.
    """

    intake = WalledLink(Intake, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=10, choices=What)
    key = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    service = WalledLink("local_offer.Service", models.CASCADE, null=True, blank=True, related_name="+")
    contents = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    body = models.JSONField(default=dict)
    changed = models.JSONField(default=list)
    kept = models.JSONField(default=list)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["intake", "what", "number"], name="intake_row_what")]
