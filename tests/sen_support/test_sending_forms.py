"""Forms: sent fifty times with one effect, kept when the session dies, and a late saver told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta

import pytest
from django.db import connections
from django.urls import reverse

from goldenthread.process.models import Draft
from goldenthread.provision.models import Dose
from goldenthread.sen_support.actions.cycles import particulars_of
from goldenthread.sen_support.actions.plans import Aim, change_dose_of, change_target
from goldenthread.sen_support.actions.reviews import Invited, arrange_review
from goldenthread.sen_support.models import Concern, Contribution, Review, Target
from tests.factories.sen_support import a_running_cycle, a_target, a_worry, mother_of, review_of, senco_of
from tests.factories.world import World, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def hidden(page: str, name: str) -> str:
    return page.split(f'name="{name}" value="')[1].split('"')[0]


def _worry_form(browser, address: str) -> dict[str, str]:
    page = browser.get(address).content.decode()
    return {name: hidden(page, name) for name in ("draft_mark", "submission_key")} | {
        "words": "She hides her book.", "audience": "author",
    }  # fmt: skip


def test_fifty_parallel_copies_of_one_worry_make_one_worry_and_one_answer():
    world = World()
    browser = signed_in(world.ada)
    address = reverse("raise_my_worry", args=[world.amara.pk])
    form = _worry_form(browser, address)
    cookies = browser.cookies

    def send(_number: int) -> str:
        copy = type(browser)()
        copy.cookies = cookies
        try:
            return copy.post(address, form).headers["Location"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=10) as pool:
        answers = set(pool.map(send, range(50)))

    with seen_by(mother_of(world)):
        (worry,) = Concern.objects.all()
    assert answers == {reverse("my_worry", args=[world.amara.pk, worry.pk])}


def test_a_worry_typed_before_the_session_died_is_back_on_another_device_and_for_nobody_else():
    world = World()
    address = reverse("raise_my_worry", args=[world.amara.pk])
    dying = signed_in(world.ada)
    form = _worry_form(dying, address)
    dying.logout()

    lost = dying.post(address, form | {"words": "She cries before school."})
    again = signed_in(world.ada).get(address).content.decode()
    other = signed_in(world.staff("senco")).get(reverse("raise_worry", args=[world.amara.pk])).content.decode()

    assert lost.status_code == 302
    assert "She cries before school." in again
    assert "She cries before school." not in other
    with seen_by(mother_of(world)):
        assert Concern.objects.count() == 0


def test_saving_for_later_sends_nothing_and_a_sent_form_leaves_no_draft():
    world = World()
    address = reverse("raise_my_worry", args=[world.amara.pk])
    browser = signed_in(world.ada)
    form = _worry_form(browser, address)

    browser.post(address, form | {"save": "draft"})
    with seen_by(mother_of(world)):
        kept = (Concern.objects.count(), Draft.objects.count())
    browser.post(address, form)
    with seen_by(mother_of(world)):
        sent = (Concern.objects.count(), Draft.objects.count())

    assert (kept, sent) == ((0, 1), (1, 0))


def test_a_late_saver_of_a_target_sees_what_was_saved_before_and_loses_nothing():
    world = World()
    senco = senco_of(world)
    _cycle, target, _dose = a_running_cycle(senco, world.amara)
    browser = signed_in(world.staff("senco"))
    address = reverse("edit_target", args=[target.pk])
    page = browser.get(address).content.decode()
    mine = _target_form(page, target, "Read a whole page aloud")
    aim = Aim("Read 70 words", target.measure_id, 30.0, target.baseline_on, 70.0, target.by_on, owner=senco.person)
    with seen_by(senco):
        change_target(by=senco, target=target.pk, aim=aim)

    told = browser.post(address, mine).content.decode()
    again = browser.post(address, mine | {name: hidden(told, name) for name in HIDDEN})

    assert "Somebody else saved this while you were writing" in told
    assert "Read 70 words" in told
    assert "Read a whole page aloud" in told
    assert again.status_code == 302
    with seen_by(senco):
        assert Target.objects.get(pk=target.pk).words == "Read a whole page aloud"


def test_a_late_saver_of_help_sees_what_was_saved_before_and_loses_nothing():
    world = World()
    senco = senco_of(world)
    _cycle, target, dose = a_running_cycle(senco, world.amara)
    browser = signed_in(world.staff("senco"))
    address = reverse("edit_dose", args=[target.pk, dose.pk])
    mine = _dose_form(browser.get(address).content.decode(), dose) | {"place": "Oak room"}
    said = particulars_of(dose)
    said.minutes = 35
    with seen_by(senco):
        change_dose_of(by=senco, target=target.pk, dose=dose.pk, particulars=said)

    told = browser.post(address, mine).content.decode()
    with seen_by(senco):
        kept = Dose.objects.get(pk=dose.pk)
    again = browser.post(address, mine | {name: hidden(told, name) for name in HIDDEN})

    banner = told.split("Somebody else saved this while you were writing")[1].split("<form")[0]
    assert ("35" in banner, "Library" in banner, 'value="Oak room"' in told) == (True, True, True)
    assert (kept.minutes, kept.place) == (35, "Library")
    assert again.status_code == 302
    with seen_by(senco):
        assert Dose.objects.get(pk=dose.pk).place == "Oak room"


def test_a_late_saver_of_a_meeting_sees_what_was_arranged_before_and_loses_nothing():
    world = World()
    senco = senco_of(world)
    assert world.ada
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    review = review_of(senco, cycle)
    browser = signed_in(world.staff("senco"))
    address = reverse("arrange_review", args=[review.pk])
    names = ("submission_key", "started_from")
    page = browser.get(address).content.decode()
    day = senco.today + timedelta(weeks=10)
    mine = {name: hidden(page, name) for name in names} | {
        "meets_on-day": str(day.day), "meets_on-month": str(day.month), "meets_on-year": str(day.year),
        "at": "09:00", "place": "Room 9", "invited": ["0"], "others": "",
    }  # fmt: skip
    theirs = Invited("Dr Ruth Amadi", "educational psychologist")
    with seen_by(senco):
        arrange_review(by=senco, review=review.pk, meets_on=day, at=time(15, 30), place="Hall", invited=[theirs])

    told = browser.post(address, mine).content.decode()
    kept = review_of(senco, cycle)
    again = browser.post(address, mine | {name: hidden(told, name) for name in names})

    banner = told.split("Somebody else saved this while you were writing")[1].split("<form")[0]
    assert ["15:30" in banner, "Hall" in banner, "Dr Ruth Amadi" in banner] == [True, True, True]
    assert ('value="Room 9"' in told, kept.place, again.status_code) == (True, "Hall", 302)
    assert review_of(senco, cycle).place == "Room 9"


def _dose_form(page: str, dose: Dose) -> dict[str, str]:
    """The form of timed help as the page holds it, to be sent with something changed."""
    form = {name: hidden(page, name) for name in HIDDEN}
    for name in ("from_on", "until_on"):
        day = getattr(dose, name)
        form |= {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}
    same = ("what", "who", "expertise", "minutes", "times", "per", "group_size", "place")
    return form | {name: str(getattr(dose, name)) for name in same} | {"intervention": "", "deliverer": ""}


HIDDEN = ("draft_mark", "submission_key", "started_from")


def _target_form(page: str, target: Target, words: str) -> dict[str, str]:
    form = {name: hidden(page, name) for name in HIDDEN}
    for name in ("baseline_on", "by_on"):
        day = getattr(target, name)
        form |= {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}
    owner = page.split('name="owner"')[1].split("</select>")[0].split('value="')[2].split('"')[0]
    values = {"words": words, "measure": str(target.measure_id), "baseline": "30", "target_value": "60"}
    return form | values | {"owner": owner, "area": ""}


def test_a_whole_review_is_held_from_one_form_and_the_family_reads_the_same_page():
    world = World()
    senco = senco_of(world)
    assert world.ada
    cycle, target, dose = a_running_cycle(senco, world.amara)
    review = review_of(senco, cycle)
    browser = signed_in(world.staff("senco"))
    address = reverse("hold_review", args=[review.pk])
    page = browser.get(address).content.decode()
    today, later = senco.today, cycle.review_on
    form = {name: hidden(page, name) for name in HIDDEN} | {
        "target-1-result": "partly", "target-1-value": "44", "target-1-shown_by": "Timed reading",
        f"dose-{dose.pk}-choice": "change", f"dose-{dose.pk}-minutes": "25",
        f"dose-{dose.pk}-effect": "She asks for more",
        "held_on-day": str(today.day), "held_on-month": str(today.month), "held_on-year": str(today.year),
        "came": ["1"], "child_said": "I read to the cat", "child_how": "said", "child_audience": "everyone",
        "parent_said": "She reads at home now", "parent_name": "Ada Bello", "teacher_said": "", "teacher_name": "",
        "outcome": "change", "reason": "Longer sessions", "weeks": "12",
        "starts_on-day": str(today.day), "starts_on-month": str(today.month), "starts_on-year": str(today.year),
        "review_on-day": str(later.day), "review_on-month": str(later.month), "review_on-year": str(later.year),
    }  # fmt: skip

    preview = browser.post(address, form | {"preview": "1"}).content.decode()
    unfinished = browser.post(address, form | {"reason": ""}).content.decode()
    sent = browser.post(address, form)
    family = signed_in(world.ada).get(reverse("my_review", args=[world.amara.pk, review.pk])).content.decode()

    assert "Small-group reading, changed: 25 minutes, 3 times" in preview
    assert "Give the reason. The family will read it" in unfinished
    assert sent.status_code == 302
    with seen_by(senco):
        assert Review.objects.get(pk=review.pk).state == "held"
    for said in ("I read to the cat", "She reads at home now", "Longer sessions", "Timed reading", "She asks for more"):
        assert said in family


def test_a_parents_answer_to_a_plan_is_theirs_to_take_back():
    world = World()
    senco, mother = senco_of(world), mother_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    browser = signed_in(world.ada)
    address = reverse("answer_my_plan", args=[world.amara.pk, cycle.pk])

    for said in ("agreed", "withdrawn"):
        page = browser.get(address).content.decode()
        form = {name: hidden(page, name) for name in ("draft_mark", "submission_key")}
        browser.post(address, form | {"answer": said, "words": ""})

    with seen_by(mother):
        from goldenthread.sen_support.models import Agreement

        rows = list(Agreement.objects.order_by("at").values_list("purpose", "answer", "party_name"))
    assert rows == [("plan", "agreed", "Ada Bello"), ("plan", "withdrawn", "Ada Bello")]


def test_who_answers_about_a_plan_has_its_targets_and_help_before_them_as_they_stand_when_it_is_sent():
    world = World()
    senco = senco_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    browser = signed_in(world.ada)
    address = reverse("answer_my_plan", args=[world.amara.pk, cycle.pk])

    page = browser.get(address).content.decode()
    a_target(senco, cycle, "Join in at lunch")
    form = {name: hidden(page, name) for name in ("draft_mark", "submission_key", "started_from")}
    changed = browser.post(address, form | {"answer": "agreed", "words": ""}).content.decode()
    again = {name: hidden(changed, name) for name in ("draft_mark", "submission_key", "started_from")}
    sent = browser.post(address, again | {"answer": "agreed", "words": ""}).status_code

    assert "Do you agree to the plan?" in page
    assert (
        page.index("Read 60 words a minute")
        < page.index("Small-group reading, 20 minutes, 3 times a week")
        < page.index("I agree")
    )
    assert ("Join in at lunch" in page, "Join in at lunch" in changed, sent) == (False, True, 302)
    with seen_by(mother_of(world)):
        from goldenthread.sen_support.models import Agreement

        assert list(Agreement.objects.values_list("purpose", "answer")) == [("plan", "agreed")]


def test_a_teacher_gives_the_strategies_already_tried_as_rows():
    world = World()
    assert world.class_4b
    browser = signed_in(world.staff("class_teacher"))
    address = reverse("raise_worry", args=[world.amara.pk])
    page = browser.get(address).content.decode()
    rows = {
        "tried-TOTAL_FORMS": "1",
        "tried-INITIAL_FORMS": "0",
        "tried-MIN_NUM_FORMS": "0",
        "tried-MAX_NUM_FORMS": "20",
    }
    form = {name: hidden(page, name) for name in ("draft_mark", "submission_key")} | rows
    form |= {"words": "She squints", "given_by": "me", "audience": "everyone", "tried-0-what": "Sat at the front"}

    wider = browser.post(address, form | {"add_row": "1"}).content.decode()
    browser.post(address, form | {"tried-0-result": "A little better"})

    assert 'name="tried-TOTAL_FORMS" value="2"' in wider
    assert "She squints" in wider
    with seen_by(senco_of(world)):
        (worry,) = Concern.objects.all()
        tried = list(worry.strategies.values_list("what", "result"))
    assert tried == [("Sat at the front", "A little better")]


def test_decided_twice_at_once_the_second_is_told():
    world = World()
    worry = a_worry(mother_of(world), world.amara)
    first, second = signed_in(world.staff("senco")), signed_in(world.staff("head"))
    address = reverse("decide_worry", args=[worry.pk])
    pages = [browser.get(address).content.decode() for browser in (first, second)]
    said = {"decision": "already_supported", "reason": "It is in her plan."}
    said |= {"tried-TOTAL_FORMS": "0", "tried-INITIAL_FORMS": "0"}
    forms = [{name: hidden(page, name) for name in HIDDEN} | said for page in pages]

    codes = [first.post(address, forms[0]).status_code, second.post(address, forms[1])]

    assert codes[0] == 302
    assert "Somebody else saved this while you were writing" in codes[1].content.decode()
    with seen_by(senco_of(world)):
        assert Concern.objects.get().decided_by_id == world.staff("senco").pk
        assert Contribution.objects.count() == 0
