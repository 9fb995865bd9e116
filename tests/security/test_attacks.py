"""What somebody with a browser and bad intent would try, and what comes of it: nothing."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.documents.models import Document
from goldenthread.letters.actions.log import record_communication
from goldenthread.letters.actions.messages import open_thread, write_message
from goldenthread.letters.models import Message, MessageThread
from goldenthread.people.actions.rights import decide_parent_access
from goldenthread.people.models import Parent
from goldenthread.provision.models import Group
from goldenthread.sen_support.actions.agreements import record_answer
from goldenthread.sen_support.actions.measures import begin_measure
from goldenthread.sen_support.actions.plans import Aim, change_target
from goldenthread.sen_support.actions.reviews import Chosen, Meeting, Stood, hold_review
from goldenthread.sen_support.models import Agreement, Concern
from tests.factories.people import (
    PASSWORD,
    can_sign_in,
    code_in,
    invited,
    mails,
    redeem,
    signed_in_family,
)
from tests.factories.sen_support import a_running_cycle, review_of, senco_of
from tests.factories.world import (
    TODAY,
    World,
    give_role,
    inside,
    make_account,
    make_child,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)
BORN = date(2018, 3, 5)

# Led away, or led by somebody else's name ---------------------------------------------------------------------------

ELSEWHERE = ("//evil.example/", "https://evil.example/", "/\\evil.example/", "\\\\evil.example", "javascript:alert(1)",
             "https:evil.example", "/%09/evil.example", "http://testserver@evil.example/")  # fmt: skip


@pytest.mark.parametrize("there", ELSEWHERE)
def test_signing_in_and_out_never_leads_off_the_site(there):
    world = World()
    browser, account = Client(), can_sign_in(world.ada)
    browser.post(f"/account/login/?next={there}", {"login": account.email, "password": PASSWORD, "next": there})
    answers = [browser.post("/account/login/code/confirm/", {"code": code_in(mails()[-1]), "next": there})]
    answers += [browser.post("/account/factors/trust/", {"action": "skip", "next": there})]
    answers += [browser.post("/account/reauthenticate/", {"password": PASSWORD, "next": there})]
    answers += [browser.post("/account/logout/", {"next": there})]

    led_to = [answer.headers.get("Location", "/") for answer in answers]
    assert [address for address in led_to if not re.match(r"/(?![/\\])", address)] == []


def test_a_forged_host_stands_in_no_mail_and_on_no_page():
    world = World()
    ada = can_sign_in(world.ada)
    forged = {
        "HTTP_X_FORWARDED_HOST": "evil.example",
        "HTTP_FORWARDED": "host=evil.example",
        "HTTP_X_HOST": "evil.example",
    }
    browser = Client(**forged)

    answer = browser.post("/account/password/reset/", {"email": ada.email})
    administrator = signed_in(world.staff("platform_administrator"))
    new = {
        "email": "new@example.org", "name": "New Person", "role": "senco", "from_on-day": "20", "from_on-month": "11",
        "from_on-year": "2026", "job_title": "", "submission_key": "k",
    }  # fmt: skip
    administrator.post(f"/organisations/{world.school.pk}/people/add/", new, **forged)

    assert [mail[0] for mail in mails()] == [ada.email, "new@example.org"]
    assert [mail for mail in mails() if "evil.example" in mail[2]] == []
    assert "evil.example" not in browser.get("/").content.decode() + answer.headers.get("Location", "")


@pytest.mark.parametrize("typed", ["mıke@example.org", "MİKE@example.org", "mi\u212ae@example.org", "mike@exampⅼe.org"])
def test_an_address_that_only_looks_alike_is_nobodys_and_gets_no_mail(typed):
    """Letters that fold onto others: a code must never go to the address that was typed instead of the one on record."""
    mike = can_sign_in(make_account("Mike Vale", "mike@example.org"))
    for page in ("/account/password/reset/", "/account/login/"):
        Client().post(page, {"email": typed, "login": typed, "password": PASSWORD})

    assert {mail[0] for mail in mails()} <= {mike.email}


# A way round the second step ----------------------------------------------------------------------------------------


def test_a_schools_code_and_a_read_mailbox_do_not_take_a_head_teachers_second_step_away():
    """A parent at one school who leads another: the first school's code must not open the second's records."""
    world = World()
    head = make_account("Ada Bello")
    give_role(head, "head", world.other_school)
    make_parent(world.amara, world.school, "Ada Bello", head)
    can_sign_in(head, app=True)
    with inside(world.school):
        parent = Parent.objects.get(account=head)
    browser = Client()
    redeem(browser, invited(world, parent).code, BORN)
    browser.post("/invitation/account/", {"password": "marble-otter-window"})
    browser.post("/invitation/check/", {"code": code_in(mails()[-1])})

    assert Authenticator.objects.filter(user=head, type="totp").count() == 1
    assert browser.get("/staff/").status_code == 302
    assert browser.get("/account/").headers["Location"].startswith(("/account/login/", "/account/factors/"))


def test_an_identity_typed_into_a_session_is_not_believed(settings):
    """A mark of the demo's door, or a hat of somebody else, in a session that was signed in for real."""
    world = World()
    browser = signed_in_family(world.ada)
    session = browser.session
    session["hat"] = f"a-{give_role(world.staff('senco'), 'senco', world.other_school).pk}"
    session.save()
    settings.DEMO_DOOR = False

    assert browser.get("/register/").status_code == 404
    assert browser.get("/demo/").status_code == 404


