"""After the Tribunal: orders (regulation 44), unopposed appeals (regulation 45), recommendations.

The weeks run from the date on the order, or from the authority's notice that it will not oppose. A
direction (`directed_date`) overrides every one of them.
"""

from collections.abc import Mapping
from datetime import timedelta

from sendlaw.events import Start
from sendlaw.excuses import Grounds, unless_excused
from sendlaw.outcomes import Deadline, NoFixedDate, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.refusal import Refused
from sendlaw.rulebook import LOCAL_AUTHORITY, Holder, rule
from sendlaw.rules.appeals import directed
from sendlaw.sums import count

ORDERS = (
    "assess",
    "reassess",
    "make_plan",
    "reconsider",
    "amend",
    "change_named_school_only",
    "continue_plan",
    "continue_and_amend",
    "dismiss_cease_appeal",
)
APPEALS = (
    "refusal_to_assess",
    "refusal_to_reassess",
    "refusal_to_issue",
    "refusal_to_amend",
    "contents_B_F",
    "contents_B_F_and_section_I",
    "section_I_only",
    "cease",
)
EXCEPTIONS = Grounds(
    "reg 44(3) with 13(3)",
    "reg 44(3) with 13(3)",
    "reg 44(3)",
    "reg 44(3)",
    late_representations="reg 44(3)",
    absence_limit="exception.absence.tribunal",
)
RECIPIENT = Holder("the body the recommendation is addressed to", "the council or the health service")


def _to_assess(name: str) -> Mapping[str, str]:
    return {"assess": name, "reassess": name, "refusal_to_assess": name, "refusal_to_reassess": name}


def _answer(start: Start, law: Law, limits: Mapping[str, str]) -> Result:
    """The limit that belongs to what was ordered or conceded, with the exceptions of regulation 44(3).

    They lift neither a duty that is due at once nor a date that the Tribunal directed.
    """
    key, known = ("order", ORDERS) if start.event.name == "tribunal.order_made" else ("appeal", APPEALS)
    what = start.facts.text(key)
    if what is None:
        return Unknown((key,), "It depends on what was ordered or conceded.", start.opening)
    if what not in known:
        raise Refused(f"{key} can be {', '.join(known)}; {what} is not one.")
    if what not in limits:
        return NoFixedDate("This step does not follow from that order or appeal.", start.opening)
    due = directed(start) or count(start, law, limits[what])
    if due.on == start.on or start.facts.day("directed_date") is not None:
        return due
    return unless_excused(start, law, due, EXCEPTIONS)


@rule(
    "order.notify_assess",
    starts=("tribunal.order_made",),
    who=LOCAL_AUTHORITY,
    must="notify the family that it will assess or reassess",
    plain="tell you it is starting the assessment",
)
def notify_assess(start: Start, law: Law) -> Result:
    """After an order to assess or reassess: notify in two weeks.

    Source: SI 2014/1530 reg 44(2)(b); exceptions reg 44(3).
    """
    return _answer(start, law, _to_assess("order.notify_assess"))


@rule(
    "order.refuse_to_issue_notice",
    starts=("tribunal.order_made",),
    who=LOCAL_AUTHORITY,
    must="say, with reasons, if there will be no plan or no change",
    plain="tell you why, if it decides not to make or change a plan",
)
def refuse_to_issue_notice(start: Start, law: Law) -> Result:
    """After an order to assess or reassess: reasons for no plan or no change in ten weeks.

    Source: SI 2014/1530 reg 44(2)(b); exceptions reg 44(3).
    """
    return _answer(start, law, _to_assess("order.refuse_to_issue_notice"))


@rule(
    "order.draft_plan",
    starts=("tribunal.order_made",),
    who=LOCAL_AUTHORITY,
    must="send the draft plan",
    plain="send you the draft plan",
    met_by=("draft.served",),
)
def draft_plan(start: Start, law: Law) -> Result:
    """After an order to make a plan: the draft in five weeks.

    Source: SI 2014/1530 reg 44(2)(c); exceptions reg 44(3).
    """
    return _answer(start, law, {"make_plan": "order.draft_plan"})


