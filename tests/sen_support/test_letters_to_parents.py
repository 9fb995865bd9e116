"""The invitation and the yearly report: refused while something is missing, and sent by the same step as every letter."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.urls import reverse

from goldenthread.access.permissions import Refused
from goldenthread.documents import plain
from goldenthread.organisations.models import Organisation
from goldenthread.sen_support.actions.measures import add_reading
from goldenthread.sen_support.actions.reviews import Invited, arrange_review
from goldenthread.sen_support.invitation import invitation_letter
from goldenthread.sen_support.models import AnnualReport
from goldenthread.sen_support.yearly_report import report_letter
from tests.factories.letters import a_letter, held, make_sendable, release
from tests.factories.sen_support import a_running_cycle, review_of, senco_of, some_words
from tests.factories.world import TODAY, World, inside, make_child, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
ASKED = (Invited("Ms Ada Bello", "mother", True), Invited("Mr Lane", "class teacher"))


class Running:
    """Amara's plan ran three weeks ago and is reviewed in nine; the school can be rung."""

    def __init__(self) -> None:
        self.world = World()
        with inside(self.world.school):
            Organisation.objects.filter(pk=self.world.school.pk).update(phone="01632 960 111")
        self.then = senco_of(self.world, TODAY - timedelta(weeks=3))
        self.senco = senco_of(self.world)
        self.cycle, self.target, _dose = a_running_cycle(self.then, self.world.amara)
        self.review = review_of(self.senco, self.cycle)

    def arranged(self, at: time | None = time(15, 30), place: str = "Room 2", asked=ASKED) -> None:
        with seen_by(self.senco):
            arrange_review(
                by=self.senco, review=self.review.pk, meets_on=self.review.meets_on, at=at, place=place, invited=asked
            )

    def invitation(self) -> str:
        with seen_by(self.senco):
            return plain.render(invitation_letter(self.senco, self.world.amara.pk, self.review.pk))

    def report(self) -> str:
        with seen_by(self.senco):
            return plain.render(report_letter(self.senco, self.world.amara.pk, None))


@pytest.mark.parametrize(
    ("less", "sentence"),
    [
        ({"at": None}, "Say at what time"),
        ({"place": ""}, "Say where you meet"),
        ({"asked": ()}, "Say who is asked"),
    ],
)
def test_an_invitation_without_time_place_or_people_is_not_written(less, sentence):
    running = Running()
    running.arranged(**less)

    with pytest.raises(Refused, match=sentence):
        running.invitation()


def test_an_invitation_says_when_where_who_what_and_how_to_be_heard_before():
    running = Running()
    running.arranged()

    text = running.invitation()

    day = running.review.meets_on.strftime("%A %-d %B %Y")
    for part in (
        f"{day}, 3.30 p.m.", "Room 2", "Ms Ada Bello (mother)", "Mr Lane (class teacher)", "1. Read 60 words a minute",
        "Tell us what you want to be said", "bring somebody with you", "01632 960 111",
    ):  # fmt: skip
        assert part in text


def test_an_invitation_to_a_meeting_that_is_over_is_refused():
    running = Running()
    running.arranged()
    later = senco_of(running.world, running.review.meets_on + timedelta(days=1))

    with seen_by(later), pytest.raises(Refused, match="is over"):
        invitation_letter(later, running.world.amara.pk, running.review.pk)


def test_a_report_is_not_written_before_every_target_has_a_figure_and_without_a_plan_in_the_year():
    running = Running()
    other = make_child(running.world.school, "Kofi Mensah")

    with pytest.raises(Refused, match="Write down a figure first for: 1. Read 60 words a minute"):
        running.report()
    with seen_by(running.senco), pytest.raises(Refused, match="No plan ran"):
        report_letter(running.senco, other.pk, None)


def test_a_report_holds_every_target_from_start_to_now_and_no_word_kept_from_anybody():
    running = Running()
    some_words(running.senco, running.world.amara, "She reads to her brother.", audience="everyone")
    some_words(running.senco, running.world.amara, "Home is loud.", audience="school")
    with seen_by(running.senco):
        add_reading(by=running.senco, measure=running.target.measure_id, value=42.0, on=TODAY - timedelta(days=6))

    text = running.report()

    for part in (
        "1. Read 60 words a minute", "30 words a minute", "42 words a minute", "60 words a minute",
        "15 November 2026", "She reads to her brother.", "01632 960 111", "Pupil Information Regulations 2005",
    ):  # fmt: skip
        assert part in text
    assert "Home is loud." not in text


def test_the_senco_begins_both_from_the_childs_letters_and_the_invitation_from_the_review():
    running = Running()
    running.arranged()
    child, browser = running.world.amara.pk, signed_in(running.world.staff("senco"))
    invite = f"kind=sen_support_invitation&amp;about={running.review.pk}"

    listed = browser.get(reverse("child_letters", args=[child])).content.decode()
    review = browser.get(reverse("review", args=[running.review.pk])).content.decode()
    plan = browser.get(reverse("plan", args=[running.cycle.pk])).content.decode()

    assert (invite in listed, "kind=sen_support_report" in listed) == (True, True)
    assert (invite in review, "kind=sen_support_report" in plan) == (True, True)


def test_a_report_that_left_is_noted_on_the_record_and_the_mother_reads_it():
    running = Running()
    mother = make_sendable(running.world)
    with seen_by(running.senco):
        add_reading(by=running.senco, measure=running.target.measure_id, value=42.0, on=TODAY)
    values = {"kind": "sen_support_report", "subject": "", "words": ""}

    letter = held(running.senco, a_letter(running.senco, running.world.amara, mother, **values))
    release(letter)

    with inside(running.world.school):
        noted = list(AnnualReport.objects.values_list("child_id", "sent_on", "how", "by_id"))
    page = signed_in(running.world.ada).get(reverse("my_letter", args=[letter.pk])).content.decode()
    assert noted == [(running.world.amara.pk, TODAY, "here", running.senco.person)]
    assert "42 words a minute" in page
