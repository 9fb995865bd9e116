"""Addresses of the register: the same list with one thing changed. Nothing in them says who a child is."""

from __future__ import annotations

from django.http import QueryDict

PLACE = ("after", "before")


def with_changes(query: QueryDict, **changes: str) -> str:
    """The query string with these parts set, or taken out when "", and starting again at the first page."""
    changed = query.copy()
    for name in PLACE:
        changed.pop(name, None)
    for name, value in changes.items():
        changed.pop(name, None)
        if value:
            changed[name] = value
    kept = [(name, value) for name, values in changed.lists() for value in values if value]
    clean = QueryDict(mutable=True)
    for name, value in kept:
        clean.appendlist(name, value)
    return f"?{clean.urlencode()}"
