"""Codes of local authorities: those of today, and those that live on inside numbers given long ago."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.conf import settings

DEMO_CODE = "399"  # given to no authority; known only while the demo area is on


@dataclass(frozen=True)
class LocalAuthorityCode:
    """ended: the year the code was given up, or None while it is in use."""

    code: str
    name: str
    region: str
    ended: int | None = None


@cache
def _listed() -> dict[str, LocalAuthorityCode]:
    text = (files(__package__) / "codesets" / "la_codes.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["code"]: LocalAuthorityCode(row["code"], row["name"], row["region"], int(row["ended"] or 0) or None)
        for row in rows
    }


def authority_with_code(code: str) -> LocalAuthorityCode | None:
    """The authority that has, or once had, this three-digit code; None when no list of ours knows it."""
    if code == DEMO_CODE and settings.DEMO_DOOR:
        return LocalAuthorityCode(DEMO_CODE, "Larkmere (invented)", "London")
    return _listed().get(code)
