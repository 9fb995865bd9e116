"""The written policy, read from its two tables."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
ROLES = {
    "P": "parent", "YP": "young_person", "CT": "class_teacher", "TA": "teaching_assistant", "CV": "cover_teacher",
    "SE": "senco", "HD": "head", "GV": "governor", "DM": "data_manager", "AO": "authority_officer",
    "PA": "platform_administrator", "MO": "offer_moderator", "PO": "provider_owner", "PE": "provider_editor",
    "PV": "provider_viewer",
}  # fmt: skip


def table(name: str) -> dict[tuple[str, str], bool]:
    """(line's name, role) → yes or no."""
    lines = [line.split() for line in (HERE / name).read_text().splitlines() if line and line[0] != "#"]
    head, *rows = lines
    assert all(len(row) == len(head) and set(row[1:]) <= {"y", "-"} for row in rows), f"{name} has a crooked line"
    return {(row[0], ROLES[short]): cell == "y" for row in rows for short, cell in zip(head[1:], row[1:], strict=True)}


RIGHTS = table("rights.txt")
RELATIONSHIPS = table("relationships.txt")


def names(cells: dict[tuple[str, str], bool]) -> list[str]:
    return list(dict.fromkeys(name for name, _role in cells))
