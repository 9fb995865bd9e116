"""Whose children. Each app registers, for its kind of row, what a viewer can reach; outside it is "not found"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from .permissions import NotFound, Right
from .viewer import Viewer

Scope = Callable[[Viewer], Q]
T = TypeVar("T", bound=Model)

_SCOPES: dict[str, Scope] = {}


def scope(model: str) -> Callable[[Scope], Scope]:
    """Register the scope of a model, named `app.Model`. The function gives the rows a viewer reaches, as a Q."""

    def register(function: Scope) -> Scope:
        if model in _SCOPES:
            raise ValueError(f"{model} has two scopes.")
        _SCOPES[model] = function
        return function

    return register


def reachable(viewer: Viewer, queryset: QuerySet[T], needed: Right) -> QuerySet[T]:
    """The rows of a queryset that this viewer may use for this right: none when the role never has it."""
    if not viewer.has(needed.name):
        return queryset.none()
    return queryset.filter(_SCOPES[queryset.model._meta.label](viewer))


def reach_one(viewer: Viewer, queryset: QuerySet[T], needed: Right, key: UUID, **more: Any) -> T:
    """The one row with this key inside the viewer's scope. Raises NotFound outside it, as for a missing row."""
    found = reachable(viewer, queryset, needed).filter(pk=key, **more).first()
    if found is None:
        raise NotFound(needed.name)
    return found


def scoped_models() -> frozenset[str]:
    """Every model that has a scope, for the test that walks them."""
    return frozenset(_SCOPES)
