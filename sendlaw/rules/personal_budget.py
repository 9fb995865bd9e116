"""Personal budgets and direct payments. Nothing here goes to the Tribunal; stopping a payment ends no duty."""

from sendlaw.events import Start
from sendlaw.outcomes import Deadline, NoFixedDate
from sendlaw.parameters import Law
from sendlaw.rulebook import LOCAL_AUTHORITY, rule
from sendlaw.sums import count


@rule(
    "direct_payment.prepare_budget",
    starts=("direct_payment.requested",),
    who=LOCAL_AUTHORITY,
    must="prepare a personal budget and consider a direct payment",
    plain="work out a personal budget and think about paying you directly",
    met_by=("direct_payment.first_made", "direct_payment.refused"),
)
def prepare_budget(start: Start, law: Law) -> NoFixedDate:
    """A budget asked for while a draft, review or reassessment is open must be prepared; no number.

    Source: Children and Families Act 2014 s.49; SI 2014/1652 reg 4.
    """
    law.limit("direct_payment.prepare_budget")
    return NoFixedDate("The law sets no number of days for the budget.", start.opening)


@rule(
    "direct_payment.refusal_reasons",
    starts=("direct_payment.refused",),
    who=LOCAL_AUTHORITY,
    must="give written reasons and the right to a review, and carry out a review if asked",
    plain="tell you why in writing, and look again if you ask",
)
def refusal_reasons(start: Start, law: Law) -> NoFixedDate:
    """A refused direct payment needs written reasons and a review on request; the law gives no number.

    Source: SI 2014/1652 reg 7.
    """
    law.limit("direct_payment.refusal_reasons")
    return NoFixedDate("The law sets no number of days; reasons go with the refusal.", start.opening)


@rule(
    "direct_payment.first_review",
    starts=("direct_payment.first_made",),
    who=LOCAL_AUTHORITY,
    must="review the direct payment at least once",
    plain="check with you how the payment is working",
    met_by=("direct_payment.reviewed",),
    next_steps=("Review it again at every annual review or reassessment.",),
)
def first_review(start: Start, law: Law) -> Deadline:
    """When a direct payment must first be reviewed: within three months beginning with the first payment.

    Source: SI 2014/1652 reg 11.
    """
    return count(start, law, "direct_payment.first_review")


@rule(
    "direct_payment.next_review",
    starts=("direct_payment.first_made",),
    who=LOCAL_AUTHORITY,
    must="review the direct payment again at each annual review or reassessment",
    plain="check the payment again each time the plan is checked",
)
def next_review(start: Start, law: Law) -> NoFixedDate:
    """After the first, a direct payment is reviewed with the plan; the law gives no date of its own.

    To check (certainty C): regulation 11(4), on a review when the recipient asks.
    Source: SI 2014/1652 reg 11.
    """
    law.limit("direct_payment.next_review")
    return NoFixedDate("It is reviewed with every annual review or reassessment.", start.opening)


@rule(
    "direct_payment.notice_of_reduction",
    starts=("direct_payment.reduction_decided",),
    who=LOCAL_AUTHORITY,
    must="give reasonable written notice with reasons, and reconsider once if asked",
    plain="write to you in good time with reasons, and think again once if you ask",
)
def notice_of_reduction(start: Start, law: Law) -> NoFixedDate:
    """Reducing or stopping a payment needs reasonable written notice; the law gives no number.

    Source: SI 2014/1652 reg 12, 14.
    """
    law.limit("direct_payment.notice_of_reduction")
    return NoFixedDate("The law says reasonable notice, with no number of days.", start.opening)
