"""Another child named in words that a family reads: asked about once, never lost, never refused."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.letters.other_children import OtherChildren, Roll
from goldenthread.people.models import AuthorityToAct
from goldenthread.provision.models import Delivery
from goldenthread.sen_support.models import Contribution
from tests.factories.provision import FRIDAY, make_dose, make_group, make_slot
from tests.factories.sen_support import a_worry, senco_of
from tests.factories.world import TODAY, World, inside, make_child, make_class, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)

ASKED = "Another child is named here: Lena. Take the name out, or tick below that it stays."


class Case:
    """Amara and her brother Tobi; Lena and Will of other families; a teacher of all of them called Lane."""

    def __init__(self) -> None:
        self.world = World()
        school = self.world.school
        self.amara = self.world.amara
        mother = self.world.ada
        self.tobi = make_child(school, "Tobi Bello")
        with inside(school):
            authority = AuthorityToAct.objects.get(parent__account=mother)
            authority.pk, authority.child = None, self.tobi
            authority.save(force_insert=True)
        self.lena, self.will = make_child(school, "Lena Costa"), make_child(school, "Will Reed")
        self.teacher = self.world.staff("class_teacher")
        make_class(school, "4B", (self.teacher,), (self.amara, self.tobi, self.lena, self.will))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Told Lena to wait.", ["Lena"]),
        ("LENA COSTA waited; Lena's turn came.", ["Lena"]),
        ("Lena and Will Reed played, then Lena left.", ["Lena", "Will"]),
        ("Amara waited for Tobi, with Ada.", []),
        ("Will try again on Monday.", []),
        ("Mrs Lena came in. The word lena was read.", []),
        ("Lenard read a page.", []),
        ("", []),
    ],
)
def test_another_family_s_child_is_noticed_and_words_and_own_names_are_not(words: str, named: list[str]) -> None:
    case = Case()
    senco = senco_of(case.world)

    with seen_by(senco):
        found = OtherChildren(senco, case.amara.pk).named_in(words)

    assert found == named


def test_no_child_may_be_named_in_what_several_families_read() -> None:
    case = Case()
    senco = senco_of(case.world)

    with seen_by(senco):
        found = OtherChildren(senco, None).named_in("Tobi and Lena go on in another group.")

    assert found == ["Lena", "Tobi"]


def test_a_note_that_names_another_child_comes_back_as_typed_and_stays_when_its_writer_says_so() -> None:
    case = Case()
    dose = make_dose(case.amara, case.world.school, deliverer=case.teacher)
    browser = signed_in(case.teacher)
    address = reverse("extra_session", args=[dose.pk, TODAY])
    key = browser.get(address).content.decode().split('name="submission_key" value="')[1].split('"')[0]
    typed = {
        "submission_key": key,
        "state": "part",
        "minutes": "10",
        "part_because": "other",
        "note": "Waited until Lena was done",
    }

    held_up = browser.post(address, typed).content.decode()
    with seen_by(senco_of(case.world)):
        before = Delivery.objects.count()
    browser.post(address, typed | {"names_stay": ["Lena"]})

    assert (ASKED in held_up, 'value="Waited until Lena was done"' in held_up, before) == (True, True, 0)
    (box,) = re.findall(r'<input[^>]*name="names_stay"[^>]*>', held_up)
    assert ('value="Lena"' in box, "checked" in box) == (True, False)
    with seen_by(senco_of(case.world)):
        assert [one.note for one in Delivery.objects.all()] == ["Waited until Lena was done"]


def test_a_name_in_the_line_of_one_child_of_a_group_holds_up_that_line_alone() -> None:
    case = Case()
    group = make_group(case.world.school, case.teacher, (case.amara, case.lena))
    slot = make_slot(case.world.school, FRIDAY, group=group, leader=case.teacher)
    with seen_by(senco_of(case.world)):
        of = {dose.child_id: dose.pk.hex for dose in group.doses.all()}
    browser, address = signed_in(case.teacher), reverse("session", args=[slot.pk, TODAY])
    note = "Lena read a page"
    typed = {
        f"{line}-{name}": value for line in of.values() for name, value in (("state", "delivered"), ("note", note))
    }

    held_up = browser.post(address, typed).content.decode()
    amara = of[case.amara.pk]
    sent = browser.post(address, typed | {f"{amara}-names_stay": ["Lena"]})

    assert held_up.count(ASKED) == 2  # in the summary and beside the line of Amara; Lena's own line names nobody else
    assert f'name="{amara}-names_stay"' in held_up
    assert sent.status_code == 302


@pytest.mark.parametrize(("audience", "held_up"), [("everyone", True), ("school", False)])
def test_the_reason_of_a_decision_is_asked_about_where_the_family_reads_it(audience: str, held_up: bool) -> None:
    case = Case()
    worry = a_worry(viewer_of(case.teacher), case.amara, audience=audience)
    browser, address = signed_in(case.world.staff("senco")), reverse("decide_worry", args=[worry.pk])
    page = browser.get(address).content.decode()
    names = ("submission_key", "draft_mark", "started_from", "tried-TOTAL_FORMS", "tried-INITIAL_FORMS")
    hidden = {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in names}
    typed = {"decision": "sen_support", "reason": "She reads less than Lena does."}

    answer = browser.post(address, hidden | typed)
    ticked = browser.post(address, hidden | typed | {"names_stay": ["Lena"]}) if held_up else answer

    assert (ASKED in answer.content.decode(), answer.status_code) == (held_up, 200 if held_up else 302)
    assert ticked.status_code == 302


@pytest.mark.parametrize(("audience", "kept"), [("everyone", 0), ("school", 1)])
def test_words_for_everyone_are_asked_about_and_words_for_the_school_are_not(audience: str, kept: int) -> None:
    case = Case()
    browser, address = signed_in(case.world.staff("senco")), reverse("add_words", args=[case.amara.pk])
    page = browser.get(address).content.decode()
    hidden = {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("submission_key", "draft_mark")}
    typed = {"voice": "teacher", "said_by": "Mr Lane", "question": "other", "how": "typed", "words": "Plays with Lena."}

    answer = browser.post(address, hidden | typed | {"audience": audience})

    with seen_by(senco_of(case.world)):
        assert Contribution.objects.count() == kept
    assert (ASKED in answer.content.decode()) == (kept == 0)


def test_another_child_named_in_what_was_already_tried_is_asked_about_when_the_family_reads_the_worry():
    case = Case()
    browser = signed_in(case.teacher)
    address = reverse("raise_worry", args=[case.amara.pk])
    worry = {
        "words": "She cries.", "hoped_for": "", "given_by": "me", "tried-TOTAL_FORMS": "1", "tried-INITIAL_FORMS": "0",
        "tried-0-what": "Sat beside Lena", "tried-0-result": "No change",
    }  # fmt: skip

    shown = browser.post(address, worry | {"audience": "everyone"}).content.decode()
    kept = browser.post(address, worry | {"audience": "school"})

    assert ASKED in shown
    assert kept.status_code == 302


def test_the_roll_is_read_once_however_many_children_have_a_note():
    case = Case()
    senco = senco_of(case.world)

    with seen_by(senco), CaptureQueriesContext(connection) as asked:
        roll = Roll(senco)
        named = [OtherChildren(senco, child.pk, roll).named_in("Lena waited") for child in (case.amara, case.will)]

    assert named == [["Lena"], ["Lena"]]
    assert sum("children_enrolment" in query["sql"] for query in asked) == 1
