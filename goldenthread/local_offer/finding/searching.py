"""Ask PostgreSQL: one question for the page, its order, the whole number and the count beside every filter.

A listing matches when it says any of the things asked about; it is shown when it comes near enough to the best.
Several choices in one group mean "or", groups together mean "and"; the count beside a choice is what choosing it
(in its group alone, with all other groups as they are) would find.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from ..geography import Point, find_point
from ..models import Listing, Offer
from .asked import Asked
from .lexicon import Lexicon, lexicon_of
from .slips import mended
from .sql import ask, matching, similar_to
from .understanding import Understood, understand

PAGE = 20


@dataclass
class Result:
    """One listing found. miles: straight line from the place asked, None without one."""

    listing: Listing
    miles: float | None


@dataclass
class Found:
    """What a search found. point is None where no place was asked or none is known (then place_unknown says so)."""

    asked: Asked
    results: list[Result]
    total: int
    counts: dict[str, int] = field(default_factory=dict)
    point: Point | None = None
    place_unknown: bool = False
    mended: dict[str, str] = field(default_factory=dict)
    understood: Understood = field(default_factory=Understood)

    @property
    def pages(self) -> int:
        return -(-self.total // PAGE)


def search(
    offer: Offer, asked: Asked, today: date, *, count: bool = True, size: int = PAGE, lexicon: Lexicon | None = None
) -> Found:
    """What answers the question on this day. count: also count for every filter (the page needs it, a check not).

    lexicon: words to understand it by, where they are not those that are kept.
    """
    authority = offer.authority_id
    point = find_point(asked.place) if asked.place else None
    understood, better = _understood(asked.words, authority, lexicon)
    query = matching(authority, today, asked, understood, point)
    with connection.cursor() as cursor:
        page, total, counts = ask(cursor, query, asked, point, start=(asked.page - 1) * size, size=size, count=count)
    listings = Listing.objects.in_bulk([key for key, _miles in page])
    return Found(
        asked=asked,
        results=[Result(listings[key], miles) for key, miles in page if key in listings],
        total=total,
        counts=counts,
        point=point,
        place_unknown=bool(asked.place) and point is None,
        mended=better,
        understood=understood,
    )


def _understood(words: str, authority: UUID, lexicon: Lexicon | None) -> tuple[Understood, dict[str, str]]:
    if not words:
        return Understood(), {}
    lexicon = lexicon or lexicon_of(authority)
    question, better = mended(words, authority, lexicon)
    return understand(question, lexicon), better


def similar(offer: Offer, listing: Listing, today: date, size: int = 4) -> list[Result]:
    """Other services for the same needs and of the same kind, those nearest in both first."""
    with connection.cursor() as cursor:
        rows = similar_to(cursor, offer.authority_id, listing, today, size)
    listings: dict[Any, Listing] = Listing.objects.in_bulk([key for (key,) in rows])
    return [Result(listings[key], None) for (key,) in rows if key in listings]
