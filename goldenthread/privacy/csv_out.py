"""Lists as CSV that a spreadsheet program only shows and never obeys. OWASP ASVS 5.0, 1.2.10."""

import csv
import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO

from goldenthread.privacy.plain_text import clean

Value = str | int | float | Decimal | bool | datetime.date | None
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for old Windows letters
# What makes a spreadsheet program take a cell for a formula; the wide forms are turned narrow by some.
OBEYED = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def harmless(value: Value) -> str:
    """The value as text for one cell. Text that a program might obey gets an apostrophe in front.

    Numbers and dates given as such stay as they are (-5 is a number); the text "-5" is text and is marked.
    """
    match value:
        case None:
            return ""
        case bool() | str():
            text = clean(str(value))
            return f"'{text}" if text.lstrip(" \u00a0").startswith(OBEYED) or text[:1].isspace() else text
        case datetime.datetime() | datetime.date():
            return value.isoformat()
        case _:
            return str(value)


def csv_lines(head: Iterable[str], rows: Iterable[Iterable[Value]]) -> Iterator[bytes]:
    """The list line by line, for an answer that is streamed: UTF-8, comma, CRLF, a byte order mark first."""
    yield (BYTE_ORDER_MARK + _line(head)).encode()
    for row in rows:
        yield _line(row).encode()


def csv_bytes(head: Iterable[str], rows: Iterable[Iterable[Value]]) -> bytes:
    """The whole list at once."""
    return b"".join(csv_lines(head, rows))


def _line(cells: Iterable[Value]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([harmless(cell) for cell in cells])
    return line.getvalue()
