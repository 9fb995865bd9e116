"""What a person does at a page, found the way they find it: by the words they read."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Locator, Page

Place = Page | Locator


def write(place: Place, label: str, words: str) -> None:
    place.get_by_label(label).fill(words)


def pick(place: Place, label: str, option: str) -> None:
    place.get_by_label(label).select_option(label=option)


def choose(place: Place, question: str, answer: str) -> None:
    """One answer of a question with several."""
    place.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def give_day(place: Place, question: str, day: date) -> None:
    group = place.get_by_role("group", name=question)
    for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(label, exact=True).fill(str(value))


def press(place: Place, name: str) -> None:
    place.get_by_role("button", name=name, exact=True).click()


def follow(place: Place, name: str) -> None:
    """A link, by exactly these words."""
    place.get_by_role("link", name=name, exact=True).click()


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def text(page: Page) -> str:
    """What the page says, each run of white space as one space."""
    return " ".join(page.locator("main").inner_text().split())
