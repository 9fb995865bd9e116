"""Linking one's account to an identity provider, and taking the link away: only by the person, proved anew."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.auth import HASH_SESSION_KEY
from django.core.cache import cache

from goldenthread.people.actions.platform import invite_again
from goldenthread.people.models import Account, Assignment
from tests.factories.people import PASSWORD, mails, signed_in_staff
from tests.factories.world import inside, seen_by, viewer_of

from .through_organisation import NAME, REFUSED, asked_of, at_provider, come_through, linked, noted

pytestmark = pytest.mark.django_db(transaction=True)


def test_linking_asks_again_who_it_is_first(trust, world):
    browser = signed_in_staff(world.staff("senco"))
    cache.clear()

    page = browser.get("/account/organisation/")
    pressed = browser.post("/account/organisation/link/", {"provider": "trust"})

    assert page.headers["Location"].startswith("/account/reauthenticate/")
    assert pressed.headers["Location"] == "/account/organisation/"
    assert trust.asked == []


def test_linking_is_noted_and_told_by_mail(trust, world):
    senco = world.staff("senco")

    browser = linked(senco)

    assert noted("identity_provider.linked") == [(senco.pk, {"provider": "trust"})]
    assert [(mail[0], mail[1], NAME in mail[2]) for mail in mails()] == [
        (senco.email, "Your organisation's sign-in was linked", True)
    ]
    page = browser.get("/account/organisation/").content.decode()
    assert NAME in page and "Linked on" in page


def test_what_is_kept_of_the_provider_is_one_mark(trust, world):
    senco = world.staff("senco")
    trust.says = {"name": "Wren Writer", "picture": "https://pictures.example.org/wren"}

    linked(senco)

    (kept,) = SocialAccount.objects.values("user_id", "provider", "uid", "extra_data")
    assert (kept["user_id"], kept["provider"], kept["extra_data"]) == (senco.pk, "trust", {})
    assert len(kept["uid"]) == 64 and trust.subject not in kept["uid"]


def test_one_person_at_the_provider_opens_one_account(trust, world):
    linked(world.staff("senco"))
    head = signed_in_staff(world.staff("head"))
    cache.clear()
    head.post("/account/reauthenticate/", {"password": PASSWORD})

    tried = head.get(at_provider(asked_of(head, "/account/organisation/link/")))

    assert tried.headers["Location"] == REFUSED
    assert list(SocialAccount.objects.values_list("user_id", flat=True)) == [world.staff("senco").pk]


def test_of_two_accounts_linked_to_one_person_at_the_same_moment_the_second_is_refused(trust, world, monkeypatch):
    """Both were looked up before either was written."""
    linked(world.staff("senco"))
    head = signed_in_staff(world.staff("head"))
    cache.clear()
    head.post("/account/reauthenticate/", {"password": PASSWORD})
    back = at_provider(asked_of(head, "/account/organisation/link/"))

    monkeypatch.setattr(SocialLogin, "lookup", lambda _login: None)

    answer = head.get(back)

    assert answer.headers["Location"] == REFUSED
    assert list(SocialAccount.objects.values_list("user_id", flat=True)) == [world.staff("senco").pk]


def test_a_link_begun_by_one_person_is_not_finished_by_another(trust, world):
    """Somebody who gets a victim to open the last address of their own linking links nothing."""
    senco = signed_in_staff(world.staff("senco"))
    cache.clear()
    senco.post("/account/reauthenticate/", {"password": PASSWORD})
    back = at_provider(asked_of(senco, "/account/organisation/link/"))
    head = signed_in_staff(world.staff("head"))

    answer = head.get(back)

    assert answer.headers["Location"] == REFUSED
    assert SocialAccount.objects.count() == 0


def test_unlinking_ends_it_at_once_and_is_told(trust, world):
    senco = world.staff("senco")
    own = linked(senco)
    trust.says = {"amr": ["mfa"]}
    through, _back = come_through()

    own.post("/account/organisation/unlink/", {"provider": "trust"})

    assert SocialAccount.objects.count() == 0
    assert noted("identity_provider.unlinked") == [(senco.pk, {"provider": "trust"})]
    assert mails()[-1][1] == "Your organisation's sign-in was unlinked"
    assert through.get("/account/").headers["Location"].startswith("/account/login/")
    assert come_through()[1].headers["Location"] == REFUSED


def test_unlinking_asks_again_who_it_is(trust, world):
    linked(world.staff("senco"))
    trust.says = {"amr": ["mfa"]}
    through, _back = come_through()

    through.post("/account/organisation/unlink/", {"provider": "trust"})

    assert SocialAccount.objects.count() == 1


def test_the_only_way_in_is_not_taken_away(trust, world):
    senco = world.staff("senco")
    own = linked(senco)
    Authenticator.objects.filter(user=senco).delete()
    Account.objects.filter(pk=senco.pk).update(password="!unusable")
    senco.refresh_from_db()
    session = own.session
    session[HASH_SESSION_KEY] = senco.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "mfa", "at": 0.0}]
    session.save()

    answer = own.post("/account/organisation/unlink/", {"provider": "trust"})

    assert answer.status_code == 409 and "This is your only way in" in answer.content.decode()
    assert SocialAccount.objects.count() == 1


def test_without_a_way_in_of_ones_own_the_provider_opens_nothing(trust, world):
    senco = world.staff("senco")
    linked(senco)
    Authenticator.objects.filter(user=senco).delete()
    Account.objects.filter(pk=senco.pk).update(password="!unusable")
    trust.says = {"amr": ["mfa"]}

    assert come_through()[1].headers["Location"] == REFUSED
    assert noted("identity_provider.refused")[-1][1]["why"] == "no_way_in_of_its_own"


def test_an_administrators_reset_takes_the_link_away(trust, world):
    senco = world.staff("senco")
    linked(senco)
    with inside(world.school):
        assignment = Assignment.objects.get(account=senco)
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator:
        invite_again(by=administrator, assignment=assignment.pk, site="https://thread.example.org/")

    assert SocialAccount.objects.count() == 0
