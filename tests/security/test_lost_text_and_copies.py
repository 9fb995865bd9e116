"""No typed word is lost, and no press has two effects (bars F4 and F5)."""

from __future__ import annotations

import re
import threading
from datetime import date, timedelta
from html import unescape
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse

from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.process.models import Draft
from goldenthread.provision.queries import session_on
from goldenthread.sen_support.models import Concern
from tests.factories.children import make_need
from tests.factories.letters import a_letter, make_sendable
from tests.factories.provision import FRIDAY, make_dose, make_entry, make_group, make_slot
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_child,
    make_class,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = {
    "words": "He hides under the table when it is loud.\nEvery day since half-term.",
    "hoped_for": "A quiet place, and “someone” he knows.",
    "audience": "everyone",
}


def _opened(client: Client, address: str) -> dict[str, str]:
    """The hidden values of a form as it was opened."""
    return client.get(address).context["hidden"]


def _typed_in(client: Client, address: str) -> dict[str, object]:
    form = client.get(address).context["form"]
    return {name: form[name].value() for name in TYPED}


def _drafts(person) -> list[dict[str, object]]:
    with one_transaction(authority=None, person=person.pk):
        return list(Draft.objects.values_list("fields", flat=True))


def _worry(world: World) -> str:
    return reverse("raise_my_worry", args=[world.amara.pk])


def test_when_the_session_dies_in_a_long_form_every_field_is_back_on_another_device_and_for_nobody_else():
    world = World()
    address, first = _worry(world), signed_in(world.ada)
    father = make_parent(world.amara, world.school, "Tunde Bello")
    hidden = _opened(first, address)
    Session.objects.all().delete()

    answer = first.post(address, TYPED | hidden)

    assert answer.headers["Location"] == "/account/login/?next=%2Fdrafts%2F"
    assert _typed_in(signed_in(world.ada), address) == TYPED
    assert _typed_in(signed_in(father.account), address)["words"] in (None, "")
    assert "under the table" not in signed_in(father.account).get("/drafts/").content.decode()
    with inside(world.school):
        assert Concern.objects.count() == 0


def _short_forms(world: World) -> dict[str, tuple[Client, str, str]]:
    """Short forms with free text: who fills each in, its address, and the field that is typed into."""
    amara, assistant = world.amara, world.staff("teaching_assistant")
    make_class(world.school, "4B", (world.staff("class_teacher"),), (amara,))
    group = make_group(world.school, assistant, (amara,))
    planned = make_slot(world.school, FRIDAY, group=group, leader=assistant)
    dose = make_dose(amara, world.school, what="Speech practice")
    entry = make_entry(dose, world.school, assistant, TODAY - timedelta(days=7))
    with seen_by(viewer_of(assistant)) as viewer:
        line = session_on(viewer, planned.pk, TODAY).rows[0].dose.pk.hex
    jordan = make_child(world.school, "Jordan Vale", date(2010, 3, 1))
    own, parent = make_young_person(jordan, world.school), make_parent(jordan, world.school, "Pat Vale")
    leads, need = signed_in(world.staff("senco")), make_need(amara, world.school)
    mother = make_sendable(world) if world.ada else None
    letter = a_letter(viewer_of(world.staff("senco")), amara, mother)
    return {
        "a document": (leads, reverse("add_document", args=[amara.pk]), "title"),
        "a letter that cannot wait": (leads, reverse("letter", args=[letter.pk]), "urgent_because"),
        "child by child": (signed_in(assistant), reverse("session", args=[planned.pk, TODAY]), f"{line}-note"),
        "extra session": (leads, reverse("extra_session", args=[dose.pk, TODAY]), "note"),
        "putting an entry right": (leads, reverse("mend_delivery", args=[entry.pk]), "note"),
        "status": (leads, reverse("status", args=[amara.pk]), "reason"),
        "need": (leads, reverse("needs", args=[amara.pk]), "words"),
        "end of a need": (leads, reverse("end_need", args=[amara.pk, need.pk]), "reason"),
        "a parent's access": (signed_in(own), reverse("decide_access", args=[jordan.pk, parent.pk]), "reason"),
        "a meeting": (leads, reverse("note_meeting", args=[amara.pk]), "about"),
    }


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return unescape(found[1]) if found else ""


@pytest.mark.parametrize(
    "which",
    ["child by child", "extra session", "putting an entry right", "status", "need", "end of a need", "a parent's access",
     "a meeting", "a document", "a letter that cannot wait"],
)  # fmt: skip
def test_when_the_session_dies_in_a_short_form_what_was_typed_is_back_on_its_page(which):
    world = World()
    client, address, field = _short_forms(world)[which]
    person = client.get(address).wsgi_request.user
    page = client.get(address).content.decode()
    typed = "Hid under the table, then came out for the dog"
    Session.objects.all().delete()

    answer = client.post(address, {field: typed, "draft_mark": _hidden(page, "draft_mark"), "submission_key": "k"})
    again = signed_in(person)
    list_of_drafts, form = again.get("/drafts/").content.decode(), again.get(address).content.decode()

    assert answer.headers["Location"] == "/account/login/?next=%2Fdrafts%2F"
    assert typed in list_of_drafts
    assert f'href="{address}"' in list_of_drafts
    assert typed in form
    assert "It has not been sent" in form


def test_a_short_form_that_was_sent_leaves_nothing_begun():
    world = World()
    client, address = signed_in(world.staff("senco")), reverse("status", args=[world.amara.pk])
    mark = {"draft_mark": _hidden(client.get(address).content.decode(), "draft_mark")}
    client.post("/drafts/save/", mark | {"reason": "Begun"})
    today = {"true_from-day": "20", "true_from-month": "11", "true_from-year": "2026"}

    client.post(address, mark | today | {"status": "M", "reason": "Agreed with her mother", "submission_key": "k"})

    assert _drafts(world.staff("senco")) == []
    assert "Begun" not in client.get(address).content.decode()


