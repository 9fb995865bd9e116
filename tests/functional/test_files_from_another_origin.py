"""Files from another origin in a real browser: pages at 127.0.0.1, files at localhost, which is another origin to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from goldenthread.documents.models import Audience, FileLink
from tests.factories.letters import a_document, a_letter, held, make_sendable, release
from tests.factories.world import World, viewer_of

from .browser import Windows, keep_picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def windows(browser: Browser, transactional_db: None, settings: Any) -> Iterator[Windows]:
    server = LiveServer("127.0.0.1")
    settings.FILES_ORIGIN = server.url.replace("127.0.0.1", "localhost")
    opened = Windows(browser, server.url)
    yield opened
    opened.close()
    server.stop()
    assert opened.said() == []


def _senco(windows: Windows, world: World, javascript: bool) -> Page:
    return windows.page_as(world.staff("senco"), "senco", javascript=javascript)


def _saved(page: Page, button: Any) -> tuple[bytes, str]:
    """What the browser saved after this was pressed, and from where it says that it came."""
    with page.expect_download() as waiting:
        button.click()
    return Path(waiting.value.path()).read_bytes(), waiting.value.url


@pytest.mark.parametrize("javascript", [True, False])
def test_a_document_is_saved_from_the_other_origin_and_the_page_stays(windows, settings, javascript):
    world = World()
    document = a_document(viewer_of(world.staff("senco")), world.amara, audience=Audience.EVERYONE)
    page = _senco(windows, world, javascript)
    page.goto(reverse("document", args=[document.pk]))

    data, came_from = _saved(page, page.get_by_role("button", name="Download the file"))

    assert (data, came_from.split("/file/")[0]) == (b"What the therapist saw.\n", settings.FILES_ORIGIN)
    assert page.url == windows.site + reverse("document", args=[document.pk])
    assert FileLink.objects.count() == 0, "the one link was used"


def test_a_link_that_was_used_says_so_in_plain_words(windows, settings):
    world = World()
    document = a_document(viewer_of(world.staff("senco")), world.amara)
    page = _senco(windows, world, True)
    page.goto(reverse("document", args=[document.pk]))
    _data, link = _saved(page, page.get_by_role("button", name="Download the file"))

    page.goto(link)

    assert page.get_by_role("heading").inner_text() == "There is no file here"
    assert page.context.cookies(settings.FILES_ORIGIN) == []
    keep_picture(page, "files-origin-no-file")
    assert [line.split(":")[0] for line in windows.said()] == ["404", "console"]


@pytest.mark.parametrize("javascript", [True, False])
def test_the_sheets_of_a_letter_are_shown_and_its_paper_comes_after_a_form_is_sent(windows, settings, javascript):
    """A browser asks its policy again where a picture or a form's answer leads to another origin."""
    world = World()
    by = viewer_of(world.staff("senco"))
    assert world.ada
    letter = a_letter(by, world.amara, make_sendable(world), channel="post")
    release(held(by, letter))
    page, pictures = _senco(windows, world, javascript), []
    page.on("response", lambda answer: pictures.append((answer.url.split("/file/")[0], answer.headers["content-type"])))

    page.goto(reverse("letter", args=[letter.pk]), wait_until="load")
    widths = page.locator("img.letters-sheet").evaluate_all("all => all.map(one => one.naturalWidth)")
    paper, came_from = _saved(page, page.get_by_role("button", name="Print it"))

    assert (settings.FILES_ORIGIN, "image/png") in pictures
    assert widths and min(widths) > 100, "each sheet is there to look at"
    assert (paper[:4], came_from.split("/file/")[0]) == (b"%PDF", settings.FILES_ORIGIN)
    keep_picture(page, f"files-origin-letter-{javascript}")
