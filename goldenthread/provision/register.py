"""What this room adds to the SEN register and to a child's record: how much was delivered, and what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from goldenthread.access.viewer import Viewer
from goldenthread.addresses import address
from goldenthread.children.record_parts import Delivered, Due, add_delivered, add_due, add_tab, add_thread
from goldenthread.children.register_columns import Shown, add_column, add_count, add_filter, shared
from goldenthread.design_system.components.states import progress_bar

from .ledger import total
from .queries import checks_due, delivered_by_week, shares_of_everyone, short_of_plan
from .queries.thread import session_entries

WINDOW = timedelta(weeks=6)  # how far back "delivered" looks on the register and the record
ENOUGH = 0.75  # below this a child is counted above the register; docs/decisions/0023-delivered-share.md
_UNDER = "under_75"


def _since(on: date) -> date:
    return on - WINDOW


@shared
def _shares(viewer: Viewer, _everyone: Sequence[UUID], on: date) -> Mapping[UUID, float]:
    return shares_of_everyone(viewer, _since(on), on)


def delivered_column(viewer: Viewer, children: Sequence[UUID], on: date) -> Mapping[UUID, Shown]:
    shares = _shares(viewer, (), on)
    percents = {child: round(shares[child] * 100) for child in children if child in shares}
    bars = {percent: _bar(percent) for percent in set(percents.values())}
    return {
        child: Shown(f"{percent} %", html=bars[percent], href=address("child_support", child))
        for child, percent in percents.items()
    }


def _bar(percent: int) -> SafeString:
    return progress_bar(min(percent, 100), 100, "%", _("Delivered of what was planned in six weeks"))


def _choices(viewer: Viewer, on: date) -> Sequence[tuple[str, str | Promise]]:
    return [(_UNDER, _("Under 75 % delivered"))]


def _keys(viewer: Viewer, on: date) -> list[UUID]:
    return short_of_plan(_shares(viewer, (), on), ENOUGH)


def _rows(viewer: Viewer, value: str, on: date) -> Q:
    return Q(pk__in=_keys(viewer, on) if value == _UNDER else [])


def _sentence(number: int, detail: object) -> str:
    said = ngettext("%(number)d child under 75 %% delivered", "%(number)d children under 75 %% delivered", number)
    return said % {"number": number}


def delivered_to(viewer: Viewer, child: UUID) -> Delivered | None:
    """Planned against delivered in six weeks, for the side of a child's record."""
    sums = total(delivered_by_week(viewer, child, _since(viewer.today), viewer.today))
    if sums.share is None:
        return None
    sentence = _("%(given)d of %(due)d minutes given since %(day)s") % {
        "given": sums.delivered_minutes,
        "due": sums.due_minutes,
        "day": date_format(_since(viewer.today), "j F"),
    }
    return Delivered(sums.share, sentence)


def checks_of(viewer: Viewer, child: UUID) -> Iterable[Due]:
    """Equipment, approaches, training and reviews that somebody should look at within two weeks."""
    if not viewer.role.staff:
        return []
    return [
        Due(
            on=check.due_on,
            text=_("Look whether it is in place: %(what)s") % {"what": check.dose.what},
            href=reverse("dose", args=[check.dose.pk]),
            state="late" if check.late else "due",
            owner=check.dose.who,
        )
        for check in checks_due(viewer, viewer.today + timedelta(days=14), child)
    ]


def join() -> None:
    """Called once, when the app is ready."""
    add_column("delivered", gettext_lazy("Delivered"), delivered_column, order=70)
    add_filter("delivered", gettext_lazy("Delivered"), _choices, _rows, order=80)
    add_count("delivered", _UNDER, _sentence, _keys, order=20)
    add_tab(gettext_lazy("Support"), "child_support", right="child.view", order=57)
    add_delivered(delivered_to)
    add_due(checks_of)
    add_thread(session_entries)
