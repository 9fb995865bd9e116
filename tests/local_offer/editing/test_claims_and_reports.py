"""From "this is mine" to an account, and from "something is wrong" to its end."""

from __future__ import annotations

import re
from datetime import date, timedelta

import psycopg
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.local_offer.editing.actions.claiming import grant_claim, refuse_claim
from goldenthread.local_offer.editing.actions.people import end_person
from goldenthread.local_offer.editing.actions.reporting import close_report, look_again, take_report
from goldenthread.local_offer.editing.keeping import forget_unproved
from goldenthread.local_offer.editing.models import Claim, EntryReport
from goldenthread.local_offer.editing.receiving import prove_claim
from goldenthread.people.actions.platform import Newcomer
from goldenthread.people.models import Assignment
from tests.factories.editing import SITE, answered, invite, make_claim, make_member, make_report, offer_of
from tests.factories.people import code_in, mails
from tests.factories.world import TODAY, inside, seen_by, signed_in, viewer_of
from tests.local_offer.test_reader_role import all_that_is_public

pytestmark = pytest.mark.django_db(transaction=True)

WORDS, ADDRESS = "Ask for Bramblewick, the number is old", "quentin@example.org"


@pytest.fixture(autouse=True)
def fresh_counts():
    cache.clear()


def granted(shop, claim):
    with seen_by(shop.officer):
        return grant_claim(by=shop.officer, claim=claim.pk, organisation=None, reason="Rang them", site=SITE)


def test_a_claim_sends_a_code_that_works_once_and_leads_to_a_check(shop):
    visitor, address = Client(), reverse("claim_entry", args=[shop.other_entry.pk])
    data = {
        "name": "Cleo Claimant",
        "job_title": "Secretary",
        "email": "cleo@example.org",
        "words": "",
        "submission_key": "k1",
    }

    sent = visitor.post(address, data)
    visitor.post(address, data)
    link = re.search(r"http://testserver(/\S+)", mails()[-1][2])[1]
    asked = visitor.get(link).content.decode()
    wrong = visitor.post(link, {"code": "QK7M-4RTX-P9WD"}).content.decode()
    code = {"code": code_in(mails()[-1]).lower().replace("-", " ")}
    proved, again = (visitor.post(link, code).content.decode() for _twice in range(2))
    elsewhere = Client().post(link, code).content.decode()

    with inside(shop.area):
        claim = Claim.objects.get()
    assert sent["Location"] == reverse("entry_claim_sent")
    after = visitor.get(sent["Location"]).content.decode()
    assert claim.reference in after and "within 7 days" in after
    assert [mail[0] for mail in mails() if "Curlew" in mail[2]] == [], "the mail names no entry"
    assert "code" not in link and code_in(mails()[0]) not in asked, "an address stands in logs"
    assert "Yes, this is my address" in asked and "does not fit" in wrong and "Curlew" not in asked
    assert claim.reference in proved and claim.reference in again
    assert "does not fit" in elsewhere and claim.reference not in elsewhere
    assert (claim.state, claim.name, claim.email) == ("proved", "Cleo Claimant", "cleo@example.org")


def test_a_code_works_until_its_last_day_and_for_its_own_claim_only(shop):
    offer, last, proved = offer_of(shop.area), TODAY + timedelta(days=7), []
    for day in (last - timedelta(days=1), last, last + timedelta(days=1)):
        claim = make_claim(shop.area, shop.entry)
        proved.append(prove_claim(offer=offer, claim=claim.pk, code=claim.code, today=day) is not None)

    other = make_claim(shop.area, shop.entry)
    assert proved == [True, True, False]
    assert prove_claim(offer=offer, claim=other.pk, code=f"{other.code}x", today=TODAY) is None
    assert prove_claim(offer=offer, claim=other.pk, code=claim.code, today=TODAY) is None


