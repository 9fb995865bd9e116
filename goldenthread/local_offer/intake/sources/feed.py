"""Another authority's feed, read page by page within limits of time, size and number, and never believed blindly."""

from __future__ import annotations

import ipaddress
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from ..incoming import Incoming, SourceRefused
from .oruk import entries

LONGEST_SECONDS, ANSWER_SECONDS = 90.0, 10.0
LARGEST_ANSWER, LARGEST_ALL = 10 * 1024 * 1024, 100 * 1024 * 1024
MOST_PAGES, MOST_SERVICES = 500, 20_000


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A feed that sends us elsewhere would walk us past the check of its address."""

    def redirect_request(self, *asked: Any, **more: Any) -> None:
        return None


@dataclass
class Reader:
    """One reading of one feed: what it has cost so far."""

    stem: str
    until: float = field(default_factory=lambda: time.monotonic() + LONGEST_SECONDS)
    received: int = 0

    def ask(self, address: str) -> Any:
        if time.monotonic() > self.until:
            raise SourceRefused(_("The feed took longer than 90 seconds, so nothing was read. Try again later."))
        request = urllib.request.Request(self.stem + address, headers={"Accept": "application/json"})  # noqa: S310  (_stem allows http and https only)
        try:
            with urllib.request.build_opener(_NoRedirects).open(request, timeout=ANSWER_SECONDS) as answer:
                return json.loads(self._within_limits(answer))
        except (ValueError, RecursionError):
            raise SourceRefused(_("The feed did not answer %(address)s with JSON.") % {"address": address}) from None
        except urllib.error.HTTPError as fault:
            raise SourceRefused(
                _("The feed answered %(status)s for %(address)s.") % {"status": fault.code, "address": address}
            ) from None
        except OSError:
            raise SourceRefused(_("The feed could not be reached. Check the address, and try again later.")) from None

    def _within_limits(self, answer: Any) -> bytes:
        """The body, read in pieces, so that neither a long nor a slow answer holds us."""
        pieces, size = [], 0
        while piece := answer.read1(64 * 1024):
            size += len(piece)
            self.received += len(piece)
            if size > LARGEST_ANSWER or self.received > LARGEST_ALL:
                raise SourceRefused(_("The feed sent more than we take (10 MB in an answer, 100 MB in all)."))
            if time.monotonic() > self.until:
                raise SourceRefused(_("The feed took longer than 90 seconds, so nothing was read. Try again later."))
            pieces.append(piece)
        return b"".join(pieces)


def read(address: str) -> Iterator[Incoming]:
    """Every service of a feed, whole. Raises SourceRefused before the first, or when the feed breaks its word."""
    reader = Reader(_stem(address))
    about = reader.ask("/")
    if not isinstance(about, dict) or "3" not in str(about.get("version", "")):
        raise SourceRefused(_("This is not an Open Referral UK 3.0 feed: its first address names no such version."))
    return entries((_whole(reader, one) for one in _listed(reader)), own_area=False)


def _listed(reader: Reader) -> Iterator[dict[str, Any]]:
    """Every service once, as the pages list them. What the pages say of themselves must hold."""
    number, pages, total, seen = 1, 1, 0, set[str]()
    while number <= pages:
        page = reader.ask(f"/services?page={number}&per_page=100")
        contents = page.get("contents") if isinstance(page, dict) else None
        if not isinstance(contents, list) or page.get("page_number") != number:
            raise SourceRefused(
                _("The feed was asked for page %(page)s and answered something else.") % {"page": number}
            )
        if number == 1:
            pages, total = _promised(page)
        elif (page.get("total_pages"), page.get("total_items")) != (pages, total):
            raise SourceRefused(_("The feed says on page %(page)s that it is of another length.") % {"page": number})
        for one in contents:
            key = str(one.get("id", "")) if isinstance(one, dict) else ""
            if not key or key in seen:
                raise SourceRefused(_("The feed shows the same service twice (page %(page)s).") % {"page": number})
            seen.add(key)
            yield one
        number += 1
    if len(seen) != total:
        raise SourceRefused(
            _("The feed says that it has %(said)s services and shows %(shown)s.") % {"said": total, "shown": len(seen)}
        )


def _promised(page: dict[str, Any]) -> tuple[int, int]:
    pages, total = page.get("total_pages"), page.get("total_items")
    if type(pages) is not int or type(total) is not int or pages < 0 or total < 0:
        raise SourceRefused(_("The feed does not say how long it is."))
    if pages > MOST_PAGES or total > MOST_SERVICES:
        raise SourceRefused(
            _("The feed says that it has %(pages)s pages, which is more than we read.") % {"pages": pages}
        )
    return pages, total


def _whole(reader: Reader, listed: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = reader.ask(f"/services/{listed['id']}")
    if not isinstance(found, dict) or found.get("id") != listed["id"]:
        raise SourceRefused(_("The feed was asked for one service and answered with another."))
    return found


def _stem(address: str) -> str:
    """The address without its last slash. Raises SourceRefused for what is not on the open network."""
    parts = urlsplit(address.strip())
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise SourceRefused(_("Write the address of the feed, such as https://example.org/api/oruk."))
    if not settings.FEEDS_MAY_BE_NEAR:
        _refuse_near(parts.hostname)
    return address.strip().rstrip("/")


def _refuse_near(host: str) -> None:
    """An address inside our own network is not another authority's feed."""
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(host, None)}
    except OSError:
        raise SourceRefused(_("The feed could not be reached. Check the address, and try again later.")) from None
    if any(not ipaddress.ip_address(one.split("%")[0]).is_global for one in found):
        raise SourceRefused(_("This address lies inside a private network. Give the feed's public address."))
