"""Reads, the viewer first. Each says how many queries it makes, whatever the number of children."""

from .doses import amounts_of, checks_due, dose_of, doses_among, doses_of, drafts_of
from .groups import GroupRow, children_to_choose, group_of, groups_of, sessions_of_group
from .ledger import (
    ThisWeek,
    delivered_by_week,
    delivered_minutes,
    delivered_share,
    ledger_of,
    made_up_choices,
    this_week,
)
from .today import ChildEntry, Session, profiles_to_read, session_on, sessions_on, unrecorded_this_week

__all__ = [
    "ChildEntry",
    "GroupRow",
    "Session",
    "ThisWeek",
    "amounts_of",
    "checks_due",
    "children_to_choose",
    "delivered_by_week",
    "delivered_minutes",
    "delivered_share",
    "dose_of",
    "doses_among",
    "doses_of",
    "drafts_of",
    "group_of",
    "groups_of",
    "ledger_of",
    "made_up_choices",
    "profiles_to_read",
    "session_on",
    "sessions_of_group",
    "sessions_on",
    "this_week",
    "unrecorded_this_week",
]
