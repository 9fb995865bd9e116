"""How much waits for the viewer in each room of the Local Offer's office, in words; "" where nothing waits."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import ngettext

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer

from .comments.queries import OPEN, counts_by_state
from .editing import queries as editing
from .editing.models import Claim, EntryReport
from .editing.permissions import ENTRY_REPORT_HANDLE, OFFER_CLAIM_DECIDE
from .editing.states import NOT_CLOSED
from .sections import queries as sections
from .sections.models import PageState


def _late(found: QuerySet[Any], late: Q) -> str:
    """ "4 open, 1 past its day"."""
    number, past = found.count(), found.filter(late).count()
    said = ngettext("%(number)d open", "%(number)d open", number) % {"number": number} if number else ""
    more = ngettext("%(number)d past its day", "%(number)d past their day", past) % {"number": past} if past else ""
    return ", ".join(words for words in (said, more) if words)


def comments(viewer: Viewer) -> str:
    counts = counts_by_state(viewer)
    number = sum(counts.get(state, 0) for state in OPEN)
    return (
        ngettext("%(number)d to be dealt with", "%(number)d to be dealt with", number) % {"number": number}
        if number
        else ""
    )


def changes(viewer: Viewer) -> str:
    waiting = editing.queue_for(viewer)
    if not waiting:
        return ""
    days, number = max(one.days for one in waiting), len(waiting)
    said = ngettext("%(number)d to approve", "%(number)d to approve", number) % {"number": number}
    return said + ", " + ngettext("the oldest for %(days)d day", "the oldest for %(days)d days", days) % {"days": days}


def reports(viewer: Viewer) -> str:
    found = reachable(viewer, EntryReport.objects.filter(state__in=NOT_CLOSED), ENTRY_REPORT_HANDLE)
    return _late(found, Q(due_on__lt=viewer.today))


def claims(viewer: Viewer) -> str:
    number = reachable(viewer, Claim.objects.filter(state="proved"), OFFER_CLAIM_DECIDE).count()
    return ngettext("%(number)d to check", "%(number)d to check", number) % {"number": number} if number else ""


def copies(viewer: Viewer) -> str:
    return _late(sections.copy_requests(viewer, ended=False), Q(send_by__lt=viewer.today))


def pages(viewer: Viewer) -> str:
    past = sections.pages(viewer).filter(state=PageState.LIVE, next_review_on__lt=viewer.today).count()
    said = ngettext("%(number)d to be read again", "%(number)d to be read again", past) % {"number": past}
    return said if past else ""


def links(viewer: Viewer) -> str:
    number = sections.links_to_mend(viewer).filter(verdict="broken").count()
    return ngettext("%(number)d broken link", "%(number)d broken links", number) % {"number": number} if number else ""
