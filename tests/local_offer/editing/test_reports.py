"""A report about a provider's entry: the provider may put it right, and does not decide alone that nothing is wrong."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.access.permissions import NotFound
from goldenthread.local_offer.editing.actions.claiming import grant_claim
from goldenthread.local_offer.editing.actions.reporting import close_report, look_again, take_report
from goldenthread.local_offer.editing.models import EntryReport, ReportEntry
from goldenthread.local_offer.editing.states import REPORT
from goldenthread.people.models import Account
from goldenthread.process.moves import locked_for_move
from tests.factories.editing import SITE, make_claim, make_member, make_report
from tests.factories.people import mails
from tests.factories.world import inside, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "quentin@example.org"


def close(by, report, *, mended=False):
    with seen_by(by):
        return close_report(by=by, report=report.pk, mended=mended, reason="We looked at our own page")


def stands(shop, report):
    with inside(shop.area):
        found = EntryReport.objects.get(pk=report.pk)
    return found.state, found.email


def told(address=ADDRESS):
    return [mail for mail in mails() if mail[0] == address]


def test_a_provider_that_sees_nothing_to_change_hands_it_to_the_officer(shop):
    report = make_report(shop.area, shop.entry, email=ADDRESS)
    before = len(told("offer@example.org"))

    close(shop.owner, report)

    page = signed_in(shop.world.staff("authority_officer")).get(reverse("entry_reports"))
    assert (stands(shop, report), told()) == (("unchanged", ADDRESS), [])
    assert [row[0].pk for row in page.context["waiting"]] == [report.pk]
    assert len(told("offer@example.org")) == before + 1


def test_the_officer_closes_it_and_only_then_is_the_reporter_told(shop):
    report = make_report(shop.area, shop.entry, email=ADDRESS)
    close(shop.owner, report)

    close(shop.officer, report)

    assert stands(shop, report) == ("nothing", "")
    assert ["found nothing that has to be changed" in mail[2] for mail in told()] == [True]


def test_the_officer_may_open_it_again(shop):
    report = make_report(shop.area, shop.entry, email=ADDRESS)
    close(shop.owner, report)

    with seen_by(shop.officer):
        look_again(by=shop.officer, report=report.pk, reason="The number is wrong, I rang it")

    assert (stands(shop, report), told()) == (("looking", ADDRESS), [])


def test_a_provider_may_never_make_the_officers_move(shop):
    report = make_report(shop.area, shop.entry, email=ADDRESS)

    with seen_by(shop.owner), pytest.raises(NotFound):
        locked_for_move(REPORT, "nothing_wrong", EntryReport.objects.all(), report.pk, by=shop.owner)


def test_a_provider_is_told_that_an_officer_looks_too(shop):
    report = make_report(shop.area, shop.entry)
    browser = signed_in(shop.owner_account)
    data = {"outcome": "nothing", "reason": "All is well"}

    page = browser.post(reverse("close_entry_report", args=[report.pk]), data, follow=True).content.decode()

    assert "A Local Offer officer looks at it now" in page
    assert "Whoever left an address is told" not in page


def test_a_new_owner_reads_what_was_done_with_a_report_before_they_came(shop):
    report = make_report(shop.area, shop.other_entry)
    with seen_by(shop.officer):
        take_report(by=shop.officer, report=report.pk)
    claim = make_claim(shop.area, shop.other_entry, proved=True, email="cleo@example.org")
    with seen_by(shop.officer):
        grant_claim(by=shop.officer, claim=claim.pk, organisation=None, reason="Rang them", site=SITE)

    page = signed_in(Account.objects.get(email="cleo@example.org")).get(reverse("entry_report", args=[report.pk]))

    assert [str(label) for _one, label, _who in page.context["entries"]] == ["Being looked at"]


def test_another_provider_reads_nothing_of_what_was_done(shop):
    report = make_report(shop.area, shop.entry)
    with seen_by(shop.owner):
        take_report(by=shop.owner, report=report.pk)
        own = ReportEntry.objects.count()
    browser = signed_in(make_member(shop.world, shop.other_provider, name="Sue Stranger"))
    stranger = browser.get(reverse("entry_reports")).wsgi_request.viewer

    with seen_by(stranger):
        theirs = ReportEntry.objects.count()

    assert (own, theirs) == (1, 0)
