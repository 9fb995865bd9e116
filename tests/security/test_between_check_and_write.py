"""What is taken away is gone at once: on the next request, behind a link that is open, and between check and write (A6)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.urls import reverse

from goldenthread.children.models import ClassMembership, ClassStaff, Enrolment
from goldenthread.database.acting import one_transaction
from goldenthread.documents.models import Audience
from goldenthread.people import middleware
from goldenthread.people.actions.authority import end_authority
from goldenthread.people.actions.platform import end_role
from goldenthread.people.actions.rights import decide_parent_access
from goldenthread.people.models import Assignment, AuthorityToAct
from goldenthread.process.models import Draft
from goldenthread.provision.models import Delivery, PlannedSession
from goldenthread.sen_support.models import Concern
from tests.access.asking import browser
from tests.factories.files_origin import asked_for, link_of, use_files_origin
from tests.factories.letters import a_document, a_letter, held, make_sendable, release
from tests.factories.provision import make_dose, make_slot
from tests.factories.world import (
    TODAY,
    World,
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
YESTERDAY = TODAY - timedelta(days=1)
SIXTEEN = date(2010, 3, 1)
WORRY = {
    "words": "She cries before school.", "hoped_for": "", "audience": "everyone", "given_by": "me",
    "tried-TOTAL_FORMS": "0", "tried-INITIAL_FORMS": "0",
}  # fmt: skip


def _on_another_connection(work: Callable[[], object]) -> threading.Thread:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def _ends_role(world: World, role: str) -> Callable[[], object]:
    administrator = viewer_of(world.staff("platform_administrator"))
    with inside(world.school):
        assignment = Assignment.objects.get(account=world.staff(role)).pk

    def end() -> None:
        with seen_by(administrator):
            end_role(by=administrator, assignment=assignment, last_day=YESTERDAY)

    return end


def _ends_authority(world: World) -> Callable[[], object]:
    senco = viewer_of(world.staff("senco"))

    def end() -> None:
        with seen_by(senco):
            end_authority(by=senco, authority=AuthorityToAct.objects.get(), last_day=YESTERDAY, because="Court order")

    return end


class Case:
    """Somebody who writes down a worry about a child, and the one act that takes their access away."""

    def __init__(self, taken_away: str) -> None:
        self.world, self.child, self.dose, self.taken_away = World(), None, None, taken_away
        getattr(self, f"_{taken_away}")()
        self.client = browser(self.person, self.role)

    def _role(self) -> None:
        self.child, self.person, self.role = self.world.amara, self.world.staff("senco"), "senco"
        self.take_away = _ends_role(self.world, "senco")

    def _authority(self) -> None:
        self.child, self.person, self.role = self.world.amara, self.world.ada, "parent"
        self.take_away = _ends_authority(self.world)

    def _agreement(self) -> None:
        self.child = make_child(self.world.school, "Jordan Vale", SIXTEEN)
        parent = make_parent(self.child, self.world.school, "Pat Vale")
        young_person = viewer_of(make_young_person(self.child, self.world.school))
        self.person, self.role = parent.account, "parent"

        def say_no() -> None:
            with seen_by(young_person):
                decide_parent_access(
                    by=young_person, child=self.child, parent=parent.pk, basis="refused", may_act=False, reason=""
                )

        self.take_away = say_no

    def _through_a_class(self, taken: type[Model], **which: Any) -> None:
        """A teacher reaches the child through a class; imports end that, as one statement for many rows."""
        self.child, self.person, self.role = self.world.amara, self.world.staff("class_teacher"), "class_teacher"
        assert self.world.class_4b

        def end() -> None:
            with inside(self.world.school):
                assert taken.objects.filter(holder=self.world.school, **which).update(to_on=YESTERDAY)

        self.take_away = end

    def _place_in_class(self) -> None:
        self._through_a_class(ClassMembership, child=self.world.amara)

    def _class(self) -> None:
        self._through_a_class(ClassStaff, account=self.world.staff("class_teacher"))

    def _place_on_roll(self) -> None:
        self._through_a_class(Enrolment, child=self.world.amara)

    def _led(self, take_away: Callable[[PlannedSession], object]) -> None:
        """An assistant reaches a child of no class of theirs, because they lead a session."""
        self.child, self.person, self.role = (
            self.world.amara,
            self.world.staff("teaching_assistant"),
            "teaching_assistant",
        )
        self.dose = make_dose(self.child, self.world.school)
        session = make_slot(self.world.school, dose=self.dose, leader=self.person)

        def end() -> None:
            with inside(self.world.school):
                assert take_away(session)

        self.take_away = end

    def _session_deleted(self) -> None:
        self._led(lambda session: session.delete())

    def _session_handed_on(self) -> None:
        other = self.world.staff("class_teacher")
        self._led(lambda session: PlannedSession.objects.filter(pk=session.pk).update(leader=other))

    def _place_on_roll_of_one_who_is_led(self) -> None:
        self._led(lambda _session: Enrolment.objects.filter(child=self.child).update(to_on=YESTERDAY))

    def write(self):
        if self.dose:
            return self.client.post(reverse("extra_session", args=[self.dose.pk, TODAY]), {"state": "delivered"})
        page = "raise_my_worry" if self.role == "parent" else "raise_worry"
        return self.client.post(reverse(page, args=[self.child.pk]), WORRY)

    def written(self) -> int:
        with inside(self.world.school):
            return Concern.objects.count() + Delivery.objects.count()


TAKEN = (
    "role", "authority", "agreement", "place_in_class", "class", "place_on_roll", "session_deleted", "session_handed_on",
    "place_on_roll_of_one_who_is_led",
)  # fmt: skip


@pytest.mark.parametrize("taken_away", TAKEN)
def test_what_is_taken_away_between_check_and_write_undoes_the_write(taken_away, monkeypatch):
    case, asked = Case(taken_away), middleware.access_has_ended

    def taken_away_just_now(request) -> bool:
        if request.method == "POST":
            assert Concern.objects.count() + Delivery.objects.count() == 1, "the action has written already"
            _on_another_connection(case.take_away).join(timeout=30)
        return asked(request)

    monkeypatch.setattr(middleware, "access_has_ended", taken_away_just_now)

    answer = case.write()

    assert (answer.status_code, case.written()) == (409, 0)
    assert "Nothing was saved" in answer.content.decode()


@pytest.mark.parametrize("taken_away", TAKEN)
def test_taking_away_waits_for_a_write_that_is_about_to_end_and_then_holds(taken_away, monkeypatch):
    """The last gap, between asking once more and the commit: the two cannot pass each other."""
    case, asked, waiting = Case(taken_away), middleware.access_has_ended, []

    def taken_away_a_moment_later(request) -> bool:
        ended = asked(request)
        if request.method == "POST" and not waiting:
            waiting.append(_on_another_connection(case.take_away))
            time.sleep(0.3)
            assert waiting[0].is_alive(), "it should wait for this request"
        return ended

    monkeypatch.setattr(middleware, "access_has_ended", taken_away_a_moment_later)

    first = case.write().status_code
    waiting[0].join(timeout=30)
    second = case.write().status_code

    assert (first, second, case.written()) == (302, 404, 1)


def test_a_request_that_keeps_its_access_is_not_held_up():
    case = Case("authority")

    answer = case.write()

    assert (answer.status_code, case.written()) == (302, 1)


def test_somebody_who_loses_a_child_while_they_sign_out_is_signed_out(monkeypatch):
    """A page about no child is not undone for one."""
    case, asked = Case("place_in_class"), middleware.access_has_ended

    def taken_away_just_now(request) -> bool:
        if request.method == "POST":
            _on_another_connection(case.take_away).join(timeout=30)
        return asked(request)

    monkeypatch.setattr(middleware, "access_has_ended", taken_away_just_now)

    answer = case.client.post(reverse("account_logout"))

    assert answer.status_code == 302
    assert "/account/login/" in case.client.get(reverse("today")).headers["Location"]


def test_what_was_typed_is_not_lost_with_the_access():
    world = World()
    person, child = world.staff("senco"), world.amara
    page = reverse("raise_worry", args=[child.pk])
    client = browser(person, "senco")
    mark = client.get(page).context["hidden"]["draft_mark"]
    _ends_role(world, "senco")()

    answer = client.post(page, WORRY | {"draft_mark": mark})

    assert answer.status_code == 404
    with one_transaction(authority=None, person=person.pk):
        assert Draft.objects.get().fields["words"] == [WORRY["words"]]


def test_a_link_that_was_open_gives_nothing_after_the_access_has_ended():
    """Pages, files and lists that stood open in a browser: the same link, a click later."""
    world = World()
    assert world.ada
    ada, senco = make_sendable(world), viewer_of(world.staff("senco"))
    letter = a_letter(senco, world.amara, ada)
    release(held(senco, letter))
    document = a_document(senco, world.amara, audience=Audience.EVERYONE)
    mothers = [reverse("my_letter_file", args=[letter.pk]), reverse("document_file", args=[document.pk])]
    sencos = [reverse("document_file", args=[document.pk]), reverse("download_register")]
    mother, staff = signed_in(world.ada), browser(world.staff("senco"), "senco")
    before = [mother.get(link).status_code for link in mothers] + [staff.get(link).status_code for link in sencos]

    _ends_authority(world)()
    _ends_role(world, "senco")()

    after = [mother.get(link).status_code for link in mothers] + [staff.get(link).status_code for link in sencos]
    assert (before, after) == ([200] * 4, [404] * 4)


@pytest.mark.parametrize("taken_away", TAKEN[:6])
def test_a_download_that_was_under_way_ends_with_the_access(taken_away, settings):
    """The page has led the browser to the files' origin already; there everything is asked again."""
    use_files_origin(settings)
    case = Case(taken_away)
    documents = [
        a_document(viewer_of(case.world.staff("senco")), case.child, audience=Audience.EVERYONE) for _each in range(2)
    ]
    kept, taken = [link_of(case.client.get(reverse("document_file", args=[one.pk]))) for one in documents]
    before = asked_for(kept).status_code

    case.take_away()

    answer = asked_for(taken)
    assert (before, answer.status_code) == (200, 404)
    assert b"What the therapist saw." not in answer.content


