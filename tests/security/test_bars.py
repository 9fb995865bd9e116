"""docs/bars.md cannot rot: every bar has a row with a standing, and every test it names is there to run."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "docs" / "bars.md"
NAMED = re.compile(r"(tests/[\w/]+\.py)(?:::(\w+))?")
BARS = (*(f"A{n}" for n in range(1, 16)), *(f"B{n}" for n in range(1, 13)), *(f"F{n}" for n in range(1, 16)))
STANDINGS = ("met", "partly", "later")
BREACHES = 14


@cache
def found_in(path: str) -> frozenset[str]:
    """The tests that a file gives, as pytest finds them: functions, and methods of Test classes, called test_."""
    file = ROOT / path
    if not file.exists() or not file.name.startswith("test_"):
        return frozenset()
    tree = ast.parse(file.read_text())
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name.startswith("Test")]
    functions = [node for body in (tree.body, *(one.body for one in classes)) for node in body]
    return frozenset(n.name for n in functions if isinstance(n, ast.FunctionDef) and n.name.startswith("test_"))


def missing(text: str) -> list[str]:
    """Tests that are named and are not there; a file named whole must hold at least one."""
    return [
        f"{path}::{name}" if name else path
        for path, name in NAMED.findall(text)
        if not found_in(path) or (name and name not in found_in(path))
    ]


def rows(text: str) -> dict[str, list[str]]:
    """Bar → its cells: what must hold, the tests, where it stands."""
    lines = [line.strip("|").split("|") for line in text.splitlines() if re.match(r"\| [ABF]\d+ \|", line)]
    assert len({line[0].strip() for line in lines}) == len(lines), "a bar has two rows"
    return {line[0].strip(): [cell.strip() for cell in line[1:]] for line in lines}


def test_every_test_that_the_table_names_is_there():
    assert missing(TABLES.read_text()) == []


def test_every_bar_has_a_row_that_says_where_it_stands():
    found = rows(TABLES.read_text())

    assert tuple(found) == BARS
    assert {bar: cells for bar, cells in found.items() if not cells[2].startswith(STANDINGS)} == {}


def test_no_bar_is_called_met_without_a_test_and_none_partly_without_what_is_missing():
    found = rows(TABLES.read_text())

    assert [
        bar for bar, cells in found.items() if not cells[2].startswith("later") and not NAMED.search(cells[1])
    ] == []
    assert [bar for bar, cells in found.items() if cells[2].startswith("partly") and ": " not in cells[2]] == []


def test_every_real_breach_has_its_replay():
    text = TABLES.read_text()
    part = text[text.index("### B2") : text.index("## C.")]
    cases = [line for line in part.splitlines() if line.startswith("| ") and "tests/" in line]

    assert len(cases) == BREACHES
    assert [case for case in cases if "tests/security/test_replays.py::" not in case] == []


def test_a_test_that_is_gone_is_noticed():
    assert missing("tests/security/test_bars.py::test_nobody_wrote") == [
        "tests/security/test_bars.py::test_nobody_wrote"
    ]
    assert missing("tests/security/test_gone.py") == ["tests/security/test_gone.py"]
    assert missing("tests/security/family.py") == ["tests/security/family.py"]
