"""Moves between phases of education. The date is for the amended final plan, not for the review meeting."""

import re
from datetime import date

from sendlaw.cohorts import starts_year_group
from sendlaw.counting import before, weeks_before
from sendlaw.events import Start
from sendlaw.outcomes import Deadline, NoFixedDate, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.refusal import Refused
from sendlaw.rulebook import LOCAL_AUTHORITY, rule
from sendlaw.sums import count
from sendlaw.words import day_in_words, short_day

YEAR_GROUPS = {
    "early_years_to_school": 0,
    "infant_to_junior": 3,
    "primary_to_secondary": 7,
    "secondary_to_post16_institution": 12,
}
NAMED_YEAR = re.compile(r"(?:primary_to_middle|middle_to_secondary)_year(\d{1,2})")
NOT_A_TRANSFER = (
    "stays_in_same_school_sixth_form",
    "moves_to_school_sixth_form",
    "stays_in_all_through_school",
)
POST_16 = "secondary_to_post16_institution"
MADE = ("phase_transfer.plan_finalised",)


def year_group(phase: str) -> int:
    """The year group that a move leads into. Refuses a phase that is not known."""
    if phase in YEAR_GROUPS:
        return YEAR_GROUPS[phase]
    if named := NAMED_YEAR.fullmatch(phase):
        return int(named[1])
    known = ", ".join((*YEAR_GROUPS, "primary_to_middle_yearN", "middle_to_secondary_yearN", *NOT_A_TRANSFER))
    raise Refused(f"There is no move between phases called {phase!r}. Known: {known}.")


def _transfer_year(start: Start, phase: str) -> int | None:
    """The calendar year of the transfer: the actual one, else the usual cohort's; None if not known."""
    usual, actual = start.facts.says("usual_cohort"), start.facts.day("transfer_date")
    reckoned = starts_year_group(start.on, year_group(phase)).year
    if actual is None:
        return reckoned if usual else None
    if usual and actual.year != reckoned:
        raise Refused(f"usual_cohort puts the move in {reckoned}, but transfer_date is {short_day(actual)}.")
    return actual.year


def _fixed_day(start: Start, law: Law, name: str) -> Deadline | NoFixedDate | Unknown:
    """The 15 February or 31 March of the transfer year, with its sum."""
    phase = start.facts.text("phase")
    if phase is None:
        return Unknown(("phase",), "It depends on which move between phases this is.", start.opening)
    if phase in NOT_A_TRANSFER:
        reason = "This is not a transfer between phases; the ordinary annual review still applies."
        return NoFixedDate(reason, start.opening, "phase.not_a_transfer")
    year = _transfer_year(start, phase)
    if year is None:
        reason = "It depends on the actual year of the move, not on the birth date alone."
        return Unknown(("usual_cohort" if start.facts.says("usual_cohort") is None else "transfer_date",), reason)
    limit = law.limit(f"{name}.post16" if phase == POST_16 else name)
    month, day = limit.fixed_day or (0, 0)
    fixed = date(year, month, day)
    if fixed < limit.since:
        return NoFixedDate("That move came before the Regulations began on 1 September 2014.", start.opening)
    said = f"The move is in {year}; the Regulations say before {short_day(fixed)}."
    return Deadline(fixed, (*start.opening, said), None, limit.name)


@rule(
    "phase.headline_date",
    starts=("phase_transfer.child_born",),
    who=LOCAL_AUTHORITY,
    must="have reviewed and amended the plan so that it names the next setting or type",
    plain="send you a plan that names the next school or college",
    sense="day",
    officer="The plan for the next phase must be reviewed, amended and final before {due} ({citation}).",
    parent="The council must send you a plan that names the next school or college before {due}.",
)
def headline_date(start: Start, law: Law) -> Result:
    """The fixed date of a phase transfer: 15 February, or 31 March for a move to a post-16 institution.

    A school sixth form is not a post-16 institution. The actual transfer year counts
    (`transfer_date`), or the usual cohort's if `usual_cohort` is true.
    Source: SI 2014/1530 reg 2(1), 18(1).
    """
    return _fixed_day(start, law, "phase.headline_date")


@rule(
    "phase.last_permitted_day",
    starts=("phase_transfer.child_born",),
    who=LOCAL_AUTHORITY,
    must="have reviewed and amended the plan so that it names the next setting or type",
    plain="send you a plan that names the next school or college",
    met_by=MADE,
    next_steps=("The amended plan opens mediation and appeal in time for the move.",),
)
def last_permitted_day(start: Start, law: Law) -> Result:
    """The last day for the amended plan: the day before the fixed date, since the word is "before".

    Meeting it meets the looser reading "by" too (decision record 0106).
    Source: SI 2014/1530 reg 18(1).
    """
    fixed = _fixed_day(start, law, "phase.last_permitted_day")
    if not isinstance(fixed, Deadline):
        return fixed
    last = before(fixed.on)
    return Deadline(last, (*fixed.steps, f"The last day before it is {day_in_words(last)}."), None, fixed.basis)


@rule(
    "phase.review_meeting_aim",
    starts=("phase_transfer.child_born",),
    who=LOCAL_AUTHORITY,
    must="have the review meeting held, to keep the twelve weeks from meeting to amended plan",
    plain="hold the review meeting about the move",
)
def review_meeting_aim(start: Start, law: Law) -> Result:
    """The meeting day that keeps twelve weeks to the amended plan: worked back, not law.

    Source: worked back from SI 2014/1530 reg 18(1), 20(10), 22(3).
    """
    fixed = _fixed_day(start, law, "phase.last_permitted_day")
    if not isinstance(fixed, Deadline):
        return fixed
    aim = weeks_before(before(fixed.on), law.limit("phase.review_meeting_aim").value)
    return Deadline(aim, (*fixed.steps, f"Twelve weeks before the last permitted day is {day_in_words(aim)}."))


@rule(
    "phase.post16_move_latest",
    starts=("post16.transfer_date",),
    who=LOCAL_AUTHORITY,
    must="have reviewed and amended the plan so that it names the institution",
    plain="send you a plan that names the new college",
    met_by=MADE,
    next_steps=("For a move in September the Code expects 31 March.",),
)
def post16_move_latest(start: Start, law: Law) -> Deadline:
    """When the plan must name the new post-16 institution: at least five months before the move.

    Source: SI 2014/1530 reg 18(2); SEND Code of Practice 9.180-9.181.
    """
    return count(start, law, "phase.post16_move_latest")
