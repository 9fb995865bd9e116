"""Permission code that raises, or that asks in vain, means no (bar A13)."""

from __future__ import annotations

import pytest
from django.db import transaction

from goldenthread.access import scopes
from goldenthread.access.permissions import NotFound
from goldenthread.access.scopes import reach_one
from goldenthread.children.models import Child
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.people import middleware
from tests.access.asking import browser
from tests.factories.world import World, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def _breaks(*_given, **_more):
    raise RuntimeError("Amara Bello")


@pytest.mark.parametrize(
    ("where", "what"),
    [(middleware, "hats_of"), (middleware, "become"), (middleware, "second_factor_missing"), (middleware, "has_run_out"),
     (middleware, "write_views")],
)  # fmt: skip
def test_when_a_step_of_finding_out_who_asks_breaks_nothing_is_shown(where, what, monkeypatch):
    world = World()
    assert world.amara
    client = browser(world.staff("senco"), "senco")
    before = client.get(f"/children/{world.amara.pk}/").status_code
    monkeypatch.setattr(where, what, _breaks)

    answer = client.get(f"/children/{world.amara.pk}/")

    assert (before, answer.status_code) == (200, 500)
    assert "Amara" not in answer.content.decode()


def test_when_a_scope_breaks_nothing_is_shown(monkeypatch):
    world = World()
    client = browser(world.staff("senco"), "senco")
    address = f"/children/{world.amara.pk}/"
    monkeypatch.setitem(scopes._SCOPES, "children.Child", _breaks)

    answer = client.get(address)

    assert answer.status_code == 500
    assert "Amara" not in answer.content.decode()


def test_a_model_without_a_scope_is_an_error_and_not_everything(monkeypatch):
    world = World()
    assert world.amara
    monkeypatch.delitem(scopes._SCOPES, "children.Child")

    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(KeyError):
        reach_one(senco, Child.objects.all(), CHILD_VIEW, world.amara.pk)


def test_a_view_that_asks_outside_the_viewers_settings_finds_nothing():
    world = World()
    viewer = viewer_of(world.staff("senco"))
    key = world.amara.pk

    with transaction.atomic(), pytest.raises(NotFound):
        reach_one(viewer, Child.objects.all(), CHILD_VIEW, key)


def test_when_the_look_cannot_be_written_down_the_page_is_not_shown(raw_url):
    import psycopg

    world = World()
    client = browser(world.staff("senco"), "senco")
    address = f"/children/{world.amara.pk}/"
    with psycopg.connect(raw_url("owner"), autocommit=True) as owner:
        owner.execute("REVOKE INSERT ON audit_entry FROM goldenthread_app")
        try:
            answer = client.get(address)
        finally:
            owner.execute("GRANT INSERT ON audit_entry TO goldenthread_app")

    assert answer.status_code == 500
    assert "Amara" not in answer.content.decode()


def test_when_even_the_page_for_faults_breaks_there_is_a_reference_and_no_data(monkeypatch):
    world = World()
    client = browser(world.staff("senco"), "senco")
    monkeypatch.setattr(middleware, "hats_of", _breaks)
    monkeypatch.setattr("goldenthread.pages.errors.render_to_string", _breaks)

    answer = client.get(f"/children/{world.amara.pk}/")

    assert answer.status_code == 500
    assert answer.headers["X-Reference"] in answer.content.decode()
    assert "Amara" not in answer.content.decode()
