"""Who claimed, what readers wrote and whom providers asked: each has a last day, and the log says what happened to it."""

from __future__ import annotations

from datetime import timedelta

import psycopg
import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.audit.models import Entry
from goldenthread.local_offer.editing.actions.claiming import grant_claim, refuse_claim
from goldenthread.local_offer.editing.actions.reporting import close_report
from goldenthread.local_offer.editing.keeping import forget_invitations, forget_unproved, wipe_ended
from goldenthread.local_offer.editing.models import Claim, EntryReport, ProviderInvitation
from goldenthread.local_offer.jobs import keep_entries
from goldenthread.organisations.models import Kind
from goldenthread.people.actions.platform import Newcomer
from tests.factories.editing import SITE, invite, make_claim, make_report
from tests.factories.world import TODAY, inside, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

YEAR = timedelta(days=365)
SAID = {"name": "Cleo Bramblewick", "job_title": "Brambler", "email": "bramble@example.org", "words": "Ring Bramble"}


def log_of(shop, thing):
    with inside(shop.area):
        found = Entry.objects.filter(thing_id=thing.pk).order_by("at")
        return [(entry.action, entry.reference) for entry in found]


def decided(shop, *, grant):
    claim = make_claim(shop.area, shop.entry, proved=True, **SAID)
    with seen_by(shop.officer):
        if grant:
            grant_claim(by=shop.officer, claim=claim.pk, organisation=None, reason="Rang them", site=SITE)
        else:
            refuse_claim(by=shop.officer, claim=claim.pk, reason="Nobody knows them")
    return claim


@pytest.mark.parametrize("grant", [True, False])
@pytest.mark.parametrize(("days", "wiped"), [(364, False), (365, True), (366, True)])
def test_who_claimed_is_wiped_a_year_after_the_decision(shop, grant, days, wiped):
    claim, day = decided(shop, grant=grant), TODAY + timedelta(days=days)

    with inside(shop.area):
        number = wipe_ended(shop.area.pk, day)
        again = wipe_ended(shop.area.pk, day + YEAR) if wiped else 0
        found = Claim.objects.get(pk=claim.pk)

    assert (number, again) == (int(wiped), 0)
    assert (found.name, found.job_title, found.email, found.words, found.wiped_on) == (
        ("", "", "", "", day) if wiped else (*SAID.values(), None)
    )
    assert (found.reference, found.service_name) == (claim.reference, "Plover swimming")


def test_a_wiped_claim_says_so_and_keeps_what_was_decided(shop, raw_url):
    claim = decided(shop, grant=False)
    with inside(shop.area):
        wipe_ended(shop.area.pk, TODAY + YEAR)

    officer = signed_in(shop.world.staff("authority_officer"))
    page = officer.get(reverse("offer_claim", args=[claim.pk])).content.decode()

    assert "Taken away on" in page and "Nobody knows them" in page and "Bramble" not in page
    assert log_of(shop, claim)[:4] == [
        ("offer_claim.received", "visitor"), ("offer_claim.proved", "visitor"), ("offer_claim.refused", "test"),
        ("offer_claim.wiped", "job"),
    ]  # fmt: skip
    assert [action for action, _reference in log_of(shop, claim)[4:]] == ["view"]
    with psycopg.connect(raw_url("owner")) as owner:
        assert "ramble" not in str(owner.execute("SELECT * FROM audit_entry").fetchall())


def test_a_claim_that_nobody_decided_for_a_year_is_deleted_and_noted(shop):
    claim = make_claim(shop.area, shop.entry, proved=True)
    with inside(shop.area):
        proved_on = Claim.objects.get(pk=claim.pk).proved_at.date()

        gone = [forget_unproved(shop.area.pk, proved_on + timedelta(days=days)) for days in (364, 365)]

    assert gone == [0, 1]
    assert log_of(shop, claim)[-1] == ("offer_claim.deleted", "job")


@pytest.mark.parametrize(("days", "wiped"), [(364, False), (365, True)])
def test_what_a_reader_wrote_is_wiped_a_year_after_it_was_closed(shop, days, wiped):
    report, open_one = make_report(shop.area, shop.entry, words="Ask Bramble"), make_report(shop.area, shop.entry)
    with seen_by(shop.officer):
        close_report(by=shop.officer, report=report.pk, mended=True, reason="New number")

    with inside(shop.area):
        wipe_ended(shop.area.pk, TODAY + timedelta(days=days))
        words = {one.pk: one.words for one in EntryReport.objects.all()}

    page = signed_in(shop.owner_account).get(reverse("entry_report", args=[report.pk])).content.decode()
    assert words == {report.pk: "" if wiped else "Ask Bramble", open_one.pk: "The telephone number is old."}
    assert ("words were taken away" in page, "Ask Bramble" in page) == (wiped, not wiped)


@pytest.mark.parametrize(("days", "gone"), [(29, 0), (30, 1)])
def test_whom_a_provider_asked_is_forgotten_after_a_month(shop, days, gone):
    with seen_by(shop.owner):
        asked = invite(shop.owner, shop.provider, Newcomer("ed@example.org", "Ed New"))

    with inside(shop.area):
        number = forget_invitations(shop.area.pk, TODAY + timedelta(days=days))
        left = ProviderInvitation.objects.filter(pk=asked.pk).count()

    assert (number, left) == (gone, 1 - gone)


def test_the_night_does_all_of_it(shop, monkeypatch):
    claim = decided(shop, grant=False)
    with seen_by(shop.owner):
        invite(shop.owner, shop.provider, Newcomer("ed@example.org", "Ed New"))
    monkeypatch.setattr("goldenthread.local_offer.jobs.today", lambda: TODAY + YEAR)

    keep_entries(0)

    with inside(shop.area):
        assert Claim.objects.get(pk=claim.pk).name == "" and not ProviderInvitation.objects.exists()


def test_who_opens_a_claim_or_a_report_is_noted(shop):
    claim, report = make_claim(shop.area, shop.entry, proved=True), make_report(shop.area, shop.entry)
    officer = signed_in(shop.world.staff("authority_officer"))
    owner = signed_in(shop.owner_account)

    officer.get(reverse("offer_claim", args=[claim.pk]))
    for browser in (officer, owner):
        browser.get(reverse("entry_report", args=[report.pk]))

    with inside(shop.area):
        views = list(
            Entry.objects.filter(action="view").order_by("at").values_list("thing_id", "person_id", "detail__what")
        )
    staff = shop.world.staff("authority_officer").pk
    assert views == [
        (claim.pk, staff, "who claims an entry"),
        (report.pk, staff, "what is wrong on a page"),
        (report.pk, shop.owner_account.pk, "what is wrong on a page"),
    ]


def test_a_body_that_is_made_for_a_provider_is_noted(shop):
    claim = make_claim(shop.area, shop.other_entry, proved=True)
    with seen_by(shop.officer):
        grant_claim(by=shop.officer, claim=claim.pk, organisation=None, reason="Rang them", site=SITE)

    with inside(shop.area):
        body = shop.fresh(shop.other_entry).organisation.keepers
        made = Entry.objects.filter(action="organisation.created", thing_id=body.pk)
        assert [(one.person_id, one.detail) for one in made] == [(shop.officer.person, {"kind": Kind.PROVIDER.value})]


def test_the_forms_say_when_it_is_deleted(shop):
    pages = [
        Client().get(reverse(name, args=[shop.entry.pk])).content.decode() for name in ("claim_entry", "report_entry")
    ]

    assert "365 days after we have decided" in pages[0] and "365 days after we have dealt with it" in pages[1]
