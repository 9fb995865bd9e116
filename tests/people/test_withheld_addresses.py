"""A withheld address is shown to named people, each time with a reason, and is nowhere else (bar B4)."""

from __future__ import annotations

import logging

import psycopg
import pytest
from django.core.cache import cache
from django.test import Client

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.people.actions.contacts import change_contact
from goldenthread.people.models import Account, Parent
from goldenthread.privacy.actions import end_reader, name_reader, withhold_address
from goldenthread.privacy.models import NamedReader, WithheldAddress
from goldenthread.privacy.queries import readers_of
from tests.factories.people import authority_of
from tests.factories.world import (
    TODAY,
    World,
    give_role,
    inside,
    make_account,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)
from tests.people.walking import pages_open_to

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS, POSTCODE = "19 Hidden Orchard", "QX7 7ZZ"
SECRETS = ("Hidden Orchard", "hidden orchard", "QX7 7ZZ", "QX77ZZ")
EVERY_ROLE = ["class_teacher", "teaching_assistant", "cover_teacher", "senco", "head", "governor", "data_manager",
              "authority_officer", "platform_administrator"]  # fmt: skip


def withheld(world: World, *readers: Account) -> Parent:
    """Amara's mother, whose address the SENCO has withheld, for these readers."""
    parent = make_parent(world.amara, world.school, "Ada Bello", world_ada(world))
    with inside(world.school):
        Parent.objects.filter(pk=parent.pk).update(address=ADDRESS, postcode=POSTCODE, phone="07700 900111")
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        withhold_address(
            by=senco, parent=parent, child=world.amara.pk, address=ADDRESS, postcode=POSTCODE, reason="Court order",
            readers=[reader.pk for reader in readers],
        )  # fmt: skip
    return parent


def world_ada(world: World) -> Account:
    return make_account("Ada Bello")


def page_of(world: World, parent: Parent) -> str:
    return f"/children/{world.amara.pk}/withheld/{parent.pk}/"


def test_withholding_takes_the_address_out_of_the_contact_and_keeps_it_for_the_named():
    world = World()
    parent = withheld(world, world.staff("head"))

    with inside(world.school):
        kept = Parent.objects.get(pk=parent.pk)
    with seen_by(viewer_of(world.staff("head"))):
        address = WithheldAddress.objects.get()
    assert (kept.address, kept.postcode, kept.address_withheld) == ("", "", True)
    assert (address.address, address.postcode, address.reason) == (ADDRESS, POSTCODE, "Court order")


def test_the_record_warns_and_says_what_stands_behind_the_link():
    world = World()
    parent = withheld(world, world.staff("head"))

    page = signed_in(world.staff("senco")).get(f"/children/{world.amara.pk}/").content.decode()

    assert f'href="{page_of(world, parent)}">Who may see it</a>' in page


def test_postgresql_shows_the_row_to_nobody_who_is_not_named():
    world = World()
    withheld(world, world.staff("head"))
    seen = {}
    for role in ("senco", "head", "data_manager", "authority_officer"):
        with seen_by(viewer_of(world.staff(role))):
            seen[role] = WithheldAddress.objects.count()

    assert seen == {"senco": 0, "head": 1, "data_manager": 0, "authority_officer": 0}


