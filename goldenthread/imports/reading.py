"""A file's bytes as lines of cells, a little at a time."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .cells import BadCell, CellColumn

LONGEST_CELL = 2000
csv.field_size_limit(1_000_000)


class FileRefused(ValueError):
    """The file as a whole cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class BadField:
    """One field of one line that cannot be taken."""

    line: int
    field: str
    value: str
    remedy: str


def decoded(chunks: Iterable[bytes]) -> Iterator[str]:
    """The text of a CSV file saved as UTF-8 (with or without a mark) or, as older Excel does, Windows-1252."""
    waiting = iter(chunks)
    first = next(waiting, b"")
    if first.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise FileRefused(_("This is a spreadsheet or zip file. In your spreadsheet choose Save as, and CSV UTF-8."))
    if b"\x00" in first or first.startswith((b"%PDF", b"MZ")):
        raise FileRefused(_("This is not a CSV file. Save your list as CSV UTF-8 and bring that."))
    encoding = "utf-8-sig"
    try:
        codecs.getincrementaldecoder(encoding)().decode(first, final=False)
    except UnicodeDecodeError:
        encoding = "cp1252"
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        yield decoder.decode(first)
        for chunk in waiting:
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise FileRefused(
            _("The file holds characters we cannot read. Save it as CSV UTF-8 and bring it again.")
        ) from None


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    rest = ""
    for piece in pieces:
        *whole, rest = (rest + piece).splitlines(keepends=True) or [""]
        if rest.endswith("\n"):
            whole, rest = [*whole, rest], ""
        yield from whole
    if rest:
        yield rest


def rows_of(chunks: Iterable[bytes], columns: Sequence[CellColumn]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, heading → cell) of every line that is not empty. Columns we do not know are left out.

    Raises FileRefused when the file has no heading, lacks a required column or is not a list at all.
    """
    reader = csv.reader(_lines(decoded(chunks)), strict=True)
    try:
        head = [cell.strip().casefold().replace(" ", "_") for cell in next(reader, [])]
        _check_head(head, columns)
        known = {column.name for column in columns}
        for cells in reader:
            if any(cell.strip() for cell in cells):
                pairs = zip(head, cells, strict=False)
                yield reader.line_num, {name: cell.strip() for name, cell in pairs if name in known}
    except csv.Error as fault:
        message = _("Line %(line)d cannot be read as CSV (%(fault)s). Look for a stray quotation mark.")
        raise FileRefused(message % {"line": reader.line_num, "fault": fault}) from None


def _check_head(head: list[str], columns: Sequence[CellColumn]) -> None:
    missing = [column.name for column in columns if column.required and column.name not in head]
    if missing:
        message = _("The first line must name the columns. These are missing: %s. Use the template.")
        raise FileRefused(message % ", ".join(missing))
    twice = sorted({name for name in head if name and head.count(name) > 1})
    if twice:
        raise FileRefused(_("These columns are there twice: %s. Keep one of each.") % ", ".join(twice))


def cleaned(line: int, cells: dict[str, str], columns: Sequence[CellColumn]) -> tuple[dict[str, Any], list[BadField]]:
    """The values of one line, and what is wrong with them."""
    values: dict[str, Any] = {}
    bad = []
    for column in columns:
        cell = cells.get(column.name, "")
        try:
            if column.required and not cell:
                raise BadCell(_("Fill it in: every line needs it."))
            if len(cell) > LONGEST_CELL or "\x00" in cell:
                raise BadCell(_("Shorten it: no cell may be this long."))
            values[column.name] = column.clean(cell)
        except BadCell as fault:
            bad.append(BadField(line, column.name, cell[:120], str(fault)))
    return values, bad


def template(columns: Sequence[CellColumn]) -> str:
    """The CSV file to fill in: the headings, and one line to show how."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerow([column.example for column in columns])
    return "﻿" + out.getvalue()
