"""Lines: an amount over time with its target, and the small line from baseline to now to target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from goldenthread.design_system.charts import svg
from goldenthread.design_system.charts.base import Chart, scale_top
from goldenthread.design_system.components.tables import Column

WIDTH = 640.0
TOP = 14.0
BASE = 214.0
LEFT = 46.0
RIGHT = 606.0


@dataclass(frozen=True, kw_only=True)
class LineChart(Chart):
    """One amount at each point of time, in order; None is a point with no figure, and breaks the line."""

    points: Sequence[tuple[str, float | None]]
    column: str
    measure: str
    target: float | None = None

    @property
    def known(self) -> list[tuple[str, float]]:
        return [(name, value) for name, value in self.points if value is not None]

    def columns(self) -> list[Column]:
        return [Column(self.column), Column(self.measure, numeric=True)]

    def rows(self) -> list[list[object]]:
        none = gettext("no figure")
        rows: list[list[object]] = [
            [name, none if value is None else self.amount(value)] for name, value in self.points
        ]
        return rows if self.target is None else [*rows, [gettext("Target"), self.amount(self.target)]]

    def own_sentence(self) -> str:
        if not self.known:
            return gettext("There is nothing to show yet.")
        first, last = self.known[0], self.known[-1]
        sentence = gettext("%(first)s in %(from)s, %(last)s in %(to)s") % {
            "first": self.amount(first[1]),
            "from": first[0],
            "last": self.amount(last[1]),
            "to": last[0],
        }
        if self.target is None:
            return f"{sentence}."
        return gettext("%(sentence)s; the target is %(target)s.") % {
            "sentence": sentence,
            "target": self.amount(self.target),
        }

    def parts(self) -> tuple[list[SafeString], float, float]:
        top_value = scale_top(max([value for _, value in self.known] + [self.target or 0], default=0))
        drawn = self._frame(top_value)
        for piece in self._unbroken(top_value):
            drawn.append(svg.polyline(piece, "gt-chart__line"))
            drawn.extend(svg.dot(x, y) for x, y in piece)
        if self.known:
            last = max(place for place, (_, value) in enumerate(self.points) if value is not None)
            value = self.known[-1][1]
            drawn.append(
                svg.text(self.amount(value), self._x(last), self._y(value, top_value) - 14, "value", "middle")
            )
        return drawn, WIDTH, BASE + 28

    def _frame(self, top_value: float) -> list[SafeString]:
        drawn = []
        for step in range(3):
            value = top_value * step / 2
            y = self._y(value, top_value)
            drawn.append(svg.line(LEFT, y, RIGHT, y, "gt-chart__axis" if step == 0 else "gt-chart__grid"))
            drawn.append(svg.text(self.amount(value), LEFT - 8, y + 5, "end", "quiet"))
        if self.target is not None:
            y = self._y(self.target, top_value)
            drawn.append(svg.line(LEFT, y, RIGHT, y, "gt-chart__target"))
            drawn.append(svg.text(gettext("Target"), LEFT + 4, y - 7))
        # At most seven names fit under the line at phone width.
        every = -(-len(self.points) // 7)
        for place, (name, _) in enumerate(self.points):
            if (len(self.points) - 1 - place) % every == 0:
                drawn.append(svg.text(name, self._x(place), BASE + 22, "middle", "quiet"))
        return drawn

    def _unbroken(self, top_value: float) -> list[list[tuple[float, float]]]:
        pieces: list[list[tuple[float, float]]] = [[]]
        for place, (_, value) in enumerate(self.points):
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append((self._x(place), self._y(value, top_value)))
        return [piece for piece in pieces if piece]

    def _x(self, place: int) -> float:
        room = RIGHT - LEFT - 40
        return LEFT + 20 + (room * place / (len(self.points) - 1) if len(self.points) > 1 else room / 2)

    def _y(self, value: float, top_value: float) -> float:
        return BASE - (BASE - TOP) * value / top_value


@dataclass(frozen=True, kw_only=True)
class Sparkline(Chart):
    """Baseline, now and target as three dots on one small line. now is None before the first measure."""

    baseline: float
    now: float | None
    target: float

    def columns(self) -> list[Column]:
        return [Column(gettext("Point")), Column(gettext("Measure"), numeric=True)]

    def rows(self) -> list[list[object]]:
        now = gettext("not measured yet") if self.now is None else self.amount(self.now)
        return [
            [gettext("Baseline"), self.amount(self.baseline)],
            [gettext("Now"), now],
            [gettext("Target"), self.amount(self.target)],
        ]

    def own_sentence(self) -> str:
        figures = {"baseline": self.amount(self.baseline), "target": self.amount(self.target)}
        if self.now is None:
            return gettext("Started at %(baseline)s, target %(target)s; not measured yet.") % figures
        return gettext("Started at %(baseline)s, now %(now)s, target %(target)s.") % (
            figures | {"now": self.amount(self.now)}
        )

    def parts(self) -> tuple[list[SafeString], float, float]:
        values = [self.baseline, self.target] + ([] if self.now is None else [self.now])
        low, high = min(values), max(values)
        span = (high - low) or 1

        def y(value: float) -> float:
            return 34 - 26 * (value - low) / span

        drawn = [svg.line(8, y(self.baseline), 120, y(self.target), "gt-chart__target")]
        if self.now is not None:
            drawn.append(svg.polyline([(8, y(self.baseline)), (64, y(self.now))], "gt-chart__line"))
            drawn.append(svg.dot(64, y(self.now), "gt-chart__dot--now"))
        drawn += [svg.dot(8, y(self.baseline)), svg.dot(120, y(self.target), "gt-chart__dot--target")]
        return drawn, 128, 42

    def as_html(self) -> SafeString:
        """The drawing beside its sentence, which holds all three figures; the table is read out only."""
        drawn, width, height = self.parts()
        return format_html(
            '<div class="gt-sparkline">{}<span class="gt-sparkline__words">{}</span>'
            '<div class="govuk-visually-hidden">{}</div></div>',
            svg.drawing(drawn, width, height, self.title, self.said, self.mark),
            self.said,
            self.table(),
        )
