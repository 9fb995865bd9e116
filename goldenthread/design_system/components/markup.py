"""Small pieces that every component shares: attributes, joining, and choosing among named kinds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString


def joined(parts: Iterable[object], separator: str = "") -> SafeString:
    """The parts one after another, each escaped unless it is already safe."""
    return SafeString(separator.join(conditional_escape(part) for part in parts))  # type: ignore[arg-type]


def attributes(values: Mapping[str, object]) -> SafeString:
    """HTML attributes, each with a space before it.

    True gives the bare name, False, None and "" leave the attribute out; everything else is escaped.
    """
    return joined(
        SafeString(f" {name}") if value is True else format_html(' {}="{}"', name, value)
        for name, value in values.items()
        if value not in (False, None, "")
    )


def one_of(kinds: Collection[str], chosen: str, what: str) -> str:
    """The chosen kind, or a ValueError that names the kinds there are."""
    if chosen not in kinds:
        raise ValueError(f"{what} must be one of {', '.join(kinds)}, not {chosen!r}.")
    return chosen
