"""What the demo says to who reads it, once it is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.demo.larkmere.people import DemoPerson
from goldenthread.letters.other_children import OtherChildren
from goldenthread.people.models import Account
from goldenthread.provision.models import Delivery
from goldenthread.sen_support.models import (
    Audience,
    Concern,
    Contribution,
    Cycle,
    DoseEffect,
    ParentsTold,
    TargetOutcome,
)
from goldenthread.sen_support.queries.plans import plan_of
from goldenthread.sen_support.shown import is_stale
from tests.demo.detailed_schools import as_owner, people
from tests.factories.world import seen_by, signed_in, viewer_of

pytestmark = pytest.mark.usefixtures("detailed_schools")

SENCOS = {"Hollow Oak Primary": "osei", "Fairmead Academy": "rahman"}
FAMILIES = ("amara-ada", "kofi-craig", "lena-sonia", "elsie-jodie", "chidi-child")
SCHOOL_OF = {"chidi-child": "Fairmead Academy"}
PLANTED = "Waited until Lena had finished."


def senco_of(school: str) -> Viewer:
    return viewer_of(Account.objects.get(pk=people()[SENCOS[school]].person), "senco")


@pytest.mark.parametrize("school", SENCOS)
def test_no_plan_of_the_demo_says_falsely_that_it_changed_since_it_was_agreed(school: str) -> None:
    senco = senco_of(school)

    with seen_by(senco):
        plans = [plan_of(senco, cycle) for cycle in Cycle.objects.exclude(state="closed")[:60]]
        answered = [(plan, answer) for plan in plans for answer in plan.answers]
        stale = [plan.cycle.child_id for plan, answer in answered if is_stale(plan, answer)]

    assert answered
    assert stale == []


def short_words() -> Iterator[tuple[UUID, str]]:
    """Everything short that staff wrote and a family reads, with the child it is about."""
    for rows, field in (
        (Delivery.objects.exclude(note=""), "note"),
        (Contribution.objects.exclude(audience=Audience.SCHOOL), "words"),
        (Concern.objects.exclude(reason=""), "reason"),
        (Cycle.objects.exclude(reason=""), "reason"),
        (DoseEffect.objects.exclude(effect=""), "effect"),
        (TargetOutcome.objects.all(), "shown_by"),
        (ParentsTold.objects.all(), "why"),
    ):
        yield from rows.values_list("child_id", field)


def named_to_others(senco: Viewer) -> list[tuple[str, str]]:
    """Each text of the school that names a child to another child's family, with the name."""
    words: dict[UUID, set[str]] = {}
    for child, said in short_words():
        words.setdefault(child, set()).add(said)
    found = []
    for child, texts in words.items():
        others = OtherChildren(senco, child)
        found += [(name, text) for text in sorted(texts) for name in others.named_in(text)]
    return found


@pytest.mark.parametrize("school", SENCOS)
def test_no_words_for_a_family_of_the_demo_name_another_child(school: str) -> None:
    senco = senco_of(school)

    with seen_by(senco):
        found = named_to_others(senco)

    assert sorted(set(found)) == []


def family_pages(browser: Client, person: DemoPerson) -> dict[str, str]:
    """The words of every page about their child that a family reaches by links from the first, by address."""
    waiting, read = [reverse("my_child_page", args=[person.child])], {}
    while waiting:
        address = waiting.pop()
        if address in read:
            continue
        answer = browser.get(address)
        html = answer.content.decode() if "html" in answer["Content-Type"] else ""
        main = html.split("<main")[-1].split("</main>")[0]
        read[address] = " ".join(unescape(re.sub("<[^>]+>", " ", main)).split())
        links = (unescape(href).split("#")[0] for href in re.findall(r'href="(/[^"]*)"', main))
        waiting += [href for href in links if str(person.child) in href or href.startswith("/support/")]
    return read


def named_on_pages(slug: str) -> list[tuple[str, str]]:
    """Each page of this visitor's that names another child, with the name. Grown-ups may share a first name with one."""
    person, senco = people()[slug], senco_of(SCHOOL_OF.get(slug, "Hollow Oak Primary"))
    account = Account.objects.get(pk=person.person)
    pages = family_pages(signed_in(account), person)
    with seen_by(senco):
        others = OtherChildren(senco, person.child)
        grown_ups = "|".join(map(re.escape, Account.objects.values_list("name", flat=True)))
        child = Child.objects.get(pk=person.child)
        assert any(child.first_name in words or "My" in words for words in pages.values())
        return [
            (name, address)
            for address, words in pages.items()
            for name in others.named_in(re.sub(grown_ups, " ", words))
        ]


@pytest.mark.parametrize("slug", FAMILIES)
def test_no_page_of_a_family_of_the_demo_names_another_child(slug: str) -> None:
    assert sorted(set(named_on_pages(slug))) == []


def test_a_note_that_names_another_child_is_found_on_the_page_and_in_the_words() -> None:
    amara = people()["amara-ada"].child
    with as_owner():
        note = Delivery.objects.filter(child_id=amara, note="").order_by("-on").values_list("pk", flat=True)[0]
        Delivery.objects.filter(pk=note).update(note=PLANTED)
    try:
        senco = senco_of("Hollow Oak Primary")
        with seen_by(senco):
            in_words = named_to_others(senco)
        on_pages = {name for name, _address in named_on_pages("amara-ada")}
    finally:
        with as_owner():
            Delivery.objects.filter(pk=note).update(note="")

    assert (in_words, on_pages) == ([("Lena", PLANTED)], {"Lena"})
