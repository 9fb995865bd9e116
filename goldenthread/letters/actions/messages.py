"""Write to the school about a child, and answer. Each adult of the family has threads of their own."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, Right
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child
from goldenthread.children.scopes import in_force
from goldenthread.documents.setting_of import kept_about
from goldenthread.people.models import Assignment, AuthorityToAct, Parent, YoungPersonAccess

from ..models import Letter, Message, MessageThread
from ..names import names_found
from ..notices import queue_notices
from ..permissions import MESSAGE_ANSWER, MESSAGE_SEND
from ..queries.messages import answering_roles
from ..recipients import as_parent


def right_to_write(by: Viewer) -> Right:
    return MESSAGE_ANSWER if by.role.staff else MESSAGE_SEND


@transaction.atomic
def open_thread(
    *, by: Viewer, child: UUID, subject: str, words: str, site: str, to_parent: UUID | None = None
) -> MessageThread:
    """Begin a thread about one child with its first message.

    to_parent: for staff, which parent; they must have an account and authority to act. A family writes to the setting
    where the child is on the roll today. Raises NotFound outside the viewer's children.
    """
    right = right_to_write(by)
    found = reach_one(by, Child.objects.all(), right, child)
    about = kept_about(by, found.pk, _("The child is at no school here today, so there is nobody to write to."))
    account = by.person if to_parent is None else _account_of(by, found, to_parent)
    if by.role.staff and to_parent is None:
        raise Refused(_("Choose to whom you write."))
    thread = MessageThread.objects.create(
        **about, family_account_id=account, subject=subject.strip(), opened_on=by.today
    )
    record(by, "thread.opened", thread, child=found.pk)
    write_message(by=by, thread=thread.pk, words=words, site=site)
    return thread


def _account_of(by: Viewer, child: Child, parent: UUID) -> UUID:
    if not by.role.staff:
        raise NotFound("parent")
    found = AuthorityToAct.objects.filter(in_force(by.today), child=child, parent_id=parent).exclude(scope="none")
    held = found.select_related("parent").first()
    account: UUID | None = held.parent.account_id if held else None
    if held is None or account is None:
        raise Refused(
            _("This person has no account or no authority to act for the child today. Phone or write a letter.")
        )
    _refuse_whom_the_young_person_refused(by, child, held.parent)
    return account


def _refuse_whom_the_young_person_refused(by: Viewer, child: Child, parent: Parent) -> None:
    """Once the rights are the young person's, nothing is written to a parent to whom they said no (bar B10)."""
    refusal = as_parent(parent, child, by.today).refusal
    if refusal:
        raise Refused(refusal)


@transaction.atomic
def write_message(*, by: Viewer, thread: UUID, words: str, site: str) -> Message:
    """Add one message, and tell the other side that there is something new. A closed thread opens again.

    What staff write may name nobody of another family (Central Bedfordshire 2024). Raises NotFound for another's thread.
    """
    locked = reach_one(by, MessageThread.objects.select_for_update(), right_to_write(by), thread)
    family = not by.role.staff
    if not words.strip():
        raise Refused(_("Write something first."))
    if not family:
        _check_answer(by, locked, words)
    message = Message.objects.create(
        authority_id=locked.authority_id,
        holder_id=locked.holder_id,
        child_id=locked.child_id,
        thread=locked,
        words=words.strip(),
        from_family=family,
        written_by_id=by.person,
        on=by.today,
    )
    if locked.closed_on is not None:
        locked.closed_on = None
        locked.save(update_fields=["closed_on"])
    record(by, "message.written", message, child=locked.child_id, from_family=family)
    to = _who_answers(locked, by) if family else [locked.family_account_id]
    queue_notices(message, "message.written", to, caused_by=by.person, site=site)
    return message


def _check_answer(by: Viewer, thread: MessageThread, words: str) -> None:
    """Whether this person may still be written to about this child, and nobody else's child is named."""
    child = Child.objects.get(pk=thread.child_id)
    parent = Parent.objects.filter(account_id=thread.family_account_id, holder_id=thread.holder_id).first()
    authorities = AuthorityToAct.objects.filter(in_force(by.today), child=child, parent=parent).exclude(scope="none")
    own = YoungPersonAccess.objects.filter(in_force(by.today), child=child, account_id=thread.family_account_id)
    if not own.exists() and (parent is None or not authorities.exists()):
        raise Refused(
            _("This person has no authority to act for the child any more, so nothing can be written to them.")
        )
    if parent is not None and not own.exists():
        _refuse_whom_the_young_person_refused(by, child, parent)
    addressed = Letter(child=child, to_parent=parent, to_young_person=parent is None)
    for one in names_found(by, addressed, words):
        if one.stops:
            raise Refused(_("It names %(words)s: %(what)s.") % {"words": one.words, "what": one.what})


def _who_answers(thread: MessageThread, by: Viewer) -> list[UUID]:
    serving = Assignment.objects.filter(in_force(by.today), holder_id=thread.holder_id, role__in=answering_roles())
    return list(serving.values_list("account_id", flat=True).distinct())


@transaction.atomic
def close_thread(*, by: Viewer, thread: UUID) -> MessageThread:
    """Nothing more needs an answer. The next message opens it again."""
    locked = reach_one(by, MessageThread.objects.select_for_update(), right_to_write(by), thread)
    if locked.closed_on is None:
        locked.closed_on = by.today
        locked.save(update_fields=["closed_on"])
        record(by, "thread.closed", locked, child=locked.child_id)
    return locked
