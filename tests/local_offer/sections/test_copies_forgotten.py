"""Who asked for a copy: forgotten on a day that is set from the start, and not looked at unnoticed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from goldenthread.access.permissions import Refused
from goldenthread.audit.models import Entry
from goldenthread.local_offer.sections.actions.copies import move_request
from goldenthread.local_offer.sections.copies import KEPT_OPEN, wipe_old_requests
from goldenthread.local_offer.sections.models import CopyRequest
from tests.factories.offer_pages import make_copy_request
from tests.factories.world import inside, seen_by

pytestmark = pytest.mark.django_db(transaction=True)


def wiped(world) -> int:
    with inside(world.area):
        return wipe_old_requests(world.area.pk)


def stands(world, request: CopyRequest, **facts) -> CopyRequest:
    with inside(world.area):
        CopyRequest.objects.filter(pk=request.pk).update(**facts)
        return CopyRequest.objects.get(pk=request.pk)


def test_a_request_that_never_ends_is_forgotten_half_a_year_after_it_was_made(world):
    request = make_copy_request(world.area)
    today = timezone.localdate()
    assert request.wipe_on == request.asked_on + KEPT_OPEN
    stands(world, request, wipe_on=today + timedelta(days=1))
    early = wiped(world)
    stands(world, request, wipe_on=today)

    assert (early, wiped(world)) == (0, 1)
    found = stands(world, request)
    assert (found.name, found.send_to, found.notes, found.state, found.wiped_on) == ("", "", "", "received", today)


def test_each_wiping_stands_in_the_log_and_is_done_once(world):
    request = stands(world, make_copy_request(world.area), wipe_on=timezone.localdate())
    wiped(world)
    wiped(world)

    with inside(world.area):
        found = Entry.objects.filter(thing_id=request.pk, action="copy_request.wiped")
        assert [(one.reference, one.detail) for one in found] == [("job", {"state": "received"})]


def test_what_was_forgotten_can_only_be_given_up(world, officer, office):
    request = stands(world, make_copy_request(world.area), wipe_on=timezone.localdate())
    wiped(world)
    page = office.get(reverse("office_copy", args=[request.pk])).content.decode()

    assert ("It was sent" in page, "It cannot be sent" in page) == (False, True)
    assert "Nobody knows any more where this was to go." in page
    with seen_by(officer), pytest.raises(Refused, match="Nobody knows"):
        move_request(by=officer, copy_request=request.pk, move="send")
    with seen_by(officer):
        assert move_request(by=officer, copy_request=request.pk, move="give_up", reason="Too late").state == "not_sent"


def test_the_page_says_on_which_day_name_and_address_go(world, office):
    from goldenthread.design_system.components.words import date

    request = make_copy_request(world.area)

    page = office.get(reverse("office_copy", args=[request.pk])).content.decode()

    assert str(date(request.wipe_on)) in page
    assert "180 days after it was asked for, or 90 days after the end." in page


def test_opening_a_request_is_noted_and_the_list_is_not(world, office):
    request = make_copy_request(world.area)
    office.get(reverse("office_copies"))
    office.get(reverse("office_copy", args=[request.pk]))

    with inside(world.area):
        views = Entry.objects.filter(action="view")
        assert [(one.thing_id, one.detail, one.person_id) for one in views] == [
            (request.pk, {"what": "who asked for a copy"}, world.staff("authority_officer").pk)
        ]
