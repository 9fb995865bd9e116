"""Doses: written, promised, changed, carried, stopped, checked; who may, and what it leaves in the log."""

from __future__ import annotations

import re
from datetime import date, time

import psycopg
import pytest
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry as LogEntry
from goldenthread.provision import actions, queries
from goldenthread.provision.forms import DoseForm
from goldenthread.provision.models import Delivery, Dose, Kind
from goldenthread.provision.planned import Amounts
from tests.factories.provision import FRIDAY, MONDAY, WEDNESDAY, half_term, make_dose, make_entry, make_slot, timed
from tests.factories.world import (
    TODAY,
    World,
    give_role,
    inside,
    make_account,
    make_child,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)
MISSED = actions.Entry("missed", reason="staff_ill")


def _slope(world: World, **more) -> Dose:
    bare = {"minutes": None, "times": None, "per": "", "group_size": None, "until_on": None}
    values = bare | {"kind": Kind.EQUIPMENT, "what": "Writing slope", "in_place_by": date(2026, 9, 14)} | more
    return make_dose(world.amara, world.school, **({"check_every_weeks": 6} | values))


def test_a_senco_writes_a_dose_and_the_log_names_the_child_and_no_words():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        dose = actions.write_dose(by=viewer, child=world.amara.pk, particulars=timed())
        found = queries.doses_of(viewer, world.amara.pk)

    assert found == [dose]
    with inside(world.school):
        entry = LogEntry.objects.get(action="dose.written")
    assert (entry.children, entry.detail) == ([world.amara.pk], {"kind": "timed_support", "draft": False})


@pytest.mark.parametrize("role", ["class_teacher", "teaching_assistant", "head", "data_manager"])
def test_only_those_who_write_plans_write_doses(role):
    world = World()
    assert world.class_4b

    with seen_by(viewer_of(world.staff(role))) as viewer, pytest.raises(NotFound):
        actions.write_dose(by=viewer, child=world.amara.pk, particulars=timed())


def test_a_dose_that_cannot_be_counted_is_refused_with_what_to_add():
    world = World()

    with (
        seen_by(viewer_of(world.staff("senco"))) as viewer,
        pytest.raises(Refused, match="Say how many minutes each session lasts. Say where."),
    ):
        actions.write_dose(by=viewer, child=world.amara.pk, particulars=timed(minutes=None, place=""))


def test_a_draft_may_be_unfinished_and_runs_only_once_it_is_promised():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        draft = actions.write_dose(by=viewer, child=world.amara.pk, particulars=timed(place=""), draft=True)
        before = queries.doses_of(viewer, world.amara.pk), queries.drafts_of(viewer, world.amara.pk)
        with pytest.raises(Refused, match="Say where."):
            actions.promise_doses(by=viewer, doses=[draft.pk], on=TODAY)
        actions.change_dose(by=viewer, dose=draft.pk, particulars=timed())
        actions.promise_doses(by=viewer, doses=[draft.pk], on=TODAY)
        after = queries.doses_of(viewer, world.amara.pk), queries.drafts_of(viewer, world.amara.pk)

    assert (before, after) == (([], [draft]), ([draft], []))


def test_once_a_session_is_recorded_the_promise_stays_as_it_was():
    world = World()
    dose = make_dose(world.amara, world.school)
    make_entry(dose, world.school, world.staff("senco"), date(2026, 11, 18))

    with (
        seen_by(viewer_of(world.staff("senco"))) as viewer,
        pytest.raises(Refused, match="stays as it was promised"),
    ):
        actions.change_dose(by=viewer, dose=dose.pk, particulars=timed(minutes=10))


def test_carrying_a_dose_into_the_next_cycle_keeps_every_particular_and_the_link():
    world = World()
    dose = make_dose(world.amara, world.school, written_by=world.staff("senco"))

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        carried = actions.carry_dose(by=viewer, dose=dose.pk, from_on=date(2027, 1, 4), until_on=date(2027, 3, 25))
        carried.refresh_from_db()

    kept = ("kind", "what", "who", "expertise", "minutes", "times", "per", "group_size", "place")
    assert [getattr(carried, name) for name in kept] == [getattr(dose, name) for name in kept]
    assert (carried.carried_from_id, carried.from_on, carried.until_on, carried.promised_on) == (
        dose.pk, date(2027, 1, 4), date(2027, 3, 25), None,
    )  # fmt: skip


