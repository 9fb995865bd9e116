"""Every question by its name in `Beginning.asks`."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from .choices import APPEALS, ISSUES, ORDERS, PHASES, SUBJECTS, yes_or_no
from .delays import DELAYS
from .shapes import Choice, Kind, Question

CERTIFICATE_UNKNOWN = _(
    "If a mediation certificate was issued, the last day for an appeal may be later than shown: "
    "one month from the certificate, if that is later."
)
_YES, _NO = frozenset({"yes"}), frozenset({"no"})

QUESTIONS: Mapping[str, Question] = {
    **DELAYS,
    "certificate_issued": Question(
        "certificate_issued",
        Kind.DAY,
        _("Do you have a mediation certificate?"),
        _("The mediation adviser sends it to you. You need none if you disagree only about the school or college named."),
        none_text=_("No, not yet"),
        if_unknown=CERTIFICATE_UNKNOWN,
        from_start=True,
        short=_("Mediation certificate"),
    ),
    "certificate_after_contact": Question(
        "certificate_issued",
        Kind.DAY,
        _("Do you have a mediation certificate?"),
        none_text=_("No, not yet"),
        only_if=("mediation_adviser_contacted", _YES),
        if_unknown=CERTIFICATE_UNKNOWN,
        from_start=True,
        short=_("Mediation certificate"),
    ),
    "mediation_adviser_contacted": Question(
        "mediation_adviser_contacted",
        Kind.ONE_OF,
        _("Have you contacted the mediation adviser?"),
        choices=yes_or_no("mediation_adviser_contacted"),
        only_if=("appeal_made", _NO),
        if_unknown=_("If the mediation adviser was contacted, the plan may have to go on for longer than shown."),
        short=_("Mediation adviser contacted"),
    ),
    "appeal_made": Question(
        "appeal_made",
        Kind.ONE_OF,
        _("Has an appeal been made to the Tribunal?"),
        choices=yes_or_no("appeal_made"),
        short=_("Appeal made"),
    ),
    "appeal_made_ombudsman": Question(
        "appeal_made",
        Kind.ONE_OF,
        _("Did you appeal to the Tribunal about the same matter?"),
        choices=yes_or_no("appeal_made"),
        if_unknown=_("The Ombudsman cannot look at what was appealed to the Tribunal."),
        short=_("Appeal made"),
    ),
    "appeal_available": Question(
        "appeal_available",
        Kind.ONE_OF,
        _("Could you have appealed to the Tribunal about it?"),
        choices=yes_or_no("appeal_available"),
        only_if=("appeal_made", _NO),
        if_unknown=_("The Ombudsman does not normally look at what could have been appealed."),
        short=_("Could be appealed"),
    ),
    "reopens": Question(
        "reopens", Kind.DAY, _("What day does the school open again?"), from_start=True, short=_("School opens again")
    ),
    "meetings_held": Question(
        "meetings_held",
        Kind.DAYS,
        _("When did the school meet you about the help?"),
        _("The last three meetings since SEN Support began. Leave the boxes empty if there were fewer."),
        labels=(_("The last meeting"), _("The one before"), _("The one before that")),
        none_text=_("No meeting yet"),
        if_unknown=_("We counted as if there had been no meeting yet. With three meetings the date is later."),
        from_start=True,
        short=_("Meetings held"),
    ),
    "transfer_date": Question(
        "transfer_date",
        Kind.DAY,
        _("Has the plan moved to a new council since then?"),
        none_text=_("No"),
        from_start=True,
        short=_("Moved to a new council"),
    ),
    "review_concluded_by": Question(
        "review_concluded_by",
        Kind.ONE_OF,
        _("How did the last review end?"),
        _("The year runs from the council's letter, not from the meeting."),
        (
            Choice("decision_notice", _("With the council's letter")),
            Choice("meeting", _("There was a meeting, but no letter yet")),
        ),
        if_unknown=_("We counted as if the review ended with the council's letter of that day."),
        short=_("Last review ended"),
    ),
    "attends_setting": Question(
        "attends",
        Kind.ONE_OF,
        _("Does your child go to a school, nursery or college?"),
        choices=(
            Choice("school", _("Yes")),
            Choice("none", _("No"), _("For example taught at home, or no place at the moment")),
        ),
        if_unknown=_("The dates are the same either way. Only the regulation that is named differs."),
        short=_("Goes to a school, nursery or college"),
    ),
    "outcome": Question(
        "outcome",
        Kind.ONE_OF,
        _("What did the council decide after the meeting?"),
        choices=(
            Choice("not_yet", _("It has not told me yet"), tells={}),
            Choice("keep", _("The plan stays as it is")),
            Choice("amend", _("The plan will be changed")),
            Choice("cease", _("The plan will end")),
        ),
        if_unknown=_("The dates for a changed plan apply only if the council wants to change it."),
        short=_("Decision after the meeting"),
    ),
    "phase": Question(
        "phase", Kind.ONE_OF, _("Which move is it?"), choices=PHASES, short=_("The move")
    ),
    "usual_cohort": Question(
        "usual_cohort",
        Kind.ONE_OF,
        _("Is your child in the usual year group for their age?"),
        choices=yes_or_no("usual_cohort"),
        short=_("In the usual year group"),
    ),
    "phase_transfer_date": Question(
        "transfer_date",
        Kind.DAY,
        _("What day will your child start at the new school or college?"),
        _("A day in the right year is enough, such as 1 September."),
        only_if=("usual_cohort", _NO),
        from_start=True,
        short=_("Day of the move"),
    ),
    "move_date": Question("move_date", Kind.DAY, _("What day do you move?"), short=_("Day of the move")),
    "moved_area": Question(
        "moved_area",
        Kind.ONE_OF,
        _("Does it change because you move to another council's area?"),
        choices=yes_or_no("moved_area"),
        short=_("Because of a move"),
    ),
    "move_date_health": Question(
        "move_date",
        Kind.DAY,
        _("What day do you move?"),
        only_if=("moved_area", _YES),
        short=_("Day of the move"),
    ),
    "attends_at_25": Question(
        "attends",
        Kind.ONE_OF,
        _("Where will they be learning when they turn 25?"),
        _("It matters only for how long a plan can run."),
        (
            Choice("fe_college", _("A further education or sixth form college")),
            Choice("apprenticeship", _("An apprenticeship")),
            Choice("elsewhere", _("Somewhere else")),
        ),
        short=_("Learning at 25"),
    ),
    "academic_year_ends": Question(
        "academic_year_ends",
        Kind.DAY,
        _("When does the school year end there, in the year they turn 25?"),
        only_if=("attends", frozenset({"elsewhere"})),
        from_start=True,
        short=_("End of that school year"),
    ),
    "apprenticeship_ends": Question(
        "apprenticeship_ends",
        Kind.DAY,
        _("When does the apprenticeship end?"),
        only_if=("attends", frozenset({"apprenticeship"})),
        from_start=True,
        short=_("End of the apprenticeship"),
    ),
    "issues": Question(
        "issues",
        Kind.SOME_OF,
        _("What is the mediation about?"),
        _("Choose all that apply."),
        ISSUES,
        short=_("Mediation is about"),
    ),
    "subject": Question(
        "subject", Kind.ONE_OF, _("What was agreed?"), choices=SUBJECTS, short=_("What was agreed")
    ),
    "agreed_date": Question(
        "agreed_date",
        Kind.DAY,
        _("Does the agreement give its own date?"),
        none_text=_("No"),
        if_unknown=_("A date written in the agreement comes before the one shown."),
        from_start=True,
        short=_("Date in the agreement"),
    ),
    "directed_date": Question(
        "directed_date",
        Kind.DAY,
        _("Did the Tribunal set its own date?"),
        _("Look in its letter or order. Its date always comes first."),
        none_text=_("No"),
        if_unknown=_("A date that the Tribunal set itself comes before the one shown."),
        from_start=True,
        short=_("Date set by the Tribunal"),
    ),
    "date_in_notice": Question(
        "date_in_notice",
        Kind.DAY,
        _("What last day does the Tribunal's letter give?"),
        from_start=True,
        short=_("Last day in the letter"),
    ),
    "order": Question(
        "order", Kind.ONE_OF, _("What did the Tribunal order?"), choices=ORDERS, short=_("Order")
    ),
    "appeal": Question(
        "appeal", Kind.ONE_OF, _("What was the appeal about?"), choices=APPEALS, short=_("Appeal about")
    ),
    "ehrc_conciliation": Question(
        "ehrc_conciliation",
        Kind.ONE_OF,
        _("Did it go to the equality body's conciliation within six months?"),
        choices=yes_or_no("ehrc_conciliation"),
        if_unknown=_("Conciliation that began within the six months adds three months. Without it the date shown is right."),
        short=_("Conciliation"),
    ),
    "same_authority": Question(
        "same_authority",
        Kind.ONE_OF,
        _("After release, is the same council still responsible?"),
        choices=(
            Choice("not_released", _("Not released yet"), tells={}),
            *yes_or_no("same_authority"),
        ),
        if_unknown=_("If another council becomes responsible on release, these dates end and the ordinary ones apply."),
        short=_("Same council after release"),
    ),
}  # fmt: skip
