"""Staff sign in through their own organisation's identity provider, and nobody else does (bar A8, ASVS 10.5)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client

from goldenthread.people.models import Account, Assignment
from tests.factories.people import PASSWORD, app_code, can_sign_in, give_password, signed_in_family, signed_in_staff
from tests.factories.world import TODAY, give_role, inside, make_account, make_parent

from .loopback_provider import Provider
from .through_organisation import (
    REFUSED,
    asked_of,
    at_provider,
    come_through,
    configured,
    linked,
    noted,
    said,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_sign_in_page_offers_a_provider_only_where_one_is_configured(provider, world, settings):
    before = Client().get("/account/login/")
    settings.IDENTITY_PROVIDERS = {"trust": configured(provider, world.school.urn)}
    after = Client().get("/account/login/")

    def forms_lead(answer) -> list[str]:
        policy = answer.headers["Content-Security-Policy"].split("; ")
        return next(rule for rule in policy if rule.startswith("form-action ")).split()[1:]

    assert "Sign in with Larkmere Learning Trust" not in before.content.decode()
    assert "Sign in with Larkmere Learning Trust" in after.content.decode()
    assert forms_lead(before) == ["'self'"]
    assert forms_lead(after) == ["'self'", provider.issuer]
    assert forms_lead(Client().get("/account/password/reset/")) == ["'self'"]


def test_nothing_of_it_is_there_where_nothing_is_configured():
    answers = [
        Client().post("/account/organisation/start/", {"provider": "trust"}),
        Client().get("/account/organisation/trust/back/?code=x&state=y"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_linked_staff_come_in_and_do_their_second_step_next(trust, world):
    senco = world.staff("senco")
    linked(senco)
    cache.clear()

    browser, back = come_through()
    half_way = browser.get("/account/")
    inside_now = browser.post("/account/factors/authenticate/", {"code": app_code()})

    assert back.headers["Location"] == "/account/factors/authenticate/"
    assert half_way.headers["Location"].startswith("/account/login/")
    assert inside_now.headers["Location"] == "/"
    assert senco.email in browser.get("/account/").content.decode()


@pytest.mark.parametrize("says", [{"amr": ["pwd", "mfa"]}, {"acr": "mfa"}])
def test_a_second_factor_at_the_provider_counts(trust, world, says):
    linked(world.staff("senco"))
    trust.says = says

    browser, back = come_through(next="/staff/")

    assert back.headers["Location"] == "/staff/"
    assert browser.get("/account/").status_code == 200


@pytest.mark.parametrize("says", [{"amr": ["pwd"]}, {"amr": "mfa"}, {"amr": [["mfa"]]}, {"acr": "0"}, {}])
def test_what_does_not_say_so_does_not_count(trust, world, says):
    linked(world.staff("senco"))
    trust.says = says

    _browser, back = come_through()

    assert back.headers["Location"] == "/account/factors/authenticate/"


def test_which_words_count_is_configured(trust, world, settings):
    linked(world.staff("senco"))
    settings.IDENTITY_PROVIDERS = {"trust": configured(trust, world.school.urn, second_factor=frozenset({"hwk"}))}
    trust.says = {"amr": ["mfa"]}
    _browser, not_enough = come_through()
    trust.says = {"amr": ["hwk"]}

    _browser, enough = come_through()

    assert not_enough.headers["Location"] == "/account/factors/authenticate/"
    assert enough.headers["Location"] == "/"


def test_it_asks_with_pkce_state_and_nonce_for_nothing_but_who_it_is(trust):
    browser = Client()
    asked, again = said(asked_of(browser)), said(asked_of(browser))

    assert {name: asked[name] for name in ("scope", "response_type", "code_challenge_method", "client_id")} == {
        "scope": "openid", "response_type": "code", "code_challenge_method": "S256", "client_id": "golden-thread",
    }  # fmt: skip
    assert asked["redirect_uri"] == "http://testserver/account/organisation/trust/back/"
    for name in ("state", "nonce", "code_challenge"):
        assert len(asked[name]) >= 16 and asked[name] != again[name]


def test_nobody_is_made_and_an_address_opens_nothing(trust, world):
    senco = can_sign_in(world.staff("senco"), app=True)
    before = Account.objects.count()
    trust.says = {"email": senco.email, "email_verified": True, "amr": ["mfa"]}

    browser, back = come_through()

    assert back.headers["Location"] == REFUSED
    assert browser.get("/account/").status_code == 302
    assert (Account.objects.count(), SocialAccount.objects.count()) == (before, 0)
    assert noted("identity_provider.refused") == [(None, {"provider": "trust", "why": "not_linked"})]


def test_the_same_answer_for_everybody_it_does_not_let_in(trust, world):
    """Unknown, gone, and closed look the same: whose account it is stays unsaid."""
    senco = world.staff("senco")
    linked(senco)
    trust.says = {"amr": ["mfa"]}

    def shown() -> tuple[str, str]:
        browser, back = come_through()
        return back.headers["Location"], browser.get(REFUSED).content.decode()

    trust.subject, known = "somebody-else", trust.subject
    unknown = shown()
    trust.subject = known
    Account.objects.filter(pk=senco.pk).update(is_active=False)
    closed = shown()
    Account.objects.filter(pk=senco.pk).update(is_active=True)
    with inside(world.school):
        Assignment.objects.filter(account=senco).update(to_on=TODAY - timedelta(days=1))
    gone = shown()

    assert unknown == closed == gone
    assert [detail["why"] for _person, detail in noted("identity_provider.refused")] == [
        "not_linked", "closed", "no_role",
    ]  # fmt: skip


def test_a_changed_address_at_the_provider_changes_nothing(trust, world):
    senco = world.staff("senco")
    linked(senco)
    trust.says = {"email": world.staff("head").email, "amr": ["mfa"]}

    browser, _back = come_through()

    assert senco.email in browser.get("/account/").content.decode()


def test_the_same_subject_at_another_issuer_is_somebody_else(trust, world, settings):
    from .loopback_provider import Serving

    linked(world.staff("senco"))
    with Serving() as other:
        other.subject, other.says = trust.subject, {"amr": ["mfa"]}
        settings.IDENTITY_PROVIDERS = {"trust": configured(other, world.school.urn)}

        _browser, back = come_through()

    assert back.headers["Location"] == REFUSED


def test_families_have_nothing_to_link_and_cannot(trust, world):
    browser = signed_in_family(world.ada)
    cache.clear()
    browser.post("/account/reauthenticate/", {"password": PASSWORD})

    page = browser.get("/account/organisation/").content.decode()
    tried = browser.post("/account/organisation/link/", {"provider": "trust"})

    assert "Nothing to link" in page and "Link Larkmere" not in page
    assert tried.status_code == 404
    assert "Through your organisation" not in browser.get("/account/").content.decode()


def test_staff_elsewhere_cannot_link_it(trust, world):
    teacher = make_account("Tilly Teacher")
    give_role(teacher, "class_teacher", world.other_school)
    browser = signed_in_staff(teacher)
    cache.clear()
    browser.post("/account/reauthenticate/", {"password": PASSWORD})

    assert browser.post("/account/organisation/link/", {"provider": "trust"}).status_code == 404


def test_it_opens_only_the_work_it_may_speak_for(trust, world):
    """A trust's administrator could sign in as any of its staff: not to their other school, nor their own child."""
    senco = world.staff("senco")
    give_role(senco, "head", world.other_school)
    make_parent(world.amara, world.school, "Sam Senco", senco)
    own = linked(senco)
    trust.says = {"amr": ["mfa"]}

    browser, _back = come_through()

    assert own.get("/hat/").content.decode().count('name="hat"') == 3
    assert browser.get("/hat/").content.decode().count('name="hat"') == 1
    assert browser.get("/account/contact/").status_code == 404


