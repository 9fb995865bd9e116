"""Lines of the log for what nobody signed in does: visitors without an account, and jobs at night."""

from __future__ import annotations

from django.utils import timezone

from goldenthread.audit.models import Entry
from goldenthread.database.models import AreaRow


def note(thing: AreaRow, action: str, reference: str) -> None:
    """Note what was done with a thing, in the same transaction. reference: "visitor" or "job". Never a person's words."""
    Entry.objects.create(
        at=timezone.now(), authority_id=thing.authority_id, action=action, thing_type=thing._meta.label,
        thing_id=thing.pk, children=[], reference=reference,
    )  # fmt: skip
