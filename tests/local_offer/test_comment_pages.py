"""Comments as an officer works on them in the browser, and as everybody reads them."""

from __future__ import annotations

import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.local_offer.models import (
    Comment,
    CommentResponse,
    CommentRound,
    PublishedComment,
    PublishedResponse,
    PublishedRound,
)
from tests.factories.comments import SAFE, answered, make_comment, officers, published, redacted
from tests.factories.local_offer import make_offer
from tests.factories.world import TODAY, World, inside, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    return World()


def browsers(world):
    _first, second = officers(world)
    accounts = (world.staff("authority_officer"), type(world.staff("authority_officer")).objects.get(pk=second.person))
    return tuple(signed_in(account) for account in accounts)


def post(browser, name, comment, **said):
    return browser.post(reverse(name, args=[comment.pk]), said)


def test_two_officers_take_a_comment_from_its_arrival_to_its_answer(world):
    one, two = browsers(world)
    comment = make_comment(world.area)

    post(one, "triage_comment", comment, about="missing", theme="leisure")
    post(one, "redact_comment", comment, text="Mrs Lane said it is full.")
    stopped = two.get(reverse("handle_comment", args=[comment.pk])).content.decode()
    refused = post(two, "publish_comment", comment)
    post(one, "confirm_words", comment, find_0="She speaks for the council, in public")
    own = post(one, "publish_comment", comment)
    post(two, "publish_comment", comment)
    one.post(
        reverse("new_comment_response"),
        {"text": "We will ask.", "action": "Ask the pool.", "owner": "Leisure team", "status": "planned",
         "due_on-day": "1", "due_on-month": "3", "due_on-year": "2027", "nobody_named": "on"},
    )  # fmt: skip
    with inside(world.area):
        response = CommentResponse.objects.get()
    post(one, "answer_comment", comment, response=str(response.pk))

    assert ("Mrs Lane</strong>: A name with a title" in stopped, "Sign off and publish" in stopped) == (True, False)
    assert (refused.status_code, own.status_code) == (409, 409)
    page = Client().get(reverse("you_said")).content.decode()
    assert [
        word in page for word in ("Mrs Lane said it is full.", "We will ask.", "Ask the pool.", "Leisure team")
    ] == [True] * 4


def test_the_words_as_they_came_stand_beside_what_is_published(world):
    one, _two = browsers(world)
    comment = make_comment(world.area, "Our Kestrel cannot swim.")
    post(one, "triage_comment", comment, about="missing", theme="leisure")
    post(one, "redact_comment", comment, text="Our child cannot swim.")

    page = one.get(reverse("handle_comment", args=[comment.pk])).content.decode()

    assert ("Our Kestrel cannot swim." in page, "Our child cannot swim." in page) == (True, True)
    assert "a second person has to sign it off" in page


def test_a_find_without_any_reason_is_asked_again(world):
    one, _two = browsers(world)
    comment = make_comment(world.area)
    redacted(viewer_of(world.staff("authority_officer")), comment, "Mrs Lane said it is full.")

    page = post(one, "confirm_words", comment).content.decode()

    assert "govuk-error-summary" in page


def test_withholding_names_the_two_reasons_and_the_way_to_complain(world):
    one, _two = browsers(world)
    comment = make_comment(world.area)

    page = one.get(reverse("withhold_comment", args=[comment.pk])).content.decode()
    post(one, "withhold_comment", comment, withheld_reason="vexatious", reason="Only insults")
    after = one.get(reverse("handle_comment", args=[comment.pk])).content.decode()

    assert page.count('type="radio"') == 2
    assert ("complaint" in page, "It is vexatious" in after, "mediation" in after) == (True, True, True)


@pytest.mark.parametrize(
    ("status", "more", "wrong"),
    [
        ("planned", {}, "Say by when"), ("doing", {}, "Say by when"), ("done", {}, "govuk-error-summary"),
        ("not_doing", {}, "govuk-error-summary"),
        ("done", {"done_on-day": "1", "done_on-month": "1", "done_on-year": "2099"}, "govuk-error-summary"),
    ],
)  # fmt: skip
def test_a_response_says_by_when_or_when_or_why_not(world, status, more, wrong):
    one, _two = browsers(world)
    said = {"text": "Yes.", "action": "Do it.", "owner": "Team", "status": status, "nobody_named": "on"} | more

    page = one.post(reverse("new_comment_response"), said)

    assert (page.status_code, wrong in page.content.decode()) == (200, True)


