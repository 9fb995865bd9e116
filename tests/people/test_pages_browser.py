"""This room's pages in a real browser: axe, nothing sideways on a phone, no complaint of the browser; and a passkey."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page

from goldenthread.people.models import Account, Parent
from goldenthread.privacy.actions import withhold_address
from goldenthread.process.drafts import mark_for
from tests.chromium import AXE, RULES, chromium
from tests.factories.people import PASSWORD, authority_of, can_sign_in, code_in, mails, unlinked_parent
from tests.factories.world import (
    World,
    give_role,
    inside,
    make_account,
    make_child,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

PICTURES = os.environ.get("GOLDENTHREAD_PICTURES", "")  # a folder: keep a picture of every page looked at


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def window(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """A window so wide, signed in as somebody or as nobody; tells what the browser complained of in `.complaints`."""
    contexts = []
    site = live_server.url.replace("127.0.0.1", "localhost")

    def open_window(account: Account | None = None, role: str | None = None, width: int = 390, **more: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, base_url=site, **more)
        contexts.append(context)
        if account is not None:
            cookie = signed_in(account, role).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
        tab = context.new_page()
        tab.complaints = []  # type: ignore[attr-defined]
        tab.on("console", lambda message: tab.complaints.append(message.text) if message.type == "error" else None)
        tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
        return tab

    yield open_window
    for context in contexts:
        context.close()


def _family() -> tuple[World, dict[str, tuple[Account | None, str | None, list[str]]]]:
    """People in every state that these pages show, and which addresses each of them opens."""
    world = World()
    senco, head = world.staff("senco"), world.staff("head")
    world.staff("class_teacher")
    mother = make_parent(world.amara, world.school, "Ada Bello")
    father = make_parent(world.amara, world.school, "Craig Reid", relationship="father", contact_order=2)
    unlinked_parent(world, name="Folake Adebayo-Whittingham-Bello", email="folake@example.org")
    with inside(world.school):
        Parent.objects.filter(pk=mother.pk).update(
            phone="07700 900123", email="ada.bello@example.org", safe_by_voicemail=False, language="Yoruba",
            interpreter=True, formats=["large_print"],
        )  # fmt: skip
    with seen_by(viewer_of(senco)) as viewer:
        withhold_address(
            by=viewer, parent=father, child=world.amara.pk, address="19 Hidden Orchard", postcode="QX7 7ZZ",
            reason="Court order", readers=[head.pk],
        )  # fmt: skip
    jordan = make_child(world.school, "Jordan Vale", date(2010, 8, 31))
    pat = make_parent(jordan, world.school, "Pat Vale")
    young = make_young_person(jordan, world.school)
    give_role(mother.account, "governor", world.school)
    adult = authority_of(world.amara, mother, world)
    children = f"/children/{world.amara.pk}"
    can_sign_in(mother.account)
    signed_in(mother.account, "parent").post(
        "/drafts/save/", {"draft_mark": mark_for(mother.account.pk, "concern/raise:x"), "words": "She cannot sleep"}
    )
    own = [
        "/account/",
        "/account/email/",
        "/account/password/change/",
        "/account/factors/",
        "/account/sessions/",
        "/account/logout/",
    ]
    return world, {
        "nobody": (None, None, ["/", "/account/login/", "/account/password/reset/", "/account/signup/", "/invitation/", "/privacy/", "/accessibility/", "/nowhere/", "/account/inactive/"]),
        "parent": (mother.account, "parent", [*own, "/account/contact/", f"/account/contact/{mother.pk}/", "/hat/", "/drafts/", "/account/factors/totp/activate/", "/account/factors/webauthn/", "/account/factors/webauthn/add/", "/account/factors/recovery-codes/generate/"]),
        "other_parent": (pat.account, "parent", ["/account/", "/account/rights/"]),
        "young": (young, "young_person", [f"/children/{jordan.pk}/rights/", f"/children/{jordan.pk}/rights/{pat.pk}/"]),
        "senco": (senco, None, [*own, f"{children}/adults/", f"{children}/adults/add/", f"{children}/adults/known/", f"{children}/adults/{adult.pk}/authority/", f"{children}/adults/{adult.pk}/end/", f"{children}/adults/{adult.pk}/contact/", f"{children}/adults/{adult.pk}/invite/", f"{children}/withheld/{father.pk}/", f"{children}/withheld/{father.pk}/record/", f"{children}/withheld/{father.pk}/name/", f"{children}/withheld/{mother.pk}/", "/rights/", f"/children/{jordan.pk}/rights/", f"/children/{jordan.pk}/rights/{pat.pk}/", f"/children/{jordan.pk}/invite/"]),
        "head": (head, None, [f"{children}/withheld/{father.pk}/", "/staff/"]),
        "administrator": (world.staff("platform_administrator"), None, ["/organisations/", "/organisations/add/", f"/organisations/{world.school.pk}/people/", f"/organisations/{world.school.pk}/people/add/"]),
        "no_hat": (make_account("Nobody Yet"), None, ["/", "/account/"]),
    }  # fmt: skip


def _troubles(tab: Page, name: str) -> list[str]:
    """What axe finds, whether the page must be moved sideways, and what the browser complained of under the policy."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        tab.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)
    tab.evaluate(AXE)
    found = tab.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    said = [f"{v['id']}: {node['html'][:160]}" for v in found["violations"] for node in v["nodes"]]
    sideways = tab.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    complaints = [text for text in tab.complaints if "404" not in text]
    tab.complaints.clear()
    return said + complaints + (["wider than the window"] if sideways else [])


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_are_sound_on_a_phone_and_a_wide_screen(window, width):
    _world, people = _family()
    troubles = {}
    for who, (account, role, addresses) in people.items():
        tab = window(account, role, width)
        for number, address in enumerate(addresses):
            tab.goto(address)
            found = _troubles(tab, f"{width}-{who}-{number:02d}-{address.strip('/').replace('/', '_')[:40] or 'home'}")
            if found:
                troubles[f"{who} {address}"] = found

    assert troubles == {}


