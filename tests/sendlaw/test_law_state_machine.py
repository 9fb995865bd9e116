"""Random lives of a case, with the statute as the model: after each step the whole process must agree with it.

The model below is the statute restated as a table and counted on the fingers; it shares nothing
with the library. Days pass between events, so that their order is never in doubt.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import sendlaw
from tests.sendlaw import naive_clock as naive
from tests.sendlaw import naive_walk

WEEKS = naive_walk.weeks
# starting event -> (rule, how the day is counted, how to read it, events that meet it, events that end it)
STATUTE = {
    "ehcna.request_received": [
        (
            "ehcna.decision_to_assess",
            naive.NAIVE["ehcna.decision_to_assess"],
            "duty",
            {"ehcna.assessment_agreed", "ehcna.assessment_refused"},
            set(),
        ),
        (
            "ehcna.refusal_to_issue_notice",
            naive.NAIVE["ehcna.refusal_to_issue_notice"],
            "duty",
            {"ehcna.plan_refused"},
            {"ehcna.assessment_refused", "draft.served", "plan.first_made"},
        ),
        (
            "ehcna.final_plan",
            naive.NAIVE["ehcna.final_plan"],
            "duty",
            {"plan.first_made"},
            {"ehcna.assessment_refused", "ehcna.plan_refused"},
        ),
    ],
    "draft.served": [
        ("draft.representations_last_day", lambda on, facts: naive_walk.walk(on, 14), "right", set(), set()),
        (
            "draft.earliest_finalisation",
            lambda on, facts: naive_walk.walk(on, 15),
            "not before",
            {"plan.first_made", "amendment.plan_finalised"},
            set(),
        ),
    ],
    "plan.first_made": [
        (
            "review.latest_completion",
            lambda on, facts: naive_walk.period_of_months(on, 12),
            "duty",
            {"review.decision_notified", "plan.last_reviewed"},
            set(),
        ),
    ],
    "review.meeting_held": [
        ("review.report_due", lambda on, facts: WEEKS(on, 2), "duty", {"review.report_sent"}, set()),
        ("review.decision_notice", lambda on, facts: WEEKS(on, 4), "duty", {"review.decision_notified"}, set()),
        ("review.amendment_notice", lambda on, facts: WEEKS(on, 4), "duty", {"amendment.notice_sent"}, set()),
        (
            "amend.final_plan_outer_limit",
            lambda on, facts: WEEKS(on, 12),
            "duty",
            {"amendment.plan_finalised"},
            {"amendment.not_made_notified"},
        ),
    ],
    "amendment.notice_sent": [
        (
            "amend.final_plan",
            lambda on, facts: WEEKS(on, 8),
            "duty",
            {"amendment.plan_finalised"},
            {"amendment.not_made_notified"},
        ),
        (
            "amend.no_change_notice",
            lambda on, facts: WEEKS(on, 8),
            "duty",
            {"amendment.not_made_notified"},
            {"amendment.plan_finalised"},
        ),
    ],
    "reassessment.request_received": [
        (
            "reassess.decision",
            lambda on, facts: naive_walk.walk(on, 15),
            "duty",
            {"reassessment.decision_notified"},
            set(),
        ),
    ],
    "reassessment.decision_notified": [
        (
            "reassess.final_plan",
            naive.NAIVE["reassess.final_plan"],
            "duty",
            {"reassessment.plan_finalised"},
            set(),
        ),
    ],
    "decision.notice_sent": [
        ("appeal.deadline", naive.appeal, "right", {"appeal.received"}, set()),
        ("mediation.contact_adviser_latest", lambda on, facts: naive_walk.same_date(on, 2), "right", set(), set()),
    ],
    "tribunal.la_received_appeal": [
        ("tribunal.la_response_due", naive.response, "duty", {"tribunal.la_responded"}, set()),
    ],
    "tribunal.order_made": [
        ("order.amended_plan", naive.NAIVE["order.amended_plan"], "duty", {"amendment.plan_finalised"}, set()),
    ],
    "move.old_la_aware": [
        ("move.plan_transfer_latest", naive.transfer, "duty", {"move.plan_transferred"}, set()),
    ],
    "move.plan_transferred": [
        ("move.inform_parent", lambda on, facts: WEEKS(on, 6), "duty", {"move.family_informed"}, set()),
    ],
}
STATUTE["plan.last_reviewed"] = STATUTE["plan.first_made"]
MODELLED = {row[0] for rows in STATUTE.values() for row in rows}
ENDS = {"ehcna.assessment_refused", "ehcna.plan_refused", "plan.first_made"}


@dataclass
class Clock:
    """One running duty of the model. `excused` is a lifted limit; `superseded_on` the next start of the same duty."""

    rule: str
    start: date
    due: date | None
    reading: str
    meets: set
    ends: set
    met_on: date | None = None
    fallen: bool = False
    superseded_on: date | None = None

    def hear(self, event, on):
        open_still = self.met_on is None and not self.fallen
        if not open_still or (self.superseded_on is not None and on > self.superseded_on) or on < self.start:
            return
        if event in self.meets:
            self.met_on = on
        elif event in self.ends:
            self.fallen = True

    def status(self, today):
        if self.due is None:
            return "met" if self.met_on else "excused"
        if self.met_on:
            if self.reading == "not before":
                return "early" if self.met_on < self.due else "met"
            return "met" if self.met_on <= self.due else "late"
        if self.reading == "not before":
            return "met" if today >= self.due else "waiting"
        if today < self.due:
            return "waiting"
        if today == self.due:
            return "due"
        return "ended" if self.reading == "right" else "late"


@dataclass
class Model:
    """The statute's own view of one case."""

    clocks: list = field(default_factory=list)
    assessing: bool = False
    has_plan: bool = False

    def hear(self, event, on, facts):
        if event in ENDS:
            self.assessing = False
        for clock in self.clocks:
            clock.hear(event, on)
        if event == "ehcna.request_received":
            if self.assessing:
                return
            self.assessing = True
        for name, count, reading, meets, ends in STATUTE.get(event, ()):
            for clock in self.clocks:
                if clock.rule == name and clock.superseded_on is None:
                    clock.superseded_on = on
            self.clocks.append(Clock(name, on, count(on, facts), reading, meets, ends))


