"""The demo's comments: families' own words in every state, and nothing in public that might tell who somebody is."""

from __future__ import annotations

from collections import Counter

import pytest

from goldenthread.demo.local_offer.comments import load_comments
from goldenthread.local_offer.comments.states import COMMENT
from goldenthread.local_offer.comments.unconfirmed import unconfirmed
from goldenthread.local_offer.models import (
    Comment,
    PublishedComment,
    PublishedCount,
    PublishedResponse,
    PublishedRound,
)
from tests.factories.comments import officers
from tests.factories.local_offer import make_offer
from tests.factories.world import World, inside
from tests.local_offer.test_reader_role import all_that_is_public

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def loaded():
    world = World()
    make_offer(world.area)
    officers(world)
    with inside(world.area):
        load_comments(world.area.pk)
    return world


def test_there_are_comments_in_every_state_with_their_public_copies(loaded):
    with inside(loaded.area):
        states = Counter(Comment.objects.values_list("state", flat=True))
        shown = set(Comment.objects.filter(state__in=["published", "answered"]).values_list("pk", flat=True))
        of_round = Comment.objects.filter(round__number=1).count()

    assert set(states) == set(COMMENT.states)
    assert sum(states.values()) >= 25
    assert set(PublishedComment.objects.values_list("pk", flat=True)) == shown
    assert sum(PublishedCount.objects.values_list("received", flat=True)) == sum(states.values())
    assert PublishedResponse.objects.count() == 8
    copy = PublishedRound.objects.get()
    assert (copy.contents["received"], of_round, copy.contents["published"]) == (8, 8, 6)


def test_nothing_published_looks_as_if_it_named_somebody(loaded):
    with inside(loaded.area):
        comments = list(Comment.objects.filter(state__in=["published", "answered"]))
        stopped = {comment.reference: unconfirmed(comment) for comment in comments}

    assert {reference: finds for reference, finds in stopped.items() if finds} == {}


def test_the_names_and_numbers_in_what_came_are_not_public(loaded, raw_url):
    public = all_that_is_public(raw_url)

    assert [
        word
        for word in ("Pettifer", "Idris", "Okonjo", "Janice", "7946 0388", "ashdown", "07700 900417")
        if word in public
    ] == []
