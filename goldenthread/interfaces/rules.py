"""The site's own access rule, on operations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from goldenthread.access.rules import View, public

Operation = TypeVar("Operation", bound=Callable[..., Any])


def open_to_all(operation: Operation) -> Operation:
    """The site's own rule for a view that anyone may open, on an operation (which returns data, not yet an answer)."""
    return cast(Operation, public(cast(View, operation)))
