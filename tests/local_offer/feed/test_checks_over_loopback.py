"""The checks that Open Referral UK's validator makes, and the traps of its schemas, for each address over loopback.

`pytest tests/local_offer/feed/test_checks_over_loopback.py -s` prints the log.
"""

from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.request
from email.message import Message
from typing import Any
from uuid import uuid4

import pytest

from tests.factories.feed import SECRETS, faults, make_whole_offer
from tests.factories.world import World

pytestmark = pytest.mark.django_db(transaction=True)
SLOWEST = 5.0  # seconds: the validator warns above a mean of five
LISTS = {
    "services": ("service_list", "service"),
    "service_at_locations": ("service_at_location_list", "service_at_location"),
    "taxonomies": ("taxonomy", "taxonomy"),
    "taxonomy_terms": ("taxonomy_term", "taxonomy_term"),
}
ENVELOPE = {"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"}


class Walk:
    """Asks a feed at its stem, as a stranger's program does, and keeps a line for each check."""

    def __init__(self, stem: str) -> None:
        self.stem, self.log, self.failed, self.spent, self.seen = stem, [], [], [], ""

    def ask(self, address: str, method: str = "GET", **headers: str) -> tuple[int, Any, Message]:
        request = urllib.request.Request(self.stem + address, method=method, headers=headers)
        began = time.perf_counter()
        try:
            answer = urllib.request.urlopen(request, timeout=30)
        except urllib.error.HTTPError as refused:
            answer = refused
        text = answer.read().decode()
        self.spent.append(time.perf_counter() - began)
        self.seen += text
        told = json.loads(text) if text and "ndjson" not in answer.headers["Content-Type"] else text
        self.check(
            f"{method} {address[:60]} is open to every origin", answer.headers["Access-Control-Allow-Origin"] == "*"
        )
        return answer.status, told, answer.headers

    def check(self, what: str, right: bool, why: object = "") -> None:
        self.log.append(f"{'ok  ' if right else 'FAIL'} {what}{f': {why}' if not right else ''}")
        if not right:
            self.failed.append(what)


def about(walk: Walk) -> None:
    status, told, headers = walk.ask("/")
    walk.check("/ answers JSON", status == 200 and headers["Content-Type"] == "application/json")
    version = told["version"].replace("HSDS-UK-", "").replace("V", "")
    walk.check("/ says a version the validator can read", told["version"] == "HSDS-UK-3.0" and float(version) == 3.0)
    walk.check("/ names the profile and the OpenAPI document", {"profile", "openapi_url"} <= set(told))
    document = json.loads(urllib.request.urlopen(told["openapi_url"], timeout=30).read())
    walk.check("the OpenAPI document describes nine addresses", len(document["paths"]) == 9, list(document["paths"]))


