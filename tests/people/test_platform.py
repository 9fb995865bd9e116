"""The platform administrator keeps organisations and roles, raises nobody's own, and sees no child."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.test import Client

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.organisations.models import Organisation
from goldenthread.people.actions.platform import create_organisation, give_role, invite_staff
from goldenthread.people.models import Account, Assignment
from tests.factories.people import PASSWORD, code_in, give_password, mails
from tests.factories.world import TODAY, World, make_account, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)

START = {"from_on-day": "20", "from_on-month": "11", "from_on-year": "2026"}
NEW = {
    "name": "Nia Newman",
    "email": "nia@example.org",
    "role": "senco",
    "job_title": "SENCO",
    "submission_key": "k",
} | START


def test_an_organisation_is_added_to_the_administrators_own_area():
    world = World()
    browser = signed_in(world.staff("platform_administrator"))
    fields = {
        "name": "New Lane Primary",
        "kind": "setting",
        "setting_type": "maintained",
        "urn": "999123",
        "submission_key": "k",
    }

    browser.post("/organisations/add/", fields)

    made = Organisation.objects.get(name="New Lane Primary")
    assert (made.authority_id, made.setting_type, made.urn) == (world.area.pk, "maintained", "999123")


def test_a_setting_needs_its_kind_and_a_real_urn():
    browser = signed_in(World().staff("platform_administrator"))

    page = browser.post("/organisations/add/", {"name": "X", "kind": "setting", "urn": "12"}).content.decode()

    assert "Choose what kind of setting it is" in page and "A URN has six digits" in page


def test_inviting_staff_makes_an_account_that_sets_its_password_and_a_factor():
    world = World()
    signed_in(world.staff("platform_administrator")).post(f"/organisations/{world.school.pk}/people/add/", NEW)
    nia = Account.objects.get(email="nia@example.org")
    letter = mails()[-1]
    browser = Client()
    browser.post("/account/password/reset/", {"email": nia.email})
    browser.post("/account/password/reset/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/password/reset/complete/", {"password1": PASSWORD})
    nia.refresh_from_db()

    give_password(browser, nia)
    browser.post("/account/login/code/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/factors/trust/", {"action": "skip"})

    assert letter[0] == nia.email and "SENCO" in letter[2] and "Hollow Oak Primary" in letter[2]
    assert browser.get("/register/").headers["Location"] == "/account/factors/"
    assert viewer_of(nia).role.key == "senco"


def test_a_first_password_can_be_set_for_fourteen_days_only():
    world = World()
    signed_in(world.staff("platform_administrator")).post(f"/organisations/{world.school.pk}/people/add/", NEW)
    Account.objects.filter(email="nia@example.org").update(invited_until=date(2026, 11, 19))
    browser = Client()
    browser.post("/account/password/reset/", {"email": "nia@example.org"})
    browser.post("/account/password/reset/confirm/", {"code": code_in(mails()[-1])})

    page = browser.post("/account/password/reset/complete/", {"password1": PASSWORD}).content.decode()

    assert "Your invitation has run out" in page
    assert not Account.objects.get(email="nia@example.org").has_usable_password()


def test_somebody_with_an_account_keeps_it():
    world = World()
    supply = make_account("Supply Teacher", "supply@example.org")
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator:
        invite_staff(
            by=administrator, email="Supply@example.org", name="Other Name", role="cover_teacher",
            organisation=world.school, from_on=TODAY, job_title="", site="https://thread.example/",
        )  # fmt: skip

    kept = Account.objects.get(email="supply@example.org")
    assert (kept.pk, kept.name, kept.has_usable_password()) == (supply.pk, "Supply Teacher", True)


def test_nobody_gives_a_role_to_themselves():
    world = World()
    account = world.staff("platform_administrator")
    with seen_by(viewer_of(account)) as administrator, pytest.raises(Refused, match="themselves"):
        give_role(by=administrator, account=account, role="senco", organisation=world.school, from_on=TODAY)


@pytest.mark.parametrize("role", ["parent", "young_person", "emperor"])
def test_only_staff_roles_are_given(role):
    world = World()
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator, pytest.raises(Refused):
        give_role(by=administrator, account=world.ada, role=role, organisation=world.school, from_on=TODAY)


def test_another_area_is_out_of_reach():
    world = World()
    elsewhere = world.school_elsewhere
    browser = signed_in(world.staff("platform_administrator"))
    with seen_by(viewer_of(world.staff("platform_administrator"))) as administrator, pytest.raises(Refused):
        give_role(by=administrator, account=world.ada, role="senco", organisation=elsewhere, from_on=TODAY)

    assert browser.get(f"/organisations/{elsewhere.pk}/people/").status_code == 404
    assert elsewhere.name not in browser.get("/organisations/").content.decode()


@pytest.mark.parametrize("role", ["senco", "head", "data_manager", "class_teacher", "authority_officer"])
def test_only_the_platform_administrator_gives_roles(role):
    world = World()
    assert world.class_4b
    with seen_by(viewer_of(world.staff(role))) as viewer:
        with pytest.raises(NotFound):
            create_organisation(by=viewer, values={"name": "X", "kind": "team"})
        with pytest.raises(NotFound):
            give_role(by=viewer, account=world.ada, role="senco", organisation=world.school, from_on=TODAY)


def test_the_directory_shows_ones_own_school_only():
    world = World()
    from tests.factories.world import give_role as given

    given(make_account("Other Teacher"), "class_teacher", world.other_school)
    world.staff("class_teacher")

    page = signed_in(world.staff("data_manager")).get("/staff/").content.decode()

    assert "Class teacher" in page and "Other Teacher" not in page


def test_the_pages_end_a_role():
    world = World()
    world.staff("head")
    assignment = Assignment.objects.none()
    with seen_by(viewer_of(world.staff("platform_administrator"))):
        assignment = Assignment.objects.get(role="head")
    browser = signed_in(world.staff("platform_administrator"))

    browser.post(f"/assignments/{assignment.pk}/end/", {"when": "day", "last_day-day": "30", "last_day-month": "11", "last_day-year": "2026", "submission_key": "k"})  # fmt: skip

    with seen_by(viewer_of(world.staff("platform_administrator"))):
        assert Assignment.objects.get(pk=assignment.pk).to_on == date(2026, 11, 30)


def test_the_first_administrator_of_an_installation_can_set_a_password_and_there_is_one_only():
    from django.core.management import CommandError, call_command

    call_command("first_administrator", "first@example.org", "Fay First", "303", stdout=io.StringIO())
    browser = Client()
    browser.post("/account/password/reset/", {"email": "first@example.org"})
    browser.post("/account/password/reset/confirm/", {"code": code_in(mails()[-1])})
    browser.post("/account/password/reset/complete/", {"password1": PASSWORD})

    assert Account.objects.get(email="first@example.org").check_password(PASSWORD)
    assert viewer_of(Account.objects.get(email="first@example.org")).role.key == "platform_administrator"
    with pytest.raises(CommandError, match="already has a platform administrator"):
        call_command("first_administrator", "second@example.org", "Sid Second", "303")
