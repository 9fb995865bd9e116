"""The accessibility statement: which gaps it names, and what becomes of one that is mended."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.local_offer.sections.models import (
    AccessGap,
)
from tests.factories.world import inside

from .typed import gap

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_statement_names_standard_level_gaps_with_days_other_ways_and_who_enforces(world, office):
    before = Client().get(reverse("offer_accessibility")).content.decode()
    office.post(
        reverse("office_accessibility"),
        {
            "tested_on-day": "12",
            "tested_on-month": "10",
            "tested_on-year": "2026",
            "tested_how": "By four people.",
            "answer_days": "10",
        },
    )
    office.post(reverse("new_office_gap"), gap())

    shown = Client().get(reverse("offer_accessibility")).content.decode()

    assert "We have not written down yet how well we meet it." in before
    wanted = (
        "version 2.2, level AA", "We meet it in part.", "Three PDF files", "31 March 2027", "We answer within 10 days.",
        "Equality and Human Rights Commission", "equalityadvisoryservice.com", "By four people.", "12 October 2026",
        reverse("offer_another_way"),
    )  # fmt: skip
    assert [words for words in wanted if words not in shown] == []


def test_a_gap_that_is_mended_is_said_to_be_mended(world, office):
    office.post(reverse("new_office_gap"), gap())
    with inside(world.area):
        key = AccessGap.objects.get().pk
    office.post(reverse("office_gap", args=[key]), gap(mended_on=(1, 11, 2026)))

    shown = Client().get(reverse("offer_accessibility")).content.decode()

    assert ("What does not work yet" in shown, "What we have mended" in shown) == (False, True)
