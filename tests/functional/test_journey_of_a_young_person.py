"""A young person reads their own plan, says what comes next, and decides who else may see: phone, with and without scripts."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.people.models import ParentAccessDecision
from tests.factories.sen_support import a_running_cycle, senco_of, some_words
from tests.factories.world import (
    World,
    inside,
    make_account,
    make_child,
    make_parent,
    make_young_person,
    set_status,
    signed_in,
    viewer_of,
)

from .browser import WAYS, PageAs, fits, keep_picture, no_axe_violations
from .hands import choose, follow, press, text, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.mark.parametrize(("javascript", "keys"), WAYS)
def test_a_young_person_reads_says_and_decides(page_as: PageAs, javascript, keys):
    world = World()
    jordan = make_child(world.school, "Jordan Vale", date(2010, 8, 31), year_group="11")
    set_status(jordan, world.school, "K", date(2025, 9, 8))
    pat = make_account("Pat Vale")
    make_parent(jordan, world.school, "Pat Vale", pat)
    account = make_young_person(jordan, world.school)
    a_running_cycle(senco_of(world), jordan)
    some_words(viewer_of(account, "young_person"), jordan, "Quiet rooms help me.", question="helps")
    parents = signed_in(pat, "parent")
    before = parents.get(f"/my-child/{jordan.pk}/").status_code
    page = page_as(account, "young_person", javascript=javascript, keys=keys)
    seen: dict[str, str] = {}

    def look(name: str) -> None:
        seen[name] = text(page)
        keep_picture(page, f"journey-young-{name}-{javascript}-{keys}")
        assert fits(page), name
        if javascript:
            no_axe_violations(page)

    page.goto("/")
    look("my plan")
    follow(page, "What people agreed to do")
    look("agreed")
    page.goto("/my-plan/")
    follow(page, "What I want to happen next")
    press(page, "Say what I want")
    write(page, "What do you want to say?", "I want to build bikes.")
    press(page, "Send")
    page.goto("/my-plan/next/")
    look("next")
    page.goto("/my-plan/")
    follow(page, "Who in my family may see this")
    look("who may see")
    press(page, "Decide Pat Vale")
    choose(page, "What may this person do?", "Not see my record")
    write(page, "Do you want to say why?", "I would rather tell Mum myself.")
    press(page, "Save")
    look("decided")

    words = seen["my plan"]
    assert words.index("Quiet rooms help me.") < words.index("What people agreed to do")
    assert "Small-group reading, 20 minutes, 3 times a week" in seen["agreed"]
    assert "I want to build bikes." in seen["next"]
    assert "Nothing is recorded yet" in seen["who may see"]
    assert "Does not see the record." in seen["decided"]
    with inside(world.school):
        decisions = [(one.basis, one.reason) for one in ParentAccessDecision.objects.all()]
    assert decisions == [("refused", "I would rather tell Mum myself.")]
    assert (before, parents.get(f"/my-child/{jordan.pk}/").status_code) == (200, 404)
