"""Somebody without an account tells the authority what is missing, on a phone, with scripts and without."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from playwright.sync_api import Page

from goldenthread.local_offer.models import Comment
from tests.factories.local_offer import make_offer
from tests.factories.world import World, inside

from .browser import PageAs, fits, keep_picture, no_axe_violations
from .hands import choose, heading, press, text, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_comment_is_sent_one_question_a_page_and_can_be_changed_before(page_as: PageAs, javascript):
    world = World()
    make_offer(world.area, phone="020 7946 0150")
    cache.clear()
    page = page_as(None, javascript=javascript)

    def look(name: str, says: str) -> str:
        page.locator("main").get_by_text(says).first.wait_for()
        keep_picture(page, f"journey-comment-{name}-{javascript}")
        assert fits(page), name
        if javascript:
            no_axe_violations(page)
        return text(page)

    page.goto("/local-offer/you-said-we-did/")
    page.locator("main").get_by_role("button", name="Tell us what you think").first.click()
    press(page, "Continue")
    wrong = look("nothing-chosen", "Choose what your comment is about")
    _answers(page, "There is nothing about swiming.")
    look("check", "Check your answers")
    page.locator("main").get_by_role("link", name="Change Your comment").click()
    write(page, "What do you want to tell us?", "There is nothing about swimming.")
    press(page, "Continue")
    press(page, "Send my comment")
    sent = look("sent", "Your comment was sent")

    with inside(world.area):
        comment = Comment.objects.get()
    assert "Choose what your comment is about" in wrong
    assert heading(page) == "Your comment was sent"
    assert comment.reference in sent
    assert (comment.words, comment.contact) == ("There is nothing about swimming.", "")


def _answers(page: Page, words: str) -> None:
    choose(page, "What is your comment about?", "Something that is missing")
    press(page, "Continue")
    choose(page, "Who is speaking?", "A child or young person")
    press(page, "Continue")
    write(page, "What do you want to tell us?", words)
    press(page, "Continue")
    choose(page, "Which part of the Local Offer is it about?", "Things to do")
    press(page, "Continue")
    press(page, "Continue")
