"""What this room puts on a child's record: letters and talks on the thread, and messages to be answered."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.viewer import Viewer
from goldenthread.children import record_parts
from goldenthread.design_system.components import ThreadEntry

from .permissions import COMMUNICATION_VIEW, LETTER_SEND, MESSAGE_ANSWER
from .queries.letters import letters_about, letters_to_me
from .queries.log import talks_about
from .queries.messages import threads_of


def sent_letters(viewer: Viewer, child: UUID) -> Iterable[ThreadEntry]:
    """Staff who send letters: all that left. Family: those to this very person."""
    staff = viewer.role.staff
    rows = (
        (letters_about(viewer, child) if viewer.has(LETTER_SEND.name) else [])
        if staff
        else letters_to_me(viewer, child)
    )
    for row in rows:
        if row.sent is not None:
            yield ThreadEntry(
                on=row.sent.on,
                who=row.letter.holder.name,
                text=_("Letter to %s") % row.sent.recipient,
                kind="letter",
                link_href=reverse("letter" if staff else "my_letter", args=[row.letter.pk]),
                link_text=row.letter.subject or _("Open the letter"),
            )


def talks(viewer: Viewer, child: UUID) -> Iterable[ThreadEntry]:
    for talk in talks_about(viewer, child):
        agreed = _("Agreed: %s") % talk.agreed if talk.agreed else ""
        yield ThreadEntry(
            on=talk.on,
            who=talk.recorded_by.name,
            text=" ".join(filter(None, (f"{talk.get_way_display()}, {talk.with_whom}: {talk.said}", agreed))),
            kind="note",
        )


def to_answer(viewer: Viewer, child: UUID) -> Iterable[record_parts.Due]:
    """Messages of the family that wait for those who answer them."""
    if not viewer.has(MESSAGE_ANSWER.name):
        return
    for row in threads_of(viewer, child):
        if row.waits_since is not None:
            yield record_parts.Due(
                on=row.answer_by,
                text=_("Answer the message from %s") % row.thread.family_account.name,
                href=reverse("message_thread", args=[row.thread.pk]),
                state="late" if row.late else "due",
            )


def register() -> None:
    record_parts.add_thread(sent_letters)
    record_parts.add_thread(talks)
    record_parts.add_due(to_answer)
    record_parts.add_tab(gettext_lazy("Letters"), "child_letters", right=LETTER_SEND.name, order=72)
    record_parts.add_tab(gettext_lazy("Messages"), "child_messages", right=MESSAGE_ANSWER.name, order=76)
    record_parts.add_tab(gettext_lazy("Calls and meetings"), "communications", right=COMMUNICATION_VIEW.name, order=78)
