"""An offer with everything that the feed can show, and several things that it may not. Everything is invented."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from goldenthread.keys import new_key
from goldenthread.local_offer.lifecycle import archive
from goldenthread.local_offer.models import Outcode, Postcode, Service
from goldenthread.organisations.models import Organisation

from .local_offer import NOW, contact, make_offer, make_provider, make_service, place
from .world import inside

SCHEMAS = Path(__file__).parent.parent / "local_offer" / "feed" / "schemas"
LAD = "X99000399"
SECRETS = (  # none that a random key or a moment could hold by chance
    "Heronsgate", "17 Withy", "QX7 3BD", "51.5234", "Marian", "7946 0777", "79460777", "checker@", "Archived Club",
    "Later Club",
)  # fmt: skip


@cache
def validator(name: str) -> Draft202012Validator:
    """An official schema with formats checked. schemas/README.md says where they come from."""
    read = {path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    known = [(key, Resource.from_contents(schema, default_specification=DRAFT202012)) for key, schema in read.items()]
    registry: Any = Registry().with_resources(known)
    return Draft202012Validator(read[f"{name}.json"], registry=registry, format_checker=FormatChecker())


def faults(name: str, thing: dict[str, Any]) -> list[str]:
    """What the official schema of this name finds wrong, formats and nulls too."""
    found = [f"{'/'.join(map(str, error.path))}: {error.message[:120]}" for error in validator(name).iter_errors(thing)]
    return found + [f"{path}: null" for path in _nulls(thing)]


def _nulls(value: Any, path: str = "") -> list[str]:
    if value is None:
        return [path]
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for name, inner in pairs for found in _nulls(inner, f"{path}/{name}")]


@dataclass
class WholeOffer:
    area: Organisation
    rich: Service
    refuge: Service
    bare: Service
    away: Service
    hall: str
    online: str


def make_whole_offer(area: Organisation) -> WholeOffer:
    """rich: every field filled, two places; refuge: a hidden address; bare: the least there can be; away: far off.

    Beside them an archived entry, one not yet to be seen, and a contact who is not shown.
    """
    make_offer(area, area_name="Larkmere")
    Postcode.objects.create(postcode="QX41AB", lad_code=LAD, lad_name="Larkmere", latitude=51.48, longitude=0.2)
    Outcode.objects.create(outcode="QX4", lad_code=LAD, latitude=51.48, longitude=0.2)
    trust = make_provider(
        area, "Larkmere Play Trust", url="www.play.example.org", email="play@example.org", charity_number="1234567",
        company_number="07654321", logo_url="https://play.example.org/logo.svg", urn="999901",
    )  # fmt: skip
    hall, online = str(new_key()), str(new_key())
    rich = make_service(area, trust, **_rich(hall, online))
    refuge = make_service(
        area, trust, name="Safe Harbour", all_needs=True, needs=[], free=False, cost_statement="Ask us",
        places=[place(
            name="Heronsgate House", hide_address=True, address_1="17 Withy Lane", postcode="QX7 3BD",
            uprn="100012345678", latitude=51.523456, longitude=0.142345, access=["lift"], access_notes="Ring at Heronsgate",
        )],
        contacts=[contact(name="Marian Foxley", phone="020 7946 0777", visible=False)],
        assurer_email="checker@example.org",
    )  # fmt: skip
    bare = make_service(
        area, trust, name="Bare Desk", description="", provision_kinds=[], sections=[], needs=[], route="", free=False,
        assured_on=None, min_months=None, max_months=None, places=[], contacts=[],
    )  # fmt: skip
    away = make_service(
        area, trust, name="Away Club", min_months=6, max_months=18, places=[place(latitude=52.5, longitude=1.0, town="")],
    )  # fmt: skip
    gone = make_service(area, trust, name="Archived Club")
    make_service(area, trust, name="Later Club", visible_from=date(2099, 1, 1))
    with inside(area):
        archive(gone, by=None, at=NOW)
    return WholeOffer(area, rich, refuge, bare, away, hall, online)


def _rich(hall: str, online: str) -> dict[str, Any]:
    return {
        "name": "Saturday Splash",
        "other_names": ["Splash"], "alert": "The pool is closed on 5 December.", "alert_until": date(2026, 12, 5),
        "url": "http://splash.example.org/a page?for=all&x=1#times", "social_links": ["https://social.example.org/splash"],
        "needs": ["PD", "ASD"], "sections": ["leisure", "social"], "route": "self", "eligibility": "Children who live here.",
        "languages": ["Polish", "BSL", "Elvish"], "waiting_weeks": 6, "waiting_checked_on": date(2026, 9, 1),
        "free": False, "cost_statement": "£4 a session", "funding_sources": ["Short breaks grant"],
        "senco_name": "Lee Marsh", "sen_information_report_url": "https://splash.example.org/report",
        "ofsted_number": "EY123456", "cqc_number": "1-234", "labels": ["Autism friendly"],
        "provision_kinds": ["education_health_care"], "branches": ["care"], "urn": "999901",
        "places": [
            place(id=hall, access=["lift", "step-free-entrance"], access_notes="Ring the bell.", uprn="100012345679",
                  county="Larkmere", description="The big hall"),
            place(id=online, name="Online", location_type="virtual", address_1="", town="", postcode="", latitude=None,
                  longitude=None),
        ],
        "areas": [{"name": "All of Larkmere", "extent": LAD, "extent_type": "lad_code"}],
        "contacts": [
            contact(name="Pat", email="splash@example.org", phone_description="Mornings"),
            contact(name="Marian Foxley", phone="020 7946 0777", visible=False),
        ],
        "costs": [{"option": "One session", "amount": "4.00", "per": "a session", "valid_from": "2026-09-01", "valid_to": None}],
        "schedules": [
            {"place": hall, "freq": "WEEKLY", "interval": 1, "byday": ["SA"], "opens_at": "10:00", "closes_at": "12:00",
             "starts_on": "2026-09-05", "term_time_only": True, "description": "Saturdays", "link": "https://splash.example.org/t"},
            {"place": None, "freq": "MONTHLY", "interval": 1, "byday": ["1MO"], "opens_at": "17:30", "closes_at": "19:00"},
        ],
        "events": [{"title": "Open day", "place": hall, "starts_at": "2026-12-01T10:00:00Z", "ends_at": "2026-12-01T12:00:00Z"}],
        "answers": [{"question": "a", "text": "In small groups."}, {"question": "outcomes", "text": "Confidence."}],
    }  # fmt: skip
