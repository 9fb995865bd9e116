"""HTML as a list of lines that does not depend on spaces or on the order of attributes, for comparing."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

VOID = {"br", "hr", "img", "input", "meta", "link", "rect", "path", "circle", "line"}
FIXTURES = json.loads((Path(__file__).parent / "govuk_fixtures.json").read_text())


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.depth = 0
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.flush()
        named = " ".join(f"{name}={_value(name, value)}" for name, value in sorted(attrs, key=lambda pair: pair[0]))
        self.lines.append(f"{'  ' * self.depth}<{tag} {named}>".replace(" >", ">"))
        self.depth += tag not in VOID

    def handle_endtag(self, tag: str) -> None:
        self.flush()
        self.depth -= tag not in VOID

    def handle_data(self, data: str) -> None:
        self.text += data

    def flush(self) -> None:
        words = " ".join(self.text.split())
        if words:
            self.lines.append("  " * self.depth + words)
        self.text = ""


def _value(name: str, value: str | None) -> str:
    return " ".join(sorted((value or "").split())) if name == "class" else value or ""


def lines(html: object) -> list[str]:
    """The elements and texts of the markup, one a line, indented by depth."""
    reader = _Lines()
    reader.feed(str(html))
    reader.flush()
    return reader.lines


def fixture(component: str, name: str) -> list[str]:
    """The library's own markup for one example."""
    return lines(FIXTURES[component][name])


def replaced(component: str, name: str, changes: dict[str, str]) -> list[str]:
    """As `fixture`, with some pieces of the markup changed first; each must be there."""
    html = FIXTURES[component][name]
    for old, new in changes.items():
        assert old in html, f"{component} {name} no longer holds {old!r}"
        html = html.replace(old, new)
    return lines(html)
