"""Fill the directory of the demo."""

from __future__ import annotations

from datetime import UTC, datetime, time
from uuid import UUID

from goldenthread.local_offer.bulk import rebuild_words, write_entries
from goldenthread.local_offer.models import Offer, OfferOrganisation
from goldenthread.local_offer.places_file import load_places
from goldenthread.local_offer.schools import load_schools

from ..stated_date import STATED_DATE
from .events import add_events
from .ground import load_ground
from .kinds import bodies, body_key, entries
from .own_schools import own_schools


def load_local_offer(authority: UUID) -> int:
    """Postcodes, the invented services and the real schools around. Answers how many entries there are.

    Call in a transaction, inside the area's wall or as the owner.
    """
    at = datetime.combine(STATED_DATE, time(9), tzinfo=UTC)
    load_places()
    load_ground()
    Offer.objects.create(
        authority_id=authority, area_name="Larkmere", email="localoffer@larkmere.example.org", phone="020 7946 0150",
        post_to="Local Offer, Larkmere Council, Larkmere",
    )  # fmt: skip
    OfferOrganisation.objects.bulk_create(
        OfferOrganisation(
            id=body_key(key), authority_id=authority, holder_id=authority, name=name, description=description,
            email=f"{key}@larkmere.example.org",
        )
        for key, (name, description) in bodies().items()
    )  # fmt: skip
    count = write_entries(authority, add_events(entries()), why="Written for the demo", at=at)
    count += write_entries(authority, own_schools(authority), why="From the register of schools", at=at)
    count += load_schools(authority, at=at)
    rebuild_words(authority)
    return count
