"""Whoever raised a worry is told that there is news, and the e-mail says nothing about anybody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from goldenthread.access.permissions import Refused
from goldenthread.letters.models import Notice
from goldenthread.people.models import AuthorityToAct
from goldenthread.sen_support.actions.concerns import decide_concern, look_again
from goldenthread.sen_support.models import Concern
from tests.factories.letters import deliver_notices, make_sendable
from tests.factories.sen_support import a_worry, mother_of, senco_of
from tests.factories.world import (
    TODAY,
    World,
    give_role,
    inside,
    make_account,
    make_young_person,
    seen_by,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "https://gt.example.org/"


def _decided(world: World, concern: Concern, reason: str = "She squints at Amara Bello's desk.") -> Concern:
    senco = senco_of(world)
    with seen_by(senco):
        return decide_concern(
            by=senco, concern=concern.pk, decision="watch", reason=reason, site=SITE,
            look_again_on=TODAY + timedelta(days=30),
        )  # fmt: skip


def _told(world: World, event: str = "concern.decided") -> list[str]:
    with inside(world.school):
        told = Notice.objects.filter(event__startswith=event).select_related("account")
        return [one.account.name for one in told.order_by("account__name")]


@pytest.mark.parametrize("who", ["parent", "class_teacher", "young_person", "on paper"])
def test_the_senco_hears_of_every_new_worry_and_the_e_mail_says_nothing_about_anybody(who):
    world = World()
    assert world.class_4b
    world.staff("head")
    senco = world.staff("senco")
    raisers = {
        "parent": lambda: mother_of(world),
        "class_teacher": lambda: viewer_of(world.staff("class_teacher")),
        "young_person": lambda: viewer_of(make_young_person(world.amara, world.school), "young_person"),
        "on paper": lambda: viewer_of(world.staff("class_teacher")),
    }

    worry = a_worry(raisers[who](), world.amara, for_parent="Tunde Bello" if who == "on paper" else "")
    deliver_notices(worry)

    assert [one.to for one in mail.outbox] == [[senco.email]]
    sent = mail.outbox[0].subject + mail.outbox[0].body
    assert [word for word in ("Amara", "Bello", "Hollow", "worr", "book", str(worry.pk)) if word in sent] == []
    assert _told(world, "concern.raised") == [senco.name]


def test_a_senco_who_raises_a_worry_is_not_told_of_their_own_but_the_other_senco_is():
    world = World()
    other = make_account("Sam Second")
    give_role(other, "senco", world.school)

    a_worry(senco_of(world), world.amara)

    assert _told(world, "concern.raised") == ["Sam Second"]


def test_where_nobody_is_senco_today_the_head_hears_of_a_new_worry():
    world = World()
    head = world.staff("head")
    give_role(make_account("Former Senco"), "senco", world.school, to_on=TODAY - timedelta(days=1))

    a_worry(mother_of(world), world.amara)

    assert _told(world, "concern.raised") == [head.name]


def test_mother_teacher_and_young_person_each_hear_of_the_decision_about_their_own_worry():
    world = World()
    assert world.class_4b
    make_sendable(world)
    own = make_young_person(world.amara, world.school)
    teacher, senco = world.staff("class_teacher"), world.staff("senco")
    raisers = (mother_of(world), viewer_of(teacher), viewer_of(own, "young_person"))
    decided = [_decided(world, a_worry(one, world.amara)) for one in raisers]

    deliver_notices(decided[0])

    raised = [senco.email] * 3
    assert sorted(one.to[0] for one in mail.outbox) == sorted(["ada@example.org", teacher.email, own.email, *raised])
    sent = "".join(one.subject + one.body for one in mail.outbox)
    assert [word for word in ("Amara", "Bello", "Hollow", "worr", "squint", str(decided[0].pk)) if word in sent] == []
    assert sent.count(SITE) == 6


def test_nobody_is_written_to_whose_authority_ended_who_gave_it_on_paper_or_who_decides_their_own():
    world = World()
    mothers = a_worry(mother_of(world), world.amara)
    paper = a_worry(senco_of(world), world.amara, for_parent="Tunde Bello")
    own = a_worry(senco_of(world), world.amara)
    with inside(world.school):
        AuthorityToAct.objects.filter(parent__account=world.ada).update(to_on=TODAY - timedelta(days=1))

    for concern in (mothers, paper, own):
        _decided(world, concern)

    assert _told(world) == []


def test_a_decision_that_is_refused_tells_nobody_and_a_new_one_later_tells_again():
    world = World()
    senco = senco_of(world)
    concern, refused = a_worry(mother_of(world), world.amara), a_worry(mother_of(world), world.amara)
    _decided(world, concern)
    later = senco_of(world, TODAY + timedelta(days=30))
    with seen_by(later):
        look_again(by=later, concern=concern.pk)
        decide_concern(by=later, concern=concern.pk, decision="sen_support", reason="It goes on.", site=SITE)

    with pytest.raises(Refused, match="reason"), seen_by(senco):
        decide_concern(by=senco, concern=refused.pk, decision="watch", reason="", site=SITE)

    assert _told(world) == ["Ada Bello", "Ada Bello"]
