"""Write the documents that are made from the code, or (--check) say which of them are out of date."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.settings.test")
    import django

    django.setup()


def rules() -> str:
    """Every rule of law with its number, counting, source and certainty."""
    import sendlaw

    return sendlaw.rules_document()


def states() -> str:
    """Every process's states and moves, as tables and a drawing in words."""
    from goldenthread.local_offer.comments import states as comments
    from goldenthread.local_offer.editing import states as editing
    from goldenthread.local_offer.school_information import states as reports
    from goldenthread.local_offer.sections import copy_states as copies
    from goldenthread.process.moves import Table
    from goldenthread.sen_support import states as sen_support

    lines = [
        "# States and moves",
        "",
        "Made from each process's `states.py` by `./run fix`; `./run check` compares them.",
        "",
    ]
    rooms = (sen_support, comments, editing, copies, reports)
    for table in (found for room in rooms for found in vars(room).values() if isinstance(found, Table)):
        lines += [f"## {table.process}", "", "| State | Means | Whose turn |", "|---|---|---|"]
        lines += [f"| {name} | {label} | {turn} |" for name, (label, turn) in table.states.items()]
        lines += ["", "| Move | From | To | Right | In the log | Source |", "|---|---|---|---|---|---|"]
        for move in table.moves:
            start = ", ".join(state or "(new)" for state in move.from_)
            lines.append(f"| {move.name} | {start} | {move.to} | {move.right.name} | {move.audit} | {move.citation} |")
        lines.append("")
    return "\n".join(lines)


def roles() -> str:
    """Every role with its sentence and its rights."""
    from goldenthread.access.permissions import RIGHTS
    from goldenthread.access.roles import ROLES

    lines = ["# Roles and rights", "", "Made from `access/roles.py` by `./run fix`; `./run check` compares them.", ""]
    for role in ROLES.values():
        lines += [f"## {role.name}", "", f"{role.sentence} Reach: {role.reach}.", ""]
        lines += [f"- `{right.name}`: {right.sentence}" for right in RIGHTS.values() if right.name in role.rights]
        lines.append("")
    return "\n".join(lines)


def parts() -> str:
    """The list of parts, for those who look for known faults in them."""
    from tools.parts import parts as listed

    return listed()


MADE: dict[str, Callable[[], str]] = {
    "docs/generated/rules.md": rules,
    "docs/generated/states.md": states,
    "docs/generated/roles.md": roles,
    "docs/generated/parts.cdx.json": parts,
}


def main() -> int:
    _django()
    stale = []
    for name, make in MADE.items():
        path, wanted = ROOT / name, make().rstrip() + "\n"
        if path.exists() and path.read_text() == wanted:
            continue
        if "--check" in sys.argv:
            stale.append(name)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted)
    if stale:
        print("Out of date: " + ", ".join(stale) + ". Run ./run fix and look at what changed.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
