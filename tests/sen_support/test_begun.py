"""Every long form of the room, kept half typed, is found again and leads back to the page where it was begun."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse

from tests.factories.world import signed_in
from tests.sen_support.test_pages import Case

pytestmark = pytest.mark.django_db(transaction=True)


def _begun_and_found(browser, pages: list[str]) -> tuple[list[str], list[str]]:
    """Of these pages those with a long form, and where the list of what was begun leads afterwards."""
    begun = []
    for address in pages:
        mark = re.search(r'name="draft_mark" value="([^"]+)"', browser.get(address).content.decode())
        if mark:
            browser.post("/drafts/save/", {"draft_mark": mark[1], "words": "half a thought of mine"})
            begun.append(address)
    listed = browser.get("/drafts/").content.decode()
    links = re.findall(r'href="([^"]+)"', listed[listed.index("<main") : listed.index("</main>")])
    return sorted(begun), sorted(html.unescape(link) for link in links)


def test_what_a_family_began_leads_back():
    case = Case()
    about = {"child": case.child.pk}
    answers = reverse("answer_my_plan", kwargs=about | {"cycle": case.cycle.pk})
    pages = [
        *case.family_pages(),
        *(f"{answers}?purpose={one}" for one in ("plan", "share_with_adviser", "contact_health")),
    ]
    pages.remove(answers)

    begun, found = _begun_and_found(signed_in(case.world.ada), pages)

    assert found == begun
    assert len(begun) == 7


def test_what_the_senco_began_leads_back():
    case = Case()

    help_of = reverse("add_dose", args=[case.target.pk])
    pages = [*case.staff_pages(), f"{help_of}?kind=training", f"{help_of}?kind=equipment"]

    begun, found = _begun_and_found(signed_in(case.world.staff("senco")), pages)

    assert found == begun
    assert len(begun) > 15
