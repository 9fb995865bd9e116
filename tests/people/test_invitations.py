"""A code opens an account for the one person it was made for: once, for 14 days, with five tries (bar A8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.people.actions import authority as acting
from goldenthread.people.actions import redeeming
from goldenthread.people.actions.invitations import cancel_invitation, invite_parent, invite_young_person
from goldenthread.people.codes import LETTERS, hash_of, new_code
from goldenthread.people.models import Account, AuthorityToAct, Invitation, Parent
from tests.factories.people import (
    PASSWORD,
    authority_of,
    code_in,
    give_password,
    invited,
    mails,
    redeem,
    signed_in_family,
    unlinked_parent,
)
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_account,
    make_child,
    make_parent,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

BORN = date(2018, 3, 5)
EMAIL = "ada.bello@example.org"
WRONG = "That did not work"


def open_an_account(browser: Client, code: str, email: str = EMAIL, born_on: date = BORN) -> str:
    """Everything up to the code in the e-mail; answers that code."""
    redeem(browser, code, born_on)
    browser.post("/invitation/account/", {"email": email, "password": PASSWORD})
    return code_in(mails()[-1])


def test_a_code_has_more_than_fifty_bits_and_no_letters_that_look_alike():
    code = new_code()

    assert len(LETTERS) ** 12 > 2**50
    assert set("ILOU01") & set(LETTERS) == set()
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert hash_of(code) == hash_of(f" {code.lower().replace('-', ' ')} ")


def test_a_parent_opens_an_account_and_sees_their_child():
    world = World()
    parent = unlinked_parent(world)
    browser = Client()

    mailed = open_an_account(browser, invited(world, parent).code)
    none_yet = Account.objects.filter(email=EMAIL).exists()
    opened = browser.post("/invitation/check/", {"code": mailed})
    codes = browser.get("/invitation/opened/").content.decode()

    account = Account.objects.get(email=EMAIL)
    assert not none_yet
    assert opened.headers["Location"] == "/invitation/opened/"
    assert codes.count("<li><code") == 10
    assert viewer_of(account).children == {world.amara.pk}
    assert account.name == "Ada Bello"


def test_the_recovery_codes_are_shown_once():
    world = World()
    browser = Client()
    browser.post("/invitation/check/", {"code": open_an_account(browser, invited(world, unlinked_parent(world)).code)})
    browser.get("/invitation/opened/")

    assert browser.get("/invitation/opened/").headers["Location"] == "/"


def test_a_used_code_does_not_work_again():
    world = World()
    code = invited(world, unlinked_parent(world)).code
    browser = Client()
    browser.post("/invitation/check/", {"code": open_an_account(browser, code)})

    again = redeem(Client(), code, BORN)

    assert WRONG in again.content.decode()


def test_every_wrong_answer_looks_the_same():
    world = World()
    code = invited(world, unlinked_parent(world)).code

    def shown(typed: str, born_on: date) -> str:
        page = redeem(Client(), typed, born_on).content.decode()
        return page.split('role="alert"')[1].split("</div>")[0]

    assert shown(code, date(2018, 3, 6)) == shown(new_code(), BORN)


def test_five_wrong_tries_end_a_code():
    world = World()
    code = invited(world, unlinked_parent(world)).code
    for _try in range(5):
        redeem(Client(), code, date(2018, 3, 6))

    assert WRONG in redeem(Client(), code, BORN).content.decode()


def test_four_wrong_tries_do_not_and_the_right_one_gives_them_back():
    world = World()
    issued = invited(world, unlinked_parent(world))
    for _try in range(4):
        redeem(Client(), issued.code, date(2018, 3, 6))

    assert redeem(Client(), issued.code, BORN).headers["Location"] == "/invitation/account/"
    with inside(world.school):
        assert Invitation.objects.get(pk=issued.invitation.pk).tries_left == 5


def test_a_try_stays_counted_when_the_request_rolls_back():
    world = World()
    issued = invited(world, unlinked_parent(world))

    with pytest.raises(RuntimeError), transaction.atomic():
        redeeming.prove(typed_code=issued.code, born_on=date(2018, 3, 6), today=TODAY, reference="r")
        raise RuntimeError("the rest of the request fails")

    with inside(world.school):
        assert Invitation.objects.get(pk=issued.invitation.pk).tries_left == 4


def test_a_code_works_on_its_last_day_and_not_the_day_after():
    world = World()
    parent = unlinked_parent(world)
    code = invited(world, parent).code

    def found(today: date) -> bool:
        with transaction.atomic():
            return redeeming.prove(typed_code=code, born_on=BORN, today=today, reference="") is not None

    assert (found(TODAY + timedelta(days=14)), found(TODAY + timedelta(days=15))) == (True, False)


def test_a_new_code_ends_the_old_one_and_a_cancelled_one_is_dead():
    world = World()
    parent = unlinked_parent(world)
    first, second = invited(world, parent), invited(world, parent)

    old = redeem(Client(), first.code, BORN)
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        cancel_invitation(by=senco, invitation=second.invitation)
    new = redeem(Client(), second.code, BORN)

    assert WRONG in old.content.decode()
    assert WRONG in new.content.decode()


def test_a_code_does_nothing_once_the_authority_to_act_has_ended():
    world = World()
    parent = unlinked_parent(world)
    code = invited(world, parent).code
    browser = Client()
    mailed = open_an_account(browser, code)
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        authority = AuthorityToAct.objects.get(parent=parent)
        acting.end_authority(by=senco, authority=authority, last_day=TODAY - timedelta(days=1), because="Court order")

    too_late = browser.post("/invitation/check/", {"code": mailed})

    assert too_late.headers["Location"] == "/invitation/"
    assert not Account.objects.filter(email=EMAIL).exists()


def test_somebody_signed_in_adds_a_second_child_to_their_account():
    world = World()
    ada = world.ada
    brother = make_child(world.other_school, "Tobi Bello", date(2013, 5, 1))
    both = {"authority_id": world.area.pk, "holder": world.other_school}
    with inside(world.other_school):
        parent = Parent.objects.create(given_name="Ada", family_name="Bello", **both)
        AuthorityToAct.objects.create(
            child=brother, parent=parent, relationship="mother", evidence="Seen", from_on=TODAY, **both
        )
    from tests.factories.world import give_role

    other_senco = make_account("Other Senco")
    give_role(other_senco, "senco", world.other_school)
    with seen_by(viewer_of(other_senco)) as senco:
        issued = invite_parent(by=senco, authority=AuthorityToAct.objects.get(parent=parent), by_email=False)
    browser = signed_in(ada)

    asked = redeem(browser, issued.code, date(2013, 5, 1))
    added = browser.post("/invitation/account/")

    assert asked.headers["Location"] == "/invitation/account/"
    assert added.headers["Location"] == "/"
    assert viewer_of(ada).children == {world.amara.pk, brother.pk}


def test_a_code_of_one_account_does_not_move_to_another():
    world = World()
    ada = world.ada
    with inside(world.school):
        parent = Parent.objects.get(account=ada)
    code = invited(world, parent).code
    somebody_else = signed_in(make_account("Craig Bello"))

    redeem(somebody_else, code, BORN)
    refused = somebody_else.post("/invitation/account/")

    assert refused.status_code == 409
    with inside(world.school):
        assert Parent.objects.get(pk=parent.pk).account == ada


def test_a_code_for_somebody_who_has_an_account_is_a_way_back_in():
    world = World()
    ada = world.ada
    other_device = signed_in_family(ada)
    with inside(world.school):
        parent = Parent.objects.get(account=ada)
    code = invited(world, parent).code
    browser = Client()
    redeem(browser, code, BORN)

    browser.post("/invitation/account/", {"password": "marble-otter-window"})
    mail = mails()[-1]
    browser.post("/invitation/check/", {"code": code_in(mail)})

    ada.refresh_from_db()
    assert mail[0] == ada.email
    assert ada.check_password("marble-otter-window")
    assert other_device.get("/account/").status_code == 302
    assert Authenticator.objects.filter(user=ada).count() == 0
    browser.get("/invitation/opened/")
    assert Authenticator.objects.filter(user=ada, type="recovery_codes").count() == 1


def test_an_address_that_has_an_account_gets_advice_and_the_page_looks_the_same():
    world = World()
    make_account("Taken Already", "taken@example.org")
    pages = {}
    for email in ("taken@example.org", "free@example.org"):
        browser = Client()
        redeem(browser, invited(world, unlinked_parent(world, name="Ada Bello")).code, BORN)
        browser.post("/invitation/account/", {"email": email, "password": PASSWORD})
        page = browser.get("/invitation/check/").content.decode().replace(email, "E-MAIL")
        pages[email] = page.split("<main")[1].split("csrfmiddlewaretoken")[0]

    assert pages["taken@example.org"] == pages["free@example.org"]
    assert [(mail[0], mail[1]) for mail in mails()] == [
        ("taken@example.org", "You already have an account"),
        ("free@example.org", "Check your e-mail address"),
    ]


def test_no_code_typed_opens_the_account_of_somebody_else():
    world = World()
    make_account("Taken Already", "taken@example.org")
    browser = Client()
    redeem(browser, invited(world, unlinked_parent(world)).code, BORN)
    browser.post("/invitation/account/", {"email": "taken@example.org", "password": PASSWORD})

    answers = [browser.post("/invitation/check/", {"code": typed}) for typed in ("", "AAAA-AAAA", "0")]

    assert {answer.status_code for answer in answers} <= {200, 302}
    assert browser.get("/account/").status_code == 302


def test_three_wrong_mail_codes_ask_for_a_new_one():
    world = World()
    browser = Client()
    mailed = open_an_account(browser, invited(world, unlinked_parent(world)).code)
    for _try in range(3):
        browser.post("/invitation/check/", {"code": "BBBB-BBBB"})

    answer = browser.post("/invitation/check/", {"code": mailed})

    assert answer.headers["Location"] == "/invitation/"
    assert not Account.objects.filter(email=EMAIL).exists()


def test_trying_many_codes_from_one_place_is_limited():
    cache.clear()
    browser = Client()
    fields = {"code": "AAAA-BBBB-CCCC", "born_on-day": "1", "born_on-month": "1", "born_on-year": "2018"}

    pages = [browser.post("/invitation/", fields).content.decode() for _try in range(11)]

    assert [WRONG in page for page in pages] == [True] * 10 + [False]
    assert "Too many tries" in pages[-1]


def test_a_mail_with_a_code_names_no_child_and_no_school_and_needs_a_safe_address():
    world = World()
    parent = unlinked_parent(world, email=EMAIL)
    invited(world, parent, by_email=True, address="https://thread.example/invitation/")
    to, subject, text = mails()[-1]
    with inside(world.school):
        Parent.objects.filter(pk=parent.pk).update(safe_by_email=False)

    assert to == EMAIL
    assert "https://thread.example/invitation/" in text
    assert not any(name in subject + text for name in ("Amara", "Hollow Oak"))
    with pytest.raises(Refused, match="safe"):
        invited(world, parent, by_email=True, address="https://thread.example/")


def test_a_young_person_is_invited_from_the_day_the_rights_pass_and_not_before():
    world = World()
    of_age = make_child(world.school, "Jordan Vale", date(2010, 8, 31))
    not_yet = make_child(world.school, "Robin Vale", date(2010, 9, 1))

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        issued = invite_young_person(by=senco, child=of_age)
        with pytest.raises(Refused, match="pass to the young person later"):
            invite_young_person(by=senco, child=not_yet)
    browser = Client()
    mailed = open_an_account(browser, issued.code, "jordan@example.org", date(2010, 8, 31))
    browser.post("/invitation/check/", {"code": mailed})

    jordan = viewer_of(Account.objects.get(email="jordan@example.org"))
    assert (jordan.role.key, jordan.children, jordan.may_act_for) == ("young_person", {of_age.pk}, {of_age.pk})


def test_only_a_grown_up_with_access_can_be_invited_and_only_by_the_setting():
    world = World()
    contact = make_parent(world.amara, world.school, "Nan Bello", scope="none")
    authority = authority_of(world.amara, contact, world)

    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(Refused, match="no access"):
        invite_parent(by=senco, authority=authority, by_email=False)
    with seen_by(viewer_of(world.staff("class_teacher"))) as teacher, pytest.raises(NotFound):
        invite_parent(by=teacher, authority=authority, by_email=False)


def test_issuing_and_redeeming_are_logged_without_the_code_or_a_name():
    world = World()
    code = invited(world, unlinked_parent(world)).code
    browser = Client()
    redeem(Client(), code, date(2018, 3, 6))
    browser.post("/invitation/check/", {"code": open_an_account(browser, code)})

    with one_transaction(authority=world.area.pk):
        entries = list(Entry.objects.filter(action__startswith="invitation").order_by("at"))
        words = str([vars(entry) for entry in entries])

    assert [entry.action for entry in entries] == ["invitation.issued", "invitation.refused", "invitation.redeemed"]
    assert {tuple(entry.children) for entry in entries} == {(world.amara.pk,)}
    assert code not in words and "Bello" not in words and EMAIL not in words


def test_the_code_is_on_the_sheet_once_and_nowhere_in_the_database(raw_url):
    import psycopg

    world = World()
    parent = unlinked_parent(world)
    adult = authority_of(world.amara, parent, world)
    browser = signed_in(world.staff("senco"))
    sent = browser.post(
        f"/children/{world.amara.pk}/adults/{adult.pk}/invite/", {"way": "paper", "submission_key": "k"}
    )

    sheet, again = (browser.get(sent.headers["Location"]).content.decode() for _time in range(2))

    code = sheet.split('class="gt-code govuk-heading-xl">')[1].split("<")[0]
    assert redeem(Client(), code, BORN).status_code == 302
    assert code not in again and "kept nowhere" in again
    with psycopg.connect(raw_url("owner")) as owner:
        stored = owner.execute("SELECT string_agg(i::text, ' ') FROM people_invitation i").fetchone()[0]
    assert code not in stored and code.replace("-", "") not in stored


def test_signing_in_is_not_opened_by_an_unfinished_invitation():
    world = World()
    browser = Client()
    open_an_account(browser, invited(world, unlinked_parent(world)).code)

    answer = give_password(browser, Account(email=EMAIL))

    assert "not right" in answer.content.decode()
