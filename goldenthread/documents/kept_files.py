"""Which kinds of files we keep and hand over, and how each is found for somebody who asks.

A room says so in its `files.py`. Asking is done twice for one download: on the pages' own address, and where the bytes
leave (handing_over.py, files_origin.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from goldenthread.access.permissions import NotFound, Right
from goldenthread.access.viewer import Viewer


@dataclass(frozen=True)
class KeptFile:
    """name: ours, plain ASCII, nobody's name in it. in_page: a picture that a page of ours shows."""

    data: bytes
    media_type: str
    name: str
    in_page: bool = False


Find = Callable[..., KeptFile]


@dataclass(frozen=True)
class Kind:
    """One kind of file. right: what a role must hold to have it; None: published, anybody may."""

    name: str
    right: Right | None
    find: Find

    def file_for(self, viewer: Viewer | None, key: UUID, number: int) -> KeptFile:
        """The file, asked for afresh. Raises NotFound or Refused."""
        if self.right is None:
            return self.find(key, number)
        if viewer is None or not viewer.has(self.right.name):
            raise NotFound(self.name)
        return self.find(viewer, key, number)


KINDS: dict[str, Kind] = {}


def kept_file(name: str, right: Right | None) -> Callable[[Find], Find]:
    """Say how a kind of file is found: by (viewer, key, number), or by (key, number) when it is published.

    It asks everything that opening the file needs, each time, and raises NotFound or Refused. Called twice for one
    download, so it writes nothing: the view does.
    """

    def register(find: Find) -> Find:
        if name in KINDS:
            raise ValueError(f"Two rooms hand over a “{name}”.")
        KINDS[name] = Kind(name, right, find)
        return find

    return register
