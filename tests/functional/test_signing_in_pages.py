"""Pages that only open in the middle of something: coming in, second steps, a forgotten password, a child's sitting.

Each is gone through in its order and looked at on the way, so that every line of not_walked.txt that says "step" has
been opened by somebody.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.urls import resolve
from playwright.sync_api import Page

from goldenthread.people.models import Account
from tests.factories.people import PASSWORD, app_code, can_sign_in, code_in, invited, mails, unlinked_parent
from tests.factories.world import World, signed_in

from .browser import DESK, PHONE, PageAs, axe_violations, fits, keep_picture
from .hands import choose, give_day, press, write
from .test_every_page import LEFT_OUT

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


class Steps:
    """What was found on each page of one walk."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: dict[str, list[str]] = {}

    def look(self) -> None:
        name = str(resolve(urlsplit(self.page.url).path).url_name)
        said = []
        for width in (DESK, PHONE):
            self.page.set_viewport_size({"width": width, "height": 844})
            keep_picture(self.page, f"step-{name}-{width}")
            said += axe_violations(self.page) + ([] if fits(self.page) else ["has to be moved sideways"])
        self.found[name] = said

    def press(self, name: str) -> None:
        """Press a button and look at where it leads."""
        press(self.page, name)
        self.page.wait_for_load_state("load")
        self.look()

    def goto(self, address: str) -> None:
        self.page.goto(address)
        self.look()


def _sign_in(page: Page, account: Account) -> None:
    cache.clear()
    page.goto("/account/login/")
    write(page, "E-mail address", account.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)


def _holds_passkeys(page: Page) -> None:
    """The browser plays a device that checks its owner."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def _opens_an_account(page: Page) -> dict[str, list[str]]:
    world, steps = World(), Steps(page)
    code = invited(world, unlinked_parent(world)).code
    cache.clear()
    page.goto("/invitation/")
    write(page, "Code", code)
    give_day(page, "Date of birth", world.amara.born_on)
    steps.press("Continue")
    write(page, "Your e-mail address", "ada.bello@example.org")
    write(page, "Choose a password", PASSWORD)
    steps.press("Send me a code")
    write(page, "Code from the e-mail", code_in(mails()[-1]))
    steps.press("Continue")
    return steps.found


def _changes_what_signs_in(page: Page) -> dict[str, list[str]]:
    """A family's second step by mail; a new address; an app; passkeys with another name, and taken away."""
    steps, account = Steps(page), can_sign_in(World().ada)
    _holds_passkeys(page)
    _sign_in(page, account)
    steps.press("Sign in")
    write(page, "Code", code_in(mails()[-1]))
    steps.press("Continue")
    press(page, "No, ask me each time")
    page.goto("/account/factors/totp/activate/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    steps.press("Continue")
    page.goto("/account/factors/webauthn/add/")
    steps.look()
    press(page, "Add this device's passkey")
    page.wait_for_url("**/recovery-codes/")
    steps.look()
    page.goto("/account/factors/webauthn/")
    passkey = page.locator("main a[href*='/edit/']").first.get_attribute("href") or ""
    steps.goto(passkey)
    steps.goto(passkey.replace("/edit/", "/remove/"))
    page.goto("/account/email/")
    write(page, "New e-mail address", "ada.new@example.org")
    steps.press("Change my e-mail address")
    return steps.found


def _uses_an_app(page: Page) -> dict[str, list[str]]:
    steps, account = Steps(page), can_sign_in(World().staff("senco"), app=True)
    _sign_in(page, account)
    steps.press("Sign in")
    page.get_by_label("Code").first.fill(app_code())
    press(page, "Sign in")
    steps.goto("/account/factors/reauthenticate/")
    page.goto("/account/reauthenticate/?next=/account/factors/totp/deactivate/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    steps.press("Continue")
    return steps.found


def _forgets_the_password(page: Page) -> dict[str, list[str]]:
    steps, account = Steps(page), can_sign_in(World().ada)
    cache.clear()
    page.goto("/account/password/reset/")
    write(page, "E-mail address", account.email)
    steps.press("Send me a code")
    write(page, "Code", code_in(mails()[-1]))
    steps.press("Continue")
    return steps.found


def _lets_a_child_tell(page: Page) -> dict[str, list[str]]:
    """A younger child at a grown-up's device: the questions, an answer to the first, and the end."""
    steps, world = Steps(page), World()
    key = signed_in(world.staff("senco"), "senco").cookies["sessionid"].value
    page.goto("/")
    page.context.add_cookies([{"name": "sessionid", "value": key, "url": page.url}])
    page.goto(f"/children/{world.amara.pk}/supervised-views/")
    page.get_by_label("I sit with the child").check()
    steps.press("Begin")
    for question in ("good", "hard", "helps", "next"):
        steps.goto(f"/my-views/{question}/")
    write(page, "Tell us", "Painting")
    choose(page, "How did you tell it?", "I wrote it")
    choose(page, "May your family read this?", "Yes")
    steps.press("Keep it")
    steps.press("I am done")
    return steps.found


WALKS = {
    _opens_an_account: {"open_account", "prove_email", "account_opened"},
    _changes_what_signs_in: {
        "account_confirm_login_code", "mfa_trust", "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes",
        "mfa_edit_webauthn", "mfa_remove_webauthn", "account_email_verification_sent",
    },
    _uses_an_app: {"mfa_authenticate", "mfa_reauthenticate", "mfa_deactivate_totp"},
    _forgets_the_password: {"account_confirm_password_reset_code", "account_complete_password_reset"},
    _lets_a_child_tell: {
        "my_views", "my_view_good", "my_view_hard", "my_view_helps", "my_view_next",
    },
}  # fmt: skip


def test_every_step_that_is_left_out_of_the_walk_is_opened_here():
    left_out = {name for name, (kind, _reason) in LEFT_OUT.items() if kind == "step"}

    assert set().union(*WALKS.values()) == left_out


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__.strip("_"))
def test_pages_on_the_way_are_sound(page_as: PageAs, walk):
    found = walk(page_as(None))

    assert {name: said for name, said in found.items() if said} == {}
    assert WALKS[walk] - found.keys() == set()
