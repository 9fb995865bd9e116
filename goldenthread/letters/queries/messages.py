"""Threads the viewer may read, and by when the school says it answers: counted from its school days, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.access.permissions import Right
from goldenthread.access.roles import ROLES
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.organisations.timeline import SchoolCalendar, calendar_of, school_year_of

from ..models import Message, MessageThread
from ..permissions import MESSAGE_ANSWER, MESSAGE_SEND


def answering_roles() -> list[str]:
    """The roles that answer a family's message."""
    return [role.key for role in ROLES.values() if MESSAGE_ANSWER.name in role.rights]


@dataclass(frozen=True)
class ThreadRow:
    """One thread with its messages. waits_since: the day of the first message still to be answered, or None.

    answer_by: the last day of the school's own promise; None where nothing waits, or no term is known so far ahead.
    """

    thread: MessageThread
    messages: tuple[Message, ...]
    waits_since: date | None
    answer_by: date | None
    today: date

    @property
    def last(self) -> Message:
        return self.messages[-1]

    @property
    def late(self) -> bool:
        return self.answer_by is not None and self.answer_by < self.today

    @property
    def sentence(self) -> str:
        """The promise in words, honest when it was not kept; "" when nothing waits."""
        if self.waits_since is None:
            return ""
        days = self.thread.holder.answer_days
        said = ngettext(
            "%(school)s says it answers within %(days)s school day",
            "%(school)s says it answers within %(days)s school days",
            days,
        ) % {"school": self.thread.holder.name, "days": days}
        if self.answer_by is None:
            return f"{said}."
        day = date_format(self.answer_by, "l j F")
        if self.late:
            return _("%(said)s. That was by %(day)s. It has not answered yet.") % {"said": said, "day": day}
        return _("%(said)s: by %(day)s.") % {"said": said, "day": day}


def _waits_since(thread: MessageThread, messages: Iterable[Message]) -> date | None:
    """The day of the first family message after the school's last; None once answered or closed."""
    since = None
    for message in messages:
        since = (since or message.on) if message.from_family else None
    return None if thread.closed_on else since


def _rows(viewer: Viewer, threads: Iterable[MessageThread]) -> list[ThreadRow]:
    @lru_cache
    def calendar(holder: UUID, year: int) -> SchoolCalendar:
        return calendar_of(holder, date(year, 9, 1), date(year + 1, 9, 1))

    rows = []
    for thread in threads:
        messages = tuple(thread.messages.all())
        since = _waits_since(thread, messages)
        known = None if since is None else calendar(thread.holder_id, school_year_of(since))
        by = known.after(since, thread.holder.answer_days) if since and known else None
        if messages:
            rows.append(ThreadRow(thread, messages, since, by, viewer.today))
    return rows


def _right(viewer: Viewer) -> Right:
    return MESSAGE_ANSWER if viewer.role.staff else MESSAGE_SEND


def threads_of(viewer: Viewer, child: UUID | None = None) -> list[ThreadRow]:
    """Threads the viewer takes part in: what waits first, soonest promised first; then the newest."""
    found = reachable(viewer, MessageThread.objects.all(), _right(viewer))
    found = found if child is None else found.filter(child_id=child)
    whole = found.select_related("child", "holder", "family_account").prefetch_related("messages__written_by")
    rows = _rows(viewer, whole[:200])
    waiting = [row for row in rows if row.waits_since]
    rest = [row for row in rows if not row.waits_since]
    waiting.sort(key=lambda row: (row.answer_by or date.max, row.waits_since))
    rest.sort(key=lambda row: row.last.at, reverse=True)
    return waiting + rest


def thread_for(viewer: Viewer, key: UUID) -> ThreadRow:
    """One thread the viewer takes part in. Raises NotFound for any other, the other parent's included."""
    whole = MessageThread.objects.select_related("child", "holder", "family_account")
    found = reach_one(viewer, whole.prefetch_related("messages__written_by"), _right(viewer), key)
    return _rows(viewer, [found])[0]
