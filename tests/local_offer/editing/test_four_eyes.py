"""Two people for what everybody sees; and what was done stays as it was written."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.editing.actions.moderating import approve_version, send_version_back
from goldenthread.local_offer.editing.actions.writing import mark_of_version, publish_entry, take_back
from goldenthread.local_offer.editing.keeping import remove_archived
from goldenthread.local_offer.editing.models import VersionEntry
from goldenthread.local_offer.models import Service
from tests.factories.editing import SITE
from tests.factories.world import TODAY, give_role, inside, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def approved(by, version):
    with seen_by(by):
        return approve_version(by=by, version=version.pk, seen=mark_of_version(version), site=SITE)


def test_one_person_with_two_roles_does_not_approve_what_they_sent(shop):
    give_role(shop.owner_account, "offer_moderator", shop.area)
    as_owner = viewer_of(shop.owner_account, "provider_owner")
    as_moderator = viewer_of(shop.owner_account, "offer_moderator")
    version = shop.send(as_owner, name="Plover swims")

    with pytest.raises(Refused, match="You sent this yourself"):
        approved(as_moderator, version)

    with seen_by(as_moderator), pytest.raises(Refused, match="You sent this yourself"):
        publish_entry(by=as_moderator, service=shop.entry.pk, seen=mark_of_version(version), why="")
    with seen_by(as_moderator):
        version = take_back(by=as_moderator, service=shop.entry.pk)
    with seen_by(as_moderator), pytest.raises(Refused, match="You sent this yourself"):
        publish_entry(by=as_moderator, service=shop.entry.pk, seen=mark_of_version(version), why="")
    assert shop.fresh().name == "Plover swimming"
    version = shop.send(shop.editor)
    approved(shop.moderator, version)
    assert shop.fresh().name == "Plover swims"


def test_it_is_the_last_sender_who_counts(shop):
    give_role(shop.owner_account, "offer_moderator", shop.area)
    version = shop.send(viewer_of(shop.owner_account, "provider_owner"), name="Plover swims")
    with seen_by(shop.moderator):
        send_version_back(by=shop.moderator, version=version.pk, reason="Say more", site=SITE)
    version = shop.send(shop.editor, name="Plover swims well")

    approved(viewer_of(shop.owner_account, "offer_moderator"), version)

    assert shop.fresh().name == "Plover swims well"


def test_the_application_cannot_change_what_was_done_with_a_version(shop):
    shop.send(shop.owner, name="Plover swims")

    for by in (shop.owner, shop.officer):
        with seen_by(by), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            VersionEntry.objects.update(reason="Nothing happened")

    with inside(shop.area):
        assert list(VersionEntry.objects.values_list("move", "reason")) == [("submit", "")]


def test_it_still_goes_with_its_entry(shop):
    shop.send(shop.owner, name="Plover swims")
    with inside(shop.area):
        Service.objects.filter(pk=shop.entry.pk).update(state="archived", archived_at="2026-01-01T00:00Z")

        remove_archived(shop.area.pk, TODAY)

        assert not VersionEntry.objects.exists()
