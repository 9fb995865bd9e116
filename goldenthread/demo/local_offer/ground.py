"""Where Larkmere lies for the Local Offer, and the postcodes it has there. All of it is invented.

For casework the demo sets Larkmere in open sea, so that no home of an invented child stands on a real house. A
directory in the sea would have no neighbours, and a search by distance nothing to find. So services, whose addresses
are public anyway, stand as far west as the marshes of the lower Thames: the same streets and the same outward codes
(QX, which Royal Mail does not use), moved as one piece. Decision record: docs/decisions/0141-larkmere-among-real-schools.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from goldenthread.database.copying import copy_rows
from goldenthread.local_offer.models import Outcode, Postcode, Town

from ..larkmere.places import CENTRE, NEIGHBOURHOODS, STREETS, TOWN, Street

NORTH, EAST = -0.080, -1.000  # degrees by which the borough is moved
DISTRICT = ("X99000399", TOWN)  # looks like an ONS code and is none


def moved(latitude: float, longitude: float) -> tuple[float, float]:
    return round(latitude + NORTH, 6), round(longitude + EAST, 6)


def street_of(neighbourhood: str, mark: str) -> Street:
    """A street of a neighbourhood, always the same one for the same mark, where the Local Offer has it."""
    streets = STREETS[neighbourhood]
    chosen = streets[int(Random(mark).random() * len(streets))]
    latitude, longitude = moved(chosen.latitude, chosen.longitude)
    return chosen._replace(latitude=latitude, longitude=longitude)


def load_ground() -> None:
    """Larkmere's invented postcodes, outward codes and names of neighbourhoods, beside the real ones."""
    copy_rows(Postcode, "postcode lad_code lad_name latitude longitude", _postcodes())
    copy_rows(
        Outcode,
        "outcode lad_code latitude longitude",
        ((place.outward_code, DISTRICT[0], *moved(place.latitude, place.longitude)) for place in NEIGHBOURHOODS),
    )
    names = [(place.name, place.latitude, place.longitude) for place in NEIGHBOURHOODS] + [(TOWN, *CENTRE)]
    copy_rows(
        Town,
        "name shown latitude longitude",
        ((name.lower(), name, *moved(latitude, longitude)) for name, latitude, longitude in names),
    )


def _postcodes() -> Iterator[tuple[Any, ...]]:
    seen = set()
    for streets in STREETS.values():
        for street in streets:
            packed = street.postcode.replace(" ", "")
            if packed not in seen:
                seen.add(packed)
                yield (packed, *DISTRICT, *moved(street.latitude, street.longitude))
