"""One Chromium for the tests of this folder, and windows that fail a test when anything in them goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.chromium import chromium
from tests.database import _empty

from .browser import PageAs, Windows
from .lived_in import LivedIn
from .walking import Walk


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


@pytest.fixture(scope="module")
def walk(browser: Browser, django_db_setup: None, django_db_blocker: Any) -> Iterator[Walk]:
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        windows = Windows(browser, server.url)
        yield Walk(LivedIn(), windows)
        windows.close()
        server.stop()
        _empty(None)  # type: ignore[arg-type]
