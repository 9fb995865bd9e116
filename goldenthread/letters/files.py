"""The kinds of files that this room hands over: a letter's sheets and its paper, from the very bytes that were kept."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.viewer import Viewer
from goldenthread.documents.kept_files import KeptFile, kept_file
from goldenthread.documents.permissions import DOCUMENT_VIEW

from .actions.letters import letter_that_may_be_printed
from .models import Letter
from .permissions import LETTER_SEND
from .queries import letters as queries


def _paper(letter: Letter, sha256: str) -> KeptFile:
    return KeptFile(queries.kept_bytes(sha256), "application/pdf", f"letter-{letter.reference}.pdf")


@kept_file("letter-sheet", LETTER_SEND)
def letter_sheet(viewer: Viewer, key: UUID, number: int) -> KeptFile:
    """The picture of one sheet, for its sender to look at. number: from 1."""
    found = queries.letter_for(viewer, key)
    if queries.bears_withheld_address(found):
        raise Refused(_("The address on this letter is withheld now, so its sheets are not shown."))
    if not 1 <= number <= len(found.pictures):
        raise NotFound("sheet of a letter")
    data, name = queries.kept_bytes(found.pictures[number - 1]), f"letter-{found.reference}-{number}.png"
    return KeptFile(data, "image/png", name, in_page=True)


@kept_file("letter-to-print", LETTER_SEND)
def letter_to_print(viewer: Viewer, key: UUID, number: int) -> KeptFile:
    """The sheets of a letter that goes by post or by hand, to be printed."""
    found = letter_that_may_be_printed(by=viewer, letter=key)
    assert found.rendered is not None
    return _paper(found, found.rendered.sha256)


@kept_file("letter-to-me", DOCUMENT_VIEW)
def letter_to_me(viewer: Viewer, key: UUID, number: int) -> KeptFile:
    """A letter, for the one it was sent to."""
    if viewer.role.staff:
        raise NotFound("family")
    row = queries.letter_to_me(viewer, key)
    assert row.sent is not None
    return _paper(row.letter, row.sent.sha256)
