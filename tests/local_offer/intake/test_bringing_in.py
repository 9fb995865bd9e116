"""Registers, files and feeds: what they would do, what is taken, and what is never touched."""

from __future__ import annotations

import gzip
import io
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.access.permissions import NotFound
from goldenthread.local_offer.intake.actions import read_source
from goldenthread.local_offer.intake.grid import latitude_longitude
from goldenthread.local_offer.intake.incoming import SourceRefused
from goldenthread.local_offer.intake.models import Intake, IntakeRow, SourceKind
from goldenthread.local_offer.intake.reading import Brought
from goldenthread.local_offer.intake.sources.oruk import code_of
from goldenthread.local_offer.lifecycle import make_live, record_version
from goldenthread.local_offer.models import Listing, OfferOrganisation, Service
from goldenthread.local_offer.places_file import SCHOOLS
from goldenthread.local_offer.versions import contents_of
from tests.factories.feed import make_whole_offer
from tests.factories.local_offer import NOW, contact, make_provider, make_service, place
from tests.factories.register_file import register
from tests.factories.world import World, inside, seen_by, viewer_of
from tests.local_offer.sections.test_duties import row

pytestmark = pytest.mark.django_db(transaction=True)


def counts(intake: Intake) -> dict[str, int]:
    return {name: count for name, count in intake.counts.items() if count}


def test_a_school_of_the_register_becomes_an_entry_with_what_the_register_says(bring, shown):
    bring(SourceKind.GIAS, register({}), take=True)

    entry = Listing.objects.get().entry
    assert entry["name"] == "St Zoë’s School"
    assert sorted(entry["needs"]) == ["ASD", "SPLD"]
    assert (entry["min_months"], entry["max_months"], entry["area_scope"]) == (48, 239, "in")
    assert (entry["places"][0]["latitude"], entry["places"][0]["longitude"]) == pytest.approx(
        (52.65798, 1.71605), abs=1e-4
    )
    assert entry["url"] == "https://www.zoe.example.org"
    assert "SEN unit: 12 places, 9 filled." in entry["description"]
    assert (entry["source"], entry["source_name"], entry["urn"]) == ("gias", "Get Information about Schools", "999101")
    assert Service.objects.count() == 0, "behind the wall of its area"


def test_a_special_school_of_the_register_counts_as_one_whatever_its_name(bring, shown, world):
    kinds = (
        "Community special school", "Academy special converter", "Special post 16 institution", "Community school",
        "Other independent special school",
    )  # fmt: skip
    file = register(
        *(
            {
                "URN": str(999101 + number),
                "EstablishmentName": f"Rowan Bank {number}",
                "TypeOfEstablishment (name)": kind,
            }
            for number, kind in enumerate(kinds)
        )
    )
    first = bring(SourceKind.GIAS, file, take=True)

    again = bring(SourceKind.GIAS, file)

    entries = Listing.objects.order_by("name").values_list("entry__provider_type", "entry__labels")
    assert [(provider, [label for label in labels if "pecial" in label]) for provider, labels in entries] == [
        ("maintained_school", ["Special school"]), ("academy", ["Special school"]),
        ("other", ["Special post-16 institution"]), ("maintained_school", []), ("independent", []),
    ]  # fmt: skip
    assert row(world, "C04").told.services.total == 3
    assert (counts(first), counts(again)) == ({"new": 5}, {"same": 5})


def test_labels_that_the_office_gave_stay_beside_those_of_the_register(bring, world):
    bring(SourceKind.GIAS, register({}), take=True)
    with inside(world.area):
        entry = Service.objects.get()
        entry.labels = ["Autism friendly", *entry.labels]
        contents = contents_of(entry)
        make_live(record_version(entry, contents, by=None, at=NOW, why="A label"), by=None, at=NOW)

    again = bring(SourceKind.GIAS, register({}), take=True)

    assert Listing.objects.get().entry["labels"] == ["Autism friendly", "Special school", "SEN unit"]
    assert counts(again) == {"same": 1}


