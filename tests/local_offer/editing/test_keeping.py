"""Archive and thirty days, reminders by month, and what the nights do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.local_offer.editing.actions import writing
from goldenthread.local_offer.editing.actions.archiving import archive_entry, bring_entry_back
from goldenthread.local_offer.editing.freshness import remind_owners
from goldenthread.local_offer.editing.keeping import remove_archived
from goldenthread.local_offer.editing.models import Claim, EntryReport
from goldenthread.local_offer.editing.timeline import months_before, months_since, report_due
from goldenthread.local_offer.jobs import keep_entries
from goldenthread.local_offer.models import Listing, Service
from tests.factories.editing import make_claim, make_report
from tests.factories.local_offer import make_service
from tests.factories.people import mails
from tests.factories.world import TODAY, inside, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def archived(shop, on=TODAY):
    with seen_by(shop.owner):
        archive_entry(by=shop.owner, service=shop.entry.pk, reason="We stopped")
    with inside(shop.area):
        Service.objects.filter(pk=shop.entry.pk).update(archived_at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC))


def test_an_archived_entry_is_hidden_and_comes_back_as_it_was(shop):
    before = Listing.objects.get(pk=shop.entry.pk).entry

    archived(shop)
    page = signed_in(shop.owner_account).get(reverse("entry_overview", args=[shop.entry.pk])).content.decode()
    hidden = not Listing.objects.filter(pk=shop.entry.pk).exists()
    with seen_by(shop.owner):
        bring_entry_back(by=shop.owner, service=shop.entry.pk)

    after = Listing.objects.get(pk=shop.entry.pk).entry
    assert hidden and "removed for good 30 days after that" in page
    assert after | {"changed_at": ""} == before | {"changed_at": ""}


def test_an_editor_cannot_archive_and_nobody_edits_what_is_archived(shop):
    with seen_by(shop.editor), pytest.raises(NotFound):
        archive_entry(by=shop.editor, service=shop.entry.pk, reason="Because")
    archived(shop)

    with pytest.raises(Refused, match="Bring it back first"):
        shop.write(shop.owner, name="Plover swimming club")
    with seen_by(shop.owner), pytest.raises(Refused):
        writing.check_entry(by=shop.owner, service=shop.entry.pk)


@pytest.mark.parametrize(("days", "gone"), [(29, 0), (30, 1), (31, 1)])
def test_it_is_removed_after_thirty_days_and_not_before(shop, days, gone):
    archived(shop, TODAY - timedelta(days=days))

    with inside(shop.area):
        number = remove_archived(shop.area.pk, TODAY)
        left = Service.objects.filter(pk=shop.entry.pk).exists()

    assert (number, left) == (gone, not gone)


def test_what_people_said_outlives_the_entry(shop):
    report, claim = make_report(shop.area, shop.entry), make_claim(shop.area, shop.entry, proved=True)
    shop.write(shop.owner, name="Plover swimming club")
    archived(shop, TODAY - timedelta(days=40))

    with inside(shop.area):
        remove_archived(shop.area.pk, TODAY)
        kept = [EntryReport.objects.get(pk=report.pk), Claim.objects.get(pk=claim.pk)]

    assert [(one.service_id, one.service_name) for one in kept] == [(None, "Plover swimming")] * 2
    officer = signed_in(shop.world.staff("authority_officer"))
    assert officer.get(reverse("entry_report", args=[report.pk])).status_code == 200
    assert officer.get(reverse("offer_claim", args=[claim.pk])).status_code == 200


def last_checked(shop, on, **more):
    with inside(shop.area):
        Service.objects.filter(pk=shop.entry.pk).update(assured_on=on, **more)
        Service.objects.exclude(pk=shop.entry.pk).update(assured_on=TODAY)


@pytest.mark.parametrize(
    ("checked", "reminded"),
    [
        (date(2026, 1, 21), False),  # a day short of ten months
        (date(2026, 1, 20), True),  # ten months
        (date(2025, 11, 20), True),  # twelve
        (date(2025, 8, 3), True),  # fifteen
    ],
)
def test_owners_are_reminded_from_ten_months_on(shop, checked, reminded):
    last_checked(shop, checked)

    with inside(shop.area):
        noted = remind_owners(shop.area.pk, TODAY)

    assert (noted, [mail[0] for mail in mails()]) == ((1, [shop.owner_account.email]) if reminded else (0, []))


def test_a_reminder_comes_once_a_month_and_names_nothing(shop):
    last_checked(shop, date(2026, 1, 20))

    with inside(shop.area):
        noted = [remind_owners(shop.area.pk, day) for day in (TODAY, TODAY, date(2026, 12, 19), date(2026, 12, 20))]

    assert noted == [1, 0, 0, 1]
    assert all("Plover" not in mail[2] for mail in mails())


def test_checking_stops_the_reminders(shop):
    last_checked(shop, date(2026, 1, 20))
    with seen_by(shop.owner):
        writing.check_entry(by=shop.owner, service=shop.entry.pk)

    with inside(shop.area):
        assert remind_owners(shop.area.pk, TODAY) == 0


def test_what_was_not_checked_for_a_year_is_flagged_and_after_eighteen_months_archiving_is_proposed(shop):
    officer = signed_in(shop.world.staff("authority_officer"))
    pages = []
    for checked in (date(2025, 11, 21), date(2025, 11, 20), date(2025, 5, 20)):
        last_checked(shop, checked)
        pages.append(officer.get(reverse("my_entries")).content.decode())

    assert ["not checked<" in page.replace("</strong>", "<") for page in pages] == [False, True, True]
    assert ["archive it?" in page for page in pages] == [False, False, True]


def test_every_night_the_area_looks_after_its_entries(shop):
    make_claim(shop.area, shop.entry, today=TODAY - timedelta(days=30))
    archived(shop, TODAY - timedelta(days=60))

    keep_entries(0)

    with inside(shop.area):
        assert not Service.objects.filter(pk=shop.entry.pk).exists()
        assert not Claim.objects.exists()


def test_entries_of_a_register_are_not_nagged_about(shop):
    with inside(shop.area):
        entry = make_service(shop.area, shop.provider, name="From the register", assured_on=None)
        Service.objects.filter(pk=entry.pk).update(source="gias", assured_on=None)
        Service.objects.exclude(pk=entry.pk).update(assured_on=TODAY)

        assert remind_owners(shop.area.pk, TODAY) == 0


@pytest.mark.parametrize(
    ("day", "today", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 27), 0), (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 1, 20), date(2026, 11, 19), 9), (date(2026, 1, 20), date(2026, 11, 20), 10),
        (date(2025, 12, 15), date(2026, 1, 14), 0), (date(2025, 12, 15), date(2026, 1, 15), 1),
    ],
)  # fmt: skip
def test_months_are_counted_whole(day, today, months):
    assert months_since(day, today) == months


@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2026, 3, 30), date(2026, 4, 30), date(2028, 2, 29)])
@pytest.mark.parametrize("months", [1, 10, 12, 18])
def test_the_day_so_many_months_back_is_the_latest_that_is_so_long_ago(today, months):
    day = months_before(today, months)

    assert months_since(day, today) >= months
    assert months_since(day + timedelta(days=1), today) < months


def test_ten_working_days_leave_out_weekends_and_bank_holidays():
    assert report_due(date(2026, 12, 18)) == date(2027, 1, 6)
