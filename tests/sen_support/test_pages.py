"""Every page of the room opens for those who should, and is "not found" for everybody else."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.sen_support.models import Review
from tests.factories.sen_support import a_running_cycle, a_worry, mother_of, senco_of, some_words
from tests.factories.world import World, make_account, make_child, make_parent, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


class Case:
    """Amara with a running plan, a worry, words and a review."""

    def __init__(self) -> None:
        self.world = World()
        assert self.world.class_4b
        self.senco = senco_of(self.world)
        self.mother = mother_of(self.world)
        self.child = self.world.amara
        self.cycle, self.target, self.dose = a_running_cycle(self.senco, self.child)
        self.worry = a_worry(self.mother, self.child)
        self.own_worry = a_worry(viewer_of(self.world.staff("class_teacher")), self.child, "She squints.")
        self.words = some_words(self.senco, self.child, "She loves stories.", audience="everyone")
        self.mothers_words = some_words(self.mother, self.child, "Mornings are hard.")
        with seen_by(self.senco):
            self.review = Review.objects.get(cycle=self.cycle)

    def family_pages(self) -> list[str]:
        about = {"child": self.child.pk}
        return [
            reverse("my_child_page", kwargs=about),
            reverse("my_thread", kwargs=about),
            reverse("my_agreed_plan", kwargs=about | {"cycle": self.cycle.pk}),
            reverse("answer_my_plan", kwargs=about | {"cycle": self.cycle.pk}),
            reverse("my_words", kwargs=about),
            reverse("add_my_words", kwargs=about),
            reverse("mend_my_words", kwargs=about | {"words": self.mothers_words.pk}),
            reverse("raise_my_worry", kwargs=about),
            reverse("my_worries", kwargs=about),
            reverse("my_worry", kwargs=about | {"concern": self.worry.pk}),
            reverse("my_reviews", kwargs=about),
            reverse("my_review", kwargs=about | {"review": self.review.pk}),
            reverse("say_before_review", kwargs=about | {"review": self.review.pk}),
            reverse("if_not_working", kwargs=about),
            reverse("who_has_looked", kwargs=about),
            reverse("print_plan", args=[self.cycle.pk]),
            reverse("print_review", args=[self.review.pk]),
        ]

    def staff_pages(self) -> list[str]:
        child, cycle, target = [self.child.pk], [self.cycle.pk], [self.target.pk]
        return [
            reverse("worries"),
            reverse("worry", args=[self.worry.pk]),
            reverse("decide_worry", args=[self.worry.pk]),
            reverse("child_worries", args=child),
            reverse("raise_worry", args=child),
            reverse("assessment", args=child),
            reverse("add_words", args=child),
            reverse("mend_words", args=[self.words.pk]),
            reverse("changed_by_words", args=[self.words.pk]),
            reverse("add_measure", args=child),
            reverse("add_reading", args=[self.target.measure_id]),
            reverse("write_analysis", args=cycle),
            reverse("plan", args=cycle),
            reverse("print_plan", args=cycle),
            reverse("start_plan", args=cycle),
            reverse("tell_parents", args=cycle),
            reverse("note_answer", args=cycle),
            reverse("note_meeting", args=child),
            reverse("note_report", args=child),
            reverse("enter_running", args=child),
            reverse("add_target", args=cycle),
            reverse("edit_target", args=target),
            reverse("drop_target", args=target),
            reverse("add_dose", args=target),
            reverse("add_dose", args=target) + "?kind=timed_support",
            reverse("edit_dose", args=[*target, self.dose.pk]),
            reverse("stop_help", args=[*target, self.dose.pk]),
            reverse("reviews"),
            reverse("review", args=[self.review.pk]),
            reverse("print_review", args=[self.review.pk]),
            reverse("arrange_review", args=[self.review.pk]),
            reverse("hold_review", args=[self.review.pk]),
            reverse("supervised_views", args=child),
            reverse("who_has_looked", args=child),
        ]


def _answers(account, pages: list[str], role: str | None = None) -> dict[str, int]:
    browser = signed_in(account, role)
    return {page: browser.get(page).status_code for page in pages}


def test_the_mother_opens_every_family_page():
    case = Case()

    answers = _answers(case.world.ada, case.family_pages())

    assert {page: code for page, code in answers.items() if code != 200} == {}


def test_the_senco_opens_every_staff_page():
    case = Case()

    answers = _answers(case.world.staff("senco"), case.staff_pages())

    assert {page: code for page, code in answers.items() if code != 200} == {}


def test_a_page_that_speaks_to_a_family_does_not_exist_for_staff_who_see_the_child():
    case = Case()
    pages = [page for page in case.family_pages() if page.startswith("/my-child/")]

    answers = [set(_answers(case.world.staff(role), pages).values()) for role in ("senco", "head", "class_teacher")]

    assert (len(pages), answers) == (14, [{404}] * 3)


def test_other_families_other_schools_and_the_authority_find_no_page():
    case = Case()
    world = case.world
    other_child = make_child(world.school, "Lena Costa")
    other_parent = make_account("Rosa Costa")
    make_parent(other_child, world.school, "Rosa Costa", other_parent)
    ended = make_account("Former Carer")
    make_parent(case.child, world.school, "Former Carer", ended, to_on=world_yesterday())
    pages = [page for page in [*case.family_pages(), *case.staff_pages()] if page not in NOBODY_IN_PARTICULAR]
    outsiders = [other_parent, ended, elsewhere_senco(world), world.staff("authority_officer")]

    answers = [set(_answers(account, pages).values()) for account in outsiders]

    assert answers == [{404}] * 4


NOBODY_IN_PARTICULAR = {"/worries/", "/reviews/"}


def world_yesterday():
    from datetime import timedelta

    from tests.factories.world import TODAY

    return TODAY - timedelta(days=1)


def elsewhere_senco(world: World):
    from tests.factories.world import give_role

    account = make_account("Other Senco")
    give_role(account, "senco", world.other_school)
    return account
