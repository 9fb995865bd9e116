"""What kinds of letter there are. Rooms that come later register theirs, with a function that writes its document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.viewer import Viewer
from goldenthread.documents.model import Document

from .models import Letter

Build = Callable[[Viewer, UUID, UUID | None], Document]
AboutFor = Callable[[Viewer, UUID], UUID | None]
Gone = Callable[[Viewer, Letter], None]


@dataclass(frozen=True)
class Kind:
    """One kind of letter. build: (sender, child, what it is about) → its document; None: the sender writes the words.

    The document's kind, title, blocks and language are used; who it is to, the reference and the addresses are set
    by the sending step. The same facts must give the same document. about_needed: a thing must be named; about_for:
    (sender, child) → the thing to begin one about today, None when there is none. gone: (sender, letter), called in
    the transaction in which one has left, or was put into the post or handed over.
    """

    key: str
    name: str | Promise
    build: Build | None = None
    about_needed: bool = False
    about_for: AboutFor | None = None
    gone: Gone | None = None


@dataclass(frozen=True)
class Begin:
    """A kind that can be begun about a child today. query: what stands in the address of its form."""

    name: str | Promise
    query: str


FREE = "free"
_KINDS: dict[str, Kind] = {FREE: Kind(FREE, _("A letter in your own words"))}


def register(
    key: str, name: str | Promise, build: Build, *, about_needed: bool = False, about_for: AboutFor | None = None,
    gone: Gone | None = None,
) -> None:  # fmt: skip
    """Add a kind of letter. Called from an app's `ready`."""
    if key in _KINDS:
        raise ValueError(f"The kind of letter {key} is registered twice.")
    _KINDS[key] = Kind(key, name, build, about_needed, about_for, gone)


def kind_of(key: str) -> Kind:
    """Raises NotFound for a kind nobody registered."""
    if key not in _KINDS:
        raise NotFound("kind of letter")
    return _KINDS[key]


def to_begin(viewer: Viewer, child: UUID) -> list[Begin]:
    """What can be begun about this child today: kinds that need no thing named, and those that find theirs."""
    found = []
    for kind in _KINDS.values():
        about = kind.about_for(viewer, child) if kind.about_for else None
        if about or not kind.about_needed:
            found.append(Begin(kind.name, urlencode({"kind": kind.key} | ({"about": about} if about else {}))))
    return found


def note_gone(viewer: Viewer, letter: Letter) -> None:
    """Let the room whose kind it is write down that this letter has reached the post or the recipient's page."""
    gone = kind_of(letter.kind).gone
    if gone is not None:
        gone(viewer, letter)
