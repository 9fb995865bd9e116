"""What can start a clock or stop one. A question about an event not listed here is refused.

`said` opens the sum ("Request received Saturday 21 November 2026."); `receipt` events take their
day from the moment of receipt when one is given; `planned` events may lie ahead of today;
`after` names events of the same process that cannot come later than this one.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One kind of happening."""

    name: str
    said: str
    after: tuple[str, ...] = ()
    receipt: bool = False
    planned: bool = False
    birth: bool = False


ASKED = ("ehcna.request_received", "ehcna.brought_to_attention")
DECIDED = ("ehcna.assessment_agreed", "ehcna.assessment_refused")

ROWS = (
    Event("person.born", "Born", birth=True),
    Event("sen_support.provision_decided", "Special educational provision decided on"),
    Event("sen_support.parents_told", "Parents told", ("sen_support.provision_decided",)),
    Event("sen_support.started", "SEN Support began"),
    Event("sen_support.review_agreed_for", "Review agreed for", planned=True),
    Event("sen_support.review_held", "SEN Support review held", ("sen_support.started",)),
    Event("pupil_report.sent", "Last written report sent"),
    Event("senco.appointed", "Became SENCO"),
    Event("senco.qualified", "SENCO qualified"),
    Event("sen_information_report.published", "SEN information report published"),
    Event("school.closed_first_day", "School closed from", planned=True),
    Event("term.starts", "Term starts", planned=True),
    # an EHC needs assessment
    Event("ehcna.request_received", "Request received", receipt=True),
    Event("ehcna.brought_to_attention", "Brought to the authority's attention", receipt=True),
    Event("ehcna.assessment_agreed", "Family told there will be an assessment", ASKED),
    Event("ehcna.assessment_refused", "Family told there will be no assessment", ASKED),
    Event("ehcna.advice_request_received_by_body", "Request for advice received", receipt=True),
    Event("ehcna.advice_received", "Advice received", ("ehcna.advice_request_received_by_body",)),
    Event("ehcna.plan_refused", "Family told there will be no plan", (*ASKED, "ehcna.assessment_agreed")),
    Event("assessment.completed", "Last assessment made"),
    # the plan
    Event("draft.served", "Draft plan served", ASKED),
    Event("placement.request_received", "Request for a setting received", receipt=True),
    Event("placement.consultation_received", "Consultation received", receipt=True),
    Event("placement.consultation_answered", "Consultation answered", ("placement.consultation_received",)),
    Event("plan.first_made", "Plan first made", (*ASKED, "draft.served")),
    # reviews and amendment
    Event("plan.last_reviewed", "Last review ended by the authority's notice", ("plan.first_made",)),
    Event("review.meeting_planned", "Review meeting planned for", planned=True),
    Event("review.invitations_sent", "Invitations sent"),
    Event("review.papers_circulated", "Advice circulated"),
    Event("review.meeting_held", "Review meeting held", ("plan.first_made",)),
    Event("review.report_sent", "Report sent", ("review.meeting_held",)),
    Event("review.decision_notified", "Decision notified", ("review.meeting_held",)),
    Event("amendment.notice_sent", "Amendment notice sent", ("plan.first_made",)),
    Event("amendment.notice_served", "Amendment notice served", ("plan.first_made",)),
    Event("amendment.plan_finalised", "Final amended plan sent", ("plan.first_made", "amendment.notice_sent")),
    Event("amendment.not_made_notified", "Family told the plan will not be amended", ("amendment.notice_sent",)),
    Event(
        "reassessment.request_received",
        "Request for reassessment received",
        ("plan.first_made",),
        receipt=True,
    ),
    Event(
        "reassessment.decision_notified",
        "Decision on reassessment notified",
        ("reassessment.request_received",),
    ),
    Event("reassessment.plan_finalised", "Plan finalised", ("reassessment.decision_notified",)),
    Event("phase_transfer.child_born", "Born", birth=True),
    Event("phase_transfer.plan_finalised", "Plan naming the new setting sent"),
    Event("post16.transfer_date", "Move planned for", planned=True),
    # moves
    Event("move.old_la_aware", "Old authority became aware"),
    Event("move.plan_transferred", "Plan transferred", ("plan.first_made", "move.old_la_aware")),
    Event("move.family_informed", "Family informed", ("move.plan_transferred",)),
    Event("move.attendance_not_practicable", "Attendance no longer practicable"),
    Event("health_body.old_aware_of_change", "Old health body became aware"),
    Event("health_body.new_aware_of_change", "New health body became aware"),
    # ceasing
    Event("cease.considered", "Ceasing considered, family consulted", ("plan.first_made",)),
    Event("cease.decided", "Decision to cease made", ("plan.first_made", "cease.considered")),
    Event(
        "cease.notice_sent",
        "Notice of ceasing sent",
        ("plan.first_made", "cease.considered", "cease.decided"),
    ),
    Event("cease.plan_ended", "Plan ended", ("cease.notice_sent",)),
    # personal budgets
    Event("direct_payment.requested", "Personal budget asked for"),
    Event("direct_payment.refused", "Direct payment refused", ("direct_payment.requested",)),
    Event("direct_payment.first_made", "First direct payment made", ("direct_payment.requested",)),
    Event("direct_payment.reviewed", "Direct payment reviewed", ("direct_payment.first_made",)),
    Event("direct_payment.reduction_decided", "Reduction decided", ("direct_payment.first_made",)),
    # mediation
    Event("decision.notice_sent", "Notice of the decision sent"),
    Event("mediation.adviser_contacted", "Mediation adviser contacted", ("decision.notice_sent",)),
    Event("mediation.adviser_told_no_mediation", "Adviser told of no mediation", ("decision.notice_sent",)),
    Event("mediation.la_told_parent_wants_mediation", "Authority told", ("decision.notice_sent",)),
    Event(
        "mediation.health_bodies_notified",
        "Health bodies told",
        ("mediation.la_told_parent_wants_mediation",),
    ),
    Event("mediation.icb_told_by_la", "Health body told by the authority"),
    Event("mediation.adviser_told_not_arranged", "Adviser told that it cannot be arranged in time"),
    Event("mediation.planned", "Mediation planned for", planned=True),
    Event("mediation.family_told", "Family told the date and place"),
    Event("mediation.held", "Mediation held", ("mediation.la_told_parent_wants_mediation",)),
    Event("mediation.concluded", "Mediation concluded", ("mediation.held",)),
    Event("mediation.certificate_issued", "Certificate issued", ("decision.notice_sent",)),
    Event("mediation.agreement_dated", "Mediation agreement dated", ("decision.notice_sent",)),
    Event("mediation.agreement_carried_out", "Agreement carried out", ("mediation.agreement_dated",)),
    # the Tribunal
    Event("appeal.received", "Appeal received by the Tribunal", ("decision.notice_sent",)),
    Event("tribunal.la_received_appeal", "Appeal received", ("decision.notice_sent",), receipt=True),
    Event("tribunal.la_responded", "Response sent", ("tribunal.la_received_appeal",)),
    Event("tribunal.la_conceded_before_response", "Tribunal told the appeal is not opposed"),
    Event("tribunal.order_made", "Order made", ("tribunal.la_received_appeal",)),
    Event("tribunal.decision_reasons_sent", "Written reasons sent", ("tribunal.la_received_appeal",)),
    Event("tribunal.permission_refused_sent", "Refusal of permission sent"),
    Event("tribunal.recommendation_sent", "Recommendation sent"),
    Event("recommendation.response_received", "Response received", ("tribunal.recommendation_sent",)),
    Event("claim.conduct_date", "Conduct complained of"),
    Event("claim.received", "Claim received by the Tribunal", ("claim.conduct_date",)),
    # what is public, complaints, detained persons
    Event("local_offer.published", "Local Offer published"),
    Event("local_offer.comments_published", "Comments and responses published"),
    Event("complaint.received", "Complaint received", receipt=True),
    Event("complaint.acknowledged", "Complaint acknowledged", ("complaint.received",)),
    Event("complaint.stage_one_answered", "Stage 1 answered", ("complaint.received",)),
    Event("complaint.stage_two_requested", "Stage 2 asked for", ("complaint.received",), receipt=True),
    Event("complaint.stage_two_acknowledged", "Stage 2 acknowledged", ("complaint.stage_two_requested",)),
    Event("complaint.stage_two_answered", "Stage 2 answered", ("complaint.stage_two_requested",)),
    Event("complaint.matter_known", "Family knew of the matter"),
    Event("complaint.to_school", "Complaint made to the school"),
    Event("disagreement.raised", "Disagreement raised"),
    Event("judicial_review.grounds_arose", "Grounds arose"),
    Event("detained.request_received", "Request received", receipt=True),
    Event("detained.brought_to_attention", "Brought to the home authority's attention", receipt=True),
    Event("detained.draft_served", "Draft plan served"),
    Event("detained.released", "Released"),
)

EVENTS: Mapping[str, Event] = {row.name: row for row in ROWS}