def test_a_stopped_dose_is_no_longer_there_from_its_day_and_cannot_be_stopped_twice():
    world = World()
    dose = make_dose(world.amara, world.school)

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        actions.stop_dose(by=viewer, dose=dose.pk, on=TODAY, because="Target met")
        day_before = queries.doses_of(viewer, world.amara.pk, date(2026, 11, 19))
        that_day = queries.doses_of(viewer, world.amara.pk, TODAY)
        with pytest.raises(Refused, match="already stopped"):
            actions.stop_dose(by=viewer, dose=dose.pk, on=TODAY, because="Again")

    assert (day_before, that_day) == ([dose], [])


def test_the_promise_is_summed_for_a_week_the_term_the_year_and_in_all():
    world = World()
    half_term(world.school)
    dose = make_dose(world.amara, world.school, until_on=date(2026, 11, 6))

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        sums = queries.amounts_of(viewer, dose)

    # Seven weeks of September and October, none in half term, one in November: 8 x 60 minutes.
    assert sums == Amounts(a_week=60, this_term=480, this_year=480, in_all=480)


def test_a_missed_session_is_made_up_once_and_only_if_it_was_missed():
    world = World()
    dose = make_dose(world.amara, world.school)
    monday = make_slot(world.school, MONDAY, dose=dose)
    done = actions.Entry("delivered")

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        missed = actions.record_delivery(
            by=viewer, dose=dose.pk, on=date(2026, 11, 9), entry=MISSED, planned_session=monday.pk
        )
        actions.record_delivery(by=viewer, dose=dose.pk, on=date(2026, 11, 12), entry=done, makes_up=missed.pk)
        with pytest.raises(Refused, match="already been made up"):
            actions.record_delivery(by=viewer, dose=dose.pk, on=date(2026, 11, 13), entry=done, makes_up=missed.pk)
        held = actions.record_delivery(
            by=viewer, dose=dose.pk, on=date(2026, 11, 16), entry=done, planned_session=monday.pk
        )
        with pytest.raises(Refused, match="not missed"):
            actions.record_delivery(by=viewer, dose=dose.pk, on=date(2026, 11, 17), entry=done, makes_up=held.pk)
        page = queries.dose_page(viewer, dose.pk)

    stands = [(t.entry.on, t.entry.state, t.made_up_on, t.makes_up_of) for t in page.entries]
    assert stands == [
        (date(2026, 11, 16), "delivered", None, None),
        (date(2026, 11, 12), "delivered", None, date(2026, 11, 9)),
        (date(2026, 11, 9), "missed", date(2026, 11, 12), None),
    ]


def test_mending_keeps_who_wrote_what_when_and_the_family_can_read_it():
    world = World()
    dose = make_dose(world.amara, world.school)
    assert world.class_4b
    entry = make_entry(dose, world.school, world.staff("teaching_assistant"), date(2026, 11, 18))
    teacher = signed_in(world.staff("class_teacher"))

    teacher.post(
        reverse("mend_delivery", args=[entry.pk]), {"state": "missed", "reason": "child_away", "seen": str(entry.pk)}
    )
    page = signed_in(world.ada).get(reverse("dose", args=[dose.pk])).content.decode()

    with inside(world.school):
        trace = list(Delivery.objects.order_by("number").values_list("number", "state", "recorded_by__name"))
    assert trace == [(1, "delivered", "Teaching assistant"), (2, "missed", "Class teacher")]
    assert "What was written before" in page
    assert "Teaching assistant" in page
    assert "Class teacher" in page


def test_the_ledger_cannot_be_changed_or_emptied_by_the_application(raw_url):
    world = World()
    dose = make_dose(world.amara, world.school)
    make_entry(dose, world.school, world.staff("senco"), date(2026, 11, 18))

    with psycopg.connect(raw_url("app")) as connection:
        for statement in ("UPDATE provision_delivery SET minutes = 60", "DELETE FROM provision_delivery"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)
            connection.rollback()


