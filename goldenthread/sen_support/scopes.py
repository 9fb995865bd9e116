"""Whose SEN Support, and which words of it.

Rows about a child follow the child. Words follow their audience as well: a parent reads what is for everyone and what
they said themselves, a young person also what only parents are kept from; staff read words only in a role that may
read what people said. PostgreSQL holds the same line behind this one (migrations/0002_walls.py).
Decision record: docs/decisions/0025-who-reads-whose-words.md.
"""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.reach import Reach
from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import about_children_of, scope_rows_about_children

from .models import Audience
from .permissions import CONCERN_VIEW, VOICE_READ

scope_rows_about_children(
    "sen_support.AnnualReport",
    "sen_support.Attendance",
    "sen_support.Cycle",
    "sen_support.DoseEffect",
    "sen_support.Measure",
    "sen_support.ParentMeeting",
    "sen_support.ParentsTold",
    "sen_support.Reading",
    "sen_support.Review",
    "sen_support.SupervisedSession",
    "sen_support.Target",
    "sen_support.TargetDose",
    "sen_support.TargetOutcome",
)

FAMILY = (Reach.FAMILY, Reach.SELF)


def for_the_family(viewer: Viewer, author: str, prefix: str = "") -> Q:
    """Of words about the viewer's child, those meant for this member of the family."""
    everyone = Q(**{f"{prefix}audience": Audience.EVERYONE})
    own = Q(**{f"{prefix}{author}": viewer.person}) & ~Q(**{f"{prefix}audience": Audience.SCHOOL})
    if viewer.role.reach == Reach.SELF:
        return everyone | own | Q(**{f"{prefix}audience": Audience.NOT_PARENTS})
    return everyone | own


def _words(viewer: Viewer, prefix: str = "") -> Q:
    if viewer.role.reach in FAMILY:
        return about_children_of(viewer) & for_the_family(viewer, "account_id", prefix)
    own = Q(**{f"{prefix}recorded_by_id": viewer.person})
    readable = Q() if viewer.has(VOICE_READ.name) else own
    return about_children_of(viewer) & readable


def _concern(viewer: Viewer, prefix: str = "") -> Q:
    """Staff who may see worries see all about their children; other staff the ones they raised, even about a child
    whom they no longer teach, so that they can see where theirs stands."""
    if viewer.role.reach in FAMILY:
        return about_children_of(viewer) & for_the_family(viewer, "raised_by_id", prefix)
    own = Q(**{f"{prefix}raised_by_id": viewer.person, "holder_id": viewer.organisation})
    return about_children_of(viewer) if viewer.has(CONCERN_VIEW.name) else own


@scope("sen_support.Contribution")
def contribution_scope(viewer: Viewer) -> Q:
    return _words(viewer)


@scope("sen_support.Change")
def change_scope(viewer: Viewer) -> Q:
    return _words(viewer, "contribution__")


@scope("sen_support.Concern")
def concern_scope(viewer: Viewer) -> Q:
    return _concern(viewer)


@scope("sen_support.StrategyTried")
def strategy_scope(viewer: Viewer) -> Q:
    return _concern(viewer, "concern__")


@scope("sen_support.Agreement")
def agreement_scope(viewer: Viewer) -> Q:
    """A parent's answer is theirs: the other parent does not see it. The young person sees every answer."""
    if viewer.role.reach == Reach.FAMILY:
        return about_children_of(viewer) & Q(party_id=viewer.person)
    return about_children_of(viewer)
