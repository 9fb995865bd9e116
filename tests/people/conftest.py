"""An identity provider to sign in through, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from tests.factories.world import World

from .loopback_provider import Provider, Serving
from .through_organisation import configured


@pytest.fixture
def provider() -> Iterator[Provider]:
    with Serving() as serving:
        yield serving


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def trust(provider: Provider, world: World, settings: Any) -> Provider:
    """The provider, configured to speak for the staff of Hollow Oak alone."""
    cache.clear()
    settings.IDENTITY_PROVIDERS = {"trust": configured(provider, world.school.urn)}
    return provider
