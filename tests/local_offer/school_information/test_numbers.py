"""What the records say in public: small numbers, and what few children have, stay inside."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.children.models import Need
from goldenthread.documents import plain
from goldenthread.local_offer.school_information.contents import document_of
from goldenthread.local_offer.school_information.facts import facts_of
from goldenthread.provision.models import Dose, Intervention
from tests.factories.children import make_need
from tests.factories.local_offer import make_offer
from tests.factories.provision import make_dose
from tests.factories.school_information import head, published, senco
from tests.factories.world import World, inside, make_child, seen_by, set_status

pytestmark = pytest.mark.django_db(transaction=True)
_NAMES = "Ash Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Larch Maple Oakley Pine Rowan Sorrel Thorn Willow Yew"


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    return found


def children(world, status: str, count: int, need: str = "", start: int = 0):
    names = [f"{name} Planted{status}{start}" for name in (_NAMES.split() * 3)[start : start + count]]
    made = [make_child(world.school, name, date(2017, 5, 5)) for name in names]
    for child in made:
        set_status(child, world.school, status, date(2025, 9, 8))
        if need:
            make_need(child, world.school, need)
    return made


def said(world) -> dict[str, list[str]]:
    with seen_by(senco(world)) as by:
        return facts_of(by, world.school, None).said


def test_numbers_that_are_large_enough_are_given_with_the_needs_met_most(world):
    children(world, "K", 12, "SLCN")
    children(world, "E", 7, "ASD", start=12)

    assert said(world)["kinds"] == [
        "Children on SEN Support: 12.",
        "Children with an EHC plan: 7.",
        "The needs we meet most now: Speech, language and communication needs; Autistic spectrum disorder.",
    ]


def test_a_small_number_is_kept_back_and_the_one_beside_it_that_would_give_it_away(world):
    children(world, "K", 12)
    children(world, "E", 3, start=12)

    kept_back = "not given, so that no child can be recognised"
    assert said(world)["kinds"] == [
        f"Children on SEN Support: {kept_back}.",
        f"Children with an EHC plan: {kept_back}.",
    ]


def test_a_need_that_few_children_have_is_not_even_named(world):
    children(world, "K", 12, "SLCN")
    children(world, "K", 3, "VI", start=12)
    children(world, "E", 8, "SLCN", start=15)

    text = " ".join(said(world)["kinds"])

    assert "Vision" not in text


def test_nothing_planted_below_the_limit_stands_in_the_published_report(world):
    children(world, "K", 30, "SLCN")
    few = children(world, "E", 4, "MSI", start=30)
    published(senco(world), head(world))
    from goldenthread.local_offer.school_information.models import PublishedReport

    text = plain.render(document_of(PublishedReport.objects.get().contents))

    assert "Multi-sensory" not in text
    assert "EHC plan: 4" not in text and "EHC plan: not given" in text
    assert [child.name for child in few if child.family_name in text] == []


def test_what_is_in_use_is_named_from_the_catalogue_when_enough_children_have_it(world):
    group = children(world, "K", 7)
    few, many = (_intervention(world, name) for name in ("Braille lessons", "Paired reading"))
    for child in group:
        _give(world, child, many, "Reading with Planted words")
    for child in group[:5]:
        _give(world, child, few, "Braille")

    assert said(world)["support"] == ["Running now, each for several children: Paired reading."]


def _intervention(world, name: str) -> Intervention:
    return Intervention.objects.create(organisation=world.school, code=name, name=name, kind="timed_support")


def _give(world, child, intervention, what: str) -> None:
    dose = make_dose(child, world.school, what=what)
    with inside(world.school):
        Dose.objects.filter(pk=dose.pk).update(intervention=intervention)


def test_needs_that_were_never_asked_for_are_read_from_no_other_school(world):
    elsewhere = make_child(world.other_school, "Rowan Elsewhere")
    set_status(elsewhere, world.other_school, "E", date(2025, 9, 8))

    with inside(world.school):
        assert Need.objects.count() == 0
    assert said(world)["kinds"] == ["Children on SEN Support: 0.", "Children with an EHC plan: 0."]
