"""An entry as one value, there and back."""

from __future__ import annotations

import copy

import pytest

from goldenthread.local_offer.lifecycle import live_version, make_live, pending_version, record_version, same_as_version
from goldenthread.local_offer.models import Listing, Service
from goldenthread.local_offer.versions import Difference, contents_of, differences
from tests.factories.local_offer import NOW, contact, make_provider, make_service, place
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)


def full_parts():
    home = place()
    return {
        "places": [home, place(name="Tern Marsh Pool", hide_address=True)],
        "contacts": [contact(), contact(name="Out of hours", visible=False)],
        "costs": [{"id": "01990000-0000-7000-8000-000000000001", "option": "A session", "amount": "3.50", "per": "child"}],
        "schedules": [
            {"id": "01990000-0000-7000-8000-000000000002", "place": home["id"], "byday": ["SA"], "opens_at": "09:30:00",
             "closes_at": "11:00:00", "term_time_only": True}
        ],
        "events": [
            {"id": "01990000-0000-7000-8000-000000000003", "title": "Open morning", "place": home["id"],
             "starts_at": "2026-12-05T10:00:00Z", "ends_at": "2026-12-05T12:00:00Z"}
        ],
        "answers": [{"id": "01990000-0000-7000-8000-000000000004", "question": "starting", "text": "Just come."}],
        "areas": [{"id": "01990000-0000-7000-8000-000000000005", "name": "All of Larkmere"}],
    }  # fmt: skip


def test_contents_written_to_the_tables_are_read_back_the_same():
    world = World()
    service = make_service(world.area, **full_parts())

    with inside(world.area):
        first = contents_of(service)
        again = make_live(record_version(service, first, by=None, at=NOW, why="The same"), by=None, at=NOW)
        second = contents_of(again)

    assert second == first
    assert [len(first[name]) for name in ("places", "contacts", "costs", "schedules", "events", "answers")] == [
        2, 2, 1, 1, 1, 1,
    ]  # fmt: skip
    assert first["schedules"][0]["byday"] == ["SA"]
    assert first["costs"][0]["amount"] == "3.50"


def test_a_pending_version_leaves_the_approved_one_live():
    world = World()
    service = make_service(world.area)
    with inside(world.area):
        changed = contents_of(service)
        changed["service"]["name"] = "Sunday Splash"

        record_version(service, changed, by=None, at=NOW, why="Moved to Sunday")

    with inside(world.area):
        assert Listing.objects.get(pk=service.pk).name == "Saturday Splash"
        assert Service.objects.get(pk=service.pk).name == "Saturday Splash"
        assert pending_version(service).changed == ["name"]
        assert same_as_version(service)


def test_approving_a_version_shows_it_at_once_and_drops_parts_it_left_out():
    world = World()
    service = make_service(world.area, **full_parts())
    with inside(world.area):
        changed = copy.deepcopy(contents_of(service))
        changed["service"]["name"] = "Sunday Splash"
        changed["schedules"] = []
        changed["events"] = []
        changed["places"] = changed["places"][:1]

        make_live(record_version(service, changed, by=None, at=NOW, why="Moved"), by=None, at=NOW)

    with inside(world.area):
        entry = Listing.objects.get(pk=service.pk).entry
        assert (entry["name"], len(entry["places"]), entry["schedules"]) == ("Sunday Splash", 1, [])
        assert live_version(service).number == 2
        assert pending_version(service) is None


def test_differences_name_the_field_with_before_and_after():
    world = World()
    service = make_service(world.area)
    with inside(world.area):
        before = contents_of(service)
    after = copy.deepcopy(before)
    after["service"]["free"] = False
    after["contacts"][0]["phone"] = "020 7946 0199"
    after["answers"] = [{"question": "starting", "text": "Ring us."}]

    found = differences(before, after)

    assert found == [
        Difference("service", "", "free", True, False),
        Difference("contacts", before["contacts"][0]["id"], "phone", "020 7946 0101", "020 7946 0199"),
        Difference("answers", "new 0", "question", None, "starting"),
        Difference("answers", "new 0", "text", None, "Ring us."),
    ]


def test_an_entry_has_one_pending_version_at_most():
    from django.db import IntegrityError

    world = World()
    service = make_service(world.area)
    with inside(world.area):
        record_version(service, contents_of(service), by=None, at=NOW, why="One")

    with pytest.raises(IntegrityError), inside(world.area):
        record_version(service, contents_of(service), by=None, at=NOW, why="Two")


def test_a_provider_of_another_area_cannot_be_named():
    from django.db import IntegrityError

    world = World()
    theirs = make_provider(world.other_area, "Far Lane Trust")

    with pytest.raises(IntegrityError):
        make_service(world.area, theirs)
