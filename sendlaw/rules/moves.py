"""Moves between authorities (regulation 15) and between health bodies (regulation 16)."""

from sendlaw.calendars import bank_holidays_between
from sendlaw.counting import months_beginning_with, working_days_before
from sendlaw.events import Start
from sendlaw.outcomes import Deadline, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.rulebook import NEW_AUTHORITY, OLD_AUTHORITY, Holder, rule
from sendlaw.sums import count
from sendlaw.words import day_in_words, listed, short_day

OLD_HEALTH_BODY = Holder("the old integrated care board", "your old health service")
NEW_HEALTH_BODY = Holder("the new integrated care board", "your new health service")
LATEST_REVIEW = ("plan.first_made", "plan.last_reviewed")


def _day_of_move_or_later(start: Start, law: Law, name: str) -> Deadline | Unknown:
    """The day of the move if it was known early enough, otherwise the working days from becoming aware."""
    move = start.facts.day("move_date")
    if move is None:
        return Unknown(("move_date",), "It depends on the day of the move.", start.opening)
    days = law.limit(name).value
    early_enough = working_days_before(move, days)
    holidays = [f"{one} ({short_day(day)})" for day, one in bank_holidays_between(early_enough, move)]
    without = f" (leaving out {listed(holidays)})" if holidays else ""
    back = f"{days} working days back from the move on {day_in_words(move)} is {day_in_words(early_enough)}{without}."
    if start.on <= early_enough:
        steps = (*start.opening, back, "It knew by then, so the plan goes on the day of the move.")
        return Deadline(move, steps, None, name)
    later = count(start, law, name)
    return Deadline(later.on, (start.opening[0], back, "It knew later than that.", *later.steps[1:]), None, name)


@rule(
    "move.plan_transfer_latest",
    starts=("move.old_la_aware",),
    who=OLD_AUTHORITY,
    must="transfer the plan to the new authority",
    plain="send the plan to your new council",
    met_by=("move.plan_transferred",),
    next_steps=("On transfer the new authority maintains the plan as its own.",),
)
def plan_transfer_latest(start: Start, law: Law) -> Result:
    """When the plan must be transferred: the day of the move, if the old authority knew in time.

    In time is by the fifteenth working day counted back from the move, leaving the move out. If it
    knew later, or after the move: within fifteen working days beginning with the day it knew.
    Source: SI 2014/1530 reg 15(2).
    """
    return _day_of_move_or_later(start, law, "move.plan_transfer_latest")


@rule(
    "move.maintain",
    starts=("move.plan_transferred",),
    who=NEW_AUTHORITY,
    must="maintain the plan as its own and secure its provision",
    plain="make sure the help in the plan goes on",
    goes_on=True,
)
def maintain(start: Start, law: Law) -> Deadline:
    """When the new authority takes over: at once, on transfer.

    Source: SI 2014/1530 reg 15(3); Children and Families Act 2014 s.42.
    """
    return count(start, law, "move.maintain")


@rule(
    "move.inform_parent",
    starts=("move.plan_transferred",),
    who=NEW_AUTHORITY,
    must="tell the family of the transfer, whether it will assess, and when it will review",
    plain="tell you it has the plan, if it will look at needs again, and when it will check the plan",
    met_by=("move.family_informed",),
)
def inform_parent(start: Start, law: Law) -> Deadline:
    """When the new authority must write to the family: six weeks from the transfer.

    Source: SI 2014/1530 reg 15(4).
    """
    return count(start, law, "move.inform_parent")


@rule(
    "move.review_latest",
    starts=LATEST_REVIEW,
    who=NEW_AUTHORITY,
    must="review the plan",
    plain="check the plan with you",
    met_by=("review.decision_notified", "plan.last_reviewed"),
    only_with=("transfer_date",),
)
def review_latest(start: Start, law: Law) -> Deadline | Unknown:
    """When the new authority must review: the later of the yearly date and three months from transfer.

    Both periods begin with their day. Source: SI 2014/1530 reg 15(5).
    """
    transfer = start.facts.day("transfer_date")
    if transfer is None:
        return Unknown(("transfer_date",), "It depends on the day the plan was transferred.", start.opening)
    yearly = count(start, law, "move.review_latest")
    after_transfer = months_beginning_with(transfer, law.limit("move.review_latest.from_transfer").value)
    due = max(yearly.on, after_transfer)
    steps = (
        *yearly.steps,
        f"Three months beginning with the transfer on {day_in_words(transfer)} end {day_in_words(after_transfer)}.",
        f"The later of the two is {day_in_words(due)}.",
    )
    return Deadline(due, steps, yearly.warn_on if due == yearly.on else None)


@rule(
    "move.place_elsewhere",
    starts=("move.attendance_not_practicable",),
    who=NEW_AUTHORITY,
    must="place the child or young person elsewhere until the plan is amended",
    plain="find another school place until the plan is changed",
    goes_on=True,
)
def place_elsewhere(start: Start, law: Law) -> Deadline:
    """When another place must be found after a move makes attendance impracticable: at once.

    Source: SI 2014/1530 reg 15(6).
    """
    return count(start, law, "move.place_elsewhere")


@rule(
    "health_body.notify_successor",
    starts=("health_body.old_aware_of_change",),
    who=OLD_HEALTH_BODY,
    must="notify the new integrated care board",
    plain="tell your new health service",
)
def notify_successor(start: Start, law: Law) -> Result:
    """When the old health body must tell the new one.

    Because the authority changed (`moved_area` true): as for the plan itself, by the move. For
    another reason: fifteen working days from becoming aware.
    To check (certainty C): regulation 16, for the working days; one council page is the only source.
    Source: SI 2014/1530 reg 16.
    """
    moved = start.facts.says("moved_area")
    if moved is None:
        return Unknown(("moved_area",), "It depends on why the health body changed.", start.opening)
    if moved:
        return _day_of_move_or_later(start, law, "health_body.notify_successor.moved")
    return count(start, law, "health_body.notify_successor")


@rule(
    "health_body.ask_for_review",
    starts=("health_body.new_aware_of_change",),
    who=NEW_HEALTH_BODY,
    must="ask for an assessment or a review, if it cannot practicably arrange the health provision",
    plain="ask the council to look again, if it cannot give the health help in the plan",
    next_steps=("The local authority must comply with the request.",),
)
def ask_for_review(start: Start, law: Law) -> Deadline:
    """When a new health body that cannot secure the provision must ask: fifteen working days.

    To check (certainty C): regulation 16, for the working days; one council page is the only source.
    Source: SI 2014/1530 reg 16.
    """
    return count(start, law, "health_body.ask_for_review")
