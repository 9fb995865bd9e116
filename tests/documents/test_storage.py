import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.storage import InMemoryStorage

from goldenthread.documents import storage
from goldenthread.documents.storage import (
    DamagedDocument,
    FolderStore,
    MissingDocument,
    ObjectStore,
    document_store,
    faults,
    place,
)

LETTER = b"A letter to nobody who exists."
DIGEST = sha256(LETTER).hexdigest()


@pytest.fixture(params=["folder", "object storage"])
def store(request, tmp_path):
    return FolderStore(tmp_path / "documents") if request.param == "folder" else ObjectStore(InMemoryStorage())


class TestEveryStore:
    def test_what_is_put_is_got_back(self, store):
        assert store.put(LETTER) == DIGEST
        assert store.get(DIGEST) == LETTER

    def test_same_bytes_are_kept_once(self, store):
        store.put(LETTER)
        store.put(LETTER)
        store.put(b"Another")

        assert sorted(store.digests()) == sorted([DIGEST, sha256(b"Another").hexdigest()])

    def test_missing_document_is_said_to_be_missing(self, store):
        with pytest.raises(MissingDocument):
            store.get(DIGEST)

    def test_removed_document_is_gone_and_removing_again_is_no_error(self, store):
        store.put(LETTER)

        store.remove(DIGEST)
        store.remove(DIGEST)

        assert list(store.digests()) == []

    @pytest.mark.parametrize(
        "name", ["", "../../etc/passwd", DIGEST.upper(), DIGEST[:-1], f"{DIGEST}/x", "../" + DIGEST, DIGEST + "\n"]
    )
    def test_name_that_is_no_digest_never_becomes_a_path(self, store, name):
        with pytest.raises(ValueError, match="digest"):
            store.get(name)
        with pytest.raises(ValueError, match="digest"):
            store.remove(name)


@pytest.fixture
def folder(tmp_path):
    return FolderStore(tmp_path / "documents")


def kept(store):
    return store.root / place(DIGEST)


def test_flipped_bit_is_noticed_named_and_mended_by_putting_again(folder):
    folder.put(LETTER)
    damaged = bytearray(LETTER)
    damaged[3] ^= 1
    kept(folder).write_bytes(damaged)

    with pytest.raises(DamagedDocument, match=DIGEST):
        folder.get(DIGEST)
    assert [digest for digest, _ in faults(folder)] == [DIGEST]

    folder.put(LETTER)
    assert folder.get(DIGEST) == LETTER
    assert list(faults(folder)) == []


def test_documents_stand_two_folders_deep_and_only_we_can_read_them(folder):
    folder.put(LETTER)

    assert kept(folder) == folder.root / DIGEST[:2] / DIGEST[2:4] / DIGEST
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (kept(folder), kept(folder).parent, folder.root)]
    assert modes == [0o600, 0o700, 0o700]


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_failed_write_leaves_nothing_behind_and_is_not_called_saved(folder, monkeypatch, broken):
    folder.put(b"so that the folders are there already")

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full) if broken == "fsync" else patched.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space"):
            folder.put(LETTER)

    assert not kept(folder).exists()
    assert not list(folder.root.rglob(".incoming-*"))
    assert folder.put(LETTER) == DIGEST


def test_bytes_are_durable_before_the_name_is_there(folder, monkeypatch):
    folder.put(b"so that the folders are there already")
    steps = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda number: (steps.append("flush"), fsync(number))[1])
    monkeypatch.setattr(Path, "replace", lambda old, new: (steps.append("name"), replace(old, new))[1])

    folder._write(folder.root / "target", LETTER)

    assert steps == ["flush", "name", "flush"]


def test_half_written_file_is_not_taken_for_a_document(folder):
    folder.put(LETTER)
    (kept(folder).parent / ".incoming-x").write_bytes(b"half")

    assert list(folder.digests()) == [DIGEST]


def test_folder_is_used_unless_another_storage_is_configured(settings, tmp_path):
    settings.DOCUMENT_ROOT = tmp_path
    assert isinstance(document_store(), FolderStore)

    backend = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = settings.STORAGES | {"documents": backend}
    store = document_store()
    store.put(LETTER)

    assert isinstance(store, ObjectStore)
    assert list(tmp_path.iterdir()) == []
    assert storage.storages["documents"].exists(place(DIGEST))
