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

# Down, in pixels: the top and the foot of the drawing, and how near a figure may come to the target's line.
TOP = 22.0
FOOT = 212.0
CLEAR = 34.0
# Across, in shares of the width: the first and the last point; the scale's figures stand before the first.
FIRST = 14.0
LAST = 93.0
NAMES = 5


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

    def parts(self) -> tuple[list[SafeString], float]:
        top_value = scale_top(max([value for _, value in self.known] + [self.target or 0], default=0))
        drawn = self._frame(top_value)
        for piece in self._unbroken(top_value):
            drawn.extend(svg.path(piece))
            drawn.extend(svg.dot(x, y) for x, y in piece)
        if self.known:
            drawn.append(self._last_figure(top_value))
        return drawn, FOOT + 28

    def _last_figure(self, top_value: float) -> SafeString:
        last = max(place for place, (_, value) in enumerate(self.points) if value is not None)
        value = self.known[-1][1]
        y = self._y(value, top_value)
        # Above the dot, unless the target's line runs there.
        crossed = self.target is not None and 0 <= y - self._y(self.target, top_value) < CLEAR
        return svg.text(self.amount(value), self._x(last), y + (24 if crossed else -14), "value", "middle")

    def _frame(self, top_value: float) -> list[SafeString]:
        drawn = []
        for step in range(3):
            value = top_value * step / 2
            y = self._y(value, top_value)
            drawn.append(svg.line(0, y, 100, y, "gt-chart__axis" if step == 0 else "gt-chart__grid"))
            drawn.append(svg.text(self.amount(value), 0, y - 5, "quiet"))
        if self.target is not None:
            y = self._y(self.target, top_value)
            drawn.append(svg.line(0, y, 100, y, "gt-chart__target"))
            drawn.append(svg.text(gettext("Target"), 100, y - 7, "end"))
        # Only so many names fit under the line on a phone; the last point always has its own.
        every = -(-len(self.points) // NAMES)
        for place, (name, _) in enumerate(self.points):
            if (len(self.points) - 1 - place) % every == 0:
                drawn.append(self._point_name(place, name))
        return drawn

    def _point_name(self, place: int, name: str) -> SafeString:
        if place == len(self.points) - 1 and place:
            return svg.text(name, 100, FOOT + 22, "end", "quiet")
        return svg.text(name, self._x(place), FOOT + 22, "middle", "quiet")

    def _unbroken(self, top_value: float) -> list[list[tuple[float, float]]]:
        pieces: list[list[tuple[float, float]]] = [[]]
        for place, (_, value) in enumerate(self.points):
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append((self._x(place), self._y(value, top_value)))
        return [piece for piece in pieces if piece]

    def _x(self, place: int) -> float:
        gaps = len(self.points) - 1
        return FIRST + (LAST - FIRST) * (place / gaps if gaps else 0.5)

    def _y(self, value: float, top_value: float) -> float:
        return FOOT - (FOOT - TOP) * value / top_value


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

    def parts(self) -> tuple[list[SafeString], float]:
        values = [self.baseline, self.target] + ([] if self.now is None else [self.now])
        low, high = min(values), max(values)
        span = (high - low) or 1

        def y(value: float) -> float:
            return 34 - 26 * (value - low) / span

        drawn = [svg.line(6, y(self.baseline), 94, y(self.target), "gt-chart__target")]
        if self.now is not None:
            drawn += svg.path([(6, y(self.baseline)), (50, y(self.now))])
            drawn.append(svg.dot(50, y(self.now), "gt-chart__dot--now"))
        drawn += [svg.dot(6, y(self.baseline)), svg.dot(94, y(self.target), "gt-chart__dot--target")]
        return drawn, 42

    def as_html(self) -> SafeString:
        """The drawing beside its sentence, which holds all three figures; the table is read out only."""
        drawn, height = self.parts()
        return format_html(
            '<div class="gt-sparkline">{}<span class="gt-sparkline__words">{}</span>'
            '<div class="govuk-visually-hidden">{}</div></div>',
            svg.drawing(drawn, height, self.title, self.said, self.mark),
            self.said,
            self.table(),
        )