def test_the_words_lie_sealed_in_the_database_and_so_in_every_dump(raw_url):
    world = World()
    withheld(world, world.staff("head"))

    with psycopg.connect(raw_url("backup")) as backup:
        tables = [name for (name,) in backup.execute("SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")]  # fmt: skip
        everything = {
            table: str(backup.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t").fetchone()[0])
            for table in tables
        }

    assert "Bello" in everything["people_parent"]
    assert [table for table, rows in everything.items() for secret in SECRETS if secret in rows] == []


def test_rows_that_are_copied_in_are_sealed_too(raw_url):
    from goldenthread.database.copying import copy_rows
    from goldenthread.keys import new_key

    world = World()
    parent = make_parent(world.amara, world.school, "Ada Bello")
    head, key = world.staff("head"), new_key()
    fields = "id authority holder parent address postcode reason withheld_on withheld_by"
    with inside(world.school):
        copy_rows(
            WithheldAddress,
            fields,
            [(key, world.area.pk, world.school.pk, parent.pk, ADDRESS, POSTCODE, "r", TODAY, head.pk)],
        )
        NamedReader.objects.create(
            authority=world.area,
            holder=world.school,
            withheld_address_id=key,
            account=head,
            from_on=TODAY,
            named_by=head,
        )

    with psycopg.connect(raw_url("backup")) as backup:
        (stored,) = backup.execute("SELECT w::text FROM privacy_withheldaddress w").fetchone()
    with seen_by(viewer_of(head)):
        assert WithheldAddress.objects.get().address == ADDRESS
    assert ADDRESS not in stored


def test_a_named_person_gives_a_reason_and_the_look_is_logged_with_it():
    world = World()
    head = world.staff("head")
    parent = withheld(world, head)
    browser = signed_in(head)

    before = browser.get(page_of(world, parent)).content.decode()
    without_reason = browser.post(page_of(world, parent), {}).content.decode()
    shown = browser.post(page_of(world, parent), {"why": "visit"}).content.decode()
    after = browser.get(page_of(world, parent)).content.decode()

    assert [ADDRESS in page for page in (before, without_reason, shown, after)] == [False, False, True, False]
    with one_transaction(authority=world.area.pk, holders=[world.school.pk], person=head.pk):
        entry = Entry.objects.filter(detail__what="withheld address").get()
    assert (entry.action, entry.why, entry.children, entry.person_id) == (
        "view", "To visit them at home", [world.amara.pk], head.pk,
    )  # fmt: skip


@pytest.mark.parametrize("reason", [f"to go to {ADDRESS}", "they live in qx7 7zz"])
def test_a_reason_that_holds_the_address_is_refused_since_reasons_are_logged(reason):
    world = World()
    parent = withheld(world, world.staff("head"))

    page = (
        signed_in(world.staff("head")).post(page_of(world, parent), {"why": "other", "words": reason}).content.decode()
    )

    assert "Do not write the address itself" in page
    with one_transaction(authority=world.area.pk, holders=[world.school.pk]):
        assert not Entry.objects.filter(detail__what="withheld address").exists()


def test_the_senco_who_is_not_named_learns_who_is_but_not_the_address():
    world = World()
    parent = withheld(world, world.staff("head"))
    browser = signed_in(world.staff("senco"))

    page = browser.get(page_of(world, parent)).content.decode()
    tried = browser.post(page_of(world, parent), {"why": "visit"})

    assert "You are not named for this address" in page and "Head teacher" in page
    assert tried.status_code == 404


@pytest.mark.parametrize("role", ["class_teacher", "governor", "data_manager", "authority_officer", "parent"])
def test_to_all_others_the_page_does_not_exist(role):
    world = World()
    assert world.class_4b
    parent = withheld(world, world.staff("head"))
    account = parent.account if role == "parent" else world.staff(role)

    assert signed_in(account, role).get(page_of(world, parent)).status_code == 404


def test_naming_and_ending_readers_takes_effect_at_once():
    world = World()
    head, senco = world.staff("head"), world.staff("senco")
    parent = withheld(world, head)
    with seen_by(viewer_of(senco)) as viewer:
        (first,) = readers_of(viewer, parent.pk)
        name_reader(by=viewer, withheld=first.withheld_address, child=world.amara.pk, account=senco.pk)
    browser = signed_in(senco)
    named = browser.post(page_of(world, parent), {"why": "letter"})
    with seen_by(viewer_of(senco)) as viewer:
        mine = next(reader for reader in readers_of(viewer, parent.pk) if reader.account == senco.pk)
        end_reader(by=viewer, reader=mine.key, child=world.amara.pk)
    ended = browser.post(page_of(world, parent), {"why": "letter"})

    assert ADDRESS in named.content.decode()
    assert ended.status_code == 404


def test_whoever_is_named_is_not_offered_again_and_with_nobody_left_the_page_says_so():
    world = World()
    head, senco = world.staff("head"), world.staff("senco")
    parent = withheld(world, head)
    browser, address = signed_in(senco), f"{page_of(world, parent)}name/"

    offered = browser.get(address).content.decode()
    browser.post(address, {"account": str(senco.pk), "submission_key": "once"})
    nobody_left = browser.get(address).content.decode()

    assert [str(one.pk) in offered for one in (head, senco)] == [False, True]
    assert "is named already" in nobody_left
    assert "<form" not in nobody_left.split("<main")[1].split("</main>")[0]


def test_somebody_always_stays_named():
    world = World()
    parent = withheld(world, world.staff("head"))
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        (only,) = readers_of(senco, parent.pk)
        with pytest.raises(Refused, match="Name another person first"):
            end_reader(by=senco, reader=only.key, child=world.amara.pk)


@pytest.mark.parametrize("role", ["class_teacher", "data_manager", "governor"])
def test_only_staff_whose_role_may_see_such_addresses_can_be_named(role):
    world = World()
    with pytest.raises(Refused, match="Only staff of this setting"):
        withheld(world, world.staff(role))


def test_nobody_of_another_school_can_be_named():
    world = World()
    other = make_account("Other Head")
    give_role(other, "head", world.other_school)
    with pytest.raises(Refused, match="Only staff of this setting"):
        withheld(world, other)


def test_the_head_sees_but_does_not_withhold():
    world = World()
    parent = make_parent(world.amara, world.school, "Ada Bello")
    with seen_by(viewer_of(world.staff("head"))) as head, pytest.raises(NotFound):
        withhold_address(
            by=head, parent=parent, child=world.amara.pk, address=ADDRESS, postcode="", reason="", readers=[head.person]
        )


def test_an_ordinary_contact_cannot_take_a_withheld_address_back():
    world = World()
    parent = withheld(world, world.staff("head"))
    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(Refused, match="withheld"):
        change_contact(by=senco, parent=parent, values={"address": ADDRESS})


def test_after_a_move_the_newest_address_counts_and_the_old_readers_go():
    world = World()
    head, senco = world.staff("head"), world.staff("senco")
    parent = withheld(world, head)
    with seen_by(viewer_of(senco)) as viewer:
        withhold_address(
            by=viewer, parent=parent, child=world.amara.pk, address="2 New Place", postcode="", reason="Moved",
            readers=[senco.pk],
        )  # fmt: skip

    page = signed_in(senco).post(page_of(world, parent), {"why": "letter"}).content.decode()
    old_reader = signed_in(head).post(page_of(world, parent), {"why": "letter"})

    assert "2 New Place" in page and ADDRESS not in page
    assert old_reader.status_code == 404


def test_the_address_is_on_no_page_of_anyone_and_in_no_log(caplog):
    """Walks every address of the site as every role, named reader included, and greps all that comes back."""
    caplog.set_level(logging.DEBUG)
    world = World()
    assert world.class_4b
    named = world.staff("head")
    parent = withheld(world, named)
    other = make_parent(world.amara, world.school, "Craig Reid")
    young = make_young_person(world.amara, world.school)
    signed_in(named).post(page_of(world, parent), {"why": "visit"})
    with seen_by(viewer_of(named)):
        reader = NamedReader.objects.get()
        address = WithheldAddress.objects.get()
    things = {
        "child": world.amara, "parent": parent, "adult": authority_of(world.amara, parent, world), "reader": reader,
        "class_group": world.class_4b, "organisation": world.school,
    }  # fmt: skip
    people = {role: (world.staff(role), role) for role in EVERY_ROLE}
    people |= {
        "mother": (parent.account, "parent"),
        "father": (other.account, "parent"),
        "young": (young, "young_person"),
    }
    leaks, opened = [], 0
    for who, (account, role) in people.items():
        cache.clear()
        for path, text in pages_open_to(signed_in(account, role), **things):
            opened += "<h1" in text
            leaks += [(who, path, secret) for secret in SECRETS if secret in text]
    for path, text in pages_open_to(Client(), **things):
        leaks += [("nobody", path, secret) for secret in SECRETS if secret in text]

    assert address.address == ADDRESS  # it is there to leak
    assert opened > 100
    assert leaks == []
    assert [secret for secret in SECRETS if secret in caplog.text] == []


@pytest.mark.parametrize("path", ["/children/find/", "/register/find/", "/pupils/find/", "/register/"])
def test_no_search_finds_the_address(path):
    world = World()
    withheld(world, world.staff("head"))
    for role in ("senco", "head", "data_manager"):
        browser = signed_in(world.staff(role))
        for name in ("find", "q", "name", "search"):
            page = browser.get(path, {name: "Hidden Orchard"}).content.decode()
            without = browser.get(path, {name: "Nothing Such"}).content.decode()
            assert page.replace("Hidden Orchard", "").count("Amara") == without.replace("Nothing Such", "").count(
                "Amara"
            )


def test_two_worlds_that_differ_only_in_the_address_look_the_same_to_all_who_are_not_named():
    """Non-interference (bar A3): change only the secret, and compare whole pages."""
    import re

    def seen(address: str) -> dict[str, str]:
        world = World()
        parent = withheld(world, world.staff("head"))
        with seen_by(viewer_of(world.staff("senco"))) as senco:
            withhold_address(
                by=senco, parent=parent, child=world.amara.pk, address=address, postcode="", reason="r",
                readers=[world.staff("head").pk],
            )  # fmt: skip
        pages = {}
        for role in ("senco", "data_manager"):
            path = f"/children/{world.amara.pk}/adults/"
            pages[role] = signed_in(world.staff(role)).get(path).content.decode()
        marks = r"[0-9a-f]{8}-[0-9a-f-]{27}|csrfmiddlewaretoken\" value=\"[^\"]+|submission_key\" value=\"[^\"]+"
        return {role: re.sub(marks, "", page) for role, page in pages.items()}

    assert seen("1 A Row") == seen("A much longer address, 200 Other Street, Somewhere Else")
    assert TODAY
