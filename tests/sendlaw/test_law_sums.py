"""The sum in sentences, one for each way of counting, word for word."""

from datetime import date

import pytest

import sendlaw

SUMS = [
    # event, date, rule, facts, the sum
    (
        "ehcna.request_received",
        "2026-11-21",
        "ehcna.decision_to_assess",
        {},
        "Request received Saturday 21 November 2026. Six weeks run from the next day."
        " Last day Saturday 2 January 2027; weekends do not move it.",
    ),
    (
        "ehcna.request_received",
        "2027-10-18",
        "ehcna.decision_to_assess",
        {"received_at": "2027-10-17T23:40:00+01:00"},
        "Request received Sunday 17 October 2027. It was logged Monday 18 October 2027; day 0 is the day of receipt in"
        " London. Six weeks run from the next day. Last day Sunday 28 November 2027; weekends do not move it.",
    ),
    (
        "reassessment.request_received",
        "2027-04-06",
        "reassess.decision",
        {},
        "Request for reassessment received Tuesday 6 April 2027. 15 calendar days run from the next day."
        " Last day Wednesday 21 April 2027.",
    ),
    (
        "draft.served",
        "2027-03-01",
        "draft.earliest_finalisation",
        {},
        "Draft plan served Monday 1 March 2027. That day is day 1; day 15 is Monday 15 March 2027. Weekends and bank"
        " holidays count. The first day after them is Tuesday 16 March 2027.",
    ),
    (
        "plan.first_made",
        "2024-02-29",
        "review.latest_completion",
        {},
        "Plan first made Thursday 29 February 2024. Twelve months begin with that day. That month has no day 29, so the"
        " period ends on its last day. Last day Friday 28 February 2025.",
    ),
    (
        "review.meeting_planned",
        "2027-03-17",
        "review.meeting_notice_latest",
        {},
        "Review meeting planned for Wednesday 17 March 2027. At least two weeks before: 14 days back is Wednesday"
        " 3 March 2027. Plan for Tuesday 2 March 2027, which also meets a stricter count of clear days.",
    ),
    (
        "mediation.concluded",
        "2027-04-29",
        "mediation.certificate_due",
        {},
        "Mediation concluded Thursday 29 April 2027. Three working days are counted from the next day. Not counted"
        " besides weekends: Early May bank holiday (Monday 3 May 2027). Last day Wednesday 5 May 2027.",
    ),
    (
        "post16.transfer_date",
        "2028-07-31",
        "phase.post16_move_latest",
        {},
        "Move planned for Monday 31 July 2028. At least five months before. That month has no day 31, so its last day is"
        " taken. Last day Tuesday 29 February 2028.",
    ),
    (
        "decision.notice_sent",
        "2027-06-15",
        "appeal.deadline",
        {},
        "Notice of the decision sent Tuesday 15 June 2027. Two months from the notice end Sunday 15 August 2027. That day"
        " falls in August: in time on the first working day after, Wednesday 1 September 2027, by 5 pm.",
    ),
    (
        "ehcna.request_received",
        "2027-03-01",
        "ehcna.final_plan",
        {"absent_from_area": ["2027-04-05", "2027-05-02"], "impractical": True},
        "Request received Monday 1 March 2027. 20 weeks run from the next day. Last day Monday 19 July 2027. Away from"
        " the area for 27 days in that time; at least 28 are needed. The exception is not available.",
    ),
    (
        "ehcna.request_received",
        "2026-05-11",
        "ehcna.final_plan",
        {
            "advice_requested_from_head_on": "2026-07-15",
            "impractical": True,
            "school_closed_from": "2026-07-23",
            "school_reopens": "2026-09-02",
        },
        "Request received Monday 11 May 2026. 20 weeks run from the next day. Last day Monday 28 September 2026. Advice"
        " was asked of the school on 15 July 2026, outside the days from 16 July 2026 to 26 August 2026 around a closure"
        " of at least four weeks. The exception is not available.",
    ),
]


@pytest.mark.parametrize(("event", "on", "rule", "facts", "steps"), SUMS)
def test_the_sum_reads_as_a_person_would_say_it(event, on, rule, facts, steps):
    outcome = sendlaw.when(event, on, rule, facts=facts)

    assert " ".join(outcome.steps) == steps


def test_families_and_officers_are_told_the_same_day_in_their_own_words():
    outcome = sendlaw.when("ehcna.request_received", "2026-11-21", "ehcna.final_plan")

    assert (outcome.for_officer, outcome.for_parent) == (
        "By Saturday 10 April 2027, the local authority must send the final plan to the parent or young person, the"
        " named setting and the health body (SEND Regulations 2014 (SI 2014/1530) reg 13(2)).",
        "By Saturday 10 April 2027, the council must send you the final plan, if it makes one.",
    )


def test_lifted_limit_is_told_without_another_date():
    facts = {"exceptional_personal_circumstances": True, "impractical": True}

    outcome = sendlaw.when("ehcna.request_received", "2027-03-01", "ehcna.decision_to_assess", facts=facts)

    assert outcome.for_parent == (
        "The date of Monday 12 April 2027 does not apply for now. Exceptional personal circumstances affected the child,"
        " the parent or the young person in that time. The council must still tell you if it will look into your child's"
        " needs, and why if it will not, as soon as possible."
    )


def test_missing_fact_is_asked_for_in_plain_words():
    outcome = sendlaw.when("move.old_la_aware", "2027-03-01", "move.plan_transfer_latest")

    assert outcome.for_parent == "We cannot work out this date yet. We need to know the day of your move."


def test_law_is_stated_on_its_day():
    assert date(2026, 11, 21) == sendlaw.LAW_VERSION
