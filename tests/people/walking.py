"""Every page that a browser can open, found in the URL configuration: to look for what must not be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.urls.converters import IntConverter, UUIDConverter

from tests.access.routes import every_route
from tests.factories.world import TODAY

NOT_WALKED = {"account_logout"}  # POST ends the very session that walks


def pages_open_to(browser: Client, **things: Any) -> Iterator[tuple[str, str]]:
    """(address, text) of every page that answers with something. things: objects for the parts of addresses.

    Pages whose address needs a part that is not among the things are asked for with the child's key, so that a
    page that mistakes one for the other would show itself.
    """
    for route in every_route():
        if route.name in NOT_WALKED or not route.name:
            continue
        parts = {name: _part(converter, name, things) for name, converter in route.parts.items()}
        try:
            address = reverse(_full(route), kwargs=parts)
        except NoReverseMatch:
            continue
        answer = browser.get(address)
        yield address, _text(answer)


def _part(converter: Any, name: str, things: dict[str, Any]) -> Any:
    if type(converter) is UUIDConverter:
        return getattr(things.get(name), "pk", None) or things["child"].pk
    if type(converter) is IntConverter:
        return 1
    return TODAY if "day" in type(converter).__name__.lower() or "date" in type(converter).__name__.lower() else name


def _full(route: Any) -> str:
    return str(getattr(route, "full_name", route.name))


def _text(answer: Any) -> str:
    """What the answer holds, whatever it is: the body, and every header."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{heads}\n{_readable(body, answer.headers.get('Content-Type', ''))}"


def _readable(body: bytes, kind: str) -> str:
    if "pdf" in kind:
        import io

        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    if "zip" in kind or "openxml" in kind:
        import io
        import zipfile

        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return body.decode("utf-8", "replace")
