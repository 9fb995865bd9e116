"""The four kinds of file, each in a module of its own: its columns, how its rows compare, and how they are taken."""

from __future__ import annotations

from ..models import FileKind
from .classes import CLASSES
from .contacts import CONTACTS
from .kind import Kind
from .pupils import PUPILS
from .staff import STAFF

KINDS: dict[str, Kind] = {
    FileKind.STAFF: STAFF,
    FileKind.CLASSES: CLASSES,
    FileKind.PUPILS: PUPILS,
    FileKind.CONTACTS: CONTACTS,
}
