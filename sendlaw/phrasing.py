"""An answer in one sentence or two: for a case officer with the citation, and for a family in plain words."""

from sendlaw.outcomes import Deadline, Kind, Lifted, NoFixedDate, Result, Sense
from sendlaw.parameters import Limit
from sendlaw.rulebook import Rule
from sendlaw.words import day_in_words, listed, sentence_case

MODAL: dict[Kind, str] = {"law": "must", "guidance": "should", "practice": "should aim to"}
BOUND: dict[Sense, str] = {"last_day": "by", "earliest_day": "no sooner than", "day": "from"}
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
}


def _plain_name(fact: str) -> str:
    return FACT_IN_PLAIN_WORDS.get(fact, fact.replace("_", " "))


def _limited_by(rule: Rule, due: str) -> str:
    return {"last_day": f"by {due}", "earliest_day": f"no sooner than {due}", "day": f"from {due}"}[rule.sense]


def for_officer(rule: Rule, limit: Limit, result: Result) -> str:
    """The answer for a case officer, citation included."""
    who = sentence_case(rule.who.officer)
    if isinstance(result, Deadline):
        if rule.officer:
            return rule.officer.format(due=day_in_words(result.on), citation=limit.citation)
        bound = _limited_by(rule, day_in_words(result.on))
        return f"{who} {MODAL[limit.kind]} {rule.must} {bound} ({limit.citation})."
    if isinstance(result, Lifted):
        return (
            f"No fixed date: {rule.who.officer} must still {rule.must}, as soon as practicable."
            f" The limit of {day_in_words(result.instead_of)} is lifted: {result.excuse.sentence}"
            f" ({result.excuse.citation})."
        )
    if isinstance(result, NoFixedDate):
        return f"No date: {result.reason} ({limit.citation})."
    return f"Not known until given: {listed(result.missing)}. {result.reason}"


def for_parent(rule: Rule, limit: Limit, result: Result) -> str:
    """The answer for a family, in short plain sentences."""
    who = sentence_case(rule.who.parent)
    if isinstance(result, Deadline):
        if rule.parent:
            return rule.parent.format(due=day_in_words(result.on))
        return f"{who} {MODAL[limit.kind]} {rule.plain} {_limited_by(rule, day_in_words(result.on))}."
    if isinstance(result, Lifted):
        return (
            f"The date of {day_in_words(result.instead_of)} does not apply for now. {result.excuse.sentence}"
            f" {who} must still {rule.plain}, as soon as possible."
        )
    if isinstance(result, NoFixedDate):
        return f"There is no date here. {result.reason}"
    return f"We cannot work out this date yet. We need to know {listed(map(_plain_name, result.missing))}."