def test_a_special_school_of_the_supplied_list_counts_as_one_whatever_its_name(bring, world):
    heads = (
        "urn,name,street,town,postcode,open_date,lad_code,lad_name,latitude,longitude,type_2017,phase_2017,low_age_2017,"
        "high_age_2017,gender_2017,website_2017,telephone_2017\n"
    )
    line = "{},Rowan Bank {},1 The Lane,Larkmere,QX1 1AA,,E09000001,Larkmere,51.5,-0.07,{},Primary,5,11,Mixed,,\n"
    kinds = ("Foundation Special School", "Community School")
    file = (heads + "".join(line.format(999201 + n, n, kind) for n, kind in enumerate(kinds))).encode()
    first = bring(SourceKind.SCHOOLS, file, take=True)

    again = bring(SourceKind.SCHOOLS, file)

    assert row(world, "C04").told.services.total == 1
    assert (counts(first), counts(again)) == ({"new": 2}, {"same": 2})


def test_the_same_again_changes_nothing_and_a_change_is_told_by_field(bring, shown):
    first = bring(SourceKind.GIAS, register({}, {"URN": "999102"}), take=True)
    again = bring(SourceKind.GIAS, register({}, {"URN": "999102"}))
    changed = bring(
        SourceKind.GIAS, register({"TelephoneNum": "02079460112", "StatutoryHighAge": "25"}, {"URN": "999102"})
    )

    assert [counts(one) for one in (first, again, changed)] == [{"new": 2}, {"same": 2}, {"changed": 1, "same": 1}]


def test_changes_are_taken_and_gone_ones_archived_only_when_asked(bring, shown):
    two = register({}, {"URN": "999102", "EstablishmentName": "Left School"})
    bring(SourceKind.GIAS, two, take=True)

    kept = bring(SourceKind.GIAS, register({"TelephoneNum": "02079460112"}), take=True)
    still = shown()
    bring(SourceKind.GIAS, register({}), take=True, archive_gone=True)

    assert counts(kept) == {"changed": 1, "gone": 1}
    assert still == ["Left School", "St Zoë’s School"]
    assert shown() == ["St Zoë’s School"]
    assert Listing.objects.get().entry["contacts"][0]["phone"] == "02079460111"


def test_a_locked_field_is_kept_and_said_to_be(bring, world, officer):
    bring(SourceKind.GIAS, register({}), take=True)
    with inside(world.area):
        Service.objects.update(locked_fields=["name", "contacts"])
    other = register({"EstablishmentName": "Renamed", "TelephoneNum": "1", "StatutoryLowAge": "5"})

    read = bring(SourceKind.GIAS, other)
    with seen_by(officer):
        row = IntakeRow.objects.get(intake=read)
    bring(SourceKind.GIAS, other, take=True)

    entry = Listing.objects.get().entry
    assert (sorted(row.changed), sorted(row.kept)) == (["min_months", "places"], ["contacts", "name"])
    assert (entry["name"], entry["contacts"][0]["phone"], entry["min_months"]) == ("St Zoë’s School", "02079460111", 60)


@pytest.mark.parametrize(
    ("here", "why"),
    [
        ({"urn": "999101"}, "same URN"),
        ({"name": "St Zoë’s School", "places": [place(postcode="QX1 1AA")]}, "same name and postcode"),
        ({"contacts": [contact(phone="02079460111")]}, "same telephone number"),
    ],
)
def test_what_may_be_here_already_is_shown_and_left_out(bring, world, officer, shown, here, why):
    make_service(world.area, **here)
    before = shown()

    read = bring(SourceKind.GIAS, register({}))
    with seen_by(officer):
        row = IntakeRow.objects.get(intake=read)
    bring(SourceKind.GIAS, register({}), take=True)
    left_out = shown()
    bring(SourceKind.GIAS, register({}), take=True, doubtful_too=True)

    assert counts(read) == {"doubtful": 1}
    assert why in row.why
    assert left_out == before
    assert len(shown()) == 2


