"""What may lawfully excuse a delay, and what may not: the closed lists of the law in a family's words.

An excuse lifts a limit while it lasts; it never makes another date, and the duty stays, as soon as practicable. Each
list belongs to the rules named beside it. Sources: SI 2014/1530 reg 5(4), 8(2), 10(4), 13(3), 27(3), 44(3);
SI 2015/62. A test holds these lists against what sendlaw accepts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

_CLOSURE = _(
    "The school was closed for at least four weeks, and the council asked the head teacher for advice between one "
    "week before it closed and one week before it opened again. Christmas, Easter and half-term are never long enough."
)
_NURSERY = _("The same for a nursery or childminder that was closed for at least four weeks.")
_PERSONAL = _("Exceptional personal circumstances of the child, a parent or the young person in that time.")
_AWAY_4 = _("The child, a parent or the young person was away from the council's area for at least four weeks on end.")
_AWAY_2 = _("The child, a parent or the young person was away from the council's area for at least two weeks on end.")
_APPOINTMENT = _("The child or young person missed an examination or test that the same service had arranged.")
_LATE_WORDS = _("You asked to say what you think about the draft after your 15 days had ended.")


@dataclass(frozen=True, slots=True)
class ClosedList:
    """The excuses for some limits. points may be empty: then the law knows none.

    words: what the list is for, in a few words. citation: where it stands; "" where there is no list.
    """

    words: Text
    rules: frozenset[str]
    points: tuple[Text, ...]
    citation: str = ""


_ASSESSMENT = ClosedList(
    _("For the 6, 16 and 20 weeks"),
    frozenset({"ehcna.decision_to_assess", "ehcna.refusal_to_issue_notice", "ehcna.final_plan"}),
    (_CLOSURE, _NURSERY, _PERSONAL, _AWAY_4),
    "SI 2014/1530 reg 5(4), 10(4), 13(3)",
)
_ADVICE = ClosedList(
    _("For the 6 weeks to give advice"),
    frozenset({"ehcna.advice_due"}),
    (_PERSONAL, _AWAY_4, _APPOINTMENT),
    "SI 2014/1530 reg 8(2)",
)
_AGAIN = ClosedList(
    _("For the 14 weeks of a new assessment"),
    frozenset({"reassess.final_plan"}),
    (_CLOSURE, _NURSERY, _PERSONAL, _AWAY_4),
    "SI 2014/1530 reg 27(3)",
)
_ORDER_RULES = ("notify_assess", "refuse_to_issue_notice", "draft_plan", "final_plan", "amended_plan")
_ORDERS = ClosedList(
    _("For what follows a Tribunal's order, an appeal not opposed, or an agreement like an order"),
    frozenset(
        {*(f"{start}.{rule}" for start in ("order", "unopposed") for rule in _ORDER_RULES), "order.reconsider",
         "mediation.agreement_action"}
    ),
    (_CLOSURE, _NURSERY, _PERSONAL, _AWAY_2, _LATE_WORDS),
    "SI 2014/1530 reg 44(3)",
)  # fmt: skip
_CUSTODY = ClosedList(
    _("In youth custody"),
    frozenset({"detained.decision_to_assess", "detained.refusal_to_issue_notice", "detained.final_plan"}),
    (_CLOSURE, _PERSONAL),
    "SI 2015/62",
)
CLOSED_LISTS = (_ASSESSMENT, _ADVICE, _AGAIN, _ORDERS, _CUSTODY)

NEVER: tuple[Text, ...] = (
    _("too few educational psychologists or other staff"),
    _("advice that came late"),
    _("the dates of a panel or meeting"),
    _("a form that was not filled in: no form can be demanded"),
    _("a school or college that is slow to answer"),
    _("Christmas, Easter and half-term holidays, weekends, or the council's own closing days"),
)


def closed_lists_for(rules: Iterable[str]) -> tuple[ClosedList, ...]:
    """The lists that bear on some of these rules, in their own order."""
    asked = frozenset(rules)
    return tuple(one for one in CLOSED_LISTS if one.rules & asked)


def may_be_excused(rule: str) -> bool:
    return any(rule in one.rules for one in CLOSED_LISTS)
