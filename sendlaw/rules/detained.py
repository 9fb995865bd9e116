"""Children and young people in youth custody (SI 2015/62): the home authority's 6, 16 and 20 weeks.

Unfinished on release with the same authority, the same weeks run on from the first date; with a
different authority (`same_authority` false) these rules end and the ordinary clock applies (reg 15).
Unfinished on detention, they run from the day the authority became responsible (reg 15(4)).
"""

from sendlaw.events import Start
from sendlaw.excuses import Grounds, unless_excused
from sendlaw.outcomes import Deadline, NoFixedDate, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.rulebook import Holder, rule
from sendlaw.sums import count

HOME_AUTHORITY = Holder("the home local authority", "your home council")
STARTS = ("detained.request_received", "detained.brought_to_attention")
GROUNDS = Grounds(school_closure="SI 2015/62, school closure", personal="SI 2015/62, exceptional circumstances")


def _limit(start: Start, law: Law, name: str) -> Result:
    """The limit with its shorter list of exceptions; a claimed absence has no answer, since that text was not read."""
    if start.facts.says("same_authority") is False:
        reason = "A different authority is responsible after release, so the ordinary clock applies (reg 15)."
        return NoFixedDate(reason, start.opening)
    if {"absent_from_area", "absent_days"} & start.facts.keys() and start.facts.says("impractical"):
        reason = "The third exception of SI 2015/62 was not fully read, so absence cannot be judged here."
        return Unknown(("third exception of SI 2015/62",), reason, start.opening)
    return unless_excused(start, law, count(start, law, name), GROUNDS)


@rule(
    "detained.decision_to_assess",
    starts=STARTS,
    who=HOME_AUTHORITY,
    must="tell the family or young person whether there will be an assessment",
    plain="tell you if it will look into your needs",
    earliest_start=True,
)
def decision_to_assess(start: Start, law: Law) -> Result:
    """For a detained person, the decision to assess: six weeks from the request or from coming to attention.

    Source: SI 2015/62 reg 5.
    """
    return _limit(start, law, "detained.decision_to_assess")


@rule(
    "detained.refusal_to_issue_notice",
    starts=STARTS,
    who=HOME_AUTHORITY,
    must="say, with reasons, if there will be no plan",
    plain="tell you why, if there will be no plan",
    earliest_start=True,
)
def refusal_to_issue_notice(start: Start, law: Law) -> Result:
    """For a detained person, refusing a plan: sixteen weeks.

    Source: SI 2015/62 reg 10(1).
    """
    return _limit(start, law, "detained.refusal_to_issue_notice")


@rule(
    "detained.final_plan",
    starts=STARTS,
    who=HOME_AUTHORITY,
    must="send the final plan",
    plain="send you the final plan",
    earliest_start=True,
)
def final_plan(start: Start, law: Law) -> Result:
    """For a detained person, the final plan: twenty weeks.

    Source: SI 2015/62 reg 13(2).
    """
    return _limit(start, law, "detained.final_plan")


@rule(
    "detained.representations_last_day",
    starts=("detained.draft_served",),
    who=HOME_AUTHORITY,
    must="accept comments on the draft at least",
    plain="let you say what you think of the draft",
    sense="window",
    officer="There are at least the days to {due} to comment on the draft ({citation}).",
    parent="You have at least until {due} to say what you think.",
)
def representations_last_day(start: Start, law: Law) -> Deadline:
    """For a detained person, the fifteen days on the draft plan, the day of service being day 1.

    Source: SI 2015/62 reg 13(1).
    """
    return count(start, law, "detained.representations_last_day")


@rule(
    "detained.review_on_release",
    starts=("detained.released",),
    who=HOME_AUTHORITY,
    must="review the plan as soon as practicable",
    plain="check the plan as soon as it can",
)
def review_on_release(start: Start, law: Law) -> NoFixedDate:
    """On release the plan is reviewed as soon as practicable; there is no number.

    To check (certainty C): the provision on review at release.
    Source: SI 2015/62.
    """
    law.limit("detained.review_on_release")
    return NoFixedDate("The law says as soon as practicable on release.", start.opening)
