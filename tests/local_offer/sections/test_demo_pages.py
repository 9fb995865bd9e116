"""The demo's pages: every public page and every office page has something real to look at."""

from __future__ import annotations

from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.demo.local_offer.pages import load_pages
from goldenthread.demo.stated_date import STATED_DATE
from goldenthread.local_offer.sections import blocks
from goldenthread.local_offer.sections.coverage import rows
from goldenthread.local_offer.sections.models import CopyRequest, PageVersion, PublishedPage, PublishedTranslation
from tests.factories.comments import officers
from tests.factories.world import inside

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def loaded(world):
    officers(world)
    with inside(world.area):
        load_pages(world.area.pk)
    return world


def test_rows_of_every_standing_and_requests_in_every_state_are_there(loaded):
    standings = Counter(row.standing.status for row in rows(loaded.area.pk, STATED_DATE))
    with inside(loaded.area):
        states = set(CopyRequest.objects.values_list("state", flat=True))

    assert set(standings) == {"met", "partly", "not_met"}
    assert states == {"received", "making", "sent"}


def test_every_text_of_the_demo_is_sound(loaded):
    with inside(loaded.area):
        bodies = list(PageVersion.objects.values_list("body", flat=True))
    bodies += PublishedTranslation.objects.values_list("body", flat=True)

    assert [problem for body in bodies for problem in blocks.read(body)[1]] == []


def test_the_demo_opens_with_a_film_a_translation_and_one_that_is_older(loaded):
    opened = {
        (page.slug, one.language): Client()
        .get(reverse("offer_page_in", args=[page.slug, one.language]))
        .content.decode()
        for page in PublishedPage.objects.all()
        for one in page.translations.all()
    }
    film = Client().get(reverse("offer_page", args=["asking-for-an-assessment"])).content.decode()

    older = {where for where, shown in opened.items() if "older than the English page" in shown}
    assert (len(opened), older) == (3, {("short-breaks", "pl")})
    assert "Watch this page in British Sign Language" in film
