"""A younger child's sitting: one child, one device, nothing else, sixty minutes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from goldenthread.sen_support.models import Contribution, SupervisedSession
from tests.factories.sen_support import mother_of, senco_of
from tests.factories.world import World, make_child, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

SAID = {"words": "I like the big books", "how": "said", "family": "no"}


def _begun(world: World):
    browser = signed_in(world.staff("senco"))
    address = reverse("supervised_views", args=[world.amara.pk])
    browser.post(address, {"helped_by": "Miss Okoro", "ready": "on"})
    return browser


def test_a_childs_words_are_kept_with_who_sat_with_them_and_who_helped():
    world = World()
    browser = _begun(world)

    browser.post(reverse("my_view_good"), SAID)
    browser.post(reverse("finish_my_views"))

    with seen_by(senco_of(world)):
        (kept,) = Contribution.objects.all()
        session = SupervisedSession.objects.get()
    assert (kept.voice, kept.words, kept.how, kept.said_by, kept.question) == (
        "child", "I like the big books", "said", "Amara", "going_well",
    )  # fmt: skip
    assert (kept.helped_by, kept.recorded_by_id, kept.audience) == (
        "Miss Okoro", world.staff("senco").pk, "not_parents",
    )  # fmt: skip
    assert (kept.session_id, session.ended_at is not None) == (session.pk, True)
    with seen_by(mother_of(world)):
        assert Contribution.objects.count() == 0


def test_the_device_reaches_nothing_but_the_sitting():
    world = World()
    browser = _begun(world)
    inside = browser.get(reverse("my_views"))
    others = [
        reverse("register"), reverse("reviews"), reverse("assessment", args=[world.amara.pk]),
        reverse("my_child_page", args=[world.amara.pk]), reverse("worries"),
    ]  # fmt: skip

    answers = {browser.get(page).headers.get("Location", "")[:15] for page in others}

    assert inside.status_code == 200
    assert "Amara" in inside.content.decode()
    assert "Bello" not in inside.content.decode()
    assert answers == {"/account/login/"}


@pytest.mark.parametrize(("minutes", "kept"), [(59, 1), (60, 0)])
def test_the_sitting_ends_by_itself_after_an_hour(minutes, kept):
    world = World()
    browser = _begun(world)
    with seen_by(senco_of(world)):
        session = SupervisedSession.objects.get()
        session.started_at -= timedelta(minutes=minutes)
        session.ends_at -= timedelta(minutes=minutes)
        session.save()

    browser.post(reverse("my_view_good"), SAID)

    with seen_by(senco_of(world)):
        assert Contribution.objects.count() == kept


def test_a_finished_sitting_takes_no_more_words_and_another_device_none_at_all():
    world = World()
    browser = _begun(world)
    browser.post(reverse("finish_my_views"))

    browser.post(reverse("my_view_good"), SAID)
    type(browser)().post(reverse("my_view_good"), SAID)

    with seen_by(senco_of(world)):
        assert Contribution.objects.count() == 0


def test_a_young_person_is_not_supervised():
    world = World()
    jordan = make_child(world.school, "Jordan Vale", date(2010, 3, 2))
    browser = signed_in(world.staff("senco"))

    answer = browser.post(reverse("supervised_views", args=[jordan.pk]), {"helped_by": "", "ready": "on"})

    assert answer.status_code == 409
    assert "holds their own rights now" in answer.content.decode()
    with seen_by(senco_of(world)):
        assert SupervisedSession.objects.count() == 0


def _opened_then_sent(browser, minutes_open: int, minutes_sent: int):
    """A question opened and sent so many minutes after the sitting began."""
    began, address = timezone.now(), reverse("my_view_good")
    with time_machine.travel(began + timedelta(minutes=minutes_open)):
        mark = browser.get(address).context.get("began", "")
    with time_machine.travel(began + timedelta(minutes=minutes_sent)):
        return browser.post(address, SAID | {"began": mark}, follow=True)


@pytest.mark.parametrize(
    ("opened", "sent", "kept"),
    [(59, 61, ["I like the big books"]), (59, 89, ["I like the big books"]), (59, 91, []), (61, 62, [])],
)
def test_words_begun_before_the_hour_is_over_are_kept_for_another_half_hour(opened, sent, kept):
    world = World()
    browser = _begun(world)

    _opened_then_sent(browser, opened, sent)

    with seen_by(senco_of(world)):
        assert list(Contribution.objects.values_list("words", flat=True)) == kept


def test_a_made_up_beginning_is_not_believed():
    world = World()
    browser = _begun(world)
    forged = signing.dumps(["of-another-sitting", timezone.now().isoformat()], salt="supervised_views")

    for mark in (forged, "x", ""):
        with time_machine.travel(timezone.now() + timedelta(minutes=61)):
            browser.post(reverse("my_view_good"), SAID | {"began": mark})

    with seen_by(senco_of(world)):
        assert Contribution.objects.count() == 0


def test_words_that_come_too_late_are_shown_so_that_a_grown_up_can_write_them_down():
    world = World()
    browser = _begun(world)

    answer = _opened_then_sent(browser, 59, 91)

    page = answer.content.decode()
    assert "I like the big books" in page
    assert "Show it to a grown-up" in page
