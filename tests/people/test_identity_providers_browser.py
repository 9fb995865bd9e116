"""Signing in through an identity provider in a real browser, which holds forms and their redirects to the page's policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page

from goldenthread.people.views import account, identity_providers
from tests.chromium import AXE, RULES, chromium
from tests.factories.people import PASSWORD, app_code, can_sign_in

from .through_organisation import NAME

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A phone's window on the site; `.complaints` are what the browser had to say against a page."""
    site = live_server.url.replace("127.0.0.1", "localhost")
    context = browser.new_context(viewport={"width": 390, "height": 900}, base_url=site)
    tab = context.new_page()
    tab.complaints = []  # type: ignore[attr-defined]
    tab.on("console", lambda said: tab.complaints.append(said.text) if said.type == "error" else None)
    yield tab
    context.close()


def sound(page: Page) -> list[str]:
    """What axe finds, and whether the page has to be moved sideways."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [one["id"] for one in found["violations"]] + (["has to be moved sideways"] if wide else [])


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state("load")


def path(page: Page) -> str:
    return page.evaluate("location.pathname")


def sign_in_with_password(page: Page, email: str) -> None:
    cache.clear()
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Sign in")
    page.get_by_label("Code").first.fill(app_code())
    press(page, "Sign in")


def test_a_member_of_staff_links_it_and_comes_in_by_it(trust, world, page):
    senco = can_sign_in(world.staff("senco"), app=True)
    sign_in_with_password(page, senco.email)
    page.goto("/account/organisation/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Continue")
    to_link = sound(page)
    press(page, f"Link {NAME}")
    linked = sound(page)
    said = page.locator("main").inner_text()
    page.context.clear_cookies()
    trust.says = {"amr": ["mfa"]}
    page.goto("/account/login/")
    at_sign_in = sound(page)

    press(page, f"Sign in with {NAME}")

    assert "Linked on" in said
    assert (to_link, linked, at_sign_in) == ([], [], [])
    assert path(page) == "/register/"
    assert page.complaints == []


def test_the_page_that_refuses_is_sound_and_leads_back(trust, page):
    page.goto("/account/login/")
    press(page, f"Sign in with {NAME}")
    found = sound(page)

    page.get_by_role("button", name="Back to signing in").click()

    assert found == []
    page.wait_for_url("**/account/login/")


def test_without_the_pages_leave_the_browser_does_not_go_to_the_provider(trust, page, monkeypatch):
    """What the policy of every other page does, and so why these two pages have one of their own."""

    def as_elsewhere(answer: Any, _providers: Any) -> Any:
        return answer

    monkeypatch.setattr(account, "forms_may_lead_to", as_elsewhere)
    monkeypatch.setattr(identity_providers, "forms_may_lead_to", as_elsewhere)
    page.goto("/account/login/")

    with page.expect_console_message(lambda message: "form-action" in message.text):
        page.get_by_role("button", name=f"Sign in with {NAME}").click()

    assert path(page) == "/account/login/"
    assert "/authorize" not in trust.asked
    assert any("form-action" in complaint for complaint in page.complaints)
