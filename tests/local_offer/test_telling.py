"""Tell us about the Local Offer: a comment sent by somebody without an account, and everything that can go wrong."""

from __future__ import annotations

import pytest
from allauth.core.internal import ratelimit
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from goldenthread.local_offer.models import Comment, PublishedCount
from tests.factories.local_offer import make_offer
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "There is nothing about swimming for children in wheelchairs."
ANSWERS = {
    "tell_offer": {"about": "missing"}, "tell_offer_speaker": {"speaker": "parent"}, "tell_offer_words": {"words": WORDS},
    "tell_offer_area": {"section": "leisure"}, "tell_offer_contact": {"contact": "sam@example.org"},
}  # fmt: skip


@pytest.fixture
def area():
    cache.clear()  # what other tests sent does not count
    area = World().area
    make_offer(area, phone="020 7946 0150")
    return area


def answered(browser: Client, **changed: dict[str, str]) -> list[str]:
    """Answer every question; where each led."""
    return [
        browser.post(reverse(name), changed.get(name, said)).headers.get("Location", "")
        for name, said in ANSWERS.items()
    ]


def kept(area):
    with inside(area):
        return list(Comment.objects.values("about", "speaker", "words", "section", "contact", "state"))


def test_a_comment_goes_from_question_to_question_and_comes_with_a_reference(area, client):
    led = answered(client)
    check = client.get(reverse("tell_offer_check")).content.decode()
    sent = client.post(reverse("tell_offer_check"), follow=True).content.decode()

    assert led == [reverse(name) for name in [*list(ANSWERS)[1:], "tell_offer_check"]]
    assert [word in check for word in (WORDS, "sam@example.org", "A parent or carer", "Things to do")] == [True] * 4
    assert kept(area) == [{
        "about": "missing", "speaker": "parent", "words": WORDS, "section": "leisure", "contact": "sam@example.org",
        "state": "received",
    }]  # fmt: skip
    with inside(area):
        assert Comment.objects.get().reference in sent
    assert list(PublishedCount.objects.values_list("theme", "received", "published")) == [("leisure", 1, 0)]


def test_the_same_form_sent_twice_is_one_comment(area, client):
    answered(client)
    begun = client.cookies["sessionid"].value
    copy = dict(Session.objects.get(session_key=begun).get_decoded())

    client.post(reverse("tell_offer_check"))
    again = client.session
    again["offer_comment"] = copy["offer_comment"]
    again.save()
    client.post(reverse("tell_offer_check"))

    assert len(kept(area)) == 1


def test_what_is_answered_waits_sealed_in_the_session_and_goes_when_it_is_sent(area, client):
    answered(client)
    waiting = str(client.session["offer_comment"])
    client.post(reverse("tell_offer_check"))

    assert ("swimming" in waiting, "sam@" in waiting) == (False, False)
    assert "offer_comment" not in client.session


def test_an_answer_can_be_changed_and_leads_back_to_the_answers(area, client):
    answered(client)

    led = client.post(reverse("tell_offer_words"), {"words": "Something else."}).headers["Location"]

    assert led == reverse("tell_offer_check")
    assert "Something else." in client.get(led).content.decode()


def test_a_comment_about_everything_without_a_reply_is_kept(area, client):
    answered(client, tell_offer_area={"section": "all"}, tell_offer_contact={"contact": ""})

    client.post(reverse("tell_offer_check"))

    assert [(one["section"], one["contact"]) for one in kept(area)] == [("", "")]


@pytest.mark.parametrize("name", ["tell_offer", "tell_offer_speaker", "tell_offer_words", "tell_offer_area"])
def test_a_question_left_empty_is_asked_again_with_what_is_wrong(area, client, name):
    page = client.post(reverse(name), {}).content.decode()

    assert "govuk-error-summary" in page


def test_a_choice_that_is_none_is_refused(area, client):
    for name, said in (("tell_offer", {"about": "gossip"}), ("tell_offer_area", {"section": "nowhere"})):
        assert "govuk-error-summary" in client.post(reverse(name), said).content.decode()
    assert "offer_comment" not in client.session


def test_ten_thousand_characters_are_refused_clearly_and_stay_on_the_page(area, client):
    words = "Long words. " * 834

    page = client.post(reverse("tell_offer_words"), {"words": words}).content.decode()

    assert "Use 4000 characters or fewer. You have used 10007." in page
    assert page.count("Long words.") == 834


def test_script_and_odd_characters_are_kept_as_words_and_shown_as_words(area, client):
    words = "<script>alert(1)</script> & 'quoted' 🙂 \u202e"
    answered(client, tell_offer_words={"words": words})

    page = client.get(reverse("tell_offer_check")).content.decode()
    client.post(reverse("tell_offer_check"))

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert kept(area)[0]["words"] == words.strip()


def test_a_nul_character_is_refused_clearly(area, client):
    page = client.post(reverse("tell_offer_words"), {"words": "one\0two"})

    assert (page.status_code, "govuk-error-summary" in page.content.decode()) == (200, True)


def test_without_answers_the_last_pages_lead_to_the_questions(area, client):
    client.post(reverse("tell_offer"), {"about": "content"})

    assert client.get(reverse("tell_offer_check")).headers["Location"] == reverse("tell_offer_speaker")
    assert client.get(reverse("tell_offer_sent")).headers["Location"] == reverse("tell_offer")
    assert client.post(reverse("tell_offer_check")).status_code == 302
    assert kept(area) == []


def test_too_many_from_one_place_are_told_so_and_lose_nothing(area, client, monkeypatch):
    answered(client)
    monkeypatch.setattr(ratelimit, "consume", lambda *args, **rest: None)

    page = client.post(reverse("tell_offer_check"))

    assert (page.status_code, kept(area)) == (429, [])
    assert WORDS in page.content.decode()
    assert WORDS in client.get(reverse("tell_offer_check")).content.decode()


def test_comments_from_one_place_are_limited(area):
    for _ in range(20):
        browser = Client()
        answered(browser)
        assert browser.post(reverse("tell_offer_check")).status_code == 302
    last = Client()
    answered(last)

    assert last.post(reverse("tell_offer_check")).status_code == 429
    assert len(kept(area)) == 20


def test_a_forged_form_is_refused(area):
    browser = Client(enforce_csrf_checks=True)

    assert browser.post(reverse("tell_offer"), {"about": "missing"}).status_code == 403


def test_the_pages_say_not_to_name_anybody_and_ask_for_no_diagnosis(area, client):
    words = client.get(reverse("tell_offer_words")).content.decode()
    first = client.get(reverse("tell_offer")).content.decode()

    assert "do not name anybody" in words
    assert "4,000 characters" in words or "4000 characters" in words
    assert "never ask for a diagnosis" in first
