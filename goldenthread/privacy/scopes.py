"""Withheld addresses: PostgreSQL shows the row to named people only; the code asks for the same."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from goldenthread.access.reach import Reach
from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer

from .models import NamedReader, WithheldAddress


def in_force(viewer: Viewer) -> Q:
    """Named readers who may read now. An ended one is out at once, not at the end of the day, as in PostgreSQL."""
    return Q(from_on__lte=viewer.today, to_on__isnull=True)


@scope("privacy.WithheldAddress")
def address_scope(viewer: Viewer) -> Q:
    named = NamedReader.objects.filter(in_force(viewer), withheld_address=OuterRef("pk"), account_id=viewer.person)
    return Q(Exists(named), holder_id=viewer.organisation)


@scope("privacy.NamedReader")
def reader_scope(viewer: Viewer) -> Q:
    """The setting's own staff who keep addresses withheld; nobody else learns even that there is one."""
    if viewer.role.reach != Reach.SETTING:
        return Q(pk__in=[])
    return Q(holder_id=viewer.organisation)


__all__ = ["WithheldAddress", "in_force"]
