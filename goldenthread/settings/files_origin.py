"""Whether FILES_ORIGIN is fit for real use: another host than the pages have, and nothing but scheme and host."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

_BARE = "FILES_ORIGIN must be https:// and a host name, with nothing after it, for example https://files.example.org."
_SAME = (
    "FILES_ORIGIN has a host name that ALLOWED_HOSTS gives to the pages, so a file would come from their own origin."
    " Give files a name of their own, and list the pages' names one by one."
)


def host_of_files(origin: str, hosts_of_pages: Sequence[str]) -> str:
    """The host name of the files' origin. Raises ImproperlyConfigured, with what to do, where it would protect nobody.

    A second port of the same host is refused too: cookies are sent to every port.
    """
    parts = urlsplit(origin)
    host = parts.hostname or ""
    if parts.scheme != "https" or not host or origin != f"https://{parts.netloc}" or "@" in parts.netloc:
        raise ImproperlyConfigured(f"{_BARE} See docs/running-it.md.")
    if validate_host(host, list(hosts_of_pages)):
        raise ImproperlyConfigured(f"{_SAME} See docs/running-it.md.")
    return host