def test_an_entry_that_somebody_is_changing_waits(bring, world):
    bring(SourceKind.GIAS, register({}), take=True)
    with inside(world.area):
        service = Service.objects.get()
        record_version(service, contents_of(service), by=None, at=NOW, why="Being changed")

    read = bring(SourceKind.GIAS, register({"Town": "Elsewhere"}))

    assert counts(read) == {"waiting": 1}


def test_only_the_authorities_asked_for_and_open_schools_are_read(bring):
    schools = [{"URN": "999103", "LA (code)": "303"}, {"URN": "999104", "EstablishmentStatus (name)": "Closed"}, {}]

    read = bring(SourceKind.GIAS, register(*schools), la_codes=frozenset({"303", "311"}))

    assert counts(read) == {"new": 1}
    assert read.source_name == "Get Information about Schools: 303, 311"


@pytest.mark.parametrize(
    ("kind", "content", "sentence"),
    [
        (SourceKind.GIAS, b"", "These are missing: URN"),
        (SourceKind.GIAS, b"PK\x03\x04rest", "not a CSV file"),
        (SourceKind.GIAS, b"a,b\r\n1,2\r\n", "These are missing: URN"),
        (SourceKind.GIAS, register({}) + b'"broken', "cannot be read as CSV"),
        (SourceKind.GIAS, register(), "no service in it"),
        (SourceKind.SCHOOLS, register({}), "These are missing: urn"),
        (SourceKind.OFSTED, b"x,y\r\n1,2\r\n", "a column for the number"),
        (SourceKind.ORUK_FILE, b"not json", "cannot be read as JSON"),
        (SourceKind.ORUK_FILE, b'"text"', "no list of services"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_in_words_and_leaves_nothing(bring, shown, kind, content, sentence):
    with pytest.raises(SourceRefused, match=sentence):
        bring(kind, content)

    assert shown() == []
    assert Intake.objects.count() == 0


def test_a_bad_row_is_told_and_the_good_ones_are_taken(bring, shown):
    rows = [{"URN": "none"}, {"URN": "999105", "EstablishmentName": "Good School"}, {"URN": "999105"},
            {"URN": "999106", "StatutoryLowAge": "18", "StatutoryHighAge": "5"}]  # fmt: skip

    read = bring(SourceKind.GIAS, register(*rows), take=True)

    assert counts(read) == {"refused": 3, "new": 1}
    assert shown() == ["Good School"]


def test_the_supplied_list_is_read_by_its_own_headings(bring, shown):
    with gzip.open(SCHOOLS) as lines:
        few = gzip.compress(b"".join(next(lines) for _ in range(4)))

    first, again = bring(SourceKind.SCHOOLS, few, take=True), bring(SourceKind.SCHOOLS, few)

    assert (counts(first), counts(again)) == ({"new": 3}, {"same": 3})
    assert len(shown()) == 3


def test_childcare_is_read_and_a_childminders_address_is_hidden(bring):
    lines = (
        b"Provider URN,Provider name,Provider type,Provider status,Address line 1,Town,Postcode,Places\r\n"
        b"EY900001,Little Terns,Childcare on non-domestic premises,Active,2 Quay,Larkmere,QX1 1AB,24\r\n"
        b"EY900002,Gone Nursery,Childcare on non-domestic premises,Resigned,3 Quay,Larkmere,QX1 1AB,24\r\n"
        b"EY900003,Robin Marsh,Childminder,Active,17 Withy Lane,Larkmere,QX7 3BD,6\r\n"
    )

    bring(SourceKind.OFSTED, lines, take=True)

    entries = {one.name: one.entry for one in Listing.objects.all()}
    assert sorted(entries) == ["Little Terns", "Robin Marsh"]
    assert entries["Little Terns"]["places"][0]["address_1"] == "2 Quay"
    assert "Withy" not in json.dumps(entries["Robin Marsh"])
    assert entries["Robin Marsh"]["places"][0]["postcode"] == "QX7"


@pytest.fixture
def partner(client):
    """Another area with an offer, and its whole services as its feed says them."""
    from goldenthread.local_offer.feed import around, reader

    around.allowance.forget()
    area = World().area
    make_whole_offer(area)
    yield client.get("/api/oruk/services?full=true").json()["contents"]
    reader.close()


@pytest.mark.parametrize("written", ["list", "page", "lines"])
def test_an_open_referral_file_comes_in_and_again_changes_nothing(partner, written):
    """What our own feed says goes round: another area's entries become this area's, with the partner as source."""
    import uuid

    for number, one in enumerate(partner):
        one["id"] = str(uuid.UUID(int=number + 1))
    forms = {
        "list": json.dumps(partner),
        "page": json.dumps({"contents": partner}),
        "lines": "\n".join(map(json.dumps, partner)),
    }
    here = World().area
    from tests.factories.world import give_role, make_account

    account = make_account("Olga Officer")
    give_role(account, "authority_officer", here)
    officer = viewer_of(account)

    def bring(take: bool) -> Intake:
        from goldenthread.local_offer.intake.actions import take_source

        with seen_by(officer):
            made = read_source(
                by=officer,
                brought=Brought(SourceKind.ORUK_FILE, "x", io.BytesIO(forms[written].encode()), partner="Next door"),
            )
            return take_source(by=officer, intake=made.pk, doubtful_too=False, archive_gone=False) if take else made

    first, again = bring(True), bring(False)

    entry = Listing.objects.get(authority=here, name="Saturday Splash").entry
    assert (counts(first), counts(again)) == ({"new": 4}, {"same": 4})
    assert (entry["source"], entry["source_name"], entry["area_scope"]) == ("partner", "Next door", "outside")
    assert sorted(entry["needs"])[:2] == ["ASD", "CI"]
    assert (entry["min_months"], entry["max_months"], entry["places"][0]["postcode"]) == (60, 143, "QX4 1AB")
    assert [one["byday"] for one in entry["schedules"]] == [["SA"], ["1MO"]]
    assert entry["organisation"]["name"] == "Larkmere Play Trust"
    with seen_by(officer):
        assert OfferOrganisation.objects.count() == 1


def service(number: int) -> dict[str, object]:
    return {"id": f"00000000-0000-4000-8000-{number:012}", "name": f"Service {number}", "status": "active",
            "description": "About it.", "organization": {"id": f"00000000-0000-4000-9000-{number:012}", "name": "Body",
                                                         "description": "A body."}}  # fmt: skip


def honest(path: str, count: int = 3) -> object:
    """A feed of so many services, one in a page."""
    if path == "/":
        return {"version": "HSDS-UK-3.0"}
    if path.startswith("/services?"):
        number = int(path.split("page=")[1].split("&")[0])
        return {"total_items": count, "total_pages": count, "page_number": number, "contents": [service(number)]}
    return service(int(path[-12:]))


LIES = {
    "the same page again": lambda path: honest("/services?page=1&") | {"page_number": int(path.split("page=")[1].split("&")[0])}
    if "page=" in path else honest(path),
    "always the first page": lambda path: honest("/services?page=1&") if "page=" in path else honest(path),
    "more services than it shows": lambda path: honest(path) | {"total_items": 9} if "page=" in path else honest(path),
    "growing": lambda path: honest(path, 3 + int(path.split("page=")[1][0])) if "page=" in path else honest(path),
    "endless": lambda path: honest(path) | {"total_pages": 10**9} if "page=" in path else honest(path),
    "text for numbers": lambda path: honest(path) | {"total_pages": "many"} if "page=" in path else honest(path),
    "another service": lambda path: service(7) if path.startswith("/services/") else honest(path),
    "a list": lambda path: [],
    "no json": lambda path: b"<html>",
    "an old version": lambda path: {"version": "1.0"},
    "far too much": lambda path: b" " * (11 * 1024 * 1024),
}  # fmt: skip


@pytest.fixture
def feed(settings):
    """A feed on loopback that answers as it is told."""
    settings.FEEDS_MAY_BE_NEAR = True
    answering = {"how": honest}

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self):
            told = answering["how"](self.path)
            body = told if isinstance(told, bytes) else json.dumps(told).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def answers(how):
        answering["how"] = how
        return f"http://127.0.0.1:{server.server_port}"

    yield answers
    server.shutdown()
    server.server_close()


def read(officer, address: str) -> Intake:
    with seen_by(officer):
        return read_source(by=officer, brought=Brought(SourceKind.ORUK_FEED, address, partner="Next door"))


def test_a_feed_is_read_page_by_page(officer, feed):
    assert counts(read(officer, feed(honest))) == {"new": 3}


@pytest.mark.parametrize("lie", list(LIES))
def test_a_feed_that_lies_is_told_so_and_leaves_nothing(officer, feed, lie):
    with pytest.raises(SourceRefused) as refused:
        read(officer, feed(LIES[lie]))

    assert str(refused.value).startswith(("The feed", "This is not an Open Referral"))
    with seen_by(officer):
        assert Intake.objects.count() == 0


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "https://localhost/x", "file:///etc/passwd", "ftp://x.org",
                                     "http://[::1]/", "http://10.0.0.7/", "https://a:b@example.org/", "nonsense"])  # fmt: skip
