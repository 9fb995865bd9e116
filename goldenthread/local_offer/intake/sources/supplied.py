"""The list of schools that ships with the product, as a file: its own headings, not those of the register."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import BinaryIO, cast

from ...schools import place_facts, sentence_of, service_facts, website_of
from ...special_places import labels_of_kind
from ..incoming import Incoming
from ..lines import rows_of

NEEDED = ("urn", "name", "town", "postcode", "lad_name", "latitude", "longitude", "type_2017", "phase_2017")
_FILLED = ("low_age_2017", "high_age_2017", "gender_2017", "website_2017", "telephone_2017", "street")


def read(file: BinaryIO) -> Iterator[Incoming]:
    """Packed with gzip or not."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    for number, found in rows_of(cast(BinaryIO, gzip.GzipFile(fileobj=file)) if packed else file, "utf-8-sig", NEEDED):
        row = dict.fromkeys(_FILLED, "") | found
        phone = row["telephone_2017"]
        yield Incoming(
            number, row["urn"], service_facts(row) | _special(row["type_2017"]),
            {"places": [place_facts(row)], "contacts": [{"title": "School office", "phone": phone}] if phone else []},
            {"name": row["name"][:200], "description": sentence_of(row), "url": website_of(row), "urn": row["urn"]},
        )  # fmt: skip


def _special(kind: str) -> dict[str, list[str]]:
    """The label, where the list says that it is a special school; otherwise nothing, so that other labels stay."""
    labels = labels_of_kind(kind)
    return {"labels": labels} if labels else {}
