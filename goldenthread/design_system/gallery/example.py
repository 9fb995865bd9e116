"""One example of the gallery: the source that a template would hold, and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Example:
    """name: what it shows. source: exactly the template text that makes it. context: what it is handed."""

    name: str
    source: str
    context: Mapping[str, Any] = field(default_factory=dict)

    def shown(self, request: HttpRequest) -> SafeString:
        """The example as a page would show it, made from the very source that stands beside it."""
        made = engines["django"].from_string("{% load golden_thread %}" + self.source)
        return SafeString(made.render(dict(self.context), request))


@dataclass(frozen=True, slots=True)
class Section:
    """Examples that belong together under one heading of the gallery."""

    title: str
    slug: str
    examples: tuple[Example, ...]
