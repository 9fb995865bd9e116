"""What may change in the law, dated. Proposals are listed so that nobody has to remember them; none is applied."""

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

STATUSES = ("in_force", "not_commenced", "proposal", "announced", "not_found")


@dataclass(frozen=True, slots=True)
class Watched:
    """One thing to watch: what it says, how far it has come, what is done about it."""

    subject: str
    status: str
    found_on: date
    source: str
    says: str
    action: str


def law_watch() -> tuple[Watched, ...]:
    """Everything watched, in the order of the file."""
    text = (files(__package__) / "law_watch.toml").read_text(encoding="utf-8")
    return tuple(Watched(**row) for row in tomllib.loads(text)["watch"])
