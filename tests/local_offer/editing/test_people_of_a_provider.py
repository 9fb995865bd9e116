"""Who is told what about the people of a provider; and nobody has a role twice."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.urls import reverse

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.editing.actions.claiming import grant_claim
from goldenthread.local_offer.editing.actions.people import end_person
from goldenthread.local_offer.editing.models import Claim
from goldenthread.people.actions.platform import Newcomer
from goldenthread.people.models import Assignment
from tests.factories.editing import SITE, answered, invite, make_claim
from tests.factories.people import mails
from tests.factories.world import give_role, inside, make_account, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def asked(shop, email, name="Ed New", by=None, **more):
    by = by or shop.owner
    with seen_by(by):
        return invite(by, shop.provider, Newcomer(email, name), **more)


def joined(shop, email, name="Ed New"):
    """Somebody whom the owner asked and who said yes."""
    answered(shop, asked(shop, email, name))
    with inside(shop.area):
        return Assignment.objects.get(account__email=email.lower(), to_on=None)


def roles_of(shop, email):
    with inside(shop.area):
        found = Assignment.objects.filter(account__email=email, holder=shop.fresh().organisation.keepers)
        return list(found.order_by("from_on").values_list("role", flat=True))


def test_an_owner_reads_the_name_they_typed_and_not_whose_account_it_is(shop):
    make_account("Quentin Bramblewick", "stranger@example.org")
    joined(shop, "stranger@example.org", "Whoever This Is")
    joined(shop, "nobody@example.org", "Nobody So Far")
    address = reverse("offer_provider", args=[shop.provider.pk])

    owner = signed_in(shop.owner_account).get(address).content.decode()
    officer = signed_in(shop.world.staff("authority_officer")).get(address).content.decode()

    assert "Whoever This Is" in owner and "Nobody So Far" in owner and "Bramblewick" not in owner
    assert "Quentin Bramblewick" in officer


def test_an_owner_is_answered_alike_whether_there_is_an_account_or_not(shop):
    make_account("Quentin Bramblewick", "stranger@example.org")
    browser, address = signed_in(shop.owner_account), reverse("invite_provider_person", args=[shop.provider.pk])
    said = {"name": "Somebody New", "role": "provider_editor"}

    pages = [
        browser.post(address, said | {"email": email}, follow=True).content.decode()
        for email in ("stranger@example.org", "nobody@example.org")
    ]

    once = pages[0].count("Somebody New")
    assert once > 0
    assert [(page.count("Somebody New"), "We have sent them an e-mail" in page) for page in pages] == [
        (once, True), (2 * once, True)
    ]  # fmt: skip


def test_nobody_is_invited_to_a_role_that_they_have_and_again_once_it_ended(shop):
    role = joined(shop, "ed@example.org")

    with pytest.raises(Refused, match="has that role already"):
        asked(shop, "Ed@example.org")
    with seen_by(shop.owner):
        end_person(by=shop.owner, assignment=role.pk, site=SITE)
    joined(shop, "ed@example.org")

    assert roles_of(shop, "ed@example.org") == ["provider_editor"] * 2


def test_two_claims_of_one_person_give_one_role_and_they_hear_of_both(shop):
    first, second = (make_claim(shop.area, shop.entry, proved=True, email="cleo@example.org") for _again in range(2))

    for claim in (first, second):
        with seen_by(shop.officer):
            grant_claim(by=shop.officer, claim=claim.pk, organisation=None, reason="Rang them", site=SITE)

    with inside(shop.area):
        states = list(Claim.objects.values_list("state", flat=True))
    assert roles_of(shop, "cleo@example.org") == ["provider_owner"]
    assert states == ["granted", "granted"]
    told = [mail[1] for mail in mails() if mail[0] == "cleo@example.org"]
    assert told[2:] == [
        "Your work on Golden Thread",
        "Who may change your entries in the SEND Local Offer",
        "Your entries in the SEND Local Offer",
    ]


def test_the_database_refuses_a_role_twice(shop):
    account = make_account("Twice Told")
    give_role(account, "senco", shop.world.school)

    with pytest.raises(IntegrityError, match="assignment_once_in_force"):
        give_role(account, "senco", shop.world.school)
