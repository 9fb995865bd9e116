"""Which page a draft belongs to. Each app says so for its long forms with `drafts_open`."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from goldenthread.process.models import Draft

Text = str | Promise


@dataclass(frozen=True)
class Begun:
    """A draft as its author finds it again. href: the form it belongs to, "" when that page is not known."""

    draft: Draft
    title: str
    href: str

    @property
    def words(self) -> list[str]:
        """What was typed, without ticks, choices and keys: whatever has a space in it or is long."""
        typed = (value.strip() for values in self.draft.fields.values() for value in values)
        return [text for text in typed if " " in text or len(text) > 40]


_PAGES: dict[str, tuple[Text, str, str]] = {}


def drafts_open(form: str, title: Text, url_name: str, query: str = "") -> None:
    """Register a long form: its name before the colon, what to call it, and the page that shows it.

    The keys after the colon, joined by ":", are the address's parts in order; query: what follows the address, such
    as "kind=training". Called from an app's `ready`.
    """
    _PAGES[form] = (title, url_name, query)


def begun(draft: Draft) -> Begun:
    name, _colon, rest = draft.form.partition(":")
    title, url_name, query = _PAGES.get(name, (_("A form"), "", ""))
    return Begun(draft, str(title), _address(url_name, rest, query))


def _address(url_name: str, rest: str, query: str) -> str:
    if not url_name:
        return ""
    try:
        address = reverse(url_name, args=[UUID(part) for part in rest.split(":") if part])
    except (ValueError, NoReverseMatch):
        return ""
    return f"{address}?{query}" if query else address