class CaseLife(RuleBasedStateMachine):
    """A case that lives at random within the law's order of events."""

    @initialize(first=st.dates(date(2015, 1, 1), date(2026, 1, 1)))
    def begin(self, first):
        self.today = first
        self.model = Model()
        self.happened = []
        self.seen = set()

    def happens(self, event, **facts):
        self.today += timedelta(days=1)
        self.happened.append(sendlaw.Happening(event, self.today, facts))
        self.seen.add(event)
        self.model.hear(event, self.today, facts)

    @rule(days=st.integers(1, 45))
    def days_pass(self, days):
        if self.today.year < 2029:
            self.today += timedelta(days=days)

    @precondition(lambda self: not self.model.has_plan)
    @rule()
    def request_comes(self):
        self.happens("ehcna.request_received")

    @precondition(lambda self: not self.model.has_plan)
    @rule(impractical=st.booleans())
    def request_comes_in_exceptional_circumstances(self, impractical):
        self.happens("ehcna.request_received", exceptional_personal_circumstances=True, impractical=impractical)

    @precondition(lambda self: self.model.assessing)
    @rule(event=st.sampled_from(["ehcna.assessment_agreed", "ehcna.assessment_refused"]))
    def decision_is_told(self, event):
        self.happens(event)

    @precondition(lambda self: self.model.assessing and "ehcna.assessment_agreed" in self.seen)
    @rule()
    def plan_is_refused(self):
        self.happens("ehcna.plan_refused")

    @precondition(lambda self: self.model.assessing)
    @rule()
    def draft_is_served(self):
        self.happens("draft.served")

    @precondition(lambda self: self.model.assessing and "draft.served" in self.seen)
    @rule()
    def plan_is_made(self):
        self.happens("plan.first_made")
        self.model.has_plan = True

    @precondition(lambda self: self.model.has_plan)
    @rule(
        event=st.sampled_from(
            ["review.meeting_held", "plan.last_reviewed", "amendment.notice_sent", "reassessment.request_received"]
        )
    )
    def plan_lives_on(self, event):
        self.happens(event)

    @precondition(lambda self: "review.meeting_held" in self.seen)
    @rule(event=st.sampled_from(["review.report_sent", "review.decision_notified"]))
    def review_goes_on(self, event):
        self.happens(event)

    @precondition(lambda self: "amendment.notice_sent" in self.seen)
    @rule(event=st.sampled_from(["amendment.plan_finalised", "amendment.not_made_notified"]))
    def amendment_goes_on(self, event):
        self.happens(event)

    @precondition(lambda self: "reassessment.request_received" in self.seen)
    @rule(away=st.integers(20, 40))
    def reassessment_is_decided(self, away):
        first = self.today + timedelta(days=8)
        stay = [first.isoformat(), (first + timedelta(days=away)).isoformat()]
        self.happens("reassessment.decision_notified", absent_from_area=stay, impractical=True)

    @precondition(lambda self: "reassessment.decision_notified" in self.seen)
    @rule()
    def reassessment_ends(self):
        self.happens("reassessment.plan_finalised")

    @precondition(lambda self: "ehcna.assessment_refused" in self.seen or self.model.has_plan)
    @rule(days=st.integers(0, 80), certified=st.booleans())
    def appealable_notice_is_sent(self, days, certified):
        issued = {"certificate_issued": (self.today + timedelta(days=1 + days)).isoformat()} if certified else {}
        self.happens("decision.notice_sent", **issued)

    @precondition(lambda self: "decision.notice_sent" in self.seen)
    @rule()
    def appeal_is_received(self):
        self.happens("tribunal.la_received_appeal")

    @precondition(lambda self: "tribunal.la_received_appeal" in self.seen)
    @rule()
    def authority_responds(self):
        self.happens("tribunal.la_responded")

    @precondition(lambda self: "tribunal.la_received_appeal" in self.seen and self.model.has_plan)
    @rule(order=st.sampled_from(["amend", "change_named_school_only", "continue_and_amend"]), away=st.integers(0, 30))
    def order_is_made(self, order, away):
        self.happens("tribunal.order_made", order=order, absent_days=away, impractical=True)

    @precondition(lambda self: self.model.has_plan)
    @rule(days=st.integers(-10, 60))
    def family_will_move(self, days):
        self.happens("move.old_la_aware", move_date=(self.today + timedelta(days=1 + days)).isoformat())

    @precondition(lambda self: "move.old_la_aware" in self.seen)
    @rule(event=st.sampled_from(["move.plan_transferred", "move.family_informed"]))
    def move_goes_on(self, event):
        if event == "move.plan_transferred" or "move.plan_transferred" in self.seen:
            self.happens(event)

    @precondition(lambda self: "ehcna.request_received" in self.seen)
    @rule(days=st.integers(1, 400))
    def plan_dated_before_its_request_is_refused(self, days):
        first = min(one.on for one in self.happened if one.event == "ehcna.request_received")
        wrong = sendlaw.Happening("plan.first_made", first - timedelta(days=days))
        try:
            sendlaw.follow([*self.happened, wrong], today=self.today)
        except sendlaw.Refused as refusal:
            assert "plan.first_made" in str(refusal)
        else:
            raise AssertionError("a plan dated before its request was accepted")

    @invariant()
    def the_process_agrees_with_the_statute(self):
        if not getattr(self, "happened", None):
            return
        course = sendlaw.follow(self.happened, today=self.today)
        shown = sorted(
            (one.rule, one.started_on, one.due_on or date.max, one.status, one.met_on or date.max)
            for one in course.duties
            if one.rule in MODELLED
        )
        expected = sorted(
            (clock.rule, clock.start, clock.due or date.max, clock.status(self.today), clock.met_on or date.max)
            for clock in self.model.clocks
            if not clock.fallen
        )
        assert shown == expected


TestCaseLife = CaseLife.TestCase
TestCaseLife.settings = settings(max_examples=100, stateful_step_count=40, deadline=None, database=None)
