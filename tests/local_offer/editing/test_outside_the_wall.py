"""Whoever keeps a school's entry from outside stands outside the school's wall."""

from __future__ import annotations

import pytest
from django.db import connection

from goldenthread.access.permissions import Refused
from goldenthread.children.models import StatusEntry
from goldenthread.local_offer.editing.actions.claiming import grant_claim
from goldenthread.organisations.models import Kind
from goldenthread.people.actions.platform import Newcomer, give_role
from goldenthread.people.models import Assignment
from tests.factories.editing import SITE, invite, make_claim
from tests.factories.local_offer import make_provider, make_service
from tests.factories.world import TODAY, inside, make_account, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def statuses_seen():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM children_statusentry")
        return cursor.fetchone()[0]


def test_who_is_granted_a_schools_entry_sees_no_row_of_the_school(shop):
    school, amara = shop.world.school, shop.world.amara
    directory = make_provider(shop.area, "Hollow Oak Primary", body=school)
    entry = make_service(shop.area, directory, name="Hollow Oak Primary")
    claim = make_claim(shop.area, entry, proved=True, email="stranger@example.org")

    with seen_by(shop.officer):
        grant_claim(by=shop.officer, claim=claim.pk, organisation=None, reason="Rang them", site=SITE)

    with inside(shop.area):
        role = Assignment.objects.select_related("account", "holder").get(account__email="stranger@example.org")
        directory.refresh_from_db()
    with inside(school):
        there = StatusEntry.objects.filter(child=amara).count()
    with seen_by(viewer_of(role.account)):
        seen = statuses_seen()
    with seen_by(viewer_of(shop.world.staff("senco"))):
        seen_by_senco = statuses_seen()
    assert (there, seen, seen_by_senco) == (1, 0, 1)
    assert (role.holder.kind, role.holder_id != school.pk, directory.body_id) == (Kind.PROVIDER, True, school.pk)
    assert directory.keepers_id == role.holder_id


def test_an_officer_who_invites_for_a_school_gives_the_role_outside_it(shop):
    directory = make_provider(shop.area, "Hollow Oak Primary", body=shop.world.school)

    with seen_by(shop.officer):
        who = Newcomer("office@example.org", "Ola Office")
        role = invite(shop.officer, directory, who)

    assert role.holder.kind == Kind.PROVIDER


def test_nobody_gives_a_providers_role_at_a_school(shop):
    administrator, account = viewer_of(shop.world.staff("platform_administrator")), make_account("Sue Stranger")

    with seen_by(administrator), pytest.raises(Refused, match="at a provider only"):
        give_role(
            by=administrator, account=account, role="provider_owner", organisation=shop.world.school, from_on=TODAY
        )
