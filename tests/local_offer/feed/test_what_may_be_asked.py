"""Every parameter of the feed: what it chooses, and what a bad value is told."""

from __future__ import annotations

import json

import pytest

from goldenthread.local_offer.vocabulary import NEEDS, SECTIONS
from tests.factories.feed import LAD

pytestmark = pytest.mark.django_db(transaction=True)
ALL = ["Away Club", "Bare Desk", "Safe Harbour", "Saturday Splash"]
NEED = {term.code: str(term.id) for term in NEEDS.terms}
SECTION = {term.code: str(term.id) for term in SECTIONS.terms}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ALL),
        ({"nobody": "knows this", "search": "", "page": " "}, ALL),
        ({"search": "swimming Splash"}, ["Saturday Splash"]),
        ({"search": "' OR 1=1 -- \x00"}, []),
        ({"taxonomy_term_id": NEED["ASD"]}, ["Safe Harbour", "Saturday Splash"]),
        ({"taxonomy_term_id": NEED["CI"]}, ["Safe Harbour", "Saturday Splash"]),
        ({"taxonomy_term_id": SECTION["social"]}, ["Saturday Splash"]),
        ({"taxonomy_term_id": "01a2019e-4f4a-7324-a493-e9564ea64317"}, []),
        ({"taxonomy_id": str(SECTIONS.id)}, ["Away Club", "Safe Harbour", "Saturday Splash"]),
        ({"taxonomy_id": "01a2019e-4f4a-7324-a493-e9564ea64317"}, []),
        ({"organization_id": "01a2019e-4f4a-7324-a493-e9564ea64317"}, []),
        ({"minimum_age": "5"}, ["Safe Harbour", "Saturday Splash"]),
        ({"minimum_age": "5.1"}, []),
        ({"minimum_age": "0.5"}, ["Away Club", "Safe Harbour", "Saturday Splash"]),
        ({"maximum_age": "11"}, ["Away Club", "Safe Harbour", "Saturday Splash"]),
        ({"maximum_age": "10.9"}, ["Away Club"]),
        ({"maximum_age": "1.5"}, ["Away Club"]),
        ({"maximum_age": "1.49"}, []),
        ({"age": "11"}, ["Bare Desk", "Safe Harbour", "Saturday Splash"]),
        ({"age": "12"}, ["Bare Desk"]),
        ({"age": "0"}, ["Away Club", "Bare Desk"]),
        ({"age": "0.25"}, ["Bare Desk"]),
        ({"day": "SA"}, ["Saturday Splash"]),
        ({"day": "saturday", "start_time": "10:00"}, ["Saturday Splash"]),
        ({"day": "SA", "start_time": "10:01"}, []),
        ({"day": "MO", "end_time": "12:00"}, []),
        ({"day": "MO", "start_time": "17:00", "end_time": "19:00:00"}, ["Saturday Splash"]),
        ({"start_time": "17:00"}, ["Saturday Splash"]),
        ({"end_time": "11:00"}, []),
        ({"end_time": "20:39:06.013-19:29"}, ["Saturday Splash"]),
        ({"postcode": "qx4 1ab"}, ["Saturday Splash"]),
        ({"postcode": "QX4"}, ["Saturday Splash"]),
        ({"postcode": "QX4 9ZZ", "proximity": "1"}, ["Saturday Splash"]),
        ({"postcode": "QX41AB", "proximity": "10000"}, ["Safe Harbour", "Saturday Splash"]),
        ({"postcode": "QX41AB", "proximity": "200000"}, ["Away Club", "Safe Harbour", "Saturday Splash"]),
        ({"modified_after": "2099-01-01"}, []),
        ({"modified_after": "2020-01-01T00:00:00+01:00", "per_page": "2"}, ["Away Club", "Bare Desk"]),
        ({"modified_after": "2020-01-01T00:00:00Z", "per_page": "3", "page": "2"}, ["Saturday Splash"]),
    ],
)  # fmt: skip
def test_a_parameter_chooses(offer, names, query, expected):
    assert names(**query) == expected


