"""A mother opens her account from a code and follows her child on a phone, with scripts and without."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache
from playwright.sync_api import Page

from goldenthread.sen_support.actions.cycles import Running, start_cycle
from goldenthread.sen_support.models import Agreement, Concern, Contribution
from tests.factories.people import PASSWORD, code_in, invited, mails, unlinked_parent
from tests.factories.provision import FRIDAY, WEDNESDAY, make_entry, make_slot
from tests.factories.sen_support import a_planned_cycle, senco_of
from tests.factories.world import World, inside, make_class, seen_by, viewer_of

from .browser import WAYS, PageAs, fits, keep_picture, no_axe_violations
from .hands import choose, follow, give_day, heading, press, text, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

BEGAN, REVIEW = date(2026, 11, 9), date(2027, 2, 5)


def _running_plan(world: World) -> None:
    """Amara's plan has run since 9 November: one session was given this week, one is still to come."""
    then, teacher = senco_of(world, BEGAN), world.staff("class_teacher")
    make_class(world.school, "4B", (teacher,), (world.amara,))
    cycle, _target, dose = a_planned_cycle(then, world.amara)
    with seen_by(then):
        start_cycle(by=then, cycle=cycle.pk, running=Running(BEGAN, 12, REVIEW))
    with inside(world.school):
        type(dose).objects.filter(pk=dose.pk).update(from_on=BEGAN, deliverer=teacher)
    wednesday = make_slot(world.school, WEDNESDAY, dose=dose, leader=teacher, from_on=BEGAN)
    make_slot(world.school, FRIDAY, dose=dose, leader=teacher, from_on=BEGAN)
    make_entry(dose, world.school, teacher, date(2026, 11, 18), planned_session=wednesday)


def _opens_her_account(page: Page, code: str, born_on: date) -> None:
    page.goto("/")
    press(page, "Open an account with a code")
    write(page, "Code", code.lower())
    give_day(page, "Date of birth", born_on)
    press(page, "Continue")
    write(page, "Your e-mail address", "ada.bello@example.org")
    write(page, "Choose a password", PASSWORD)
    press(page, "Send me a code")
    write(page, "Code from the e-mail", code_in(mails()[-1]))
    press(page, "Continue")


@pytest.mark.parametrize(("javascript", "keys"), WAYS)
def test_a_mother_follows_her_child_from_the_code_to_where_to_go_if_it_does_not_work(page_as: PageAs, javascript, keys):
    world = World()
    _running_plan(world)
    code = invited(world, unlinked_parent(world)).code
    cache.clear()
    page = page_as(None, javascript=javascript, keys=keys)
    seen: dict[str, str] = {}

    def look(name: str) -> None:
        seen[name] = text(page)
        keep_picture(page, f"journey-parent-{name}-{javascript}-{keys}")
        assert fits(page), name
        if javascript:
            no_axe_violations(page)

    _opens_her_account(page, code, world.amara.born_on)
    look("opened")
    press(page, "I have kept them safe")
    look("my child")
    home = page.url

    press(page, "Tell the school about a worry")
    write(page, "What are you worried about?", "She cries on Sunday evenings.")
    choose(page, "Who may read this?", "The school and me")
    press(page, "Send to the school")
    look("worry")

    page.goto(home)
    follow(page, "Amara's plan, what we agreed")
    look("plan")
    follow(page, "Answer The plan itself")
    choose(page, "What is your answer?", "I agree")
    press(page, "Send my answer")
    look("agreed")

    page.goto(home)
    press(page, "Say something")
    choose(page, "What is it about?", "What helps")
    write(page, "What do you want to say?", "Reading to the cat helps.")
    choose(page, "Who may read this?", "Also the rest of the family who can see this record")
    press(page, "Send")
    look("words")

    page.goto(home)
    look("my child again")
    follow(page, "What Amara is promised and gets")
    look("promised and given")
    follow(page, "Small-group reading")
    look("every session")
    page.goto(home)
    follow(page, "Earlier weeks: what was promised, and what was given")
    assert heading(page) == "What Amara is promised and gets"
    page.goto(home)
    follow(page, "Amara's plan, what we agreed")
    follow(page, "See what was given of this help, week by week")
    assert heading(page) == "What Amara is promised and gets"
    page.goto(home)
    follow(page, "Who has looked")
    look("who has looked")
    page.goto(home)
    follow(page, "If this is not working")
    look("not working")

    assert "Print these recovery codes" in seen["opened"]
    assert "Week 2 of 12" in seen["my child"]
    assert "Review meeting, Friday 5 February" in seen["my child"]
    assert "Small-group reading: 1 of 2 done" in seen["my child"]
    assert "She cries on Sunday evenings." in seen["worry"]
    assert "The school says you will hear by Friday 27 November 2026" in seen["worry"]
    assert "The plan itself: not answered yet" in seen["plan"]
    assert "The plan itself: Agreed, 20 November 2026" in seen["agreed"]
    assert "Reading to the cat helps." in seen["words"]
    assert "You raised a worry" in seen["my child again"]
    assert "You agreed the plan" in seen["my child again"]
    assert "20 of 60 minutes" in seen["promised and given"]
    assert "Wednesday 18 November 2026: Done" in seen["every session"]
    assert "the plan" in seen["who has looked"]
    assert heading(page) == "If this is not working"
    assert "Talk with the school" in seen["not working"]
    with seen_by(viewer_of(world.staff("senco"))):
        kept = (
            [(one.words, one.state, one.voice) for one in Concern.objects.all()],
            [(one.purpose, one.answer, one.party_name) for one in Agreement.objects.all()],
        )
    assert kept == (
        [("She cries on Sunday evenings.", "raised", "parent")],
        [("plan", "agreed", "Ada Bello")],
    )
    with inside(world.school):
        assert [one.words for one in Contribution.objects.all()] == ["Reading to the cat helps."]