def test_the_round_is_published_from_its_page_with_its_date_and_citation(world):
    first, second = officers(world)
    comment = make_comment(world.area)
    published(first, second, comment)
    answered(first, comment)
    officer = signed_in(world.staff("authority_officer"))

    page = officer.get(reverse("present_comment_round")).content.decode()
    officer.post(reverse("close_comment_round"))

    assert ("20 November 2027" in page, "reg 56" in page) == (True, True)
    copy = PublishedRound.objects.get()
    assert copy.closed_on == TODAY
    anybody = Client()
    shown = anybody.get(reverse("comment_round", args=[copy.pk])).content.decode()
    pdf = anybody.get(reverse("comment_round_pdf", args=[copy.pk]))
    assert SAFE in shown
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")


def test_looking_before_any_comment_came_opens_no_round(world):
    make_offer(world.area)
    officer = signed_in(world.staff("authority_officer"))

    pages = [officer.get(reverse(name)).content.decode() for name in ("offer_comments", "present_comment_round")]

    assert ["No comment has come yet" in page for page in pages] == [True, True]
    with inside(world.area):
        assert CommentRound.objects.count() == 0


def test_the_list_begins_with_what_waits_for_somebody(world):
    first, second = officers(world)
    ended, waiting = make_comment(world.area, "Ended"), make_comment(world.area, "Waiting")
    published(first, second, ended)
    answered(first, ended)
    officer = signed_in(world.staff("authority_officer"))

    shown = {
        state: officer.get(reverse("offer_comments"), {"state": state}).content.decode()
        for state in ("", "all", "answered")
    }

    listed = {
        state: {one.reference for one in (ended, waiting) if one.reference in page} for state, page in shown.items()
    }
    assert listed == {
        "": {waiting.reference}, "all": {ended.reference, waiting.reference}, "answered": {ended.reference},
    }  # fmt: skip
    assert "Waiting for somebody (1)" in shown[""]


@pytest.fixture
def heard(world):
    """Two comments of this year in two themes under one answer, and one without."""
    first, second = officers(world)
    texts = {"leisure": "No swimming here.", "travel": "No bus to swimming.", "health": "=We wait for speech therapy."}
    made = {theme: make_comment(world.area, section=theme) for theme in texts}
    for theme, comment in made.items():
        published(first, second, comment, texts[theme], theme)
    answered(first, made["leisure"], made["travel"])
    return made


def test_what_was_said_is_grouped_by_theme_with_its_answer_and_counted(heard, client):
    page = client.get(reverse("you_said")).content.decode()

    headings = [page.index(f">{name}</h2>") for name in ("Health", "Travel", "Things to do")]
    assert headings == sorted(headings)
    assert page.count("You are right: there was nothing.") == 2
    assert page.count("We are working on our answer.") == 1
    assert [text in page for text in ("3 comments received", "3 published", "0 withheld", "0 actions done")] == [
        True
    ] * 4


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("?theme=travel", ["No bus to swimming."]),
        ("?year=2026&theme=leisure", ["No swimming here."]),
        ("?year=2020&theme=leisure", ["No swimming here."]),
        ("?year=x&theme=nowhere", ["No swimming here.", "No bus to swimming.", "=We wait for speech therapy."]),
        ("?theme=money", []),
    ],
)
def test_filters_stand_in_the_address_and_nonsense_is_passed_over(heard, client, query, texts):
    page = client.get(reverse("you_said") + query).content.decode()

    every = ["No swimming here.", "No bus to swimming.", "=We wait for speech therapy."]
    assert [text for text in every if text in page] == texts


def test_the_list_for_a_spreadsheet_says_the_same_and_obeys_nothing(heard, client):
    answer = client.get(reverse("you_said_csv") + "?theme=health")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[1:] == [["2026", "Health", "Something that is missing", "A parent or carer",
                         "'=We wait for speech therapy.", "", "", "", "", "", ""]]  # fmt: skip


def test_a_page_of_many_comments_asks_the_database_no_more_than_one_of_few(heard, client, world):
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("you_said"))
    with inside(world.area):
        PublishedComment.objects.bulk_create(
            PublishedComment(id=make_comment(world.area).pk, authority=world.area, about="missing", speaker="young",
                             theme="leisure", text="More.", year=2026, response=PublishedResponse.objects.first())
            for _ in range(5)
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("you_said"))

    assert len(many) == len(few)


def test_what_one_authority_published_is_not_on_the_page_of_another(heard, world, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_offer(world.other_area, hosts=["northmere.example.org"])

    page = Client().get(reverse("you_said"), headers={"host": "northmere.example.org"}).content.decode()

    assert ("No swimming here." in page, "0 comments received" in page) == (False, True)
    with inside(world.other_area):
        assert Comment.objects.count() == 0