@rule(
    "order.final_plan",
    starts=("tribunal.order_made",),
    who=LOCAL_AUTHORITY,
    must="send the final plan",
    plain="send you the final plan",
    met_by=("plan.first_made",),
)
def final_plan(start: Start, law: Law) -> Result:
    """The final plan: eleven weeks after an order to make one, fourteen after an order to assess or reassess.

    Source: SI 2014/1530 reg 44(2)(b)-(c); exceptions reg 44(3).
    """
    return _answer(start, law, {"make_plan": "order.final_plan", **_to_assess("order.final_plan.assess")})


@rule(
    "order.reconsider",
    starts=("tribunal.order_made",),
    who=LOCAL_AUTHORITY,
    must="decide again whether a plan is necessary",
    plain="think again about whether a plan is needed",
)
def reconsider(start: Start, law: Law) -> Result:
    """After an order to reconsider whether a plan is necessary: two weeks.

    To check (certainty C): regulation 44(2)(d); the figure is that of the 2001 Regulations.
    Source: SI 2014/1530 reg 44(2)(d).
    """
    return _answer(start, law, {"reconsider": "order.reconsider"})


@rule(
    "order.amended_plan",
    starts=("tribunal.order_made",),
    who=LOCAL_AUTHORITY,
    must="send the amended plan",
    plain="send you the changed plan",
    met_by=("amendment.plan_finalised",),
)
def amended_plan(start: Start, law: Law) -> Result:
    """The amended plan: five weeks, or two where only the named setting or type changes.

    Source: SI 2014/1530 reg 44(2)(e), (f); exceptions reg 44(3).
    """
    full, setting = "order.amended_plan", "order.amended_plan.setting"
    return _answer(start, law, {"amend": full, "continue_and_amend": full, "change_named_school_only": setting})


@rule(
    "order.continue_plan",
    starts=("tribunal.order_made",),
    who=LOCAL_AUTHORITY,
    must="go on maintaining the plan",
    plain="keep the plan going",
    goes_on=True,
)
def continue_plan(start: Start, law: Law) -> Result:
    """After an order to continue a plan: at once.

    Source: SI 2014/1530 reg 44(2).
    """
    return _answer(start, law, dict.fromkeys(("continue_plan", "continue_and_amend"), "order.continue_plan"))


@rule(
    "order.cease_plan",
    starts=("tribunal.order_made",),
    who=LOCAL_AUTHORITY,
    must="cease to maintain the plan",
    plain="end the plan",
    sense="day",
    officer="The plan ceases on {due}, the day the appeal was dismissed ({citation}).",
    parent="The plan ends on {due}, because the Tribunal dismissed the appeal.",
)
def cease_plan(start: Start, law: Law) -> Result:
    """After an appeal against ceasing is dismissed: the plan ceases at once.

    Source: SI 2014/1530 reg 44(2)(a).
    """
    return _answer(start, law, {"dismiss_cease_appeal": "order.cease_plan"})


@rule(
    "unopposed.notify_assess",
    starts=("tribunal.la_conceded_before_response",),
    who=LOCAL_AUTHORITY,
    must="notify the family that it will assess or reassess",
    plain="tell you it is starting the assessment",
)
def unopposed_notify_assess(start: Start, law: Law) -> Result:
    """Conceding a refusal to assess or reassess: notify in two weeks from telling the Tribunal.

    Source: SI 2014/1530 reg 45.
    """
    return _answer(start, law, _to_assess("unopposed.notify_assess"))