def test_a_granted_claim_makes_an_owner_of_all_the_providers_entries(shop):
    claim = make_claim(shop.area, shop.other_entry, proved=True, email="cleo@example.org")
    make_report(shop.area, shop.other_entry)

    granted(shop, claim)

    with inside(shop.area):
        role = Assignment.objects.select_related("account", "holder").get(account__email="cleo@example.org")
    cleo = viewer_of(role.account)
    shown = signed_in(role.account).get(reverse("my_entries")).content.decode()
    assert (role.role, role.holder.name, cleo.children) == ("provider_owner", "Curlew Club", frozenset())
    assert "Curlew chess" in shown and "Plover swimming" not in shown
    assert "PG-" in signed_in(role.account).get(reverse("entry_reports")).content.decode()
    assert mails()[-1][0] == "cleo@example.org" and "I have forgotten my password" in mails()[-1][2]


def test_a_claim_that_nobody_proved_is_not_granted_and_one_is_decided_once(shop):
    unproved, proved = make_claim(shop.area, shop.entry), make_claim(shop.area, shop.entry, proved=True)
    granted(shop, proved)

    for claim in (unproved, proved):
        with pytest.raises(Refused, match="already moved this on"):
            granted(shop, claim)


def test_a_refused_claim_gives_nothing_and_says_so_kindly(shop):
    claim = make_claim(shop.area, shop.other_entry, proved=True, email="cleo@example.org")

    with seen_by(shop.officer):
        refuse_claim(by=shop.officer, claim=claim.pk, reason="The number belongs to somebody else")

    with inside(shop.area):
        assert not Assignment.objects.filter(account__email="cleo@example.org").exists()
    assert mails()[-1][0] == "cleo@example.org" and "could not confirm it" in mails()[-1][2]
    assert "somebody else" not in mails()[-1][2]


def test_claims_that_nobody_proved_in_time_are_forgotten_and_others_stay(shop):
    make_claim(shop.area, shop.entry)
    kept = make_claim(shop.area, shop.entry, proved=True)

    with inside(shop.area):
        before = forget_unproved(shop.area.pk, TODAY + timedelta(days=7))
        gone = forget_unproved(shop.area.pk, TODAY + timedelta(days=8))
        left = list(Claim.objects.values_list("pk", flat=True))

    assert (before, gone, left) == (0, 1, [kept.pk])


def test_an_owner_invites_an_editor_for_their_own_organisation_only(shop):
    who = Newcomer("ed@example.org", "Ed New", "Coach")

    with seen_by(shop.owner):
        asked = invite(shop.owner, shop.provider, who)
        with pytest.raises(NotFound):
            invite(shop.owner, shop.other_provider, who)
        with pytest.raises(Refused, match="roles for providers"):
            invite(shop.owner, shop.provider, who, role="senco")
    answered(shop, asked)

    with inside(shop.area):
        roles = list(Assignment.objects.filter(account__email="ed@example.org").values_list("role", "holder__name"))
    assert roles == [("provider_editor", "Plover Trust")]


def test_an_ended_editor_is_out_with_the_next_click_and_nobody_ends_a_role_elsewhere(shop):
    editor = signed_in(shop.editor_account)
    stranger = make_member(shop.world, shop.other_provider, "provider_editor", "Sue Stranger")
    with inside(shop.area):
        ours = Assignment.objects.get(account=shop.editor_account)
        theirs = Assignment.objects.get(account=stranger)
        own = Assignment.objects.get(account=shop.owner_account)

    before = editor.get(reverse("my_entries")).status_code
    with seen_by(shop.owner):
        end_person(by=shop.owner, assignment=ours.pk, site=SITE)
        with pytest.raises(NotFound):
            end_person(by=shop.owner, assignment=theirs.pk, site=SITE)
        with pytest.raises(Refused, match="your own role"):
            end_person(by=shop.owner, assignment=own.pk, site=SITE)
    editor.raise_request_exception = False

    assert before == 200
    assert editor.get(reverse("my_entries")).status_code in (302, 404)


