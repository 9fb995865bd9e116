"""Whether an entry may be here already: the same URN, the same name and postcode, or the same telephone number.

A warning with links and never a refusal: two clubs in one hall share a telephone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Func, Q, TextField, Value
from django.utils.translation import gettext as _

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer

from ..models import Contact, Place, Service, State
from ..versions import Contents
from .permissions import OFFER_ENTRY_VIEW

MOST = 10


@dataclass(frozen=True)
class Alike:
    """Another entry that may be the same thing. shown: whether the public sees it."""

    key: UUID
    name: str
    shown: bool
    why: str


def alike(viewer: Viewer, contents: Contents, but: UUID | None = None) -> list[Alike]:
    """Entries that may be the same: to staff all of the area, to a provider its own and what everybody can read.

    but: the entry itself, left out.
    """
    own = reachable(viewer, Service.objects.all(), OFFER_ENTRY_VIEW).order_by().values("pk")
    others = Service.objects.filter(Q(state=State.LIVE) | Q(pk__in=own))
    others = others if but is None else others.exclude(pk=but)
    found: dict[UUID, Alike] = {}
    for why, rows in _same(contents, others, own):
        for service in rows[:MOST]:
            found.setdefault(service.pk, Alike(service.pk, service.name, service.state == State.LIVE, why))
    return list(found.values())[:MOST]


def _same(contents: Contents, others: Any, own: Any) -> list[tuple[str, Any]]:
    """own: entries of which hidden addresses and numbers count too."""
    service = contents["service"]
    same: list[tuple[str, Any]] = []
    if service.get("urn"):
        same.append((_("It has the same URN."), others.filter(urn=service["urn"])))
    codes = {row.get("postcode", "") for row in contents.get("places", [])} - {""}
    if codes:
        places = Place.objects.filter(Q(hide_address=False) | Q(service_id__in=own))
        there = places.filter(postcode__in=codes).values("service_id")
        same.append(
            (_("It has the same name and postcode."), others.filter(pk__in=there, name__iexact=service["name"].strip()))
        )
    numbers = {plain_number(row.get("phone", "")) for row in contents.get("contacts", [])} - {""}
    if numbers:
        written = Func(
            F("phone"), Value(r"\D"), Value(""), Value("g"), function="regexp_replace", output_field=TextField()
        )
        ways = [
            way for number in numbers for way in (number, f"44{number[1:]}", f"440{number[1:]}", f"0044{number[1:]}")
        ]
        contacts = Contact.objects.filter(Q(visible=True) | Q(service_id__in=own))
        rung = contacts.annotate(digits=written).filter(digits__in=ways).values("service_id")
        same.append((_("It has the same telephone number."), others.filter(pk__in=rung)))
    return same


def plain_number(phone: str) -> str:
    """Digits alone, with 0 for +44, so that spaces and brackets make no difference. "" for what is no number."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    if phone.strip().startswith("+44") or digits.startswith("0044"):
        digits = "0" + digits.removeprefix("00").removeprefix("44").removeprefix("0")
    return digits if len(digits) >= 6 else ""
