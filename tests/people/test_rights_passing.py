"""From the day the law gives, the rights are the young person's; a parent's access changes on a recorded decision (bar B10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.database.acting import one_transaction
from goldenthread.people.actions.rights import decide_parent_access
from goldenthread.people.hats import hats_of
from goldenthread.people.models import Account, Parent, ParentAccessDecision
from goldenthread.people.queries import adults_with_access, rights_passing
from goldenthread.people.rights import is_young_person, rights_pass_on
from tests.factories.world import (
    TODAY,
    World,
    make_child,
    make_parent,
    make_young_person,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

SIXTEEN = date(2010, 8, 31)  # the last of the year group whose rights passed on 27 June 2026


@pytest.mark.parametrize(
    ("born_on", "day"),
    [
        (date(2010, 8, 31), date(2026, 6, 27)),  # before the 16th birthday
        (date(2009, 9, 1), date(2026, 6, 27)),
        (date(2010, 9, 1), date(2027, 6, 26)),
    ],
)
def test_the_day_is_the_one_after_the_last_friday_in_june(born_on, day):
    assert rights_pass_on(born_on) == day
    assert (is_young_person(born_on, day - timedelta(days=1)), is_young_person(born_on, day)) == (False, True)


class Family:
    """A young person with two parents, one of each kind of access."""

    def __init__(self, born_on: date = SIXTEEN) -> None:
        self.world = World()
        self.child = make_child(self.world.school, "Jordan Vale", born_on, year_group="12")
        self.pat = make_parent(self.child, self.world.school, "Pat Vale")
        self.sam = make_parent(self.child, self.world.school, "Sam Vale", contact_order=2)
        self.own = make_young_person(self.child, self.world.school)
        self.senco = self.world.staff("senco")

    def decide(self, by: Account, parent: Parent, basis: str, may_act: bool = False, reason: str = "Said so") -> None:
        with seen_by(viewer_of(by)) as viewer:
            decide_parent_access(
                by=viewer, child=self.child, parent=parent.pk, basis=basis, may_act=may_act, reason=reason
            )

    def standing(self, parent: Parent) -> tuple[bool, bool, list[str]]:
        """(sees, may act, what the parent is told)."""
        with one_transaction(authority=None, person=parent.account.pk):
            (hat,) = hats_of(TODAY)
        notices = [standing.notice for _name, standing in hat.notices]
        return self.child.pk in hat.children, self.child.pk in hat.may_act_for, notices


def test_before_the_day_the_parent_sees_and_acts_and_is_told_nothing():
    assert (lambda family: family.standing(family.pat))(Family(date(2010, 9, 1))) == (True, True, [])


def test_until_something_is_recorded_the_parent_sees_decides_nothing_and_is_told():
    assert (lambda family: family.standing(family.pat))(Family()) == (True, False, ["undecided"])


@pytest.mark.parametrize(
    ("basis", "may_act", "expected"),
    [
        ("agreed", True, (True, True, ["agreed"])),
        ("agreed", False, (True, False, ["agreed"])),
        ("refused", True, (False, False, ["refused"])),
    ],
)
def test_the_young_person_decides_for_each_parent_alone(basis, may_act, expected):
    family = Family()
    family.decide(family.own, family.pat, basis, may_act)

    assert family.standing(family.pat) == expected
    assert family.standing(family.sam) == (True, False, ["undecided"])


def test_the_newest_decision_counts_and_the_old_one_stays_on_record():
    family = Family()
    family.decide(family.own, family.pat, "refused")
    family.decide(family.own, family.pat, "agreed", True)

    assert family.standing(family.pat) == (True, True, ["agreed"])
    with seen_by(viewer_of(family.senco)):
        assert ParentAccessDecision.objects.count() == 2


def test_a_capacity_decision_is_the_sencos_and_lets_the_parent_act():
    family = Family()
    with pytest.raises(Refused, match="recorded by the SENCO"):
        family.decide(family.own, family.pat, "capacity")
    with pytest.raises(Refused, match="Write down why"):
        family.decide(family.senco, family.pat, "capacity", reason=" ")
    family.decide(family.senco, family.pat, "capacity", reason="Assessed on 3 November with the psychologist")

    assert family.standing(family.pat) == (True, True, [])


def test_nothing_can_be_recorded_before_the_day():
    family = Family(date(2010, 9, 1))
    with pytest.raises(Refused, match="still the parents'"):
        family.decide(family.senco, family.pat, "agreed")


def test_a_parent_cannot_decide_and_nobody_decides_about_a_stranger():
    family = Family()
    stranger = make_parent(family.world.amara, family.world.school, "Not Theirs")
    with pytest.raises(NotFound):
        family.decide(family.pat.account, family.pat, "agreed", True)
    for who in (family.own, family.senco):
        with pytest.raises(NotFound):
            family.decide(who, stranger, "agreed")


def test_the_young_person_sees_names_and_relationships_and_no_contact():
    family = Family()
    from tests.factories.world import inside

    with inside(family.world.school):
        Parent.objects.filter(pk=family.sam.pk).update(phone="07700 900999", address="77 Father Row")
    with seen_by(viewer_of(family.own)) as viewer:
        adults = [(adult.name, adult.relationship_name) for adult in adults_with_access(viewer, family.child.pk)]
        assert list(Parent.objects.all()) == []
    page = signed_in(family.own).get(f"/children/{family.child.pk}/rights/").content.decode()

    assert adults == [("Pat Vale", "Mother"), ("Sam Vale", "Mother")]
    assert "Pat Vale" in page and "Sam Vale" in page
    assert "07700 900999" not in page and "Father Row" not in page


def test_the_young_persons_pages_from_question_to_notice():
    family = Family()
    browser = signed_in(family.own)
    asked = browser.get(f"/children/{family.child.pk}/rights/{family.pat.pk}/").content.decode()

    sent = browser.post(
        f"/children/{family.child.pk}/rights/{family.pat.pk}/", {"choice": "see", "submission_key": "k"}
    )
    told = signed_in(family.pat.account).get("/account/").content.decode()

    assert "It is your choice" in asked
    assert sent.headers["Location"] == f"/children/{family.child.pk}/rights/"
    assert "Jordan has agreed that you can see it" in told


def test_the_list_shows_the_next_ninety_days_and_what_is_undecided():
    world = World()
    day = rights_pass_on(date(2010, 9, 1))  # 26 June 2027
    soon = make_child(world.school, "Soon Vale", date(2010, 9, 1))
    undecided = make_child(world.school, "Undecided Vale", SIXTEEN)
    make_parent(undecided, world.school, "Pat Vale")
    decided = make_child(world.school, "Decided Vale", SIXTEEN)
    parent = make_parent(decided, world.school, "Sam Vale")
    make_child(world.school, "Young Vale", date(2018, 1, 1))
    make_child(world.other_school, "Elsewhere Vale", SIXTEEN)
    senco = world.staff("senco")
    with seen_by(viewer_of(senco)) as viewer:
        decide_parent_access(by=viewer, child=decided, parent=parent.pk, basis="agreed", may_act=True, reason="Asked")

    def listed(on: date) -> list[tuple[str, bool, int]]:
        with seen_by(viewer_of(senco, today=on)) as viewer:
            return [(row.child.given_name, row.passed, row.undecided) for row in rights_passing(viewer)]

    assert listed(day - timedelta(days=91)) == [("Undecided", True, 1)]
    assert listed(day - timedelta(days=90)) == [("Undecided", True, 1), ("Soon", False, 0)]
    assert soon


def test_the_list_costs_the_same_for_one_child_and_for_three():
    world = World()
    senco = world.staff("senco")

    def queries() -> int:
        browser = signed_in(senco)
        browser.get("/rights/")
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert browser.get("/rights/").status_code == 200
        return len(found)

    make_parent(make_child(world.school, "One Vale", SIXTEEN), world.school, "Pat Vale")
    one = queries()
    for name in ("Two Vale", "Three Vale"):
        make_parent(make_child(world.school, name, SIXTEEN), world.school, "Pat Vale")

    assert queries() == one


def test_a_parent_reads_why():
    family = Family()
    page = signed_in(family.pat.account).get("/account/rights/").content.decode()

    assert "Jordan" in page and "section 83(2)" in page and "SENDIASS" in page
