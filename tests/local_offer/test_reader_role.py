"""PostgreSQL itself shows the public what is published, and nothing else."""

from __future__ import annotations

import re
from datetime import date

import psycopg
import pytest

from goldenthread.local_offer.lifecycle import archive, record_version
from goldenthread.local_offer.models import Listing
from goldenthread.local_offer.versions import contents_of
from tests.factories.local_offer import NOW, contact, make_service, place
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)

READABLE = {
    "local_offer_everydayphrase", "local_offer_feed_at_place", "local_offer_feed_revision", "local_offer_feed_service",
    "local_offer_listedword", "local_offer_listing", "local_offer_listingevent",
    "local_offer_publishedcomment", "local_offer_publishedcount", "local_offer_publishedresponse",
    "local_offer_publishedround", "local_offer_listingplace", "local_offer_offer", "local_offer_outcode", "local_offer_postcode",
    "local_offer_synonym", "local_offer_town", "local_offer_shown", "local_offer_sections_publishedpage",
    "local_offer_sections_publishedtranslation", "local_offer_sections_requirementrecord", "local_offer_sections_linkcheck",
    "local_offer_sections_consultation", "local_offer_sections_accessstatement", "local_offer_sections_accessgap",
    "local_offer_sections_areaword",
    "school_information_publishedreport",
}  # fmt: skip
_GRANTED = """
SELECT DISTINCT table_name FROM information_schema.column_privileges
WHERE grantee IN ('goldenthread_public', 'PUBLIC') AND table_schema NOT IN ('information_schema', 'pg_catalog')
"""


def all_that_is_public(raw_url) -> str:
    """Every row of every table the reader role can read, as one text."""
    with psycopg.connect(raw_url("public")) as reader:
        columns = reader.execute(
            "SELECT table_name, string_agg(quote_ident(column_name), ', ') FROM information_schema.column_privileges"
            " WHERE grantee = 'goldenthread_public' GROUP BY table_name"
        ).fetchall()
        return " ".join(
            str(row) for table, names in columns for row in reader.execute(f"SELECT {names} FROM {table}").fetchall()
        )


def test_the_reader_role_is_granted_the_published_tables_only(raw_url):
    with psycopg.connect(raw_url("public")) as reader:
        granted = {table for (table,) in reader.execute(_GRANTED).fetchall()}

    assert {table for table in granted if table.startswith(("local_offer", "school_information"))} == READABLE
    assert granted - READABLE == set()


@pytest.mark.parametrize(
    "table", ["local_offer_service", "local_offer_place", "local_offer_serviceversion", "children_child"]
)
def test_the_reader_role_is_refused_the_tables_behind(raw_url, table):
    with psycopg.connect(raw_url("public")) as reader, pytest.raises(psycopg.errors.InsufficientPrivilege):
        reader.execute(f"SELECT * FROM {table}")


def test_the_reader_role_cannot_write(raw_url):
    with psycopg.connect(raw_url("public")) as reader, pytest.raises(psycopg.errors.InsufficientPrivilege):
        reader.execute("DELETE FROM local_offer_listing")


def test_a_live_entry_is_read_and_its_secrets_are_not(raw_url):
    world = World()
    refuge = place(
        name="Heronsgate House", hide_address=True, address_1="17 Withy Lane", postcode="QX7 3BD", uprn="100012345678",
        latitude=51.523456, longitude=0.142345, access_notes="Ring twice at 17",
    )  # fmt: skip
    desk = contact(name="Marian Foxley", phone="020 7946 0777", visible=False)
    make_service(
        world.area,
        name="Safe Harbour",
        places=[refuge],
        contacts=[contact(), desk],
        assurer_email="checker@example.org",
    )

    public = all_that_is_public(raw_url)

    assert "Safe Harbour" in public
    assert "QX7" in public
    assert "51.52" in public
    secrets = [
        "Heronsgate", "Withy", "QX7 3BD", " 3BD", "100012345678", "Ring twice", "Marian", "7946 0777",
        "checker@",
    ]  # fmt: skip
    assert [secret for secret in secrets if secret in public] == []
    assert re.findall(r"(?<![\d:.])(?:51\.523|0\.1423)\d*", public) == []  # a second may end so, after a colon


def test_drafts_pending_changes_archived_and_outside_dates_are_not_read(raw_url):
    world = World()
    seen = make_service(world.area, name="Seen Club")
    gone = make_service(world.area, name="Gone Club")
    make_service(world.area, name="Past Club", visible_to=date(2020, 1, 1))
    make_service(world.area, name="Future Club", visible_from=date(2099, 1, 1))
    with inside(world.area):
        archive(gone, by=None, at=NOW)
        changed = contents_of(seen)
        changed["service"]["description"] = "Waiting words that nobody approved, long enough to be shown if they were."
        record_version(seen, changed, by=None, at=NOW, why="Not approved")

    with psycopg.connect(raw_url("public")) as reader:
        names = reader.execute("SELECT name FROM local_offer_listing").fetchall()
        points = reader.execute("SELECT listing_id FROM local_offer_listingplace").fetchall()

    assert names == [("Seen Club",)]
    assert points == [(seen.pk,)]
    assert "Waiting words" not in all_that_is_public(raw_url)


def test_anybody_not_signed_in_reads_listings_and_cannot_write_them():
    world = World()
    make_service(world.area)

    assert Listing.objects.count() == 1
    assert Listing.objects.update(name="Taken over") == 0


def test_one_area_cannot_write_the_listings_of_another():
    world = World()
    make_service(world.area)

    with inside(world.other_area):
        assert Listing.objects.count() == 1
        assert Listing.objects.update(name="Taken over") == 0
        assert Listing.objects.all().delete()[0] == 0


@pytest.mark.parametrize("role", ["app", "public"])
def test_nobody_writes_through_the_view_that_searches_read(raw_url, role):
    with psycopg.connect(raw_url(role)) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("UPDATE local_offer_shown SET name = 'Taken over'")
