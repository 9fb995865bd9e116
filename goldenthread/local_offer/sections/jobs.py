"""What this room does at night: look at links, wipe who asked for a copy long ago, and remind of pages to read again."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from goldenthread.clock import today
from goldenthread.database.acting import one_transaction
from goldenthread.process.background import every, job

from .copies import wipe_old_requests
from .link_checks import check_one, due
from .reminders import remind_officers


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


@every("30 5 * * *", "local_offer_sections.reviews")
def remind_of_reviews(authority: UUID) -> None:
    with one_transaction(authority=authority, holders=[authority]):
        remind_officers(authority, today())
