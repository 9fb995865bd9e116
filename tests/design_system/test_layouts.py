"""The four layouts: what each page has around its content."""

from __future__ import annotations

import re

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import engines
from django.test import RequestFactory

LAYOUTS = ("family", "staff", "public", "document")
LINKS = [{"text": "Register", "href": "/register", "current": True, "count": 3}, {"text": "Today", "href": "/today"}]


def shown(layout: str, blocks: str = "{% block content %}Words{% endblock %}", **context: object) -> str:
    source = f'{{% extends "layouts/{layout}.html" %}}{blocks}'
    return engines["django"].from_string(source).render(context, RequestFactory().get("/"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_has_language_title_skip_link_and_one_main(layout):
    made = shown(layout)

    assert '<html lang="en-gb"' in made
    assert "<title>Golden Thread</title>" in made
    assert made.index('href="#main-content"') < made.index('id="main-content"')
    assert made.count("<main") == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_layout_holds_script_or_style_of_its_own(layout):
    made = shown(layout, navigation=LINKS, viewer_name="Joy Osei", account_links=LINKS, demo_banner="Invented")

    assert re.findall(r"<script(?![^>]* src=)|<style|style=|\son\w+=|javascript:", made) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_title_says_that_there_is_a_problem(layout):
    wrong = type("WrongForm", (), {"errors": {"name": ["Enter a name"]}, "is_bound": False})()

    made = shown(layout, "{% block errors %}{% endblock %}", form=wrong)

    assert "<title>Error: Golden Thread</title>" in made


def test_navigation_marks_where_the_reader_is_and_counts():
    made = shown("staff", navigation=LINKS)

    assert '<a class="gt-navigation__link" href="/register" aria-current="page">Register' in made
    assert '<span class="gt-count">3</span>' in made
    assert made.count("aria-current") == 1


def test_the_account_menu_names_the_viewer_and_in_what_role():
    out = {"text": "Sign out", "href": "/out", "post": True}

    made = shown("staff", viewer_name="Joy Osei", acting_as="SENCO", account_links=[out])

    assert '<span class="gt-menu__name">Joy Osei</span> <span class="gt-menu__role">SENCO</span>' in made
    assert '<form method="post" action="/out">' in made
    assert "csrfmiddlewaretoken" in made


def test_a_family_finds_every_link_behind_one_menu():
    made = shown(
        "family", navigation=LINKS, viewer_name="Ada Bello", account_links=[{"text": "Account", "href": "/me"}]
    )

    menu = made.split("<nav")[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', menu) == ["/register", "/today", "/me"]
    assert made.count("<nav") == 1


def test_paper_has_nothing_to_press():
    made = shown("document", navigation=LINKS, viewer_name="Joy Osei", account_links=LINKS)

    assert [word for word in ("<nav", "<button", "gt-menu", "gt-footer") if word in made] == []


@pytest.mark.parametrize("layout", ["family", "staff", "public"])
def test_messages_are_shown_once_above_the_heading(layout):
    kept = [Message(constants.SUCCESS, "Saved <b>"), Message(constants.INFO, "A note")]

    made = shown(layout, '{% block heading %}<h1 id="top">Amara</h1>{% endblock %}', messages=kept)

    assert made.count("govuk-notification-banner--success") == 1
    assert made.count("Saved &lt;b&gt;") == 1
    assert made.index("A note") < made.index('id="top"')


def test_a_demonstration_says_so_on_every_framed_page():
    assert all("Invented people" in shown(layout, demo_banner="Invented people") for layout in LAYOUTS[:3])


def test_appearance_and_text_size_are_the_readers_choice():
    assert 'data-theme="dark" data-text-size="large"' in shown("family", appearance="dark", text_size="large")
    assert "data-theme" not in shown("family")


def test_the_gallery_shows_every_tag(page):
    from goldenthread.design_system.templatetags.golden_thread import register

    sources = "".join(re.findall(r"<code>(.*?)</code>", page("/design/"), re.DOTALL))

    assert [name for name in register.tags if f"{{% {name} " not in sources] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_gallery_leads_to_every_layout(page, layout):
    assert f'href="/design/layout/{layout}/"' in page("/design/")
    assert "The plan is running" in page(f"/design/layout/{layout}/")


def test_an_unknown_layout_is_not_found(page):
    from django.http import Http404

    with pytest.raises(Http404):
        page("/design/layout/private/")
