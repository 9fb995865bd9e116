"""A SENCO brings her school in and leads one child from a worry to the third review, in a real browser."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from goldenthread.children.models import Child
from goldenthread.organisations.models import Term
from goldenthread.sen_support.actions.cycles import Running
from goldenthread.sen_support.models import Cycle, Review
from tests.factories.files import a_class, a_contact, a_pupil, a_teacher, csv_file
from tests.factories.world import TODAY, World, inside

from .browser import DESK, WAYS, PageAs, keep_picture, no_axe_violations
from .hands import check, choose, fill, follow, give_day, go, heading, pick, press, text, use, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

STARTS, FIRST_REVIEW = date(2026, 11, 23), date(2026, 12, 18)
SECOND_REVIEW, THIRD_REVIEW, FOURTH_REVIEW = date(2027, 2, 5), date(2027, 3, 19), date(2027, 5, 28)


def _bring(page: Page, kind: str, rows: list[dict[str, str]]) -> str:
    """Give one file, look at what it would do, take it. Answers what the page said before."""
    page.goto("/import/")
    follow(page, kind)
    file = {"name": "file.csv", "mimeType": "text/csv", "buffer": csv_file(FILES[kind], rows)}
    page.get_by_label("Choose the file you filled in").set_input_files(file)
    press(page, "See what it would do")
    would = text(page)
    press(page, "Take the whole file")
    assert "Taken" in text(page), kind
    return would


FILES = {"Staff": "staff", "Classes": "classes", "Pupils": "pupils", "Family contacts": "contacts"}


def _brings_the_school_in(page: Page) -> list[str]:
    nia = a_pupil(300, given_name="Nia", family_name="Okafor", **{"class": "4B"})
    known = {"sen_status": "K", "sen_status_from": "05/01/2026", "primary_need": "SLCN"}
    pupils = [a_pupil(number, **(known if number <= 6 else {})) for number in range(1, 300)] + [nia]
    would = [
        _bring(page, "Staff", [a_teacher(number) for number in range(1, 13)]),
        _bring(page, "Classes", [a_class("4B")]),
        _bring(page, "Pupils", pupils),
        _bring(page, "Family contacts", [a_contact(number, pupil) for number, pupil in enumerate(pupils, start=1)]),
    ]
    keep_picture(page, "journey-senco-brought-in")
    return would


def _hears_and_decides_a_worry(page: Page) -> None:
    go(page, "Find a child")
    write(page, "Name", "okafour")
    press(page, "Find")
    use(page.get_by_role("link", name="Okafor").first)
    follow(page, "Worries")
    press(page, "Raise a worry")
    write(page, "What are you worried about?", "She cannot follow what the class is told.")
    choose(page, "Whose worry is this?", "A parent's or carer's, who told me or wrote it on paper")
    write(page, "Name of the parent or carer", "Ada Okafor")
    press(page, "Send to the SENCO")
    use(page.locator("main table").get_by_role("link").first)
    press(page, "Take it on")
    press(page, "Decide")
    choose(page, "What is decided?", "SEN Support begins")
    write(page, "Why?", "She needs more than the class can give.")
    press(page, "Record the decision")


def _assesses(page: Page) -> None:
    press(page, "Go to the assessment")
    for name, unit in (("Instructions followed", "of ten"), ("Words asked for", "a day")):
        follow(page, "Measure something new")
        write(page, "What is measured?", name)
        write(page, "In what unit?", unit)
        choose(page, "Which way is better?", "More is better")
        press(page, "Add the measure")
        write(page, "The figure", "3")
        press(page, "Add the figure")
    press(page, "Write what it shows")
    write(page, "What the assessment shows", "She follows one step, not yet three.")
    press(page, "Save")
    press(page, "Go on to the plan")


def _writes_a_target(page: Page, words: str, measure: str, help_: dict[str, str]) -> None:
    """A target with its measure, and one dose of help toward it."""
    press(page, "Add a target")
    write(page, "What will the child be able to do?", words)
    pick(page, "How will it be measured?", measure)
    write(page, "Where does it start?", "3")
    give_day(page, "Measured on which day?", TODAY)
    write(page, "What figure is aimed at?", "8")
    give_day(page, "By when?", FIRST_REVIEW)
    pick(page, "Who sees to it?", "SENCO")
    press(page, "Add the target")
    follow(page, "Timed support")
    for label, value in help_.items():
        write(page, label, value)
    pick(page, "In what time", "a week")
    give_day(page, "First day", STARTS)
    give_day(page, "Last day", FIRST_REVIEW)
    press(page, "Add this help")


PICTURES = {
    "What is given": "Picture instructions", "Who gives it": "Mr Lane", "What that person knows": "Trained by speech therapy",
    "How long each time": "10", "How many times": "5", "How many children together": "1", "Where": "In class",
}  # fmt: skip
TALKING = {
    "What is given": "Talking group", "Who gives it": "Ms Khan", "What that person knows": "Trained in talking groups",
    "How long each time": "20", "How many times": "2", "How many children together": "4", "Where": "Willow room",
}  # fmt: skip


def _starts(page: Page) -> None:
    follow(page, "Note that the parents were told")
    write(page, "Who was told?", "Ada Okafor")
    choose(page, "How?", "In a meeting")
    write(page, "What were they told", "Nia needs help to follow what is said.")
    press(page, "Save")
    press(page, "Start the plan")
    give_day(page, "First day", STARTS)
    write(page, "For how many school weeks?", "4")
    give_day(page, "Review agreed for", FIRST_REVIEW)
    press(page, "Start the plan")


def _holds_the_first_review(page: Page, child: Child) -> None:
    """The meeting's whole form: one target half way with its help kept, one not yet with its help made longer."""
    page.goto(f"/children/{child.pk}/plan/")
    press(page, "Go to the review")
    press(page, "Hold the review")
    for place, (result, figure) in enumerate((("Partly met", "5"), ("Not yet", "3"))):
        stands = page.get_by_role("group", name="How does it stand?").nth(place)
        check(stands.get_by_label(result, exact=True))
        fill(page.get_by_label("The figure today").nth(place), figure)
        fill(page.get_by_label("What showed it?").nth(place), "Counted in three lessons")
    check(page.get_by_role("group", name="Keep, change or stop?").nth(1).get_by_label("Change", exact=True))
    fill(page.get_by_label("minutes each time").nth(1), "30")
    write(page, "The child's words (optional)", "I like the pictures.")
    choose(page, "What is decided?", "Go on, with changes")
    write(page, "Why?", "The pictures work. The talking group is too short.")
    give_day(page, "Next cycle: first day", date(2027, 1, 5))
    write(page, "Next cycle: school weeks", "5")
    give_day(page, "Next cycle: review agreed for", SECOND_REVIEW)
    press(page, "Show it from the choices so far")
    keep_picture(page, "journey-senco-review")
    assert "Talking group, changed: 30 minutes" in text(page)
    press(page, "Write the review down")


