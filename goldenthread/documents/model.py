"""One document, as data: what it says and to whom, before it is a page, a PDF or a Word file.

All text is plain. Nothing here is markup, so a `<`, a `#` or an `=` is only ever a letter of somebody's
words. The blocks are in `blocks.py`; the three renderings are `page.py`, `pdf.py` and `word.py`.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.documents.blocks import Block, Heading, Image, InvalidDocument, one_line
from goldenthread.privacy.plain_text import clean_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A letter, plan, report or record for one recipient.

    kind: what sort of document it is, without anybody's name ("SEN Support plan"). It becomes the title in
        the file's properties and the file's name, so it must not hold the child's name.
    title: the first heading; may hold names.
    recipient: who this copy is for ("Ms Ada Bello, mother"). Stands on every page.
    child: whom it is about, or "" for a document about nobody. Stands on every page.
    copy_number: 1 for the first copy of this document; stands on every page, so a stray page can be traced.
    language: a language tag such as "en-GB", "cy" or "ar".
    sender, address: the lines at the top of a letter; empty for a report.
    Raises InvalidDocument, with a sentence for the developer, when a screen reader or a sorting office could
    not make sense of the result.
    """

    kind: str
    title: str
    reference: str
    recipient: str
    written_on: datetime.date
    blocks: tuple[Block, ...]
    child: str = ""
    copy_number: int = 1
    language: str = "en-GB"
    sender: tuple[str, ...] = ()
    address: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("kind", "title", "reference", "recipient", "language"):
            one_line(self, name)
        object.__setattr__(self, "child", clean_line(self.child))
        for name in ("sender", "address"):
            lines = (clean_line(line) for line in getattr(self, name))
            object.__setattr__(self, name, tuple(line for line in lines if line))
        if self.copy_number < 1:
            raise InvalidDocument("Copies are numbered from 1.")
        self._refuse_names_in_kind()
        self._refuse_skipped_headings()

    def _refuse_names_in_kind(self) -> None:
        if self.child and self.child.casefold() in self.kind.casefold():
            raise InvalidDocument("The kind of document holds the child's name; put the name in the title.")

    def _refuse_skipped_headings(self) -> None:
        levels = [1, *(block.level for block in self.blocks if isinstance(block, Heading))]
        for above, below in pairwise(levels):
            if below > above + 1:
                raise InvalidDocument(f"A heading of level {below} follows one of level {above}.")

    @property
    def images(self) -> Iterator[Image]:
        """The pictures, in the order of the document."""
        return (block for block in self.blocks if isinstance(block, Image))

    @property
    def runs_right_to_left(self) -> bool:
        """Whether the document's language is written from right to left."""
        return self.language.split("-")[0] in {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
