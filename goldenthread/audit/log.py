"""Write to the log: every change with `record`, every view of a child's record with `viewed`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from goldenthread.access.viewer import Viewer
from goldenthread.request import Request

from .models import Entry


@dataclass(frozen=True)
class Seen:
    """What one page showed: a name for the page's content, and the children shown."""

    what: str
    children: tuple[UUID, ...]
    thing: Model | None = None
    why: str = ""


def _thing(thing: Model | None) -> dict[str, Any]:
    if thing is None:
        return {}
    return {"thing_type": thing._meta.label, "thing_id": thing.pk}


def _who(by: Viewer) -> dict[str, Any]:
    return {
        "authority_id": by.authority,
        "person_id": by.person,
        "organisation_id": by.organisation,
        "role": by.role.key,
        "reference": by.reference,
    }


def record(
    by: Viewer,
    action: str,
    thing: Model | None = None,
    *,
    child: UUID | None = None,
    children: Iterable[UUID] = (),
    why: str = "",
    **detail: Any,
) -> Entry:
    """Note what `by` did, in the same transaction as the change itself.

    action: noun and past verb, "concern.decided". detail: states, counts, field names; never personal text.
    """
    whose = list(children) if child is None else [child, *children]
    return Entry.objects.create(
        at=timezone.now(), action=action, children=whose, why=why[:200], detail=detail, **_who(by), **_thing(thing)
    )


def viewed(request: Request, what: str, children: Iterable[UUID], *, thing: Model | None = None, why: str = "") -> None:
    """Note that this page shows these children. A list calls it once, with every child on the page.

    Kept on the request and written in one go before the answer leaves, in its transaction: no entry, no page.
    """
    request.views_seen.append(Seen(what, tuple(children), thing, why))


def write_views(request: Request) -> None:
    """Write what the page showed. The middleware calls it last, inside the request's transaction."""
    by = request.viewer
    now = timezone.now()
    Entry.objects.bulk_create(
        Entry(
            at=now,
            action="view",
            children=list(seen.children),
            why=(seen.why or str(by.role.name))[:200],
            detail={"what": seen.what},
            **_who(by),
            **_thing(seen.thing),
        )
        for seen in request.views_seen
    )


def record_outside(action: str, *, reference: str, **detail: Any) -> Entry:
    """Note something that happened to nobody in particular yet: a failed sign-in, a refused page."""
    return Entry.objects.create(at=timezone.now(), action=action, reference=reference, detail=detail)
