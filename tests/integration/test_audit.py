"""The log remembers every change and every view, cannot be edited, and shows when somebody tried."""

from __future__ import annotations

import time

import psycopg
import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from goldenthread.access.rules import UnloggedView, needs
from goldenthread.audit.chain import broken_seals, seal
from goldenthread.audit.log import record, viewed
from goldenthread.audit.models import Entry, Seal
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.database.acting import one_transaction
from tests.factories.world import World, make_child, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def _seal_until(area, wanted):
    """Seal until so many entries are covered: work in other databases of the cluster can hold a seal back."""
    for _try in range(300):
        with one_transaction(authority=area.pk):
            seal(area.pk)
            if sum(Seal.objects.filter(authority_id=area.pk).values_list("entries", flat=True)) == wanted:
                return
        time.sleep(0.1)
    pytest.fail("The entries were not sealed within half a minute.")


def _sealed_world(raw_url):
    world = World()
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        for state in ("raised", "looking", "decided"):
            record(senco, "concern.moved", world.amara, child=world.amara.pk, to=state)
    _seal_until(world.area, 3)
    return world


def test_the_application_role_cannot_change_or_remove_an_entry(raw_url):
    world = _sealed_world(raw_url)
    this_month = f"audit_entry_{timezone.now():%Y_%m}"

    for statement in (
        "UPDATE audit_entry SET why = 'x'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        f"DELETE FROM {this_month}",
        f"SELECT * FROM {this_month}",
        "DELETE FROM audit_seal",
        "UPDATE audit_seal SET digest = ''",
    ):
        with psycopg.connect(raw_url("app")) as raw, pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.execute(statement)
    assert world


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_entry SET detail = '{}' WHERE detail->>'to' = 'looking'",
        "DELETE FROM audit_entry WHERE detail->>'to' = 'decided'",
        "UPDATE audit_entry SET at = at + interval '1 second' WHERE detail->>'to' = 'raised'",
    ],
)
def test_a_change_behind_the_applications_back_breaks_the_chain(raw_url, tampering):
    world = _sealed_world(raw_url)
    with one_transaction(authority=world.area.pk):
        assert broken_seals(world.area.pk) == []

    with psycopg.connect(raw_url("owner")) as owner:
        owner.execute(tampering)

    with one_transaction(authority=world.area.pk):
        assert broken_seals(world.area.pk) != []


def test_an_entry_of_an_unfinished_transaction_is_sealed_later_and_not_lost(raw_url):
    world = World()
    values = "gen_random_uuid(), now(), %s, '', 'slow', '', '{}', '', '{}', ''"
    columns = "id, at, authority_id, role, action, thing_type, children, why, detail, reference"
    with psycopg.connect(raw_url("app")) as slow:
        slow.execute("SELECT set_config('app.authority', %s, true)", [str(world.area.pk)])
        slow.execute(f"INSERT INTO audit_entry ({columns}) VALUES ({values})", [world.area.pk])
        with one_transaction(authority=world.area.pk):
            assert seal(world.area.pk) is None
        slow.commit()

    _seal_until(world.area, 1)
    with one_transaction(authority=world.area.pk):
        assert broken_seals(world.area.pk) == []


def test_the_log_of_another_area_is_not_there():
    world = World()
    elsewhere = World(area=world.other_area)
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        record(senco, "concern.moved", world.amara, child=world.amara.pk)

    with seen_by(viewer_of(elsewhere.staff("senco"))):
        assert Entry.objects.count() == 0


def _request(viewer):
    request = RequestFactory().get("/")
    request.user = type("SignedIn", (), {"is_authenticated": True})()
    request.viewer, request.views_seen = viewer, []
    return request


def test_a_page_that_shows_a_child_and_logs_no_view_is_refused():
    world = World()
    forgetful = needs(CHILD_VIEW)(lambda request: HttpResponse("Amara"))

    with pytest.raises(UnloggedView):
        forgetful(_request(viewer_of(world.staff("senco"))))


def test_a_page_that_says_whom_it_showed_is_let_through():
    world = World()

    def careful(request):
        viewed(request, "record", [world.amara.pk])
        return HttpResponse("Amara")

    assert needs(CHILD_VIEW)(careful)(_request(viewer_of(world.staff("senco")))).content == b"Amara"


def test_two_settings_have_two_chains_of_log_in_one_area():
    world = World()
    other = make_child(world.other_school, "Lena Costa")
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        record(senco, "a.b", world.amara, child=world.amara.pk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM audit_entry WHERE children @> ARRAY[%s]", [other.pk])
            assert cursor.fetchone() == (0,)
