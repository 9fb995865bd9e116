"""What a person does at a page, found the way they find it: by the words they read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from playwright.sync_api import Locator, Page, TimeoutError

Place = Page | Locator


@contextmanager
def _looking(place: Place) -> Iterator[None]:
    """When what is looked for is not there, tell what the page says instead."""
    try:
        yield
    except TimeoutError as fault:
        page = place if isinstance(place, Page) else place.page
        raise AssertionError(f"{fault.message}\n{page.url} says: {text(page)}") from fault


def write(place: Place, label: str, words: str) -> None:
    with _looking(place):
        place.get_by_label(label).fill(words)


def pick(place: Place, label: str, option: str) -> None:
    with _looking(place):
        place.get_by_label(label).select_option(label=option)


def choose(place: Place, question: str, answer: str) -> None:
    """One answer of a question with several."""
    with _looking(place):
        place.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def give_day(place: Place, question: str, day: date) -> None:
    group = place.get_by_role("group", name=question)
    with _looking(place):
        for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            group.get_by_label(label, exact=True).fill(str(value))


def press(place: Place, name: str) -> None:
    with _looking(place):
        place.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """A link of the page itself, by exactly these words."""
    with _looking(page):
        page.locator("main").get_by_role("link", name=name, exact=True).click()


def go(page: Page, name: str) -> None:
    """A link of the navigation above the page."""
    with _looking(page):
        page.get_by_role("navigation", name="Main").get_by_role("link", name=name, exact=True).click()


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def text(page: Page) -> str:
    """What the page says, each run of white space as one space."""
    return " ".join(page.locator("main").inner_text().split())