def test_of_one_organisation(offer, names):
    assert names(organization_id=str(offer.rich.organisation_id)) == ALL


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Away Club", "Safe Harbour", "Saturday Splash", "Saturday Splash"]),
        ({"postcode": "QX41AB", "proximity": "100"}, ["Saturday Splash"]),
        ({"postcode": "QX41AB"}, ["Saturday Splash", "Saturday Splash"]),
        ({"day": "SA", "age": "6", "search": "splash"}, ["Saturday Splash", "Saturday Splash"]),
        ({"taxonomy_term_id": NEED["ASD"], "minimum_age": "5", "maximum_age": "11"},
         ["Safe Harbour", "Saturday Splash", "Saturday Splash"]),
    ],
)  # fmt: skip
def test_places_are_chosen_in_the_same_way_and_each_by_its_own_nearness(offer, names, query, expected):
    assert names("service_at_locations", **query) == expected


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ({"page": "0"}, "page"), ({"page": "x"}, "page"), ({"page": "1.5"}, "page"), ({"per_page": "many"}, "per_page"),
        ({"per_page": "-1"}, "per_page"), ({"search": "x" * 10_000}, "search"), ({"taxonomy_id": "7"}, "taxonomy_id"),
        ({"taxonomy_term_id": "autism"}, "taxonomy_term_id"), ({"minimum_age": "nan"}, "minimum_age"),
        ({"age": "-1"}, "age"), ({"day": "someday"}, "day"), ({"start_time": "25:00"}, "start_time"),
        ({"postcode": "ZZ99 9ZZ"}, "postcode"), ({"postcode": "nowhere"}, "postcode"), ({"postcode": "QX41AB1"}, "postcode"),
        ({"proximity": "100"}, "proximity"), ({"postcode": "QX4", "proximity": "-1"}, "proximity"),
        ({"postcode": "QX4", "proximity": "inf"}, "proximity"), ({"modified_after": "yesterday"}, "modified_after"),
        ({"format": "xml"}, "format"), ({"full": "perhaps"}, "full"),
        ({"format": "ndjson", "postcode": "ZZ99 9ZZ"}, "postcode"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", ["services", "service_at_locations"])
def test_a_bad_value_is_a_problem_that_names_it(offer, program, address, query, word):
    answer = program.get(f"/api/oruk/{address}", query)

    told = answer.json()
    assert (answer.status_code, told["status"], answer.headers["Content-Type"]) == (
        400,
        400,
        "application/problem+json",
    )
    assert told["detail"].startswith(f"{word}: ")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ["taxonomies", "taxonomy_terms"])
def test_lists_of_words_turn_pages_too(ask, program, address):
    first = ask(address, per_page="2")

    assert first["size"] == 2
    assert first["total_pages"] == -(-first["total_items"] // 2)
    assert program.get(f"/api/oruk/{address}?page=none").status_code == 400


def test_the_envelope_of_a_first_a_last_and_a_page_beyond(offer, ask):
    pages = [ask("services", per_page="3", page=str(number)) for number in (1, 2, 3, 10**30)]

    told = [{name: value for name, value in page.items() if name != "contents"} for page in pages]
    whole = {"total_items": 4, "total_pages": 2}
    assert told == [
        whole | {"page_number": 1, "size": 3, "first_page": True, "last_page": False, "empty": False},
        whole | {"page_number": 2, "size": 1, "first_page": False, "last_page": True, "empty": False},
        whole | {"page_number": 3, "size": 0, "first_page": False, "last_page": True, "empty": True},
        whole | {"page_number": 10**30, "size": 0, "first_page": False, "last_page": True, "empty": True},
    ]
    assert [len(page["contents"]) for page in pages] == [3, 1, 0, 0]


def test_no_page_holds_more_than_a_hundred(ask, program):
    assert ask("taxonomy_terms", per_page="100000")["size"] == 55
    assert ask("services")["total_items"] == 0


def test_fifty_unless_asked_and_a_hundred_at_most():
    from goldenthread.local_offer.feed.asked import Turned

    assert [Turned().size, Turned(per_page=100).size, Turned(per_page=101).size] == [50, 100, 100]


def test_full_and_minimal(offer, ask):
    full = {one["id"]: one for one in ask("services", full="true")["contents"]}
    minimal = ask("services", minimal="1")["contents"]

    assert full[str(offer.rich.pk)] == ask(f"services/{offer.rich.pk}")
    assert [set(one) for one in minimal] == [
        {"id", "organization_id", "name", "status", "last_modified", "modified_date"}
    ] * 4


def test_all_of_them_as_lines(offer, program, ask):
    answer = program.get("/api/oruk/services?format=ndjson&page=2&per_page=1")

    rows = [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]
    assert answer.headers["Content-Type"] == "application/x-ndjson"
    assert rows == ask("services")["contents"]
    assert answer.headers["ETag"] and answer.headers["Access-Control-Allow-Origin"] == "*"


def test_lines_of_nothing_are_nothing(program):
    answer = program.get("/api/oruk/service_at_locations?format=ndjson")

    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, b"")


def test_a_postcode_is_in_the_area_served_by_any_of_its_codes(offer, names):
    """LAD of the postcode, its outward code, or the postcode itself may stand as the extent of an area."""
    from goldenthread.local_offer.lifecycle import make_live, record_version
    from goldenthread.local_offer.versions import contents_of
    from tests.factories.local_offer import NOW
    from tests.factories.world import inside

    for service, extent in ((offer.away, "QX4"), (offer.refuge, "QX41AB"), (offer.bare, "E09000004")):
        with inside(offer.area):
            contents = contents_of(service) | {"areas": [{"name": "Here", "extent": extent, "extent_type": "code"}]}
            make_live(record_version(service, contents, by=None, at=NOW, why="area"), by=None, at=NOW)

    assert LAD == "X99000399"
    assert names(postcode="QX4 1AB") == ["Away Club", "Safe Harbour", "Saturday Splash"]