# Another family's or school's key, inside what is sent ---------------------------------------------------------------


def _two_children(world: World) -> tuple[Any, Any]:
    return world.amara, make_child(world.school, "Lena Costa")


def test_a_target_is_never_measured_by_another_childs_figures():
    world = World()
    amara, lena = _two_children(world)
    senco = senco_of(world)
    _cycle, target, _dose = a_running_cycle(senco, amara)
    with seen_by(senco):
        hers = begin_measure(by=senco, child=lena.pk, name="Words a minute")
    aim = Aim("Read more", hers.pk, 30.0, TODAY, 60.0, date(2026, 12, 18))

    with seen_by(senco), pytest.raises(NotFound):
        change_target(by=senco, target=target.pk, aim=aim)


def test_a_review_keeps_nothing_about_another_childs_targets():
    world = World()
    amara, lena = _two_children(world)
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, amara)
    _theirs, other_target, other_dose = a_running_cycle(senco, lena)
    review = review_of(senco, cycle)

    for targets, doses in (({other_target.pk}, set()), (set(), {other_dose.pk})):
        meeting = Meeting(
            held_on=TODAY, targets={key: Stood("partly", "Read aloud") for key in {target.pk} | targets},
            doses={key: Chosen("keep") for key in {dose.pk} | doses}, outcome="end", reason="She reads.",
        )  # fmt: skip
        with seen_by(senco), pytest.raises(NotFound):
            hold_review(by=senco, review=review.pk, meeting=meeting)


def test_a_letter_about_one_child_takes_no_plan_of_another():
    world = World()
    amara, lena = _two_children(world)
    assert world.ada
    cycle, _target, _dose = a_running_cycle(senco_of(world), lena)
    with inside(world.school):
        parent = Parent.objects.get(account=world.ada)
    address = f"{reverse('write_letter', args=[amara.pk])}?kind=sen_support_plan&about={cycle.pk}"

    answer = signed_in(world.staff("senco")).post(
        address, {"to": f"parent:{parent.pk}", "channel": "portal", "submission_key": "k"}
    )

    assert answer.status_code == 404


def test_nobody_is_written_to_or_talked_of_about_a_child_that_is_not_theirs():
    world = World()
    _amara, lena = _two_children(world)
    assert world.ada
    senco = senco_of(world)
    with inside(world.school):
        ada = Parent.objects.get(account=world.ada)
    with seen_by(senco), pytest.raises(Refused):
        open_thread(by=senco, child=lena.pk, subject="Reading", words="Hello", site="/", to_parent=ada.pk)
    with seen_by(senco), pytest.raises(Refused):
        record_communication(by=senco, child=lena.pk, way="call", on=TODAY, said="Hello", with_parent=ada.pk)

    browser = signed_in(world.staff("senco"))
    browser.post(reverse("begin_messages", args=[lena.pk]), {"to_parent": str(ada.pk), "subject": "x", "words": "y"})
    with inside(world.school):
        assert not MessageThread.objects.exists()


def test_a_group_takes_no_child_of_another_school():
    world = World()
    elsewhere = make_child(world.other_school, "Lena Costa")
    browser = signed_in(world.staff("senco"))

    page = browser.get(f"{reverse('start_group')}?child={elsewhere.pk}&child={world.amara.pk}")
    browser.post(f"{reverse('start_group')}?child={elsewhere.pk}", {"child": str(elsewhere.pk), "submission_key": "k"})

    assert "Lena Costa" not in page.content.decode()
    with inside(world.school):
        assert not Group.objects.exists()


