"""The demo's providers: something real to look at on each page of editing, and nothing of it in public."""

from __future__ import annotations

from collections import Counter

import pytest

from goldenthread.demo.local_offer.editing import load_editing
from goldenthread.demo.local_offer.kinds import bodies, body_key, entries
from goldenthread.local_offer.bulk import write_entries
from goldenthread.local_offer.editing.models import Claim, EntryReport
from goldenthread.local_offer.editing.queries import still_missing
from goldenthread.local_offer.models import Listing, OfferOrganisation, ServiceVersion
from goldenthread.local_offer.requirements import missing_to_publish
from goldenthread.people.models import Account
from tests.factories.local_offer import NOW, make_offer
from tests.factories.people import mails
from tests.factories.world import World, inside, signed_in
from tests.local_offer.test_reader_role import all_that_is_public

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def loaded():
    world = World()
    make_offer(world.area)
    with inside(world.area):
        OfferOrganisation.objects.bulk_create(
            OfferOrganisation(id=body_key(key), authority=world.area, holder=world.area, name=name, description=text)
            for key, (name, text) in bodies().items()
        )
        write_entries(world.area.pk, entries(), why="Written for the demo", at=NOW)
        world.visitors = load_editing(world.area.pk)
    return world


def test_there_is_something_at_every_state(loaded, raw_url):
    with inside(loaded.area):
        states = Counter(ServiceVersion.objects.exclude(kind="import").values_list("state", flat=True))
        waiting = list(ServiceVersion.objects.filter(state="submitted"))
        claims = set(Claim.objects.values_list("state", flat=True))
        reports = set(EntryReport.objects.values_list("state", flat=True))
        incomplete = [one for version in waiting for one in missing_to_publish(version.contents)]

    assert set(states) == {"draft", "submitted", "changes_asked", "approved", "rejected"}
    assert (claims, reports) == (
        {"asked", "proved", "refused"},
        {"received", "looking", "unchanged", "mended", "nothing"},
    )
    assert incomplete == []
    assert still_missing(waiting[0].contents, None) == []
    assert not Listing.objects.filter(name="Glasswort print club").exists()
    assert "020 7946 0612" not in all_that_is_public(raw_url)
    assert mails() == []


def test_each_demo_person_opens_their_first_page(loaded):
    for person in loaded.visitors:
        browser = signed_in(Account.objects.get(pk=person.person))

        page = browser.get("/", follow=True)

        assert page.status_code == 200
        assert "Plover Trust" in page.content.decode()
