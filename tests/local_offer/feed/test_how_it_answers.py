"""What all answers of the feed have in common: who may read them, methods, copies that are still good, limits."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import psycopg
import pytest
from django.db import ProgrammingError, connection
from django.test.utils import CaptureQueriesContext

from goldenthread.local_offer.feed import operations, reader
from goldenthread.local_offer.lifecycle import archive
from goldenthread.local_offer.models import Listing
from goldenthread.local_offer.vocabulary import NEEDS
from tests.factories.local_offer import NOW, make_offer, make_service
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)
STEM = "/api/oruk"
KEY = "01a2019e-4f4a-7324-a493-e9564ea64317"
ADDRESSES = [
    "", "/", "/openapi.json", "/services", "/services/{service}", "/service_at_locations",
    "/service_at_locations/{place}", "/taxonomies", f"/taxonomies/{NEEDS.id}", "/taxonomy_terms",
    f"/taxonomy_terms/{NEEDS.terms[0].id}",
]  # fmt: skip


@pytest.fixture(params=ADDRESSES)
def address(request, offer):
    return STEM + request.param.format(service=offer.rich.pk, place=offer.hall)


def test_any_origin_may_read_every_answer(address, program):
    for answer in (program.get(address), program.head(address), program.options(address), program.post(address)):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_other_methods_are_refused_with_what_is_offered(address, program):
    answers = [getattr(program, method)(address) for method in ("post", "put", "patch", "delete")]

    assert [answer.status_code for answer in answers] == [405] * 4
    assert {answer.headers["Allow"] for answer in answers} == {"GET, HEAD, OPTIONS"}
    assert {answer.json()["status"] for answer in answers} == {405}


def test_head_and_options(address, program):
    whole, head, options = program.get(address), program.head(address), program.options(address)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Length"] == str(len(whole.content))
    assert (options.status_code, options.content) == (204, b"")
    assert options.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_a_copy_that_is_still_good_is_said_to_be(address, program):
    first = program.get(address)

    second = program.get(address, headers={"If-None-Match": first.headers["ETag"]})
    other = program.get(address, headers={"If-None-Match": '"something else"'})

    assert (second.status_code, second.content) == (304, b"")
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Access-Control-Allow-Origin"] == "*"
    assert (other.status_code, other.content) == (200, first.content)


@pytest.mark.parametrize("wrong", [f"/services/{KEY}", "/services/7", f"/taxonomies/{KEY}", f"/taxonomy_terms/{KEY}",
                                   f"/service_at_locations/{KEY}", "/organizations", "/services/", "/x/../y", "/services/%0Au",
                                   "/services/{archived}"])  # fmt: skip
def test_what_is_not_there_is_a_problem_in_json(offer, program, wrong):
    with inside(offer.area):
        archive(offer.away, by=None, at=NOW)

    answer = program.get(STEM + wrong.format(archived=offer.away.pk))

    assert (answer.status_code, answer.json()["title"]) == (404, "There is nothing here")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_list_is_new_after_any_change_of_the_offer(offer, program):
    """Changed, taken away, given dates: the mark is another each time, and other areas' marks stay."""
    other = World().area
    make_offer(other, area_name="Elsewhere", hosts=["localhost"])
    make_service(other, name="Elsewhere Club")
    marks, theirs = (
        [program.get(f"{STEM}/services").headers["ETag"]],
        program.get(f"{STEM}/services", SERVER_NAME="localhost"),
    )

    with inside(offer.area):
        Listing.objects.filter(pk=offer.away.pk).update(status="inactive")
    marks.append(program.get(f"{STEM}/services").headers["ETag"])
    with inside(offer.area):
        archive(offer.away, by=None, at=NOW)
    marks.append(program.get(f"{STEM}/services").headers["ETag"])
    make_service(offer.area, name="New Club")
    marks.append(program.get(f"{STEM}/services").headers["ETag"])

    again = program.get(f"{STEM}/services", SERVER_NAME="localhost", headers={"If-None-Match": theirs.headers["ETag"]})
    assert len(set(marks)) == 4
    assert again.status_code == 304
    assert [one["name"] for one in theirs.json()["contents"]] == ["Elsewhere Club"]


