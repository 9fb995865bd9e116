"""What the Local Offer does at night."""

from __future__ import annotations

import pytest

from goldenthread.database.acting import one_transaction
from goldenthread.local_offer.jobs import count_words
from goldenthread.local_offer.models import ListedWord
from tests.factories.local_offer import make_service
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_words_of_the_listings_are_counted_for_their_area_only():
    world = World()
    make_service(world.area, name="Kestrel club")
    make_service(world.other_area, name="Heron club")
    with inside(world.other_area):
        count_words(world.other_area.pk)

    with one_transaction(authority=world.area.pk):
        count_words(world.area.pk)

    kept = set(
        ListedWord.objects.filter(word__in=["kestrel", "heron", "club"]).values_list("authority_id", "word", "listings")
    )
    assert kept == {
        (world.area.pk, "kestrel", 1), (world.area.pk, "club", 1), (world.other_area.pk, "heron", 1),
        (world.other_area.pk, "club", 1),
    }  # fmt: skip
