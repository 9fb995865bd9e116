"""One recipient's exact copy: the same bytes for the preview, the held letter and what leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from goldenthread.access.permissions import Refused
from goldenthread.access.viewer import Viewer
from goldenthread.documents import page, pdf, plain
from goldenthread.documents.model import Document

from .kinds import kind_of
from .models import Channel, Letter
from .recipients import Recipient, recipient_of, sender_lines
from .words_as_blocks import blocks_of


@dataclass(frozen=True)
class Copy:
    """What one recipient would get. pdf: the paper; html: the page; text: every word of it, to look names up in."""

    document: Document
    pdf: bytes
    html: str
    text: str

    @property
    def digests(self) -> tuple[str, str]:
        return sha256(self.pdf).hexdigest(), sha256(self.html.encode()).hexdigest()


def document_of(viewer: Viewer, letter: Letter, recipient: Recipient) -> Document:
    """The letter as data. The address stands on it only when it is posted, and never a withheld one."""
    written = _written(viewer, letter)
    return replace(
        written,
        reference=letter.reference,
        recipient=recipient.label,
        child=letter.child.name,
        written_on=letter.written_on,
        copy_number=1,
        sender=sender_lines(letter.holder),
        address=recipient.address if letter.channel == Channel.POST else (),
    )


def _written(viewer: Viewer, letter: Letter) -> Document:
    build = kind_of(letter.kind).build
    if build is not None:
        return build(viewer, letter.child_id, letter.about_id)
    blocks = blocks_of(letter.words)
    if not blocks or not letter.subject:
        raise Refused(_("Write what the letter is about, and what it says."))
    return Document(
        kind=_("Letter"),
        title=letter.subject,
        reference="-",
        recipient="-",
        written_on=letter.written_on,
        blocks=blocks,
    )


def copy_of(viewer: Viewer, letter: Letter) -> Copy:
    """Render this letter for its recipient as their row says now. Raises Refused when it cannot be written."""
    with override(settings.LANGUAGE_CODE):
        recipient = recipient_of(letter, viewer.today)
        document = document_of(viewer, letter, recipient)
        try:
            paper = pdf.render(document, size=size_for(recipient))
        except pdf.UnprintableDocument as error:
            raise Refused(
                _("This letter cannot be made into a page that everybody can read. Shorten its tables.")
            ) from error
        return Copy(document, paper, str(page.render(document, title_level=1)), plain.render(document))


def size_for(recipient: Recipient) -> pdf.PrintSize:
    return pdf.PrintSize.LARGE if recipient.large_print else pdf.PrintSize.STANDARD


def is_as_looked_at(letter: Letter, copy: Copy) -> bool:
    """Whether the recipient would get exactly what the sender saw, byte for byte."""
    return letter.rendered is not None and copy.digests == (letter.rendered.sha256, letter.page_sha256)
