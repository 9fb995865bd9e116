"""Schools that fit, in order of distance or of name. No number about how a school does is read, kept or shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from ...finding.searching import Result
from ...geography import Point, find_point, miles_between
from ...models import Listing, ListingPlace, Offer
from ...offers import listings_of
from ...special_places import RESOURCED, UNIT
from .asked import TYPES, SchoolsAsked

PAGE = 20
# A phase by the ages a school takes, in months: whom it takes at the youngest, and how far it goes at the least. The
# highest age of a primary school is given as 11, which is the age at which children leave.
_PHASES = {
    "early": Q(min_months__lte=4 * 12 + 11),
    "primary": Q(min_months__lte=10 * 12 + 11) & (Q(max_months__gte=6 * 12) | Q(max_months=None)),
    "secondary": Q(min_months__lte=14 * 12 + 11) & (Q(max_months__gte=12 * 12) | Q(max_months=None)),
    "post16": Q(max_months__gte=17 * 12) | (Q(max_months=None) & Q(min_months__isnull=False)),
}
_LABELS = {"resourced": RESOURCED, "unit": UNIT}


@dataclass(frozen=True)
class SchoolsFound:
    """total: of all pages; unknown_ages: schools left out because the register does not say whom they take."""

    asked: SchoolsAsked
    results: list[Result]
    total: int
    point: Point | None
    place_unknown: bool
    unknown_ages: int

    @property
    def pages(self) -> int:
        return -(-self.total // PAGE)


def schools_of(offer: Offer, day: date) -> QuerySet[Listing]:
    """Every entry of a school or college that the public may see: of a kind we know, with a register number."""
    kinds = [f"type:{code}" for code in TYPES]
    return listings_of(offer, day).filter(~Q(entry__urn=""), facets__overlap=kinds)


def find_schools(offer: Offer, asked: SchoolsAsked, day: date) -> SchoolsFound:
    """Four questions to the database, however many schools there are."""
    point = find_point(asked.place) if asked.place else None
    fitting = schools_of(offer, day).filter(_wanted(asked))
    unknown = 0
    if asked.phase:
        unknown = fitting.filter(min_months=None, max_months=None).count()
        fitting = fitting.filter(_PHASES[asked.phase])
    rows = list(fitting.order_by("name", "pk").values_list("pk", "name"))
    away = _miles([key for key, _name in rows], point) if point else {}
    if asked.miles and point:
        rows = [row for row in rows if away.get(row[0], float("inf")) <= asked.miles]
    if point and asked.sort != "name":
        rows.sort(key=lambda row: (away.get(row[0], float("inf")), row[1], row[0]))
    start = (asked.page - 1) * PAGE
    shown = rows[start : start + PAGE]
    listings = Listing.objects.in_bulk([key for key, _name in shown])
    results = [Result(listings[key], away.get(key)) for key, _name in shown if key in listings]
    return SchoolsFound(asked, results, len(rows), point, bool(asked.place) and point is None, unknown)


def _wanted(asked: SchoolsAsked) -> Q:
    """All groups together; within a group any of the choices."""
    wanted = Q()
    if asked.words:
        wanted &= Q(name__icontains=asked.words)
    if asked.needs:
        wanted &= Q(facets__overlap=[f"need:{code}" for code in asked.needs])
    if asked.types:
        wanted &= Q(facets__overlap=[f"type:{code}" for code in asked.types])
    if asked.section_41:
        wanted &= Q(entry__section_41=True)
    labels = Q()
    for code in asked.special_places:
        labels |= Q(entry__labels__contains=[_LABELS[code]])
    return wanted & labels


def _miles(keys: list[UUID], point: Point) -> dict[UUID, float]:
    """Straight-line miles to each school's nearest place."""
    away: dict[UUID, float] = {}
    places = ListingPlace.objects.filter(listing_id__in=keys).values_list("listing_id", "latitude", "longitude")
    for key, latitude, longitude in places:
        miles = miles_between(point, latitude, longitude)
        away[key] = min(miles, away.get(key, miles))
    return away
