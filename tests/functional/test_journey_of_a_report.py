"""A SENCO writes on a phone, a governor sends it back and approves, and everybody reads; with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.factories.local_offer import make_offer
from tests.factories.school_information import begun, school_entry, senco, write, written
from tests.factories.world import World

from .browser import PageAs, fits, keep_picture, no_axe_violations
from .hands import heading, press, text
from .hands import write as fill

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_report_is_written_sent_back_mended_approved_and_read(page_as: PageAs, javascript):
    world = World()
    make_offer(world.area)
    entry = school_entry(world)
    for role in ("senco", "head", "governor"):
        world.staff(role)
    report = written(senco(world), begun(senco(world)))
    write(senco(world), report, "equipment", "")
    writer = page_as(world.staff("senco"), javascript=javascript)
    reader = page_as(world.staff("governor"), javascript=javascript)

    def look(page: Page, name: str, says: str) -> str:
        page.locator("main").get_by_text(says).first.wait_for()
        keep_picture(page, f"journey-report-{name}-{javascript}")
        assert fits(page), name
        if javascript:
            no_axe_violations(page)
        return text(page)

    writer.goto("/local-offer/our-report/")
    writer.get_by_role("button", name="Go on writing").click()
    look(writer, "one-part-lacks", "1 part is still empty")
    writer.get_by_role("link", name="How do we get equipment and facilities?").click()
    fill(writer, "In your school's words", "We borrow before we buy.")
    press(writer, "Save")
    look(writer, "all-filled", "Every part that the law asks for is filled")
    press(writer, "Send it to be approved")
    look(writer, "sent", "You sent this report, so a second person has to approve it")

    reader.goto("/local-offer/our-report/")
    reader.get_by_role("button", name="Open it").click()
    reader.get_by_role("button", name="Ask for changes").click()
    fill(reader, "Why?", "Say who pays for it.")
    press(reader, "Send it back")

    writer.goto("/local-offer/our-report/")
    look(writer, "came-back", "Say who pays for it.")
    writer.get_by_role("button", name="Go on writing").click()
    writer.get_by_role("link", name="How do we get equipment and facilities?").click()
    fill(writer, "In your school's words", "We borrow before we buy. The school pays.")
    press(writer, "Save")
    press(writer, "Send it to be approved")

    reader.goto("/local-offer/our-report/")
    reader.get_by_role("button", name="Open it").click()
    press(reader, "Approve and publish")
    look(reader, "published", "Everybody can read it")

    anybody = page_as(None, javascript=javascript)
    anybody.goto(f"/local-offer/service/{entry.pk}/")
    anybody.get_by_role("link", name="Their SEN information report").click()
    said = look(anybody, "public", "The school pays.")
    assert heading(anybody) == "SEN information report: Hollow Oak Primary"
    assert "Governor, for the governing body" in said
