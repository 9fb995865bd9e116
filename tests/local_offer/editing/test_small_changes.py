"""Opening times and notices beside what is being written: nothing that waits is lost."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.local_offer.editing.actions.moderating import approve_version
from goldenthread.local_offer.editing.actions.people import trust_provider
from goldenthread.local_offer.editing.actions.writing import change_small, mark_of_version
from goldenthread.local_offer.editing.models import VersionEntry
from goldenthread.local_offer.editing.views.versions import changed_by_moderator
from goldenthread.local_offer.models import Listing
from tests.factories.editing import SITE, said
from tests.factories.local_offer import place
from tests.factories.world import inside, seen_by, signed_in
from tests.local_offer.editing.test_pages import posted_as_shown

pytestmark = pytest.mark.django_db(transaction=True)


def save_small(shop, **typed):
    """Open the page as the editor, type, save."""
    browser, address = signed_in(shop.editor_account), reverse("small_change", args=[shop.entry.pk])
    answer = browser.post(address, posted_as_shown(browser.get(address)) | typed)
    assert answer.status_code == 302, answer.context["found"]


def trust(shop):
    with seen_by(shop.officer):
        trust_provider(by=shop.officer, provider=shop.provider.pk, trusted=True)


def put_up(shop, alert):
    with seen_by(shop.editor):
        change_small(by=shop.editor, service=shop.entry.pk, write=said(alert=alert), seen=lambda _now: True)


def test_a_notice_that_waits_stays_when_the_next_small_change_is_saved(shop):
    save_small(shop, alert="Closed on Monday")

    save_small(shop, closed="yes")

    service = shop.pending().contents["service"]
    assert (service["alert"], service["status"]) == ("Closed on Monday", "temporarily closed")


def test_a_notice_that_waits_can_be_taken_away_again(shop):
    save_small(shop, alert="Closed on Monday")

    save_small(shop, alert="", closed="yes")

    service = shop.pending().contents["service"]
    assert (service["alert"], service["status"]) == ("", "temporarily closed")


def test_opening_times_that_wait_stay_when_only_a_notice_is_saved(shop):
    times = [{"id": place()["id"], "freq": "WEEKLY", "interval": 1, "byday": ["SA"], "opens_at": "09:00:00",
              "closes_at": "12:30:00"}]  # fmt: skip
    shop.write(shop.editor, schedules=times)

    save_small(shop, alert="Bring a towel")

    contents = shop.pending().contents
    assert contents["service"]["alert"] == "Bring a towel"
    assert [(row["byday"], row["opens_at"], row["closes_at"]) for row in contents["schedules"]] == [
        (["SA"], "09:00:00", "12:30:00")
    ]


def test_a_trusted_providers_notice_goes_live_without_the_opening_times_that_wait(shop):
    trust(shop)
    shop.write(
        shop.editor, schedules=[{"id": place()["id"], "byday": ["SA"], "opens_at": "09:00:00", "closes_at": "10:00:00"}]
    )

    save_small(shop, alert="Bring a towel")

    shown, waits = Listing.objects.get(pk=shop.entry.pk).entry, shop.pending().contents
    assert (shown["alert"], shown["schedules"]) == ("Bring a towel", [])
    assert (waits["service"]["alert"], [row["byday"] for row in waits["schedules"]]) == ("Bring a towel", [["SA"]])


def changed(shop, version):
    with seen_by(shop.editor):
        return [(line.name, line.before, line.after) for group in changed_by_moderator(version) for line in group.lines]


def approved(shop):
    """What waits, approved by the moderator as it now stands."""
    pending = shop.pending()
    with seen_by(shop.moderator):
        return approve_version(by=shop.moderator, version=pending.pk, seen=mark_of_version(pending), site=SITE)


def test_a_moderator_is_not_blamed_for_what_the_provider_put_up_meanwhile(shop):
    trust(shop)
    shop.send(shop.editor, name="Plover swimming club")
    put_up(shop, "Closed on Monday")

    version = approved(shop)

    assert version.contents["service"]["alert"] == "Closed on Monday"
    assert changed(shop, version) == []


def test_what_the_moderator_did_change_is_told_beside_it(shop):
    trust(shop)
    shop.send(shop.editor, name="Plover swiming club")
    shop.write(shop.moderator, name="Plover swimming club")
    put_up(shop, "Closed on Monday")

    version = approved(shop)

    assert changed(shop, version) == [("Name", "Plover swiming club", "Plover swimming club")]
    with inside(shop.area):
        assert list(VersionEntry.objects.filter(version=version).values_list("move", flat=True)) == [
            "submit", "carry", "approve",
        ]  # fmt: skip
