"""A row of links that fits every width: what does not fit stands behind "More"; style alone shows each one once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.safestring import SafeString

from goldenthread.design_system.components.markup import escaped, joined


def row_links(links: Iterable[Mapping[str, Any]], more: str, more_of: str) -> SafeString:
    """Links, never buttons, with text and href, and maybe current (the page that is open) and count (what waits there).

    more, more_of: what the menu of the rest is called, and of what it is the rest, read out.
    """
    shown = [(bool(link.get("current")), _inside(link), escaped(link["href"])) for link in links]
    row = joined(_item(here, _link(here, inside, href, "gt-navigation__link")) for here, inside, href in shown)
    if len(shown) < 3:
        return SafeString(f'<ul class="gt-row__list">{row}</ul>')
    menu = joined(_item(here, _link(here, inside, href)) for here, inside, href in shown)
    return SafeString(
        f'<ul class="gt-row__list">{row}</ul><details class="gt-menu gt-row__more"><summary class="gt-row__summary">'
        f'{escaped(more)}<span class="govuk-visually-hidden">, {escaped(more_of)}</span></summary>'
        f'<ul class="gt-menu__panel gt-row__panel">{menu}</ul></details>'
    )


def _item(here: bool, link: str) -> SafeString:
    marked = ' class="gt-row__here"' if here else ""
    return SafeString(f"<li{marked}>{link}</li>")


def _link(here: bool, inside: str, href: str, look: str = "") -> str:
    """Of pieces that are escaped already."""
    shape = f' class="{look}"' if look else ""
    marked = ' aria-current="page"' if here else ""
    return f'<a{shape} href="{href}"{marked}>{inside}</a>'


def _inside(link: Mapping[str, Any]) -> str:
    count = f' <span class="gt-count">{escaped(link["count"])}</span>' if link.get("count") else ""
    return escaped(link["text"]) + count
