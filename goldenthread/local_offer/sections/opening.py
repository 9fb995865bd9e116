"""Open one address to see whether it leads anywhere: never inside our own network, never for long, never much.

A name is looked up once, and the connection goes to the very address that was looked at: a name that changes its
answer in between leads nowhere else. Each redirect is looked at in the same way.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from .links import is_web
from .models import Verdict

ANSWER_SECONDS, WHOLE_SECONDS = 8.0, 20.0
MOST_REDIRECTS = 3
_GONE = {404, 410}
_WORKS = range(200, 300)
_ELSEWHERE = {301, 302, 303, 307, 308}


class Private(ValueError):
    """The address lies inside a private network, or is none."""


class Unreachable(OSError):
    """Nobody answered, or not in time."""


class Unknown(OSError):
    """There is no such name."""


@dataclass(frozen=True)
class Answer:
    """What an address answered. location: where it sends us, for a redirect."""

    status: int
    location: str = ""


@dataclass(frozen=True)
class Result:
    """why: a short word: the status, or gone, no_such_name, private, no_answer, too_far."""

    verdict: Verdict
    why: str


Opener = Callable[[str], Answer]


def look(address: str, opener: Opener | None = None) -> Result:
    """Whether an address leads anywhere. Refused or busy is no proof of broken: many sites turn programs away."""
    opener = opener or open_once
    for _step in range(MOST_REDIRECTS + 1):
        try:
            answer = opener(address)
            onward = urljoin(address, answer.location)
        except ValueError:  # a Private one, or what a redirect names is no address at all
            return Result(Verdict.BROKEN, "private")
        except Unknown:
            return Result(Verdict.BROKEN, "no_such_name")
        except OSError:
            return Result(Verdict.UNSURE, "no_answer")
        if answer.status not in _ELSEWHERE or not answer.location:
            return _judged(answer.status)
        address = onward
    return Result(Verdict.UNSURE, "too_far")


def _judged(status: int) -> Result:
    if status in _WORKS:
        return Result(Verdict.WORKS, str(status))
    if status in _GONE:
        return Result(Verdict.BROKEN, "gone")
    return Result(Verdict.UNSURE, str(status))


def public_address(host: str, port: int) -> str:
    """The network address behind a name, if all that it stands for lie on the open network.

    Raises Private where one does not, Unknown where the name stands for nothing.
    """
    try:
        found = [str(one[4][0]).split("%")[0] for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as fault:
        raise Unknown(host) from fault
    if not found or any(not _is_open(ipaddress.ip_address(one)) for one in found):
        raise Private(host)
    return found[0]


# New addresses that wrap an old one so that a translator in the network leads there (RFC 6052, RFC 8215, RFC 4291 2.5.5.1),
# and those of one site (RFC 3879): Python counts some of them as global.
_INWARD = [ipaddress.ip_network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/48", "::/96", "fec0::/10")]


def _is_open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """On the open network; an old address wrapped in a new one counts as what is inside."""
    if any(address in network for network in _INWARD):
        return False
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return bool(inner.is_global and not inner.is_multicast and address.is_global)


class _Plain(http.client.HTTPConnection):
    """A connection to an address that was already looked up."""

    def __init__(self, host: str, port: int, at: str) -> None:
        super().__init__(host, port, timeout=ANSWER_SECONDS)
        self.at = at

    def connect(self) -> None:
        self.sock = socket.create_connection((self.at, self.port), self.timeout)


class _Sealed(_Plain):
    """The same with a certificate, which is checked against the name."""

    def connect(self) -> None:
        super().connect()
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def open_once(address: str) -> Answer:
    """Ask one address once, follow nothing, and read no body. Raises Private, Unknown, or an OSError."""
    if not is_web(address):
        raise Private(address)
    parts = urlsplit(address)
    host = str(parts.hostname)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    kind = _Sealed if parts.scheme == "https" else _Plain
    connection = kind(host, port, public_address(host, port))
    ending = threading.Timer(WHOLE_SECONDS, _hang_up, [connection])
    ending.start()
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"User-Agent": "GoldenThread link check", "Accept": "*/*"})
        answer = connection.getresponse()
        return Answer(answer.status, answer.getheader("Location", ""))
    except (http.client.HTTPException, ValueError, UnicodeError) as fault:
        raise Unreachable(address) from fault
    finally:
        ending.cancel()
        connection.close()


def _hang_up(connection: http.client.HTTPConnection) -> None:
    """End a connection that takes too long in all, however steadily it drips."""
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return
