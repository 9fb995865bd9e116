"""The plan and the review as letters: only what is for everyone, and to outsiders only with agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from goldenthread.access.permissions import Refused
from goldenthread.documents import plain
from goldenthread.sen_support.actions.agreements import answer
from goldenthread.sen_support.actions.cycles import Running
from goldenthread.sen_support.actions.reviews import Chosen, Meeting, Stood, hold_review
from goldenthread.sen_support.letters import no_agreement_to_write, plan_letter, review_letter
from tests.factories.sen_support import a_running_cycle, mother_of, review_of, senco_of, some_words
from tests.factories.world import World, seen_by

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class ToSomebody:
    child_id: UUID


def test_the_plan_as_a_letter_holds_targets_and_help_and_no_word_kept_from_parents():
    world = World()
    senco = senco_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    some_words(senco, world.amara, "She loves stories.", audience="everyone")
    from goldenthread.sen_support.actions.voices import Said, add_words

    with seen_by(senco):
        for words, audience in (("Open to all.", "everyone"), ("He hits me.", "not_parents")):
            said = Said("child", words, audience, "Amara", "said")
            add_words(by=senco, child=world.amara.pk, said=said, cycle=cycle)
        text = plain.render(plan_letter(senco, world.amara.pk, cycle.pk))

    for part in ("Read 60 words a minute", "Small-group reading, 20 minutes", "Open to all."):
        assert part in text
    assert "He hits me." not in text


def test_a_review_is_a_letter_once_it_was_held():
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    review = review_of(senco, cycle)
    meeting = Meeting(
        held_on=senco.today, targets={target.pk: Stood("partly", "Timed reading", 44.0)},
        doses={dose.pk: Chosen("keep", "Likes it")}, outcome="continue", reason="On the way.",
        next=Running(senco.today, 12, senco.today + timedelta(weeks=13)),
    )  # fmt: skip

    with seen_by(senco):
        with pytest.raises(Refused, match="not been held"):
            review_letter(senco, world.amara.pk, review.pk)
        hold_review(by=senco, review=review.pk, meeting=meeting)
        text = plain.render(review_letter(senco, world.amara.pk, review.pk))

    for part in ("Go on as it is", "On the way.", "Partly met: Timed reading", "Small-group reading: Keep"):
        assert part in text


def test_nothing_goes_to_an_outsider_without_agreement_or_after_it_was_taken_back():
    world = World()
    senco, mother = senco_of(world), mother_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    letter = ToSomebody(world.amara.pk)
    found = []
    for given in ("", "agreed", "withdrawn"):
        if given:
            with seen_by(mother):
                answer(by=mother, cycle=cycle.pk, purpose="share_with_adviser", answer=given)
        with seen_by(senco):
            found.append(no_agreement_to_write(senco, letter))

    assert [bool(reason) for reason in found] == [True, False, True]
