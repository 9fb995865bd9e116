"""Help never goes on without a target: not when its target is met at a review, and not when it is dropped."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.provision.actions import stop_dose
from goldenthread.provision.models import Dose
from goldenthread.sen_support.actions.cycles import Running
from goldenthread.sen_support.actions.plans import drop_target, share_dose
from goldenthread.sen_support.actions.reviews import Chosen, Meeting, Stood, hold_review
from goldenthread.sen_support.models import Cycle, DoseEffect, Review, Target, TargetDose
from goldenthread.sen_support.queries.plans import plan_of
from tests.factories.provision import make_dose
from tests.factories.sen_support import a_running_cycle, a_target, review_of, senco_of
from tests.factories.world import World, make_child, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def _meeting(by, targets, doses) -> Meeting:
    weeks = Running(by.today, 10, by.today + timedelta(weeks=11))
    return Meeting(by.today, targets, doses, "continue", "She reads on her own now.", next=weeks)


@pytest.mark.parametrize("choice", ["keep", "change"])
def test_help_is_not_kept_when_its_only_target_is_met(choice):
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    met = _meeting(senco, {target.pk: Stood("met", "61 words")}, {dose.pk: Chosen(choice, minutes=30)})

    review = review_of(senco, cycle)

    with seen_by(senco), pytest.raises(Refused, match="Every target that this help serves is met"):
        hold_review(by=senco, review=review.pk, meeting=met)

    with seen_by(senco):
        stands = (Review.objects.get(cycle=cycle).state, Cycle.objects.count(), Dose.objects.count())
    assert stands == ("planned", 1, 1)


def test_help_of_a_met_target_goes_on_toward_the_other_target_that_it_serves():
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    other, other_dose = a_target(senco, cycle, "Write a sentence")
    with seen_by(senco):
        share_dose(by=senco, target=other.pk, dose=dose.pk)
    stood = {target.pk: Stood("met", "61 words"), other.pk: Stood("not_yet", "Two words")}
    chosen = {dose.pk: Chosen("keep"), other_dose.pk: Chosen("stop", "Did nothing")}
    review = review_of(senco, cycle)

    with seen_by(senco):
        hold_review(by=senco, review=review.pk, meeting=_meeting(senco, stood, chosen))
        (carried,) = plan_of(senco, Cycle.objects.get(previous=cycle)).targets

    assert carried.target.words == "Write a sentence"
    assert [one.carried_from_id for one in carried.doses] == [dose.pk]


def test_the_page_of_a_review_says_beside_the_help_that_its_target_is_met():
    world = World()
    senco = senco_of(world)
    cycle, _target, dose = a_running_cycle(senco, world.amara)
    browser = signed_in(world.staff("senco"))
    address = reverse("hold_review", args=[review_of(senco, cycle).pk])
    page = browser.get(address).content.decode()
    form = _hidden(page) | _decided(senco.today, cycle.review_on) | {
        "target-1-result": "met", "target-1-value": "61", "target-1-shown_by": "Timed", f"dose-{dose.pk}-choice": "keep",
    }  # fmt: skip

    preview = browser.post(address, form | {"preview": "1"}).content.decode()
    refused = browser.post(address, form)
    sent = browser.post(address, form | {f"dose-{dose.pk}-choice": "stop"})

    assert f"“{dose.what}” would then have no target" in " ".join(preview.split())
    assert refused.content.decode().count("Every target that this help serves is met") == 2  # above, and beside it
    assert (refused.status_code, sent.status_code) == (200, 302)
    with seen_by(senco):
        assert Dose.objects.get(pk=dose.pk).stopped_on == senco.today


def _hidden(page: str) -> dict[str, str]:
    names = ("draft_mark", "submission_key", "started_from")
    return {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in names if f'"{name}"' in page}


def _decided(today, later) -> dict[str, str]:
    days = {"held_on": today, "starts_on": today, "review_on": later}
    parts = {
        f"{name}-{part}": str(getattr(day, part)) for name, day in days.items() for part in ("day", "month", "year")
    }
    return parts | {
        "child_how": "said", "child_audience": "everyone", "outcome": "continue", "reason": "It works", "weeks": "12",
    }  # fmt: skip


def test_a_target_is_not_dropped_while_nobody_says_what_becomes_of_its_help():
    world = World()
    senco = senco_of(world)
    _cycle, target, dose = a_running_cycle(senco, world.amara)

    with seen_by(senco), pytest.raises(Refused, match=f"Say what becomes of “{dose.what}”"):
        drop_target(by=senco, target=target.pk, because="It was the wrong one")

    with seen_by(senco):
        assert Target.objects.get(pk=target.pk).dropped_on is None


def test_help_of_a_dropped_target_stops_with_it_or_goes_on_toward_another():
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    second, second_dose = a_target(senco, cycle, "Write a sentence")
    third, _third_dose = a_target(senco, cycle, "Spell ten words")

    with seen_by(senco):
        drop_target(by=senco, target=target.pk, because="Too early", stop=True)
        drop_target(by=senco, target=second.pk, because="Part of spelling", toward=third.pk)
        (left,) = plan_of(senco, cycle).targets
        stopped = Dose.objects.get(pk=dose.pk)

    assert (stopped.stopped_on, stopped.stopped_because) == (senco.today, "Too early")
    assert [second_dose.pk in {one.pk for one in left.doses}, len(left.doses)] == [True, 2]


def test_help_goes_on_toward_a_target_of_the_same_plan_only():
    world = World()
    senco = senco_of(world)
    _cycle, target, _dose = a_running_cycle(senco, world.amara)
    _other_cycle, elsewhere, _other = a_running_cycle(senco, make_child(world.school, "Kofi Mensah"))

    for wrong in (elsewhere.pk, target.pk):
        with seen_by(senco), pytest.raises(NotFound):
            drop_target(by=senco, target=target.pk, because="Too early", toward=wrong)


def test_the_page_that_drops_a_target_asks_what_becomes_of_its_help():
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    other, _other_dose = a_target(senco, cycle, "Write a sentence")
    browser = signed_in(world.staff("senco"))
    address = reverse("drop_target", args=[target.pk])
    page = browser.get(address).content.decode()
    form = _hidden(page) | {"because": "Too early"}

    unsaid = browser.post(address, form)
    sent = browser.post(address, form | {"then": str(other.pk)})

    assert ("What becomes of the help" in page, dose.what in page, "Write a sentence" in page) == (True, True, True)
    assert (unsaid.status_code, sent.status_code) == (200, 302)
    with seen_by(senco):
        share = [dose.pk for dose in plan_of(senco, cycle).targets[0].doses]
    assert dose.pk in share


def test_the_page_does_not_ask_about_help_that_serves_another_target_as_well():
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    other, _other_dose = a_target(senco, cycle, "Write a sentence")
    with seen_by(senco):
        share_dose(by=senco, target=other.pk, dose=dose.pk)
    browser = signed_in(world.staff("senco"))
    address = reverse("drop_target", args=[target.pk])

    page = browser.get(address).content.decode()
    sent = browser.post(address, _hidden(page) | {"because": "Too early"})

    assert ("What becomes of the help" in page, sent.status_code) == (False, 302)
    with seen_by(senco):
        assert Dose.objects.get(pk=dose.pk).stopped_on is None


def test_what_was_decided_about_one_help_is_never_written_on_another_that_took_its_place():
    world = World()
    senco = senco_of(world)
    cycle, target, first = a_running_cycle(senco, world.amara)
    with seen_by(senco):
        second = make_dose(world.amara, world.school, what="Talking group")
        TargetDose.objects.create(
            authority_id=senco.authority, holder_id=senco.organisation, child=world.amara, target=target, dose=second
        )
    browser = signed_in(world.staff("senco"))
    address = reverse("hold_review", args=[review_of(senco, cycle).pk])
    said = _decided(senco.today, cycle.review_on) | {
        "target-1-result": "partly", "target-1-value": "44", "target-1-shown_by": "Timed",
        f"dose-{first.pk}-choice": "keep", f"dose-{first.pk}-effect": "She asks for the first",
        f"dose-{second.pk}-choice": "stop", f"dose-{second.pk}-effect": "The second did nothing",
    }  # fmt: skip
    form = _hidden(browser.get(address).content.decode()) | said
    with seen_by(senco):
        stop_dose(by=senco, dose=first.pk, on=senco.today, because="Moved away")

    told = browser.post(address, form)
    sent = browser.post(address, _hidden(told.content.decode()) | said)

    assert (told.status_code, sent.status_code) == (200, 302)
    with seen_by(senco):
        effects = list(DoseEffect.objects.values_list("dose_id", "choice", "effect"))
    assert effects == [(second.pk, "stop", "The second did nothing")]


def test_another_child_named_in_the_reason_for_dropping_a_target_is_asked_about():
    world = World()
    senco = senco_of(world)
    make_child(world.school, "Lena Costa")
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    other, _help = a_target(senco, cycle, "Write a sentence")
    browser = signed_in(world.staff("senco"))
    address = reverse("drop_target", args=[other.pk])
    form = _hidden(browser.get(address).content.decode())

    asked = browser.post(address, form | {"because": "Lena needs it more", "then": "stops"})

    assert "Another child is named here: Lena" in asked.content.decode()
    with seen_by(senco):
        assert Target.objects.get(pk=other.pk).dropped_on is None
