"""Bars lying down: names read as lines of text, and a long name does not turn on its side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from goldenthread.design_system.charts import svg
from goldenthread.design_system.charts.base import Chart, scale_top
from goldenthread.design_system.components.tables import Column

ROW = 52.0
THICK = 20.0
# The share of the width for bars; the figures stand in what is left.
BARS = 84.0


@dataclass(frozen=True, kw_only=True)
class BarChart(Chart):
    """One amount for each name. target draws a dashed gold line; column names the names ("School")."""

    values: Sequence[tuple[str, float]]
    column: str
    measure: str
    target: float | None = None

    def columns(self) -> list[Column]:
        return [Column(self.column), Column(self.measure, numeric=True)]

    def rows(self) -> list[list[object]]:
        rows: list[list[object]] = [[name, self.amount(value)] for name, value in self.values]
        return rows if self.target is None else [*rows, [gettext("Target"), self.amount(self.target)]]

    def own_sentence(self) -> str:
        if not self.values:
            return gettext("There is nothing to show yet.")
        most = max(self.values, key=lambda pair: pair[1])
        least = min(self.values, key=lambda pair: pair[1])
        return gettext("From %(least)s (%(least_name)s) to %(most)s (%(most_name)s).") % {
            "least": self.amount(least[1]),
            "least_name": least[0],
            "most": self.amount(most[1]),
            "most_name": most[0],
        }

    def parts(self) -> tuple[list[SafeString], float]:
        longest = scale_top(max([value for _, value in self.values] + [self.target or 0], default=0))
        drawn: list[SafeString] = []
        for place, (name, value) in enumerate(self.values):
            top = place * ROW
            drawn.append(svg.bar(0, top + 23, BARS * max(value, 0) / longest, THICK, "gt-chart__fill--1"))
            drawn.append(svg.text(name, 0, top + 16))
            drawn.append(svg.text(self.amount(value), 100, top + 38, "value", "end"))
        height = max(len(self.values) * ROW, ROW)
        drawn.append(svg.line(0, 20, 0, height, "gt-chart__axis"))
        if self.target is not None:
            drawn += self._target_line(BARS * self.target / longest, height)
            height += 26
        return drawn, height

    def _target_line(self, at: float, height: float) -> list[SafeString]:
        words = gettext("Target %(amount)s") % {"amount": self.amount(self.target or 0)}
        where = ("end",) if at > BARS / 2 else ()
        return [svg.line(at, 20, at, height + 4, "gt-chart__target"), svg.text(words, at, height + 22, *where)]


@dataclass(frozen=True, kw_only=True)
class StackedBarChart(Chart):
    """For each name, amounts that make up a whole; at most four series, in the order of the bar."""

    series: Sequence[str]
    values: Sequence[tuple[str, Sequence[float]]]
    column: str

    def __post_init__(self) -> None:
        if not 1 < len(self.series) <= 4:
            raise ValueError("A stacked bar has two to four series; more cannot be told apart.")

    def columns(self) -> list[Column]:
        return [Column(self.column), *(Column(name, numeric=True) for name in self.series)]

    def rows(self) -> list[list[object]]:
        return [[name, *(self.amount(value) for value in amounts)] for name, amounts in self.values]

    def key(self) -> list[tuple[str, str]]:
        return [(f"gt-chart__fill--{place}", name) for place, name in enumerate(self.series, start=1)]

    def own_sentence(self) -> str:
        totals = [sum(amounts[place] for _, amounts in self.values) for place in range(len(self.series))]
        pieces = [f"{name} {self.amount(total)}" for name, total in zip(self.series, totals, strict=True)]
        return gettext("In all: %(pieces)s.") % {"pieces": ", ".join(pieces)}

    def parts(self) -> tuple[list[SafeString], float]:
        longest = max((sum(amounts) for _, amounts in self.values), default=0) or 1
        drawn: list[SafeString] = []
        for place, (name, amounts) in enumerate(self.values):
            drawn.append(svg.text(name, 0, place * ROW + 16))
            left = 0.0
            for number, value in enumerate(amounts, start=1):
                length = 100.0 * value / longest
                if length > 0:
                    looks = f"gt-chart__piece gt-chart__fill--{number}"
                    drawn.append(svg.bar(left, place * ROW + 23, length, THICK, looks))
                left += length
        return drawn, max(len(self.values) * ROW, ROW)
