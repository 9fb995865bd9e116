"""What comments are grouped by: the sections of the offer, and the offer as a whole."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..vocabulary import SECTIONS

WHOLE = _("The whole Local Offer")


def themes() -> list[tuple[str, str | Promise]]:
    """Code and name of each, the sections in their own order and the whole offer last."""
    return [*((term.code, term.name) for term in SECTIONS.terms), ("", WHOLE)]


def theme_name(code: str) -> str | Promise:
    term = SECTIONS.term(code) if code else None
    return term.name if term else WHOLE
