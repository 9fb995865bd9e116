"""The organisations behind new entries: those that are here already, or new ones, written many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from ..models import OfferOrganisation
from .comparing import Origin
from .models import IntakeRow


class Bodies:
    """Knows the area's organisations by the source's key and by URN. One question at the beginning, none for each row."""

    def __init__(self, authority: UUID, origin: Origin) -> None:
        self.authority, self.origin = authority, origin
        rows = OfferOrganisation.objects.filter(authority_id=authority).order_by("-name", "-id")
        known = list(rows.exclude(source_key="", urn="").values_list("source_key", "urn", "pk"))
        self.by_key = {source_key: pk for source_key, _urn, pk in known if source_key}
        self.by_urn = {urn: pk for _source_key, urn, pk in known if urn}

    def of(self, rows: Sequence[IntakeRow]) -> list[UUID | None]:
        """The organisation of each row, in the rows' order; None where a row names nobody. New ones are written."""
        new: list[OfferOrganisation] = []
        found = [self._one(row, new) for row in rows]
        OfferOrganisation.objects.bulk_create(new)
        return found

    def _one(self, row: IntakeRow, new: list[OfferOrganisation]) -> UUID | None:
        facts: dict[str, Any] = row.body
        if not facts.get("name"):
            return None
        key, urn = f"{self.origin.source} {facts.get('source_key') or row.key}"[:200], facts.get("urn", "")
        here: UUID | None = self.by_key.get(key) or (self.by_urn.get(urn) if urn else None)
        if here is None:
            new.append(self._made(key, facts))
            here = self.by_key[key] = UUID(str(new[-1].pk))
            if urn:
                self.by_urn[urn] = here
        return here

    def _made(self, key: str, facts: dict[str, Any]) -> OfferOrganisation:
        return OfferOrganisation(
            authority_id=self.authority, holder_id=self.authority, source_key=key, name=facts["name"],
            description=facts.get("description") or facts["name"], url=facts.get("url", ""), urn=facts.get("urn", ""),
            email=facts.get("email", ""),
        )  # fmt: skip