def test_a_parent_reads_their_own_childs_ledger_and_no_classmates():
    world = World()
    classmate = make_child(world.school, "Lena Costa")
    make_parent(classmate, world.school, "Rosa Costa", rosa := make_account("Rosa Costa"))
    mine = make_dose(world.amara, world.school, what="Speech practice")
    theirs = make_dose(classmate, world.school, what="Anxiety mentoring")
    ada = signed_in(world.ada)

    answers = [
        ada.get(reverse("dose", args=[mine.pk])).status_code,
        ada.get(reverse("dose", args=[theirs.pk])).status_code,
        ada.get(reverse("child_support", args=[classmate.pk])).status_code,
        signed_in(rosa).get(reverse("dose", args=[theirs.pk])).status_code,
    ]
    page = ada.get(reverse("child_support", args=[world.amara.pk])).content.decode()

    assert answers == [200, 404, 404, 200]
    assert ("Speech practice" in page, "Anxiety mentoring" in page) == (True, False)


def test_the_family_reads_since_when_minutes_count_and_finds_the_way_back():
    world = World()
    teacher = world.staff("class_teacher")
    began = date(2026, 11, 9)
    dose = make_dose(world.amara, world.school, what="Speech practice", from_on=began)
    slot = make_slot(world.school, WEDNESDAY, dose=dose, leader=teacher, from_on=began)
    make_entry(dose, world.school, teacher, date(2026, 11, 18), planned_session=slot)
    own = make_young_person(world.amara, world.school)
    address = reverse("child_support", args=[world.amara.pk])

    mothers, own_page = signed_in(world.ada).get(address), signed_in(own, "young_person").get(address)

    assert re.search(r"20 of 40 minutes done</span></span> <span[^>]*>since 9 November", mothers.content.decode())
    backs = [re.search(r'govuk-back-link">([^<]*)<', page.content.decode()) for page in (mothers, own_page)]
    assert [found and found[1] for found in backs] == ["Back to Amara", "My plan"]
    assert "What Amara gets: speech practice" in mothers.content.decode()
    assert "What you get: speech practice" in own_page.content.decode()


def test_a_draft_is_not_found_by_the_family_or_a_teacher():
    world = World()
    assert world.class_4b
    draft = make_dose(world.amara, world.school, promised_on=None)
    address = reverse("dose", args=[draft.pk])

    answers = [
        signed_in(who).get(address).status_code
        for who in (world.ada, world.staff("class_teacher"), world.staff("senco"))
    ]

    assert answers == [404, 404, 200]


def test_another_schools_senco_and_the_authority_find_no_dose():
    world = World()
    dose = make_dose(world.amara, world.school)
    stranger = make_account("Ms Away")
    give_role(stranger, "senco", world.other_school)

    for account in (stranger, world.staff("authority_officer")):
        with seen_by(viewer_of(account)):
            assert list(Dose.objects.all()) == []
        assert signed_in(account).get(reverse("dose", args=[dose.pk])).status_code == 404


def test_equipment_is_to_be_looked_at_by_its_day_then_every_so_many_school_weeks():
    world = World()
    half_term(world.school)
    _slope(world)

    def due() -> list[tuple[date, bool]]:
        with seen_by(viewer_of(world.staff("senco"))) as viewer:
            return [(check.due_on, check.late) for check in queries.checks_due(viewer, date(2026, 12, 18))]

    def look(on: date, in_place: bool, note: str = "") -> None:
        with seen_by(viewer_of(world.staff("senco"))) as viewer:
            dose = Dose.objects.get()
            actions.check_in_place(by=viewer, dose=dose.pk, on=on, in_place=in_place, note=note)

    never = due()
    look(date(2026, 9, 14), False, "Not delivered yet")
    missing = due()
    look(date(2026, 10, 5), True)
    there = due()

    # Six school weeks after 5 October; half term (26 to 30 October) is not one of them.
    assert (never, missing, there) == (
        [(date(2026, 9, 14), True)],
        [(date(2026, 9, 14), True)],
        [(date(2026, 11, 23), False)],
    )


