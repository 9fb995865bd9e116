"""Comments on the Local Offer and the authority's response: what was said, sealed; and what the public reads of it.

Regulation 56 of SI 2014/1530. The sealed rows are behind the wall of the authority's own body; `Published…` are copies
that everybody may read, written by comments/publishing.py and never by hand.
"""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import HeldRow, WalledLink
from goldenthread.privacy.fields import SealedTextField


class About(models.TextChoices):
    """Reg 56(1): content, with its quality and what is missing; how accessible it is; how it was made."""

    CONTENT = "content", _("What it says, or how good the help is")
    MISSING = "missing", _("Something that is missing")
    ACCESS = "access", _("How easy the information is to find and use")
    MAKING = "making", _("How the Local Offer was made or checked")


class Speaker(models.TextChoices):
    """The duty is to the first three; a professional's comment is answered all the same."""

    YOUNG = "young", _("A child or young person")
    PARENT = "parent", _("A parent or carer")
    ON_BEHALF = "on_behalf", _("Somebody speaking for a child, young person or parent")
    PROFESSIONAL = "professional", _("Somebody who works with families")


class WithheldReason(models.TextChoices):
    """Reg 56(4) names two reasons for not publishing a comment, and there are no others."""

    VEXATIOUS = "vexatious", _("It is vexatious")
    ONE_PERSON = "one_person", _("It is about the services to one particular person")


class ResponseStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    DOING = "doing", _("Being done")
    DONE = "done", _("Done")
    NOT_DOING = "not_doing", _("Not being done")


class CommentRound(HeldRow):
    """The time from one yearly publication to the next. opened_on: the day the last was published."""

    number = models.PositiveSmallIntegerField()
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "number"], name="comment_round_number"),
            models.UniqueConstraint(fields=["authority"], condition=Q(closed_on=None), name="comment_round_one_open"),
            models.CheckConstraint(
                name="comment_round_closed_pair",
                condition=Q(closed_on=None, closed_by=None) | Q(closed_on__gte=F("opened_on"), closed_by__isnull=False),
            ),
        ]


class CommentResponse(HeldRow):
    """What the authority answers to one or more comments, and the action it means to take (s.30(6))."""

    text = models.TextField()
    action = models.TextField()
    owner = models.CharField(max_length=120)  # a team or post, which the public reads
    due_on = models.DateField(null=True)
    status = models.CharField(max_length=10, choices=ResponseStatus.choices)
    why_not = models.TextField(blank=True)
    done_on = models.DateField(null=True)
    written_by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-changed_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="comment_response_done",
                condition=Q(status="done", done_on__isnull=False) | (~Q(status="done") & Q(done_on=None)),
            ),
            models.CheckConstraint(name="comment_response_why", condition=~Q(status="not_doing") | ~Q(why_not="")),
            models.CheckConstraint(
                name="comment_response_due", condition=~Q(status__in=["planned", "doing"]) | Q(due_on__isnull=False)
            ),
        ]


