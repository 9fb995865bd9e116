"""Whose children a role can be about at all. Each app says what a reach means for its rows (scopes.py)."""

from __future__ import annotations

from enum import StrEnum


class Reach(StrEnum):
    NOBODY = "nobody"  # no child at all
    SELF = "self"  # the young person's own record
    FAMILY = "family"  # children for whom the person holds authority to act
    CLASSES = "classes"  # children in the classes and groups the person works with
    COVER = "cover"  # the same, for the days of the cover, and only what a cover teacher needs
    SETTING = "setting"  # every child of the setting
    NUMBERS = "numbers"  # counts for the setting, no child
