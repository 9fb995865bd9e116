"""Copies in other forms: asked for by anybody, taken to their end by an officer, wiped when they are over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.sections.actions.copies import move_request
from goldenthread.local_offer.sections.copies import KEPT_FOR, wipe_old_requests
from goldenthread.local_offer.sections.models import (
    CopyRequest,
    CopyRequestEntry,
    SectionPage,
)
from goldenthread.local_offer.sections.publishing import show_page
from tests.factories.offer_pages import make_copy_request, make_page
from tests.factories.world import TODAY, give_role, inside, make_account, seen_by, signed_in
from tests.local_offer.test_reader_role import all_that_is_public

pytestmark = pytest.mark.django_db(transaction=True)


def asked(**more):
    return {
        "form": "large",
        "name": "Doris Whitlock",
        "send_to": "4 Plover Road",
        "notes": "",
        "page": "",
        "language": "",
    } | more


def test_anybody_asks_for_a_copy_and_an_officer_takes_it_to_its_end(world, office, officer):
    make_page(officer)
    browser = Client()

    sent = browser.post(reverse("offer_another_way"), asked(page="short-breaks"), follow=True).content.decode()
    with inside(world.area):
        request = CopyRequest.objects.get()
    page = office.get(reverse("office_copy", args=[request.pk])).content.decode()
    office.post(reverse("move_office_copy", args=[request.pk]), {"move": "make"})
    office.post(reverse("move_office_copy", args=[request.pk]), {"move": "send"})

    assert (request.reference in sent, "4 December 2026" in sent) == (True, True)
    assert [word in page for word in ("Doris Whitlock", "4 Plover Road", "large print", "Short breaks")] == [True] * 4
    with inside(world.area):
        request.refresh_from_db()
        moves = list(CopyRequestEntry.objects.values_list("move", "to_state"))
    assert (request.state, request.ended_on, moves) == ("sent", TODAY, [("make", "making"), ("send", "sent")])


def test_the_same_form_sent_twice_is_one_request(world):
    browser = Client()
    for _time in range(2):
        browser.post(reverse("offer_another_way"), asked(submission_key="one-form"))

    with inside(world.area):
        assert CopyRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"form": ""}, "Choose in which form you want it"), ({"name": ""}, "Enter your name"),
        ({"send_to": ""}, "Say where we shall send it"), ({"form": "language"}, "Choose which language"),
        ({"page": "no-such-page"}, "Select a valid choice"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_and_what_was_typed_stays(world, more, sentence):
    answer = Client().post(reverse("offer_another_way"), asked(notes="On yellow paper", **more)).content.decode()

    assert (sentence in answer or "Answer the question" in answer, "On yellow paper" in answer) == (True, True)
    with inside(world.area):
        assert not CopyRequest.objects.exists()


def test_after_many_requests_from_one_place_it_is_asked_to_wait(world, monkeypatch):
    monkeypatch.setattr("goldenthread.local_offer.sections.views.copies.LIMITS", {"copy": "1/h/ip"})
    browser = Client()
    browser.post(reverse("offer_another_way"), asked(submission_key="a"))

    second = browser.post(reverse("offer_another_way"), asked(submission_key="b"))

    assert (second.status_code, "Try again later" in second.content.decode()) == (429, True)


def test_who_asked_is_sealed_and_public_nowhere(world, raw_url):
    import psycopg

    make_copy_request(world.area)

    with psycopg.connect(raw_url("owner")) as owner:
        kept = str(owner.execute("SELECT * FROM local_offer_sections_copyrequest").fetchall())
    assert ("Bramblewick" in kept, "Withy" in kept, "Bramblewick" in all_that_is_public(raw_url)) == (
        False,
        False,
        False,
    )
    assert not CopyRequest.objects.exists()


def test_an_ended_request_cannot_be_moved_again(world, officer):
    request = make_copy_request(world.area)
    with seen_by(officer):
        move_request(by=officer, copy_request=request.pk, move="give_up", reason="No address")

    with seen_by(officer), pytest.raises(Refused):
        move_request(by=officer, copy_request=request.pk, move="send")


def test_names_and_addresses_are_wiped_three_months_after_the_end_and_not_before(world, officer):
    ended, waiting = make_copy_request(world.area, "a"), make_copy_request(world.area, "b")
    with seen_by(officer):
        sent = move_request(by=officer, copy_request=ended.pk, move="send")
    today = timezone.localdate()
    with inside(world.area):
        CopyRequest.objects.filter(pk=ended.pk).update(wipe_on=today + timedelta(days=1))
        early = wipe_old_requests(world.area.pk)
        CopyRequest.objects.filter(pk=ended.pk).update(wipe_on=today)
        wiped = wipe_old_requests(world.area.pk)
        ended.refresh_from_db()
        waiting.refresh_from_db()

    assert (sent.wipe_on, early, wiped) == (officer.today + KEPT_FOR, 0, 1)
    assert (ended.name, ended.send_to, ended.form, waiting.name) == ("", "", "braille", "Quentin Bramblewick")


def test_a_request_is_found_by_officers_of_its_own_area_only(world):
    request = make_copy_request(world.area)
    stranger = make_account("Strange Officer")
    give_role(stranger, "authority_officer", world.other_area)
    browser = signed_in(stranger)

    answers = [
        browser.get(reverse("office_copy", args=[request.pk])).status_code,
        browser.post(reverse("move_office_copy", args=[request.pk]), {"move": "send"}).status_code,
        browser.get(reverse("give_up_office_copy", args=[request.pk])).status_code,
    ]

    assert answers == [404, 404, 404]
    assert request.reference not in browser.get(reverse("office_copies")).content.decode()


def test_the_copy_of_a_page_says_its_owner_without_any_persons_name(world, officer, raw_url):
    make_page(officer)
    with inside(world.area):
        show_page(SectionPage.objects.get())

    assert officer.name not in all_that_is_public(raw_url)