def test_what_is_not_asked_for_in_a_form_cannot_be_set_by_sending_it():
    world = World()
    father = make_parent(world.amara, world.school, "Tunde Bello")
    more = {
        "state": "decided", "decision": "sen_support", "voice": "teacher", "raised_by": str(father.account_id),
        "raised_by_name": "Somebody Else", "holder": str(world.other_school.pk), "holder_id": str(world.other_school.pk),
        "authority_id": str(world.other_area.pk), "child": str(father.pk), "id": str(father.pk), "by": "x",
        "for_parent": "Tunde Bello",
    }  # fmt: skip
    answer = signed_in(world.ada).post(
        reverse("raise_my_worry", args=[world.amara.pk]), {"words": "A worry", "audience": "author"} | more
    )

    with inside(world.school):
        concern = Concern.objects.get()
    assert answer.status_code == 302
    assert (concern.state, concern.decision, concern.voice) == ("raised", "", "parent")
    assert (concern.raised_by_id, concern.raised_by_name, concern.child_id) == (
        world.ada.pk,
        "Ada Bello",
        world.amara.pk,
    )
    assert (concern.holder_id, concern.authority_id) == (world.school.pk, world.area.pk)


def test_a_parent_cannot_give_a_document_in_the_schools_or_another_parents_name():
    world = World()
    father = make_parent(world.amara, world.school, "Tunde Bello")
    fields = {
        "title": "Report", "kind": "report", "audience": "one_parent", "for_parent": str(father.pk), "from_family": "",
        "submitted_by": str(father.account_id), "file": SimpleUploadedFile("a.txt", b"What the therapist saw.\n"),
        "submission_key": "k",
    }  # fmt: skip
    answer = signed_in(world.ada).post(reverse("add_document", args=[world.amara.pk]), fields)

    assert answer.status_code == 200, "the form again"
    with inside(world.school):
        assert not Document.objects.exists()


def test_a_parents_yes_is_not_written_down_in_place_of_a_young_persons():
    """Bar B10: once the rights have passed, the answer is theirs, however the school notes it."""
    world = World()
    jordan = make_child(world.school, "Jordan Vale", date(2010, 3, 1))
    make_parent(jordan, world.school, "Pat Vale")
    make_young_person(jordan, world.school)
    senco = senco_of(world)
    cycle, _target, _dose = a_running_cycle(senco, jordan)
    with inside(world.school):
        from goldenthread.people.models import AuthorityToAct

        authority = AuthorityToAct.objects.get(child=jordan).pk
    address = reverse("note_answer", args=[cycle.pk])
    sent = {"authority": str(authority), "purpose": "plan", "answer": "agreed", "how": "phone"}

    page = signed_in(world.staff("senco")).post(address, sent)
    with seen_by(senco), pytest.raises(NotFound):
        record_answer(by=senco, cycle=cycle.pk, **sent | {"authority": authority})

    assert page.status_code == 200
    assert "Pat Vale" not in signed_in(world.staff("senco")).get(address).content.decode()
    with inside(world.school):
        assert not Agreement.objects.exists()


def test_nothing_is_written_to_a_parent_to_whom_the_young_person_said_no():
    """Bar B10, in messages as in letters: neither a new thread nor an answer in one from before."""
    world = World()
    jordan = make_child(world.school, "Jordan Vale", date(2010, 3, 1))
    parent = make_parent(jordan, world.school, "Pat Vale")
    own, senco = viewer_of(make_young_person(jordan, world.school)), senco_of(world)
    told = {"words": "He was here today.", "site": "/"}
    with seen_by(senco):
        before = open_thread(by=senco, child=jordan.pk, subject="Jordan", to_parent=parent.pk, **told)
    with seen_by(own):
        decide_parent_access(by=own, child=jordan, parent=parent.pk, basis="refused", may_act=False, reason="")

    with seen_by(senco), pytest.raises(Refused, match="said no"):
        write_message(by=senco, thread=before.pk, **told)
    with seen_by(senco), pytest.raises(Refused, match="said no"):
        open_thread(by=senco, child=jordan.pk, subject="Jordan", to_parent=parent.pk, **told)
    answer = signed_in(world.staff("senco")).post(reverse("message_thread", args=[before.pk]), {"words": "Again."})

    assert answer.status_code in (200, 409)
    with inside(world.school):
        assert Message.objects.count() == 1
