"""What each role opens first. Each app says so for its roles with `opens_first`."""

from __future__ import annotations

from django.urls import reverse

from goldenthread.access.viewer import Viewer

_FIRST: dict[str, str] = {}


def opens_first(role: str, url_name: str) -> None:
    """Register the first page of a role, by its URL name. Called from an app's `ready`."""
    _FIRST[role] = url_name


def first_page(viewer: Viewer) -> str:
    return reverse(_FIRST[viewer.role.key])
