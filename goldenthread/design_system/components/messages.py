"""What frames words: problems, news, warnings, questions that belong together, and nothing to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zlib import crc32

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from goldenthread.design_system.components.actions import button
from goldenthread.design_system.components.markup import joined, one_of

BANNERS = ("information", "success")


def error_summary(errors: Iterable[Mapping[str, str]], title: str = "", description: str = "") -> SafeString:
    """What went wrong, at the top of the page; each error has text and, where it can be mended, href."""
    lines = joined(
        format_html('<li><a href="{}">{}</a></li>', error["href"], error["text"])
        if error.get("href")
        else format_html("<li>{}</li>", error["text"])
        for error in errors
    )
    listed = format_html('<ul class="govuk-list govuk-error-summary__list">{}</ul>', lines) if lines else ""
    return format_html(
        '<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">'
        '<h2 class="govuk-error-summary__title">{}</h2><div class="govuk-error-summary__body">{}{}</div>'
        "</div></div>",
        title or gettext("There is a problem"),
        format_html("<p>{}</p>", description) if description else "",
        listed,
    )


def notification_banner(content: str, heading: str = "", kind: str = "information", title: str = "") -> SafeString:
    """News about the whole page. kind success is read out at once; title is the word on the band."""
    one_of(BANNERS, kind, "The kind of a notification banner")
    success = kind == "success"
    word = title or (gettext("Success") if success else gettext("Important"))
    head = format_html('<p class="govuk-notification-banner__heading">{}</p>', heading) if heading else ""
    # The id is made of the words, so that two banners on one page keep their own titles.
    mark = f"banner-{crc32(f'{word}{heading}{content}'.encode()):08x}"
    return format_html(
        '<div class="govuk-notification-banner{}" role="{}" aria-labelledby="{}"'
        ' data-module="govuk-notification-banner"><div class="govuk-notification-banner__header">'
        '<h2 class="govuk-notification-banner__title" id="{}">{}</h2></div>'
        '<div class="govuk-notification-banner__content">{}{}</div></div>',
        " govuk-notification-banner--success" if success else "",
        "alert" if success else "region",
        mark,
        mark,
        word,
        head,
        content,
    )


def warning(text: str) -> SafeString:
    """One thing that has serious consequences if missed."""
    return format_html(
        '<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span>'
        '<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">{}</span>{}</strong>'
        "</div>",
        gettext("Warning") + " ",
        text,
    )


def inset(content: str) -> SafeString:
    """A quotation or an example, set apart by the gold line."""
    return format_html('<div class="govuk-inset-text">{}</div>', content)


def fieldset(content: str, legend: str, page_heading: bool = False) -> SafeString:
    """Several questions that belong together, under one legend, which may be the page's heading."""
    words: object = legend
    size = ""
    if page_heading:
        words = format_html('<h1 class="govuk-fieldset__heading">{}</h1>', legend)
        size = " govuk-fieldset__legend--l"
    return format_html(
        '<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend{}">{}</legend>{}</fieldset>',
        size,
        words,
        content,
    )


def empty_state(title: str, text: str = "", action_text: str = "", action_href: str = "") -> SafeString:
    """What stands where a list would be when there is nothing in it: why, and what to do about it."""
    words = format_html('<p class="gt-empty__text">{}</p>', text) if text else ""
    action = (
        format_html('<div class="gt-empty__action">{}</div>', button(action_text, action_href, kind="secondary"))
        if action_href
        else ""
    )
    return format_html('<div class="gt-empty"><p class="gt-empty__title">{}</p>{}{}</div>', title, words, action)
