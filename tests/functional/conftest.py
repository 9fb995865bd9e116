"""One Chromium for the tests of this folder, and windows that fail a test when anything in them goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from .browser import PageAs, Windows, chromium


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def windows(browser: Browser, live_server: Any) -> Iterator[Windows]:
    """Windows on this test's own site. No console error, refused script, thrown error or answer of 400 or more."""
    opened = Windows(browser, live_server.url)
    yield opened
    opened.close()
    assert opened.said() == []


@pytest.fixture
def page_as(windows: Windows) -> PageAs:
    """page_as(account, role, width=390, javascript=True) -> a window signed in as them; nobody when account is None."""
    return windows.page_as
