"""Addresses that a page may link to: web addresses, e-mail, telephone, our own pages, and other section pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

_MAIL = re.compile(r"^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$")
_TELEPHONE = re.compile(r"^tel:\+?[0-9 ]{3,20}$")
_PAGE = re.compile(r"^page:([a-z0-9-]{2,60})$")
LONGEST = 400


@dataclass(frozen=True)
class Target:
    """Where a link leads. kind: web, mail, telephone, own (a path of this site) or page (a section page by name)."""

    kind: str
    address: str


def target_of(text: str) -> Target | None:
    """The target of a link as it was typed; None for what no page may link to (a script, a file, a typing slip)."""
    text = text.strip()
    if len(text) > LONGEST or not text.isprintable() or (" " in text and not text.startswith("tel:")):
        return None
    if page := _PAGE.match(text):
        return Target("page", page.group(1))
    if _MAIL.match(text):
        return Target("mail", text)
    if _TELEPHONE.match(text):
        return Target("telephone", text.replace(" ", ""))
    if text.startswith("/"):
        return Target("own", text) if _is_ours(text) else None
    return Target("web", text) if is_web(text) else None


def is_web(text: str) -> bool:
    """Whether this is a whole web address: http or https, a host name with a dot, nobody's name or password in it."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return (
        parts.scheme in ("http", "https")
        and "." in host.strip(".")
        and not parts.username
        and not parts.password
        and port in (None, 80, 443)
    )


def _is_ours(path: str) -> bool:
    if path.startswith("//"):
        return False
    try:
        resolve(path.split("?")[0].split("#")[0])
    except Resolver404:
        return False
    return True
