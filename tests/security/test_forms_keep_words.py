"""Every form of a signed-in person that takes free text keeps it when the sign-in runs out (bar F4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from goldenthread.process.drafts import mark_for
from tests.access.routes import every_route
from tests.database import _empty
from tests.factories.world import signed_in
from tests.functional.addresses import VISITS, address_of, who_opens
from tests.functional.lived_in import LivedIn
from tests.functional.walking import worn

from .forms_on_pages import forms_on, unkept_text

# Forms that must not keep what is typed, or where it is no word of anybody's.
NOT_KEPT = {
    "change_contact": "where a family lives stands in its record; a draft would outlive withholding it, and the role",
    "change_own_contact": "as above: the parent's own form of it",
    "offer_intake_bring": "codes of authorities, from a list",
    "withhold_address": "an address that only named people may see lies in one place, and in no draft",
}
OF_SIGNING_IN = ("account_", "mfa_")  # an address, a code or the name of a passkey, on pages of the sign-in library


@pytest.fixture(scope="module")
def lived_in(django_db_setup: None, django_db_blocker: Any) -> Iterator[LivedIn]:
    with django_db_blocker.unblock():
        yield LivedIn()
        _empty(None)  # type: ignore[arg-type]


def _pages(lived_in: LivedIn) -> Iterator[tuple[str, str]]:
    for route in every_route():
        role = who_opens(route)
        if not role or route.name in NOT_KEPT or route.name.startswith(OF_SIGNING_IN):
            continue
        visit = VISITS.get(route.name)
        try:
            address = address_of(lived_in, route, visit)
        except KeyError:
            continue
        answer = signed_in(lived_in.account(role), worn(role)).get(address)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            yield route.name, answer.content.decode()


def test_every_form_with_free_text_carries_the_mark_that_keeps_it(lived_in):
    pages = dict(_pages(lived_in))

    lost = {name: found for name, page in pages.items() if (found := unkept_text(page))}

    assert len(pages) > 150
    assert lost == {}
    assert [name for name, page in pages.items() for form in forms_on(page) if form.nameless] == []


def test_a_form_that_would_be_found_as_a_form_is_noticed():
    marks = {form: mark_for(uuid4(), form) for form in ("page:/children/", "mine:/my/", "profile")}
    carried = '<form method="post"><input type="hidden" name="draft_mark" value="{}">{}</form>'
    titled = '<input type="hidden" name="draft_title" value="Invite">'

    found = {form: [one.nameless for one in forms_on(carried.format(mark, ""))] for form, mark in marks.items()}

    assert found == {"page:/children/": [True], "mine:/my/": [True], "profile": [False]}
    assert [one.nameless for one in forms_on(carried.format(marks["mine:/my/"], titled))] == [False]


def test_a_form_without_the_mark_is_noticed():
    whole = '<form method="post"><textarea name="words"></textarea>{}</form>'
    marked = whole.format('<input type="hidden" name="draft_mark" value="of-somebody">')

    assert unkept_text(whole.format("")) == ["words"]
    assert unkept_text(whole.format('<input type="hidden" name="draft_mark" value="">')) == ["words"]
    assert unkept_text(marked) == []
    assert unkept_text(marked + '<form method="POST"><input name="note"></form>') == ["note"]
