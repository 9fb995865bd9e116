"""The log of calls, meetings and letters."""

from __future__ import annotations

from uuid import UUID

from ...letters.models import Communication
from ..larkmere import rows
from .copying import copy
from .known import Known, Part
from .provision import at_noon

_WAYS = {
    "call": "call", "meeting": "meeting", "letter": "letter", "e-mail": "letter", "portal message": "letter",
    "text message": "letter",
}  # fmt: skip


def load_communications(part: Part, known: Known) -> None:
    """A talk that the family may see is shared with the parent it was with, never with both."""
    copy(
        Communication,
        "id authority holder child way on with_parent with_whom said agreed shared_with recorded_by at",
        (
            (
                row.key, known.authority, row.organisation, row.child, _WAYS[row.channel], row.on, _parent(row, known),
                row.with_name[:200], row.words, row.agreed,
                "parent" if row.family_may_see and _parent(row, known) else "school",
                known.account(row.by) or known.senco[row.organisation], at_noon(row.on),
            )
            for row in part.rows.get(rows.CommunicationRow, [])
        ),
    )  # fmt: skip


def _parent(row: rows.CommunicationRow, known: Known) -> UUID | None:
    key = known.parent(row.with_person, row.organisation) if row.with_person else None
    return key if key in known.parents else None
