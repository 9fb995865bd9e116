"""What the school owes a family, in their words: the law told apart from guidance, who sees to it, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer

from .queries.children import is_own, senco_names
from .queries.duties import Duty, duties_of
from .queries.plans import PlanView

TOLD, REVIEW = "sen_support.tell_parents", "sen_support.review"
MEETINGS, REPORT = "sen_support.parent_meetings", "sen_support.annual_report"


@dataclass(frozen=True)
class Owed:
    """One thing that is owed. who: the name of the person who sees to it; state and word: how it stands.

    sentence: what else is known, such as the day; "" when the word says it all.
    """

    what: str
    sentence: str
    state: str
    word: str
    who: str
    citation: str


@dataclass(frozen=True)
class OwedToFamily:
    """law: what the school must do; guidance: what it should do. The two are never mixed."""

    law: list[Owed]
    guidance: list[Owed]


def owed_to(viewer: Viewer, plan: PlanView) -> OwedToFamily:
    """What is owed under one plan, as this member of the family reads it."""
    duties = duties_of(viewer, plan)
    owners = _owners(viewer, plan)
    words = _to_the_young_person() if is_own(viewer) else _to_the_parent(plan.cycle.child.first_name)

    def told(some: Iterable[Duty]) -> list[Owed]:
        return [_owed(duty, words[duty.rule], owners[duty.rule == REVIEW]) for duty in some]

    return OwedToFamily(told(one for one in duties if one.law), told(one for one in duties if not one.law))


def _owed(duty: Duty, what: str, who: str) -> Owed:
    if duty.state == "met":
        return Owed(what, "", duty.state, duty.sentence, who, duty.citation)
    word = {"late": _("Late."), "due": _("To be done now.")}.get(duty.state, _("Still to come."))
    return Owed(what, duty.sentence, duty.state, word, who, duty.citation)


def _owners(viewer: Viewer, plan: PlanView) -> tuple[str, str]:
    """Who sees to what is owed in general, and who to the review."""
    sencos = senco_names(viewer, plan.cycle.holder_id)
    lead = _("%s (SENCO)") % sencos[0] if sencos else plan.cycle.holder.name
    return lead, plan.cycle.owner.name if plan.cycle.owner else lead


def _to_the_parent(name: str) -> dict[str, str]:
    return {
        TOLD: _("Tell you that %s gets extra help, and why") % name,
        REPORT: _("Send you a written report every year on how %s is doing") % name,
        REVIEW: _("Look with you at how well the help works, by the day agreed in the plan"),
        MEETINGS: _("Meet you at least three times in any year"),
    }


def _to_the_young_person() -> dict[str, str]:
    return {
        TOLD: _("Tell you or your parents that you get extra help, and why"),
        REPORT: _("Send your parents or carers a written report every year on how you are doing"),
        REVIEW: _("Look with you at how well the help works, by the day agreed in the plan"),
        MEETINGS: _("Meet your parents or carers at least three times in any year"),
    }
