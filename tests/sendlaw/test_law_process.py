"""A whole process: every duty, how it stands, what falls away, and what is refused."""

import pytest

import sendlaw


def standings(course):
    return {
        one.rule: (one.due_on and one.due_on.isoformat(), one.status, one.met_on and one.met_on.isoformat())
        for one in course.duties
        if one.due_on
    }


def test_open_assessment_shows_what_is_met_late_and_waiting():
    course = sendlaw.follow(
        {"ehcna.request_received": "2026-11-21", "ehcna.assessment_agreed": "2027-01-04"}, today="2027-03-20"
    )

    assert standings(course) == {
        "ehcna.notify_bodies_of_decision": ("2027-01-04", "due", None),
        "ehcna.decision_to_assess": ("2027-01-02", "late", "2027-01-04"),
        "ehcna.draft_plan_aim": ("2027-02-27", "late", None),
        "ehcna.refusal_to_issue_notice": ("2027-03-13", "late", None),
        "ehcna.final_plan": ("2027-04-10", "waiting", None),
    }
    assert course.duty("ehcna.decision_to_assess").days_late == 2


def test_refusal_ends_the_later_duties_and_says_why():
    course = sendlaw.follow(
        {"ehcna.request_received": "2026-11-21", "ehcna.assessment_refused": "2026-12-20"}, today="2027-03-20"
    )

    assert {one.rule for one in course.fallen_away} == {
        "ehcna.refusal_to_issue_notice",
        "ehcna.draft_plan_aim",
        "ehcna.final_plan",
    }
    assert course.fallen_away[-1].sentence == (
        "No longer needed: send the final plan to the parent or young person, the named setting and the health body."
        " Family told there will be no assessment on 20 December 2026."
    )
    assert course.duty("ehcna.final_plan") is None


def test_second_request_while_one_is_open_does_not_reset_day_zero():
    course = sendlaw.follow(
        [("ehcna.request_received", "2026-11-21"), ("ehcna.request_received", "2026-12-10")], today="2026-12-20"
    )

    assert [one.due_on.isoformat() for one in course.duties if one.rule == "ehcna.final_plan"] == ["2027-04-10"]


def test_new_request_after_a_refusal_starts_its_own_clock():
    course = sendlaw.follow(
        [
            ("ehcna.request_received", "2025-01-06"),
            ("ehcna.assessment_refused", "2025-02-10"),
            ("ehcna.request_received", "2026-11-21"),
        ],
        today="2026-12-20",
    )

    assert course.duty("ehcna.final_plan").due_on.isoformat() == "2027-04-10"
    assert [one.status for one in course.duties if one.rule == "ehcna.decision_to_assess"] == ["met", "waiting"]


def test_coming_to_attention_first_is_day_zero():
    course = sendlaw.follow(
        {"ehcna.request_received": "2026-12-10", "ehcna.brought_to_attention": "2026-11-21"}, today="2026-12-20"
    )

    assert course.duty("ehcna.final_plan").due_on.isoformat() == "2027-04-10"


def test_lawful_exception_is_excused_and_keeps_the_first_date_in_view():
    course = sendlaw.follow(
        {"ehcna.request_received": "2027-03-01"},
        facts={"absent_from_area": ["2027-04-05", "2027-05-03"], "impractical": True},
        today="2027-08-01",
    )

    duty = course.duty("ehcna.final_plan")
    assert (duty.status, duty.due_on, duty.original_due_on.isoformat()) == ("excused", None, "2027-07-19")
    assert duty.excuse.citation == "reg 13(3) with 10(4)(d)"


def test_each_review_starts_the_next_year():
    course = sendlaw.follow(
        [("plan.first_made", "2024-09-02"), ("plan.last_reviewed", "2025-08-20"), ("plan.last_reviewed", "2026-09-01")],
        today="2026-11-22",
    )

    years = [
        (one.due_on.isoformat(), one.status, one.met_on and one.met_on.isoformat())
        for one in course.duties
        if one.rule == "review.latest_completion"
    ]
    assert years == [
        ("2025-09-01", "met", "2025-08-20"),
        ("2026-08-19", "late", "2026-09-01"),
        ("2027-08-31", "waiting", None),
    ]


