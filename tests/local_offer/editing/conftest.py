"""A provider that edits, and everybody around it."""

from __future__ import annotations

import pytest

from tests.factories.editing import Shop


@pytest.fixture
def shop():
    return Shop()
