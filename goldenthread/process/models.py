"""Entries of moves, drafts of long forms, and what was already submitted."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.database.models import ChildRow, Row


class StateEntry(ChildRow):
    """One move of one thing in a process: never edited, never removed. on: the date in law; at: the moment."""

    process = models.CharField(max_length=40)
    thing_id = models.UUIDField(db_index=True)
    move = models.CharField(max_length=40)
    from_state = models.CharField(max_length=40, blank=True)
    to_state = models.CharField(max_length=40)
    reason = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_role = models.CharField(max_length=40)

    class Meta:
        ordering = ["at", "id"]


class Draft(Row):
    """What a person has typed into a long form and not yet sent. Only that person ever sees it.

    form: the form's name and what it is about, such as "concern/raise:<child>". started_from: the version of the
    thing when the form was opened, so that a late saver can be told.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    form = models.CharField(max_length=160)
    fields = models.JSONField(default=dict)
    started_from = models.CharField(max_length=64, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "form"], name="process_draft_one_each")]


class Submission(Row):
    """A form that was sent once, and the page it led to. The same form sent again leads there and does nothing."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    led_to = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="process_submission_once")]
