"""What a family and the school write to each other about one child."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.database.models import ChildRow, WalledLink


class MessageThread(ChildRow):
    """One matter between one member of the family and the school. The other parent has threads of their own."""

    family_account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    subject = models.CharField(max_length=120)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-opened_on", "-id"]
        indexes = [models.Index(fields=["child", "family_account"])]


class Message(ChildRow):
    """One message. Never edited, never removed. from_family: by the family, so the school owes an answer."""

    thread = WalledLink(MessageThread, related_name="messages")
    words = models.TextField()
    from_family = models.BooleanField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["thread", "at"])]
        constraints = [models.CheckConstraint(name="message_has_words", condition=~models.Q(words=""))]
