"""A provider mends their page from a phone; a moderator sends it back; mended, it is approved, and everybody sees it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from goldenthread.local_offer.models import Listing
from tests.factories.editing import Shop

from .browser import PageAs, fits, keep_picture, no_axe_violations
from .hands import follow, heading, press, text, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

BETTER = "Swimming on Saturday mornings for disabled children and young people, with one helper in the water for each."


@pytest.mark.parametrize("javascript", [True, False])
def test_a_change_goes_from_a_phone_to_everybody(page_as: PageAs, javascript):
    shop = Shop()
    phone = page_as(shop.editor_account, javascript=javascript)
    desk = page_as(shop.world.staff("offer_moderator"), width=1280, javascript=javascript)
    visitor = page_as(None, javascript=javascript)

    def look(page: Page, name: str) -> str:
        keep_picture(page, f"journey-provider-{name}-{javascript}")
        assert fits(page), name
        if javascript:
            no_axe_violations(page)
        return text(page)

    _write(phone)
    look(phone, "section")
    press(phone, "Save")
    _send(phone)
    sent = look(phone, "sent")
    before = _public(visitor, shop)

    _open_change(desk)
    look(desk, "change")
    follow_button(desk, "Send back")
    write(desk, "What should be changed?", "Say from which age.")
    press(desk, "Send back")

    phone.goto("/local-offer/entries/")
    follow(phone, "Plover swimming")
    back = look(phone, "sent-back")
    follow(phone, "Who it is for")
    write(phone, "To which age? (optional)", "17")
    press(phone, "Save")
    _send(phone)

    _open_change(desk)
    press(desk, "Approve")
    look(desk, "approved")
    after = _public(visitor, shop)

    assert "A moderator looks at it" in sent
    assert "A moderator sent this back" in back and "Say from which age." in back
    assert BETTER not in before and "Ages 5 to 11" in before
    assert BETTER in after and "Ages 5 to 17" in after
    assert Listing.objects.get(pk=shop.entry.pk).entry["max_months"] == 215
    assert heading(desk) == "To approve"


def _write(phone: Page) -> None:
    phone.goto("/local-offer/entries/")
    follow(phone, "Plover swimming")
    follow(phone, "Name and what it is")
    write(phone, "What is it?", BETTER)


def _send(phone: Page) -> None:
    phone.get_by_label("I have read all of it again, and it is true today").check()
    press(phone, "Send for approval")


def _open_change(desk: Page) -> None:
    desk.goto("/local-offer/to-approve/")
    follow(desk, "Plover swimming")


def follow_button(page: Page, name: str) -> None:
    """A link that looks like a button."""
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def _public(visitor: Page, shop: Shop) -> str:
    visitor.goto(f"/local-offer/service/{shop.entry.pk}/")
    return text(visitor)
