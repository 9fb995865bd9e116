"""Where the bytes of documents are kept: under the SHA-256 of what they are, never under a name somebody chose.

The same bytes are kept once, a changed byte is noticed when it is read, and no name from outside ever becomes a
path. Who may have which document is not known here; ask that first.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

DIGEST = re.compile(r"[0-9a-f]{64}")


class MissingDocument(Exception):
    """No bytes are kept under this digest."""


class DamagedDocument(Exception):
    """The bytes kept are no longer those that were put there. Restore them from a backup (the digest is told)."""


class DocumentStore(Protocol):
    """The port. A digest is the SHA-256 in 64 small hexadecimal letters; anything else is a ValueError."""

    def put(self, data: bytes) -> str:
        """Keep the bytes durably and return their digest. Done only when a power cut can no longer lose them."""

    def get(self, digest: str) -> bytes:
        """The bytes, verified. Raises MissingDocument or DamagedDocument."""

    def remove(self, digest: str) -> None:
        """Destroy the bytes. Nothing happens when they are gone already."""

    def digests(self) -> Iterator[str]:
        """Every digest kept, in no order."""


def document_store() -> DocumentStore:
    """The configured store: Django's storage named "documents" when there is one, else a folder."""
    if "documents" in settings.STORAGES:
        return ObjectStore(storages["documents"])
    return FolderStore(Path(settings.DOCUMENT_ROOT))


def faults(store: DocumentStore) -> Iterator[tuple[str, Exception]]:
    """Every kept digest whose bytes cannot be had as they were put there, with what is wrong."""
    for digest in store.digests():
        try:
            store.get(digest)
        except (MissingDocument, DamagedDocument) as fault:
            yield digest, fault


def verified(data: bytes, digest: str) -> bytes:
    if sha256(data).hexdigest() != digest:
        raise DamagedDocument(f"The document {digest} is damaged.")
    return data


def place(digest: str) -> str:
    """Where a digest is kept: two levels of folders, so that none holds too many files."""
    if not DIGEST.fullmatch(digest):
        raise ValueError("Not the digest of a document.")
    return f"{digest[:2]}/{digest[2:4]}/{digest}"


class FolderStore:
    """Documents in a folder of this machine, readable by this account only."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, data: bytes) -> str:
        digest = sha256(data).hexdigest()
        # Bytes that are there and sound are left alone; damaged ones are mended by this.
        with suppress(MissingDocument, DamagedDocument):
            self.get(digest)
            return digest
        target = self.root / place(digest)
        self._make_folder(target.parent)
        self._write(target, data)
        return digest

    def get(self, digest: str) -> bytes:
        try:
            data = (self.root / place(digest)).read_bytes()
        except FileNotFoundError as error:
            raise MissingDocument(f"There is no document {digest}.") from error
        return verified(data, digest)

    def remove(self, digest: str) -> None:
        target = self.root / place(digest)
        with suppress(FileNotFoundError):
            target.unlink()
            _flush_folder(target.parent)

    def digests(self) -> Iterator[str]:
        return (file.name for file in self.root.glob("??/??/*") if DIGEST.fullmatch(file.name))

    def _make_folder(self, folder: Path) -> None:
        for each in (self.root, folder.parent, folder):
            if not each.is_dir():
                each.mkdir(mode=0o700, parents=each == self.root, exist_ok=True)
                _flush_folder(each.parent)

    def _write(self, target: Path, data: bytes) -> None:
        """Write beside the target, make it durable, then rename: a reader sees all of it or nothing."""
        number, name = tempfile.mkstemp(dir=target.parent, prefix=".incoming-")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _flush_folder(target.parent)


class ObjectStore:
    """Documents in any storage that Django knows, such as an S3-compatible one through django-storages."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def put(self, data: bytes) -> str:
        digest = sha256(data).hexdigest()
        with suppress(MissingDocument, DamagedDocument):
            self.get(digest)
            return digest
        self.remove(digest)
        name = self.storage.save(place(digest), ContentFile(data))
        if name != place(digest):
            # Somebody else put the same bytes at the same moment, and the storage chose another name.
            self.storage.delete(name)
        return digest

    def get(self, digest: str) -> bytes:
        try:
            with self.storage.open(place(digest)) as file:
                data: bytes = file.read()
        except FileNotFoundError as error:
            raise MissingDocument(f"There is no document {digest}.") from error
        return verified(data, digest)

    def remove(self, digest: str) -> None:
        if self.storage.exists(place(digest)):
            self.storage.delete(place(digest))

    def digests(self) -> Iterator[str]:
        return (name for name in self._names("", 2) if DIGEST.fullmatch(name))

    def _names(self, folder: str, depth: int) -> Iterator[str]:
        folders, files = self.storage.listdir(folder)
        if depth == 0:
            yield from files
            return
        for name in folders:
            yield from self._names(f"{folder}{name}/", depth - 1)


def _flush_folder(folder: Path) -> None:
    """Make a new or changed name in the folder durable, as fsync of the file alone does not."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
