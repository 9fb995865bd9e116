"""Mediation, the Tribunal, complaints, youth custody and what is published: what a family can say happened."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shapes import Beginning, Stage

ORDER_DELAYS = ("delay_order", "asked_head", "school_closure", "asked_early_years", "provider_closure",
                "absent_from_area", "impractical")  # fmt: skip

MEDIATION = Stage(
    "mediation",
    _("You disagree: mediation"),
    _("How long you have, and when the meeting must be"),
    (
        Beginning(
            "decision.notice_sent",
            _("The council sent a decision that I disagree with"),
            _("What date is on the letter with the decision?"),
            _("Mediation and appeal: how long do I have?"),
            asks=("certificate_issued",),
        ),
        Beginning(
            "mediation.adviser_told_no_mediation",
            _("I told the mediation adviser that I do not want mediation"),
            _("When did you tell the adviser?"),
            _("When does the certificate come?"),
        ),
        Beginning(
            "mediation.la_told_parent_wants_mediation",
            _("The council was told that I want mediation"),
            _("When was the council told?"),
            asks=("issues",),
        ),
        Beginning(
            "mediation.icb_told_by_la",
            _("The council told the health service that I want mediation"),
            _("When was the health service told?"),
            _("Where it is only about health"),
        ),
        Beginning(
            "mediation.adviser_told_not_arranged",
            _("The council says it cannot hold mediation in time"),
            _("When was the mediation adviser told?"),
        ),
        Beginning("mediation.planned", _("A day is set for mediation"), _("What day is the mediation planned for?")),
        Beginning("mediation.concluded", _("Mediation has ended"), _("When did mediation end?")),
        Beginning(
            "mediation.agreement_dated",
            _("We reached an agreement in mediation"),
            _("What date is on the agreement?"),
            asks=("subject", "agreed_date", *ORDER_DELAYS),
        ),
        Beginning(
            "disagreement.raised",
            _("I want somebody neutral to help us agree"),
            _("When did you ask?"),
            _("Disagreement resolution: also with a school"),
        ),
    ),
)

TRIBUNAL = Stage(
    "tribunal",
    _("The Tribunal"),
    _("An appeal, what the council must do after it, discrimination"),
    (
        Beginning(
            "tribunal.la_received_appeal",
            _("The council got my appeal from the Tribunal"),
            _("When did the council get it?"),
            asks=("directed_date",),
        ),
        Beginning(
            "tribunal.la_conceded_before_response",
            _("The council gave in before it answered the appeal"),
            _("When did the council tell the Tribunal?"),
            asks=("appeal", "directed_date", *ORDER_DELAYS),
        ),
        Beginning(
            "tribunal.order_made",
            _("The Tribunal made its decision"),
            _("What date is on the Tribunal's order?"),
            asks=("order", "directed_date", *ORDER_DELAYS),
        ),
        Beginning(
            "tribunal.decision_reasons_sent",
            _("I think the Tribunal got the law wrong"),
            _("When were the Tribunal's written reasons sent?"),
            _("Asking for permission to appeal"),
            asks=("directed_date",),
        ),
        Beginning(
            "tribunal.permission_refused_sent",
            _("The Tribunal refused permission to appeal"),
            _("When was the refusal sent?"),
            asks=("date_in_notice",),
        ),
        Beginning(
            "tribunal.recommendation_sent",
            _("The Tribunal made a recommendation about health or social care"),
            _("When was it sent?"),
        ),
        Beginning(
            "recommendation.response_received",
            _("The council got the answer to a recommendation"),
            _("When did the council get it?"),
        ),
        Beginning(
            "claim.conduct_date",
            _("A school discriminated because of disability"),
            _("What day did it happen?"),
            _("If it went on for some time: the last day. If something was not done: the day that was decided."),
            asks=("ehrc_conciliation",),
        ),
    ),
)

COMPLAINTS = Stage(
    "complaint",
    _("Complaints"),
    _("To the council, the school, the Ombudsman or a court"),
    (
        Beginning("complaint.received", _("I complained to the council"), _("When did the council get it?")),
        Beginning(
            "complaint.acknowledged",
            _("The council wrote that it has my complaint"),
            _("When did the council write that?"),
        ),
        Beginning(
            "complaint.stage_two_requested",
            _("I asked for my complaint to be looked at again"),
            _("When did the council get that?"),
            _("Stage 2"),
        ),
        Beginning(
            "complaint.stage_two_acknowledged",
            _("The council wrote that it will look again"),
            _("When did the council write that?"),
            _("Stage 2"),
        ),
        Beginning(
            "complaint.matter_known",
            _("I think of going to the Ombudsman"),
            _("When did you first know of the problem?"),
            asks=("appeal_made_ombudsman", "appeal_available"),
        ),
        Beginning("complaint.to_school", _("I complained to the school"), _("When did you complain?")),
        Beginning(
            "judicial_review.grounds_arose",
            _("I think of going to court about how a decision was made"),
            _("When was the decision made, or when did the problem begin?"),
            _("Judicial review"),
        ),
    ),
)

CUSTODY = Stage(
    "custody",
    _("In youth custody"),
    _("Assessment, plan and release"),
    (
        Beginning(
            "detained.request_received",
            _("Somebody in custody, or their parent, asked for an assessment"),
            _("When did the home council get the request?"),
            asks=("same_authority", "delay_detained", "asked_head", "school_closure", "absent_from_area", "impractical"),
        ),
        Beginning(
            "detained.brought_to_attention",
            _("Somebody told the home council about a person in custody"),
            _("When was the home council told?"),
            asks=("same_authority", "delay_detained", "asked_head", "school_closure", "absent_from_area", "impractical"),
        ),
        Beginning(
            "detained.draft_served", _("The draft plan came"), _("When did the draft plan reach you?")
        ),
        Beginning("detained.released", _("The person was released"), _("What was the day of release?")),
    ),
)  # fmt: skip

PUBLISHED = Stage(
    "published",
    _("What schools and councils publish"),
    _("The SEN information report and the Local Offer"),
    (
        Beginning(
            "sen_information_report.published",
            _("The school put its SEN information report on its website"),
            _("When was it last published?"),
        ),
        Beginning(
            "local_offer.comments_published",
            _("The council answered comments on its Local Offer"),
            _("When were comments and answers last published?"),
        ),
        Beginning("local_offer.published", _("The council published its Local Offer"), _("When was it published?")),
    ),
)
