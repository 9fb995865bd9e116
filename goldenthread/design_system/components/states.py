"""How things stand: tags, the five states, delivered against planned, and steps of a process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.components import shapes
from goldenthread.design_system.components.markup import attributes, joined, one_of

TAGS = ("", "green", "purple", "red", "grey")
WORDS = {
    "met": _("Met"),
    "due": _("Due"),
    "late": _("Late"),
    "excused": _("Lawfully excused"),
    "waiting": _("Waiting"),
}
STEP_WORDS = {"done": _("Done"), "now": _("Now"), "next": _("Still to come")}
SEGMENTS_UP_TO = 12
BAR_LENGTH = 100
BAR_HEIGHT = 12
GAP = 3


def tag(text: str, colour: str = "grey") -> SafeString:
    """A neutral word on a soft ground. colour: grey, green, purple, red, or "" for blue."""
    one_of(TAGS, colour, "The colour of a tag")
    modifier = f" govuk-tag--{colour}" if colour else ""
    return format_html('<strong class="govuk-tag{}">{}</strong>', modifier, text)


def state(kind: str, text: str = "") -> SafeString:
    """One of the five states of a duty, as word, shape and colour. text replaces the usual word."""
    one_of(WORDS, kind, "A state")
    shape = shapes.drawn(shapes.STATES[kind], "gt-state__shape", 16)
    return format_html('<span class="gt-state gt-state--{}">{}{}</span>', kind, shape, text or WORDS[kind])


def progress_bar(delivered: float, planned: float, unit: str = "", label: str = "") -> SafeString:
    """Delivered against planned: a small bar, always with the same in words.

    Up to twelve whole planned pieces are drawn one by one, more as one bar. Delivered may pass planned:
    the bar is then full and the words give the true number. Nothing planned is said in words alone.
    """
    words = format_html('<span class="gt-progress__words">{}</span>', progress_words(delivered, planned, unit))
    heard = format_html('<span class="govuk-visually-hidden">{}: </span>', label) if label else ""
    drawing = _progress_drawing(delivered, planned) if planned > 0 else ""
    return format_html('<span class="gt-progress">{}{}{}</span>', heard, drawing, words)


def progress_words(delivered: float, planned: float, unit: str = "") -> str:
    """What a progress bar shows, as one phrase, such as "2 of 3 sessions done"; a share of a hundred as "84 %"."""
    if planned <= 0:
        return gettext("None planned")
    if unit == "%":
        return f"{delivered:g}\u00a0%"
    values = {"delivered": f"{delivered:g}", "planned": f"{planned:g}", "unit": unit}
    if unit:
        return gettext("%(delivered)s of %(planned)s %(unit)s done") % values
    return gettext("%(delivered)s of %(planned)s done") % values


@lru_cache(maxsize=2048)
def _progress_drawing(delivered: float, planned: float) -> SafeString:
    pieces = int(planned) if planned == int(planned) and planned <= SEGMENTS_UP_TO else 1
    width = BAR_LENGTH / pieces
    full = width - (GAP if pieces > 1 else 0)
    share = min(max(delivered / planned, 0), 1)
    filled = [(piece * width, min(max(share * pieces - piece, 0), 1) * full) for piece in range(pieces)]
    outlined = "".join(_piece(left, full, edge=0.5) for left, _ in filled)
    solid = "".join(_piece(left, length) for left, length in filled if length)
    # Only numbers of our own go into the drawing.
    return SafeString(
        f'<svg class="gt-progress__bar" viewBox="0 0 {BAR_LENGTH} {BAR_HEIGHT}" preserveAspectRatio="none"'
        f' aria-hidden="true" focusable="false"><path class="gt-progress__planned" d="{outlined}"/>'
        f'<path class="gt-progress__delivered" d="{solid}"/></svg>'
    )


def _piece(left: float, length: float, edge: float = 0) -> str:
    """One box of the bar, drawn `edge` inside its place."""
    across, down = f"{length - 2 * edge:.4g}", f"{BAR_HEIGHT - 2 * edge:g}"
    return f"M{left + edge:.4g} {edge:g}h{across}v{down}h-{across}z"


def steps(parts: Iterable[Mapping[str, str]]) -> SafeString:
    """The steps of a process down the page, joined by the thread as far as it has come.

    Each part has text, state (done, now or next) and may have note (a date or a name) and href.
    """
    return format_html('<ol class="gt-steps">{}</ol>', joined(_step(part) for part in parts))


def _step(part: Mapping[str, str]) -> SafeString:
    where = one_of(STEP_WORDS, part["state"], "The state of a step")
    name = (
        format_html('<a class="govuk-link" href="{}">{}</a>', part["href"], part["text"])
        if part.get("href")
        else part["text"]
    )
    note = format_html('<span class="gt-steps__note">{}</span>', part["note"]) if part.get("note") else ""
    return format_html(
        '<li class="gt-steps__step gt-steps__step--{}"{}>{}<span class="govuk-visually-hidden">{}: </span>'
        '<span class="gt-steps__name">{}</span>{}</li>',
        where,
        attributes({"aria-current": "step" if where == "now" else ""}),
        shapes.drawn(shapes.STEPS[where], "gt-steps__shape", 21),
        STEP_WORDS[where],
        name,
        note,
    )
