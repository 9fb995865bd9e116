"""A short form that is kept: what must never be in it, whom it is given back to, and when it is too old to stand."""

from __future__ import annotations

import re
from html import unescape
from importlib import import_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.database.acting import one_transaction
from goldenthread.keys import new_key
from goldenthread.people.actions.authority import end_authority, record_authority
from goldenthread.people.models import Account, AuthorityToAct
from goldenthread.process.drafts import save_draft
from goldenthread.process.models import Draft
from tests.factories.people import PASSWORD, signed_in_family
from tests.factories.world import TODAY, World, give_role, inside, make_child, seen_by, signed_in, viewer_of

from .forms_on_pages import forms_on

pytestmark = pytest.mark.django_db(transaction=True)


def _marks(page: str) -> dict[str, str]:
    """The hidden values by which a short form is kept, as the page carries them."""
    found = re.findall(r'<input type="hidden" name="(draft_mark|draft_title)" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in found}


def _begun(client: Client, address: str, typed: dict[str, str]) -> None:
    """Type into the page's form, and keep it without sending."""
    client.post("/drafts/save/", _marks(client.get(address).content.decode()) | typed)


def _drafts(person: Account) -> list[dict[str, list[str]]]:
    with one_transaction(authority=None, person=person.pk):
        return list(Draft.objects.values_list("fields", flat=True))


def authority_to_act(world: World) -> AuthorityToAct:
    """Of Amara's mother."""
    mother = world.ada
    with inside(world.school):
        return AuthorityToAct.objects.select_related("parent", "child").get(child=world.amara, parent__account=mother)


def _value(client: Client, address: str, field: str) -> object:
    """What the form's field shows, once the page is opened."""
    return client.get(address).context["form"][field].value()


def test_where_a_family_lives_goes_into_no_draft():
    world = World()
    mother, senco = world.ada, world.staff("senco")
    held = authority_to_act(world)
    own = signed_in_family(mother)
    own.post("/account/reauthenticate/", {"password": PASSWORD})
    forms = [
        (signed_in(senco), reverse("change_contact", args=[world.amara.pk, held.pk])),
        (own, reverse("change_own_contact", args=[held.parent_id])),
    ]

    opened = [client.get(address).status_code for client, address in forms]
    for client, address in forms:
        _begun(client, address, {"address": "19 Hidden Orchard", "phone": "07700 900111"})

    assert opened == [200, 200]
    assert (_drafts(senco), _drafts(mother)) == ([], [])


def test_addresses_that_were_kept_as_drafts_are_forgotten():
    """As they stood before: in drafts of the two forms of a family's contact, and in no other."""
    world = World()
    senco, child, key = world.staff("senco"), world.amara.pk, new_key()
    kept = [f"page:/children/{child}/adults/{key}/end/", f"concern/raise:{child}"]
    forgotten = [f"page:/children/{child}/adults/{key}/contact/", f"page:/account/contact/{key}/"]
    with one_transaction(authority=None, person=senco.pk):
        for form in kept + forgotten:
            save_draft(senco.pk, form, QueryDict("address=19 Hidden Orchard"))

        with connection.cursor() as cursor:
            cursor.execute(import_module("goldenthread.process.migrations.0003_no_addresses_in_drafts").FORGET)

        assert set(Draft.objects.values_list("form", flat=True)) == set(kept)


def _order_says_none(senco: Viewer, held: AuthorityToAct) -> None:
    record_authority(
        by=senco, child=held.child, parent=held.parent, relationship="mother", parental_responsibility=True,
        scope="none", evidence="Court order of 19 November", from_on=TODAY,
    )  # fmt: skip


def _ended(senco: Viewer, held: AuthorityToAct) -> None:
    end_authority(by=senco, authority=held, last_day=TODAY, because="Court order of 19 November")


@pytest.mark.parametrize(("since", "scope"), [(_order_says_none, "none"), (_ended, "")])
def test_what_was_begun_never_stands_over_an_authority_recorded_since(since, scope):
    world = World()
    held, client = authority_to_act(world), signed_in(world.staff("senco"))
    address = reverse("change_authority", args=[world.amara.pk, held.pk])
    _begun(client, address, {"scope": "full", "evidence": "Order of January seen"})
    filled = (_value(client, address, "scope"), _value(client, address, "evidence"))

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        since(senco, held)
    page = client.get(address).content.decode()

    assert filled == ("full", "Order of January seen")
    assert _value(client, address, "scope") == scope
    assert "Order of January seen" not in page and "It has not been sent" not in page
    assert "The record has changed since you began this form" in page and 'href="/drafts/">What you began<' in page
    assert "Order of January seen" in client.get("/drafts/").content.decode()


def test_what_a_parent_began_is_not_in_the_same_persons_form_at_work_nor_lost_there():
    world = World()
    person = world.ada
    give_role(person, "senco", world.school)
    home, work = signed_in(person, "parent"), signed_in(person, "senco")
    address = reverse("add_document", args=[world.amara.pk])
    _begun(home, address, {"title": "From our own doctor"})
    before = _value(work, address, "title")

    sent = work.post(address, {
        "title": "Report", "kind": "report", "audience": "everyone", "submission_key": "k",
        "file": SimpleUploadedFile("report.txt", b"Words"),
    })  # fmt: skip

    assert (before, sent.status_code) == (None, 302)
    assert _value(home, address, "title") == "From our own doctor"
    assert f'href="{address}"' in home.get("/drafts/").content.decode()


def test_what_was_begun_at_work_is_not_in_the_same_persons_form_as_a_parent():
    world = World()
    give_role(world.ada, "senco", world.school)
    home, work = signed_in(world.ada, "parent"), signed_in(world.ada, "senco")
    address = reverse("add_document", args=[world.amara.pk])

    _begun(work, address, {"title": "Strategy meeting"})

    assert (_value(home, address, "title"), _value(work, address, "title")) == (None, "Strategy meeting")


def test_a_form_begun_at_an_address_with_a_query_is_forgotten_once_it_was_sent_from_there():
    world = World()
    held, senco = authority_to_act(world), world.staff("senco")
    brother, client = make_child(world.school, "Tobi Bello"), signed_in(senco)
    address = reverse("share_adult", args=[brother.pk]) + f"?parent={held.parent_id}"
    typed = {
        "relationship": "mother",
        "parental_responsibility": "yes",
        "scope": "full",
        "evidence": "Certificate seen",
    }
    _begun(client, address, typed)
    form = next(one for one in forms_on(client.get(address).content.decode()) if one.mark)
    days = {"from_on-day": "20", "from_on-month": "11", "from_on-year": "2026"}
    before = len(_drafts(senco))

    sent = client.post(
        form.action or address,
        typed | days | {"parent": str(held.parent_id), "contact_order": "1", "submission_key": "k"},
    )

    assert (before, sent.status_code) == (1, 302)
    assert _drafts(senco) == []


def test_an_end_of_authority_that_was_begun_says_whose():
    world = World()
    held, client = authority_to_act(world), signed_in(world.staff("senco"))

    _begun(client, reverse("end_authority", args=[world.amara.pk, held.pk]), {"because": "A court order of May"})

    assert "End the authority of Ada Bello" in client.get("/drafts/").content.decode()
