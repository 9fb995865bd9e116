"""Reviews, changes, moves, growing up and the end of a plan: what a family can say happened."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shapes import Beginning, OtherDay, Stage

REVIEWS = Stage(
    "review",
    _("The annual review and changes to a plan"),
    _("The meeting, the decision, proposed changes, a new assessment"),
    (
        Beginning(
            "plan.last_reviewed",
            _("The last review of the plan ended"),
            _("What date is on the council's letter after the last review?"),
            _("When must the next one be finished?"),
            asks=("review_concluded_by", "transfer_date"),
        ),
        Beginning(
            "review.meeting_planned",
            _("A review meeting is planned"),
            _("What day is the meeting planned for?"),
        ),
        Beginning(
            "review.meeting_held",
            _("The review meeting was held"),
            _("What day was the meeting?"),
            asks=("attends_setting", "outcome"),
        ),
        Beginning(
            "amendment.notice_sent",
            _("The council wrote to say what it wants to change"),
            _("What date is on the letter with the changes?"),
            other_days=(
                OtherDay(
                    "amendment.notice_served",
                    _("When did the letter with the changes reach you?"),
                    _("Your time to say what you think runs from that day."),
                    _("Without the day the letter reached you, we cannot work out how long you have to say what you think."),
                    later=True,
                ),
            ),
        ),
        Beginning(
            "amendment.plan_finalised",
            _("The changed plan came"),
            _("What date is on the letter with the changed plan?"),
            _("Can I appeal, and until when?"),
            starts=("amendment.plan_finalised", "decision.notice_sent"),
            asks=("certificate_issued",),
        ),
        Beginning(
            "amendment.not_made_notified",
            _("The council decided not to change the plan"),
            _("What date is on the letter?"),
            starts=("amendment.not_made_notified", "decision.notice_sent"),
            asks=("certificate_issued",),
        ),
        Beginning(
            "reassessment.request_received",
            _("I asked for a new assessment"),
            _("When did the council get the request?"),
        ),
        Beginning(
            "reassessment.decision_notified",
            _("The council said yes to a new assessment"),
            _("What date is on the council's letter?"),
            asks=("delay_assessment", "asked_head", "school_closure", "asked_early_years", "provider_closure",
                  "absent_from_area", "impractical"),
        ),
    ),
)  # fmt: skip

NEXT_STAGE = Stage(
    "next-stage",
    _("Moving on to the next school or college"),
    _("Starting school, junior, secondary, college: by when the plan must name it"),
    (
        Beginning(
            "phase_transfer.child_born",
            _("My child will move on to the next stage of education"),
            _("When was the child or young person born?"),
            _("Starting school, infant to junior, primary to secondary, school to college"),
            asks=("phase", "usual_cohort", "phase_transfer_date"),
            birth=True,
        ),
        Beginning(
            "post16.transfer_date",
            _("A young person moves from one college to another"),
            _("When is the move planned for?"),
        ),
    ),
)

MOVING = Stage(
    "moving",
    _("Moving to another council's area"),
    _("Who must send the plan on, and when the new council must write"),
    (
        Beginning(
            "move.old_la_aware",
            _("Our old council was told that we move"),
            _("When was the old council told?"),
            asks=("move_date",),
        ),
        Beginning(
            "move.plan_transferred",
            _("The plan went to the new council"),
            _("What day did the plan go to the new council?"),
            other_days=(
                OtherDay(
                    "plan.last_reviewed",
                    _("When did the last review of the plan end?"),
                    _("The date on the old council's letter after the review."),
                    _("Without the day the last review ended, we cannot work out when the new council must review."),
                ),
            ),
        ),
        Beginning(
            "move.attendance_not_practicable",
            _("My child cannot go on at the old school because of the move"),
            _("From what day is it not possible?"),
        ),
        Beginning(
            "health_body.old_aware_of_change",
            _("Our health service changes"),
            _("When did the old health service know of the change?"),
            _("Because of a move, or a new doctor's practice"),
            asks=("moved_area", "move_date_health"),
        ),
        Beginning(
            "health_body.new_aware_of_change",
            _("The new health service cannot give the help in the plan"),
            _("When did the new health service know of the change?"),
        ),
    ),
)

GROWING_UP = Stage(
    "growing-up",
    _("Growing up, and when a plan may end"),
    _("School age, whose rights they are, ending a plan"),
    (
        Beginning(
            "person.born",
            _("What follows from a date of birth"),
            _("When was the child or young person born?"),
            _("School age, whose rights they are, how long a plan can run"),
            asks=("attends_at_25", "academic_year_ends", "apprenticeship_ends"),
            birth=True,
        ),
        Beginning(
            "cease.considered",
            _("The council says it may end the plan"),
            _("When did the council ask what you think?"),
        ),
        Beginning(
            "cease.decided",
            _("The council decided to end the plan"),
            _("When did the council decide?"),
        ),
        Beginning(
            "cease.notice_sent",
            _("The letter came that ends the plan"),
            _("What date is on the letter?"),
            starts=("cease.notice_sent", "decision.notice_sent"),
            asks=("appeal_made", "mediation_adviser_contacted", "certificate_after_contact"),
        ),
    ),
)

MONEY = Stage(
    "personal-budget",
    _("A personal budget or direct payments"),
    _("Asking, being refused, the first payment, less money"),
    (
        Beginning("direct_payment.requested", _("I asked for a personal budget"), _("When did you ask?")),
        Beginning(
            "direct_payment.refused", _("The council refused a direct payment"), _("What date is on the letter?")
        ),
        Beginning(
            "direct_payment.first_made", _("The first direct payment was made"), _("When was the first payment made?")
        ),
        Beginning(
            "direct_payment.reduction_decided",
            _("The council will pay less, or stop paying"),
            _("When did the council decide?"),
        ),
    ),
)
