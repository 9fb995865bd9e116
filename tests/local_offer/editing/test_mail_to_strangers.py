"""Anybody may name an address. What they type never goes there, and few mails do."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from goldenthread.design_system.forms import Form, PasswordField, TextField
from goldenthread.local_offer.editing.actions.claiming import refuse_claim
from goldenthread.local_offer.editing.models import Claim
from goldenthread.people.actions.platform import Newcomer
from tests.factories.editing import answered, invite, make_claim
from tests.factories.local_offer import make_service
from tests.factories.people import mails
from tests.factories.world import inside, seen_by

pytestmark = pytest.mark.django_db(transaction=True)

EVIL = "customer,\r\n\r\nYour benefits are stopped. Sign in at https://evil.example.org"
VICTIM = "victim@example.org"


@pytest.fixture(autouse=True)
def fresh_counts():
    cache.clear()


def claimed(entry, visitor, number, email=VICTIM, address="198.51.100.1", name="Cleo"):
    said = {"name": name, "job_title": "Manager", "email": email, "words": "", "submission_key": f"k{number}"}
    return visitor.post(reverse("claim_entry", args=[entry.pk]), said, REMOTE_ADDR=address).status_code


def test_nothing_a_stranger_typed_stands_in_the_mail_of_a_claim(shop):
    claimed(shop.entry, Client(), 1, name=EVIL)

    with inside(shop.area):
        claim = Claim.objects.get()
    assert [(mail[0], "benefits" in mail[2], "evil" in mail[2]) for mail in mails()] == [(VICTIM, False, False)]
    assert claim.name == "customer, Your benefits are stopped. Sign in at https://evil.example.org"


def test_nothing_a_stranger_typed_stands_in_a_refusal_or_an_invitation(shop):
    claim = make_claim(shop.area, shop.entry, proved=True, email=VICTIM, name=EVIL)
    with seen_by(shop.officer):
        refuse_claim(by=shop.officer, claim=claim.pk, reason="No")
    with seen_by(shop.owner):
        who = Newcomer(VICTIM, EVIL, EVIL)
        asked = invite(shop.owner, shop.provider, who)
    answered(shop, asked)

    assert [mail[0] for mail in mails()].count(VICTIM) == 4, "the code, the refusal, the invitation and how to sign in"
    assert [mail for mail in mails() if "evil" in mail[2] or "evil" in mail[1]] == []


def test_one_address_gets_three_links_a_day_wherever_they_come_from(shop):
    entries = [make_service(shop.area, shop.provider, name=f"Plover {number}") for number in range(5)]

    answers = [claimed(entry, Client(), number, address=f"198.51.100.{number}") for number, entry in enumerate(entries)]
    other = claimed(entries[4], Client(), 9, email="other@example.org")

    assert (answers, other) == ([302, 302, 302, 429, 429], 302)
    assert [mail[0] for mail in mails()] == [VICTIM] * 3 + ["other@example.org"]


def test_one_entry_is_claimed_twenty_times_a_day_at_most(shop):
    answers = [
        claimed(shop.entry, Client(), number, f"a{number}@example.org", f"198.51.100.{number}") for number in range(22)
    ]

    assert answers == [302] * 20 + [429] * 2


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r", "\v", "\x85", "\u2028", "\r\n \r\n"])
def test_one_line_of_text_has_no_line_end(line_end):
    class OneLine(Form):
        name = TextField(label="Name")
        secret = PasswordField(label="Password")

    form = OneLine({"name": f"Ada{line_end}Bello", "secret": f"a{line_end}b"})

    assert form.is_valid()
    assert form.cleaned_data == {"name": "Ada Bello", "secret": f"a{line_end}b"}
