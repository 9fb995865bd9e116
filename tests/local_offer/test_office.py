"""An officer's first page of the Local Offer: every part of the work, what waits in it, and one link in the navigation."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from goldenthread.pages.navigation import entries_within, navigation_for
from tests.factories.comments import make_comment
from tests.factories.local_offer import make_offer
from tests.factories.offer_pages import make_copy_request, make_link
from tests.factories.world import World, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    return found


def rows(page: str) -> dict[str, str]:
    """Part of the work → what waits there, in the page's order."""
    found = re.findall(r'<a class="govuk-link" href="(/[^"]*)">([^<]+)</a>.*?<td[^>]*>(.*?)</td>', page, re.S)
    return {text: " ".join(re.sub(r"<[^>]*>", " ", said).split()) for _address, text, said in found}


def test_an_officer_has_one_link_for_the_whole_local_offer_and_a_moderator_has_each(world):
    officer = viewer_of(world.staff("authority_officer"))
    moderator = viewer_of(world.staff("offer_moderator"))

    texts = [str(link["text"]) for link in navigation_for(officer, "/area/")]

    assert texts == ["Settings of the area", "Local Offer"]
    assert [str(link["text"]) for link in navigation_for(moderator, "/")] == ["Entries", "To approve"]
    assert len(entries_within(officer, "offer_office")) == 11


@pytest.mark.parametrize("name", ["offer_office", "offer_comments", "offer_queue", "office_list", "families_words"])
def test_the_link_is_marked_on_every_page_below_it(world, name):
    officer = viewer_of(world.staff("authority_officer"))

    marked = [str(link["text"]) for link in navigation_for(officer, reverse(name)) if link["current"]]

    assert marked == ["Local Offer"]


def test_what_waits_stands_first_with_how_much(world):
    before = rows(signed_in(world.staff("authority_officer")).get(reverse("offer_office")).content.decode())
    make_comment(world.area)
    make_copy_request(world.area)
    make_link(world.area, "https://example.org/gone")

    after = rows(signed_in(world.staff("authority_officer")).get(reverse("offer_office")).content.decode())

    assert before["Comments"] == "–"
    assert list(after.items())[:4] == [
        ("Comments", "1 to be dealt with"), ("What we must tell", "1 broken link"), ("Copies asked for", "1 open"),
        ("Entries", "–"),
    ]  # fmt: skip
    assert set(after) == set(before)


def test_nobody_else_has_the_page(world):
    for role in ("offer_moderator", "senco", "provider_owner"):
        assert signed_in(world.staff(role)).get(reverse("offer_office")).status_code == 404
