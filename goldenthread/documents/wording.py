"""The few words a document has besides its own: what stands above the title and on every page.

Kept in one place so that the page, the PDF and the Word file say exactly the same. The words are in the
language that is active when the document is rendered; activate the document's language first.
"""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext

from goldenthread.documents.blocks import Fact, Note, Quote
from goldenthread.documents.model import Document


def day(date: datetime.date) -> str:
    """A date as people read it: 3 May 2026."""
    return date_format(date, "j F Y")


def opening_facts(document: Document) -> tuple[Fact, ...]:
    """What stands above the title: the day, whom it is for, and the reference to quote."""
    return (
        Fact(gettext("Date"), day(document.written_on)),
        Fact(gettext("For"), document.recipient),
        Fact(gettext("Our reference"), document.reference),
    )


def copy_line(document: Document) -> str:
    """What stands on every page, so that a stray page shows whose it is and which copy it fell from."""
    copy = gettext("Copy %(number)s") % {"number": document.copy_number}
    return " · ".join(part for part in (document.child, document.recipient, document.reference, copy) if part)


def page_line(page: str, pages: str) -> str:
    """The page's number, from two texts that stand for the numbers ("{page}" and "{pages}", or fields)."""
    return gettext("Page %(page)s of %(pages)s") % {"page": page, "pages": pages}


def said_line(quote: Quote) -> str:
    """Who said it, when, and how: "Amara, 20 October 2026 (drawn)"."""
    when = f", {day(quote.said_on)}" if quote.said_on else ""
    how = f" ({quote.how})" if quote.how else ""
    return f"{quote.said_by}{when}{how}"


def note_title(note: Note) -> str:
    """The note's own title; an important one without a title says that it is important."""
    return note.title or (gettext("Important") if note.important else "")
