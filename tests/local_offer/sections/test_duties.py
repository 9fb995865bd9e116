"""The legal list over real rows: which page, service or document meets which row of it, and since when."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.local_offer.sections.actions.duties import keep_requirement
from goldenthread.local_offer.sections.coverage import rows
from goldenthread.local_offer.sections.models import (
    RequirementRecord,
)
from goldenthread.organisations.models import SettingType
from tests.factories.local_offer import make_service
from tests.factories.offer_pages import make_link, make_page
from tests.factories.world import TODAY, inside, make_setting, seen_by

from .typed import requirement

pytestmark = pytest.mark.django_db(transaction=True)


def row(world, key, today=TODAY):
    return next(one for one in rows(world.area.pk, today) if one.requirement.key == key)


def test_a_live_page_meets_its_row_until_a_year_after_its_review(world, officer):
    nothing = row(world, "C16").standing.status
    make_page(officer, "asking-for-an-assessment")

    days = [row(world, "C16", day).standing.status for day in (TODAY, date(2027, 11, 20), date(2027, 11, 21))]

    assert (nothing, days) == ("not_met", ["met", "met", "partly"])


def test_a_live_service_that_was_checked_meets_a_row_alone(world):
    before = row(world, "C12").standing.status
    make_service(world.area, branches=["health"], assured_on=date(2026, 3, 2))

    found = row(world, "C12")

    assert (before, found.standing.status) == ("not_met", "met")
    assert (found.told.services.total, found.told.services.sound) == (1, 1)
    assert found.standing.next_steps == ("Publish the page “health”.",)


def test_a_service_that_nobody_checked_for_a_year_meets_it_partly(world):
    make_service(world.area, branches=["health"], assured_on=date(2025, 11, 19))

    assert row(world, "C12").standing.status == "partly"


def test_a_service_with_a_broken_address_does_not_count_as_checked(world):
    make_service(world.area, branches=["health"], url="https://gone.example.org/")
    before = row(world, "C12").standing.status
    make_link(world.area, "https://gone.example.org/")

    assert (before, row(world, "C12").standing.status) == ("met", "partly")


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("C01", {"provider_type": "maintained_school"}), ("C02", {"provider_type": "academy", "area_scope": "outside"}),
        ("C05", {"secured_by_authority": True}), ("C09", {"sen_information_report_url": "https://school.example.org/r"}),
        ("C11", {"provider_type": "post16"}), ("C13", {"branches": ["care"]}), ("C15", {"sections": ["travel"]}),
        ("C18", {"eligibility": "Children who use a wheelchair", "route": "professional"}), ("C19", {"advice": True}),
        ("C22", {"section_41": True}),
    ],
)  # fmt: skip
def test_each_kind_of_service_tells_its_row(world, key, facts):
    before = row(world, key).told.services.total
    make_service(world.area, **facts)

    assert (before, row(world, key).told.services.total) == (0, 1)


def test_a_state_special_school_counts_by_its_kind_whatever_its_name(world):
    kinds = {"Rowan Bank": SettingType.MAINTAINED_SPECIAL, "Heron Hill": SettingType.SPECIAL_ACADEMY}
    for name, kind in kinds.items():
        school = make_setting(world.area, name, setting_type=kind)
        make_service(world.area, name=name, provider_type="maintained_school", urn=school.urn)
    plain = make_setting(world.area, "Plain Primary")
    make_service(world.area, name="Plain Primary", provider_type="maintained_school", urn=plain.urn)
    make_service(world.area, name="A club", urn="")

    assert row(world, "C04").told.services.total == 2


def test_guidance_is_marked_as_guidance_and_law_is_not(world, office):
    public = Client().get(reverse("offer_must_tell")).content.decode()
    short_breaks = office.get(reverse("office_requirement", args=["C24"])).content.decode()
    lines = list(csv.reader(io.StringIO(office.get(reverse("office_list_csv")).content.decode("utf-8-sig"))))

    higher = public[public.index('id="C23"') : public.index('id="C24"')]
    money = public[public.index('id="C06"') : public.index('id="C07"')]
    assert ("Guidance" in higher, "Guidance" in money, "Guidance" in short_breaks) == (True, False, True)
    assert ("have still to check it" in higher, "have still to check it" in money) == (True, False)
    kind = lines[0].index("Law or guidance")
    assert [line[0] for line in lines[1:] if line[kind] == "Guidance"] == ["C23", "C24"]


def test_an_archived_service_and_one_of_another_area_tell_nothing(world):
    from goldenthread.local_offer.lifecycle import archive
    from tests.factories.local_offer import NOW

    service = make_service(world.area, branches=["health"])
    make_service(world.other_area, branches=["health"])
    with inside(world.area):
        archive(service, by=None, at=NOW)

    assert row(world, "C12").told.services.total == 0


def test_the_list_asks_the_database_equally_often_for_one_service_and_for_three(world, officer):
    make_page(officer, "health")
    make_service(world.area, branches=["health"])
    with CaptureQueriesContext(connection) as one:
        rows(world.area.pk, TODAY)
    make_service(world.area, name="Second", branches=["health"])
    make_service(world.area, name="Third", advice=True)
    with CaptureQueriesContext(connection) as three:
        rows(world.area.pk, TODAY)

    assert len(one) == len(three) <= 5


def test_staff_see_what_to_do_next_and_take_it_out_as_csv(world, office, officer):
    make_page(officer, "short-breaks")

    page = office.get(reverse("office_list"), {"status": "partly"}).content.decode()
    lines = list(csv.reader(io.StringIO(office.get(reverse("office_list_csv")).content.decode("utf-8-sig"))))

    assert ("C24" in page, "Add the document with its address and days." in page, ">C16<" in page) == (
        True,
        True,
        False,
    )
    assert [line[0] for line in lines[1:]] == [f"C{number:02d}" for number in range(1, 25)]
    short_breaks = next(line for line in lines if line[0] == "C24")
    assert short_breaks[5:9] == [
        "Partly met", "The document itself is not linked.", "Add the document with its address and days.", "Short breaks team",
    ]  # fmt: skip


def test_naming_a_document_and_an_owner_changes_what_everybody_reads(world, office, officer):
    make_page(officer, "short-breaks")
    facts = {
        "owner": "Short breaks lead", "pages": ["short-breaks"], "document_title": "Statement 2026",
        "document_address": "https://example.org/statement", "document_from-day": "1", "document_from-month": "9",
        "document_from-year": "2026", "looked": "on",
    }  # fmt: skip

    office.post(reverse("office_requirement", args=["C24"]), facts)

    public = Client().get(reverse("offer_must_tell")).content.decode()
    assert row(world, "C24").standing.status == "met"
    assert [word in public for word in ("Statement 2026", "https://example.org/statement", "Short breaks lead")] == [
        True
    ] * 3


@pytest.mark.parametrize("address", ["javascript:alert", "https://localhost/x", "/etc/passwd", "ftp://example.org/x"])
def test_a_document_has_a_whole_web_address(world, office, address):
    facts = {"owner": "Team", "document_title": "Statement", "document_address": address, "looked": "on"}

    answer = office.post(reverse("office_requirement", args=["C24"]), facts).content.decode()

    assert "Write the whole address" in answer
    assert not RequirementRecord.objects.exists()


def test_the_public_list_claims_no_paragraph_that_is_not_confirmed(world):
    public = Client().get(reverse("offer_must_tell")).content.decode()

    part = public[public.index('id="C16"') : public.index('id="C17"')]
    assert ("Schedule 2" in part, "paragraph" in part) == (True, False)
    assert "Schedule 2, paragraph 3(d)" in public


def test_a_row_of_one_area_says_nothing_of_another(world, officer):
    with seen_by(officer):
        keep_requirement(by=officer, key="C06", facts={"owner": "Larkmere team", "pages": [], "document_title": "",
                         "document_address": "", "document_from": None, "document_until": None})  # fmt: skip

    assert [one.owner for one in rows(world.other_area.pk, TODAY) if one.owner] == []


def test_a_new_owner_alone_moves_no_day_of_review(world, office):
    address = reverse("office_requirement", args=["C24"])
    whole = requirement(document_title="Statement", document_address="https://example.org/statement")
    office.post(address, whole)
    long_ago = date(2025, 1, 6)
    with inside(world.area):
        RequirementRecord.objects.update(reviewed_on=long_ago, document_reviewed_on=long_ago)
    unticked = {name: value for name, value in whole.items() if name != "looked"}

    office.post(address, unticked | {"owner": "Somebody else"})
    moved = office.post(address, unticked | {"document_address": "https://example.org/newer"}).content.decode()

    with inside(world.area):
        kept = RequirementRecord.objects.get()
    assert (kept.owner, kept.reviewed_on, kept.document_reviewed_on) == ("Somebody else", long_ago, long_ago)
    assert "tick that you have" in moved
    assert "Looked at as a whole on" in office.get(address).content.decode()
    office.post(address, whole)
    with inside(world.area):
        kept = RequirementRecord.objects.get()
        assert (kept.reviewed_on, kept.document_reviewed_on) == (TODAY, TODAY)
