"""What a source would do here: new, changed, the same, gone, and what stands in doubt. Changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from ..lifecycle import PENDING
from ..models import Contact, Place, Service, ServiceVersion, State, VersionState
from .incoming import Incoming
from .merging import Unfit, merged, spoken
from .models import What

_BATCH = 500
LONGEST_WHY = 300


@dataclass(frozen=True)
class Origin:
    """Where the rows come from. source: of models.Source; name: what entries say of it."""

    source: str
    name: str


@dataclass
class Found:
    """What becomes of one row."""

    incoming: Incoming
    what: What
    service: UUID | None = None
    contents: dict[str, Any] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    why: str = ""


class Comparison:
    """Goes through a source once. counts: rows of each kind and "same"; seen: the keys that the source named."""

    def __init__(self, authority: UUID, origin: Origin) -> None:
        self.authority, self.origin = authority, origin
        self.counts: Counter[str] = Counter()
        self.seen: set[str] = set()

    def of(self, rows: Iterable[Incoming]) -> Iterator[Found]:
        """Everything but what stays the same, in the order of the source; last what is gone. Memory stays flat."""
        waiting = iter(rows)
        while batch := list(islice(waiting, _BATCH)):
            for found in self._batch(batch):
                self.counts[found.what] += 1
                yield found
        for found in self._gone():
            self.counts[found.what] += 1
            yield found

    def _batch(self, batch: list[Incoming]) -> Iterator[Found]:
        ours = {
            service.source_key: service
            for service in self._own().filter(source_key__in=[row.key for row in batch]).order_by("id")
        }
        approved = _approved(ours.values())
        pending = set(
            ServiceVersion.objects.filter(service__in=list(ours.values()), state__in=PENDING).values_list(
                "service_id", flat=True
            )
        )
        alike = _Alike(batch, self.origin)
        for row in batch:
            twice = row.key in self.seen
            self.seen.add(row.key)
            found = self._one(row, ours.get(row.key), approved, pending, alike, twice)
            if found is None:
                self.counts["same"] += 1
            else:
                yield found

    def _one(
        self,
        row: Incoming,
        here: Service | None,
        approved: dict[UUID, dict[str, Any]],
        pending: set[UUID],
        alike: _Alike,
        twice: bool,
    ) -> Found | None:
        if row.refused or twice:
            return Found(row, What.REFUSED, why=row.refused or _("The same key stands on an earlier line."))
        try:
            said = spoken(row)
        except Unfit as fault:
            return Found(row, What.REFUSED, why=_("The value of %(field)s cannot be taken.") % {"field": fault})
        if here is None:
            key = uuid5(self.authority, f"{self.origin.source} {row.key}")
            new = merged(None, said, key, []).contents
            service, why = alike.to(row, said)
            return Found(row, What.DOUBTFUL if why else What.NEW, service, new, why=why)
        result = merged(approved.get(here.pk), said, here.pk, here.locked_fields)
        if not result.changed:
            return None
        if here.pk in pending:
            return Found(row, What.WAITING, here.pk, why=_("Somebody is changing this entry. Bring it in again later."))
        return Found(row, What.CHANGED, here.pk, result.contents, result.changed, result.kept)

    def _own(self) -> Any:
        return Service.objects.filter(source=self.origin.source)

    def _gone(self) -> Iterator[Found]:
        live = self._own().filter(source_name=self.origin.name, state=State.LIVE).order_by("name", "id")
        for key, pk, name in live.values_list("source_key", "pk", "name").iterator(chunk_size=2000):
            if key not in self.seen:
                yield Found(Incoming(0, key, {"name": name}), What.GONE, pk)


def _approved(services: Iterable[Service]) -> dict[UUID, dict[str, Any]]:
    """The approved contents of each service, in one query."""
    versions = ServiceVersion.objects.filter(service__in=list(services), state=VersionState.APPROVED)
    newest = versions.order_by("service_id", "-number").distinct("service_id")
    return dict(newest.values_list("service_id", "contents"))


class _Alike:
    """Entries that came from elsewhere and may be the same thing: by URN, by name and postcode, by telephone."""

    def __init__(self, batch: list[Incoming], origin: Origin) -> None:
        others = Service.objects.exclude(source=origin.source)
        urns = {str(row.service.get("urn") or "") for row in batch} - {""}
        self.by_urn = {one.urn: one.pk for one in others.filter(urn__in=urns)}
        codes = {place.get("postcode", "") for row in batch for place in row.parts.get("places", [])} - {""}
        found = Place.objects.filter(postcode__in=codes, service__in=others)
        self.by_place = {
            (_plain(name), _plain(code)): pk
            for name, code, pk in found.values_list("service__name", "postcode", "service")
        }
        phones = {one.get("phone", "") for row in batch for one in row.parts.get("contacts", [])} - {""}
        rung = Contact.objects.filter(phone__in=phones, service__in=others)
        self.by_phone = dict(rung.values_list("phone", "service"))

    def to(self, row: Incoming, said: dict[str, Any]) -> tuple[UUID | None, str]:
        """The entry that this may be, and why; (None, "") for none."""
        urn = str(said["service"].get("urn") or "")
        if urn in self.by_urn:
            return self.by_urn[urn], _("An entry with the same URN is here.")
        for place in said.get("places", []):
            both = (_plain(row.name), _plain(place.get("postcode", "")))
            if both in self.by_place:
                return self.by_place[both], _("An entry with the same name and postcode is here.")
        for contact in said.get("contacts", []):
            if contact.get("phone") in self.by_phone:
                return self.by_phone[contact["phone"]], _("An entry with the same telephone number is here.")
        return None, ""


def _plain(text: str) -> str:
    return "".join(text.lower().split())