def test_drafts_are_not_shown_where_some_roles_are_shut(trust, world):
    from goldenthread.process.drafts import mark_for

    senco = world.staff("senco")
    make_parent(world.amara, world.school, "Sam Senco", senco)
    own = linked(senco)
    own.post("/drafts/save/", {"draft_mark": mark_for(senco.pk, "concern/raise:x"), "words": "My own child is sad"})
    trust.says = {"amr": ["mfa"]}

    browser, _back = come_through()

    assert "My own child is sad" in own.get("/drafts/").content.decode()
    assert "My own child is sad" not in browser.get("/drafts/").content.decode()


def test_a_role_that_ends_ends_the_session_with_the_next_click(trust, world):
    senco = world.staff("senco")
    give_role(senco, "head", world.other_school)
    linked(senco)
    trust.says = {"amr": ["mfa"]}
    browser, _back = come_through()
    before = browser.get("/account/").status_code
    with inside(world.school):
        Assignment.objects.filter(account=senco, holder=world.school).update(to_on=TODAY - timedelta(days=1))

    after = browser.get("/account/")

    assert before == 200
    assert after.headers["Location"] == "/account/login/?next=%2Faccount%2F"
    assert come_through()[1].headers["Location"] == REFUSED


def test_a_provider_taken_out_of_the_configuration_ends_its_sessions(trust, world, settings):
    linked(world.staff("senco"))
    trust.says = {"amr": ["mfa"]}
    browser, _back = come_through()
    settings.IDENTITY_PROVIDERS = {}

    assert browser.get("/account/").headers["Location"].startswith("/account/login/")


