"""What kind of personal data each field holds, who may see it, and how long it is kept.

The lines stand in labels_by_app/, one file for each app: model, fields, label, who may see it, retention group. A line
for `*` holds for every model. A test walks all models and fails on a field without a line, or a line without a field.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("labels_by_app")

LABELS = {
    "identity": "Says who a person is: name, date of birth, number, or which person a row is about.",
    "contact": "How to reach a person, and what is safe.",
    "special": "Health, needs, ethnicity or somebody's words about them: UK GDPR article 9.",
    "education": "A child's schooling and provision, without needs in words.",
    "staff": "About a person at work: who did what, when, in which role.",
    "organisation": "About a body, not a person.",
    "security": "Passwords, codes, hashes: seen by no person.",
    "system": "The machine's own: keys, states, moments.",
}
SEEN_BY = {
    "everyone": "Anyone.",
    "area": "Signed-in staff of the area.",
    "setting": "Staff of the setting that holds it, as far as their role reaches.",
    "family": "The same, and the family of the child.",
    "own": "The person it is about, and the staff who keep it for them; never the other parent.",
    "author": "The person who wrote it.",
    "named": "People named for it, each time with a reason.",
    "nobody": "No person: the programs only.",
}
KEPT = {
    "sen_file": "Until the child's 31st birthday, then reviewed. Source: IRMS toolkit for schools, SEN files: DOB + 31 years.",
    "contact": "While authority to act lasts, then with the SEN file.",
    "account": "While the account exists.",
    "staff": "By the employer's own rule.",
    "organisation": "While the record of the area exists.",
    "log": "With the longest record that it tells of. It can be added to and never changed.",
    "short": "Days or weeks: until it is sent, used or thrown away.",
}


@dataclass(frozen=True)
class Label:
    """One field's line."""

    label: str
    seen_by: str
    kept: str


@cache
def labels() -> dict[tuple[str, str], Label]:
    """(model as `app.Model` or "*", field) → its label. Raises ValueError on a line that says something unknown."""
    found: dict[tuple[str, str], Label] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text().splitlines():
            if line.strip() and not line.startswith("#"):
                _read(path.stem, line, found)
    return found


def _read(app: str, line: str, found: dict[tuple[str, str], Label]) -> None:
    model, fields, label, seen_by, kept = line.split()
    if label not in LABELS or seen_by not in SEEN_BY or kept not in KEPT:
        raise ValueError(f"labels_by_app/{app}.txt: unknown word in “{line}”")
    name = model if model == "*" else f"{app}.{model}"
    for field in fields.split(","):
        if (name, field) in found:
            raise ValueError(f"labels_by_app/{app}.txt: {name}.{field} has two lines")
        found[name, field] = Label(label, seen_by, kept)


def label_of(model: str, field: str) -> Label | None:
    """The label of a field, or None when nobody gave it one."""
    return labels().get((model, field)) or labels().get(("*", field))
