"""Zipped files of our own making, the same bytes for the same contents."""

import zipfile
from collections.abc import Mapping
from io import BytesIO


def undated(saved: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """The same archive with one fixed date on every part, and some parts put in place of the old ones."""
    clean = BytesIO()
    with zipfile.ZipFile(BytesIO(saved)) as old, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = (replaced or {}).get(name) or old.read(name)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return clean.getvalue()