def _with_authenticator(tab: Page) -> None:
    """A device that holds passkeys and checks its owner, played by the browser."""
    session = tab.context.new_cdp_session(tab)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def _sign_in(tab: Page, account: Account) -> None:
    cache.clear()
    tab.goto("/account/login/")
    tab.get_by_label("E-mail address").fill(account.email)
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Sign in", exact=True).click()


def test_a_passkey_is_added_and_then_signs_in_alone(window):
    ada = can_sign_in(World().ada)
    tab = window()
    _with_authenticator(tab)
    _sign_in(tab, ada)
    tab.get_by_label("Code").fill(code_in(mails()[-1]))
    tab.get_by_role("button", name="Continue").click()
    tab.get_by_role("button", name="No, ask me each time").click()
    tab.goto("/account/factors/webauthn/add/")
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Continue").click()
    tab.get_by_role("button", name="Add this device's passkey").click()
    tab.wait_for_url("**/recovery-codes/")
    tab.goto("/account/logout/")
    tab.get_by_role("main").get_by_role("button", name="Sign out").click()

    tab.goto("/account/login/")
    tab.get_by_role("button", name="Sign in with a passkey").click()
    tab.wait_for_url(lambda url: "login" not in url)
    tab.goto("/account/sessions/")

    assert tab.get_by_role("heading", name="Where you are signed in").count() == 1
    assert tab.complaints == []


def test_staff_set_up_and_use_a_passkey_as_their_second_step(window):
    head = can_sign_in(World().staff("head"))
    tab = window(width=1280)
    _with_authenticator(tab)
    _sign_in(tab, head)
    tab.get_by_label("Code").fill(code_in(mails()[-1]))
    tab.get_by_role("button", name="Continue").click()
    tab.get_by_role("button", name="No, ask me each time").click()
    tab.wait_for_url("**/account/factors/")  # nothing else opens without a second step
    tab.get_by_role("button", name="Add a passkey").click()
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Continue").click()
    tab.get_by_role("button", name="Add this device's passkey").click()
    tab.wait_for_url("**/recovery-codes/")
    tab.goto("/account/logout/")
    tab.get_by_role("main").get_by_role("button", name="Sign out").click()
    _sign_in(tab, head)
    tab.wait_for_url("**/account/factors/authenticate/")
    tab.get_by_role("button", name="Use my passkey").click()
    tab.wait_for_url(lambda url: "authenticate" not in url)
    tab.goto("/staff/")

    assert tab.get_by_role("heading", name="Who works at Hollow Oak Primary").count() == 1


def test_without_scripts_the_page_says_what_to_do_instead_of_a_passkey(window):
    tab = window(java_script_enabled=False)
    tab.goto("/account/login/")

    assert tab.get_by_text("This browser cannot use passkeys here").is_visible()
    assert not tab.get_by_role("button", name="Sign in with a passkey").is_visible()


def test_a_family_opens_its_account_without_scripts(window):
    from tests.factories.people import invited

    world = World()
    code = invited(world, unlinked_parent(world)).code
    cache.clear()
    tab = window(java_script_enabled=False)
    tab.goto("/invitation/")
    tab.get_by_label("Code").fill(code.lower())
    for name, value in (("Day", "5"), ("Month", "3"), ("Year", "2018")):
        tab.get_by_label(name).fill(value)
    tab.get_by_role("button", name="Continue").click()
    tab.get_by_label("Your e-mail address").fill("ada.bello@example.org")
    tab.get_by_label("Choose a password").fill(PASSWORD)
    tab.get_by_role("button", name="Send me a code").click()
    tab.get_by_label("Code from the e-mail").fill(code_in(mails()[-1]))
    tab.get_by_role("button", name="Continue").click()

    tab.get_by_role("heading", name="Your account is open").wait_for()
    assert tab.locator(".gt-codes li").count() == 10
