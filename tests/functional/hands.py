"""What a person does at a page, found the way they find it: by the words they read.

With a pointer, or in a window of BY_KEYS with the keyboard alone: to each control by Tab, as a person gets there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from weakref import WeakSet

from playwright.sync_api import Locator, Page, TimeoutError

Place = Page | Locator
BY_KEYS: WeakSet[Page] = WeakSet()
MOST_STOPS = 400  # on one page
_HERE = "control => control === document.activeElement"
_BESIDE = "control => document.activeElement.type === 'radio' && document.activeElement.name === control.name"


@contextmanager
def _looking(place: Place) -> Iterator[None]:
    """When what is looked for is not there, tell what the page says instead."""
    try:
        yield
    except TimeoutError as fault:
        page = place if isinstance(place, Page) else place.page
        raise AssertionError(f"{fault.message}\n{page.url} says: {text(page)}") from fault


def _reach(control: Locator, here: str = _HERE) -> None:
    """By Tab from where one is, round the whole page if need be."""
    control.wait_for()
    for _stop in range(MOST_STOPS):
        if control.evaluate(here):
            return
        control.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {control} on {control.page.url}.")


def use(control: Locator) -> None:
    if control.page not in BY_KEYS:
        control.click()
        return
    _reach(control)
    with control.page.expect_navigation():
        control.page.keyboard.press("Enter")


def fill(box: Locator, words: str) -> None:
    if box.page not in BY_KEYS:
        box.fill(words)
        return
    _reach(box)
    box.page.keyboard.press("ControlOrMeta+A")
    box.page.keyboard.type(words)


def check(choice: Locator) -> None:
    """One radio button by the arrows of its group, or a tick by the space bar."""
    if choice.page not in BY_KEYS:
        choice.check()
        return
    if choice.get_attribute("type") == "checkbox":
        _reach(choice)
        choice.page.keyboard.press("Space")
        return
    _reach(choice, _BESIDE)
    if choice.evaluate(_HERE):
        choice.page.keyboard.press("Space")
    while not choice.is_checked():
        choice.page.keyboard.press("ArrowDown")


def write(place: Place, label: str, words: str) -> None:
    with _looking(place):
        fill(place.get_by_label(label), words)


def _select(box: Locator, option: str) -> None:
    if box.page not in BY_KEYS:
        box.select_option(label=option)
        return
    _reach(box)
    box.page.keyboard.type(option)
    assert box.evaluate("box => box.selectedOptions[0].label.trim()") == option


def pick(place: Place, label: str, option: str) -> None:
    with _looking(place):
        _select(place.get_by_label(label), option)


def choose(place: Place, question: str, answer: str) -> None:
    """One answer of a question with several."""
    with _looking(place):
        check(place.get_by_role("group", name=question).get_by_label(answer, exact=True))


def give_day(place: Place, question: str, day: date) -> None:
    group = place.get_by_role("group", name=question)
    with _looking(place):
        for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            fill(group.get_by_label(label, exact=True), str(value))


def press(place: Place, name: str, *, exact: bool = True) -> None:
    """exact: False when the button says more to the ear than to the eye."""
    with _looking(place):
        use(place.get_by_role("button", name=name, exact=exact))


def follow(page: Page, name: str, *, exact: bool = True) -> None:
    """A link of the page itself, by these words."""
    with _looking(page):
        use(page.locator("main").get_by_role("link", name=name, exact=exact))


def go(page: Page, name: str) -> None:
    """A link of the navigation above the page."""
    with _looking(page):
        use(page.get_by_role("navigation", name="Main").get_by_role("link", name=name, exact=True))


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def text(page: Page) -> str:
    """What the page says, each run of white space as one space."""
    return " ".join(page.locator("main").inner_text().split())
