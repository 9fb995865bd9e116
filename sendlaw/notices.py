"""What each notice must say. A letter with a "must" part missing is not to be issued.

A notice of an appealable decision carries the appeal block: all its parts, mediation information
included. A notice that lacks one may justify a late appeal.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from sendlaw.refusal import Refused


@dataclass(frozen=True, slots=True)
class NoticePart:
    """One thing a notice says. `must` is law; otherwise the Code of Practice says it should be there."""

    code: str
    says: str
    must: bool
    citation: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind of notice: to whom it goes and everything it must and should say, in order."""

    decision: str
    title: str
    to: tuple[str, ...]
    citation: str
    certainty: str
    carries_appeal_block: bool
    parts: tuple[NoticePart, ...]


def _part(row: Mapping[str, Any], citation: str, certainty: str) -> NoticePart:
    return NoticePart(
        row["code"], row["says"], row.get("must", True), row.get("citation", citation), row.get("certainty", certainty)
    )


def _block(block: Mapping[str, Any]) -> tuple[NoticePart, ...]:
    return tuple(_part(row, block["citation"], block["certainty"]) for row in block["parts"])


def _notice(name: str, row: Mapping[str, Any], appeal: tuple[NoticePart, ...]) -> Notice:
    own = tuple(_part(part, row["citation"], row["certainty"]) for part in row["parts"])
    parts = (*own, *appeal) if row["appeal_block"] else own
    return Notice(name, row["title"], tuple(row["to"]), row["citation"], row["certainty"], row["appeal_block"], parts)


def _load() -> dict[str, Notice]:
    tables = tomllib.loads((files(__package__) / "notices.toml").read_text(encoding="utf-8"))
    appeal = (*_block(tables["blocks"]["appeal"]), *_block(tables["blocks"]["mediation"]))
    return {name: _notice(name, row, appeal) for name, row in tables["notice"].items()}


NOTICES: Mapping[str, Notice] = _load()


def notice_contents(decision: str) -> tuple[NoticePart, ...]:
    """Everything the notice of a decision must and should say, in order. Refuses an unknown decision."""
    if decision not in NOTICES:
        known = ", ".join(sorted(NOTICES))
        raise Refused(f"There is no notice called {decision!r}. The notices that are known: {known}.")
    return NOTICES[decision].parts


def missing_from_notice(decision: str, present: Iterable[str]) -> tuple[NoticePart, ...]:
    """The parts that the law requires and the notice does not have (`present` holds codes); empty when it may go."""
    have = frozenset(present)
    return tuple(part for part in notice_contents(decision) if part.must and part.code not in have)
