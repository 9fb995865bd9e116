"""What staff took out of sight stays out of sight; and what a provider took away is seen by staff."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.editing.actions.archiving import archive_entry, bring_entry_back
from goldenthread.local_offer.lifecycle import archive
from goldenthread.local_offer.models import Listing, Offer, Service
from tests.factories.editing import make_member
from tests.factories.people import mails
from tests.factories.world import inside, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def archived(shop, by):
    with seen_by(by):
        archive_entry(by=by, service=shop.entry.pk, reason="Safeguarding concern")


def brought_back(shop, by):
    with seen_by(by):
        return bring_entry_back(by=by, service=shop.entry.pk)


def test_a_provider_cannot_undo_what_an_officer_archived_and_reads_whom_to_ask(shop):
    archived(shop, shop.officer)
    owner, address = signed_in(shop.owner_account), reverse("entry_overview", args=[shop.entry.pk])

    page = owner.get(address).content.decode()
    with pytest.raises(Refused, match="Ask them to bring it back"):
        brought_back(shop, shop.owner)
    answer = owner.post(reverse("bring_entry_back", args=[shop.entry.pk]))

    assert "Bring it back" not in page and "the Local Offer's staff. Ask them." in page
    assert answer.status_code == 409
    assert shop.fresh().state == "archived" and not Listing.objects.filter(pk=shop.entry.pk).exists()


def test_nor_what_an_import_archived_and_staff_can(shop):
    with inside(shop.area):
        archive(Service.objects.get(pk=shop.entry.pk), by=None, at=shop.entry.changed_at)

    with pytest.raises(Refused, match="Ask them"):
        brought_back(shop, shop.owner)

    assert brought_back(shop, shop.officer).state == "live"


def test_an_owner_brings_back_what_a_colleague_archived(shop):
    colleague = make_member(shop.world, shop.provider, "provider_owner", "Otto Owner")
    archived(shop, shop.owner)

    page = signed_in(colleague).get(reverse("entry_overview", args=[shop.entry.pk])).content.decode()
    answer = signed_in(colleague).post(reverse("bring_entry_back", args=[shop.entry.pk]))

    assert "Bring it back" in page and answer.status_code == 302
    assert shop.fresh().state == "live" and shop.fresh().archived_for_id is None


def test_officers_are_told_what_a_provider_archived_and_find_it(shop):
    with inside(shop.area):
        Offer.objects.update(email="offer@example.org")
    officer = signed_in(shop.world.staff("authority_officer"))
    archived(shop, shop.owner)
    shown = officer.get(reverse("offer_queue"))

    assert [mail[0] for mail in mails()] == ["offer@example.org"]
    assert [entry.pk for entry in shown.context["archived"]] == [shop.entry.pk]
    assert "Archived by their providers" in shown.content.decode()
    brought_back(shop, shop.officer)
    archived(shop, shop.officer)
    assert list(officer.get(reverse("offer_queue")).context["archived"]) == []
    assert len(mails()) == 1
