"""Ask the site as somebody, and compare what two people were told."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goldenthread.people.models import Account
from tests.factories.world import signed_in

from .routes import Route

# What differs between two copies of one page without saying anything: safety marks of forms, and the answer's reference.
_CHANGING = re.compile(
    rb'(name="(?:csrfmiddlewaretoken|submission_key|key|draft_mark)"[^>]*?value=")[^"]*'
    rb'|(value=")[^"]*("[^>]*?name="(?:csrfmiddlewaretoken|submission_key|key|draft_mark)")'
)
_STARTING = ("Set-Cookie", "X-Reference")


def browser(account: Account, role: str) -> Client:
    client = signed_in(account, role)
    client.raise_request_exception = False
    return client


def ask(client: Client, address: str, method: str = "GET", data: dict[str, Any] | None = None) -> HttpResponse:
    """One request. A fault of ours comes back as the page that a person would get."""
    return getattr(client, method.lower())(address, data or {})


def address_of(route: Route, parts: dict[str, Any]) -> str:
    return reverse(route.name, kwargs=parts)


def said(answer: HttpResponse) -> bytes:
    """The whole answer, without what changes from copy to copy: status, headers and body."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    body = _CHANGING.sub(rb"\1\2\3", body).replace(answer.headers.get("X-Reference", "-").encode(), b"reference")
    head = "\n".join(f"{name}: {value}" for name, value in sorted(answer.items()) if name not in _STARTING)
    head = re.sub(r"Content-Length: \d+", "", head)
    return f"{answer.status_code}\n{head}\n\n".encode() + body
