"""What kinds of letter there are. Rooms that come later register theirs, with a function that writes its document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.viewer import Viewer
from goldenthread.documents.model import Document

Build = Callable[[Viewer, UUID, UUID | None], Document]


@dataclass(frozen=True)
class Kind:
    """One kind of letter. build: (sender, child, what it is about) → its document; None: the sender writes the words.

    The document's kind, title, blocks and language are used; who it is to, the reference and the addresses are set
    by the sending step. The same facts must give the same document. about_needed: only offered from that thing's page.
    """

    key: str
    name: str | Promise
    build: Build | None = None
    about_needed: bool = False


FREE = "free"
_KINDS: dict[str, Kind] = {FREE: Kind(FREE, _("A letter in your own words"))}


def register(key: str, name: str | Promise, build: Build, *, about_needed: bool = False) -> None:
    """Add a kind of letter. Called from an app's `ready`."""
    if key in _KINDS:
        raise ValueError(f"The kind of letter {key} is registered twice.")
    _KINDS[key] = Kind(key, name, build, about_needed)


def kind_of(key: str) -> Kind:
    """Raises NotFound for a kind nobody registered."""
    if key not in _KINDS:
        raise NotFound("kind of letter")
    return _KINDS[key]


def offered() -> list[Kind]:
    """The kinds that a sender can choose without naming anything else."""
    return [kind for kind in _KINDS.values() if not kind.about_needed]
