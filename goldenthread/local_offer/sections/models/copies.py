"""Somebody asks for the Local Offer in another form (SI 2014/1530 reg 57)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import HeldRow, WalledLink
from goldenthread.privacy.fields import SealedTextField


class CopyForm(models.TextChoices):
    PAPER = "paper", _("On paper")
    LARGE = "large", _("On paper in large print")
    EASY_READ = "easy_read", _("Easy Read, with pictures")
    BRAILLE = "braille", _("In braille")
    AUDIO = "audio", _("As sound, to listen to")
    LANGUAGE = "language", _("In another language")


class CopyRequest(HeldRow):
    """One request for a copy, and how to reach who asked. Name, address and notes are sealed, and wiped after a time.

    form: in which form; language: a code of languages.py where the form is another language; page: the name of one
    section page, or "" for the whole offer. wipe_on: the day on which the sealed words go, also where the request never
    ended (copies.py); wiped_on: when they went.
    """

    reference = models.CharField(max_length=20)
    form = models.CharField(max_length=10, choices=CopyForm)
    language = models.CharField(max_length=10, blank=True)
    page = models.CharField(max_length=60, blank=True)
    name = SealedTextField()
    send_to = SealedTextField()
    notes = SealedTextField(blank=True)
    asked_on = models.DateField()
    asked_at = models.DateTimeField()
    send_by = models.DateField()
    state = models.CharField(max_length=10, default="received")
    ended_on = models.DateField(null=True, blank=True)
    wipe_on = models.DateField()
    wiped_on = models.DateField(null=True, blank=True)
    sent_key = models.CharField(max_length=32)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "sent_key"], name="copy_request_sent_once"),
            models.UniqueConstraint(fields=["authority", "reference"], name="copy_request_reference"),
        ]

    def __str__(self) -> str:
        return self.reference


class CopyRequestEntry(HeldRow):
    """One move of one request: never edited, never removed."""

    copy_request = WalledLink(CopyRequest, related_name="entries")
    move = models.CharField(max_length=20)
    from_state = models.CharField(max_length=10)
    to_state = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
