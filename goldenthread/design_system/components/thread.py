"""The thread: a child's time as one gold line, and the line that joins need to evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.components import shapes
from goldenthread.design_system.components.markup import joined, one_of
from goldenthread.design_system.components.words import date

KINDS = {
    "note": _("Note"),
    "session": _("Session"),
    "missed": _("Missed session"),
    "decision": _("Decision"),
    "plan": _("Plan"),
    "review": _("Review"),
    "words": _("In their own words"),
    "letter": _("Letter"),
    "worry": _("Worry"),
}

END = SafeString(
    '<svg class="gt-thread__end" viewBox="0 0 56 48" aria-hidden="true" focusable="false">'
    '<path d="M12.5 0v9c0 17 9 27 20 27 8 0 13-5 13-12s-5-12-11-12-11 5-11 12c0 10 10 19 31 20"/></svg>'
)


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """One thing that happened: when, who says so, what, and where to read more.

    kind gives the knot on the line and its word: note, session, missed, decision, plan, review, words,
    letter or worry. words: what somebody said, shown as given and set apart.
    """

    on: Date
    who: str
    text: object = ""
    kind: str = "note"
    link_href: str = ""
    link_text: str = ""
    words: str = ""


def thread(entries: Sequence[ThreadEntry], ahead: str = "", ended: bool = True) -> SafeString:
    """A child's timeline, newest first, down one gold line.

    ahead: what comes next, on the part of the line not yet spun. ended: the last entry is the first
    thing that happened, so the line curls and stops; False when older entries are on another page.
    """
    coming = format_html('<li class="gt-thread__ahead">{}</li>', ahead) if ahead else ""
    last = len(entries) - 1
    lines = joined(_entry(entry, place == last and ended) for place, entry in enumerate(entries))
    return format_html('<ol class="gt-thread{}">{}{}</ol>', "" if ended else " gt-thread--open", coming, lines)


def _entry(entry: ThreadEntry, last: bool) -> SafeString:
    kind = one_of(KINDS, entry.kind, "The kind of an entry on the thread")
    return format_html(
        '<li class="gt-thread__entry gt-thread__entry--{}{}">{}<div class="gt-thread__when">{}'
        '<span class="gt-thread__kind">{}</span></div><div class="gt-thread__text">'
        '<span class="gt-thread__who">{}</span> {}</div>{}{}{}</li>',
        kind,
        " gt-thread__entry--last" if last else "",
        shapes.drawn(shapes.ENTRIES[kind], "gt-thread__shape", 25),
        date(entry.on),
        KINDS[kind],
        entry.who,
        entry.text,
        _words(entry),
        _more(entry),
        END if last else "",
    )


def _words(entry: ThreadEntry) -> SafeString | str:
    return format_html('<blockquote class="gt-thread__words">{}</blockquote>', entry.words) if entry.words else ""


def _more(entry: ThreadEntry) -> SafeString | str:
    if not entry.link_href:
        return ""
    text = entry.link_text or gettext("Read more")
    return format_html('<p class="gt-thread__more"><a class="govuk-link" href="{}">{}</a></p>', entry.link_href, text)


@dataclass(frozen=True, slots=True)
class JoinedPart:
    """One bead: its label (Need, Outcome, Provision, Evidence), its text, and a link.

    An empty text is a missing link of the chain and is shown as missing, not left out.
    """

    label: str
    text: object = ""
    href: str = ""
    state: SafeString | str = ""


def joined_parts(parts: Iterable[JoinedPart], across: bool = True) -> SafeString:
    """What belongs together, joined by the gold line; across the page where there is room."""
    direction = " gt-joined--across" if across else ""
    return format_html('<ol class="gt-joined{}">{}</ol>', direction, joined(_bead(part) for part in parts))


def _bead(part: JoinedPart) -> SafeString:
    text: object = part.text
    if not text:
        text = format_html('<span class="gt-joined__missing">{}</span>', gettext("Nothing yet"))
    elif part.href:
        text = format_html('<a class="govuk-link" href="{}">{}</a>', part.href, text)
    return format_html(
        '<li class="gt-joined__part{}"><span class="gt-joined__label">{}</span>{}{}</li>',
        "" if part.text else " gt-joined__part--missing",
        part.label,
        text,
        format_html("<div>{}</div>", part.state) if part.state else "",
    )
