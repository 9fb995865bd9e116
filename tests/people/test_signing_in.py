"""Signing in: families with password and code, staff with a second factor, and nothing learned by strangers (bar A8)."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client

from goldenthread.audit.models import Entry
from goldenthread.people.models import AccountMail
from tests.factories.people import (
    PASSWORD,
    SECRET,
    app_code,
    can_sign_in,
    code_in,
    give_password,
    mails,
    recovery_codes,
    signed_in_family,
    signed_in_staff,
)
from tests.factories.world import World, make_account

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_family_gives_password_then_a_code_from_the_mail_on_a_new_device():
    ada = can_sign_in(World().ada)
    browser = Client()

    after_password = give_password(browser, ada)
    before_the_code = browser.get("/account/email/")
    after_code = browser.post("/account/login/code/confirm/", {"code": code_in(mails()[-1])})
    trusted = browser.post("/account/factors/trust/", {"action": "trust"})

    assert after_password.headers["Location"] == "/account/login/code/confirm/"
    assert before_the_code.status_code == 302
    assert after_code.headers["Location"] == "/account/factors/trust/"
    assert trusted.headers["Location"] == "/"
    assert browser.get("/account/").status_code == 200


def test_a_trusted_browser_is_not_asked_for_a_code_again_within_thirty_days():
    ada = can_sign_in(World().ada)
    browser = Client()
    give_password(browser, ada)
    browser.post("/account/login/code/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/factors/trust/", {"action": "trust"})
    browser.post("/account/logout/")

    again = give_password(browser, ada)

    assert again.headers["Location"] == "/"
    assert browser.cookies["mfa_trusted"]["max-age"] == 30 * 24 * 3600


def test_start_again_leaves_a_half_done_sign_in():
    ada = can_sign_in(World().ada)
    browser = Client()
    give_password(browser, ada)
    half_done = browser.get("/account/login/").headers["Location"]

    left = browser.post("/account/logout/", {"next": "/account/login/"})

    assert half_done == "/account/login/code/confirm/"
    assert left.headers["Location"] == "/account/login/"
    assert browser.get("/account/login/").status_code == 200


def test_a_code_works_once():
    ada = can_sign_in(World().ada)
    first, second = Client(), Client()
    give_password(first, ada)
    code = code_in(mails()[-1])
    first.post("/account/login/code/confirm/", {"code": code})
    give_password(second, ada)

    refused = second.post("/account/login/code/confirm/", {"code": code})

    assert "That code is not right" in refused.content.decode()
    assert second.get("/account/").status_code == 302


def test_three_wrong_codes_end_the_attempt():
    ada = can_sign_in(World().ada)
    browser = Client()
    give_password(browser, ada)
    code = code_in(mails()[-1])
    for _try in range(3):
        browser.post("/account/login/code/confirm/", {"code": "XXXX-XXXX"})

    browser.post("/account/login/code/confirm/", {"code": code})

    assert browser.get("/account/").status_code == 302


def test_a_code_by_mail_cannot_be_asked_for_without_the_password():
    assert Client().get("/account/login/code/").status_code == 404


def test_a_forgotten_password_needs_more_than_the_mail():
    ada = can_sign_in(World().ada)
    codes = recovery_codes(ada)
    browser = Client()
    browser.post("/account/password/reset/", {"email": ada.email})
    browser.post("/account/password/reset/confirm/", {"code": code_in(mails()[-1])})

    with_mail_only = browser.post("/account/password/reset/complete/", {"password1": "marble-otter-window"})
    wrong = browser.post(
        "/account/password/reset/complete/", {"password1": "marble-otter-window", "recovery_code": "00000000"}
    )
    ada.refresh_from_db()
    unchanged = ada.check_password(PASSWORD)
    right = browser.post(
        "/account/password/reset/complete/", {"password1": "marble-otter-window", "recovery_code": codes[0]}
    )
    ada.refresh_from_db()

    assert "Enter one of your recovery codes" in with_mail_only.content.decode()
    assert "not one of your unused recovery codes" in wrong.content.decode()
    assert unchanged
    assert right.headers["Location"] == "/account/password/reset/done/"
    assert ada.check_password("marble-otter-window")


def test_with_an_app_a_new_password_still_needs_the_app_to_sign_in():
    senco = can_sign_in(World().staff("senco"), app=True)
    browser = Client()
    browser.post("/account/password/reset/", {"email": senco.email})
    browser.post("/account/password/reset/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/password/reset/complete/", {"password1": "marble-otter-window"})

    answer = give_password(browser, senco, "marble-otter-window")

    assert answer.headers["Location"] == "/account/factors/authenticate/"
    assert browser.get("/account/").status_code == 302


def test_staff_without_a_second_factor_can_do_nothing_but_set_one_up():
    senco = can_sign_in(World().staff("senco"))
    browser = Client()
    give_password(browser, senco)
    browser.post("/account/login/code/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/factors/trust/", {"action": "skip"})

    answers = {
        path: browser.get(path) for path in ("/", "/account/", "/account/email/", "/rights/", "/drafts/", "/nowhere/")
    }

    assert {answer.headers.get("Location") for answer in answers.values()} == {"/account/factors/"}
    assert "You must add a second step" in browser.get("/account/factors/").content.decode()


def test_setting_up_an_app_lets_staff_in_at_once_with_recovery_codes_shown_once():
    senco = can_sign_in(World().staff("senco"))
    browser = Client()
    give_password(browser, senco)
    browser.post("/account/login/code/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/factors/trust/", {"action": "skip"})
    browser.post("/account/reauthenticate/", {"password": PASSWORD})
    page = browser.get("/account/factors/totp/activate/").content.decode()
    secret = browser.session["mfa.totp.secret"]

    done = browser.post("/account/factors/totp/activate/", {"code": app_code(secret)})
    codes = browser.get("/account/factors/recovery-codes/").content.decode()
    again = browser.get("/account/factors/recovery-codes/").content.decode()

    assert "<svg" in page and "style=" not in page
    assert done.headers["Location"] == "/account/factors/recovery-codes/"
    assert codes.count("<li><code") == 10 and "<li><code" not in again
    assert browser.get("/account/").status_code == 200
    assert [mail[1] for mail in mails()][-1] == "An authenticator app was added"


def test_the_secret_of_an_app_is_not_readable_in_the_database(raw_url):
    import psycopg

    can_sign_in(World().staff("senco"), app=True)

    with psycopg.connect(raw_url("owner")) as owner:
        (kept,) = owner.execute("SELECT data::text FROM mfa_authenticator").fetchone()

    assert SECRET not in kept and '"secret"' in kept


def test_an_app_code_cannot_be_used_twice():
    senco = can_sign_in(World().staff("senco"), app=True)
    code = app_code()
    first, second = Client(), Client()
    give_password(first, senco)
    first.post("/account/factors/authenticate/", {"code": code})
    give_password(second, senco)

    refused = second.post("/account/factors/authenticate/", {"code": code})

    assert first.get("/account/").status_code == 200
    assert "That code is not right" in refused.content.decode()


def test_a_recovery_code_opens_once_in_place_of_the_app():
    senco = can_sign_in(World().staff("senco"), app=True)
    code = recovery_codes(senco)[0]
    first, second = Client(), Client()
    give_password(first, senco)
    first.post("/account/factors/authenticate/", {"code": code})
    give_password(second, senco)
    second.post("/account/factors/authenticate/", {"code": code})

    assert (first.get("/account/").status_code, second.get("/account/").status_code) == (200, 302)


def test_staff_cannot_take_their_last_factor_away():
    senco = World().staff("senco")
    browser = signed_in_staff(senco)
    cache.clear()
    browser.post("/account/reauthenticate/", {"password": PASSWORD})

    browser.post("/account/factors/totp/deactivate/")

    assert Authenticator.objects.filter(user=senco, type=Authenticator.Type.TOTP).exists()


def test_a_mark_of_the_demo_door_opens_nothing_where_the_door_is_shut(settings):
    from tests.factories.world import signed_in

    browser = signed_in(World().staff("senco"))
    settings.DEMO_DOOR = False

    assert browser.get("/account/").headers["Location"] == "/account/factors/"


STRANGER = "nobody.at.all@example.org"


def _without_marks(page: str, email: str) -> str:
    import re

    return re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1", page).replace(email, "E-MAIL")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/account/login/", {"login": "{}", "password": "wrong-wrong-wrong"}),
        ("/account/password/reset/", {"email": "{}"}),
    ],
)
def test_an_unknown_address_gets_the_same_answer(path, fields):
    ada = can_sign_in(World().ada)

    def answer(email: str) -> tuple[int, str, str]:
        cache.clear()
        browser = Client()
        sent = browser.post(path, {name: value.format(email) for name, value in fields.items()})
        shown = browser.get(sent.headers["Location"]) if sent.status_code == 302 else sent
        return sent.status_code, sent.headers.get("Location", ""), _without_marks(shown.content.decode(), email)

    assert answer(ada.email) == answer(STRANGER)


def test_an_unknown_address_takes_the_same_work_and_gets_no_mail():
    ada = can_sign_in(World().ada)
    Client().post("/account/password/reset/", {"email": ada.email})
    Client().post("/account/password/reset/", {"email": STRANGER})

    assert AccountMail.objects.count() == 2
    assert [mail[0] for mail in mails()] == [ada.email]


def test_an_unknown_address_takes_about_as_long(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    ada = can_sign_in(World().ada)

    def seconds(email: str) -> float:
        taken = []
        for _try in range(7):
            cache.clear()
            started = time.process_time()
            Client().post("/account/login/", {"login": email, "password": "wrong-wrong-wrong"})
            taken.append(time.process_time() - started)
        return sorted(taken)[3]

    known, unknown = seconds(ada.email), seconds(STRANGER)

    assert 1 / 3 < known / unknown < 3


def test_the_sixth_wrong_password_is_refused_and_so_is_the_right_one_then():
    ada = can_sign_in(World().ada)
    for _try in range(5):
        give_password(Client(), ada, "wrong-wrong-wrong")

    answer = give_password(Client(), ada)

    assert "Too many wrong tries" in answer.content.decode()


def test_asking_for_many_codes_is_limited():
    ada = can_sign_in(World().ada)
    answers = [Client().post("/account/password/reset/", {"email": ada.email}).status_code for _try in range(6)]

    assert answers == [302] * 5 + [429]


def test_sign_ins_are_logged_without_names():
    ada = World().ada
    give_password(Client(), can_sign_in(ada), "wrong-wrong-wrong")
    signed_in_family(ada)

    entries = list(Entry.objects.filter(action__startswith="sign_in").order_by("at").values_list("action", "person_id"))

    assert entries == [("sign_in.failed", None), ("sign_in.succeeded", ada.pk)]
    assert ada.email not in str(list(Entry.objects.values()))


def test_a_new_session_token_is_given_at_sign_in():
    ada = can_sign_in(World().ada)
    browser = Client()
    browser.get("/account/login/")
    give_password(browser, ada)
    before = browser.session.session_key
    browser.post("/account/login/code/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/factors/trust/", {"action": "skip"})

    assert browser.session.session_key != before


def test_nobody_can_sign_up_without_an_invitation():
    answer = Client().post("/account/signup/", {"email": STRANGER, "password1": PASSWORD})

    assert "Accounts start from an invitation" in answer.content.decode()


def test_a_closed_account_cannot_sign_in():
    account = can_sign_in(make_account("Gone Away"))
    account.is_active = False
    account.save(update_fields=["is_active"])

    answer = give_password(Client(), account, follow=True)

    assert "This account is closed" in answer.content.decode()