def test_no_address_inside_our_network_is_asked(officer, address):
    with pytest.raises(SourceRefused):
        read(officer, address)


def test_others_find_no_such_thing(world):
    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(NotFound):
        read_source(by=senco, brought=Brought(SourceKind.GIAS, "x", io.BytesIO(register({}))))


def test_the_grid_of_the_ordnance_survey():
    """The worked example of the guide (OSGB36 52°39'27.2531", 1°43'4.5177") after the shift to WGS 84."""
    assert latitude_longitude(651409.903, 313177.270) == pytest.approx((52.65798, 1.71605), abs=1e-4)


@pytest.mark.parametrize(
    ("area", "kept"),
    [
        ({"extent": "E92000001", "extent_type": "text"}, ("E92000001", "text")),
        ({"extent": '{"type": "Polygon", "coordinates": []}', "extent_type": ""}, ("", "")),
        ({"extent": "<kml/>", "extent_type": "kml"}, ("", "")),
        ({"extent": "ab" * 40, "extent_type": "text"}, ("", "")),
        ({}, ("", "")),
    ],
)
def test_of_an_area_its_code_is_taken_and_no_drawing(area, kept):
    assert tuple(code_of(area).values()) == kept


def test_taking_many_schools_asks_as_often_as_taking_few(bring):
    asked = []
    for first, number in ((100000, 5), (200000, 400)):
        file = register(
            *({"URN": str(first + one), "EstablishmentName": f"School {first + one}"} for one in range(number))
        )
        with CaptureQueriesContext(connection) as queries:
            bring(SourceKind.GIAS, file, take=True)
        asked.append(len(queries))

    assert OfferOrganisation.objects.count() == 0, "behind the wall of its area"
    assert Listing.objects.count() == 405
    assert asked[1] - asked[0] < 20, "rows are kept and read in stretches"


def test_a_body_that_is_here_by_its_number_is_taken_and_not_made_again(bring, world):
    here = make_provider(world.area, "The school as we know it", urn="999101")

    bring(SourceKind.GIAS, register({"URN": "999101"}, {"URN": "999102"}), take=True)

    with inside(world.area):
        assert Service.objects.get(source_key="999101").organisation_id == here.pk
        assert OfferOrganisation.objects.count() == 2
