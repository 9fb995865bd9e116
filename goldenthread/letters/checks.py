"""What must hold when a letter is held, and again at the moment it leaves. An empty list: it may go."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.documents.models import Audience, Document
from goldenthread.documents.queries import what_stands_in_the_way

from .models import Enclosure, Letter
from .names import names_found
from .recipients import Recipient, recipient_of
from .rendering import Copy

Check = Callable[[Viewer, Letter], str]
_CHECKS: list[Check] = []
_CONSENT: list[Check] = []


def add_check(check: Check) -> None:
    """Register a question of another room: (sender, letter) → why it may not go, or "". Asked twice for each letter."""
    _CHECKS.append(check)


def consent_for_professionals(check: Check) -> None:
    """Register where the family's agreement to write to people outside is kept. Without it nothing goes to them."""
    _CONSENT[:] = [check]


def professionals_may_be_asked() -> bool:
    return bool(_CONSENT)


def why_not(viewer: Viewer, letter: Letter, copy: Copy) -> list[str]:
    """Every reason why this letter may not go now, fit to show to the sender."""
    recipient = recipient_of(letter, viewer.today)
    found = [
        recipient.refusal,
        recipient.why_not.get(letter.channel, ""),
        _no_consent(viewer, letter),
        *(
            _("It names %(words)s: %(what)s.") % vars(one)
            for one in names_found(viewer, letter, copy.text)
            if one.stops
        ),
        *(why_not_enclosed(one.document, letter, recipient) for one in _enclosures(letter)),
        *(check(viewer, letter) for check in _CHECKS),
    ]
    return [reason for reason in found if reason]


def _no_consent(viewer: Viewer, letter: Letter) -> str:
    if letter.to_professional_id is None:
        return ""
    if not _CONSENT:
        return _("The family's agreement to write to people outside cannot be looked up, so nothing goes to them.")
    return _CONSENT[0](viewer, letter)


def _enclosures(letter: Letter) -> QuerySet[Enclosure]:
    return letter.enclosures.select_related("document__stored_file", "document__for_parent")


def why_not_enclosed(document: Document, letter: Letter, recipient: Recipient) -> str:
    """Why this document may not go to this recipient; "" when it may.

    One recipient, one version (Nottinghamshire 2023: an unredacted assessment went to a mother and two former
    partners): only what this very person may open anyway goes with a letter.
    """
    if document.child_id != letter.child_id:
        return _("“%s” is about another child. It cannot go into this envelope.") % document.title
    blocked = what_stands_in_the_way(document.stored_file)
    if blocked:
        return f"“{document.title}”: {blocked}"
    if document.audience == Audience.EVERYONE:
        return ""
    if document.audience == Audience.ONE_PARENT and document.for_parent_id == letter.to_parent_id:
        return ""
    return _("“%(title)s” is not for %(name)s to open. Change who may open it first, with a reason.") % {
        "title": document.title,
        "name": recipient.name,
    }
