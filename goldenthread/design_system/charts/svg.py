"""The parts charts are drawn from. Classes only: no style, no script, so a strict policy lets them through."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldenthread.design_system.components.markup import attributes, joined


def number(value: float) -> str:
    """A coordinate or amount as short as it can be: no trailing noughts, no exponent below a million."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))


def text(words: object, x: float, y: float, *looks: str) -> SafeString:
    """Words at a place. looks: value, quiet, end (right-aligned), middle."""
    classes = " ".join(["gt-chart__text", *(f"gt-chart__text--{look}" for look in looks)])
    return format_html('<text class="{}" x="{}" y="{}">{}</text>', classes, number(x), number(y), words)


def line(x1: float, y1: float, x2: float, y2: float, css_class: str) -> SafeString:
    place = {"class": css_class, "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2)}
    return format_html("<line{}/>", attributes(place))


def bar(x: float, y: float, width: float, height: float, css_class: str) -> SafeString:
    place = {
        "class": css_class,
        "x": number(x),
        "y": number(y),
        "width": number(width),
        "height": number(height),
    }
    return format_html("<rect{}/>", attributes(place))


def dot(x: float, y: float, css_class: str = "", radius: float = 5) -> SafeString:
    classes = f"gt-chart__dot {css_class}".strip()
    place = {"class": classes, "cx": number(x), "cy": number(y), "r": number(radius)}
    return format_html("<circle{}/>", attributes(place))


def polyline(points: Iterable[tuple[float, float]], css_class: str) -> SafeString:
    joined_points = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return format_html('<polyline class="{}" points="{}"/>', css_class, joined_points)


def drawing(
    parts: Iterable[SafeString], width: float, height: float, title: str, description: str, mark: str
) -> SafeString:
    """The whole drawing, with its name and description for those who cannot see it."""
    return format_html(
        '<svg class="gt-chart__drawing" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d">'
        '<title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>',
        number(width),
        number(height),
        mark,
        mark,
        mark,
        title,
        mark,
        description,
        joined(parts),
    )
