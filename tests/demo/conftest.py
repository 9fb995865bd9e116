"""Larkmere's two detailed schools, loaded once for the tests of one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.database import _empty

from .detailed_schools import load_detailed_schools


@pytest.fixture(scope="module")
def detailed_schools(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The tests that use it only read: what they look at stays as it was loaded."""
    with django_db_blocker.unblock():
        load_detailed_schools()
        yield
        _empty(None)  # type: ignore[arg-type]
