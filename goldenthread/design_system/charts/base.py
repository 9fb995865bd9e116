"""What every chart is: a drawing, one sentence that says what it shows, and its table."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from goldenthread.design_system.charts import svg
from goldenthread.design_system.components.markup import joined
from goldenthread.design_system.components.tables import Column, Table, table


@dataclass(frozen=True, kw_only=True)
class Chart:
    """title: what is counted. sentence: what it shows; made from the figures when left out.

    unit stands after numbers ("%", "days"). table_open: the table is in view, not behind one tap.
    """

    title: str
    sentence: str = ""
    unit: str = ""
    table_open: bool = False
    heading_level: int = 3

    def columns(self) -> list[Column]:
        """The columns of the table."""
        raise NotImplementedError

    def rows(self) -> list[list[object]]:
        """The rows of the table: every figure that is drawn."""
        raise NotImplementedError

    def own_sentence(self) -> str:
        """The sentence made from the figures."""
        raise NotImplementedError

    def parts(self) -> tuple[list[SafeString], float]:
        """What is drawn, and how high it is in pixels."""
        raise NotImplementedError

    def key(self) -> list[tuple[str, str]]:
        """The fill classes and names of series, when there is more than one."""
        return []

    @property
    def said(self) -> str:
        return self.sentence or self.own_sentence()

    @property
    def mark(self) -> str:
        """An id of this chart on its page, the same each time it is drawn."""
        return f"chart-{crc32(f'{self.title}{self.rows()}'.encode()):08x}"

    def amount(self, value: float) -> str:
        """A figure with its unit: 92 %, 14 days, 3."""
        figure = f"{value:,.1f}".rstrip("0").rstrip(".") if value != int(value) else f"{int(value):,}"
        return f"{figure}{self.unit}" if self.unit in ("", "%") else f"{figure} {self.unit}"

    def table(self) -> SafeString:
        return table(Table(caption=self.title, caption_hidden=True, columns=self.columns(), rows=self.rows()))

    def as_html(self) -> SafeString:
        """Title, sentence, key, drawing and table, in this order."""
        drawn, height = self.parts()
        return format_html(
            '<div class="gt-chart"><h{0} class="gt-chart__title">{1}</h{0}>'
            '<p class="gt-chart__sentence">{2}</p>{3}{4}{5}</div>',
            self.heading_level,
            self.title,
            self.said,
            self._key(),
            svg.drawing(drawn, height, self.title, self.said, self.mark),
            self._table_frame(),
        )

    def _key(self) -> SafeString | str:
        lines = joined(
            format_html(
                '<li><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">'
                '<rect class="{}" width="10" height="10"/></svg>{}</li>',
                css_class,
                name,
            )
            for css_class, name in self.key()
        )
        return format_html('<ul class="gt-chart__key">{}</ul>', lines) if lines else ""

    def _table_frame(self) -> SafeString:
        if self.table_open:
            return format_html('<div class="gt-chart__table">{}</div>', self.table())
        return format_html(
            '<details class="govuk-details"><summary class="govuk-details__summary">'
            '<span class="govuk-details__summary-text">{}'
            '<span class="govuk-visually-hidden">: {}</span></span></summary>'
            '<div class="govuk-details__text">{}</div></details>',
            gettext("The same as a table"),
            self.title,
            self.table(),
        )


def scale_top(largest: float) -> float:
    """A round number at or just above the largest value, for the end of an axis; 1 when all are nought."""
    if largest <= 0:
        return 1.0
    power = 10.0 ** (len(str(int(largest))) - 1) if largest >= 1 else 0.1
    return next(step * power for step in (1, 2, 2.5, 4, 5, 6, 8, 10) if step * power >= largest)
