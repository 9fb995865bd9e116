"""Pages about what somebody looks for stand above the services, by their title, their sentence and the glossary."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.local_offer.sections.about_words import pages_about
from tests.factories.local_offer import make_service
from tests.factories.offer_pages import make_draft, make_page

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = {
    "short-breaks": ("Short breaks", "Time for a disabled child to do something good."),
    "ehc-plans": ("EHC plans and their yearly review", "What is in a plan."),
    "travel": ("Travel to school and college", "Who can have help with travel."),
    "health": ("Health", "Therapies, mental health, equipment and short breaks at night."),
}


@pytest.fixture
def pages(world, officer):
    for slug, (title, summary) in PAGES.items():
        make_page(officer, slug, title=title, summary=summary)
    make_draft(officer, "draft", title="Short breaks that nobody published", summary="Plumbago")


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("short breaks", ["short-breaks", "health"]),
        ("Short break?", ["short-breaks", "health"]),
        ("EHCP", ["ehc-plans"]),
        ("my child's ehcp review", ["ehc-plans"]),
        ("travel to colleges", ["travel"]),
        ("short breaks in college", []),
        ("help for my child", []),
        ("plumbago", []),
        ("'; DROP TABLE x --", []),
    ],
)
def test_a_page_is_found_when_every_word_says_something_in_it(world, pages, words, slugs):
    assert [page.slug for page in pages_about(world.area.pk, words)] == slugs


def test_pages_of_another_area_are_not_found(world, pages):
    assert pages_about(world.other_area.pk, "short breaks") == []


def test_at_most_three_stand_above_the_services_which_keep_their_order(world, officer, pages):
    for name in ("Short breaks at Plover", "Plover short break club", "A short break"):
        make_service(world.area, name=name)
    before = names_on(read("?q=plover+short"))
    for number in (1, 2, 3):
        make_page(officer, f"breaks-{number}", title=f"Short breaks {number}")

    text = read("?q=short+breaks")
    head, services = text[text.index("Pages about this") :].split("gt-card", 1)

    links = [
        slug for slug in (*PAGES, "breaks-1", "breaks-2", "breaks-3") if reverse("offer_page", args=[slug]) in head
    ]
    assert links == ["breaks-1", "breaks-2", "breaks-3"]
    assert "Pages about this" not in read("?q=plover") + read("") + read("?q=short+breaks&page=2")
    assert len(before) == 2
    assert names_on(read("?q=plover+short")) == before


def read(query: str) -> str:
    return Client().get(reverse("offer_results") + query).content.decode()


def names_on(text: str) -> list[str]:
    """The services in the order in which they stand."""
    return sorted(
        (name for name in ("Short breaks at Plover", "Plover short break club") if name in text), key=text.index
    )