class Comment(HeldRow):
    """One comment as it came. words, contact: sealed, for the Local Offer officers only, never published.

    theme: the section an officer puts it under; section: the one the writer chose. published_text: what the public may
    read, once a second person has signed it off. sent_key: makes sending the same form twice one comment.
    """

    reference = models.CharField(max_length=12)
    about = models.CharField(max_length=10, choices=About.choices)
    speaker = models.CharField(max_length=12, choices=Speaker.choices)
    section = models.CharField(max_length=40, blank=True)
    theme = models.CharField(max_length=40, blank=True)
    words = SealedTextField()
    contact = SealedTextField(blank=True)
    received_on = models.DateField()
    received_at = models.DateTimeField()
    state = models.CharField(max_length=10, default="received")
    published_text = models.TextField(blank=True)
    redacted_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    signed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    signed_on = models.DateField(null=True)
    withheld_reason = models.CharField(max_length=10, choices=WithheldReason.choices, blank=True)
    response = WalledLink("local_offer.CommentResponse", related_name="comments", null=True)
    round = WalledLink("local_offer.CommentRound", related_name="comments", null=True)
    sent_key = models.CharField(max_length=32)

    class Meta:
        ordering = ["received_at", "id"]
        indexes = [models.Index(fields=["authority", "state", "received_at"], name="comment_state")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "sent_key"], name="comment_sent_once"),
            models.UniqueConstraint(fields=["authority", "reference"], name="comment_reference"),
            # Nobody signs off their own redaction, and nothing is published without (bar A7).
            models.CheckConstraint(
                name="comment_two_people", condition=Q(signed_by=None) | ~Q(signed_by=F("redacted_by"))
            ),
            models.CheckConstraint(
                name="comment_published_signed",
                condition=~Q(state__in=["published", "answered"])
                | (
                    Q(signed_by__isnull=False, redacted_by__isnull=False, signed_on__isnull=False)
                    & ~Q(published_text="")
                ),
            ),
            models.CheckConstraint(
                name="comment_withheld_reason",
                condition=Q(state="withheld", withheld_reason__in=WithheldReason.values)
                | (~Q(state="withheld") & Q(withheld_reason="")),
            ),
            models.CheckConstraint(
                name="comment_answered_has_response", condition=~Q(state="answered") | Q(response__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class CommentEntry(HeldRow):
    """One move of one comment: never edited, never removed. on: the date in law; at: the moment."""

    comment = WalledLink("local_offer.Comment", related_name="entries")
    move = models.CharField(max_length=20)
    from_state = models.CharField(max_length=10)
    to_state = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]


class ConfirmedWords(HeldRow):
    """Words in a text to be published that looked like a name, and why an officer says they tell nobody who it is."""

    comment = WalledLink("local_offer.Comment", related_name="confirmed")
    kind = models.CharField(max_length=20)
    words = models.CharField(max_length=200)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["comment", "kind", "words"], name="confirmed_words_once")]


class PublishedResponse(models.Model):
    """The public copy of a response that answers at least one published comment. Its key is the response's."""

    id = models.UUIDField(primary_key=True, editable=False)
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    text = models.TextField()
    action = models.TextField()
    owner = models.CharField(max_length=120)
    due_on = models.DateField(null=True)
    status = models.CharField(max_length=10, choices=ResponseStatus.choices)
    why_not = models.TextField(blank=True)
    done_on = models.DateField(null=True)


class PublishedComment(models.Model):
    """The public copy of a signed-off comment: its text, kind, theme and year, and nothing of who wrote it."""

    id = models.UUIDField(primary_key=True, editable=False)
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    about = models.CharField(max_length=10, choices=About.choices)
    speaker = models.CharField(max_length=12, choices=Speaker.choices)
    theme = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    year = models.PositiveSmallIntegerField()
    response = models.ForeignKey(PublishedResponse, models.SET_NULL, null=True, related_name="comments")

    class Meta:
        ordering = ["-year", "id"]
        indexes = [models.Index(fields=["authority", "year", "theme"], name="published_comment_year")]


class PublishedCount(models.Model):
    """How many comments came, were published and were withheld, by the year they came and their theme."""

    id = models.BigAutoField(primary_key=True)
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    theme = models.CharField(max_length=40, blank=True)
    received = models.PositiveIntegerField(default=0)
    published = models.PositiveIntegerField(default=0)
    withheld = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-year", "theme"]
        constraints = [models.UniqueConstraint(fields=["authority", "year", "theme"], name="published_count_once")]


class PublishedRound(models.Model):
    """The copy of a closed round, as it stood when it was published. Its key is the round's.

    Never changed, but for one thing: the words of a comment that is taken down are struck out (comments/closing.py).
    """

    id = models.UUIDField(primary_key=True, editable=False)
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    opened_on = models.DateField()
    closed_on = models.DateField()
    contents = models.JSONField(encoder=DjangoJSONEncoder)
    pdf = models.BinaryField()

    class Meta:
        ordering = ["-closed_on", "-number"]
