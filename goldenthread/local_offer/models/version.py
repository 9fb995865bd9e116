"""What is being changed, and everything that ever stood in an entry."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from goldenthread.database.models import AreaRow, WalledLink

from .choices import VersionState
from .service import Service


class ServiceVersion(AreaRow):
    """All facts of one entry as somebody wrote them at one moment (contents: the shape of versions.contents_of).

    The newest approved version equals the rows of Service and its parts. A version that is draft, submitted or sent
    back is the pending one; there is at most one, and the approved one stays live beside it. Contents of a decided
    version never change. kind: "edit", "small" (a trusted small change), "import", "restore".
    """

    service = WalledLink(Service, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=15, choices=VersionState, default=VersionState.DRAFT)
    kind = models.CharField(max_length=10, default="edit")
    contents = models.JSONField(encoder=DjangoJSONEncoder)
    changed = models.JSONField(default=list)
    why = models.TextField(blank=True)
    made_by = models.ForeignKey("people.Account", models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    based_on = models.PositiveIntegerField(null=True, blank=True)
    decided_by = models.ForeignKey("people.Account", models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["service", "number"], name="offer_version_number_once"),
            models.UniqueConstraint(
                fields=["service"],
                condition=Q(state__in=["draft", "submitted", "changes_asked"]),
                name="offer_version_one_pending",
            ),
            models.CheckConstraint(
                name="offer_version_decided_has_moment",
                condition=Q(state__in=["draft", "submitted", "changes_asked"]) | Q(decided_at__isnull=False),
            ),
        ]
