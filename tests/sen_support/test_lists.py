"""The lists a SENCO works from: most urgent first, narrowed down, downloaded, and told when they are cut."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.audit.models import Entry
from goldenthread.sen_support.actions.concerns import acknowledge_concern, decide_concern
from goldenthread.sen_support.models import Review
from tests.factories.sen_support import a_running_cycle, a_worry, mother_of, senco_of
from tests.factories.world import TODAY, World, make_child, make_class, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def _children(world: World):
    amara, kofi, lena = world.amara, make_child(world.school, "Kofi Mensah"), make_child(world.school, "Lena Costa")
    make_class(world.school, "5A", (), (kofi,))
    return amara, kofi, lena


def _decided(world: World, child, days_ago: int, again: date):
    senco = senco_of(world, TODAY - timedelta(days=days_ago))
    worry = a_worry(senco, child, words=f"Decided about {child.first_name}")
    with seen_by(senco):
        decide_concern(by=senco, concern=worry.pk, decision="watch", reason="Watch", site="", look_again_on=again)


def _listed(browser, name: str, **query: object) -> list[str]:
    """Whose rows the first table of a list shows, in its order."""
    table = browser.get(reverse(name), query).context["waiting" if name == "worries" else "table"]
    return [row[0].note if name == "worries" else str(row[1].text) for row in table.rows]


def test_worries_whose_day_to_look_again_has_gone_by_stand_first_then_the_oldest():
    world = World()
    amara, kofi, lena = _children(world)
    ruth, later = make_child(world.school, "Ruth Late"), make_child(world.school, "Lou Later")
    a_worry(senco_of(world, TODAY - timedelta(days=9)), kofi)
    a_worry(senco_of(world), lena)
    _decided(world, amara, 30, TODAY - timedelta(days=1))
    _decided(world, ruth, 30, TODAY - timedelta(days=3))
    _decided(world, later, 30, TODAY + timedelta(days=1))
    browser = signed_in(world.staff("senco"))

    waiting = _listed(browser, "worries")
    to_look_at_again = _listed(browser, "worries", part="look_again")
    page = browser.get(reverse("worries")).content.decode()

    assert waiting == ["Ruth Late", "Amara Bello", "Kofi Mensah", "Lena Costa"]
    assert to_look_at_again == ["Ruth Late", "Amara Bello", "Lou Later"]
    assert ">3 days ago<" in page and ">1 day ago<" in page


def test_worries_are_narrowed_down_by_where_they_stand_who_has_them_and_class():
    world = World()
    amara, kofi, lena = _children(world)
    senco = senco_of(world)
    a_worry(senco, amara)
    for child in (kofi, lena):
        taken = a_worry(senco, child)
        with seen_by(senco):
            acknowledge_concern(by=senco, concern=taken.pk)
    browser = signed_in(world.staff("senco"))
    classes = {label: value for value, label in browser.get(reverse("worries")).context["form"].fields["class"].choices}

    found = [
        _listed(browser, "worries", part="new"),
        _listed(browser, "worries", owner="nobody"),
        _listed(browser, "worries", owner=str(senco.person)),
        _listed(browser, "worries", **{"class": classes["5A"]}),
        _listed(browser, "worries", owner=str(senco.person), part="decided"),
        _listed(browser, "worries", owner="not-a-person"),
    ]

    assert found == [
        ["Amara Bello"], ["Amara Bello"], ["Kofi Mensah", "Lena Costa"], ["Kofi Mensah"], [],
        ["Amara Bello", "Kofi Mensah", "Lena Costa"],
    ]  # fmt: skip


def test_reviews_are_narrowed_down_by_their_day_who_leads_and_class():
    world = World()
    amara, kofi, lena = _children(world)
    senco = senco_of(world)
    for child, days in ((amara, -2), (kofi, 7), (lena, 60)):
        a_running_cycle(senco_of(world, TODAY - timedelta(weeks=4)), child)
        with seen_by(senco):
            Review.objects.filter(child=child).update(meets_on=TODAY + timedelta(days=days))
    browser = signed_in(world.staff("senco"))
    first = browser.get(reverse("reviews")).context["form"].fields
    classes = {label: value for value, label in first["class"].choices}
    leads = [value for value, _label in first["owner"].choices if value]

    found = [
        _listed(browser, "reviews"),
        _listed(browser, "reviews", part="passed"),
        _listed(browser, "reviews", part="soon"),
        _listed(browser, "reviews", **{"class": classes["5A"]}),
        [_listed(browser, "reviews", owner=one) for one in leads],
    ]

    everybody = ["Amara Bello", "Kofi Mensah", "Lena Costa"]
    assert found[:4] == [everybody, ["Amara Bello"], ["Kofi Mensah"], ["Kofi Mensah"]]
    assert sorted(name for names in found[4] for name in names) == everybody


def test_a_list_that_is_cut_says_so_and_the_file_holds_all_of_it(monkeypatch):
    monkeypatch.setattr("goldenthread.sen_support.views.setting.lists.SHOWN", 2)
    world = World()
    for child in _children(world):
        a_worry(senco_of(world), child)
        a_running_cycle(senco_of(world), child)
    browser = signed_in(world.staff("senco"))

    pages = {name: browser.get(reverse(name)).content.decode() for name in ("worries", "reviews")}
    files = {name: browser.get(reverse(f"download_{name}")).content.decode().splitlines() for name in pages}

    for name in pages:
        assert "Only the first 2 of 3 are shown." in pages[name]
        assert f'href="/{name}/download/' in pages[name]
        assert len(files[name]) == 4
        assert len(_listed(browser, name)) == 2


def test_the_file_follows_the_filters_obeys_no_formula_holds_no_words_and_is_on_record():
    world = World()
    amara, kofi, _lena = _children(world)
    formula = make_child(world.school, "=HYPERLINK Cell")
    for child in (amara, formula):
        a_worry(senco_of(world), child, words="She cried in the car")
    _decided(world, kofi, 30, TODAY)
    browser = signed_in(world.staff("senco"))

    whole = browser.get(reverse("download_worries")).content.decode("utf-8-sig").splitlines()
    narrowed = browser.get(reverse("download_worries"), {"part": "look_again"}).content.decode("utf-8-sig").splitlines()

    assert whole[0] == "Child,Class,Raised,By,Stands at,Who has it,Decided,Look again"
    assert sorted(line.split(",")[0] for line in whole[1:]) == ["'=HYPERLINK Cell", "Amara Bello", "Kofi Mensah"]
    assert narrowed[1:] == [
        'Kofi Mensah,5A,2026-10-21,SENCO,"Watch over for a while, then look again",SENCO,2026-10-21,2026-11-20'
    ]
    assert "cried" not in "".join(whole)
    with seen_by(senco_of(world)):
        noted = list(Entry.objects.filter(action="worries.exported").order_by("at").values_list("detail", flat=True))
    assert noted == [{"rows": 3, "filters": []}, {"rows": 1, "filters": ["part"]}]


def test_only_who_may_download_the_register_gets_the_files():
    world = World()
    assert world.class_4b
    a_worry(mother_of(world), world.amara)
    people = {role: world.staff(role) for role in ("senco", "head", "class_teacher", "data_manager")}

    answers = {
        role: [signed_in(person).get(reverse(name)).status_code for name in ("download_worries", "download_reviews")]
        for role, person in people.items()
    }
    teachers = signed_in(people["class_teacher"]).get(reverse("worries")).content.decode()
    mothers = signed_in(world.ada).get(reverse("download_worries")).status_code

    assert answers == {"senco": [200, 200], "head": [200, 200], "class_teacher": [404, 404], "data_manager": [404, 404]}
    assert (mothers, "/worries/download/" in teachers) == (404, False)


def test_one_worry_and_five_cost_the_list_the_same_queries():
    world = World()
    senco = senco_of(world)
    browser, counts = signed_in(world.staff("senco")), []
    browser.get(reverse("worries"))

    for number in (1, 4):
        for place in range(number):
            child = make_child(world.school, f"Child{number}{place} Test")
            a_worry(senco, child)
            a_running_cycle(senco, child)
        for name in ("worries", "reviews"):
            with CaptureQueriesContext(connection) as asked:
                browser.get(reverse(name))
            counts.append(len(asked))

    assert counts[:2] == counts[2:]
