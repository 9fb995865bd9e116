"""Every record of the demo, as the feed says it, passes the official schemas with formats checked."""

from __future__ import annotations

import json

import pytest

from goldenthread.demo.local_offer.load import load_local_offer
from tests.factories.feed import faults
from tests.factories.world import World, inside

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.full]


def lines(program, address: str):
    for line in b"".join(program.get(f"/api/oruk/{address}").streaming_content).splitlines():
        yield json.loads(line)


def test_every_record_of_the_demo_passes(program):
    area = World().area
    with inside(area):
        count = load_local_offer(area.pk)
    asked = {
        "services?format=ndjson": ("service_list",),
        "services?format=ndjson&full=true": ("service",),
        "service_at_locations?format=ndjson": ("service_at_location_list",),
        "service_at_locations?format=ndjson&full=true": ("service_at_location", "service"),
    }

    found, seen = [], {}
    for address, schemas in asked.items():
        for one in lines(program, address):
            seen[address] = seen.get(address, 0) + 1
            found += [(one["id"], fault) for schema in schemas for fault in faults(schema, one)]

    assert found[:10] == []
    assert count > 3900
    assert seen["services?format=ndjson"] == seen["services?format=ndjson&full=true"] == count
    assert seen["service_at_locations?format=ndjson"] > 3500
