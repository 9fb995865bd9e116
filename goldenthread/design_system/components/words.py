"""Words in a line of text: a date, a person, a term with its explanation, more on request."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime

from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldenthread.design_system.components.markup import attributes, one_of

DATE_SHAPES = {"full": "j F Y", "short": "j M", "weekday": "l j F Y", "month": "F Y"}


def date(value: Date | datetime | None, shape: str = "full", none: str = "") -> SafeString:
    """A date that machines can read too. A moment is given with its time, in London.

    shape: full (21 November 2026), short (21 Nov), weekday (Saturday 21 November 2026) or month.
    none: what to show when there is no date.
    """
    pattern = DATE_SHAPES[one_of(DATE_SHAPES, shape, "The shape of a date")]
    if not isinstance(value, Date):
        return format_html("{}", none)
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
        pattern += ", g.i a"
    words = formats.date_format(value, pattern)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


def person(name: str, role: str = "", href: str = "") -> SafeString:
    """A person and in what capacity, such as "Ms Osei (SENCO)"."""
    shown = format_html('<a class="govuk-link" href="{}">{}</a>', href, name) if href else name
    capacity = format_html(' <span class="gt-person__role">({})</span>', role) if role else ""
    return format_html('<span class="gt-person">{}{}</span>', shown, capacity)


def term(word: str, explanation: str, href: str = "", more: str = "") -> SafeString:
    """A word of the field with its explanation one tap away; works without JavaScript.

    It opens downwards, so it may stand in a div, a list or a table cell but never inside a <p>.
    href and more: a link to the word in the glossary.
    """
    link = format_html(' <a class="govuk-link" href="{}">{}</a>', href, more or word) if href else ""
    return format_html(
        '<details class="gt-term"><summary>{}</summary><span class="gt-term__text">{}{}</span></details>',
        word,
        explanation,
        link,
    )


def details(content: str, summary: str, open: bool = False, id: str = "") -> SafeString:
    """More on request: one line that opens to the content."""
    return format_html(
        '<details{}><summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">{}</span></summary>'
        '<div class="govuk-details__text">{}</div></details>',
        attributes({"id": id, "class": "govuk-details", "open": open}),
        summary,
        content,
    )
