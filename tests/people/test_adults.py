"""Grown-ups of a child: each alone, authority on evidence, contact for that one person (bar B3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.scopes import reachable
from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.people.actions import authority as acting
from goldenthread.people.actions.contacts import change_contact, change_own_contact
from goldenthread.people.models import AuthorityToAct, Invitation, Parent
from goldenthread.people.permissions import CONTACTS_OWN
from goldenthread.people.queries import adults_of, own_contacts
from tests.factories.people import authority_of, invited
from tests.factories.world import TODAY, World, inside, make_child, make_parent, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)

AUTHORITY = {
    "relationship": "father", "parental_responsibility": True, "scope": "full", "evidence": "Birth certificate seen",
    "from_on": TODAY,
}  # fmt: skip
CRAIG = {"title": "Mr", "given_name": "Craig", "family_name": "Bello"}


def test_authority_is_recorded_with_who_checked_what_and_when():
    world = World()
    senco = world.staff("senco")
    with seen_by(viewer_of(senco)) as viewer:
        made = acting.add_adult(by=viewer, child=world.amara, names=CRAIG, authority=AUTHORITY)

    kept = authority_of(world.amara, made.parent, world)
    assert (kept.parent.name, kept.relationship, kept.parental_responsibility) == ("Mr Craig Bello", "father", True)
    assert (kept.evidence, kept.checked_by_id, kept.checked_on) == ("Birth certificate seen", senco.pk, TODAY)


def test_access_without_evidence_is_refused_and_a_contact_needs_none():
    world = World()
    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        with pytest.raises(Refused, match="checked"):
            acting.add_adult(by=viewer, child=world.amara, names=CRAIG, authority=AUTHORITY | {"evidence": " "})
        made = acting.add_adult(
            by=viewer, child=world.amara, names=CRAIG, authority=AUTHORITY | {"evidence": "", "scope": "none"}
        )

    assert made.scope == "none"


def test_a_new_entry_for_the_same_two_ends_the_old_one_the_day_before():
    world = World()
    parent = make_parent(world.amara, world.school, "Craig Bello")
    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        acting.record_authority(by=viewer, child=world.amara, parent=parent, **AUTHORITY | {"scope": "see"})
        kept = list(AuthorityToAct.objects.filter(parent=parent).order_by("from_on").values_list("scope", "to_on"))

    assert kept == [("full", TODAY - timedelta(days=1)), ("see", None)]


def test_ending_needs_a_reason_and_cancels_what_waits():
    world = World()
    parent = make_parent(world.amara, world.school, "Craig Bello")
    invited(world, parent)
    authority = authority_of(world.amara, parent, world)
    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        with pytest.raises(Refused, match="why"):
            acting.end_authority(by=viewer, authority=authority, last_day=TODAY, because=" ")
        acting.end_authority(by=viewer, authority=authority, last_day=TODAY, because="Court order of 3 March")
        with pytest.raises(Refused, match="already"):
            acting.end_authority(by=viewer, authority=authority, last_day=TODAY, because="Again")

    ended = authority_of(world.amara, parent, world)
    assert (ended.to_on, ended.ended_because) == (TODAY, "Court order of 3 March")
    with inside(world.school):
        assert Invitation.objects.get().cancelled_at is not None


@pytest.mark.parametrize("role", ["head", "class_teacher", "teaching_assistant", "governor", "data_manager"])
def test_only_the_senco_records_authority(role):
    world = World()
    assert world.class_4b
    with seen_by(viewer_of(world.staff(role))) as viewer, pytest.raises(NotFound):
        acting.add_adult(by=viewer, child=world.amara, names=CRAIG, authority=AUTHORITY)


def test_authority_cannot_be_recorded_for_a_child_of_another_school():
    world = World()
    elsewhere = make_child(world.other_school, "Olu Other")
    with seen_by(viewer_of(world.staff("senco"))) as viewer, pytest.raises(NotFound):
        acting.add_adult(by=viewer, child=elsewhere, names=CRAIG, authority=AUTHORITY)


def _apart(world: World) -> tuple[Parent, Parent]:
    """Two parents of Amara who live apart; the father's contact is marked, so that it could leak."""
    mother, father = (make_parent(world.amara, world.school, name) for name in ("Ada Bello", "Craig Reid"))
    with inside(world.school):
        Parent.objects.filter(pk=father.pk).update(
            email="secret.father@example.org", phone="07700 900999", address="77 Father Row", postcode="QX9 9QX"
        )
    return mother, father


SECRETS = ("secret.father", "07700 900999", "77 Father Row", "QX9 9QX", "Craig Reid")


def test_one_parent_never_reads_a_row_of_the_other():
    world = World()
    mother, father = _apart(world)

    with seen_by(viewer_of(mother.account)) as viewer:
        assert list(Parent.objects.all()) == [mother]
        assert [row.parent_id for row in AuthorityToAct.objects.all()] == [mother.pk]
        assert list(own_contacts(viewer)) == [mother]
        assert not reachable(viewer, Parent.objects.filter(pk=father.pk), CONTACTS_OWN).exists()
        assert list(adults_of(viewer, world.amara.pk)) == []


