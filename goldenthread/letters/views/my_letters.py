"""Letters, for the person they are to."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.documents.handing_over import hand_over
from goldenthread.documents.permissions import DOCUMENT_ADD, DOCUMENT_VIEW
from goldenthread.documents.queries import document_links, documents_about
from goldenthread.request import Request

from ..actions.letters import note_opened
from ..queries import letters as queries
from .letters import as_page
from .sharing import child_shown, shown


def _family_only(request: Request) -> None:
    if request.viewer.role.staff:
        raise NotFound("family")


@needs(DOCUMENT_VIEW)
def my_letters(request: Request, child: UUID) -> HttpResponse:
    """Letters to me about this child, and the documents I may open."""
    _family_only(request)
    found = child_shown(request, child, DOCUMENT_VIEW, "letters and documents")
    rows = queries.letters_to_me(request.viewer, child)
    documents = documents_about(request.viewer, child)
    may_add = request.viewer.has(DOCUMENT_ADD.name)
    return shown(request, "my_letters", child=found, rows=rows, documents=documents[:5], may_add=may_add)


@needs(DOCUMENT_VIEW)
def my_letter(request: Request, letter: UUID) -> HttpResponse:
    """One letter as it was sent. Opening it is noted, so that the school knows it arrived."""
    _family_only(request)
    row = queries.letter_to_me(request.viewer, letter)
    assert row.sent is not None
    viewed(request, "a letter to me", [row.letter.child_id], thing=row.letter)
    note_opened(by=request.viewer, letter=letter)
    keys = list(row.letter.enclosures.values_list("document_id", flat=True))
    links = document_links(request.viewer, keys)
    enclosed = [links[key] for key in keys if key in links]
    return shown(request, "my_letter", row=row, page=as_page(queries.kept_page(row.sent)), enclosed=enclosed)


@needs(DOCUMENT_VIEW)
def my_letter_file(request: Request, letter: UUID) -> HttpResponse:
    """The letter as paper: the very bytes that were sent."""
    _family_only(request)
    row = queries.letter_to_me(request.viewer, letter)
    viewed(request, "a letter to me, as a file", [row.letter.child_id], thing=row.letter)
    note_opened(by=request.viewer, letter=letter)
    return hand_over(request, "letter-to-me", letter)
