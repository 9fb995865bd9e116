"""Help given in a group belongs to the child's plan: it is put under a target, agreed to and reviewed like any other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.provision.actions import add_to_group, start_group
from goldenthread.provision.in_plans import plan_notes
from goldenthread.provision.models import Dose
from goldenthread.sen_support.actions.cycles import Running, begin_cycle, finish_assessment, start_cycle, write_analysis
from goldenthread.sen_support.actions.plans import share_dose, tell_parents
from goldenthread.sen_support.actions.reviews import Chosen, Meeting, Stood, hold_review
from goldenthread.sen_support.models import Cycle
from goldenthread.sen_support.queries.duties import duties_of
from goldenthread.sen_support.queries.outside import help_outside
from goldenthread.sen_support.queries.plans import plan_of
from tests.factories.provision import group_particulars, make_dose, make_group
from tests.factories.sen_support import a_running_cycle, a_target, review_of, senco_of
from tests.factories.world import TODAY, World, inside, make_child, seen_by, set_status, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def _group_help(world: World, by, *children) -> list[Dose]:
    """Each child's promise in a group started today."""
    leader = world.staff("teaching_assistant")
    with seen_by(by):
        group = start_group(by=by, particulars=group_particulars(leader), children=[child.pk for child in children])
        return list(Dose.objects.filter(group=group).order_by("child__sort_name"))


def test_help_of_a_group_is_put_under_a_target_and_every_review_looks_at_it():
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    (in_group,) = _group_help(world, senco, world.amara)
    review = review_of(senco, cycle)
    with seen_by(senco):
        before = plan_of(senco, cycle).version
        share_dose(by=senco, target=target.pk, dose=in_group.pk)
        plan = plan_of(senco, cycle)
        again = Running(senco.today, 10, senco.today + timedelta(weeks=11))
        kept = {dose.pk: Chosen("stop", "Done"), in_group.pk: Chosen("keep", "She talks more")}
        hold_review(
            by=senco, review=review.pk,
            meeting=Meeting(senco.today, {target.pk: Stood("partly", "Timed")}, kept, "continue", "Works", next=again),
        )  # fmt: skip
        following = Cycle.objects.get(previous=cycle)
        (carried,) = plan_of(senco, following).doses

    assert [one.pk for one in plan.doses] == [dose.pk, in_group.pk]
    assert plan.version != before  # an answer given to the plan before is shown as such
    assert (carried.carried_from_id, carried.group_id) == (in_group.pk, in_group.group_id)


def test_only_running_help_of_this_child_that_no_target_names_is_outside_the_plan():
    world = World()
    senco = senco_of(world)
    kofi = make_child(world.school, "Kofi Mensah")
    cycle, target, _dose = a_running_cycle(senco, world.amara)
    mine, theirs = _group_help(world, senco, world.amara, kofi)
    make_dose(world.amara, world.school, until_on=TODAY - timedelta(days=1))
    make_dose(world.amara, world.school, promised_on=None)
    make_dose(world.amara, world.school, stopped_on=TODAY, stopped_because="Done")

    with seen_by(senco):
        before = [one.pk for one in help_outside(senco, cycle)]
        with pytest.raises(NotFound):
            share_dose(by=senco, target=target.pk, dose=theirs.pk)
        share_dose(by=senco, target=target.pk, dose=mine.pk)
        after = help_outside(senco, cycle)

    assert (before, after) == ([mine.pk], [])
    with seen_by(senco), pytest.raises(Refused, match="already given toward this target"):
        share_dose(by=senco, target=target.pk, dose=mine.pk)


def test_help_that_goes_on_as_a_draft_of_the_next_plan_is_not_outside_it():
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    review = review_of(senco, cycle)
    again = Running(senco.today + timedelta(days=7), 10, senco.today + timedelta(weeks=12))

    with seen_by(senco):
        stood, kept = {target.pk: Stood("partly", "Timed")}, {dose.pk: Chosen("keep")}
        hold_review(
            by=senco, review=review.pk, meeting=Meeting(senco.today, stood, kept, "continue", "Works", next=again)
        )
        outside = help_outside(senco, Cycle.objects.get(previous=cycle))

    assert outside == []


def test_help_put_into_a_plan_being_written_starts_with_it_and_the_parents_are_owed_word_since_it_was_promised():
    world = World()
    early = senco_of(world, TODAY - timedelta(days=7))
    senco = senco_of(world)
    (in_group,) = _group_help(world, early, world.amara)
    with seen_by(senco):
        cycle = begin_cycle(by=senco, child=world.amara.pk)
        write_analysis(by=senco, cycle=cycle.pk, analysis="Reads single words.")
        cycle = finish_assessment(by=senco, cycle=cycle.pk)
    target, draft = a_target(senco, cycle)

    with seen_by(senco):
        share_dose(by=senco, target=target.pk, dose=in_group.pk)
        told = next(one for one in duties_of(senco, plan_of(senco, Cycle.objects.get(pk=cycle.pk))) if one.law)
        started = start_cycle(by=senco, cycle=cycle.pk, running=Running(TODAY, 12, TODAY + timedelta(weeks=12)))
        promised = dict(Dose.objects.values_list("pk", "promised_on"))

    assert (told.name, told.state, told.on) == ("Parents told", "late", early.today)
    assert (started.state, promised) == ("do", {in_group.pk: early.today, draft.pk: TODAY})