def test_the_code_alone_keeps_parents_apart_even_where_postgresql_would_show_both():
    world = World()
    mother, father = _apart(world)
    viewer = viewer_of(mother.account)

    with inside(world.school):
        rows = reachable(viewer, Parent.objects.all(), CONTACTS_OWN)
        authorities = reachable(viewer, AuthorityToAct.objects.all(), CONTACTS_OWN)
        assert Parent.objects.filter(pk=father.pk).exists()
        assert (list(rows), [row.parent_id for row in authorities]) == ([mother], [mother.pk])


def test_no_page_of_one_parent_shows_anything_of_the_other():
    from tests.people.walking import pages_open_to

    world = World()
    mother, _father = _apart(world)

    assert all(  # they are there to leak
        secret in signed_in(world.staff("senco")).get(f"/children/{world.amara.pk}/adults/").content.decode()
        for secret in SECRETS
    )
    leaks = [
        (path, secret)
        for path, page in pages_open_to(signed_in(mother.account), child=world.amara, parent=mother)
        for secret in SECRETS
        if secret in page
    ]

    assert leaks == []


def test_a_parent_cannot_change_the_other_ones_contact():
    world = World()
    mother, father = _apart(world)
    browser = signed_in(mother.account)

    answer = browser.post(f"/account/contact/{father.pk}/", {"phone": "0"})

    assert answer.status_code == 404
    with seen_by(viewer_of(mother.account)) as viewer, pytest.raises(NotFound):
        change_own_contact(by=viewer, parent=father, values={"phone": "0"})


def test_a_change_of_contact_logs_the_names_of_fields_and_no_value():
    world = World()
    mother, _father = _apart(world)
    with seen_by(viewer_of(mother.account)) as viewer:
        change_own_contact(by=viewer, parent=mother, values={"phone": "07700 900123", "language": "Portuguese"})

    with one_transaction(
        authority=world.area.pk, holders=[world.school.pk], person=mother.account.pk, children=[world.amara.pk]
    ):
        entry = Entry.objects.get(action="contact.changed")
    assert entry.detail == {"fields": ["phone", "language"]}
    assert entry.children == [world.amara.pk]


def test_a_parent_cannot_change_their_name_in_the_schools_book():
    world = World()
    mother, _father = _apart(world)
    with seen_by(viewer_of(mother.account)) as viewer:
        kept = change_own_contact(by=viewer, parent=mother, values={"family_name": "Otherwise"})

    assert kept.family_name == "Bello"


def test_staff_see_which_ways_are_not_safe():
    world = World()
    mother, _father = _apart(world)
    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        change_contact(by=viewer, parent=mother, values={"phone": "07700 900123", "safe_by_voicemail": False})

    page = signed_in(world.staff("senco")).get(f"/children/{world.amara.pk}/adults/").content.decode()

    assert "07700 900123 (leave no message)" in page


def test_the_page_of_grown_ups_is_logged_as_a_view_of_the_child():
    world = World()
    _apart(world)
    senco = world.staff("senco")
    signed_in(senco).get(f"/children/{world.amara.pk}/adults/")

    with one_transaction(authority=world.area.pk, holders=[world.school.pk], person=senco.pk):
        entry = Entry.objects.get(action="view")
    assert (entry.children, entry.person_id, entry.role) == ([world.amara.pk], senco.pk, "senco")


def test_staff_pages_record_end_and_mend_an_adult_end_to_end():
    world = World()
    browser = signed_in(world.staff("senco"))
    base = f"/children/{world.amara.pk}/adults"
    today = {"from_on-day": "20", "from_on-month": "11", "from_on-year": "2026"}
    fields = {
        "given_name": "Craig", "family_name": "Reid", "relationship": "father", "parental_responsibility": "yes",
        "scope": "full", "evidence": "Birth certificate", "contact_order": "2", "submission_key": "one",
    } | today  # fmt: skip

    first = browser.post(f"{base}/add/", fields)
    twice = browser.post(f"{base}/add/", fields)
    with inside(world.school):
        adult = AuthorityToAct.objects.get()
    browser.post(f"{base}/{adult.pk}/contact/", {"given_name": "Craig", "family_name": "Reid", "phone": "07700 900123"})
    shown = browser.get(f"{base}/").content.decode()
    browser.post(f"{base}/{adult.pk}/end/", {"when": "now", "because": "Court order", "submission_key": "two"})
    ended = browser.get(f"{base}/").content.decode()

    assert first.headers["Location"] == twice.headers["Location"] == f"{base}/"
    assert "Craig Reid (Father)" in shown and "07700 900123 (do not call)" in shown
    assert "Court order" in ended and "07700 900123" not in ended
