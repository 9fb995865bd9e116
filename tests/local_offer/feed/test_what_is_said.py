"""What the feed says of a service: whole, valid, and nothing that is not public."""

from __future__ import annotations

import json

import pytest

from goldenthread.local_offer.feed.values import highest_age, lowest_age, mail_address, web_address
from tests.factories.feed import SECRETS, faults

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_first_address_says_the_version_so_that_validators_read_it(ask):
    about = ask()

    assert about == {
        "version": "HSDS-UK-3.0",
        "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
        "openapi_url": "http://testserver/api/oruk/openapi.json",
    }
    assert ask("openapi.json")["openapi"].startswith("3.1")


def test_every_answer_passes_the_official_schemas_with_formats_checked(offer, ask):
    found = []
    for one in ask("services")["contents"]:
        found += faults("service_list", one)
        found += faults("service", ask(f"services/{one['id']}"))
    for one in ask("services", full="true")["contents"]:
        found += faults("service", one)
    for one in ask("service_at_locations")["contents"]:
        found += faults("service_at_location_list", one)
        whole = ask(f"service_at_locations/{one['id']}")
        found += faults("service_at_location", whole) + faults("service", whole) + faults("service", whole["service"])
    for one in ask("taxonomies")["contents"]:
        found += faults("taxonomy", one) + faults("taxonomy", ask(f"taxonomies/{one['id']}"))
    for one in ask("taxonomy_terms", per_page=100)["contents"]:
        found += faults("taxonomy_term", one) + faults("taxonomy_term", ask(f"taxonomy_terms/{one['id']}"))

    assert found == []


def test_the_schemas_would_find_a_fault():
    """The check can fail: a null, a missing key and an address without a scheme are seen."""
    wrong = {"id": "x", "name": None, "url": "www.x.org", "email": "nobody"}

    found = " ".join(faults("service", wrong))

    assert all(word in found for word in ("'status' is a required", "is not a 'uuid'", "is not a 'uri'", "/name: null"))
    assert "'nobody' is not a 'email'" in found


def test_a_service_is_said_whole(offer, ask):
    service = ask(f"services/{offer.rich.pk}")

    places = {one["id"]: one for one in service["service_at_locations"]}
    hall = places[offer.hall]["location"]
    assert service["organization_id"] == service["organization"]["id"]
    assert service["organization"]["website"] == "https://www.play.example.org"
    assert {
        (one["identifier_scheme"], one["identifier"]) for one in service["organization"]["organization_identifiers"]
    } == {("GB-CHC", "1234567"), ("GB-COH", "07654321"), ("GB-EDU", "999901")}
    assert {name: service[name] for name in _PLAIN} == _PLAIN
    assert set(places) == {offer.hall, offer.online}
    assert (hall["external_identifier"], hall["external_identifier_type"]) == ("100012345679", "UPRN")
    assert hall["addresses"][0]["postal_code"] == "QX4 1AB"
    assert [one["description"] for one in hall["accessibility"]] == ["Lift", "Step-free entrance", "Ring the bell."]
    assert [one["name"] for one in service["languages"]] == ["Polish", "BSL", "Elvish"]
    assert [one.get("code") for one in service["languages"]] == ["pl", "bfi", None]
    assert [one["phones"][0]["number"] for one in service["contacts"]] == ["020 7946 0101"]
    assert service["phones"][0]["number"] == "020 7946 0101"
    assert (service["cost_options"][0]["amount"], service["cost_options"][0]["amount_description"]) == (
        4.0,
        "a session",
    )
    assert [(one["freq"], one["byday"]) for one in service["schedules"]] == [("WEEKLY", "SA"), ("MONTHLY", "1MO")]
    assert service["service_areas"][0]["service_area"] == "All of Larkmere"
    assert service["x_send"]["answers"] == {"a": "In small groups.", "outcomes": "Confidence."}
    assert service["x_send"]["waiting_weeks"] == 6


_PLAIN = {
    "name": "Saturday Splash", "status": "active", "url": "http://splash.example.org/a%20page?for=all&x=1#times",
    "email": "splash@example.org", "fees": "£4 a session", "minimum_age": 5, "maximum_age": 11,
    "assured_date": "2026-10-01", "alert": "The pool is closed on 5 December.", "alternate_name": "Splash",
    "accreditations": "Autism friendly; Ofsted EY123456; Care Quality Commission 1-234",
}  # fmt: skip