def test_a_sitting_with_a_child_ends_with_the_role_of_whoever_started_it():
    world = World()
    assert world.amara
    client = browser(world.staff("senco"), "senco")
    client.post(reverse("supervised_views", args=[world.amara.pk]), {"helped_by": "", "ready": "on"})
    before = client.get(reverse("my_view_good")).content.decode()

    _ends_role(world, "senco")()

    after = client.get(reverse("my_view_good")).content.decode()
    assert "What is good at school?" in before
    assert "What is good at school?" not in after


def test_nobody_ends_their_own_role():
    """Else the last administrator could lock an area out."""
    from goldenthread.access.permissions import Refused

    world = World()
    administrator = viewer_of(world.staff("platform_administrator"))
    with seen_by(administrator), pytest.raises(Refused, match="Another administrator"):
        own = Assignment.objects.get(account_id=administrator.person)
        end_role(by=administrator, assignment=own.pk, last_day=YESTERDAY)


def test_one_role_that_ends_leaves_the_persons_other_role_as_it_was():
    world = World()
    account = make_account("Sam Both")
    make_parent(world.amara, world.school, "Sam Both", account)
    from tests.factories.world import give_role

    assignment = give_role(account, "class_teacher", world.school)
    as_parent = browser(account, "parent")
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator:
        end_role(by=administrator, assignment=assignment.pk, last_day=YESTERDAY)

    assert as_parent.get(reverse("my_child_page", args=[world.amara.pk])).status_code == 200
