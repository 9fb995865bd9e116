"""A drawing of where results are: numbered points in a square, a scale, north up. No tiles, no script, no style.

Each number is the number of the same result in the list beside it, so whoever cannot see the drawing loses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians
from typing import Any

from .finding.searching import Found, Result

SIDE, MARGIN = 600, 40  # in the drawing's own units
_MILES_A_DEGREE = 69.0
_SCALES = (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class Mark:
    """One point. numbers: of the results that stand there."""

    x: int
    y: int
    numbers: list[int]

    @property
    def label(self) -> str:
        return str(self.numbers[0]) if len(self.numbers) == 1 else f"{self.numbers[0]}+"


@dataclass(frozen=True)
class Drawing:
    """marks: in the order of the list; own: where the place asked for is; scale: miles and their length."""

    marks: list[Mark]
    results: list[dict[str, Any]]
    own: tuple[int, int] | None
    scale_miles: float
    scale_length: int


def draw(found: Found) -> Drawing:
    """The results of this page that have a place, numbered as in their list."""
    numbered = list(enumerate(found.results, 1))
    points = [(number, *_point(result)) for number, result in numbered if _point(result)]  # type: ignore[misc]
    known = [(latitude, longitude) for _number, latitude, longitude in points]
    if found.point:
        known.append((found.point.latitude, found.point.longitude))
    rows = [{"number": number, "result": result, "on_map": bool(_point(result))} for number, result in numbered]
    if not known:
        return Drawing([], rows, None, 0, 0)
    place = _Frame(known)
    grouped: dict[tuple[int, int], list[int]] = {}
    for number, latitude, longitude in points:
        grouped.setdefault(place.near(latitude, longitude, grouped), []).append(number)
    own = place.at(found.point.latitude, found.point.longitude) if found.point else None
    marks = [Mark(x, y, numbers) for (x, y), numbers in grouped.items()]
    return Drawing(marks, rows, own, *place.scale())


def _point(result: Result) -> tuple[float, float] | None:
    """The first of its places that has a point."""
    for place in result.listing.entry["places"]:
        if "latitude" in place:
            return place["latitude"], place["longitude"]
    return None


class _Frame:
    """Turns degrees into places of the drawing, the same length for a mile in both directions."""

    def __init__(self, points: list[tuple[float, float]]) -> None:
        south, north = min(point[0] for point in points), max(point[0] for point in points)
        west, east = min(point[1] for point in points), max(point[1] for point in points)
        self.middle = (south + north) / 2, (west + east) / 2
        self.narrow = cos(radians(self.middle[0]))
        across = max((north - south), (east - west) * self.narrow, 0.008)
        self.unit = (SIDE - 2 * MARGIN) / across  # units a degree of latitude

    def at(self, latitude: float, longitude: float) -> tuple[int, int]:
        x = SIDE / 2 + (longitude - self.middle[1]) * self.narrow * self.unit
        y = SIDE / 2 - (latitude - self.middle[0]) * self.unit
        return round(x), round(y)

    def near(self, latitude: float, longitude: float, taken: dict[tuple[int, int], list[int]]) -> tuple[int, int]:
        """Where the point goes: on a mark that already stands so near that they would lie on each other."""
        x, y = self.at(latitude, longitude)
        return next((mark for mark in taken if abs(mark[0] - x) < 24 and abs(mark[1] - y) < 24), (x, y))

    def scale(self) -> tuple[float, int]:
        """The longest round number of miles that fits a third of the side."""
        mile = self.unit / _MILES_A_DEGREE
        fitting = [miles for miles in _SCALES if miles * mile <= SIDE / 3] or [_SCALES[0]]
        return fitting[-1], round(fitting[-1] * mile)
