"""Duties by kind of setting, names on a day, and which days are school days."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry
from goldenthread.organisations import contacts
from goldenthread.organisations.actions import add_closure, add_term, remove_closure, remove_term
from goldenthread.organisations.contacts import Contact
from goldenthread.organisations.duties import DUTIES, duties_of, has_duty, parental_preference_only
from goldenthread.organisations.models import Closure, Kind, Organisation, OtherName, SettingType, Succession, Term
from goldenthread.organisations.queries import body_in_charge_on, known_by, name_on
from goldenthread.organisations.timeline import calendar_of
from tests.factories.world import World, make_setting, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def is_school_day(setting, day):
    return calendar_of(setting, day, day).is_school_day(day)


def school_days(setting, first, last):
    return list(calendar_of(setting, first, last).between(first, last))


DUTIES_OF_EACH = {
    "maintained": {
        "best_endeavours", "senco", "tell_parents", "sen_information_report", "admit_when_named", "may_be_requested",
        "hold_review_when_required", "meet_parents",
    },
    "academy": {
        "best_endeavours", "senco", "tell_parents", "sen_information_report", "admit_when_named", "may_be_requested",
        "hold_review_when_required", "meet_parents",
    },
    "maintained_nursery": {
        "best_endeavours", "senco", "tell_parents", "sen_information_report", "admit_when_named", "may_be_requested",
        "hold_review_when_required", "meet_parents", "early_years_progress_check",
    },
    "maintained_special": {
        "sen_information_report", "admit_when_named", "may_be_requested", "hold_review_when_required",
    },
    "special_academy": {
        "sen_information_report", "admit_when_named", "may_be_requested", "hold_review_when_required",
    },
    "non_maintained_special": {"admit_when_named", "may_be_requested", "hold_review_when_required"},
    "pupil_referral_unit": {"hold_review_when_required"},
    "section_41": {"admit_when_named", "may_be_requested", "hold_review_when_required"},
    "independent": set(),
    "early_years": {"early_years_progress_check"},
    "further_education": {"admit_when_named", "may_be_requested", "college_records"},
}  # fmt: skip


@pytest.mark.parametrize("setting_type", SettingType.values)
def test_each_kind_of_setting_has_these_duties(setting_type):
    assert {duty.key for duty in duties_of(setting_type)} == DUTIES_OF_EACH[setting_type]


def test_every_duty_cites_what_it_rests_on_and_guidance_is_never_called_law():
    assert [duty.key for duty in DUTIES if not duty.citation] == []
    assert {duty.key for duty in DUTIES if not duty.law} == {"meet_parents", "college_records"}


def test_a_wholly_independent_school_can_be_preferred_and_not_requested():
    assert (parental_preference_only("independent"), has_duty("independent", "may_be_requested")) == (True, False)
    assert (parental_preference_only("section_41"), has_duty("section_41", "may_be_requested")) == (False, True)


@pytest.fixture
def health():
    """A clinical commissioning group that was renamed once and then followed by an integrated care board."""
    world = World()
    values = {"authority": world.area, "kind": Kind.HEALTH_BODY}
    group = Organisation.objects.create(name="Larkmere and Downs CCG", **values)
    board = Organisation.objects.create(name="Larkmere ICB", **values)
    OtherName.objects.create(organisation=group, name="Larkmere CCG", from_on=date(2013, 4, 1), to_on=date(2019, 3, 31))
    Succession.objects.create(before=group, after=board, on=date(2022, 7, 1))
    return world, group, board


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2013, 4, 1), "Larkmere CCG"),
        (date(2019, 3, 31), "Larkmere CCG"),
        (date(2019, 4, 1), "Larkmere and Downs CCG"),
    ],
)
def test_a_body_has_the_name_it_had_on_the_day(health, day, name):
    _world, group, _board = health

    assert name_on(group, day) == name


def test_the_board_does_the_groups_work_from_the_day_it_took_over(health):
    _world, group, board = health

    assert body_in_charge_on(group, date(2022, 6, 30)) == group
    assert body_in_charge_on(group, date(2022, 7, 1)) == board
    assert body_in_charge_on(board, date(2022, 7, 1)) == board


def test_bodies_that_point_at_each_other_do_not_go_round_for_ever(health):
    _world, group, board = health
    Succession.objects.create(before=board, after=group, on=date(2023, 7, 1))

    assert body_in_charge_on(group, date(2026, 1, 1)) == board


def test_a_body_is_found_by_any_name_it_ever_had(health):
    world, group, _board = health

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        assert known_by(senco, "larkmere ccg") == [group]
        assert known_by(senco, "Nobody CCG") == []


# School days


def test_school_days_are_weekdays_of_a_term_without_bank_holidays_and_closures():
    world = World()
    Term.objects.create(
        organisation=world.school, name="Spring", starts_on=date(2026, 3, 30), ends_on=date(2026, 4, 10)
    )
    Closure.objects.create(
        organisation=world.school, from_on=date(2026, 4, 8), to_on=date(2026, 4, 9), reason="Burst pipe"
    )

    found = school_days(world.school.pk, date(2026, 3, 27), date(2026, 4, 12))

    assert found == [
        date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 2),  # 3 April: Good Friday
        date(2026, 4, 7), date(2026, 4, 10),  # 6 April: Easter Monday
    ]  # fmt: skip


def test_the_authoritys_terms_count_until_the_setting_has_its_own_and_its_closures_always():
    world = World()
    plain = Organisation.objects.create(authority=world.area, kind=Kind.SETTING, name="Plain Nursery")
    Term.objects.create(organisation=world.area, name="Autumn", starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 18))
    Closure.objects.create(
        organisation=world.area, from_on=date(2026, 11, 4), to_on=date(2026, 11, 4), reason="Polling day"
    )

    by_authority = [is_school_day(plain.pk, day) for day in (date(2026, 9, 1), date(2026, 11, 4), date(2026, 11, 5))]
    own = [is_school_day(world.school.pk, day) for day in (date(2026, 9, 1), date(2026, 9, 2), date(2026, 11, 4))]

    assert by_authority == [True, False, True]
    assert own == [False, True, False]


def test_the_fifth_school_day_after_a_day_steps_over_the_weekend():
    world = World()

    calendar = calendar_of(world.school.pk, date(2026, 11, 20), date(2026, 12, 17))

    assert calendar.after(date(2026, 11, 20), 5) == date(2026, 11, 27)
    assert calendar.after(date(2026, 12, 17), 5) is None


def test_without_a_term_no_day_is_a_school_day():
    world = World()
    empty = Organisation.objects.create(authority=world.area, kind=Kind.SETTING, name="No Terms Yet")

    assert school_days(empty.pk, date(2026, 11, 2), date(2026, 11, 6)) == []


# Keeping them right


def test_the_data_manager_adds_and_removes_terms_and_closures_and_the_log_says_so():
    world = World()

    with seen_by(viewer_of(world.staff("data_manager"))) as manager:
        term = add_term(by=manager, name=" Spring ", starts_on=date(2027, 1, 4), ends_on=date(2027, 2, 12))
        closure = add_closure(by=manager, from_on=date(2027, 1, 8), to_on=date(2027, 1, 8), reason="Staff training")
        standing = (list(Term.objects.values_list("name", flat=True)), Closure.objects.count())
        remove_term(by=manager, term=term.pk)
        remove_closure(by=manager, closure=closure.pk)
        logged = list(Entry.objects.order_by("at", "id").values_list("action", flat=True))

    assert standing == (["Autumn", "Spring"], 1)
    assert (Term.objects.count(), Closure.objects.count()) == (1, 0)
    assert logged == ["term.added", "closure.added", "term.removed", "closure.removed"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "sentence"),
    [
        (date(2027, 2, 12), date(2027, 2, 11), "The last day comes before the first. Look at the two dates again."),
        (date(2026, 12, 18), date(2027, 1, 5), "These days overlap “Autumn”. Remove that one first, or change the days."),
        (date(2027, 1, 4), date(2027, 8, 1), "That is longer than a term. Enter each stretch between two holidays by itself."),
    ],
)  # fmt: skip
def test_a_term_that_cannot_be_is_refused(starts_on, ends_on, sentence):
    world = World()
    assert world.school

    with seen_by(viewer_of(world.staff("head"))) as head, pytest.raises(Refused) as refused:
        add_term(by=head, name="Spring", starts_on=starts_on, ends_on=ends_on)

    assert refused.value.sentence == sentence


def test_nobody_removes_a_term_of_another_school():
    world = World()
    other = Term.objects.filter(organisation=world.other_school).get()

    with seen_by(viewer_of(world.staff("data_manager"))) as manager, pytest.raises(NotFound):
        remove_term(by=manager, term=other.pk)

    assert Term.objects.filter(pk=other.pk).exists()


def test_the_term_dates_page_takes_a_term_once_and_shows_it():
    world = World()
    manager = signed_in(world.staff("data_manager"))
    posted = {
        "name": "Spring", "starts_on-day": "4", "starts_on-month": "1", "starts_on-year": "2027",
        "ends_on-day": "12", "ends_on-month": "2", "ends_on-year": "2027", "submission_key": "one",
    }  # fmt: skip

    first = manager.post("/terms/add/", posted, follow=True)
    manager.post("/terms/add/", posted)

    assert "Spring" in first.content.decode()
    assert Term.objects.filter(organisation=world.school, name="Spring").count() == 1


def test_the_form_keeps_what_was_typed_beside_the_refusal():
    world = World()
    manager = signed_in(world.staff("data_manager"))
    posted = {
        "name": "Again autumn", "starts_on-day": "4", "starts_on-month": "10", "starts_on-year": "2026",
        "ends_on-day": "12", "ends_on-month": "10", "ends_on-year": "2026", "submission_key": "one",
    }  # fmt: skip

    answer = manager.post("/terms/add/", posted)

    assert "These days overlap “Autumn”" in answer.content.decode()
    assert 'value="Again autumn"' in answer.content.decode()


# The area


def test_the_officer_sees_the_open_settings_of_the_area_and_who_to_ask_there(monkeypatch):
    world = World()
    school = world.school
    make_setting(world.area, "Closed School", closed_on=date(2026, 8, 31))
    assert world.school_elsewhere
    monkeypatch.setattr(
        contacts, "_CONTACTS", [lambda viewer, keys: {school.pk: [Contact("Jo Osei", "SENCO", "jo@example.org")]}]
    )
    officer = signed_in(world.staff("authority_officer"))

    page = officer.get("/area/").content.decode()

    assert [name in page for name in ("Hollow Oak Primary", "Jo Osei", "jo@example.org")] == [True, True, True]
    assert [name in page for name in ("Closed School", "Far Lane Primary")] == [False, False]


def test_the_page_of_a_setting_says_its_duties_and_stays_inside_the_area():
    world = World()
    senco = signed_in(world.staff("senco"))

    own = senco.get(f"/organisations/{world.school.pk}/")
    foreign = senco.get(f"/organisations/{world.school_elsewhere.pk}/")

    assert "Children and Families Act 2014 s.67" in own.content.decode()
    assert foreign.status_code == 404


@pytest.mark.parametrize(
    ("role", "page", "status"),
    [
        ("authority_officer", "/area/", 200),
        ("senco", "/area/", 404),
        ("governor", "/area/", 404),
        ("data_manager", "/terms/", 200),
        ("head", "/terms/", 200),
        ("senco", "/terms/", 404),
        ("class_teacher", "/terms/add/", 404),
    ],
)
def test_these_pages_exist_only_for_those_who_need_them(role, page, status):
    world = World()
    assert world.school

    assert signed_in(world.staff(role)).get(page).status_code == status


def test_the_area_learns_who_leads_sen_in_each_of_its_settings_and_nobody_of_another_area():
    world = World()
    senco, officer = world.staff("senco"), viewer_of(world.staff("authority_officer"))
    far_away = World()
    far_away.staff("senco")

    with seen_by(officer):
        found = contacts.sencos_of(officer, [world.school.pk, far_away.school.pk])
    page = signed_in(world.staff("authority_officer")).get("/area/").content.decode()

    assert found == {world.school.pk: [Contact(senco.name, "SENCO", email=senco.email)]}
    assert senco.name in page and senco.email in page


def test_where_no_term_is_kept_a_count_takes_weekdays_that_are_not_known_to_be_closed():
    world = World()
    empty = Organisation.objects.create(authority=world.area, kind=Kind.SETTING, name="No Terms Yet")
    Closure.objects.create(organisation=empty, from_on=date(2026, 11, 3), to_on=date(2026, 11, 3), reason="No heating")
    week = [date(2026, 11, day) for day in range(2, 9)]

    calendar = calendar_of(empty.pk, week[0], week[-1])

    assert [day.day for day in week if calendar.open_as_far_as_known(day)] == [2, 4, 5, 6]
    assert not calendar_of(world.school.pk, week[0], week[-1]).open_as_far_as_known(date(2026, 12, 25))
