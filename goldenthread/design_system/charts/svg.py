"""The parts charts are drawn from: classes only, no style, no script, as a strict policy asks.

Across, places are shares of the width (0 to 100), so that a chart fits a phone with its words at full
size; down, they are pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldenthread.design_system.components.markup import attributes, joined


def number(value: float) -> str:
    """A coordinate as short as it can be: at most two places, no trailing noughts."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def share(value: float) -> str:
    """A place across, as a share of the width."""
    return f"{number(value)}%"


def text(words: object, x: float, y: float, *looks: str) -> SafeString:
    """Words at a place. looks: value, quiet, end (right-aligned), middle."""
    classes = " ".join(["gt-chart__text", *(f"gt-chart__text--{look}" for look in looks)])
    return format_html('<text class="{}" x="{}" y="{}">{}</text>', classes, share(x), number(y), words)


def line(x1: float, y1: float, x2: float, y2: float, css_class: str) -> SafeString:
    """A straight line between two places."""
    place = {"class": css_class, "x1": share(x1), "y1": number(y1), "x2": share(x2), "y2": number(y2)}
    return format_html("<line{}/>", attributes(place))


def bar(x: float, y: float, width: float, height: float, css_class: str) -> SafeString:
    """A bar from x, as wide as a share of the whole."""
    place = {"class": css_class, "x": share(x), "y": number(y), "width": share(width), "height": number(height)}
    return format_html("<rect{}/>", attributes(place))


def dot(x: float, y: float, css_class: str = "") -> SafeString:
    """A dot on a line."""
    place = {"class": f"gt-chart__dot {css_class}".strip(), "cx": share(x), "cy": number(y), "r": "5"}
    return format_html("<circle{}/>", attributes(place))


def path(points: Sequence[tuple[float, float]]) -> list[SafeString]:
    """Straight lines from each point to the next."""
    return [line(*start, *end, "gt-chart__line") for start, end in pairwise(points)]


def drawing(parts: Iterable[SafeString], height: float, title: str, description: str, mark: str) -> SafeString:
    """The whole drawing, with its name and description for those who cannot see it."""
    return format_html(
        '<svg class="gt-chart__drawing" width="100%" height="{}" role="img" aria-labelledby="{}-t {}-d">'
        '<title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>',
        number(height),
        mark,
        mark,
        mark,
        title,
        mark,
        description,
        joined(parts),
    )
