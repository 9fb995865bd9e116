"""Text size and colours: anyone may choose, the choice stays in the browser, and nobody is led astray by it."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from goldenthread.design_system.appearance import Look, way_back

pytestmark = pytest.mark.django_db(transaction=True)


def choose(browser, *, text_size="larger", colours="contrast", back="/accessibility/"):
    return browser.post("/appearance/", {"text_size": text_size, "colours": colours, "from": back})


def root_of(answer):
    """The page's own first tag, which carries the choice."""
    return answer.content.decode().split("<html ")[1].split(">")[0]


def test_a_choice_leads_back_and_every_page_follows_it():
    browser = Client()

    answer = choose(browser)

    assert (answer.status_code, answer["Location"]) == (302, "/accessibility/")
    assert root_of(browser.get("/accessibility/")).endswith('data-theme="contrast" data-text-size="larger"')


def test_the_cookie_holds_two_words_and_no_script_reads_it():
    browser = Client()

    choose(browser)

    kept = browser.cookies["appearance"]
    assert (kept.value, kept["httponly"], kept["samesite"], kept["max-age"]) == (
        "contrast.larger",
        True,
        "Lax",
        365 * 24 * 60 * 60,
    )


@override_settings(SESSION_COOKIE_SECURE=True)
def test_over_https_the_cookie_is_bound_to_this_site_alone():
    browser = Client()

    choose(browser)

    kept = browser.cookies["__Host-appearance"]
    assert (bool(kept["secure"]), kept["path"], kept["domain"]) == (True, "/", "")


def test_the_usual_look_leaves_no_cookie():
    browser = Client()
    choose(browser)

    choose(browser, text_size="normal", colours="device")

    assert browser.cookies["appearance"]["max-age"] == 0
    assert "data-" not in root_of(browser.get("/accessibility/"))


@pytest.mark.parametrize("planted", ['dark" onload="x.huge', "neon.huge", ".", ""])
def test_a_planted_cookie_counts_as_the_usual_look(planted):
    browser = Client()
    browser.cookies["appearance"] = planted

    assert "data-" not in root_of(browser.get("/accessibility/"))


def test_half_an_answer_is_asked_for_again_and_keeps_nothing():
    browser = Client()

    answer = browser.post("/appearance/", {"text_size": "large", "from": "/accessibility/"})

    assert "Choose the colours" in answer.content.decode()
    assert "appearance" not in browser.cookies


def test_every_page_links_to_the_choice_and_names_only_its_own_path():
    page = Client().get("/accessibility/?find=Amara").content.decode()

    assert 'href="/appearance/?from=%2Faccessibility%2F"' in page


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/accessibility/", "/accessibility/"),
        ("/", "/"),
        ("", "/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("///elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("accessibility/", "/"),
    ],
)
def test_the_way_back_never_leaves_the_site(asked, led_to):
    assert way_back(asked) == led_to


def test_only_what_differs_from_the_usual_is_worth_a_cookie():
    assert [Look().is_usual, Look("dark").is_usual, Look(text_size="large").is_usual] == [True, False, False]
