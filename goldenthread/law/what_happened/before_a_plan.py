"""From a first worry to the draft plan: what a family can say happened."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shapes import Beginning, OtherDay, Stage

ASKED = OtherDay(
    "ehcna.request_received",
    _("When did the council get the request for an assessment?"),
    _("The 6, 16 and 20 weeks all run from that day."),
    _("Without the day the council got the request, we cannot work out the limits of 6, 16 and 20 weeks."),
)

SUPPORT = Stage(
    "sen-support",
    _("Extra help at school or nursery"),
    _("SEN Support: being told, meetings, reviews and reports"),
    (
        Beginning(
            "sen_support.provision_decided",
            _("The school decided that my child should get extra help"),
            _("When did the school decide?"),
        ),
        Beginning(
            "sen_support.started",
            _("SEN Support began"),
            _("When did SEN Support begin?"),
            _("How often should the school meet me?"),
            asks=("meetings_held",),
        ),
        Beginning(
            "sen_support.review_agreed_for",
            _("We agreed a date to look at how the help is going"),
            _("What date was agreed for the review?"),
        ),
        Beginning(
            "pupil_report.sent",
            _("The school sent me a written report"),
            _("When was the last report sent?"),
            _("When is the next one due?"),
        ),
    ),
)

ASSESSMENT = Stage(
    "assessment",
    _("Asking for an EHC needs assessment"),
    _("The request, yes or no, and advice from professionals"),
    (
        Beginning(
            "ehcna.request_received",
            _("I asked the council for an assessment, or the school did"),
            _("When did the council get the request?"),
            asks=("delay_assessment", "asked_head", "school_closure", "asked_early_years", "provider_closure",
                  "absent_from_area", "impractical"),
        ),
        Beginning(
            "ehcna.brought_to_attention",
            _("Somebody else told the council about my child"),
            _("When was the council told?"),
            _("For example a doctor, a nursery or a social worker"),
            asks=("delay_assessment", "asked_head", "school_closure", "asked_early_years", "provider_closure",
                  "absent_from_area", "impractical"),
        ),
        Beginning(
            "ehcna.assessment_agreed",
            _("The council said yes to an assessment"),
            _("When did the council tell you yes?"),
            other_days=(ASKED,),
        ),
        Beginning(
            "ehcna.assessment_refused",
            _("The council said no to an assessment"),
            _("What date is on the letter?"),
            starts=("ehcna.assessment_refused", "decision.notice_sent"),
            asks=("certificate_issued",),
        ),
        Beginning(
            "ehcna.advice_request_received_by_body",
            _("The council asked somebody for advice about my child"),
            _("When did they get the council's request?"),
            _("For example an educational psychologist, a therapist, a doctor or the school"),
            asks=("delay_advice", "absent_from_area", "impractical"),
        ),
        Beginning(
            "ehcna.plan_refused",
            _("After the assessment the council said no to a plan"),
            _("What date is on the letter?"),
            starts=("decision.notice_sent",),
            asks=("certificate_issued",),
        ),
        Beginning(
            "assessment.completed",
            _("My child was assessed before, and I want to ask again"),
            _("When was the last assessment made?"),
        ),
        Beginning(
            "school.closed_first_day",
            _("The school closes for a long holiday"),
            _("What is the first day the school is closed?"),
            _("Does it give the council more time?"),
            asks=("reopens",),
        ),
    ),
)  # fmt: skip

PLAN = Stage(
    "plan",
    _("The draft plan and the final plan"),
    _("Your 15 days, naming a school or college, the help in the plan"),
    (
        Beginning(
            "draft.served",
            _("The draft plan came"),
            _("When did the draft plan reach you?"),
            other_days=(ASKED,),
        ),
        Beginning(
            "placement.request_received",
            _("I asked for a school or college to be named"),
            _("When did the council get your request?"),
        ),
        Beginning(
            "placement.consultation_received",
            _("The council asked a school or college about a place"),
            _("When did the school or college get the council's letter?"),
        ),
        Beginning(
            "plan.first_made",
            _("The final plan came"),
            _("What date is on the final plan?"),
            _("The first final plan. Choose below if it was changed later."),
            asks=("transfer_date",),
        ),
    ),
)
