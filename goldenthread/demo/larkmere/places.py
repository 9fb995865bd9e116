"""Invented outward codes, streets and homes around a point in open sea."""

from random import Random
from typing import NamedTuple

CENTRE = (51.560, 1.180)  # the outer Thames estuary: water at every tide
TOWN = "Larkmere"


class Neighbourhood(NamedTuple):
    outward_code: str
    name: str
    latitude: float
    longitude: float


NEIGHBOURHOODS = (
    Neighbourhood("QX1", "Larkmere Town", 51.560, 1.180),
    Neighbourhood("QX2", "Oakhollow", 51.582, 1.165),
    Neighbourhood("QX3", "Fairmead", 51.541, 1.146),
    Neighbourhood("QX4", "Saltreach", 51.534, 1.212),
    Neighbourhood("QX5", "Tern Marsh", 51.571, 1.238),
    Neighbourhood("QX6", "Copperwick", 51.599, 1.205),
    Neighbourhood("QX7", "Quillhurst", 51.606, 1.142),
    Neighbourhood("QX8", "Osier Green", 51.565, 1.108),
    Neighbourhood("QX9", "Pellbridge", 51.520, 1.172),
)

_STREET_FIRST = (
    "Tansy", "Quillet", "Osier", "Pipit", "Sandcap", "Marram", "Teasel", "Withy", "Godwit", "Bellfounder",
    "Cooper's", "Ropewalk", "Lantern", "Plover", "Samphire", "Whinchat", "Fuller's", "Sorrel", "Dunlin",
    "Kiln", "Heron's", "Saddler's", "Bramling", "Tidewater", "Yarrow", "Curlew", "Thrift", "Glasswort",
)  # fmt: skip
_STREET_LAST = ("Road", "Lane", "Close", "Street", "Avenue", "Gardens", "Way", "Rise", "Walk", "Terrace")
_INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"  # never C I K M O V


class Home(NamedTuple):
    """An address without a key: what a person would write on a letter, and its point."""

    line_1: str
    line_2: str
    postcode: str
    latitude: float
    longitude: float


class Street(NamedTuple):
    name: str
    postcode: str
    latitude: float
    longitude: float


def _streets_of(number: int, place: Neighbourhood) -> tuple[Street, ...]:
    streets = []
    for n in range(56):
        first = _STREET_FIRST[(n + number * 5) % len(_STREET_FIRST)]
        last = _STREET_LAST[(n * 3 + number * 7 + n // 28) % len(_STREET_LAST)]
        inward = f"{n % 9 + 1}{_INWARD_LETTERS[n * 7 % 20]}{_INWARD_LETTERS[(n * 3 + number) % 20]}"
        row, column = divmod(n, 8)
        streets.append(
            Street(
                f"{first} {last}",
                f"{place.outward_code} {inward}",
                round(place.latitude + (row - 3) * 0.0024, 6),
                round(place.longitude + (column - 3.5) * 0.0032, 6),
            )
        )
    return tuple(streets)


STREETS = {place.outward_code: _streets_of(n, place) for n, place in enumerate(NEIGHBOURHOODS)}


def any_home(rng: Random, outward_code: str) -> Home:
    """A house or flat somewhere in a neighbourhood."""
    streets = STREETS[outward_code]
    street = streets[int(rng.random() * len(streets))]
    number = int(rng.random() * 118) + 1
    if rng.random() < 0.22:
        flat = int(rng.random() * 24) + 1
        return Home(f"Flat {flat}", f"{number} {street.name}", *street[1:])
    return Home(f"{number} {street.name}", "", *street[1:])
