"""An answer in one sentence or two: for a case officer with the citation, and for a family in plain words."""

from sendlaw.outcomes import Deadline, Kind, Lifted, NoFixedDate, Result, Sense
from sendlaw.parameters import Limit
from sendlaw.rulebook import Rule
from sendlaw.words import day_in_words, listed, sentence_case

MODAL: dict[Kind, str] = {"law": "must", "guidance": "should", "practice": "should aim to"}
BOUND: dict[Sense, str] = {"last_day": "By", "window": "Until", "earliest_day": "No sooner than", "day": "From"}
FACT_IN_PLAIN_WORDS = {
    "prior_senco_months": "how long they were a SENCO before",
    "move_date": "the day of your move",
    "transfer_date": "the day of the transfer",
    "reopens": "the day the school opens again",
    "usual_cohort": "whether your child is in the usual year group for their age",
    "phase": "which move of school this is",
    "issues": "what the mediation is about",
    "subject": "what was agreed",
    "order": "what the Tribunal ordered",
    "appeal": "what the appeal was about",
    "appeal_made": "whether an appeal was made",
    "certificate_issued": "the day of the mediation certificate",
    "date_in_notice": "the date in the Tribunal's letter",
    "born": "the child's date of birth",
    "moved_area": "whether the health service changes because of a move",
    "attends": "where they will be learning at 25",
    "academic_year_ends": "when the school year ends there",
    "apprenticeship_ends": "when the apprenticeship ends",
    "review_concluded_by": "the day of the council's letter that ended the review",
    "mediation.icb_told_by_la": "the day the council told the health service",
    "third exception of SI 2015/62": "what the law says about time away, which we have not read in full",
    "text of SI 2020/471 for limits still running at its end": "what the rules of 2020 said, which we have not read",
    "text of SI 2020/471 for this limit": "what the rules of 2020 said about this date, which we have not read",
}
BANK_HOLIDAYS = "bank_holidays_"


def _plain_name(fact: str) -> str:
    if fact.startswith(BANK_HOLIDAYS):
        return f"the bank holidays of {fact.removeprefix(BANK_HOLIDAYS)}"
    return FACT_IN_PLAIN_WORDS.get(fact, fact.replace("_", " "))


def _is_standing(rule: Rule, limit: Limit) -> bool:
    """Whether the law gives a duty but no number, rather than no duty in this case."""
    return limit.count == "NONE" and limit.name == rule.limit_name and rule.sense == "last_day"


def duty_for_parent(rule: Rule, kind: Kind) -> str:
    """Who owes what to a family, without any day. kind: whether law, guidance or practice asks for it."""
    return f"{sentence_case(rule.who.parent)} {MODAL[kind]} {rule.plain}."


def _with_bound(rule: Rule, limit: Limit, result: Deadline, who: str, what: str) -> str:
    bound = BOUND[rule.sense]
    if limit.count == "ON" and rule.sense == "last_day":
        bound = "From" if rule.goes_on else "At once, on"
    return f"{bound} {day_in_words(result.on)}, {who} {MODAL[limit.kind]} {what}"


def for_officer(rule: Rule, limit: Limit, result: Result) -> str:
    """The answer for a case officer, citation included."""
    who, must = rule.who.officer, rule.must
    if isinstance(result, Deadline):
        if rule.officer:
            return rule.officer.format(due=day_in_words(result.on), citation=limit.citation)
        return f"{_with_bound(rule, limit, result, who, must)} ({limit.citation})."
    if isinstance(result, Lifted):
        return (
            f"No fixed date: {who} must still {must}, as soon as practicable. The limit of"
            f" {day_in_words(result.instead_of)} is lifted. {result.excuse.sentence} ({result.excuse.citation})"
        )
    if isinstance(result, NoFixedDate):
        duty = f"{sentence_case(who)} {MODAL[limit.kind]} {must}. " if _is_standing(rule, limit) else "No date. "
        return f"{duty}{result.reason} ({limit.citation})"
    return f"Not known until given: {listed(result.missing)}. {result.reason}"


def for_parent(rule: Rule, limit: Limit, result: Result) -> str:
    """The answer for a family, in short plain sentences."""
    who, plain = rule.who.parent, rule.plain
    if isinstance(result, Deadline):
        if rule.parent:
            return rule.parent.format(due=day_in_words(result.on))
        return f"{_with_bound(rule, limit, result, who, plain)}."
    if isinstance(result, Lifted):
        return (
            f"The date of {day_in_words(result.instead_of)} does not apply for now. {result.excuse.sentence}"
            f" {sentence_case(who)} must still {plain}, as soon as possible."
        )
    if isinstance(result, NoFixedDate):
        if _is_standing(rule, limit):
            return f"{duty_for_parent(rule, limit.kind)} The law sets no date for it."
        return f"There is no date here. {result.reason}"
    return f"We cannot work out this date yet. We need to know {listed(map(_plain_name, result.missing))}."