def test_each_change_has_a_later_second_so_that_if_modified_since_is_safe(offer, program):
    first = program.get(f"{STEM}/services").headers["Last-Modified"]
    same = program.get(f"{STEM}/services", headers={"If-Modified-Since": first})

    with inside(offer.area):
        Listing.objects.filter(pk=offer.away.pk).update(status="inactive")
    changed = program.get(f"{STEM}/services", headers={"If-Modified-Since": first})

    assert (same.status_code, changed.status_code) == (304, 200)


def test_at_midnight_a_copy_is_no_longer_good(offer, program, settings):
    """A notice may end and an entry come into sight without anybody changing anything."""
    first = program.get(f"{STEM}/services/{offer.rich.pk}")
    settings.STATED_TODAY = date(2026, 12, 6)

    second = program.get(f"{STEM}/services/{offer.rich.pk}", headers={"If-None-Match": first.headers["ETag"]})

    assert "alert" in first.json()
    assert "alert" not in second.json()


def test_one_address_may_ask_so_often_and_an_export_counts_for_many(offer, program, settings, monkeypatch):
    settings.FEED_PER_MINUTE = 62
    monkeypatch.setattr(
        "goldenthread.interfaces.limits.time", SimpleNamespace(time=lambda: 30.0)
    )  # no minute ends meanwhile

    export = program.get(f"{STEM}/services?format=ndjson")
    answers = [program.get(f"{STEM}/services") for _ in range(3)]
    other = program.get(f"{STEM}/services", REMOTE_ADDR="192.0.2.7")
    export.close()

    assert export.status_code == 200
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 61
    assert answers[-1].headers["Access-Control-Allow-Origin"] == "*"
    assert other.status_code == 200


def test_the_feed_reads_as_the_reader_role_which_is_refused_what_is_behind(offer):
    with reader.reading() as connected:
        assert reader.one(connected, "SELECT current_user")[0] == "goldenthread_public"
        for table in ("children_child", "local_offer_service", "local_offer_contact", "people_account"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connected.execute(f"SELECT * FROM {table}")
        for write in ("DELETE FROM local_offer_feed_revision", "SELECT local_offer_feed_mark('{}')"):
            with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)):
                connected.execute(write)


def test_no_answer_of_the_feed_reads_as_the_application(address, program):
    with CaptureQueriesContext(connection) as asked:
        program.get(address)

    assert [
        query["sql"] for query in asked if not query["sql"].startswith(("SELECT set_config", "BEGIN", "COMMIT"))
    ] == []


def test_a_walled_table_cannot_be_read_even_by_a_planted_operation(offer, program, monkeypatch):
    """Planted: somebody lets an operation read contacts who are not shown."""

    def leaking(request, source, asked):
        with reader.reading() as connected:
            return operations.as_json(str(reader.rows(connected, "SELECT * FROM local_offer_contact")))

    monkeypatch.setattr(operations, "_list", leaking)

    answer = program.get(f"{STEM}/services")

    assert answer.status_code == 500
    assert b"Marian" not in answer.content
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_without_the_reader_role_there_is_no_feed_rather_than_another_role(offer, program, settings):
    settings.PUBLIC_DATABASE_URL = ""

    answer = program.get(f"{STEM}/services")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert answer.json()["status"] == 503


@pytest.mark.parametrize(
    "forged",
    [
        "UPDATE local_offer_feed_revision SET mark = gen_random_uuid()",
        "DELETE FROM local_offer_feed_place",
        "SELECT local_offer_feed_mark('{}')",
    ],
)
def test_the_application_cannot_forge_what_the_feed_follows(offer, forged):
    with pytest.raises(ProgrammingError, match="permission denied"), inside(offer.area):
        connection.cursor().execute(forged)
