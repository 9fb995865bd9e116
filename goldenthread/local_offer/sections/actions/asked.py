"""Show what one officer wrote down of who was asked, after another has read it; and take it off again."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ...comments.names import Found
from ..asked_names import finds_of, mark_of_consultation
from ..models import Consultation
from ..permissions import OFFER_DUTY_KEEP, OFFER_PAGE_PUBLISH


@transaction.atomic
def show_consultation(
    *, by: Viewer, consultation: UUID, seen: str, reasons: Mapping[Found, str]
) -> Consultation:  # fmt: skip
    """Show it to everybody as it was read. seen: asked_names.mark_of_consultation as the reader's page had it.

    reasons: for each find why it tells nobody who somebody is. Refused to whoever wrote it last, when it was changed
    since it was read, and while a find has no reason. Order: allow, lock, look, write, audit.
    """
    require(by, OFFER_PAGE_PUBLISH)
    found = _locked(by, consultation)
    if found.kept_by_id == by.person:
        raise Refused(yours())
    if seen != mark_of_consultation(found):
        raise Refused(_("This was changed since you opened the page. Read it again as it stands now."))
    finds = finds_of(found)
    if any(not reasons.get(one) for one in finds):
        raise Refused(
            _("Something in the text may tell who somebody is. Take it out, or say for each why it tells nobody.")
        )
    found.explained = [{"kind": one.kind, "words": one.words, "reason": reasons[one]} for one in finds]
    found.published, found.published_by_id, found.published_on = True, by.person, by.today
    found.save()
    record(by, "offer_consultation.shown", found, explained=len(finds))
    return found


@transaction.atomic
def hide_consultation(*, by: Viewer, consultation: UUID) -> Consultation:
    """Take it off the website at once. What was written down stays with the office."""
    found = _locked(by, consultation)
    found.published, found.published_by, found.published_on = False, None, None
    found.save()
    record(by, "offer_consultation.hidden", found)
    return found


def yours() -> str:
    return _("You wrote this, so a second person has to show it to everybody. Ask a colleague to open this page.")


def _locked(by: Viewer, consultation: UUID) -> Consultation:
    return reach_one(by, Consultation.objects.select_for_update(), OFFER_DUTY_KEEP, consultation)
