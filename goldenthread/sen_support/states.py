"""Who moves a worry, a cycle and a review from where to where, on what ground, and whose turn each state is."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.process.moves import Move, Table

from .permissions import ASSESSMENT_WRITE, CONCERN_DECIDE, CONCERN_RAISE, PLAN_WRITE, REVIEW_HOLD

CODE = "SEND Code of Practice 2015 paras"

CONCERN = Table(
    "concern",
    states={
        "raised": (_("Raised"), _("the SENCO")),
        "looking": (_("Being looked into"), _("the person who has it")),
        "decided": (_("Decided"), _("nobody")),
    },
    moves=(
        # name          from                    to         right           audit                  letter  citation
        Move("raise", ("",), "raised", CONCERN_RAISE, "concern.raised", "", f"{CODE} 6.44 to 6.56"),
        Move("acknowledge", ("raised",), "looking", CONCERN_DECIDE, "concern.acknowledged"),
        Move(
            "decide",
            ("raised", "looking"),
            "decided",
            CONCERN_DECIDE,
            "concern.decided",
            "",
            "Children and Families Act 2014 ss.20 and 21",
        ),
        Move("look_again", ("decided",), "looking", CONCERN_DECIDE, "concern.reopened"),
    ),
)

CYCLE = Table(
    "cycle",
    states={
        "assess": (_("Assess"), _("the SENCO and the teacher")),
        "plan": (_("Plan"), _("the SENCO with the family")),
        "do": (_("Do"), _("the teacher")),
        "review": (_("Review"), _("the SENCO with the family")),
        "closed": (_("Closed"), _("nobody")),
    },
    moves=(
        Move("begin", ("",), "assess", ASSESSMENT_WRITE, "cycle.begun", "", f"{CODE} 6.44 to 6.56"),
        Move("begin_from_worry", ("",), "assess", CONCERN_DECIDE, "cycle.begun", "", f"{CODE} 6.44 to 6.56"),
        Move("enter_running", ("",), "do", PLAN_WRITE, "cycle.entered_running"),
        Move("carry_forward", ("",), "plan", REVIEW_HOLD, "cycle.carried_forward", "", f"{CODE} 6.53 to 6.56"),
        Move("finish_assessment", ("assess",), "plan", ASSESSMENT_WRITE, "cycle.assessed", "", f"{CODE} 6.44 to 6.56"),
        Move("start", ("plan",), "do", PLAN_WRITE, "cycle.started", "", f"{CODE} 6.44 to 6.56"),
        Move("open_review", ("do",), "review", REVIEW_HOLD, "cycle.review_opened", "", f"{CODE} 6.53 to 6.56"),
        Move("close", ("review",), "closed", REVIEW_HOLD, "cycle.closed", "", f"{CODE} 6.53 to 6.56"),
    ),
)

REVIEW = Table(
    "review",
    states={
        "planned": (_("Date agreed"), _("the SENCO")),
        "arranged": (_("Meeting arranged"), _("everybody invited")),
        "held": (_("Held"), _("nobody")),
    },
    moves=(
        Move("plan", ("",), "planned", PLAN_WRITE, "review.planned", "", f"{CODE} 6.53 to 6.56"),
        Move("carry_forward", ("",), "planned", REVIEW_HOLD, "review.planned", "", f"{CODE} 6.53 to 6.56"),
        Move("arrange", ("planned", "arranged"), "arranged", REVIEW_HOLD, "review.arranged"),
        Move("hold", ("planned", "arranged"), "held", REVIEW_HOLD, "review.held", "", f"{CODE} 6.53 to 6.56"),
    ),
)
