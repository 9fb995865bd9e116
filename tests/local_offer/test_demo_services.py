"""The services written for the demo are whole, varied and invented."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from goldenthread.demo.local_offer.kinds import bodies, entries, kinds, venues
from goldenthread.local_offer.requirements import missing_to_publish
from goldenthread.local_offer.vocabulary import ACCESS, NEEDS, SECTIONS


@pytest.fixture(scope="module")
def written():
    return list(entries())


def test_every_service_says_what_publishing_asks_for(written):
    whole = [
        entry.contents | {"contacts": [{"phone": "", "email": "", "visible": True} | contact for contact in entry.contents["contacts"]],
                          "places": [{"hide_address": False} | place for place in entry.contents["places"]]}
        for entry in written
    ]  # fmt: skip

    lacking = [(contents["service"]["name"], missing_to_publish(contents)) for contents in whole]

    assert [one for one in lacking if one[1]] == []


def test_there_are_four_hundred_of_at_least_a_hundred_and_twenty_kinds(written):
    assert len(written) >= 400
    assert len({kind["name"] for kind in kinds()}) >= 120
    assert len({kind["text"] for kind in kinds()}) == len(list(kinds()))
    assert len({entry.key for entry in written}) == len(written)


def test_every_section_need_and_life_stage_has_services(written):
    sections = Counter(code for entry in written for code in entry.contents["service"]["sections"])
    needs = Counter(code for entry in written for code in entry.contents["service"]["needs"])

    types = {term.code for term in NEEDS.terms if term.description == "Type of need"}
    assert set(SECTIONS.codes()) - set(sections) == set()
    assert types - set(needs) == set()
    assert min(sections.values()) >= 5


def test_words_of_the_hand_written_files_are_known():
    places = venues()
    named = {site.split(" ")[0] for kind in kinds() for site in kind.get("at", [])}

    assert named - set(places) == set()
    assert {kind["by"] for kind in kinds()} - set(bodies()) == set()
    assert {code for place in places.values() for code in place.access} - set(ACCESS.codes()) == set()


def test_telephone_numbers_and_postcodes_can_belong_to_nobody(written):
    """020 7946 0000 to 0999 is kept by Ofcom for drama; Royal Mail uses no outward code QX."""
    phones = {contact["phone"] for entry in written for contact in entry.contents["contacts"]}
    postcodes = {place["postcode"] for entry in written for place in entry.contents["places"]}

    assert [phone for phone in phones if not re.fullmatch(r"020 7946 0\d{3}", phone)] == []
    assert [postcode for postcode in postcodes if not postcode.startswith("QX")] == []


def test_no_two_services_have_the_same_name(written):
    names = Counter(entry.contents["service"]["name"] for entry in written)

    assert [name for name, times in names.items() if times > 1] == []
