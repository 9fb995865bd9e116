"""Write a letter, look at it, hold it, call it back. Leaving is sending.py, by a job, after the undo window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.reach import Reach
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child
from goldenthread.documents import pdf
from goldenthread.documents.models import Document, Scan, StoredFile
from goldenthread.documents.permissions import DOCUMENT_VIEW
from goldenthread.documents.storage import document_store
from goldenthread.people.queries import held_by
from goldenthread.process.moves import apply_move, begin

from ..checks import professionals_may_be_asked, why_not, why_not_enclosed
from ..jobs import release_letter
from ..kinds import kind_of, note_gone
from ..models import Channel, Enclosure, Letter, LetterOpened, Posting, State
from ..permissions import LETTER_SEND
from ..queries.letters import letter_for
from ..recipients import fields_of, offered_for, recipient_of
from ..rendering import Copy, copy_of, is_as_looked_at, size_for
from ..states import LETTER


@transaction.atomic
def write_letter(
    *,
    by: Viewer,
    child: UUID,
    kind: str,
    to: str,
    channel: str,
    subject: str = "",
    words: str = "",
    about: UUID | None = None,
    documents: Sequence[UUID] = (),
) -> Letter:
    """Begin a letter about one child to one person. to: a key of recipients.offered_for, never an address.

    documents: what goes with it, of this child only. Raises Refused for somebody who may not be written to.
    """
    found = reach_one(by, Child.objects.all(), LETTER_SEND, child)
    kind_of(kind)
    _check_recipient(by, found, to)
    letter = Letter.objects.create(
        **held_by(by),
        child=found,
        kind=kind,
        about_id=about,
        subject=subject.strip(),
        words=words.strip(),
        channel=Channel(channel),
        written_by_id=by.person,
        written_on=by.today,
        **fields_of(to),
    )
    begin(LETTER, "write", letter, by=by, kind=kind, channel=channel, enclosed=len(documents))
    _enclose(by, letter, documents)
    return letter


def _check_recipient(by: Viewer, child: Child, to: str) -> None:
    offered = {one.key for one in offered_for(by, child, professionals=professionals_may_be_asked())}
    if to not in offered:
        raise Refused(
            _("A letter about %s cannot go to this person. Choose somebody from the list.") % child.first_name
        )


def _enclose(by: Viewer, letter: Letter, documents: Sequence[UUID]) -> None:
    """Put documents into the envelope: only of the letter's own child, and only what its recipient may open."""
    letter = letter_for(by, letter.pk)
    recipient = recipient_of(letter, by.today)
    letter.enclosures.all().delete()
    for number, key in enumerate(dict.fromkeys(documents), start=1):
        document = reach_one(by, Document.objects.select_related("stored_file"), DOCUMENT_VIEW, key)
        reason = why_not_enclosed(document, letter, recipient)
        if reason:
            raise Refused(reason)
        Enclosure.objects.create(
            authority_id=letter.authority_id,
            holder_id=letter.holder_id,
            child_id=letter.child_id,
            letter=letter,
            document=document,
            number=number,
        )


@transaction.atomic
def change_letter(*, by: Viewer, letter: UUID, documents: Sequence[UUID] = (), to: str, **values: Any) -> Letter:
    """Change a letter that has not left. values: channel, subject, words. It must be looked at again afterwards."""
    found = letter_for(by, letter)
    _check_recipient(by, found.child, to)
    moved = apply_move(LETTER, "change", found, by=by)
    for name, value in (values | fields_of(to) | {"written_on": by.today, "stopped_because": ""}).items():
        setattr(moved, name, value)
    moved.save()
    _enclose(by, moved, documents)
    return moved


@transaction.atomic
def preview_letter(*, by: Viewer, letter: UUID) -> Letter:
    """Render this recipient's exact copy and keep it: as paper, as a page, and a picture of each sheet."""
    found = letter_for(by, letter, lock=True)
    copy = copy_of(by, found)
    store, size = document_store(), size_for(recipient_of(found, by.today))
    found.rendered = _kept(found, copy)
    found.page_sha256 = store.put(copy.html.encode())
    found.pictures = [store.put(picture) for picture in pdf.page_pictures(copy.document, size=size)]
    found.save(update_fields=["rendered", "page_sha256", "pictures", "changed_at"])
    return apply_move(LETTER, "preview", found, by=by)


def _kept(letter: Letter, copy: Copy) -> StoredFile:
    return StoredFile.objects.create(
        authority_id=letter.authority_id,
        holder_id=letter.holder_id,
        child_id=letter.child_id,
        sha256=document_store().put(copy.pdf),
        size=len(copy.pdf),
        media_type="application/pdf",
        ending="pdf",
        made_here=True,
        scan=Scan.CLEAN,
        scanner="made here",
    )


