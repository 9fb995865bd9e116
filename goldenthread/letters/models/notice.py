"""The outbox: e-mails that say there is something new, and nothing else."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.database.models import ChildRow


class Notice(ChildRow):
    """One e-mail to one person about one event, written in the transaction of the event itself.

    There is one for each event, thing, person and channel, whatever is tried again (bar F6). It carries no words:
    they are the same for everybody (notices.py). to: read from the person's row when it is sent, never kept.
    caused_by: whose act it tells of. not_sent_because: a fixed reason such as "unsafe"; "" while it waits or went.
    """

    event = models.CharField(max_length=40)
    thing_id = models.UUIDField()
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, default="email")
    caused_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    site = models.CharField(max_length=200)
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    not_sent_because = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["made_at"],
                condition=models.Q(sent_at__isnull=True, not_sent_because=""),
                name="notice_waiting",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "thing_id", "account", "channel"], name="notice_once_for_each_event_and_person"
            )
        ]
