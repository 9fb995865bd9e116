"""Reminders: before the day, on it, and each month after, once each; and Today asks for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from goldenthread.local_offer.school_information.queries import asked_to_write
from goldenthread.local_offer.school_information.reminders import remind, stage_of
from goldenthread.people.models import AccountMail
from goldenthread.people.post import opened
from tests.factories.local_offer import make_offer
from tests.factories.school_information import governor, head, published, senco, sent
from tests.factories.world import World, inside, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
DUE = date(2026, 11, 20)


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    for role in ("senco", "head", "governor"):
        found.staff(role)
    published(senco(found, date(2025, 11, 20)), head(found, date(2025, 11, 20)))
    AccountMail.objects.all().delete()
    return found


@pytest.mark.parametrize(("days", "stage"), [(-31, None), (-30, 0), (-1, 0), (0, 1), (29, 1), (30, 2), (365, 13)])
def test_the_stage_follows_from_the_day_alone(days, stage):
    assert stage_of(DUE, DUE + timedelta(days=days)) == stage


def test_each_stage_is_told_once_to_those_who_write_it_and_says_nothing_of_what(world):
    with inside(world.area):
        told = [remind(world.area.pk, DUE + timedelta(days=days)) for days in (-31, -30, -29, 0, 1, 30)]

    mails = [opened(mail) for mail in AccountMail.objects.all()]
    assert told == [0, 1, 0, 1, 0, 1]
    assert sorted({to for to, _subject, _body in mails}) == sorted(
        [world.staff("senco").email, world.staff("head").email]
    )
    assert len(mails) == 6
    assert all("Hollow" not in subject + body for _to, subject, body in mails)


def test_sending_tells_those_who_may_approve_and_not_the_sender(world):
    with inside(world.area):
        AccountMail.objects.all().delete()

    sent(head(world))

    assert [opened(mail)[0] for mail in AccountMail.objects.all()] == [world.staff("governor").email]


def test_today_asks_for_it_when_it_is_due_soon_and_only_those_who_write_it(world):
    with seen_by(senco(world, DUE - timedelta(days=31))) as by:
        early = list(asked_to_write(by))
    with seen_by(senco(world, DUE - timedelta(days=30))) as by:
        soon = list(asked_to_write(by))
    with seen_by(governor(world, DUE)) as by:
        others = list(asked_to_write(by))

    assert early == [] and others == []
    assert [one.due_on for one in soon] == [DUE]


def test_todays_page_leads_the_senco_to_the_report(world):
    page = signed_in(world.staff("senco")).get(reverse("today")).content.decode()

    assert "Look at the SEN information report again" in page
    assert reverse("information_report") in page
