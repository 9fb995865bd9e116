""" "Is something wrong on this page?": what officers and owners do with a report, to its end. How it comes in:
receiving.py. Never public.

Decision record: docs/decisions/0164-how-fresh-an-entry-is.md.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from goldenthread.access.viewer import Viewer
from goldenthread.process.moves import locked_for_move, write_move

from ...models import Offer
from ..mail import site_of, tell_there_is_something, tell_who_reported
from ..models import EntryReport
from ..permissions import OFFER_ENTRY_MODERATE
from ..states import REPORT


@transaction.atomic
def take_report(*, by: Viewer, report: UUID) -> EntryReport:
    """Say that one is looking into it."""
    return write_move(REPORT, "take", locked_for_move(REPORT, "take", EntryReport.objects.all(), report, by=by), by=by)


@transaction.atomic
def close_report(*, by: Viewer, report: UUID, mended: bool, reason: str) -> EntryReport:
    """Bring it to its end, and tell whoever left an address. The address is forgotten with the answer.

    A provider that sees nothing to change brings it to the officer instead, who closes it or opens it again; nobody is
    told until then.
    """
    if not mended and not by.has(OFFER_ENTRY_MODERATE.name):
        return _hand_to_officer(by, report, reason)
    name = "mend" if mended else "nothing_wrong"
    found = locked_for_move(REPORT, name, EntryReport.objects.all(), report, by=by)
    if found.email:
        tell_who_reported(found.email, found.reference, mended=mended)
        found.email = ""
    return write_move(REPORT, name, found, by=by, reason=reason)


def _hand_to_officer(by: Viewer, report: UUID, reason: str) -> EntryReport:
    found = locked_for_move(REPORT, "see_nothing", EntryReport.objects.all(), report, by=by)
    offer = Offer.objects.filter(authority_id=found.authority_id).first()
    tell_there_is_something([offer.email] if offer and offer.email else [], site_of(offer))
    return write_move(REPORT, "see_nothing", found, by=by, reason=reason)


@transaction.atomic
def look_again(*, by: Viewer, report: UUID, reason: str) -> EntryReport:
    """Open a report again that was closed too soon."""
    found = locked_for_move(REPORT, "look_again", EntryReport.objects.all(), report, by=by)
    return write_move(REPORT, "look_again", found, by=by, reason=reason)
