"""What a provider learns of others while it adds an entry, and what an officer always finds in a long list."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.local_offer.editing.actions.archiving import archive_entry
from goldenthread.local_offer.editing.actions.writing import begin_entry
from tests.factories.editing import make_claim
from tests.factories.local_offer import contact, make_service, place
from tests.factories.world import seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

NUMBER = "020 7946 0333"


@pytest.fixture
def ringing(shop):
    """Entries of the other provider with one telephone number: begun, archived, live with it hidden, live with it shown."""
    with seen_by(shop.officer):
        begin_entry(
            by=shop.officer, organisation=shop.other_provider, name="Curlew begun",
            parts={"contacts": [contact(phone=NUMBER)]},
        )  # fmt: skip
    archived = make_service(shop.area, shop.other_provider, name="Curlew archived", contacts=[contact(phone=NUMBER)])
    make_service(
        shop.area, shop.other_provider, name="Curlew hidden", contacts=[contact(phone=NUMBER, visible=False), contact()]
    )
    make_service(shop.area, shop.other_provider, name="Curlew shown", contacts=[contact(phone=NUMBER)])
    with seen_by(shop.officer):
        archive_entry(by=shop.officer, service=archived.pk, reason="Ended")
    return shop


def named(browser, said):
    """The entries that may be the same, on the page that warns of them."""
    return {one.name for one in browser.post(reverse("new_entry"), said).context["alike"]}


def test_a_provider_is_shown_only_what_everybody_can_read(ringing):
    said = {"name": "Mine", "own_organisation": str(ringing.provider.pk), "phone": NUMBER}

    assert named(signed_in(ringing.owner_account), said) == {"Curlew shown"}


def test_staff_are_shown_all_of_the_area_that_was_ever_shown(ringing):
    said = {"name": "Mine", "whose": "here", "organisation": "Plover Trust", "phone": NUMBER}

    found = named(signed_in(ringing.world.staff("offer_moderator")), said)

    assert found == {"Curlew archived", "Curlew hidden", "Curlew shown"}


def test_a_provider_is_shown_its_own_that_is_not_live_and_a_hidden_place_of_nobody_else(shop):
    refuge = place(postcode="QX7 7ZZ", hide_address=True)
    mine = make_service(shop.area, shop.provider, name="Safe place", places=[refuge])
    make_service(shop.area, shop.other_provider, name="Safe Place", places=[refuge | {"id": place()["id"]}])
    with seen_by(shop.officer):
        archive_entry(by=shop.officer, service=mine.pk, reason="Ended")
    said = {"name": "safe place", "own_organisation": str(shop.provider.pk), "postcode": "QX7 7ZZ"}

    assert named(signed_in(shop.owner_account), said) == {"Safe place"}


def test_a_claim_that_waits_is_shown_however_many_came_after_it(shop, monkeypatch):
    monkeypatch.setattr("goldenthread.local_offer.editing.views.claims._SHOWN", 2)
    waiting = make_claim(shop.area, shop.entry, proved=True)
    later = [make_claim(shop.area, shop.entry) for _again in range(3)]

    page = signed_in(shop.world.staff("authority_officer")).get(reverse("offer_claims"))

    assert [claim.pk for claim, _tag in page.context["waiting"]] == [waiting.pk]
    assert [claim.pk for claim, _tag in page.context["others"]] == [later[2].pk, later[1].pk]
