"""Where is that? From a postcode, an outward code or a town's name to a point, without any network.

The tables come from the ONS Postcode Directory and are loaded by `./run manage load_places`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from django.db.models.functions import Length

from .models import Outcode, Postcode, Town

_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
_OUTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
# Codes of areas that can be compared with a place: districts of all four nations, outward codes, postcodes.
COMPARABLE = r"^((E0[6-9]|W06|S12|N09|X99)[0-9]{6}|[A-Z]{1,2}[0-9][A-Z0-9]?([0-9][A-Z]{2})?)$"
_EARTH_MILES = 3958.8
LONGEST_ASKED = 80


@dataclass(frozen=True)
class Point:
    """name: as it is shown back ("DA14 6NE", "Romford"). Degrees, WGS 84.

    codes: of the areas that hold it (each district, outward code, postcode), as a service's area gives them; none for a
    town, which may lie in several. postcodes_inside: of an outward code, a pattern for its postcodes; otherwise "".
    """

    name: str
    latitude: float
    longitude: float
    codes: tuple[str, ...] = ()
    postcodes_inside: str = ""


def find_point(asked: str) -> Point | None:
    """The point of a postcode, outward code or town; None when the tables do not know it."""
    text = asked.replace("\x00", "").strip()[:LONGEST_ASKED]  # PostgreSQL takes no zero byte
    packed = re.sub(r"[^A-Z0-9]", "", text.upper())
    if _POSTCODE.fullmatch(packed):
        return _postcode(packed) or _outcode(packed[:-3])
    if _OUTCODE.fullmatch(packed):
        return _outcode(packed)
    return _town(text)


def _postcode(packed: str) -> Point | None:
    found = Postcode.objects.filter(pk=packed).first()
    if found is None:
        return None
    codes = (found.lad_code, packed[:-3], packed)
    return Point(f"{packed[:-3]} {packed[-3:]}", found.latitude, found.longitude, codes)


def _outcode(packed: str) -> Point | None:
    found = Outcode.objects.filter(pk=packed).first()
    if found is None:
        return None
    inside = Postcode.objects.filter(pk__range=(f"{packed}0AA", f"{packed}9ZZ"))  # the range has an index
    inside = inside.annotate(letters=Length("pk")).filter(letters=len(packed) + 3)
    districts = {found.lad_code, *inside.values_list("lad_code", flat=True).distinct()}
    return Point(packed, found.latitude, found.longitude, (*sorted(districts), packed), f"{packed}___")


def _town(text: str) -> Point | None:
    found = Town.objects.filter(pk=" ".join(text.lower().split())).first()
    return Point(found.shown, found.latitude, found.longitude) if found else None


def miles_between(one: Point, latitude: float, longitude: float) -> float:
    """Straight line over the ground (haversine)."""
    north, east = radians(latitude - one.latitude), radians(longitude - one.longitude)
    inside = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(latitude)) * sin(east / 2) ** 2
    return 2 * _EARTH_MILES * asin(sqrt(inside))


def box_around(point: Point, miles: float) -> tuple[float, float, float, float]:
    """South, north, west, east of the square that holds every point so near."""
    north = miles / 69.0
    east = miles / (69.172 * max(0.01, cos(radians(point.latitude))))
    return point.latitude - north, point.latitude + north, point.longitude - east, point.longitude + east
