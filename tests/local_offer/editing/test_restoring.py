"""Restoring an earlier version: only what was decided, and never something unfinished in public."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.editing.actions import writing
from goldenthread.local_offer.editing.actions.moderating import reject_version, restore_version
from goldenthread.local_offer.models import Listing
from goldenthread.local_offer.versions import contents_of
from tests.factories.editing import SITE
from tests.factories.local_offer import contents
from tests.factories.world import inside, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def given_up(shop, **fields):
    """A new entry of the provider's with one version, given up before anybody approved it."""
    with seen_by(shop.owner):
        entry = writing.begin_entry(by=shop.owner, organisation=shop.provider, name="Plover painting", parts={})
    if fields:
        shop.write(shop.owner, entry, **fields)
    version = shop.pending(entry)
    with seen_by(shop.owner):
        writing.drop_changes(by=shop.owner, service=entry.pk)
    return entry, version


def restore(by, version):
    with seen_by(by):
        return restore_version(by=by, version=version.pk, why="It was right")


def test_an_entry_that_was_never_shown_is_not_published_by_restoring_it(shop):
    entry, version = given_up(shop)

    made, live = restore(shop.moderator, version)

    assert (live, made.state, shop.fresh(entry).state) == (False, "draft", "draft")
    assert made.contents["bodies"] == version.contents["bodies"]
    assert not Listing.objects.filter(pk=entry.pk).exists()
    lead = signed_in(shop.world.staff("offer_moderator")).get(reverse("restore_entry_version", args=[version.pk]))
    assert "becomes your change" in lead.content.decode()


def test_staff_publish_a_restored_entry_that_was_never_shown_when_it_is_whole(shop):
    whole = contents(shop.provider, name="Plover painting")
    fields = {
        name: whole["service"][name]
        for name in ("description", "provision_kinds", "sections", "needs", "route", "free")
    }
    entry, version = given_up(shop, places=whole["places"], contacts=whole["contacts"], **fields)
    restore(shop.moderator, version)

    with seen_by(shop.moderator):
        writing.publish_entry(
            by=shop.moderator, service=entry.pk, seen=writing.mark_of_version(shop.pending(entry)), why="Whole"
        )

    assert Listing.objects.get(pk=entry.pk).name == "Plover painting"


def test_a_version_that_lacks_what_the_live_entry_has_is_not_restored(shop):
    poor = shop.write(shop.editor, contacts=[], route="")
    with seen_by(shop.editor):
        writing.drop_changes(by=shop.editor, service=shop.entry.pk)
    with inside(shop.area):
        before = contents_of(shop.fresh())

    with pytest.raises(Refused, match="Something is still missing: .*Give a telephone number"):
        restore(shop.moderator, poor)

    with inside(shop.area):
        assert contents_of(shop.fresh()) == before


def test_a_version_that_waits_for_a_decision_is_not_restored(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")

    for by in (shop.moderator, shop.owner):
        with pytest.raises(Refused, match="Only a version that was approved or not taken"):
            restore(by, sent)

    assert Listing.objects.get(pk=shop.entry.pk).name == "Plover swimming"


def test_a_rejected_version_that_is_whole_can_be_restored(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")
    with seen_by(shop.moderator):
        reject_version(by=shop.moderator, version=sent.pk, reason="No", site=SITE)

    _made, live = restore(shop.officer, sent)

    assert (live, Listing.objects.get(pk=shop.entry.pk).name) == (True, "Plover swimming club")
