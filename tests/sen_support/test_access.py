"""Who may do what: the authority sees no row, a young person's rights are theirs, an ended authority ends at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.sen_support.actions.agreements import answer, record_answer
from goldenthread.sen_support.actions.concerns import decide_concern, raise_concern
from goldenthread.sen_support.actions.voices import Said, add_words
from goldenthread.sen_support.models import Agreement
from goldenthread.sen_support.queries.plans import plan_of
from tests.factories.sen_support import a_running_cycle, a_target, a_worry, mother_of, senco_of, some_words
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_account,
    make_child,
    make_class,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

SITE = "https://gt.example.org/"
SIXTEEN_AND_MORE = date(2010, 3, 2)  # past the last Friday in June of the school year of the sixteenth birthday


def _rows_seen_by(viewer) -> dict[str, int]:
    with seen_by(viewer):
        return {model.__name__: model.objects.count() for model in apps.get_app_config("sen_support").get_models()}


def test_the_authoritys_officer_sees_no_row_of_sen_support_in_postgresql():
    world = World()
    senco = senco_of(world)
    a_running_cycle(senco, world.amara)
    a_worry(mother_of(world), world.amara)
    some_words(senco, world.amara, "She loves stories.", audience="everyone")

    officer, school = _rows_seen_by(viewer_of(world.staff("authority_officer"))), _rows_seen_by(senco)

    assert set(officer.values()) == {0}
    assert {name for name, count in school.items() if count} >= {"Concern", "Contribution", "Cycle", "Review", "Target"}


def test_when_rights_have_passed_and_nothing_is_decided_a_parent_reads_on_decides_nothing_and_is_told():
    world = World()
    jordan = make_child(world.school, "Jordan Vale", SIXTEEN_AND_MORE)
    mother, own = make_account("Mo Vale"), make_young_person(jordan, world.school)
    make_parent(jordan, world.school, "Mo Vale", mother)
    cycle, _target, _dose = a_running_cycle(senco_of(world), jordan)

    page = signed_in(mother).get(reverse("my_child_page", args=[jordan.pk])).content.decode()

    assert "You cannot decide things for Jordan" in page
    assert reverse("rights_notice") in page
    with seen_by(viewer_of(mother)) as viewer, pytest.raises(Refused, match="not yours today"):
        answer(by=viewer, cycle=cycle.pk, purpose="plan", answer="agreed")
    with seen_by(viewer_of(own)) as viewer:
        answer(by=viewer, cycle=cycle.pk, purpose="plan", answer="agreed")
        assert [row.party_role for row in Agreement.objects.all()] == ["young_person"]


def test_an_authority_to_act_that_ends_today_opens_nothing_tomorrow():
    world = World()
    account = make_account("Former Carer")
    make_parent(world.amara, world.school, "Former Carer", account, to_on=TODAY)

    today = viewer_of(account).children
    with pytest.raises(StopIteration):
        viewer_of(account, today=TODAY + timedelta(days=1))

    assert today == {world.amara.pk}


def test_one_parents_worry_words_and_answer_are_not_the_other_parents():
    world = World()
    father = make_account("Sam Bello")
    make_parent(world.amara, world.school, "Sam Bello", father)
    mother, senco = mother_of(world), senco_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    worry = a_worry(mother, world.amara, "He shouts at her.")
    some_words(mother, world.amara, "Mornings are hard.")
    with seen_by(mother):
        answer(by=mother, cycle=cycle.pk, purpose="plan", answer="not_agreed", words="Too little")
    browser, child = signed_in(father), world.amara.pk
    pages = [
        reverse("my_child_page", args=[child]), reverse("my_thread", args=[child]), reverse("my_words", args=[child]),
        reverse("my_worries", args=[child]), reverse("my_agreed_plan", args=[child, cycle.pk]),
        reverse("print_plan", args=[cycle.pk]),
    ]  # fmt: skip

    shown = "".join(browser.get(page).content.decode() for page in pages)

    assert browser.get(reverse("my_worry", args=[child, worry.pk])).status_code == 404
    assert [said for said in ("He shouts", "Mornings are hard", "Too little", "Not agreed") if said in shown] == []


def test_a_teacher_follows_the_worry_they_raised_and_no_other():
    world = World()
    assert world.class_4b
    teacher = viewer_of(world.staff("class_teacher"))
    mine, mothers = a_worry(teacher, world.amara, "She squints."), a_worry(mother_of(world), world.amara)
    browser = signed_in(world.staff("class_teacher"))

    codes = [browser.get(reverse("worry", args=[one.pk])).status_code for one in (mine, mothers)]
    decide = browser.get(reverse("decide_worry", args=[mine.pk])).status_code

    assert (codes, decide) == ([200, 404], 404)


def test_a_parent_cannot_speak_in_another_voice_or_for_another_child():
    world = World()
    other = make_child(world.school, "Lena Costa")
    with seen_by(mother_of(world)) as mother:
        with pytest.raises(NotFound):
            add_words(by=mother, child=world.amara.pk, said=Said("teacher", "All is well", "everyone", "Mr Lane"))
        with pytest.raises(NotFound):
            raise_concern(by=mother, child=other.pk, words="Not mine", site=SITE)


def test_a_decision_without_a_day_to_look_again_or_without_a_reason_is_refused():
    world = World()
    worry = a_worry(mother_of(world), world.amara)
    with seen_by(senco_of(world)) as senco:
        with pytest.raises(Refused, match="look again"):
            decide_concern(by=senco, concern=worry.pk, decision="watch", reason="It is new", site=SITE)
        with pytest.raises(Refused, match="reason"):
            decide_concern(by=senco, concern=worry.pk, decision="already_supported", reason=" ", site=SITE)


@pytest.mark.parametrize("has_account", [True, False])
def test_staff_note_what_a_young_person_answered_on_paper_as_the_young_persons_own(has_account):
    world = World()
    senco, jordan = senco_of(world), make_child(world.school, "Jordan Vale", date(2010, 3, 1))
    make_parent(jordan, world.school, "Pat Vale")
    own = make_young_person(jordan, world.school) if has_account else None
    cycle, _target, _dose = a_running_cycle(senco, jordan)
    browser, address = signed_in(world.staff("senco")), reverse("note_answer", args=[cycle.pk])
    sent = {"purpose": "plan", "how": "letter", "words": "I want the laptop", "authority": str(jordan.pk)}

    page = browser.get(address).content.decode()
    browser.post(address, sent | {"answer": "agreed"})
    browser.post(address, sent | {"answer": "withdrawn", "words": ""})

    with inside(world.school):
        kept = list(
            Agreement.objects.order_by("at").values_list("answer", "party_id", "party_name", "party_role", "how")
        )
    account = own.pk if own else None
    assert "Jordan Vale (the young person)" in page and "Pat Vale" not in page
    assert kept == [
        ("agreed", account, "Jordan Vale", "young_person", "letter"),
        ("withdrawn", account, "Jordan Vale", "young_person", "letter"),
    ]


def test_a_younger_childs_own_answer_is_not_noted_in_a_parents_place():
    world = World()
    senco = senco_of(world)
    assert world.ada
    cycle, _target, _dose = a_running_cycle(senco, world.amara)

    page = signed_in(world.staff("senco")).get(reverse("note_answer", args=[cycle.pk])).content.decode()

    assert "the young person)" not in page and "Ada Bello" in page
    with seen_by(senco), pytest.raises(NotFound):
        record_answer(by=senco, cycle=cycle.pk, authority=world.amara.pk, purpose="plan", answer="agreed", how="phone")


def test_staff_note_a_paper_answer_only_for_a_parent_who_may_decide_and_a_changed_plan_shows():
    world = World()
    senco = senco_of(world)
    assert world.ada
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    may_see = make_parent(world.amara, world.school, "Gran Bello", make_account("Gran Bello"), scope="see")
    from goldenthread.people.models import AuthorityToAct

    with inside(world.school):
        full = AuthorityToAct.objects.get(child=world.amara, scope="full")
        see = AuthorityToAct.objects.get(child=world.amara, parent=may_see)
    with seen_by(senco):
        record_answer(by=senco, cycle=cycle.pk, authority=full.pk, purpose="plan", answer="agreed", how="phone")
        with pytest.raises(NotFound):
            record_answer(by=senco, cycle=cycle.pk, authority=see.pk, purpose="plan", answer="agreed", how="phone")
        before = plan_of(senco, cycle)
    a_target(senco, cycle, "Write a sentence")
    with seen_by(senco):
        after = plan_of(senco, cycle)

    (agreed,) = before.answers
    assert (agreed.party_name, agreed.how, agreed.version) == ("Ada Bello", "phone", before.version)
    assert agreed.version != after.version


def test_who_has_looked_names_staff_and_not_the_other_parent():
    world = World()
    father = make_account("Sam Bello")
    make_parent(world.amara, world.school, "Sam Bello", father)
    cycle, _target, _dose = a_running_cycle(senco_of(world), world.amara)
    signed_in(world.staff("senco")).get(reverse("plan", args=[cycle.pk]))
    signed_in(father).get(reverse("my_words", args=[world.amara.pk]))

    page = signed_in(world.ada).get(reverse("who_has_looked", args=[world.amara.pk])).content.decode()

    assert str(world.staff("senco").name) in page
    assert "the plan" in page
    assert "Sam Bello" not in page


def test_an_assistant_sees_the_plan_and_none_of_what_people_said():
    world = World()
    senco, assistant = senco_of(world), world.staff("teaching_assistant")
    make_class(world.school, "4B", (world.staff("class_teacher"), assistant), (world.amara,))
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    some_words(senco, world.amara, "She loves stories.", audience="everyone")
    pages = [reverse("plan", args=[cycle.pk]), reverse("assessment", args=[world.amara.pk])]

    by_assistant = "".join(signed_in(assistant).get(page).content.decode() for page in pages)
    by_teacher = "".join(signed_in(world.staff("class_teacher")).get(page).content.decode() for page in pages)

    assert ("Read 60 words a minute" in by_assistant, "She loves stories." in by_assistant) == (True, False)
    assert "She loves stories." in by_teacher
    assert reverse("start_plan", args=[cycle.pk]) not in by_teacher
