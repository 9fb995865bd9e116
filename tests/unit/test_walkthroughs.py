"""The walkthroughs name functions and files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WALKTHROUGHS = sorted((ROOT / "docs" / "walkthroughs").glob("*.md"))
CODE = "\n".join(
    path.read_text() for room in ("goldenthread", "sendlaw", "tests") for path in sorted((ROOT / room).rglob("*.py"))
)


def lost(text: str) -> list[str]:
    """Names with an underscore, and paths, that the code does not have."""
    names = {name.split(".")[-1] for name in re.findall(r"`([a-z_.]+)\(?[^`]*`", text)}
    paths = {path.split(":")[0] for path in re.findall(r"`((?:goldenthread|tests|sendlaw|docs)/[^`*]+)`", text)}
    gone = [name for name in names if "_" in name and not re.search(rf"\b{re.escape(name)}\b", CODE)]
    return sorted(gone) + sorted(path for path in paths if not (ROOT / path).exists())


@pytest.mark.parametrize("walkthrough", WALKTHROUGHS, ids=lambda path: path.stem)
def test_a_walkthrough_names_only_what_is_there(walkthrough: Path):
    assert lost(walkthrough.read_text()) == []


def test_a_name_that_is_gone_is_noticed():
    gone = "no_such_" + "function"

    assert lost(f"Then `{gone}` writes it into `goldenthread/nowhere.py`.") == [gone, "goldenthread/nowhere.py"]
