"""Every address of the site, read from the URL configuration itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter


@dataclass(frozen=True)
class Route:
    path: str
    name: str
    view: Any
    parts: dict[str, Any]

    @property
    def rule(self) -> str:
        rule = getattr(self.view, "access_rule", None)
        if rule is None:
            return "NONE"
        return rule.right.name if rule.right else rule.kind

    @property
    def line(self) -> str:
        return f"{self.path} {self.name} {self.rule}"


def walk(
    patterns: list[URLPattern | URLResolver],
    before: str = "",
    parts: dict[str, Any] | None = None,
    spaces: tuple[str, ...] = (),
) -> Iterator[Route]:
    for pattern in patterns:
        path = before + str(pattern.pattern).lstrip("^")
        here = (parts or {}) | getattr(pattern.pattern, "converters", {})
        if isinstance(pattern, URLResolver):
            within = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from walk(pattern.url_patterns, path, here, within)
        else:
            yield Route("/" + path, ":".join((*spaces, pattern.name or "")), pattern.callback, here)


def every_route() -> list[Route]:
    return sorted(walk(get_resolver().url_patterns), key=lambda route: (route.path, route.name))


ID_TYPES = (UUIDConverter,)
NUMBERED = (IntConverter,)
