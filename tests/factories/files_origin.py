"""Files that come from an origin of their own, in tests: the second host, and a browser that follows there."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client

HOST = "files.example.org"
ORIGIN = f"https://{HOST}"


def use_files_origin(settings: Any) -> None:
    settings.FILES_ORIGIN = ORIGIN
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, HOST]


def asked_for(address: str, method: str = "get", client: Client | None = None) -> HttpResponse:
    """What the files' origin answers. As in a browser, no cookie of the pages comes along, unless a client is given."""
    parts = urlsplit(address)
    return getattr(client or Client(), method)(parts.path, HTTP_HOST=parts.netloc or HOST)


def link_of(answer: HttpResponse) -> str:
    """The address that a page's answer leads to; it must lead to the files' origin."""
    assert (answer.status_code, answer.content) == (303, b"")
    assert answer["Location"].startswith(f"{ORIGIN}/file/")
    return answer["Location"]
