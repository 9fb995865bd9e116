"""Longer lists of choices: moves between phases, orders, appeals, agreements. The values are sendlaw's own words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shapes import Choice


def yes_or_no(fact: str) -> tuple[Choice, Choice]:
    return Choice("yes", _("Yes"), tells={fact: True}), Choice("no", _("No"), tells={fact: False})


PHASES = (
    Choice("early_years_to_school", _("Nursery to school")),
    Choice("infant_to_junior", _("Infant to junior school")),
    Choice("primary_to_secondary", _("Primary to secondary school")),
    Choice("primary_to_middle_year4", _("Primary to middle school, in Year 4")),
    Choice("primary_to_middle_year5", _("Primary to middle school, in Year 5")),
    Choice("middle_to_secondary_year8", _("Middle to secondary school, in Year 8")),
    Choice("middle_to_secondary_year9", _("Middle to secondary school, in Year 9")),
    Choice("secondary_to_post16_institution", _("School to a college, or a 16 to 19 academy")),
    Choice("moves_to_school_sixth_form", _("To the sixth form of another school")),
    Choice("stays_in_same_school_sixth_form", _("To the sixth form of the same school")),
    Choice("stays_in_all_through_school", _("On to the next year in an all-through school")),
)

ISSUES = (
    Choice("education", _("Education")),
    Choice("social_care", _("Social care")),
    Choice("health", _("Health")),
)

SUBJECTS = (
    Choice("assess_notify", _("The council will assess my child's needs")),
    Choice("make_plan_draft", _("The council will make a plan: when the draft comes")),
    Choice("make_plan_final", _("The council will make a plan: when the final plan comes")),
    Choice("amend_section_F", _("The council will change the help in the plan")),
    Choice("named_school_only", _("The council will name another school or college")),
    Choice("health_provision", _("Something about health")),
    Choice("social_care_provision", _("Something about social care")),
)

ORDERS = (
    Choice("assess", _("Assess my child's needs")),
    Choice("reassess", _("Assess again")),
    Choice("make_plan", _("Make a plan")),
    Choice("reconsider", _("Think again about whether a plan is needed")),
    Choice("amend", _("Change what the plan says")),
    Choice("change_named_school_only", _("Change only the school or college named")),
    Choice("continue_plan", _("Keep the plan going")),
    Choice("continue_and_amend", _("Keep the plan going and change it")),
    Choice("dismiss_cease_appeal", _("The plan may end: the appeal was not successful")),
)

APPEALS = (
    Choice("refusal_to_assess", _("The council refused to assess")),
    Choice("refusal_to_reassess", _("The council refused to assess again")),
    Choice("refusal_to_issue", _("The council refused to make a plan")),
    Choice("refusal_to_amend", _("The council refused to change the plan")),
    Choice("contents_B_F", _("What the plan says about needs and help")),
    Choice("contents_B_F_and_section_I", _("Needs and help, and the school or college")),
    Choice("section_I_only", _("Only the school or college")),
    Choice("cease", _("The council wanted to end the plan")),
)
