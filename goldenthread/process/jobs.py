"""The mechanics' own jobs: seal the log every minute, and make its partitions in time."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from goldenthread.audit.chain import seal

from .background import every


@every("* * * * *", "audit.seal")
def seal_log(authority: UUID) -> None:
    seal(authority)


@every("17 3 * * *", "audit.partitions")
def make_partitions(authority: UUID) -> None:
    """Partitions for the coming year; safe to run for each area, since it makes only what is missing."""
    today = timezone.now().date()
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_make_partitions(%s, %s)", [today, today + timedelta(days=370)])