def test_a_letter_sent_after_all_leaves_nothing_begun_though_its_form_goes_to_another_address():
    world = World()
    client, address, field = _short_forms(world)["a letter that cannot wait"]
    page = client.get(address).content.decode()
    sent = {name: _hidden(page, name) for name in ("draft_mark", "submission_key", "looked_at")}
    client.post("/drafts/save/", sent | {field: "The meeting is tomorrow"})
    before = len(_drafts(world.staff("senco")))

    answer = client.post(f"{address}send/", sent)

    assert (before, answer.headers["Location"]) == (1, address)
    assert _drafts(world.staff("senco")) == []


def test_when_the_safety_mark_of_a_form_has_gone_every_field_is_back():
    """Signed in again in another tab: the form's mark is of the sign-in before, and nothing typed may be lost with it."""
    world = World()
    address, client = _worry(world), Client(enforce_csrf_checks=True)
    client.cookies = signed_in(world.ada).cookies
    hidden = _opened(client, address)

    answer = client.post(address, TYPED | hidden)

    assert answer.status_code == 403
    assert "What you typed is safe" in answer.content.decode()
    assert _typed_in(client, address) == TYPED


def test_a_fault_of_ours_while_a_long_form_is_sent_loses_no_field(monkeypatch):
    world = World()
    address, client = _worry(world), signed_in(world.ada)
    client.raise_request_exception = False
    hidden = _opened(client, address)

    def breaks(*_given, **_more):
        raise RuntimeError("broken")

    with monkeypatch.context() as broken:
        broken.setattr("goldenthread.sen_support.actions.concerns.begin", breaks)
        answer = client.post(address, TYPED | hidden)

    assert answer.status_code == 500
    assert _typed_in(client, address) == TYPED


def test_a_mark_made_for_one_person_keeps_nothing_for_another():
    """Two people at one device: what is posted under his mark is never found by her."""
    world = World()
    father = make_parent(world.amara, world.school, "Tunde Bello").account
    hidden = _opened(signed_in(father), _worry(world))

    signed_in(world.ada).post("/drafts/save/", TYPED | hidden)

    assert _drafts(world.ada) == []
    assert len(_drafts(father)) == 1


def test_a_forged_or_old_mark_keeps_nothing(monkeypatch):
    world = World()
    hidden = _opened(signed_in(world.ada), _worry(world))
    forged = hidden["draft_mark"][:-2] + ("aa" if hidden["draft_mark"][-2:] != "aa" else "bb")
    Client().post(_worry(world), TYPED | {"draft_mark": forged})
    monkeypatch.setattr("time.time", lambda: 32503680000.0)
    Client().post(_worry(world), TYPED | hidden)

    assert _drafts(world.ada) == []


def test_a_draft_too_long_to_keep_leaves_the_one_before_as_it_was():
    world = World()
    client = signed_in(world.ada)
    hidden = _opened(client, _worry(world))
    client.post("/drafts/save/", TYPED | hidden)

    answer = client.post("/drafts/save/", TYPED | hidden | {"words": "a" * 300_000})

    assert answer.json()["kept"] is False
    assert _drafts(world.ada)[0]["words"] == [TYPED["words"]]


def test_a_character_that_the_database_cannot_keep_costs_no_other():
    world = World()
    client = signed_in(world.ada)
    hidden = _opened(client, _worry(world))

    answer = client.post("/drafts/save/", TYPED | hidden | {"words": "be\0fore"})

    assert answer.json()["kept"] is True
    assert _drafts(world.ada)[0]["words"] == ["before"]


def test_a_draft_is_there_for_its_author_alone_even_by_its_key():
    world = World()
    client = signed_in(world.ada)
    client.post("/drafts/save/", TYPED | _opened(client, _worry(world)))
    with one_transaction(authority=None, person=world.ada.pk):
        key: UUID = Draft.objects.get().pk
    father = make_parent(world.amara, world.school, "Tunde Bello").account

    answers = [
        signed_in(other).post(f"/drafts/{key}/throw-away/").status_code for other in (father, world.staff("senco"))
    ]

    assert answers == [404, 404]
    assert len(_drafts(world.ada)) == 1


COPIES = 50


def test_fifty_parallel_copies_of_one_submit_make_one_record_with_one_answer():
    world = World()
    address = _worry(world)
    cookie = signed_in(world.ada).cookies["sessionid"].value
    told, faults, begin = [], [], threading.Barrier(COPIES)

    def send() -> None:
        client = Client(raise_request_exception=False)
        client.cookies["sessionid"] = cookie
        try:
            begin.wait(timeout=60)
            answer = client.post(address, TYPED | {"submission_key": "the-very-same"})
            told.append((answer.status_code, answer.headers.get("Location")))
        except Exception as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _copy in range(COPIES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)

    with inside(world.school):
        (concern,) = Concern.objects.all()
        raised = Entry.objects.filter(thing_id=concern.pk, action="concern.raised").count()
    assert faults == []
    assert raised == 1
    assert len(told) == COPIES and set(told) == {(302, told[0][1])}
    assert re.fullmatch(rf"/my-child/{world.amara.pk}/worries/.*", told[0][1])


def test_the_same_key_of_another_person_is_another_submit():
    world = World()
    father = make_parent(world.amara, world.school, "Tunde Bello").account

    for person in (world.ada, father):
        signed_in(person).post(_worry(world), TYPED | {"submission_key": "same"})

    with inside(world.school):
        assert Concern.objects.count() == 2
