"""Nobody is drawn into a provider: who is asked says yes or no. And no owner is thrown out by a new one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import Refused
from goldenthread.audit.models import Entry
from goldenthread.local_offer.editing.actions.claiming import grant_claim
from goldenthread.local_offer.editing.actions.people import end_person
from goldenthread.local_offer.editing.models import ProviderInvitation
from goldenthread.people.actions.platform import Newcomer
from goldenthread.people.models import Account, Assignment
from tests.factories.editing import SITE, answered, invite, make_claim, make_member
from tests.factories.local_offer import make_provider, make_service
from tests.factories.people import can_sign_in, code_in, mails
from tests.factories.world import TODAY, inside, make_account, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def fresh_counts():
    cache.clear()


def asked(shop, email, by=None, **more):
    by = by or shop.owner
    with seen_by(by):
        return invite(by, shop.provider, Newcomer(email, "Ed New"), **more)


def roles_of(shop, email):
    with inside(shop.area):
        return list(Assignment.objects.filter(account__email=email).values_list("role", flat=True))


def test_a_parent_who_is_invited_goes_on_as_before_until_they_say_yes(shop):
    parent = can_sign_in(shop.world.ada)
    invitation = asked(shop, parent.email)
    address = reverse("answer_provider_invitation", args=[invitation.pk])
    before = signed_in(parent).get(reverse("home"), follow=True)

    code = code_in(next(mail for mail in mails() if mail[0] == parent.email))
    said_no = Client().post(address, {"code": code, "answer": "no"}).content.decode()
    too_late = Client().post(address, {"code": code, "answer": "yes"}).content.decode()

    assert before.status_code == 200 and "mfa" not in before.request["PATH_INFO"]
    assert "Nothing was changed for you" in said_no and "does not fit" in too_late
    assert roles_of(shop, parent.email) == []


def test_who_says_yes_has_the_role_and_the_owner_sees_it(shop):
    stranger = make_account("Quentin Bramblewick", "stranger@example.org")
    invitation, owner = asked(shop, stranger.email), signed_in(shop.owner_account)
    address = reverse("offer_provider", args=[shop.provider.pk])
    code = code_in(next(mail for mail in mails() if mail[0] == stranger.email))

    waiting = owner.get(address).content.decode()
    page = Client().get(reverse("answer_provider_invitation", args=[invitation.pk])).content.decode()
    said = Client().post(
        reverse("answer_provider_invitation", args=[invitation.pk]), {"code": code.lower(), "answer": "yes"}
    )

    assert "have not answered yet" in waiting and "Bramblewick" not in waiting
    assert "Plover" not in page, "the page alone tells nothing"
    assert "Thank you, you are in" in said.content.decode()
    assert roles_of(shop, stranger.email) == ["provider_editor"]
    assert "have not answered yet" not in owner.get(address).content.decode()
    with inside(shop.area):
        kept = list(
            Entry.objects.filter(action__startswith="offer_inv").order_by("at").values_list("action", flat=True)
        )
    assert kept == ["offer_invitation.sent", "offer_invitation.accepted"]


def test_a_code_works_fourteen_days_and_only_while_whoever_asked_is_an_owner(shop):
    late, right = asked(shop, "late@example.org"), asked(shop, "right@example.org")
    colleague = make_member(shop.world, shop.provider, "provider_owner", "Otto Owner")
    orphan = asked(shop, "orphan@example.org", by=viewer_of(colleague))
    with inside(shop.area):
        Assignment.objects.filter(account=colleague).update(to_on=TODAY - timedelta(days=1))

    found = [
        answered(shop, late, today=TODAY + timedelta(days=15)),
        answered(shop, right, code="QK7M-4RTX-P9WD"),
        answered(shop, orphan),
        answered(shop, right, today=TODAY + timedelta(days=14)),
    ]

    assert [one is not None for one in found] == [False, False, False, True]


def test_one_address_is_asked_once_a_week_and_twenty_a_day(shop):
    answered(shop, asked(shop, "no@example.org"), accepts=False)

    with pytest.raises(Refused, match="a few days ago"):
        asked(shop, "No@example.org", role="provider_viewer")
    with inside(shop.area):
        ProviderInvitation.objects.update(invited_on=TODAY - timedelta(days=7))
    for number in range(19):
        asked(shop, f"a{number}@example.org")
    asked(shop, "no@example.org")
    with pytest.raises(Refused, match="20 people today"):
        asked(shop, "one.more@example.org")


def test_an_invitation_gives_no_more_days_to_an_account_of_another_body(shop):
    with inside(shop.area):
        old = Account.objects.create_user("old@example.org", None, name="Old", invited_until=TODAY - timedelta(days=90))

    answered(shop, asked(shop, old.email))
    answered(shop, asked(shop, "new@example.org"))

    until = dict(
        Account.objects.filter(email__in=["old@example.org", "new@example.org"]).values_list("email", "invited_until")
    )
    assert until == {"old@example.org": TODAY - timedelta(days=90), "new@example.org": TODAY + timedelta(days=14)}


SUBJECT = "Who may change your entries in the SEND Local Offer"


def told(subject=SUBJECT):
    return [mail[0] for mail in mails() if mail[1] == subject]


def test_every_owner_is_told_of_a_grant_an_invitation_a_yes_and_an_end(shop):
    otto = make_member(shop.world, shop.provider, "provider_owner", "Otto Owner")
    owners = sorted([otto.email, shop.owner_account.email])
    claim = make_claim(shop.area, shop.entry, proved=True)
    answered(shop, asked(shop, "ed@example.org"))
    with inside(shop.area):
        editor = Assignment.objects.get(account=shop.editor_account)

    with seen_by(shop.owner):
        end_person(by=shop.owner, assignment=editor.pk, site=SITE)
    with seen_by(shop.officer):
        grant_claim(by=shop.officer, claim=claim.pk, organisation=None, reason="Rang them", site=SITE)

    assert sorted(told()) == sorted(owners * 4)
    assert [mail for mail in mails() if mail[1] == SUBJECT and ("ed@" in mail[2] or "Ed New" in mail[2])] == []


def test_a_school_is_told_at_its_own_addresses_when_its_entry_is_granted(shop):
    senco = shop.world.staff("senco")
    directory = make_provider(shop.area, "Hollow Oak", body=shop.world.school, email="head@hollow-oak.example.org")
    claim = make_claim(shop.area, make_service(shop.area, directory, name="Hollow Oak"), proved=True)

    with seen_by(shop.officer):
        grant_claim(by=shop.officer, claim=claim.pk, organisation=None, reason="Rang them", site=SITE)

    assert sorted(told("Your school's entry in the SEND Local Offer")) == sorted(
        ["head@hollow-oak.example.org", "office@example.org", senco.email]
    )


@pytest.mark.parametrize(("days", "ends"), [(0, False), (6, False), (7, True)])
def test_a_new_owner_does_not_end_an_older_one_within_a_week(shop, days, ends):
    new = make_member(shop.world, shop.provider, "provider_owner", "Nell New")
    with inside(shop.area):
        Assignment.objects.filter(account=new).update(from_on=TODAY - timedelta(days=days))
        older = Assignment.objects.get(account=shop.owner_account)
        newer = Assignment.objects.get(account=new)

    by = viewer_of(new)
    with seen_by(by):
        if ends:
            end_person(by=by, assignment=older.pk, site=SITE)
        else:
            with pytest.raises(Refused, match="a few days ago"):
                end_person(by=by, assignment=older.pk, site=SITE)
    with seen_by(shop.officer):
        end_person(by=shop.officer, assignment=newer.pk, site=SITE)

    with inside(shop.area):
        older.refresh_from_db()
        newer.refresh_from_db()
    assert (older.to_on is not None, newer.to_on is not None) == (ends, True)
