"""What everybody reads of the pages. Written by publishing.py alone, from what an officer published."""

from __future__ import annotations

from django.db import models


class PublishedPage(models.Model):
    """The public copy of a live page. Its key is the page's; number: that of the version shown."""

    id = models.UUIDField(primary_key=True, editable=False)
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=60)
    order = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=40, blank=True)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300)
    body = models.TextField()
    easy_read = models.TextField(blank=True)
    sources = models.TextField(blank=True)
    video_address = models.URLField(max_length=400, blank=True)
    video_minutes = models.PositiveSmallIntegerField(null=True)
    video_transcript = models.TextField(blank=True)
    owner = models.CharField(max_length=120)
    reviewed_on = models.DateField()
    next_review_on = models.DateField()

    class Meta:
        ordering = ["order", "slug"]
        constraints = [models.UniqueConstraint(fields=["authority", "slug"], name="published_page_slug_once")]

    def __str__(self) -> str:
        return self.title


class PublishedTranslation(models.Model):
    """The public copy of a translation. Its key is the translation's."""

    id = models.UUIDField(primary_key=True, editable=False)
    page = models.ForeignKey(PublishedPage, models.CASCADE, related_name="translations")
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=160)
    summary = models.CharField(max_length=400)
    body = models.TextField()
    translator = models.CharField(max_length=120)
    translated_on = models.DateField()
    of_number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["language"]
        constraints = [models.UniqueConstraint(fields=["page", "language"], name="published_translation_once")]
