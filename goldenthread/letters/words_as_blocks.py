"""A sender's own words, written with a little form, as the blocks of a document."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from goldenthread.documents.blocks import Block, Heading, List, Paragraph, Run, Runs, Voice, runs
from goldenthread.documents.rich_text import READER
from goldenthread.privacy.plain_text import clean


def blocks_of(words: str) -> tuple[Block, ...]:
    """Paragraphs, lists and small headings. Bold and slanted words stay so; of a link its words and address stay."""
    return tuple(_blocks(READER.parse(clean(words))))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    points: list[Runs] | None = None
    numbered = False
    for place, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open" | "ordered_list_open" if points is None:
                points, numbered = [], token.type == "ordered_list_open"
            case "bullet_list_close" | "ordered_list_close" if points is not None and token.level == 0:
                yield List(tuple(points), numbered)
                points = None
            case "inline":
                spoken = _runs(token.children or [])
                if not spoken:
                    continue
                if points is not None:
                    points.append(spoken)
                elif tokens[place - 1].type == "heading_open":
                    yield Heading(2, "".join(run.text for run in spoken))
                else:
                    yield Paragraph(spoken)


def _runs(tokens: list[Token]) -> Runs:
    voice, address = Voice.PLAIN, ""
    spoken: list[Run] = []
    for token in tokens:
        match token.type:
            case "strong_open":
                voice = Voice.STRONG
            case "em_open":
                voice = Voice.EMPHASIS
            case "strong_close" | "em_close":
                voice = Voice.PLAIN
            case "softbreak" | "hardbreak":
                spoken.append(Run("\n"))
            case "link_open":
                address = str(token.attrGet("href") or "")
            case "link_close":
                if address and address not in {run.text for run in spoken[-1:]}:
                    spoken.append(Run(f" ({address})"))
            case _ if token.content:
                spoken.append(Run(token.content, voice))
    return runs(*spoken)
