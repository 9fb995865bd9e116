"""Finding a school: by facts, in order of distance or name, and by nothing that ranks."""

from __future__ import annotations

import re

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from goldenthread.local_offer.facets import FACETS, NUMBERS
from goldenthread.local_offer.models import Offer, Outcode
from goldenthread.local_offer.school_information.finder.asked import schools_asked
from goldenthread.local_offer.school_information.finder.facts import ofsted_address
from goldenthread.local_offer.school_information.finder.finding import find_schools
from goldenthread.local_offer.special_places import RESOURCED, UNIT, labels_of
from tests.factories.local_offer import CENTRE, make_offer, make_provider, make_service, place
from tests.factories.school_information import head, published, school_entry, senco
from tests.factories.world import TODAY, World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    Outcode.objects.create(outcode="QX4", lad_code="X99000399", latitude=CENTRE[0], longitude=CENTRE[1])
    return found


def school(world, name: str, number: int, **more):
    facts = {
        "name": name, "urn": f"10{number:04d}", "provider_type": "maintained_school", "sections": ["schools"],
        "min_months": 48, "max_months": 11 * 12 + 11, "needs": [],
    }  # fmt: skip
    return make_service(world.area, make_provider(world.area, f"{name} body"), **(facts | more))


def names(query: str) -> list[str]:
    asked = schools_asked(QueryDict(query))
    return [result.listing.name for result in find_schools(Offer.objects.get(), asked, TODAY).results]


def test_schools_stand_by_name_or_by_distance_and_others_are_left_out(world):
    school(world, "Zebra Primary", 1, places=[place(latitude=CENTRE[0] + 0.001)])
    school(world, "Apple Primary", 2, places=[place(latitude=CENTRE[0] + 0.1)])
    school(world, "Nowhere Primary", 3, places=[])
    make_service(world.area, name="Saturday Splash")

    assert names("") == ["Apple Primary", "Nowhere Primary", "Zebra Primary"]
    assert names("where=QX4") == ["Zebra Primary", "Apple Primary", "Nowhere Primary"]
    assert names("where=QX4&sort=name") == ["Apple Primary", "Nowhere Primary", "Zebra Primary"]
    assert names("where=QX4&miles=1") == ["Zebra Primary"]


@pytest.mark.parametrize(
    ("low", "high", "phases"),
    [(3, 11, ["early", "primary"]), (4, 7, ["early", "primary"]), (7, 11, ["primary"]), (11, 16, ["secondary"]),
     (11, 18, ["secondary", "post16"]), (9, 13, ["primary", "secondary"]), (2, 4, ["early"]),
     (3, 19, ["early", "primary", "secondary", "post16"]), (16, 99, ["post16"])],
)  # fmt: skip
def test_the_phase_follows_from_the_ages_a_school_takes(world, low, high, phases):
    school(world, "The School", 1, min_months=low * 12, max_months=high * 12 + 11)

    assert [phase for phase in ("early", "primary", "secondary", "post16") if names(f"phase={phase}")] == phases


def test_schools_of_unknown_ages_are_left_out_of_a_phase_and_counted(world):
    school(world, "Known", 1)
    school(world, "Unknown", 2, min_months=None, max_months=None)

    page = Client().get(reverse("school_finder"), {"phase": "primary"}).content.decode()

    assert "1 more school is left out" in page
    assert names("phase=primary") == ["Known"]


def test_each_filter_narrows_and_choices_of_one_group_mean_or(world):
    school(world, "Base", 1, labels=[RESOURCED], needs=["ASD"])
    school(world, "Unit", 2, labels=[UNIT], needs=["HI"], provider_type="academy")
    school(world, "Approved", 3, section_41=True, provider_type="section_41", all_needs=True)

    assert names("places=resourced") == ["Base"]
    assert names("places=resourced&places=unit") == ["Base", "Unit"]
    assert names("section41=yes") == ["Approved"]
    assert names("type=academy&type=section_41") == ["Approved", "Unit"]
    assert names("need=HI") == ["Approved", "Unit"]
    assert names("need=HI&places=resourced") == []
    assert names("name=bas") == ["Base"]


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=x",
        "page=99999",
        "miles=7",
        "phase=best",
        "sort=stars",
        "type=%00",
        "need=XYZ",
        "where=%00",
        "name=%25",
    ],
)
def test_odd_questions_are_no_error(world, query):
    school(world, "Base", 1)

    assert Client().get(f"{reverse('school_finder')}?{query}").status_code == 200


def test_the_page_says_why_there_is_no_ranking_and_shows_no_performance(world):
    school(world, "Base", 1)

    page = Client().get(reverse("school_finder")).content.decode()

    assert "No school is called better than another" in page
    words = re.sub(r"<[^>]+>", " ", page).replace("no stars, no marks and no results", "")
    assert re.findall(r"(?i)\b(?:outstanding|inadequate|progress 8|rating|league|stars?|score|best)\b", words) == []


def test_ofsted_is_a_plain_link_by_number_and_none_for_invented_schools(world):
    school(world, "Base", 1)

    page = Client().get(reverse("school_finder")).content.decode()

    assert 'href="https://reports.ofsted.gov.uk/search?q=100001"' in page
    assert ofsted_address("999901") == "" and ofsted_address("") == "" and ofsted_address('1"><b>') == ""


def test_a_school_leads_to_its_report_on_this_site_and_to_a_visit_sheet(world):
    entry = school_entry(world)
    published(senco(world), head(world))

    page = Client().get(reverse("school_finder")).content.decode()
    sheet = Client().get(reverse("school_visit", args=[entry.pk])).content.decode()

    report = reverse("school_report", args=[world.school.pk])
    assert report in page and report in sheet
    assert reverse("school_visit", args=[entry.pk]) in page
    assert "Who is the SENCO, on which days are they here" in sheet


def test_only_schools_have_a_visit_sheet(world):
    club = make_service(world.area)

    assert Client().get(reverse("school_visit", args=[club.pk])).status_code == 404
    assert "on a visit" not in Client().get(reverse("offer_entry", args=[club.pk])).content.decode()


def test_the_list_asks_the_same_number_of_questions_for_one_and_for_many(world, django_assert_max_num_queries):
    for number in range(5):
        school(world, f"School {number}", number)
    offer, asked = Offer.objects.get(), schools_asked(QueryDict("where=QX4&phase=primary"))

    with django_assert_max_num_queries(6):
        found = find_schools(offer, asked, TODAY)

    assert found.total == 5


def test_kinds_of_setting_narrow_the_general_search_too(world):
    school(world, "Base", 1)
    make_service(world.area, name="Saturday Splash")

    page = Client().get(reverse("offer_results"), {"type": "maintained_school"}).content.decode()

    assert "1 service" in page and "Base" in page
    assert "Saturday Splash" not in page


def test_new_facets_have_their_numbers_at_the_end():
    """Rows keep the numbers: what was there before the kinds of setting keeps its own."""
    assert FACETS.index("slot:SU-evening") == len(FACETS) - 12
    assert NUMBERS["type:early_years"] == len(FACETS) - 11
    assert len(set(FACETS)) == len(FACETS)


@pytest.mark.parametrize(
    ("said", "labels"),
    [("Resourced provision", [RESOURCED]), ("SEN unit", [UNIT]), ("Resourced provision and SEN unit", [RESOURCED, UNIT]),
     ("Not applicable", []), ("", [])],
)  # fmt: skip
def test_the_registers_words_for_special_places_become_labels(said, labels):
    assert labels_of(said) == labels
