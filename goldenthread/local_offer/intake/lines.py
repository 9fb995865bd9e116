"""A CSV file as rows, a little at a time, however long it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from django.utils.translation import gettext as _

from .incoming import SourceRefused

LONGEST_CELL = 4000


def rows_of(file: BinaryIO, encoding: str, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, heading → cell without spaces around it). Headings keep their own words.

    encoding: where a list has none of its own it is "utf-8-sig"; a list that is not that is read as Windows-1252.
    Raises SourceRefused when the file is no list, or lacks a heading that is needed.
    """
    file.seek(0)
    start = file.read(4096)
    file.seek(0)
    if b"\x00" in start or start.startswith((b"PK\x03\x04", b"%PDF")):
        raise SourceRefused(
            _("This is not a CSV file. If it came in a zip, unpack it first; save a spreadsheet as CSV.")
        )
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    try:
        yield from _read(csv.reader(text, strict=True), needed)
    except csv.Error as fault:
        raise SourceRefused(_("The file cannot be read as CSV (%(fault)s).") % {"fault": fault}) from None
    finally:
        text.detach()


def _read(reader: Iterator[list[str]], needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    head = [cell.strip().lstrip("\ufeff") for cell in next(reader, [])]
    if missing := [name for name in needed if name not in head]:
        raise SourceRefused(_("The first line must name the columns. These are missing: %s.") % ", ".join(missing))
    for number, cells in enumerate(reader, start=2):
        if any(cells):
            pairs = zip(head, cells, strict=False)
            yield number, {name: cell.replace("\x00", "").strip()[:LONGEST_CELL] for name, cell in pairs}