def _holds_a_later_review(page: Page, child: Child, following: Running) -> None:
    """Both targets half way, both helps kept; the next cycle is started."""
    page.goto(f"/children/{child.pk}/plan/")
    press(page, "Go to the review")
    press(page, "Hold the review")
    for place in range(2):
        check(page.get_by_role("group", name="How does it stand?").nth(place).get_by_label("Partly met", exact=True))
        fill(page.get_by_label("The figure today").nth(place), "6")
        fill(page.get_by_label("What showed it?").nth(place), "Counted in three lessons")
        check(page.get_by_role("group", name="Keep, change or stop?").nth(place).get_by_label("Keep", exact=True))
    choose(page, "What is decided?", "Go on as it is")
    write(page, "Why?", "It works and she is not there yet.")
    give_day(page, "Next cycle: first day", following.starts_on)
    write(page, "Next cycle: school weeks", str(following.weeks))
    give_day(page, "Next cycle: review agreed for", following.review_on)
    press(page, "Write the review down")
    page.goto(f"/children/{child.pk}/plan/")
    press(page, "Start the plan")
    press(page, "Start the plan")


def _year(world: World) -> None:
    """The school year's other terms."""
    for name, first, last in (
        ("Spring", date(2027, 1, 5), date(2027, 3, 25)),
        ("Summer", date(2027, 4, 12), date(2027, 7, 21)),
    ):
        Term.objects.create(organisation=world.school, name=name, starts_on=first, ends_on=last)


@pytest.mark.parametrize(("javascript", "keys"), [*WAYS[:2], pytest.param(*WAYS[2], marks=pytest.mark.full)])
def test_a_senco_brings_300_pupils_in_and_leads_one_to_the_third_review(
    page_as: PageAs, settings: Any, javascript, keys
):
    world = World()
    _year(world)
    page = page_as(world.staff("senco"), "senco", width=DESK, javascript=javascript, keys=keys)

    would = _brings_the_school_in(page)
    go(page, "SEN register")
    register = text(page)
    _hears_and_decides_a_worry(page)
    with inside(world.school):
        nia = Child.objects.get(family_name="Okafor")
    _assesses(page)
    _writes_a_target(page, "Follow three steps", "Instructions followed (of ten)", PICTURES)
    _writes_a_target(page, "Ask when a word is new", "Words asked for (a day)", TALKING)
    _starts(page)
    started = text(page)
    keep_picture(page, "journey-senco-plan")
    if javascript:
        no_axe_violations(page)

    settings.STATED_TODAY = FIRST_REVIEW
    _holds_the_first_review(page, nia)
    page.goto(f"/children/{nia.pk}/plan/")
    carried = text(page)
    press(page, "Start the plan")
    press(page, "Start the plan")
    settings.STATED_TODAY = SECOND_REVIEW
    _holds_a_later_review(page, nia, Running(date(2027, 2, 8), 6, THIRD_REVIEW))
    settings.STATED_TODAY = THIRD_REVIEW
    _holds_a_later_review(page, nia, Running(date(2027, 4, 12), 6, FOURTH_REVIEW))
    settings.STATED_TODAY = THIRD_REVIEW + timedelta(days=28)
    page.goto("/register/")
    row = " ".join(page.get_by_role("row", name="Okafor, Nia").inner_text().split())
    keep_picture(page, "journey-senco-register")

    assert ["12 new" in would[0], "1 new" in would[1], "300 new" in would[2], "300 new" in would[3]] == [True] * 4
    assert "6 children" in register
    assert "Picture instructions" in started
    assert "Cycle 2" in carried
    assert "Talking group, 30 minutes" in carried
    assert "Started at 5" in carried
    assert "Do, week 1 of 6" in row
    assert "Review 28 May" in row
    assert heading(page) == "SEN register"
    with inside(world.school):
        reviews = list(Review.objects.order_by("held_on").values_list("state", "held_on"))
        cycles = list(Cycle.objects.filter(child=nia).order_by("number").values_list("number", "state"))
    assert reviews == [
        ("held", FIRST_REVIEW), ("held", SECOND_REVIEW), ("held", THIRD_REVIEW), ("planned", None),
    ]  # fmt: skip
    assert cycles == [(1, "closed"), (2, "closed"), (3, "closed"), (4, "do")]
