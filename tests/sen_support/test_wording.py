"""Pages speak to whoever reads them: "you" to a young person about themselves, a name to a parent."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.factories.sen_support import a_running_cycle, a_worry, senco_of, some_words
from tests.factories.world import (
    World,
    make_account,
    make_child,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)


class Vales:
    """Jordan, past the day on which rights pass, with two parents, and something said by each."""

    def __init__(self) -> None:
        world = World()
        self.child = make_child(world.school, "Jordan Vale", date(2010, 3, 2), year_group="11")
        self.own = make_young_person(self.child, world.school)
        self.mother = make_account("Mo Vale")
        make_parent(self.child, world.school, "Mo Vale", self.mother)
        self.senco = senco_of(world)
        self.cycle, _target, _dose = a_running_cycle(self.senco, self.child)
        young = viewer_of(self.own, "young_person")
        some_words(young, self.child, "Quiet rooms help.")
        some_words(young, self.child, "Bikes are great.", audience="everyone")
        some_words(viewer_of(self.mother), self.child, "Her nights are short.")
        some_words(
            self.senco, self.child, "Jordan left the room twice.", voice="child", said_by="Jordan", how="observed",
            audience="everyone",
        )  # fmt: skip


def said_on(page: str) -> list[tuple[str, str]]:
    """Each quotation on the page with the line below it."""
    found = re.findall(r'gt-thread__words">(.*?)</blockquote>\s*<p class="govuk-body-s">(.*?)</p>', page, re.S)
    return sorted((words, " ".join(line.split())) for words, line in found)


def headings(page: str) -> list[str]:
    return re.findall(r"<h[12][^>]*>(.*?)</h[12]>", page)


def test_each_reader_is_told_who_said_it_and_who_may_read_it_in_their_own_terms():
    vales = Vales()
    address = reverse("my_words", args=[vales.child.pk])

    young = signed_in(vales.own, "young_person").get(address).content.decode()
    mother = signed_in(vales.mother, "parent").get(address).content.decode()

    assert said_on(young) == [
        (
            "Bikes are great.",
            "You wrote this on 20 November 2026. The school and you can read it. "
            "So can the parents or carers who may see your record.",
        ),
        (
            "Jordan left the room twice.",
            "Somebody who knows you well saw this on 20 November 2026. The school and you can read it. "
            "So can the parents or carers who may see your record.",
        ),
        (
            "Quiet rooms help.",
            "You wrote this on 20 November 2026. The school and you can read it. Your parents and carers cannot.",
        ),
    ]
    everyone = "The school can read it. So can you, and the rest of Jordan&#x27;s family who may see this record."
    assert said_on(mother) == [
        ("Bikes are great.", f"Jordan Vale wrote this on 20 November 2026. {everyone}"),
        (
            "Her nights are short.",
            "You wrote this on 20 November 2026. The school and you can read it. "
            "The rest of Jordan&#x27;s family cannot.",
        ),
        (
            "Jordan left the room twice.",
            f"Jordan: seen by somebody who knows them well, 20 November 2026. {everyone}",
        ),
    ]
    assert ("You" in headings(young), "Jordan" in headings(mother)) == (True, True)
    assert "You and Jordan&#x27;s other parents or carers" in headings(mother)


def test_no_page_of_a_young_person_speaks_of_them_as_somebody_else():
    vales = Vales()
    with seen_by(viewer_of(vales.own, "young_person")):
        worry = a_worry(viewer_of(vales.own, "young_person"), vales.child, "I cannot hear in the hall.")
    child = [vales.child.pk]
    pages = {
        name: signed_in(vales.own, "young_person").get(reverse(name, args=args), follow=True)
        for name, args in [
            ("my_plan", []), ("my_next", []), ("my_promises", []), ("my_changes", []), ("my_child_page", child),
            ("my_thread", child), ("my_words", child), ("my_agreed", child), ("my_reviews", child),
            ("my_worries", child), ("my_worry", [*child, worry.pk]), ("if_not_working", child),
            ("who_has_looked", child), ("my_letters", child), ("my_messages", child), ("child_rights", child),
        ]
    }  # fmt: skip

    spoken_of = {
        name: re.findall(
            r"[^.<>]*(?:the child|young person|your child|Jordan's|Jordan&#x27;s)[^.<>]*", main(page), re.I
        )
        for name, page in pages.items()
    }

    assert {page.status_code for page in pages.values()} == {200}
    assert {name: found for name, found in spoken_of.items() if found} == {}
    assert "You raised this on" in main(pages["my_worry"])
    assert "Say what you find hard" in main(pages["if_not_working"])


def main(response) -> str:
    """What stands between the frame of the page."""
    page = response.content.decode()
    return page[page.index("<main") : page.index("</main>")]
