"""Lists: facts as a summary, cards, newer and older, and the panel that narrows a list down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from goldenthread.design_system.components.actions import button
from goldenthread.design_system.components.markup import joined

ICON = (
    '<svg class="govuk-pagination__icon govuk-pagination__icon--{}" xmlns="http://www.w3.org/2000/svg"'
    ' height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="{}"></path></svg>'
)
PREVIOUS_ICON = format_html(
    ICON,
    "prev",
    "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062"
    " 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
)
NEXT_ICON = format_html(
    ICON,
    "next",
    "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896"
    "l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
)


def summary_list(rows: Iterable[Mapping[str, Any]], card_title: str = "") -> SafeString:
    """Facts by name. Each row has key, value and may have actions: (text, href, hidden) mappings."""
    body = format_html('<dl class="govuk-summary-list">{}</dl>', joined(_summary_row(row) for row in rows))
    if not card_title:
        return body
    return format_html(
        '<div class="govuk-summary-card"><div class="govuk-summary-card__title-wrapper">'
        '<h2 class="govuk-summary-card__title">{}</h2></div>'
        '<div class="govuk-summary-card__content">{}</div></div>',
        card_title,
        body,
    )


def _summary_row(row: Mapping[str, Any]) -> SafeString:
    return format_html(
        '<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{}</dt>'
        '<dd class="govuk-summary-list__value">{}</dd>{}</div>',
        row["key"],
        row["value"],
        _summary_actions(row.get("actions", ())),
    )


def _summary_actions(actions: Iterable[Mapping[str, str]]) -> SafeString | str:
    links = [_summary_link(action) for action in actions]
    if not links:
        return ""
    if len(links) == 1:
        return format_html('<dd class="govuk-summary-list__actions">{}</dd>', links[0])
    listed = joined(format_html('<li class="govuk-summary-list__actions-list-item">{}</li>', link) for link in links)
    return format_html(
        '<dd class="govuk-summary-list__actions"><ul class="govuk-summary-list__actions-list">{}</ul></dd>',
        listed,
    )


def _summary_link(action: Mapping[str, str]) -> SafeString:
    hidden = action.get("hidden")
    aside = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a class="govuk-link" href="{}">{}{}</a>', action["href"], action["text"], aside)


def card_list(cards: Iterable[Mapping[str, Any]], heading_level: int = 3, single: bool = False) -> SafeString:
    """Cards to choose among; the whole card is the target of its one link.

    Each card has title, and may have href, text, facts (short pieces in one line) and state (safe markup).
    single: one card to a row at every width.
    """
    modifier = " gt-cards--single" if single else ""
    return format_html('<ul class="gt-cards{}">{}</ul>', modifier, joined(_card(card, heading_level) for card in cards))


def _card(card: Mapping[str, Any], level: int) -> SafeString:
    title = card["title"]
    if card.get("href"):
        title = format_html('<a class="govuk-link" href="{}">{}</a>', card["href"], title)
    text = format_html('<p class="gt-card__text">{}</p>', card["text"]) if card.get("text") else ""
    stands = format_html('<p class="gt-card__text">{}</p>', card["state"]) if card.get("state") else ""
    facts = joined(format_html("<li>{}</li>", fact) for fact in card.get("facts", ()) if fact)
    line = format_html('<ul class="gt-facts gt-card__facts">{}</ul>', facts) if facts else ""
    return format_html(
        '<li class="gt-card"><h{0} class="gt-card__title">{1}</h{0}>{2}{3}{4}</li>',
        level,
        title,
        stands,
        text,
        line,
    )


def pagination(newer_href: str = "", older_href: str = "", newer_text: str = "", older_text: str = "") -> SafeString:
    """The way to the newer and the older part of a long list; nothing at all when there is only one part.

    The texts replace "Newer" and "Older", for lists that are not in order of time.
    """
    if not newer_href and not older_href:
        return SafeString("")
    newer = _page_link("prev", newer_href, newer_text or gettext("Newer"), PREVIOUS_ICON)
    older = _page_link("next", older_href, older_text or gettext("Older"), NEXT_ICON)
    return format_html(
        '<nav class="govuk-pagination govuk-pagination--block" aria-label="{}">{}{}</nav>',
        gettext("Pagination"),
        newer,
        older,
    )


def _page_link(direction: str, href: str, text: str, icon: SafeString) -> SafeString | str:
    if not href:
        return ""
    return format_html(
        '<div class="govuk-pagination__{0}">'
        '<a class="govuk-link govuk-pagination__link" href="{1}" rel="{0}">{2}'
        '<span class="govuk-pagination__link-title govuk-pagination__link-title--decorated">{3}'
        '<span class="govuk-visually-hidden"> {4}</span></span></a></div>',
        direction,
        href,
        icon,
        text,
        gettext("page"),
    )


def filter_panel(
    content: str,
    action: str = "",
    chosen: Iterable[Mapping[str, str]] = (),
    label: str = "",
    submit: str = "",
) -> SafeString:
    """A form that narrows the list below it, and what is chosen now, each with a link that takes it away.

    chosen: mappings with text and href (the same list without that choice).
    """
    removable = joined(
        format_html(
            '<li><a class="gt-filter__remove" href="{}"><span class="govuk-visually-hidden">{} </span>{}'
            ' <span aria-hidden="true">×</span></a></li>',
            choice["href"],
            gettext("Remove this filter:"),
            choice["text"],
        )
        for choice in chosen
    )
    return format_html(
        '<form class="gt-filter" method="get" action="{}" aria-label="{}" novalidate>'
        '<div class="gt-filter__fields">{}{}</div>{}</form>',
        action,
        label or gettext("Narrow the list"),
        content,
        button(submit or gettext("Show"), kind="secondary"),
        format_html('<ul class="gt-filter__chosen">{}</ul>', removable) if removable else "",
    )
