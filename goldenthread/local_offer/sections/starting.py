"""The pages that ship with Golden Thread: what an authority begins with, written to be changed (texts/)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PART = re.compile(r"^=== (sources|body|easy read)$", re.MULTILINE)


@dataclass(frozen=True)
class StartingPage:
    """One shipped page. order and slug come from the file's name."""

    slug: str
    order: int
    section: str
    owner: str
    title: str
    summary: str
    sources: str
    body: str
    easy_read: str


@cache
def starting_pages() -> tuple[StartingPage, ...]:
    """All of them, in order."""
    folder = files("goldenthread.local_offer.sections").joinpath("texts")
    named = sorted((one.name, one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".txt"))
    return tuple(_read(name, text) for name, text in named)


def _read(name: str, text: str) -> StartingPage:
    order, _dash, slug = name.removesuffix(".txt").partition("-")
    head, *parts = _PART.split(text)
    facts = dict(line.split(": ", 1) for line in head.strip().splitlines())
    named = dict(zip(parts[::2], (part.strip() for part in parts[1::2]), strict=True))
    return StartingPage(
        slug=slug, order=int(order), section=facts["section"], owner=facts["owner"], title=facts["title"],
        summary=facts["summary"], sources=named["sources"], body=named["body"], easy_read=named["easy read"],
    )  # fmt: skip
