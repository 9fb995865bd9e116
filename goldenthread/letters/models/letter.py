"""A letter to one person about one child: written, looked at, held for a while, sent."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow, HeldRow, WalledLink
from goldenthread.documents.models import StoredFile


class Channel(models.TextChoices):
    PORTAL = "portal", _("In Golden Thread, with an e-mail that says there is something new")
    POST = "post", _("Printed and posted")
    HAND = "hand", _("Printed without an address and handed over in person")


class State(models.TextChoices):
    DRAFT = "draft", _("Being written")
    PREVIEWED = "previewed", _("Ready to look at")
    HELD = "held", _("Held: it can still be called back")
    SENT = "sent", _("Sent")
    CALLED_BACK = "called_back", _("Called back: it did not leave")
    STOPPED = "stopped", _("Stopped: it did not leave")
    ABANDONED = "abandoned", _("Given up: it did not leave")


class Professional(HeldRow):
    """Somebody outside the setting to whom it writes: known by name, in one capacity, at one work address."""

    name = models.CharField(max_length=120)
    job = models.CharField(max_length=120)
    organisation_name = models.CharField(max_length=200)
    address = models.CharField(max_length=300)
    postcode = models.CharField(max_length=8)

    class Meta:
        ordering = ["name", "id"]


class Letter(ChildRow):
    """One letter to one recipient. Where it goes is never typed: it is read from the recipient's row when it leaves.

    kind: a key of kinds.py; about_id: the cycle or review a built letter is about. Exactly one of to_parent,
    to_young_person (the child of the letter, themselves) and to_professional. rendered: the exact bytes that were
    looked at, as PDF; page_sha256: the same as a page; pictures: the same, a picture for each sheet. held_as: the
    assignment under which Send was pressed. urgent_because: why it did not wait.
    """

    kind = models.CharField(max_length=40)
    about_id = models.UUIDField(null=True, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    to_parent = WalledLink("people.Parent", related_name="+", null=True, blank=True)
    to_young_person = models.BooleanField(default=False)
    to_professional = WalledLink(Professional, related_name="+", null=True, blank=True)
    channel = models.CharField(max_length=8, choices=Channel)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_on = models.DateField()
    changed_at = models.DateTimeField(auto_now=True)
    rendered = WalledLink(StoredFile, related_name="+", null=True, blank=True)
    page_sha256 = models.CharField(max_length=64, blank=True)
    pictures = ArrayField(models.CharField(max_length=64), default=list, blank=True)
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    held_as = models.UUIDField(null=True, blank=True)
    held_role = models.CharField(max_length=40, blank=True)
    release_at = models.DateTimeField(null=True, blank=True)
    urgent_because = models.CharField(max_length=300, blank=True)
    stopped_because = models.CharField(max_length=500, blank=True)
    site = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-changed_at", "-id"]
        indexes = [
            models.Index(fields=["child", "-changed_at"]),
            models.Index(fields=["release_at"], condition=models.Q(state="held"), name="letter_held"),
        ]
        constraints = [
            models.CheckConstraint(
                name="letter_has_one_recipient",
                condition=(
                    models.Q(to_parent__isnull=False, to_young_person=False, to_professional__isnull=True)
                    | models.Q(to_parent__isnull=True, to_young_person=True, to_professional__isnull=True)
                    | models.Q(to_parent__isnull=True, to_young_person=False, to_professional__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="letter_looked_at_before_it_is_held",
                condition=models.Q(state__in=["draft", "abandoned"])
                | (models.Q(rendered__isnull=False) & ~models.Q(page_sha256="")),
            ),
            models.CheckConstraint(
                name="letter_held_by_whom_until_when",
                condition=~models.Q(state="held")
                | models.Q(held_by__isnull=False, held_as__isnull=False, release_at__isnull=False),
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.state in (State.DRAFT, State.PREVIEWED, State.CALLED_BACK, State.STOPPED)

    @property
    def reference(self) -> str:
        """What the recipient can quote: on every sheet, about nobody in particular."""
        return f"GT-{self.written_on.year}-{self.pk.hex[-8:].upper()}"

    def __str__(self) -> str:
        return self.subject or self.kind


class Enclosure(ChildRow):
    """A document that goes with a letter. PostgreSQL refuses one of another child (a key over child and document)."""

    letter = WalledLink(Letter, related_name="enclosures")
    document = WalledLink("documents.Document", related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["letter", "document"], name="enclosure_once")]


class SentLetter(ChildRow):
    """What left, to whom, how and when. Never edited, never removed: the bytes are kept under their digests."""

    letter = WalledLink(Letter, related_name="sent")
    recipient = models.CharField(max_length=300)
    channel = models.CharField(max_length=8, choices=Channel)
    stored_file = WalledLink(StoredFile, related_name="+")
    sha256 = models.CharField(max_length=64)
    page_sha256 = models.CharField(max_length=64)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter"], name="letter_sent_once")]


class LetterOpened(ChildRow):
    """The recipient opened the letter for the first time. Never edited."""

    letter = WalledLink(Letter, related_name="opened")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "account"], name="letter_opened_once")]


class Posting(ChildRow):
    """Somebody put the printed letter into the post, or handed it over. Never edited."""

    letter = WalledLink(Letter, related_name="postings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter"], name="letter_posted_once")]
