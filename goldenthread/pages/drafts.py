"""Which page a draft belongs to. Each app says so for its long forms with `drafts_open`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from goldenthread.process.drafts import TITLE
from goldenthread.process.keeping import FAMILY, PAGE
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
        fields = (values for name, values in self.draft.fields.items() if name != TITLE)
        typed = (value.strip() for values in fields for value in values)
        return [text for text in typed if " " in text or len(text) > 40]


@dataclass(frozen=True)
class _Opens:
    title: Text
    url_name: str
    query: str
    then: tuple[str, ...]


_PAGES: dict[str, _Opens] = {}


def drafts_open(form: str, title: Text, url_name: str, query: str = "", then: Iterable[str] = ()) -> None:
    """Register a long form: its name before the colon, what to call it, and the page that shows it.

    The keys after the colon, joined by ":", are the address's parts in order, and then come the parts that are always
    the same for this form, such as a language; query: what follows the address, such as "kind=training". Called from an
    app's `ready`.
    """
    _PAGES[form] = _Opens(title, url_name, query, tuple(then))


def begun(draft: Draft) -> Begun:
    name, _colon, rest = draft.form.partition(":")
    if name in (PAGE, FAMILY):
        return Begun(draft, " ".join(draft.fields.get(TITLE, [])) or _("A form"), rest)
    opens = _PAGES.get(name)
    return Begun(draft, str(opens.title), _address(opens, rest)) if opens else Begun(draft, _("A form"), "")


def _address(opens: _Opens, rest: str) -> str:
    try:
        keys = [UUID(part) for part in rest.split(":") if part]
        address = reverse(opens.url_name, args=[*keys, *opens.then])
    except (ValueError, NoReverseMatch):
        return ""
    return f"{address}?{opens.query}" if opens.query else address
