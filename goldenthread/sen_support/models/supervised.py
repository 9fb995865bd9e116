"""A younger child gives their views, with an adult beside them and without an account."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread.database.models import ChildRow


class SupervisedSession(ChildRow):
    """One sitting on one device: who sat with the child, who helped, from when to when.

    key_hash: hash of the random key that only this device's session holds. ends_at: the last moment at which
    anything can be added. Decision record: docs/decisions/0026-supervised-views.md.
    """

    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_role = models.CharField(max_length=40)
    helped_by = models.CharField(max_length=200, blank=True)
    key_hash = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="supervised_session_is_short", condition=Q(ends_at__gt=models.F("started_at")))
        ]
