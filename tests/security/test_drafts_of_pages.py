"""A short form that is kept: what must never be in it, whom it is given back to, and when it is too old to stand."""

from __future__ import annotations

import re
from html import unescape
from importlib import import_module

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from goldenthread.database.acting import one_transaction
from goldenthread.keys import new_key
from goldenthread.people.models import Account, AuthorityToAct
from goldenthread.process.drafts import save_draft
from goldenthread.process.models import Draft
from tests.factories.people import PASSWORD, signed_in_family
from tests.factories.world import World, inside, signed_in

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


def test_where_a_family_lives_goes_into_no_draft():
    world = World()
    mother, senco = world.ada, world.staff("senco")
    with inside(world.school):
        held = AuthorityToAct.objects.get(child=world.amara)
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