@transaction.atomic
def hold_letter(*, by: Viewer, letter: UUID, looked_at: str, site: str, urgent_because: str = "") -> Letter:
    """Press Send: everything is checked, and the letter waits for the undo window before it leaves.

    looked_at: the digest of the copy that stood on the page, so that nobody sends what they did not see.
    urgent_because: a reason to let it leave at once, kept with the letter. site: the address for the notice.
    """
    found = letter_for(by, letter, lock=True)
    if found.rendered is None or looked_at != found.rendered.sha256:
        raise Refused(_("Somebody has changed this letter since you looked at it. Look at it again, then send it."))
    copy = copy_of(by, found)
    if not is_as_looked_at(found, copy):
        raise Refused(_("What the letter says or where it goes has changed since you looked. Look at it again."))
    reasons = why_not(by, found, copy)
    if reasons:
        raise Refused(" ".join(reasons))
    urgent = urgent_because.strip()
    found.held_by_id, found.held_as, found.held_role = by.person, by.assignment, by.role.key
    found.release_at = timezone.now() if urgent else timezone.now() + settings.UNDO_WINDOW
    found.urgent_because, found.site, found.stopped_because = urgent, site, ""
    found.save()
    moved = apply_move(LETTER, "hold", found, by=by, urgent=bool(urgent), channel=found.channel)
    release_letter.queue(authority=found.authority_id, holder=found.holder_id, letter=found.pk, at=found.release_at)
    return moved


@transaction.atomic
def call_back(*, by: Viewer, letter: UUID) -> Letter:
    """Keep a held letter from leaving. Refused once it has left."""
    moved = apply_move(LETTER, "call_back", letter_for(by, letter), by=by)
    moved.release_at = None
    moved.save(update_fields=["release_at", "changed_at"])
    return moved


@transaction.atomic
def abandon_letter(*, by: Viewer, letter: UUID) -> Letter:
    """Give up a letter that has not left. What was written stays, for the record."""
    return apply_move(LETTER, "abandon", letter_for(by, letter), by=by)


@transaction.atomic
def letter_to_print(*, by: Viewer, letter: UUID) -> Letter:
    """Note that the paper of a sent letter is printed now. Raises what letter_that_may_be_printed raises."""
    found = letter_that_may_be_printed(by=by, letter=letter)
    record(by, "letter.printed", found, child=found.child_id)
    return found


def letter_that_may_be_printed(*, by: Viewer, letter: UUID) -> Letter:
    """A sent letter whose paper may be printed and go now: checked once more, since the sheet leaves after the job.

    Raises NotFound for a letter that is not on paper, Refused when the address on it is no longer what it was.
    """
    found = letter_for(by, letter)
    if found.state != State.SENT or found.channel == Channel.PORTAL:
        raise NotFound("a letter to print")
    recipient = recipient_of(found, by.today)
    reason = recipient.refusal or recipient.why_not.get(found.channel, "")
    if not reason and found.channel == Channel.POST and not _same_address(by, found):
        reason = _("The address has changed since this letter was made. Do not post it: write it again.")
    if reason:
        raise Refused(reason)
    return found


def _same_address(by: Viewer, letter: Letter) -> bool:
    """The address on the kept page is the one in the recipient's row now."""
    page = document_store().get(letter.page_sha256).decode()
    return all(escape(line) in page for line in recipient_of(letter, by.today).address)


@transaction.atomic
def note_posting(*, by: Viewer, letter: UUID) -> Posting:
    """Somebody put it into the post, or handed it over. Said twice, it is noted once."""
    found = letter_to_print(by=by, letter=letter)
    posting, made = Posting.objects.get_or_create(
        letter=found,
        defaults={
            "authority_id": found.authority_id,
            "holder_id": found.holder_id,
            "child_id": found.child_id,
            "by_id": by.person,
            "on": by.today,
        },
    )
    if made:
        record(by, "letter.posted", found, child=found.child_id, channel=found.channel)
        note_gone(by, found)
    return posting


@transaction.atomic
def note_opened(*, by: Viewer, letter: UUID) -> LetterOpened | None:
    """The recipient has opened it: noted the first time. None for anybody but the recipient."""
    if by.role.reach not in (Reach.FAMILY, Reach.SELF):
        return None
    found = letter_for(by, letter, DOCUMENT_VIEW)
    opened = LetterOpened.objects.filter(letter=found, account_id=by.person).first()
    if opened is not None:
        return opened
    opened = LetterOpened.objects.create(
        authority_id=found.authority_id,
        holder_id=found.holder_id,
        child_id=found.child_id,
        letter=found,
        account_id=by.person,
        on=by.today,
    )
    record(by, "letter.opened", found, child=found.child_id)
    return opened
