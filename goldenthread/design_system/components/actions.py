"""Buttons and the ways back: what a reader presses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from goldenthread.design_system.components.markup import attributes, joined, one_of

KINDS = {
    "primary": "",
    "secondary": " govuk-button--secondary",
    "warning": " govuk-button--warning",
    "quiet": " gt-button--quiet",
    "start": " govuk-button--start",
}

ARROW = SafeString(
    ' <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19"'
    ' viewBox="0 0 33 40" aria-hidden="true" focusable="false">'
    '<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>'
)


def button(
    text: str,
    href: str = "",
    *,
    kind: str = "primary",
    name: str = "",
    value: str = "",
    form: str = "",
    formaction: str = "",
    disabled: bool = False,
    once: bool = False,
    hidden: str = "",
) -> SafeString:
    """A button that sends its form, or a link that looks like one when `href` is given.

    kind: primary, secondary, warning, quiet or start. once: a second quick press is ignored.
    hidden: words read out after the text, to tell equal buttons of a list apart.
    """
    classes = f"govuk-button{KINDS[one_of(KINDS, kind, 'The kind of a button')]}"
    shared = {"class": classes, "data-module": "govuk-button"}
    aside = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden) if hidden else ""
    inside = joined([text, aside, ARROW if kind == "start" else ""])
    if href:
        link = {"href": href, "role": "button", "draggable": "false"}
        return format_html("<a{}>{}</a>", attributes(link | shared), inside)
    pressed: dict[str, object] = {
        "type": "submit",
        "name": name,
        "value": value,
        "form": form,
        "formaction": formaction,
        "disabled": disabled,
        "aria-disabled": "true" if disabled else "",
        "data-prevent-double-click": "true" if once else "",
    }
    return format_html("<button{}>{}</button>", attributes(pressed | shared), inside)


def back_link(href: str, text: str = "") -> SafeString:
    """The way back to the page before; stands above the heading."""
    return format_html('<a href="{}" class="govuk-back-link">{}</a>', href, text or gettext("Back"))


def breadcrumbs(trail: Iterable[Mapping[str, str]]) -> SafeString:
    """Where this page stands, from the first page down. Each part has text and, except the last, href."""
    parts = (
        format_html(
            '<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="{}">{}</a></li>',
            part["href"],
            part["text"],
        )
        if part.get("href")
        else format_html('<li class="govuk-breadcrumbs__list-item" aria-current="page">{}</li>', part["text"])
        for part in trail
    )
    return format_html(
        '<nav class="govuk-breadcrumbs" aria-label="{}"><ol class="govuk-breadcrumbs__list">{}</ol></nav>',
        gettext("Breadcrumb"),
        joined(parts),
    )
