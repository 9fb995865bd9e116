"""What the school owes a family: the law apart from guidance, in plain words, with its words explained."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

from goldenthread.sen_support.actions.plans import tell_parents
from goldenthread.sen_support.models import Cycle
from tests.factories.sen_support import a_running_cycle, senco_of
from tests.factories.world import TODAY, World, inside, seen_by, signed_in

from .test_family_home import links_on

pytestmark = pytest.mark.django_db(transaction=True)


def owed_on(page: str) -> dict[str, list[str]]:
    """What the plan page says is owed, under its heading, as lines of words."""
    part = page.split('id="owed"')[1].split("<h2")[0]
    heads = re.split(r"<h3[^>]*>(.*?)</h3>", part, flags=re.DOTALL)
    lists = zip(heads[1::2], heads[2::2], strict=True)
    return {
        head: [
            " ".join(unescape(re.sub("<[^>]+>", " ", line)).split())
            for line in re.findall(r"<li>(.*?)</li>", html, re.S)
        ]
        for head, html in lists
    }


def test_a_parent_reads_what_is_law_apart_from_what_is_guidance_with_day_owner_and_source():
    world = World()
    senco = senco_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    with seen_by(senco):
        tell_parents(by=senco, cycle=cycle.pk, told_on=TODAY, who="Ada Bello", how="meeting", why="Reading is hard")
    address = reverse("my_agreed_plan", args=[world.amara.pk, cycle.pk])

    page = signed_in(world.ada, "parent").get(address).content.decode()

    assert owed_on(page) == {
        "The law: the school must": [
            "Tell you that Amara gets extra help, and why . Done on 20 November 2026. Who sees to it: SENCO (SENCO). "
            "Where it is written: Children and Families Act 2014 s.68",
            "Send you a written report every year on how Amara is doing . Still to come. No written report is noted here "
            "yet. By 20 November 2027. Who sees to it: SENCO (SENCO). "
            "Where it is written: Pupil Information Regulations 2005 annual report to parents",
        ],
        "Guidance: the school should": [
            "Look with you at how well the help works, by the day agreed in the plan . Still to come. By 12 February 2027. "
            "Who sees to it: SENCO. Where it is written: SEND Code of Practice 2015 para 6.53-6.56",
            "Meet you at least three times in any year . Still to come. 0 of 3 meetings in the last twelve months. "
            "Who sees to it: SENCO (SENCO). Where it is written: SEND Code of Practice 2015 para 6.65",
        ],
    }


def test_a_family_finds_each_word_of_the_field_explained_and_the_way_to_what_is_owed():
    world = World()
    cycle, _target, _dose = a_running_cycle(senco_of(world), world.amara)
    browser, address = signed_in(world.ada, "parent"), reverse("my_child_page", args=[world.amara.pk])

    page = browser.get(address).content.decode()
    links = links_on(browser, address)

    explained = dict(re.findall(r'<details class="gt-term"><summary>(.*?)</summary><span[^>]*>(.*?) <a', page))
    assert sorted(explained) == ["SEN Support", "SENCO", "review"]
    assert explained["SENCO"] == "The teacher who leads the help for children with SEN in a school or nursery."
    owed = reverse("my_agreed_plan", args=[world.amara.pk, cycle.pk]) + "#owed"
    assert links["What the school owes you, and by when"] == owed


def test_a_closed_plan_no_longer_says_what_is_owed():
    world = World()
    cycle, _target, _dose = a_running_cycle(senco_of(world), world.amara)
    with inside(world.school):
        Cycle.objects.filter(pk=cycle.pk).update(state="closed", closed_on=TODAY, outcome="end", reason="All met")
    address = reverse("my_agreed_plan", args=[world.amara.pk, cycle.pk])

    page = signed_in(world.ada, "parent").get(address).content.decode()

    assert "What the school owes you" not in page
