"""A section page: who answers for it, its versions, and its translations by people."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import AreaRow, WalledLink

from ...vocabulary import SECTIONS


class PageState(models.TextChoices):
    DRAFT = "draft", _("Never shown yet")
    LIVE = "live", _("Live")
    WITHDRAWN = "withdrawn", _("Taken off")


class TextState(models.TextChoices):
    """Where one version of a page stands. At most one is being written, and one is shown."""

    DRAFT = "draft", _("Being written")
    PUBLISHED = "published", _("Shown")
    PAST = "past", _("Shown before")


class SectionPage(AreaRow):
    """One page of the offer: its place in the offer and who answers for it. Its words are in PageVersion.

    slug: its name in addresses, never changed; section: a code of the vocabulary, or ""; owner: a team or a post.
    reminded_on: when officers were last told that it is to be read again.
    """

    slug = models.SlugField(max_length=60)
    order = models.PositiveSmallIntegerField(default=100)
    section = models.CharField(max_length=40, blank=True)
    owner = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=PageState, default=PageState.DRAFT)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")
    next_review_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["order", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "slug"], name="offer_page_slug_once"),
            models.CheckConstraint(name="offer_page_section_known", condition=Q(section__in=["", *SECTIONS.codes()])),
            models.CheckConstraint(
                name="offer_page_live_was_reviewed",
                condition=~Q(state="live") | Q(reviewed_on__isnull=False, next_review_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class PageVersion(AreaRow):
    """The words of a page as somebody wrote them. Text as blocks.py reads it.

    easy_read: one short sentence a line with the name of its picture (easy_read.py). sources: what it rests on, one a
    line. saves: how often the draft was saved, by which a late saver is noticed. reading_age: of `body` when it was
    saved. hard_because: why it was published although it is hard to read.
    """

    page = WalledLink(SectionPage, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=TextState, default=TextState.DRAFT)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300)
    body = models.TextField()
    easy_read = models.TextField(blank=True)
    sources = models.TextField(blank=True)
    video_address = models.URLField(max_length=400, blank=True)
    video_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    video_captions = models.BooleanField(default=False)
    video_transcript = models.TextField(blank=True)
    why = models.CharField(max_length=300, blank=True)
    reading_age = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    hard_because = models.CharField(max_length=300, blank=True)
    saves = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="page_version_number_once"),
            models.UniqueConstraint(fields=["page"], condition=Q(state="draft"), name="page_version_one_draft"),
            models.UniqueConstraint(fields=["page"], condition=Q(state="published"), name="page_version_one_published"),
            models.CheckConstraint(
                name="page_version_published_has_moment", condition=Q(state="draft") | Q(published_at__isnull=False)
            ),
            # A video without captions and transcript would shut out those it is for, and everybody else.
            models.CheckConstraint(
                name="page_version_video_whole",
                condition=Q(video_address="") | (Q(video_captions=True) & ~Q(video_transcript="")),
            ),
        ]


class PageTranslation(AreaRow):
    """A page in one other language, translated by a person. of_number: the English version it was made from.

    What is written here is shown only when it is published (PublishedTranslation).
    """

    page = WalledLink(SectionPage, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=160)
    summary = models.CharField(max_length=400)
    body = models.TextField()
    translator = models.CharField(max_length=120)
    translated_on = models.DateField()
    of_number = models.PositiveSmallIntegerField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["language"]
        constraints = [models.UniqueConstraint(fields=["page", "language"], name="page_translation_language_once")]
