"""Tables: real captions and headers, links that sort, numbers on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from goldenthread.design_system.components.markup import attributes, escaped, joined, one_of

ON_A_PHONE = ("stack", "scroll")
SORTED = ("", "ascending", "descending")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. sort_href: where a press on the heading leads; sorted: how the rows stand now."""

    text: str
    numeric: bool = False
    sort_href: str = ""
    sorted: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is more than its text: a link, or a quiet second line."""

    text: object
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table shows. A row is a sequence of texts, numbers, safe markup or Cells, in column order.

    row_headers: the first cell of each row names the row. phone: "stack" turns each row into a small
    card on a narrow screen, "scroll" keeps the table and lets it scroll inside its own frame.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    row_headers: bool = True
    caption_size: str = "m"
    caption_hidden: bool = False
    phone: str = "stack"
    footer: Sequence[object] = field(default=())


def table(shown: Table) -> SafeString:
    """The whole table in its frame."""
    one_of(ON_A_PHONE, shown.phone, "What a table does on a phone")
    frame = {"class": "gt-table gt-table--stacked"}
    if shown.phone == "scroll":
        frame = {"class": "gt-table", "role": "region", "aria-label": shown.caption, "tabindex": "0"}
    return format_html("<div{}>{}</div>", attributes(frame), bare_table(shown))


def bare_table(shown: Table) -> SafeString:
    """The table without its frame, for a place that frames it already."""
    head = joined(_heading(column) for column in shown.columns)
    frames = _frames(shown)
    body = joined(_row(frames, row) for row in shown.rows)
    foot = format_html("<tfoot>{}</tfoot>", _row(frames, shown.footer)) if shown.footer else ""
    return format_html(
        '<table class="govuk-table">{}{}<tbody class="govuk-table__body">{}</tbody>{}</table>',
        _caption(shown),
        format_html('<thead class="govuk-table__head"><tr class="govuk-table__row">{}</tr></thead>', head)
        if head
        else "",
        body,
        foot,
    )


def _caption(shown: Table) -> SafeString | str:
    if not shown.caption:
        return ""
    size = "govuk-visually-hidden" if shown.caption_hidden else f"govuk-table__caption--{shown.caption_size}"
    return format_html('<caption class="govuk-table__caption {}">{}</caption>', size, shown.caption)


def _heading(column: Column) -> SafeString:
    numeric = " govuk-table__header--numeric" if column.numeric else ""
    text: object = column.text
    if column.hidden:
        text = format_html('<span class="govuk-visually-hidden">{}</span>', column.text)
    elif column.sort_href:
        text = _sort_link(column)
    one_of(SORTED, column.sorted, "How a column is sorted")
    place = {"scope": "col", "class": f"govuk-table__header{numeric}", "aria-sort": column.sorted}
    return format_html("<th{}>{}</th>", attributes(place), text)


def _sort_link(column: Column) -> SafeString:
    return format_html(
        '<a class="gt-table__sort" href="{}">{}<span class="govuk-visually-hidden">, {}</span>'
        '<svg class="gt-table__arrow" viewBox="0 0 10 14" aria-hidden="true" focusable="false">'
        '<path class="gt-table__up" d="M5 0l5 6H0z"/>'
        '<path class="gt-table__down" d="M5 14L0 8h10z"/></svg></a>',
        column.sort_href,
        column.text,
        gettext("sort by this"),
    )


def _frames(shown: Table) -> list[tuple[str, str]]:
    """What stands before and after each cell of a row, said once for the whole table."""
    width = max(map(len, [shown.columns, shown.footer, *shown.rows]))
    return [_frame(shown, number) for number in range(width)]


def _frame(shown: Table, number: int) -> tuple[str, str]:
    if number == 0 and shown.row_headers:
        return '<th scope="row" class="govuk-table__header">', "</th>"
    column = shown.columns[number] if number < len(shown.columns) else Column("")
    numeric = " govuk-table__cell--numeric" if column.numeric else ""
    label = f' data-label="{escaped(column.text)}"' if shown.phone == "stack" and column.text else ""
    return f'<td class="govuk-table__cell{numeric}"{label}>', "</td>"


def _row(frames: Sequence[tuple[str, str]], row: Sequence[object]) -> SafeString:
    # Plain joining of escaped pieces: this runs for every cell of every list.
    cells = "".join([f"{before}{_inside(value)}{after}" for value, (before, after) in zip(row, frames, strict=False)])
    return SafeString(f'<tr class="govuk-table__row">{cells}</tr>')


def _inside(value: object) -> str:
    """The escaped inside of a cell; None is nothing."""
    if value is None:
        return ""
    if not isinstance(value, Cell):
        return escaped(value)
    text = escaped(value.text)
    if value.href:
        text = f'<a class="govuk-link" href="{escaped(value.href)}">{text}</a>'
    return f'{text}<span class="gt-table__note">{escaped(value.note)}</span>' if value.note else text
