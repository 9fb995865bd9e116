"""What to do if it is late, by whose duty it is: the nearest first, and what each can and cannot do.

Sources: Children and Families Act 2014 s.32, s.51, s.57; Local Government Act 1974 s.26, 26B; Ombudsman Complaint
Handling Code; Civil Procedure Rules Part 54; HESC Rules 2008 r.20.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .timeline import LIMITS, Outcome, holder_of

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing to do. law: whether what it says rests on law; guidance otherwise; None where it is only a way of asking."""

    title: Text
    words: Text
    citation: str = ""
    law: bool | None = None


def _today(limit: str) -> int:
    """The number of a limit as it stands today, in its own unit."""
    return LIMITS[limit][-1].value


ADVICE = Remedy(
    _("Get free advice"),
    _("Every council area has a SEND information, advice and support service (SENDIASS). It is free and impartial, and "
      "can help you write."),
    "Children and Families Act 2014 s.32",
    True,
)  # fmt: skip
WRITE_TO_COUNCIL = Remedy(
    _("Write to the council"),
    _("Name the duty, the date and the law in this list. Ask when it will be done, and who does it. Keep a copy."),
)
COMPLAIN = Remedy(
    _("Complain to the council"),
    format_lazy(
        _("It should tell you it has your complaint in {first} working days, and answer in {then} working days after "
          "that."),
        first=_today("complaint.acknowledge"), then=_today("complaint.stage_one_answer"),
    ),
    "Ombudsman Complaint Handling Code",
    False,
)  # fmt: skip
OMBUDSMAN = Remedy(
    _("Then go to the Ombudsman"),
    format_lazy(
        _("The Local Government and Social Care Ombudsman looks at delay. Do it within {months} months of knowing about "
          "it. It does not look at what you appealed."),
        months=_today("complaint.ombudsman_latest"),
    ),
    "Local Government Act 1974 s.26, 26B",
    True,
)  # fmt: skip
COURT = Remedy(
    _("As a last step, a court"),
    format_lazy(
        _("The High Court can look at how the council acted (judicial review). It must be asked promptly, and within "
          "{months} months. Get advice first."),
        months=_today("judicial_review.latest"),
    ),
    "Civil Procedure Rules Part 54",
    True,
)  # fmt: skip
NO_APPEAL_FOR_DELAY = Remedy(
    _("Mediation and the Tribunal are for the decision, not for the delay"),
    _("You cannot appeal only because something is late. When the decision comes, its letter must tell you how to go to "
      "mediation and appeal."),
    "Children and Families Act 2014 s.51",
    True,
)  # fmt: skip
SCHOOL = Remedy(
    _("Talk with the school, nursery or college"),
    _("Ask the class teacher or the SENCO first, then the head teacher. Say what should have happened and by when."),
)
SCHOOL_COMPLAINT = Remedy(
    _("Complain to the school"),
    _("Follow the steps of its published complaints procedure. The law sets no number of days for them."),
)
NEUTRAL = Remedy(
    _("Ask for somebody neutral"),
    _("The council must make disagreement resolution available, also for a disagreement with a school or college."),
    "Children and Families Act 2014 s.57",
    True,
)
HEALTH = Remedy(
    _("Write to the health service, and to the council"),
    _("Name the duty and the date. Ask the council what it will do about it."),
)
ADVISER = Remedy(
    _("Ring the mediation adviser"),
    _("Ask when it will be sent. Your time to appeal runs on meanwhile, so do not wait with it."),
)
TRIBUNAL = Remedy(
    _("If you miss your own last day"),
    _(
        "Only the Tribunal can give you longer. Send it what you have at once, ask for more time, and say why it is late."
    ),
    "HESC Rules 2008",
    True,
)
ORDER = Remedy(
    _("Send the council the Tribunal's order"),
    _("Name the part that is late. An order must be followed within its time."),
    "SI 2014/1530 reg 44",
    True,
)

TELL_TRIBUNAL = Remedy(
    _("Tell the Tribunal"),
    _("Write to the Tribunal that the council's answer has not come. It can set dates of its own."),
    "HESC Rules 2008 r.21(1)",
    True,
)

_COUNCIL = (WRITE_TO_COUNCIL, ADVICE, COMPLAIN, OMBUDSMAN, NO_APPEAL_FOR_DELAY, COURT)
_BY_WORDS: tuple[tuple[str, tuple[Remedy, ...]], ...] = (
    ("council", _COUNCIL),
    ("person asked for advice", _COUNCIL),
    ("health", (HEALTH, ADVICE)),
    ("mediation adviser", (ADVISER, ADVICE)),
    ("school", (SCHOOL, ADVICE, SCHOOL_COMPLAINT, NEUTRAL)),
    ("nursery", (SCHOOL, ADVICE)),
)
_BY_RULE: dict[str, tuple[Remedy, ...]] = {
    "placement.consultation_response": (WRITE_TO_COUNCIL, ADVICE),
    "placement.admit": (SCHOOL, *_COUNCIL),
    "tribunal.la_response_due": (TELL_TRIBUNAL, ADVICE),
    # Somebody who complained already is not told to complain.
    **dict.fromkeys(
        (
            "complaint.acknowledge",
            "complaint.stage_one_answer",
            "complaint.stage_two_acknowledge",
            "complaint.stage_two_answer",
        ),
        (WRITE_TO_COUNCIL, ADVICE, OMBUDSMAN, COURT),
    ),
}
_OWN_WINDOW = frozenset({"appeal.deadline", "tribunal.permission_to_appeal_latest", "claim.latest"})


def remedies_for(outcomes: Iterable[Outcome]) -> tuple[Remedy, ...]:
    """What to do for these duties, each once; a last day of the reader's own comes first, since nobody else can mend it."""
    found: list[Remedy] = []
    for one in sorted(outcomes, key=lambda one: one.rule not in _OWN_WINDOW):
        found += [ORDER] if one.rule.startswith("order.") else []
        found += _of(one)
    return tuple(dict.fromkeys(found or (ADVICE,)))


def _of(one: Outcome) -> tuple[Remedy, ...]:
    if one.rule in _OWN_WINDOW:
        return (TRIBUNAL, ADVICE)
    holder = holder_of(one)
    return _BY_RULE.get(one.rule) or next((remedies for word, remedies in _BY_WORDS if word in holder), ())
