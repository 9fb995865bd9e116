"""Pages are packed where no other site asked for them, and nothing else is (the BREACH attack)."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.local_offer import make_offer
from tests.factories.world import World, make_child, set_status, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
PACKS = {"Accept-Encoding": "gzip, br"}


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    return found


def is_packed(answer) -> bool:
    return answer.headers.get("Content-Encoding") == "gzip"


def test_a_visitor_without_a_session_gets_pages_packed(world):
    plain = Client().get(reverse("offer_home"))
    packed = Client().get(reverse("offer_home"), headers=PACKS)

    assert (is_packed(plain), is_packed(packed)) == (False, True)
    assert len(packed.content) < len(plain.content) / 2
    assert b"Local Offer" in gzip.decompress(packed.content)
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.parametrize(
    ("said", "packed"),
    [("same-origin", True), ("none", True), ("cross-site", False), ("same-site", False), ("", False), (None, False)],
)
def test_a_page_of_somebody_signed_in_is_packed_only_when_no_other_site_asked(world, said, packed):
    senco = signed_in(world.staff("senco"))
    more = {} if said is None else {"Sec-Fetch-Site": said}

    answer = senco.get(reverse("register"), headers=PACKS | more)

    assert (answer.status_code, is_packed(answer)) == (200, packed)


def test_a_session_that_has_ended_still_counts_as_one(world):
    visitor = Client()
    visitor.cookies["sessionid"] = "ended"

    answer = visitor.get(reverse("offer_home"), headers=PACKS | {"Sec-Fetch-Site": "cross-site"})

    assert not is_packed(answer)


def test_what_is_no_page_is_never_packed(world):
    senco = signed_in(world.staff("senco"))

    for number in range(9):
        set_status(make_child(world.school, f"Amara Bello{number}"), world.school, "K")

    answer = senco.get(reverse("download_register"), headers=PACKS | {"Sec-Fetch-Site": "same-origin"})

    assert (answer.headers["Content-Type"], is_packed(answer)) == ("text/csv; charset=utf-8", False)
    assert len(answer.content) > 200  # anything shorter would not be packed in any case
