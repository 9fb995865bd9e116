"""Reads of this room. Every one takes the viewer first; outside the viewer's reach there is nothing."""

from .classes import adults_of, children_in, class_of, classes_of
from .names import children_named
from .needs import needs_of
from .profiles import current_profile, profiles_to_read, unread_by_adult
from .status import on_register, on_roll, status_history, status_of, status_on, with_status

__all__ = [
    "adults_of",
    "children_in",
    "children_named",
    "class_of",
    "classes_of",
    "current_profile",
    "needs_of",
    "on_register",
    "on_roll",
    "profiles_to_read",
    "status_history",
    "status_of",
    "status_on",
    "unread_by_adult",
    "with_status",
]