def test_a_report_reaches_owner_and_officer_and_is_due_in_ten_working_days(shop):
    address = reverse("report_entry", args=[shop.entry.pk])
    data = {"topic": "wrong", "words": WORDS, "email": ADDRESS, "submission_key": "r1"}
    visitor = Client()

    sent = visitor.post(address, data)
    visitor.post(address, data)

    with inside(shop.area):
        report = EntryReport.objects.get()
    assert sent["Location"] == reverse("entry_report_sent")
    assert "within 10 working days" in visitor.get(sent["Location"]).content.decode()
    assert (report.received_on, report.due_on) == (date(2026, 11, 20), date(2026, 12, 4))
    assert sorted(mail[0] for mail in mails()) == sorted([shop.owner_account.email, "offer@example.org"])
    assert all(WORDS not in mail[2] and "Plover" not in mail[2] for mail in mails())


def test_a_report_is_never_public_and_lies_sealed(shop, raw_url):
    make_report(shop.area, shop.entry, words=WORDS, email=ADDRESS)

    page = Client().get(reverse("offer_entry", args=[shop.entry.pk])).content.decode()
    with psycopg.connect(raw_url("owner")) as owner:
        stored = str(owner.execute("SELECT * FROM local_offer_editing_entryreport").fetchall())

    assert "Bramblewick" not in page and "Bramblewick" not in all_that_is_public(raw_url)
    assert "Bramblewick" not in stored and ADDRESS not in stored


def test_the_owner_reads_what_is_wrong_but_not_who_said_so(shop):
    report = make_report(shop.area, shop.entry, words=WORDS, email=ADDRESS)
    address = reverse("entry_report", args=[report.pk])

    owner = signed_in(shop.owner_account).get(address).content.decode()
    officer = signed_in(shop.world.staff("authority_officer")).get(address).content.decode()

    assert WORDS in owner and ADDRESS not in owner
    assert WORDS in officer and ADDRESS in officer


def test_another_provider_and_an_editor_do_not_find_a_report(shop):
    report = make_report(shop.area, shop.entry, words=WORDS)
    others = [signed_in(make_member(shop.world, shop.other_provider)), signed_in(shop.editor_account)]

    for browser in others:
        browser.raise_request_exception = False
        assert browser.get(reverse("entry_report", args=[report.pk])).status_code == 404


def test_whoever_left_an_address_is_told_and_the_address_is_forgotten(shop):
    report = make_report(shop.area, shop.entry, email=ADDRESS)
    silent = make_report(shop.area, shop.entry)

    with seen_by(shop.owner):
        take_report(by=shop.owner, report=report.pk)
        close_report(by=shop.owner, report=report.pk, mended=True, reason="New number")
    with seen_by(shop.officer):
        close_report(by=shop.officer, report=silent.pk, mended=False, reason="The number is right")

    told = [mail for mail in mails() if mail[0] == ADDRESS]
    with inside(shop.area):
        found = EntryReport.objects.get(pk=report.pk)
        moves = list(found.entries.values_list("move", flat=True))
    assert len(told) == 1 and report.reference in told[0][2] and "put it right" in told[0][2]
    assert "Plover" not in told[0][2]
    assert (found.state, found.email, moves) == ("mended", "", ["take", "mend"])


def test_a_report_that_was_closed_too_soon_is_looked_at_again(shop):
    report = make_report(shop.area, shop.entry)
    with seen_by(shop.officer):
        close_report(by=shop.officer, report=report.pk, mended=False, reason="All is well")

        again = look_again(by=shop.officer, report=report.pk, reason="They rang")

    assert again.state == "looking"


def test_what_is_wrong_is_asked_for_in_clear_sentences_and_too_many_are_stopped(shop):
    visitor, address = Client(), reverse("report_entry", args=[shop.entry.pk])

    empty = visitor.post(address, {"submission_key": "r0"}).content.decode()
    answers = [
        visitor.post(address, {"topic": "other", "words": "Hello", "submission_key": f"r{number}"}).status_code
        for number in range(22)
    ]

    assert "Choose what is wrong" in empty and "Write what is wrong" in empty
    assert answers == [302] * 20 + [429] * 2