def test_a_new_session_begins_and_the_log_names_the_provider(trust, world):
    senco = world.staff("senco")
    linked(senco)
    trust.says = {"amr": ["mfa"]}
    browser = Client()
    browser.get("/account/login/")
    there = asked_of(browser)
    before = browser.session.session_key

    browser.get(at_provider(there))

    assert browser.session.session_key != before
    assert noted("sign_in.succeeded")[-1] == (senco.pk, {"provider": "trust"})


def test_its_sessions_run_out_like_any_other(trust, world):
    import time

    linked(world.staff("senco"))
    trust.says = {"amr": ["mfa"]}
    browser, _back = come_through()
    session = browser.session
    session["last_seen_at"] = time.time() - 31 * 60
    session.save()

    assert browser.get("/account/").headers["Location"].startswith("/account/login/")


def test_the_providers_word_is_not_enough_for_what_asks_again(trust, world):
    """Else whoever keeps the provider could add a passkey of their own, and come in by that to everything."""
    linked(world.staff("senco"))
    trust.says = {"amr": ["mfa"]}
    browser, _back = come_through()
    cache.clear()

    paths = ("/account/factors/webauthn/add/", "/account/email/", "/account/organisation/")
    asked_again = [browser.post(path, {"email": "new@example.org", "action_add": "1"}) for path in paths[:2]] + [
        browser.get(paths[2])
    ]
    browser.post("/account/reauthenticate/", {"password": PASSWORD})

    assert [answer.status_code for answer in asked_again] == [302, 302, 302]
    assert {answer.headers["Location"].split("?")[0] for answer in asked_again} == {"/account/reauthenticate/"}
    assert browser.get("/account/organisation/").status_code == 200


def test_a_mark_left_in_the_browser_counts_for_nothing(trust, world):
    """Each sign-in says anew how it was made: a password alone is no second factor because a provider once gave one."""
    senco = can_sign_in(world.staff("senco"), app=True)
    give_role(senco, "head", world.other_school)
    browser = Client()
    browser.get("/account/login/")
    session = browser.session
    session["through"] = {"provider": "trust", "link": 1, "second_factor": True}
    session.save()

    give_password(browser, senco)
    half_way = browser.get("/account/").status_code
    browser.post("/account/factors/authenticate/", {"code": app_code()})

    assert half_way == 302
    assert "through" not in browser.session
    assert browser.get("/hat/").content.decode().count('name="hat"') == 2


def test_a_password_after_it_opens_everything_again(trust, world):
    """What the provider's sign-in left in the browser neither shuts nor opens anything for the next one."""
    senco = world.staff("senco")
    give_role(senco, "head", world.other_school)
    linked(senco)
    trust.says = {"amr": ["mfa"]}
    browser, _back = come_through()
    cache.clear()
    browser.post("/account/logout/")

    browser.post("/account/login/", {"login": senco.email, "password": PASSWORD})
    half_way = browser.get("/account/").status_code
    browser.post("/account/factors/authenticate/", {"code": app_code()})

    assert half_way == 302
    assert browser.get("/hat/").content.decode().count('name="hat"') == 2


def test_the_providers_of_a_local_authority_and_of_another_body_are_found(world, settings):
    from goldenthread.people.identity_providers.configured import speaks_for

    told = configured(Provider(), world.area.la_code, str(world.other_school.pk), "999999")

    assert speaks_for(told) == {world.area.pk, world.other_school.pk}


def test_setting_out_is_limited(trust):
    browser = Client()
    answers = [browser.post("/account/organisation/start/", {"provider": "trust"}).status_code for _time in range(121)]

    assert answers == [302] * 120 + [429]


def test_what_was_wanted_may_only_lie_here(trust, world):
    linked(world.staff("senco"))
    trust.says = {"amr": ["mfa"]}

    _browser, back = come_through(next="https://elsewhere.example.org/")

    assert back.headers["Location"] == "/"