def test_needs_access_start_and_section_are_attributes_with_terms_that_are_served(offer, ask):
    attributes = ask(f"services/{offer.rich.pk}")["attributes"]

    terms = {one["id"]: one for one in ask("taxonomy_terms", per_page=100)["contents"]}
    said = {(one["taxonomy_term"]["taxonomy"], one["taxonomy_term"]["term"]) for one in attributes}
    assert all(one["taxonomy_term"] == terms[one["taxonomy_term_id"]] for one in attributes)
    assert {code for _taxonomy, code in said} >= {
        "PD", "SP", "ASD", "CI", "leisure", "social", "self", "lift", "step-free-entrance", "5-10"
    }  # fmt: skip
    assert len({one["id"] for one in attributes}) == len(attributes)


def test_a_service_without_anything_still_has_an_organisation_with_a_description(offer, ask):
    from goldenthread.local_offer.models import Listing
    from tests.factories.world import inside

    with inside(offer.area):
        listing = Listing.objects.get(pk=offer.bare.pk)
        listing.entry["organisation"] = None
        listing.save()

    service = ask(f"services/{offer.bare.pk}")

    assert service["organization_id"] == str(offer.area.pk)
    assert service["organization"]["name"] == "SEND Local Offer of Larkmere"
    assert faults("service", service) == []


def test_what_is_not_public_is_in_no_answer(offer, ask, program):
    """Planted: a refuge's address and point, a contact who is not shown, who checked, an archived and a later entry."""
    whole = [ask("services", full="true"), ask("service_at_locations", full="true"), ask("services")]
    whole += [ask(f"services/{one['id']}") for one in whole[2]["contents"]]
    lines = b"".join(program.get("/api/oruk/services?format=ndjson&full=true").streaming_content).decode()

    text = json.dumps(whole) + lines

    assert "Safe Harbour" in text
    assert "QX7" in text
    assert [secret for secret in SECRETS if secret in text] == []


def test_a_hidden_place_has_no_address_and_no_name(offer, ask):
    (place,) = ask(f"services/{offer.refuge.pk}")["service_at_locations"]

    location = place["location"]
    assert (location["latitude"], location["longitude"]) == (51.52, 0.14)
    assert {"addresses", "name", "external_identifier"} & set(location) == set()
    assert "QX7" in location["description"]


def test_one_service_at_one_place_passes_both_readings(offer, ask):
    found = ask(f"service_at_locations/{offer.online}")

    assert (found["name"], found["status"]) == ("Saturday Splash", "active")
    assert found["location"]["location_type"] == "virtual"
    assert found["service"]["id"] == found["service_id"] == str(offer.rich.pk)
    assert [one["freq"] for one in found["schedules"]] == ["MONTHLY"]
    assert [one["freq"] for one in ask(f"service_at_locations/{offer.hall}")["schedules"]] == ["WEEKLY", "MONTHLY"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("www.x.org", "https://www.x.org"), ("HTTP://x.org/a b", "http://x.org/a%20b"), ("x.org:8080/", "https://x.org:8080/"),
        ("https://bücher.example/ü?q=é#ß", "https://xn--bcher-kva.example/%C3%BC?q=%C3%A9#%C3%9F"),
        ("https://x.org/100%", "https://x.org/100%25"), ("https://x.org/%20", "https://x.org/%20"),
        ("javascript:alert(1)", None), ("mailto:a@example.org", None), ("ftp://x.org", None), ("not an address", None),
        ("https://", None), ("https://localhost", None), ("http://[x", None), ("https://x.org:99999999/", None), ("", None),
        ("https://x.org/[a]", "https://x.org/%5Ba%5D"), (None, None), ("https://user:pw@x.org/", None),
    ],
)  # fmt: skip
def test_an_address_is_made_whole_or_left_out(written, said):
    assert web_address(written) == said
    assert said is None or faults("service", {"id": str(_KEY), "name": "x", "status": "active", "url": said}) == []


_KEY = "01a2019e-4f4a-7324-a493-e9564ea64317"


def test_a_mail_address_that_is_none_is_left_out():
    assert [mail_address(text) for text in ("a@example.org", " a@example.org ", "a@", "nobody", "", None)] == [
        "a@example.org", "a@example.org", None, None, None, None,
    ]  # fmt: skip


def test_ages_are_said_in_years_as_people_say_them():
    assert [lowest_age(months) for months in (None, 0, 6, 60)] == [None, 0, 0.5, 5]
    assert [highest_age(months) for months in (None, 11, 18, 143, 144)] == [None, 0, 1.5, 11, 12]
