"""Rights, and the two ways of saying no.

Four questions, four homes: who may ever do it (`roles.py`), whose children (`scopes.py`), which parts
(`visibility.py`), whether now (each process's `states.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils.functional import Promise

from .viewer import Viewer


@dataclass(frozen=True)
class Right:
    """One thing that a role may or may not do. shows_children: pages under it show records of children."""

    name: str
    sentence: str | Promise
    shows_children: bool = False

    def __str__(self) -> str:
        return self.name


RIGHTS: dict[str, Right] = {}


def right(name: str, sentence: str | Promise, *, shows_children: bool = False) -> Right:
    """Register a right; an app's `permissions.py` calls this at import, once for each name."""
    if name in RIGHTS:
        raise ValueError(f"The right {name} is registered twice.")
    RIGHTS[name] = Right(name, sentence, shows_children)
    return RIGHTS[name]


class NotFound(Http404):
    """Outside the viewer's reach. Looks exactly like something that does not exist."""


class Refused(Exception):
    """Inside the viewer's reach, but not now or not by them. `sentence` is fit to show and says what to do."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def require(viewer: Viewer, needed: Right) -> None:
    """Go on only if the viewer's role may ever do this; otherwise "not found"."""
    if not viewer.has(needed.name):
        raise NotFound(needed.name)