def test_the_page_of_a_target_offers_the_help_of_a_group_and_the_plan_shows_what_it_does_not_name():
    world = World()
    senco = senco_of(world)
    cycle, target, _dose = a_running_cycle(senco, world.amara)
    (in_group,) = _group_help(world, senco, world.amara)
    browser = signed_in(world.staff("senco"))
    plan, add = reverse("plan", args=[cycle.pk]), reverse("add_dose", args=[target.pk])
    meeting = reverse("hold_review", args=[review_of(senco, cycle).pk])

    before = browser.get(plan).content.decode()
    unreviewed = browser.get(meeting).content.decode()
    offered = browser.get(add).content.decode()
    chosen = browser.post(add, {"dose": str(in_group.pk)})
    after = browser.get(plan).content.decode()
    reviewed = browser.get(meeting).content.decode()

    assert "Given in the group Reading, Year 4." in offered
    said = ["under no target of this plan" in page for page in (before, unreviewed, after, reviewed)]
    assert said == [True, True, False, False]
    assert (chosen.status_code, chosen.url) == (302, plan)
    family = signed_in(world.ada).get(reverse("my_agreed_plan", args=[world.amara.pk, cycle.pk])).content.decode()
    assert family.count("Ms Khan") == 1  # who leads the group; nobody else in the plan is called so


def test_a_group_says_who_has_no_plan_whose_plan_does_not_name_it_and_whose_parents_were_not_told():
    world = World()
    senco = senco_of(world)
    names = ("Ann Without", "Ben Unnamed", "Cem Settled", "Dee Ehcplan")
    without, unnamed, settled, statutory = (make_child(world.school, name) for name in names)
    set_status(statutory, world.school, "E")
    cycle, _target, _dose = a_running_cycle(senco, unnamed)
    agreed, target, _other = a_running_cycle(senco, settled)
    doses = _group_help(world, senco, without, unnamed, settled, statutory)
    with seen_by(senco):
        tell_parents(by=senco, cycle=agreed.pk, told_on=TODAY, who="Parents", how="phone", why="Reading")
        share_dose(by=senco, target=target.pk, dose=next(one.pk for one in doses if one.child_id == settled.pk))
        found = plan_notes(senco, [without, unnamed, settled, statutory], doses)

    page = signed_in(world.staff("senco")).get(reverse("group", args=[doses[0].group_id])).content.decode()

    assert [(note.child.first_name, note.href) for note in found] == [
        ("Ann", reverse("child_plan", args=[without.pk])),
        ("Ben", reverse("plan", args=[cycle.pk])),
        ("Ben", reverse("tell_parents", args=[cycle.pk])),
    ]
    noted = page.split("Still to settle with the families")[1].split("</ul>")[0]
    assert [name in noted for name in names] == [True, True, False, False]


def test_what_is_still_to_settle_costs_the_same_queries_for_one_child_and_five():
    world = World()
    senco = senco_of(world)
    children = [make_child(world.school, f"Child{letter} Test") for letter in "ABCDE"]
    for child in children:
        a_running_cycle(senco, child)
    doses = _group_help(world, senco, *children)

    counts = []
    for some in (1, 5):
        with seen_by(senco), CaptureQueriesContext(connection) as asked:
            found = plan_notes(senco, children[:some], doses[:some])
        counts.append((len(found), len(asked)))

    assert [number for number, _queries in counts] == [2, 10]
    assert counts[0][1] == counts[1][1] <= 3


def test_starting_a_group_says_at_once_whom_it_would_leave_unagreed_and_starts_all_the_same():
    world = World()
    without = make_child(world.school, "Ann Without")
    set_status(without, world.school, "K")
    browser = signed_in(world.staff("senco"))

    page = browser.get(f"{reverse('start_group')}?child={without.pk}").content.decode()
    started = browser.post(
        reverse("start_group"),
        {
            "child": str(without.pk), "submission_key": "one", "name": "Talk group", "what": "Talk together",
            "leader": str(world.staff("senco").pk), "expertise": "trained in talk groups", "minutes": "15",
            "times": "2", "per": "week", "place": "Oak room", "from_on-day": "23", "from_on-month": "11",
            "from_on-year": "2026", "until_on-day": "18", "until_on-month": "12", "until_on-year": "2026",
        },
        follow=True,
    ).content.decode()  # fmt: skip

    assert "what is still to settle with the families" in started
    with inside(world.school):
        assert Dose.objects.filter(child=without, group__name="Talk group").exists()
    assert "Still to settle with the families" in page
    assert reverse("child_plan", args=[without.pk]) in page
    assert ">Start the group<" in " ".join(page.split()).replace("> ", ">").replace(" <", "<")


def test_help_of_a_plan_that_goes_on_in_a_group_stays_under_its_target():
    world = World()
    senco, later = senco_of(world), TODAY + timedelta(weeks=1)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    group = make_group(world.school, world.staff("teaching_assistant"), ())

    with seen_by(senco):
        joined = add_to_group(by=senco, group=group.pk, child=world.amara.pk, from_on=later, dose=dose.pk)
        (one,) = plan_of(senco, cycle).targets
        outside = help_outside(senco, cycle)
        before = Dose.objects.get(pk=dose.pk)

    assert (one.target.pk, [given.pk for given in one.doses], outside) == (target.pk, [dose.pk, joined.pk], [])
    assert (before.stopped_on, before.stopped_because) == (later, "Goes on in a group")
    assert (joined.carried_from_id, joined.from_on, joined.promised_on, joined.group_id) == (
        dose.pk, later, TODAY, group.pk,
    )  # fmt: skip
