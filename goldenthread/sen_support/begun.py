"""The long forms of this room, so that what somebody began leads back to its page."""

from django.utils.translation import gettext_lazy as _

from goldenthread.pages.drafts import drafts_open
from goldenthread.provision.models import Kind

from .models import Purpose

FORMS = (
    ("worry/tell", _("A worry"), "raise_my_worry"),
    ("words/say", _("What you want to say"), "add_my_words"),
    ("words/before-review", _("What you want to say before a review"), "say_before_review"),
    ("words/put-right", _("Your words, put right"), "mend_my_words"),
    ("concern/raise", _("A worry about a child"), "raise_worry"),
    ("concern/decide", _("A decision about a worry"), "decide_worry"),
    ("words/add", _("What somebody said"), "add_words"),
    ("words/mend", _("Words, put right"), "mend_words"),
    ("words/changed", _("What changed because of somebody's words"), "changed_by_words"),
    ("measure/add", _("A measure"), "add_measure"),
    ("reading/add", _("A figure"), "add_reading"),
    ("cycle/analysis", _("What an assessment shows"), "write_analysis"),
    ("cycle/running", _("A plan that already runs"), "enter_running"),
    ("cycle/start", _("The start of a plan"), "start_plan"),
    ("cycle/told", _("That parents were told"), "tell_parents"),
    ("cycle/answer", _("An answer to a plan"), "note_answer"),
    ("meeting", _("A meeting with the parents"), "note_meeting"),
    ("report", _("That the yearly report was sent"), "note_report"),
    ("target/add", _("A target"), "add_target"),
    ("target/change", _("A change to a target"), "edit_target"),
    ("target/drop", _("Dropping a target"), "drop_target"),
    ("dose/change", _("A change to help"), "edit_dose"),
    ("dose/stop", _("Stopping help"), "stop_help"),
    ("review/arrange", _("Arranging a review"), "arrange_review"),
    ("review/hold", _("A review"), "hold_review"),
)


def join() -> None:
    """Register every form. Called once, from the app's `ready`."""
    for form, title, page in FORMS:
        drafts_open(form, title, page)
    for kind in Kind:
        drafts_open(f"dose/add/{kind.value}", _("Help for a target"), "add_dose", f"kind={kind.value}")
    for purpose in Purpose:
        query = f"purpose={purpose.value}"
        drafts_open(f"plan/answer/{purpose.value}", _("Your answer about a plan"), "answer_my_plan", query)
