"""A file that a setting brought in: what it held, what was wrong with it, and what it would change."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import HeldRow, WalledLink


class FileKind(models.TextChoices):
    """In the order in which a school brings them in: each may name what the one before it made."""

    STAFF = "staff", _("Staff")
    CLASSES = "classes", _("Classes")
    PUPILS = "pupils", _("Pupils")
    CONTACTS = "contacts", _("Family contacts")


class Batch(HeldRow):
    """One file, from the moment it is read to the moment it is taken or put aside.

    state: checked (waiting for a yes), taken, put_aside. Counts are of rows; `problems` of rows that cannot be
    taken. The file's content (BatchPart) and what is shown of it go when it is taken or put aside.
    """

    kind = models.CharField(max_length=10, choices=FileKind)
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, default="checked")
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    rows = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    problems = models.PositiveIntegerField(default=0)
    notes = models.JSONField(default=list)

    class Meta:
        ordering = ["-read_at"]


class BatchPart(HeldRow):
    """A stretch of the file's bytes, so that a long file never has to be held in memory whole."""

    batch = WalledLink(Batch, related_name="parts")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering = ["number"]


class Problem(HeldRow):
    """What is wrong with one field of one line, and what to do about it."""

    batch = WalledLink(Batch, related_name="problem_rows")
    line = models.PositiveIntegerField()
    field = models.CharField(max_length=60)
    value = models.CharField(max_length=120, blank=True)
    remedy = models.CharField(max_length=300)

    class Meta:
        ordering = ["line", "field", "id"]


class Change(HeldRow):
    """What one line would do: a new row, or a change of one that is there. The first few hundred are kept to show."""

    batch = WalledLink(Batch, related_name="change_rows")
    line = models.PositiveIntegerField()
    is_new = models.BooleanField()
    name = models.CharField(max_length=220)
    detail = models.TextField(blank=True)

    class Meta:
        ordering = ["is_new", "line"]
