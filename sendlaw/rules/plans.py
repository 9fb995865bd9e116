"""The draft plan, naming a setting, and what binds as soon as a plan is made."""

from sendlaw.cohorts import day_after
from sendlaw.events import Start
from sendlaw.outcomes import Deadline, NoFixedDate
from sendlaw.parameters import Law
from sendlaw.rulebook import LOCAL_AUTHORITY, SETTING, Holder, rule
from sendlaw.sums import count
from sendlaw.words import day_in_words

NAMED_SETTING = Holder("the setting named in the plan", "the school or college named in the plan")
SERVED = ("draft.served", "amendment.notice_served")


def _representations(start: Start, law: Law) -> Deadline:
    amendment = start.event.name == "amendment.notice_served"
    name = "draft.representations_last_day"
    return count(start, law, f"{name}.amendment" if amendment else name)


@rule(
    "draft.representations_last_day",
    starts=SERVED,
    who=LOCAL_AUTHORITY,
    must="accept comments, a request for a setting and a request to meet at least",
    plain="let you comment, ask for a school and ask to meet, at least",
    sense="window",
    officer="The family has at least until {due} to comment, ask for a setting or ask to meet ({citation}).",
    parent="You have at least until {due} to say what you think, ask for a school or ask to meet.",
)
def representations_last_day(start: Start, law: Law) -> Deadline:
    """The last of the fifteen days the family must be given, counted from the day of service as day 1.

    Calendar days: weekends and bank holidays count.
    Source: SI 2014/1530 reg 13(1)(a) (draft plan), reg 22(2)(c) (amendment); CFA 2014 s.38(2).
    """
    return _representations(start, law)


@rule(
    "draft.earliest_finalisation",
    starts=SERVED,
    who=LOCAL_AUTHORITY,
    must="finalise the plan",
    plain="make the plan final",
    rests_on=("draft.representations_last_day",),
    sense="earliest_day",
    met_by=("plan.first_made", "amendment.plan_finalised"),
    officer="The plan may be final no sooner than {due}, unless the family has said it is done ({citation}).",
    parent="The council must not make the plan final before {due}, unless you say you have finished.",
)
def earliest_finalisation(start: Start, law: Law) -> Deadline:
    """The first day the plan may be finalised: the day after the family's fifteen days.

    Source: SI 2014/1530 reg 13(1)(a), reg 22(2)(c).
    """
    window = _representations(start, law)
    first = day_after(window.on)
    return Deadline(first, (*window.steps, f"The first day after them is {day_in_words(first)}."), None, window.basis)


@rule(
    "draft.setting_information",
    starts=("draft.served",),
    who=LOCAL_AUTHORITY,
    must="say where information about schools and colleges can be found",
    plain="tell you where to find out about schools and colleges",
)
def setting_information(start: Start, law: Law) -> Deadline:
    """Where to find information on settings must be said with the draft itself.

    Source: SI 2014/1530 reg 13(1)(b).
    """
    return count(start, law, "draft.setting_information")


@rule(
    "placement.consult_before_naming",
    starts=("placement.request_received",),
    who=LOCAL_AUTHORITY,
    must="consult the setting, and its authority if another, before naming it",
    plain="ask the school or college before it names it",
)
def consult_before_naming(start: Start, law: Law) -> NoFixedDate:
    """A setting must be consulted, with the draft, before it is named; the law gives no number of days.

    Source: Children and Families Act 2014 s.39(2), s.40(3).
    """
    law.limit("placement.consult_before_naming")
    return NoFixedDate("The law says before naming the setting, with no number of days.", start.opening)


@rule(
    "placement.consultation_response",
    starts=("placement.consultation_received",),
    who=SETTING,
    must="answer the consultation",
    plain="answer the council",
    met_by=("placement.consultation_answered",),
    next_steps=("No answer is neither consent nor refusal; the authority may go on.",),
)
def consultation_response(start: Start, law: Law) -> Deadline:
    """When a setting should answer a consultation: fifteen calendar days after it came. Guidance.

    Source: SEND Code of Practice 9.83.
    """
    return count(start, law, "placement.consultation_response")


@rule(
    "placement.admit",
    starts=("plan.first_made",),
    who=NAMED_SETTING,
    must="admit the child or young person",
    plain="give your child a place",
)
def admit(start: Start, law: Law) -> Deadline:
    """When the setting a plan names must admit: at once.

    Source: Children and Families Act 2014 s.43.
    """
    return count(start, law, "placement.admit")


@rule(
    "plan.secure_provision",
    starts=("plan.first_made",),
    who=LOCAL_AUTHORITY,
    must="secure the provision in section F (and the health body arrange section G)",
    plain="make sure the help in the plan happens",
    goes_on=True,
)
def secure_provision(start: Start, law: Law) -> Deadline:
    """When the provision of a plan must be in place: at once; there is no start-up period.

    Source: Children and Families Act 2014 s.42(2)-(3).
    """
    return count(start, law, "plan.secure_provision")
