"""What the directory says of an organisation itself: staff put it right, on all of its pages at once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import NotFound
from goldenthread.audit.models import Entry
from goldenthread.local_offer.editing.actions.organisations import OrganisationFacts, change_organisation, facts_of
from goldenthread.local_offer.editing.actions.writing import ChangedMeanwhile
from goldenthread.local_offer.editing.bodies import body_of
from goldenthread.local_offer.models import OfferOrganisation
from goldenthread.organisations.models import Organisation
from tests.factories.local_offer import make_provider, make_service
from tests.factories.world import inside, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

NEW = {"name": "Plover and Friends", "description": "A charity by the sea.", "url": "plover.example.org",
       "email": "hello@plover.example.org"}  # fmt: skip


def change(shop, **more):
    officer, address = (
        signed_in(shop.world.staff("authority_officer")),
        reverse("change_offer_organisation", args=[shop.provider.pk]),
    )
    started = officer.get(address).context["hidden"]
    return officer.post(address, started | NEW | more)


def test_staff_change_it_and_all_of_its_pages_say_so(shop):
    second = make_service(shop.area, shop.provider, name="Plover painting")

    change(shop)

    pages = [Client().get(reverse("offer_entry", args=[one.pk])).content.decode() for one in (shop.entry, second)]
    feed = Client().get(f"/api/oruk/services/{second.pk}").json()["organization"]
    assert ["Plover and Friends" in page for page in pages] == [True, True]
    assert ["Plover Trust" in page for page in pages] == [False, False]
    assert (feed["name"], feed["description"], feed["website"], feed["email"]) == (
        "Plover and Friends", "A charity by the sea.", "https://plover.example.org", "hello@plover.example.org",
    )  # fmt: skip
    with inside(shop.area):
        provider = OfferOrganisation.objects.select_related("keepers").get(pk=shop.provider.pk)
        kept = Entry.objects.get(action="offer_organisation.changed")
    assert provider.keepers.name == "Plover and Friends"
    assert kept.detail["fields"] == ["name", "description", "url", "email"]


def test_the_name_of_a_school_of_the_area_stays_the_registers(shop):
    school = make_provider(shop.area, "Hollow Oak", body=shop.world.school)
    with seen_by(shop.officer):
        change_organisation(
            by=shop.officer, organisation=school.pk, seen=facts_of(school),
            facts=OrganisationFacts("Hollow Oak School", "A school.", "", ""),
        )  # fmt: skip

    with inside(shop.area):
        assert Organisation.objects.get(pk=shop.world.school.pk).name == "Hollow Oak Primary"
    with seen_by(shop.officer):
        assert body_of(school, by=shop.officer).name == "Hollow Oak School"


def test_what_is_missing_is_said(shop):
    text = change(shop, name="", description="", url="no address").content.decode()

    assert [one in text for one in ("Say in a sentence what it is", "Enter a web address")] == [True, True]
    with inside(shop.area):
        assert OfferOrganisation.objects.get(pk=shop.provider.pk).name == "Plover Trust"


def test_whoever_saves_late_sees_both(shop):
    officer, address = (
        signed_in(shop.world.staff("authority_officer")),
        reverse("change_offer_organisation", args=[shop.provider.pk]),
    )
    started = officer.get(address).context["hidden"]
    change(shop, name="Plover by the Sea")

    warned = officer.post(address, started | NEW).content.decode()
    with seen_by(shop.officer), pytest.raises(ChangedMeanwhile):
        change_organisation(
            by=shop.officer, organisation=shop.provider.pk, seen=facts_of(shop.provider), facts=OrganisationFacts(**NEW)
        )

    assert "Plover by the Sea" in warned and "Plover and Friends" in warned
    with inside(shop.area):
        assert OfferOrganisation.objects.get(pk=shop.provider.pk).name == "Plover by the Sea"


def test_an_owner_reads_it_and_whom_to_tell_and_changes_nothing(shop):
    owner = signed_in(shop.owner_account)
    owner.raise_request_exception = False

    page = owner.get(reverse("offer_provider", args=[shop.provider.pk])).content.decode()

    assert "Plover Trust is a charity" in page and "mailto:offer@example.org" in page
    assert owner.get(reverse("change_offer_organisation", args=[shop.provider.pk])).status_code == 404
    with seen_by(shop.owner), pytest.raises(NotFound):
        change_organisation(
            by=shop.owner, organisation=shop.provider.pk, seen=facts_of(shop.provider), facts=OrganisationFacts(**NEW)
        )
