"""Calls, meetings and letters that happened outside this system, written down by staff."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow, WalledLink


class Way(models.TextChoices):
    CALL = "call", _("Phone call")
    VOICEMAIL = "voicemail", _("Message left on voicemail")
    MEETING = "meeting", _("Meeting or talk in person")
    LETTER = "letter", _("Letter or e-mail")


class SharedWith(models.TextChoices):
    """Which of the family may read it. A talk with one parent is not the other's to read (bar B3)."""

    SCHOOL = "school", _("The school only")
    PARENT = "parent", _("The school, and the parent it was with")
    EVERYONE = "everyone", _("The school, and everyone in the family who may see the record")


class Communication(ChildRow):
    """One talk: when, with whom, what was said, what was agreed. Never edited: a slip is mended by a new row.

    with_parent: the parent it was with, or None for anybody else (with_whom). against_wishes: the person had asked
    not to be reached this way; computed when written, because it is something to act on. mends: the row this puts right.
    """

    way = models.CharField(max_length=10, choices=Way)
    on = models.DateField()
    with_parent = WalledLink("people.Parent", related_name="+", null=True, blank=True)
    with_whom = models.CharField(max_length=200)
    said = models.TextField()
    agreed = models.TextField(blank=True)
    shared_with = models.CharField(max_length=10, choices=SharedWith, default=SharedWith.SCHOOL)
    against_wishes = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    mends = WalledLink("self", related_name="mended_by", null=True, blank=True)

    class Meta:
        ordering = ["-on", "-at"]
        indexes = [models.Index(fields=["child", "-on"])]
        constraints = [
            models.UniqueConstraint(fields=["mends"], name="communication_mended_once"),
            models.CheckConstraint(
                name="communication_shared_with_a_named_parent",
                condition=~models.Q(shared_with="parent") | models.Q(with_parent__isnull=False),
            ),
        ]
