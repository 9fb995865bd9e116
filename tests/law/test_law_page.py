""" "When should I hear?" as a parent opens it: question by question, the answer, and the link to keep."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def parent() -> Client:
    """Somebody who is not signed in and has never been here."""
    return Client()


def opened(parent: Client, address: str):
    """The page that an address leads to in the end, with where it is."""
    answer = parent.get(address, follow=True)
    where = answer.redirect_chain[-1][0] if answer.redirect_chain else address
    return answer, where


def text_of(answer) -> str:
    """What stands on a page, without its marks."""
    main = answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", main)))


def fields_of(answer) -> dict[str, str]:
    """The hidden fields of the page's form: what the next address keeps."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.content.decode())
    return {name: html.unescape(value) for name, value in found}


def say(parent: Client, page, **typed: str):
    """Answer the question on a page, as its form does."""
    address = reverse("law_question")
    typed = {name.replace("_", "-"): value for name, value in typed.items()}
    found = parent.get(address, {**fields_of(page), **typed, "go": "1"}, follow=True)
    return found, found.redirect_chain[-1][0] if found.redirect_chain else ""


def test_a_parent_is_led_from_what_happened_to_the_dates(parent):
    stages, _ = opened(parent, reverse("when_should_i_hear"))
    stage, _ = opened(parent, reverse("when_should_i_hear") + "?about=assessment")
    day, _ = opened(parent, reverse("law_question") + "?event=ehcna.request_received")
    delay, _ = say(parent, day, day_day="21", day_month="11", day_year="2026")
    answer, where = say(parent, delay, answer="no_reason")

    assert "Asking for an EHC needs assessment" in text_of(stages)
    assert "I asked the council for an assessment, or the school did" in text_of(stage)
    assert "When did the council get the request?" in text_of(day)
    assert "Has the council given you a reason for taking longer?" in text_of(delay)
    assert where == reverse("law_answer") + "?event=ehcna.request_received&on=2026-11-21&delay=no_reason"
    told = text_of(answer)
    for expected in (
        "By Saturday 2 January 2027, the council must tell you if it will look into your child's needs",
        "By Saturday 13 March 2027, the council must tell you, with reasons, if it decides not to make a plan.",
        "By Saturday 10 April 2027, the council must send you the final plan, if it makes one.",
        "SEND Regulations 2014 (SI 2014/1530) reg 4(1), 5(1)",
        "Request received Saturday 21 November 2026.",
        "too few educational psychologists or other staff",
        "SENDIASS",
        "Local Government and Social Care Ombudsman",
    ):
        assert expected in told
