"""What this room does at night: look at links, and wipe who asked for a copy long ago."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from goldenthread.database.acting import one_transaction
from goldenthread.process.background import every, job

from .copies import wipe_old_requests
from .link_checks import check_one, due


@job("local_offer_sections.check_link")
def check_link(*, authority: UUID, holder: UUID | None, link: UUID) -> None:
    """Look at one address. It never fails: what could not be told is kept as that and tried another night."""
    check_one(authority, link)


@every("20 1 * * *", "local_offer_sections.links")
def queue_links(authority: UUID) -> None:
    """Queue the addresses whose month is over. A demo asks nobody: its schools are real, and their servers not ours."""
    if settings.DEMO_DOOR:
        return
    for link in due(authority):
        check_link.queue(authority=authority, link=link)


@every("50 1 * * *", "local_offer_sections.copies")
def wipe_copies(authority: UUID) -> None:
    with one_transaction(authority=authority, holders=[authority]):
        wipe_old_requests(authority)
