"""Our own pictograms for Easy Read, drawn in lines: one file each in pictures/, on a field of 48 by 48.

They take the colour of the text around them, so they are as easy to see in dark mode and in print. They say again what
the sentence beside them says, so they are hidden from screen readers.
"""

from __future__ import annotations

from importlib.resources import files

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


def _drawn() -> dict[str, str]:
    """Name → the shapes. The files ship with the program and hold shapes only."""
    folder = files("goldenthread.local_offer.sections").joinpath("pictures")
    found = {one.name.removesuffix(".svg"): one.read_text("utf-8").strip() for one in folder.iterdir()}
    return dict(sorted(found.items()))


_SHAPES = _drawn()
PICTURES: tuple[str, ...] = tuple(_SHAPES)


def picture(name: str) -> SafeString:
    """The drawing, ready for a page; an empty one for a name that is none."""
    if name not in _SHAPES:
        return mark_safe("")
    return format_html(
        '<svg width="72" height="72" viewBox="0 0 48 48" aria-hidden="true" focusable="false" fill="none"'
        ' stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">{}</svg>',
        mark_safe(_SHAPES[name]),  # noqa: S308  (our own file, never anybody's words)
    )
