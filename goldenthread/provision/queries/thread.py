"""What the ledger adds to a child's thread: sessions missed or cut short, made up, and what was noted of a session."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.design_system.components import ThreadEntry

from ..ledger import Slot, current_entries, slot_of
from ..models import Delivery, DeliveryState
from ..permissions import dose_reading

_SHOWN = (DeliveryState.DELIVERED, DeliveryState.PART)


def session_entries(viewer: Viewer, child: UUID) -> list[ThreadEntry]:
    """Of each session that was missed, cut short or has a note, one entry, newest first. One query.

    A session given as planned without a note is left out: the thread is for what somebody would tell.
    """
    entries = reachable(viewer, Delivery.objects.select_related("dose", "recorded_by"), dose_reading(viewer))
    written = list(entries.filter(child_id=child).order_by("-on", "-recorded_at", "-pk"))
    current = current_entries(written)
    slots = {entry.pk: slot_of(entry) for entry in written}
    instead = {
        slots[entry.makes_up_id]: entry
        for entry in current.values()
        if entry.makes_up_id in slots and entry.state in _SHOWN
    }
    told = (entry for entry in current.values() if _is_told(entry))
    return [_told(entry, instead) for entry in sorted(told, key=lambda entry: entry.on, reverse=True)]


def _is_told(entry: Delivery) -> bool:
    short = entry.state in (DeliveryState.MISSED, DeliveryState.PART)
    return short or (entry.state == DeliveryState.DELIVERED and bool(entry.note))


def _told(entry: Delivery, instead: dict[Slot, Delivery]) -> ThreadEntry:
    what = {"what": entry.dose.what, "why": entry.get_reason_display().lower(), "minutes": entry.minutes}
    match entry.state:
        case DeliveryState.MISSED:
            text = _("%(what)s: session missed, %(why)s.") % what
        case DeliveryState.PART:
            text = _("%(what)s: %(minutes)d minutes given, %(why)s.") % what
        case _:
            text = _("%(what)s: session given.") % what
    made_up = instead.get(slot_of(entry))
    if made_up is not None:
        text += " " + _("Made up on %(day)s.") % {"day": date_format(made_up.on, "j F")}
    return ThreadEntry(
        on=entry.on, who=entry.recorded_by.name, text=text, words=entry.note,
        link_href=reverse("dose", args=[entry.dose_id]), link_text=_("What was given"),
        kind="session" if entry.state == DeliveryState.DELIVERED else "missed",
    )  # fmt: skip
