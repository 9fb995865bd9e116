"""Names are looked for in all that becomes public: the school's words, and what its records add to them."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.school_information import actions
from goldenthread.local_offer.school_information.models import InformationReport
from goldenthread.local_offer.school_information.naming import open_finds
from goldenthread.provision.models import Dose, Intervention
from tests.factories.local_offer import make_offer
from tests.factories.provision import make_dose
from tests.factories.school_information import SITE, approved, begun, explained, head, school_entry, senco, written
from tests.factories.world import TODAY, World, inside, make_child, seen_by

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    for role in ("senco", "head"):
        found.staff(role)
    return found


def run_for_six(world, name: str, keeper=None) -> None:
    """An intervention that six children of the school are given today."""
    made = Intervention.objects.create(
        organisation=keeper or world.school, code=name[:30], name=name, kind="timed_support"
    )
    for number in range(6):
        dose = make_dose(make_child(world.school, f"Robin Planted{number}"), world.school)
        with inside(world.school):
            Dose.objects.filter(pk=dose.pk).update(intervention=made)


def finds(world, report: InformationReport) -> list[tuple[str, str]]:
    with seen_by(senco(world)) as by:
        found = InformationReport.objects.get(pk=report.pk)
        return [(one.kind, one.words) for one in open_finds(by, found.holder, found)]


def test_a_child_in_the_name_of_a_schools_own_intervention_stops_the_report(world):
    make_child(world.school, "Quill Feather")
    run_for_six(world, "Reading as for quill feather")
    report = written(senco(world), begun(senco(world)))

    assert finds(world, report) == [("child", "Quill Feather")]
    with pytest.raises(Refused, match="may name somebody"), seen_by(senco(world)) as by:
        actions.send_report(by=by, report=report.pk, site=SITE)


def test_a_childs_first_name_in_the_schools_own_intervention_is_asked_about(world):
    make_child(world.school, "Quillwort Feather")
    run_for_six(world, "Quillwort's reading")
    report = written(senco(world), begun(senco(world)))

    assert finds(world, report) == [("first_name", "Quillwort")]


def test_a_name_in_who_can_come_is_asked_about(world):
    school_entry(world, eligibility="For children whom Hazel Thornby sends to us.")
    report = written(senco(world), begun(senco(world)))

    assert finds(world, report) == [("name", "Hazel Thornby")]


def test_a_schools_own_intervention_makes_no_word_known_to_everybody(world):
    run_for_six(world, "Bramblewick group")
    report = written(senco(world), begun(senco(world)), parents="We ring Bramblewick when it is needed.")

    assert finds(world, report) == [("name", "Bramblewick")]


def test_what_the_authoritys_catalogue_names_is_known_to_everybody(world):
    run_for_six(world, "Bramblewick group", world.area)
    report = written(senco(world), begun(senco(world)), parents="We run Bramblewick for them.")

    assert finds(world, report) == []


def test_what_was_said_of_a_childs_name_last_year_is_asked_again(world):
    last_year = date(2025, 11, 3)
    make_child(world.school, "Quillwort Feather")
    report = written(senco(world, last_year), begun(senco(world, last_year)), others="We thank Quillwort and Mrs Lane.")
    explained(senco(world, last_year), report)
    with seen_by(senco(world, last_year)) as by:
        report = actions.send_report(by=by, report=report.pk, site=SITE)
    approved(head(world, last_year), report)

    assert finds(world, begun(senco(world, TODAY))) == [("first_name", "Quillwort")]
