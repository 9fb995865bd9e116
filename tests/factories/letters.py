"""Documents on a record, letters and messages, made through the actions that make them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.database.acting import one_transaction
from goldenthread.documents.actions import add_document
from goldenthread.documents.jobs import scan_file
from goldenthread.documents.models import Document
from goldenthread.documents.types import Purpose, Taken, take
from goldenthread.letters.actions import letters
from goldenthread.letters.jobs import release_letter
from goldenthread.letters.models import Letter, Notice
from goldenthread.letters.notices import send_notice
from goldenthread.organisations.models import Organisation
from goldenthread.people.models import Parent
from tests.factories.world import World, inside, seen_by


def text_file(data: bytes = b"What the therapist saw.\n", name: str = "words.txt") -> Taken:
    return take(name, data, Purpose.EVIDENCE)


def a_document(
    by: Viewer, child: Child, *, data: bytes = b"What the therapist saw.\n", checked: bool = True, **more: Any
) -> Document:
    """A text file on the child's record; checked: the virus check has been done."""
    with seen_by(by):
        made = add_document(by=by, child=child.pk, taken=text_file(data), **({"title": "Report"} | more))
    return scanned(made) if checked else made


def scanned(document: Document) -> Document:
    """The worker has done the virus check, as it does it: a transaction of its own."""
    scan_file._run(
        authority=str(document.authority_id), holder=str(document.holder_id), stored_file=str(document.stored_file_id)
    )
    return document


LETTER = {
    "kind": "free",
    "channel": "portal",
    "subject": "How reading goes",
    "words": "Dear Ada Bello,\n\nAmara Bello read a **whole page** aloud.\n\n- Monday\n- Friday",
}


def make_sendable(world: World, **contact: Any) -> Parent:
    """Amara's mother as a letter can reach her. contact: fields of her row."""
    values = {"email": "ada@example.org", "address": "3 Fern Close, Larkmere", "postcode": "LM1 2AB"} | contact
    with inside(world.school):
        Parent.objects.filter(account=world.ada).update(**values)
        Organisation.objects.filter(pk=world.school.pk).update(address="12 Acorn Lane", postcode="LM1 1AA")
        return Parent.objects.get(account=world.ada)


def a_letter(by: Viewer, child: Child, to: Parent | None = None, **more: Any) -> Letter:
    """A letter made ready to be looked at. to: the parent; None: the young person themselves."""
    values = LETTER | {"to": "young_person" if to is None else f"parent:{to.pk}"} | more
    with seen_by(by):
        made = letters.write_letter(by=by, child=child.pk, **values)
        return letters.preview_letter(by=by, letter=made.pk)


def held(by: Viewer, letter: Letter, **more: Any) -> Letter:
    """Send has been pressed after a look at the kept copy."""
    with seen_by(by):
        looked_at = Letter.objects.select_related("rendered").get(pk=letter.pk).rendered.sha256
        return letters.hold_letter(by=by, letter=letter.pk, looked_at=looked_at, site="https://gt.example.org/", **more)


def release(letter: Letter) -> None:
    """The worker lets it go now, whatever the clock says."""
    with one_transaction(authority=letter.authority_id, holders=[letter.holder_id]):
        Letter.objects.filter(pk=letter.pk, release_at__isnull=False).update(release_at=timezone.now())
    release_letter._run(authority=str(letter.authority_id), holder=str(letter.holder_id), letter=str(letter.pk))


def deliver_notices(letter: Letter) -> None:
    """The worker sends every notice that waits."""
    with one_transaction(authority=letter.authority_id, holders=[letter.holder_id]):
        waiting = list(Notice.objects.values_list("pk", flat=True))
    for key in waiting:
        send_notice._run(authority=str(letter.authority_id), holder=str(letter.holder_id), notice=str(key))


def as_it_stands(letter: Letter) -> Letter:
    with one_transaction(authority=letter.authority_id, holders=[letter.holder_id]):
        return Letter.objects.get(pk=letter.pk)