def test_certificate_moves_the_time_to_appeal_by_itself():
    course = sendlaw.follow(
        {"decision.notice_sent": "2027-01-15", "mediation.certificate_issued": "2027-02-20"}, today="2027-03-01"
    )

    assert course.duty("appeal.deadline").due_on.isoformat() == "2027-03-22"


def test_time_to_appeal_that_has_run_out_is_ended_and_never_late():
    course = sendlaw.follow({"decision.notice_sent": "2027-01-15"}, today="2027-06-01")

    assert course.duty("appeal.deadline").status == "ended"


def test_plan_ended_before_the_appeal_period_is_early():
    course = sendlaw.follow(
        {"cease.notice_sent": "2027-01-29", "cease.plan_ended": "2027-03-30"},
        facts={"appeal_made": False},
        today="2027-06-01",
    )

    assert course.duty("cease.earliest_end").status == "early"


def test_duty_met_before_it_could_fall_away_stays_met():
    course = sendlaw.follow(
        {
            "amendment.notice_sent": "2027-03-29",
            "amendment.plan_finalised": "2027-05-01",
            "amendment.not_made_notified": "2027-05-10",
        },
        today="2027-06-01",
    )

    assert course.duty("amend.final_plan").status == "met"
    assert [one.rule for one in course.fallen_away] == ["amend.no_change_notice"]


def test_standing_duty_is_due_from_its_day_and_never_late():
    course = sendlaw.follow({"plan.first_made": "2026-03-29"}, today="2026-11-01")

    assert course.duty("plan.secure_provision").status == "due"


def test_duty_that_no_event_meets_can_be_said_to_be_done():
    course = sendlaw.follow(
        {"recommendation.response_received": "2027-03-01"},
        done={"recommendation.copy_to_family": "2027-03-08"},
        today="2027-06-01",
    )

    assert course.duty("recommendation.copy_to_family").status == "met"


REFUSED = [
    ({"ehcna.request_received": "2026-11-21", "plan.first_made": "2026-11-20"}, {}, ["plan.first_made", "request"]),
    ({"review.report_sent": "2027-03-01", "review.meeting_held": "2027-03-02"}, {}, ["report_sent", "meeting_held"]),
    ({"ehcna.request_received": "2027-12-01"}, {}, ["1 December 2027", "today"]),
    (
        {"decision.notice_sent": "2027-01-15", "mediation.certificate_issued": "2027-02-20"},
        {"certificate_issued": "2027-02-21"},
        ["2027-02-21", "20 February 2027"],
    ),
    ({"ehcna.request_received": "2027-03-01"}, {"received_at": "2027-03-01T10:00:00"}, ["received_at"]),
]


@pytest.mark.parametrize(("happened", "facts", "named"), REFUSED)
def test_contradicting_facts_are_refused_naming_both(happened, facts, named):
    with pytest.raises(sendlaw.Refused) as refusal:
        sendlaw.follow(happened, facts=facts, today="2027-06-01")

    assert [word for word in named if word not in str(refusal.value)] == []


def test_two_events_on_one_day_do_not_contradict_each_other():
    course = sendlaw.follow(
        {"ehcna.request_received": "2027-03-01", "ehcna.assessment_agreed": "2027-03-01"}, today="2027-03-01"
    )

    assert course.duty("ehcna.decision_to_assess").met_on.isoformat() == "2027-03-01"


def test_planned_event_may_lie_ahead():
    course = sendlaw.follow({"review.meeting_planned": "2027-07-17"}, today="2027-06-01")

    assert course.duty("review.meeting_notice_latest").due_on.isoformat() == "2027-07-03"


def test_next_steps_come_from_what_is_still_open():
    course = sendlaw.follow({"ehcna.request_received": "2026-11-21"}, today="2026-11-22")

    assert course.next_steps == (
        "If yes: ask for advice at once.",
        "If no: the notice opens mediation and appeal.",
        "The notice opens mediation and appeal.",
        "The final plan opens mediation and appeal about sections B, F and I.",
    )
