"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

CONCERN_RAISE = right("concern.raise", _("Raise a worry about a child"), shows_children=True)
CONCERN_VIEW = right("concern.view", _("See where a worry stands"), shows_children=True)
CONCERN_DECIDE = right(
    "concern.decide",
    _("Decide what a worry leads to, with a reason"),
    shows_children=True,
)
VOICE_ADD = right(
    "voice.add",
    _("Add what a child, parent, teacher or professional says"),
    shows_children=True,
)
VOICE_READ = right("voice.read", _("Read what everybody said"), shows_children=True)
ASSESSMENT_WRITE = right("assessment.write", _("Write an assessment"), shows_children=True)
PLAN_VIEW = right("plan.view", _("See a child's SEN Support plan"), shows_children=True)
PLAN_WRITE = right("plan.write", _("Write targets and doses, and start the plan"), shows_children=True)
PLAN_AGREE = right("plan.agree", _("Agree to a plan, or take the agreement back"), shows_children=True)
REVIEW_VIEW = right("review.view", _("See reviews"), shows_children=True)
REVIEW_HOLD = right("review.hold", _("Hold a review and decide the next cycle"), shows_children=True)
SUPERVISED_VIEWS_RECORD = right(
    "supervised_views.record",
    _("Record the views of a younger child in one supervised session"),
    shows_children=True,
)
CALENDAR_VIEW = right("calendar.view", _("See the calendar of reviews"), shows_children=True)
