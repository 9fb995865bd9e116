"""What this room adds to the register and to a child's record."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.provision import register
from goldenthread.provision.models import Dose, Kind
from goldenthread.provision.queries.thread import session_entries
from tests.factories.provision import MONDAY, WEDNESDAY, make_dose, make_entry, make_group, make_slot
from tests.factories.world import TODAY, World, inside, make_child, seen_by, set_status, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def _one_low_one_full() -> tuple[World, object, object]:
    """Amara got half of what was due since Monday 9 November, Kofi all of it."""
    world = World()
    kofi = make_child(world.school, "Kofi Mensah")
    set_status(kofi, world.school, "K")
    by = world.staff("senco")
    for child, states in ((world.amara, ("delivered", "missed")), (kofi, ("delivered", "delivered"))):
        dose = make_dose(child, world.school, from_on=date(2026, 11, 9))
        slot = make_slot(world.school, MONDAY, dose=dose)
        for on, state in zip((date(2026, 11, 9), date(2026, 11, 16)), states, strict=True):
            make_entry(dose, world.school, by, on, state, planned_session=slot)
    return world, world.amara, kofi


def test_the_register_shows_each_share_and_counts_the_low_ones_with_a_link_to_them():
    world, amara, kofi = _one_low_one_full()
    browser = signed_in(world.staff("senco"))

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        column = register.delivered_column(viewer, [amara.pk, kofi.pk], TODAY)
    page = browser.get(reverse("register")).content.decode()
    low = browser.get(reverse("register"), {"delivered": "under_75"}).content.decode()

    assert {child: shown.text for child, shown in column.items()} == {amara.pk: "50 %", kofi.pk: "100 %"}
    assert "1 child under 75 % delivered" in page
    assert ("Bello" in low, "Mensah" in low) == (True, False)


def test_the_record_shows_what_was_given_of_what_was_due_and_what_to_look_at():
    world, amara, _kofi = _one_low_one_full()
    slope = make_dose(
        amara, world.school, kind=Kind.EQUIPMENT, what="Writing slope", minutes=None, times=None, per="",
        in_place_by=date(2026, 9, 14),
    )  # fmt: skip

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        given = register.delivered_to(viewer, amara.pk)
        due = list(register.checks_of(viewer, amara.pk))
    page = signed_in(world.staff("senco")).get(reverse("child", args=[amara.pk]))

    assert (given.share, given.sentence) == (0.5, "20 of 40 minutes given since 9 October")
    assert [(one.on, one.text, one.state, one.href) for one in due] == [
        (date(2026, 9, 14), "Look whether it is in place: Writing slope", "late", reverse("dose", args=[slope.pk]))
    ]
    assert "Look whether it is in place: Writing slope" in page.content.decode()


def test_the_thread_tells_missed_and_noted_sessions_and_leaves_out_the_ordinary_ones():
    world = World()
    dose, by = make_dose(world.amara, world.school), world.staff("teaching_assistant")
    wednesday = make_slot(world.school, WEDNESDAY, dose=dose)
    make_entry(dose, world.school, by, date(2026, 11, 4), planned_session=wednesday)
    missed = make_entry(dose, world.school, by, date(2026, 11, 11), "missed", planned_session=wednesday)
    make_entry(dose, world.school, by, date(2026, 11, 13), makes_up=missed, note="Read a whole page aloud")

    with seen_by(viewer_of(world.ada)) as viewer:
        told = [(one.on, one.kind, one.text, one.words) for one in session_entries(viewer, world.amara.pk)]

    assert told == [
        (date(2026, 11, 13), "session", "Small-group reading: session given.", "Read a whole page aloud"),
        (
            date(2026, 11, 11), "missed",
            "Small-group reading: session missed, staff ill. Made up on 13 November.", "",
        ),
    ]  # fmt: skip


def test_who_leads_a_group_of_another_class_opens_the_dose_but_not_the_child():
    world = World()
    assistant = world.staff("teaching_assistant")
    make_group(world.school, assistant, (world.amara,))
    browser = signed_in(assistant)

    with inside(world.school):
        dose = Dose.objects.get()
    page = browser.get(reverse("dose", args=[dose.pk]))
    child = browser.get(reverse("child_support", args=[world.amara.pk]))

    assert (page.status_code, child.status_code) == (200, 404)
    assert reverse("child_support", args=[world.amara.pk]) not in page.content.decode()