def pages(walk: Walk, name: str) -> list[dict[str, Any]]:
    """First, middle and last page, as the validator reads them, and one beyond."""
    listed, _whole = LISTS[name]
    _status, first, _headers = walk.ask(f"/{name}?per_page=1")
    walk.check(f"/{name} has the envelope", set(first) == ENVELOPE, set(first) ^ ENVELOPE)
    last, total = first["total_pages"], first["total_items"]
    for number in dict.fromkeys([1, max(1, last // 2), last]):
        _status, page, _headers = walk.ask(f"/{name}?per_page=1&page={number}")
        flags = (page["page_number"], page["size"], page["first_page"], page["last_page"], page["empty"])
        walk.check(
            f"/{name} page {number} of {last} is numbered",
            flags == (number, 1, number == 1, number == last, False),
            flags,
        )
    status, beyond, _headers = walk.ask(f"/{name}?page={last + 1}&per_page=1")
    walk.check(f"/{name} beyond the end is 200 and empty", status == 200 and beyond["empty"] and not beyond["contents"])
    _status, page, _headers = walk.ask(f"/{name}?per_page=1000")
    walk.check(f"/{name} holds at most 100 in a page", page["size"] == min(total, 100))
    found = [fault for one in page["contents"] for fault in faults(listed, one)]
    walk.check(f"/{name}: all {page['size']} pass {listed}.json with formats, without null", not found, found[:3])
    for wrong in ("page=0", "per_page=many", "page=-1"):
        status, told, headers = walk.ask(f"/{name}?{wrong}")
        right = status == 400 and headers["Content-Type"] == "application/problem+json" and told["detail"]
        walk.check(f"/{name}?{wrong} is a problem with a sentence", bool(right), told)
    walk.check(f"/{name} passes over what it does not know", walk.ask(f"/{name}?favourite=tea")[0] == 200)
    return list(page["contents"])


def each(walk: Walk, name: str, listed: list[dict[str, Any]]) -> None:
    _listed, schema = LISTS[name]
    for one in listed[:20]:
        _status, whole, _headers = walk.ask(f"/{name}/{one['id']}")
        found = faults(schema, whole)
        if name == "service_at_locations":
            found += faults("service", whole) + faults("service", whole["service"])
        walk.check(f"/{name}/{one['id']} passes {schema}.json", whole["id"] == one["id"] and not found, found[:3])
        service = whole if name == "services" else whole.get("service", {})
        if service:
            body = service["organization"]
            right = service["organization_id"] == body["id"] and bool(body["description"])
            walk.check(f"/{name}/{one['id']} names its organisation, with a description", right)
    missing = [walk.ask(f"/{name}/{key}")[0] for key in (uuid4(), "not-a-key")]
    walk.check(f"/{name}/ of nobody is 404", missing == [404, 404], missing)


def manners(walk: Walk, name: str) -> None:
    status, _told, headers = walk.ask(f"/{name}")
    again = walk.ask(f"/{name}", **{"If-None-Match": headers["ETag"]})
    walk.check(f"/{name} says 304 to a copy that is still good", (status, again[0], again[1]) == (200, 304, ""))
    for method, wanted in (("HEAD", 200), ("OPTIONS", 204), ("POST", 405), ("DELETE", 405)):
        status, _told, _headers = walk.ask(f"/{name}", method)
        walk.check(f"{method} /{name} is {wanted}", status == wanted, status)


def parameters(walk: Walk) -> None:
    asked = ["search=splash", "age=7", "minimum_age=5", "maximum_age=11", "day=SA&start_time=09:00&end_time=13:00",
             "postcode=QX41AB", "postcode=QX4&proximity=5000", "modified_after=2026-01-01", "full=true", "minimal=true"]  # fmt: skip
    for name in ("services", "service_at_locations"):
        for query in asked:
            status, told, _headers = walk.ask(f"/{name}?{query}")
            walk.check(f"/{name}?{query} finds something", status == 200 and told["total_items"] > 0, told)
        for query in ("postcode=ZZ99ZZ", "proximity=5", "search=" + "x" * 10_000, "day=never", "age=old"):
            status, _told, _headers = walk.ask(f"/{name}?{query}")
            walk.check(f"/{name}?{query[:40]} is refused in words", status == 400, status)
    _status, lines, headers = walk.ask("/services?format=ndjson&full=true")
    found = [fault for line in lines.splitlines() for fault in faults("service", json.loads(line))]
    walk.check("lines of everything pass service.json", headers["Content-Type"] == "application/x-ndjson" and not found)


def test_the_feed_answers_every_check(live_server, settings, capsys):
    settings.FEED_PER_MINUTE = 10_000
    make_whole_offer(World().area)
    walk = Walk(f"{live_server.url}/api/oruk")

    about(walk)
    for name in LISTS:
        each(walk, name, pages(walk, name))
        manners(walk, name)
    parameters(walk)
    walk.check("nothing hidden was said", not [secret for secret in SECRETS if secret in walk.seen])
    mean = sum(walk.spent) / len(walk.spent)
    walk.check(f"a mean answer takes {mean * 1000:.0f} ms, under {SLOWEST:.0f} s", mean < SLOWEST)

    sys.stdout.write(
        "\n".join([*walk.log, f"{len(walk.log)} checks, {len(walk.failed)} failed, {len(walk.spent)} questions", ""])
    )
    assert walk.failed == []
    assert len(walk.log) > 250
