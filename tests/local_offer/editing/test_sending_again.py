"""Sent, back, put right, sent again: what is corrected counts, and the very same form does not count twice."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from goldenthread.local_offer.editing.models import Claim, EntryReport
from goldenthread.local_offer.sections.models import CopyRequest
from tests.factories.people import mails
from tests.factories.world import inside

pytestmark = pytest.mark.django_db(transaction=True)

CLAIM = {"name": "Cleo", "job_title": "Manager", "email": "cleo@exmaple.org", "words": "", "submission_key": "one"}
REPORT = {"topic": "wrong", "words": "The day is wrong.", "email": "", "submission_key": "one"}
COPY = {"form": "large", "name": "Doris", "send_to": "4 Plover Road", "notes": "", "page": "", "language": "",
        "submission_key": "one"}  # fmt: skip


@pytest.fixture(autouse=True)
def fresh_counts():
    cache.clear()


def sent(address, *forms):
    """What the page after the last of these forms says; one browser sends them all."""
    visitor = Client()
    for data in forms:
        shown = visitor.post(address, data, follow=True).content.decode()
    return shown


def test_a_claim_with_its_address_put_right_is_a_claim_and_sends_the_link_there(shop):
    right = CLAIM | {"email": "cleo@example.org"}

    shown = sent(reverse("claim_entry", args=[shop.entry.pk]), CLAIM, right, right)

    with inside(shop.area):
        claims = {claim.email: claim.reference for claim in Claim.objects.all()}
    assert set(claims) == {"cleo@exmaple.org", "cleo@example.org"}
    assert claims["cleo@example.org"] in shown
    assert [mail[0] for mail in mails()] == ["cleo@exmaple.org", "cleo@example.org"]


def test_a_report_with_its_words_put_right_is_kept(shop):
    right = REPORT | {"words": "The day is wrong: it is Sunday."}

    shown = sent(reverse("report_entry", args=[shop.entry.pk]), REPORT, right, right)

    with inside(shop.area):
        reports = {report.words: report.reference for report in EntryReport.objects.all()}
    assert set(reports) == {REPORT["words"], right["words"]}
    assert reports[right["words"]] in shown


def test_a_report_about_another_page_is_another_report(shop):
    visitor = Client()

    for entry in (shop.entry, shop.other_entry):
        visitor.post(reverse("report_entry", args=[entry.pk]), REPORT)

    with inside(shop.area):
        assert set(EntryReport.objects.values_list("service_name", flat=True)) == {"Plover swimming", "Curlew chess"}


def test_a_request_for_a_copy_with_its_address_put_right_is_kept(shop):
    right = COPY | {"send_to": "14 Plover Road"}

    shown = sent(reverse("offer_another_way"), COPY, right, right)

    with inside(shop.area):
        requests = {request.send_to: request.reference for request in CopyRequest.objects.all()}
    assert set(requests) == {"4 Plover Road", "14 Plover Road"}
    assert requests["14 Plover Road"] in shown