@rule(
    "unopposed.refuse_to_issue_notice",
    starts=("tribunal.la_conceded_before_response",),
    who=LOCAL_AUTHORITY,
    must="say, with reasons, if there will be no plan or no change",
    plain="tell you why, if it decides not to make or change a plan",
)
def unopposed_refuse_to_issue_notice(start: Start, law: Law) -> Result:
    """Conceding a refusal to assess or reassess: reasons for no plan or no change in ten weeks.

    Source: SI 2014/1530 reg 45.
    """
    return _answer(start, law, _to_assess("unopposed.refuse_to_issue_notice"))


@rule(
    "unopposed.draft_plan",
    starts=("tribunal.la_conceded_before_response",),
    who=LOCAL_AUTHORITY,
    must="send the draft plan",
    plain="send you the draft plan",
    met_by=("draft.served",),
)
def unopposed_draft_plan(start: Start, law: Law) -> Result:
    """Conceding a refusal to issue: the draft plan in five weeks.

    Source: SI 2014/1530 reg 45.
    """
    return _answer(start, law, {"refusal_to_issue": "unopposed.draft_plan"})


@rule(
    "unopposed.final_plan",
    starts=("tribunal.la_conceded_before_response",),
    who=LOCAL_AUTHORITY,
    must="send the final plan",
    plain="send you the final plan",
    met_by=("plan.first_made",),
)
def unopposed_final_plan(start: Start, law: Law) -> Result:
    """Conceding: the final plan in eleven weeks (refusal to issue) or fourteen (refusal to assess or reassess).

    Source: SI 2014/1530 reg 45.
    """
    return _answer(
        start, law, {"refusal_to_issue": "unopposed.final_plan", **_to_assess("unopposed.final_plan.assess")}
    )


@rule(
    "unopposed.amended_plan",
    starts=("tribunal.la_conceded_before_response",),
    who=LOCAL_AUTHORITY,
    must="send the amended plan",
    plain="send you the changed plan",
    met_by=("amendment.plan_finalised",),
)
def unopposed_amended_plan(start: Start, law: Law) -> Result:
    """Conceding contents: the amended plan in five weeks, or in two where only section I is in issue.

    Source: SI 2014/1530 reg 45.
    """
    full = dict.fromkeys(("contents_B_F", "contents_B_F_and_section_I", "refusal_to_amend"), "unopposed.amended_plan")
    return _answer(start, law, {**full, "section_I_only": "unopposed.amended_plan.setting"})


@rule(
    "unopposed.continue_plan",
    starts=("tribunal.la_conceded_before_response",),
    who=LOCAL_AUTHORITY,
    must="go on maintaining the plan",
    plain="keep the plan going",
    goes_on=True,
)
def unopposed_continue_plan(start: Start, law: Law) -> Result:
    """Conceding an appeal against ceasing: the plan goes on, at once.

    Source: SI 2014/1530 reg 45.
    """
    return _answer(start, law, {"cease": "unopposed.continue_plan"})


@rule(
    "recommendation.response",
    starts=("tribunal.recommendation_sent",),
    who=RECIPIENT,
    must="answer the Tribunal's recommendation in writing, with reasons",
    plain="answer the Tribunal's recommendation in writing, with reasons",
    met_by=("recommendation.response_received",),
)
def recommendation_response(start: Start, law: Law) -> Deadline:
    """When a health or social care recommendation must be answered: five weeks. `warn_on` is a day earlier.

    Answering binds; following the recommendation does not. If the text says "beginning with", it
    is one day less, hence the warning.
    Source: SI 2017/1306 reg 6-7.
    """
    due = count(start, law, "recommendation.response")
    return Deadline(due.on, due.steps, due.on - timedelta(days=1))


@rule(
    "recommendation.copy_to_family",
    starts=("recommendation.response_received",),
    who=LOCAL_AUTHORITY,
    must="copy the response on",
    plain="send you a copy of the answer",
)
def copy_to_family(start: Start, law: Law) -> Deadline:
    """When a response to a recommendation must be copied on: one week.

    To check (certainty C): SI 2017/1306, for the week.
    Source: SI 2017/1306 reg 6-7.
    """
    return count(start, law, "recommendation.copy_to_family")
