"""What is taken away is gone on the next click, in every session; sign-ins end by themselves (bars A6 and A9)."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.people.actions import authority as acting
from goldenthread.people.actions.platform import end_role, give_role, invite_again
from goldenthread.people.actions.rights import decide_parent_access
from goldenthread.people.models import Assignment, AuthorityToAct, Parent
from tests.factories.people import PASSWORD, can_sign_in, give_password, signed_in_family, signed_in_staff
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_child,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)
YESTERDAY = TODAY - timedelta(days=1)


def sees_staff_page(browser: Client) -> int:
    return browser.get("/staff/").status_code


def test_ending_a_role_shuts_every_session_of_the_person_on_the_next_click():
    world = World()
    head = world.staff("head")
    first, second = signed_in_staff(head), signed_in(head)
    before = [sees_staff_page(first), sees_staff_page(second)]
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator:
        end_role(by=administrator, assignment=Assignment.objects.get(account=head).pk, last_day=YESTERDAY)

    assert before == [200, 200]
    assert [sees_staff_page(first), sees_staff_page(second)] == [404, 404]


def test_a_role_given_today_and_ended_at_once_is_gone_today():
    world = World()
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator:
        given = give_role(by=administrator, account=world.ada, role="head", organisation=world.school, from_on=TODAY)
    browser = signed_in(world.ada, "head")
    before = sees_staff_page(browser)
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator:
        end_role(by=administrator, assignment=given.pk, last_day=YESTERDAY)

    assert (before, sees_staff_page(browser)) == (200, 404)


def test_ending_authority_to_act_shuts_the_parent_out_on_the_next_click():
    world = World()
    browser, other = signed_in(world.ada), signed_in(world.ada)
    before = viewer_of(world.ada).children
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        acting.end_authority(
            by=senco, authority=AuthorityToAct.objects.get(), last_day=YESTERDAY, because="Court order"
        )

    pages = [seen.get("/").content.decode() for seen in (browser, other)]

    assert before == {world.amara.pk}
    assert all("Nothing is open to you at present" in page for page in pages)


def test_an_authority_recorded_today_and_ended_at_once_gives_no_access_today():
    world = World()
    parent = make_parent(world.amara, world.school, from_on=TODAY)
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        authority = AuthorityToAct.objects.get(parent=parent)
        acting.end_authority(by=senco, authority=authority, last_day=YESTERDAY, because="Recorded by mistake")
    from goldenthread.database.acting import one_transaction
    from goldenthread.people.hats import hats_of

    with one_transaction(authority=None, person=parent.account.pk):
        assert hats_of(TODAY) == []


def test_a_young_persons_no_takes_effect_on_the_parents_next_click():
    from datetime import date

    world = World()
    jordan = make_child(world.school, "Jordan Vale", date(2010, 8, 31))
    parent = make_parent(jordan, world.school, "Pat Vale")
    own = make_young_person(jordan, world.school)
    browser = signed_in(parent.account)
    before = viewer_of(parent.account).children
    with seen_by(viewer_of(own)) as viewer:
        decide_parent_access(by=viewer, child=jordan, parent=parent.pk, basis="refused", may_act=False, reason="")

    page = browser.get("/").content.decode()

    assert before == {jordan.pk}
    assert viewer_of(parent.account).children == frozenset()
    assert "has chosen not to share it with you" in page


def test_a_new_password_ends_every_other_session():
    world = World()
    here, elsewhere = signed_in_family(world.ada), signed_in_family(world.ada)

    here.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": "marble-otter-window"})

    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_a_person_sees_where_they_are_signed_in_and_ends_the_others():
    world = World()
    here, elsewhere = signed_in_family(world.ada), signed_in_family(world.ada)
    stranger = signed_in_family(make_parent(world.amara, world.school, "Craig Reid").account)
    page = here.get("/account/sessions/").content.decode()

    here.post("/account/sessions/")

    assert page.count("govuk-summary-list__row") == 2
    assert [browser.get("/account/").status_code for browser in (here, elsewhere, stranger)] == [200, 302, 200]


@pytest.mark.parametrize(
    ("role", "idle", "open_after"),
    [("senco", 29, True), ("senco", 31, False), ("parent", 59, True), ("parent", 61, False)],
)
def test_a_page_left_alone_asks_to_sign_in_again(role, idle, open_after):
    world = World()
    browser = signed_in(world.ada if role == "parent" else world.staff(role))
    browser.get("/account/")
    session = browser.session
    session["last_seen_at"] = time.time() - idle * 60
    session.save()

    assert (browser.get("/account/").status_code == 200) is open_after


def test_a_sign_in_ends_after_twelve_hours_however_busy():
    world = World()
    browser = signed_in(world.ada)
    browser.get("/account/")
    session = browser.session
    session["signed_in_at"] = time.time() - 12 * 3600 - 1
    session.save()

    assert browser.get("/account/").headers["Location"] == "/account/login/?next=%2Faccount%2F"


def test_signing_in_starts_both_clocks_anew():
    world = World()
    browser = Client()
    session = browser.session
    session["signed_in_at"] = session["last_seen_at"] = 1.0
    session.save()
    browser.cookies["sessionid"] = session.session_key
    can_sign_in(world.ada)
    give_password(browser, world.ada)
    from tests.factories.people import code_in, mails

    browser.post("/account/login/code/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/factors/trust/", {"action": "skip"})

    assert browser.get("/account/").status_code == 200


def test_signing_out_ends_the_session_on_the_server():
    world = World()
    browser = signed_in(world.ada)
    copied = Client()
    copied.cookies["sessionid"] = browser.cookies["sessionid"].value
    browser.post("/account/logout/")

    assert copied.get("/account/").status_code == 302


def test_letting_staff_set_a_new_password_ends_their_sessions_and_takes_their_factors():
    from allauth.mfa.models import Authenticator

    world = World()
    head = world.staff("head")
    browser = signed_in_staff(head)
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator:
        invite_again(
            by=administrator, assignment=Assignment.objects.get(account=head).pk, site="https://thread.example/"
        )

    assert browser.get("/account/").status_code == 302
    assert not Authenticator.objects.filter(user=head).exists()


def test_changing_ones_contact_asks_again_who_it_is():
    world = World()
    browser = signed_in_family(world.ada)
    with inside(world.school):
        contact = Parent.objects.get(account=world.ada)
    address = f"/account/contact/{contact.pk}/"
    fields = {"phone": "07700 900123", "safe": ["safe_by_phone"], "submission_key": "k"}

    asked = browser.get(address)
    sent_without = browser.post(address, fields)
    with inside(world.school):
        unchanged = Parent.objects.get(pk=contact.pk).phone
    proved = browser.post(sent_without.headers["Location"], {"password": PASSWORD})
    with inside(world.school):
        changed = Parent.objects.get(pk=contact.pk)

    assert asked.headers["Location"].startswith("/account/reauthenticate/")
    assert unchanged == ""
    assert proved.headers["Location"] == "/account/contact/"
    assert (changed.phone, changed.safe_by_phone, changed.safe_by_voicemail) == ("07700 900123", True, False)


@pytest.mark.parametrize("path", ["/account/factors/totp/activate/", "/account/factors/webauthn/add/"])
def test_changing_factors_asks_again_who_it_is(path):
    browser = signed_in_family(World().ada)

    assert browser.get(path).headers["Location"].startswith("/account/reauthenticate/")


def test_changing_the_mail_address_asks_again_who_it_is_and_tells_the_old_one():
    from tests.factories.people import code_in, mails

    ada = World().ada
    browser = signed_in_family(ada)
    asked = browser.post("/account/email/", {"email": "new@example.org", "action_add": "1"})
    browser.post("/account/reauthenticate/", {"password": PASSWORD})
    browser.post("/account/email/", {"email": "new@example.org", "action_add": "1"})
    browser.post("/account/confirm-email/", {"code": code_in(mails()[-1])})
    old = ada.email
    ada.refresh_from_db()

    assert asked.headers["Location"].startswith("/account/reauthenticate/")
    assert ada.email == "new@example.org"
    assert (old, "Your e-mail address was changed") in [(mail[0], mail[1]) for mail in mails()]