def test_not_in_place_needs_a_word_and_timed_support_is_not_checked():
    world = World()
    slope, reading = _slope(world), make_dose(world.amara, world.school)

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        with pytest.raises(Refused, match="Say what was missing"):
            actions.check_in_place(by=viewer, dose=slope.pk, on=TODAY, in_place=False)
        with pytest.raises(Refused, match="session by session"):
            actions.check_in_place(by=viewer, dose=reading.pk, on=TODAY, in_place=True)


def test_a_name_in_what_was_missing_is_asked_about_and_the_words_are_not_asked_for_again():
    world = World()
    slope, browser = _slope(world), signed_in(world.staff("senco"))
    make_child(world.school, "Lena Costa")
    day = {"on-day": "20", "on-month": "11", "on-year": "2026"}
    typed = day | {"in_place": "no", "note": "Lena sat at it", "submission_key": "k"}

    asked = browser.post(reverse("check_dose", args=[slope.pk]), typed)
    said = browser.post(reverse("check_dose", args=[slope.pk]), typed | {"names_stay": ["Lena"]})

    ask = "Another child is named here: Lena. Take the name out, or tick below that it stays."
    assert asked.context["form"].errors == {"note": [ask]}
    assert said.headers["Location"] == reverse("dose", args=[slope.pk])


def test_the_form_of_a_kind_asks_only_for_its_particulars_and_says_what_is_missing():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        form = DoseForm(
            {"what": "Writing slope", "from_on-day": "7", "from_on-month": "9", "from_on-year": "2026"},
            viewer=viewer, kind=Kind.EQUIPMENT,
        )  # fmt: skip
        strict = form.is_valid(), sorted(form.errors)
        draft = DoseForm(form.data, viewer=viewer, kind=Kind.EQUIPMENT, countable=False)
        loose = draft.is_valid()

    assert strict == (False, ["check_every_weeks", "in_place_by", "place", "who"])
    assert loose
    assert "minutes" not in form.fields
    assert draft.particulars.what == "Writing slope"


def test_pages_of_a_dose_ask_the_same_number_of_queries_whatever_was_recorded(django_assert_max_num_queries):
    world = World()
    dose = make_dose(world.amara, world.school)
    slots = [make_slot(world.school, day, dose=dose, starts_at=time(9, 10)) for day in (MONDAY, WEDNESDAY, FRIDAY)]
    senco = viewer_of(world.staff("senco"))

    with seen_by(senco) as viewer, django_assert_max_num_queries(9):
        queries.dose_page(viewer, dose.pk)
    for slot, day in zip(slots, (9, 11, 13), strict=True):
        make_entry(dose, world.school, world.staff("senco"), date(2026, 11, day), planned_session=slot)
    with seen_by(senco) as viewer, django_assert_max_num_queries(9):
        page = queries.dose_page(viewer, dose.pk)

    assert page.totals.delivered == 3


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ({"state": "part", "minutes": "10", "part_because": "trip", "reason": "room"}, [("part", 10, "trip")]),
        ({"state": "missed", "reason": "room", "part_because": "trip"}, [("missed", 0, "room")]),
        ({"state": "delivered", "reason": "room", "part_because": "trip"}, [("delivered", 20, "")]),
        ({"state": "part", "minutes": "10", "reason": "room"}, []),
        ({"state": "missed", "part_because": "trip"}, []),
    ],
)
def test_an_extra_session_asks_for_a_reason_only_inside_part_and_missed(answers, kept):
    world = World()
    dose = make_dose(world.amara, world.school)
    browser, address = signed_in(world.staff("senco")), reverse("extra_session", args=[dose.pk, TODAY])
    page = browser.get(address).content.decode()

    browser.post(address, answers)

    opened = [part.split("</div>\n</div>")[0] for part in page.split('class="govuk-radios__conditional"')[1:]]
    assert ['name="part_because"' in opened[0], 'name="reason"' in opened[1]] == [True, True]
    assert page.count('name="reason"') == page.count('name="part_because"') == 1
    with inside(world.school):
        assert list(Delivery.objects.values_list("state", "minutes", "reason")) == kept
