"""The demo's SEN information reports: whole, dated, and naming nobody; and the words of its officers."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.demo.larkmere.schools import HOLLOW_OAK
from goldenthread.demo.local_offer.reports import _texts, load_reports
from goldenthread.local_offer.models import EverydayPhrase, Listing, Synonym, UnansweredWord
from goldenthread.local_offer.school_information.headings import HEADINGS
from goldenthread.local_offer.school_information.models import InformationReport, PublishedReport
from goldenthread.local_offer.school_information.naming import open_finds
from tests.factories.local_offer import make_offer
from tests.factories.school_information import school_entry, senco
from tests.factories.world import World, give_role, inside, make_account, make_setting, seen_by

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def loaded():
    world = World()
    make_offer(world.area)
    world.school.name = HOLLOW_OAK
    world.school.save()
    for role in ("senco", "head"):
        world.staff(role)
        give_role(make_account(f"Fairmead {role}"), role, world.other_school)
    make_setting(world.area, "Without a SENCO")
    school_entry(world)
    with inside(world.area):
        from goldenthread.database.acting import act_as

        act_as(authority=world.area.pk, holders=[world.area.pk, world.school.pk, world.other_school.pk])
        load_reports(world.area.pk)
    return world


def test_every_heading_has_words_of_its_own():
    written = _texts()

    assert set(written["primary"]) == set(HEADINGS)
    assert set(written["secondary"]) <= set(HEADINGS)
    assert all(len(text) > 40 for text in written["primary"].values())


def test_schools_with_a_senco_have_a_report_and_the_first_has_begun_the_next(loaded):
    shown = {report.name: report.published_on for report in PublishedReport.objects.all()}

    assert shown == {HOLLOW_OAK: date(2025, 12, 2), "Fairmead Academy": date(2026, 9, 24)}
    with inside(loaded.school):
        assert list(InformationReport.objects.values_list("number", "state")) == [(2, "draft"), (1, "published")]
        assert "expertise" not in InformationReport.objects.get(number=2).texts
    entry = Listing.objects.get(name=HOLLOW_OAK).entry
    assert entry["sen_information_report_url"].endswith(f"/school/{loaded.school.pk}/sen-information/")


def test_nothing_in_the_words_looks_as_if_it_named_somebody(loaded):
    with seen_by(senco(loaded)) as by:
        stopped = {report.number: open_finds(by, report.holder, report) for report in InformationReport.objects.all()}

    assert stopped == {1: [], 2: []}


def test_officers_have_words_to_look_at(loaded):
    with inside(loaded.area):
        assert (Synonym.objects.count(), EverydayPhrase.objects.count()) == (2, 2)
        assert UnansweredWord.objects.filter(times__gte=3).exists()
