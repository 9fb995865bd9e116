"""Asking a virus scanner about a file. Only an answer that says "clean" opens a file; silence never does."""

import socket
import struct
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from django.conf import settings

CHUNK = 64 * 1024  # bytes
# The test string every scanner reports, in two halves so that none reports this file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class ScanState(StrEnum):
    CLEAN = "clean"
    INFECTED = "infected"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class Verdict:
    """What a scanner said. detail: the name of what was found, or why no answer came; never personal."""

    state: ScanState
    detail: str = ""

    @property
    def may_be_opened(self) -> bool:
        return self.state is ScanState.CLEAN


class Scanner(Protocol):
    """The port. is_stand_in: true for one that protects nobody and must say so on the page."""

    @property
    def is_stand_in(self) -> bool: ...

    def scan(self, data: bytes) -> Verdict:
        """The verdict on one file. Never raises: whatever goes wrong is UNAVAILABLE."""


def configured_scanner() -> Scanner:
    """clamd when its address is configured, the stand-in in the demo, and otherwise one that opens nothing."""
    if settings.CLAMD_ADDRESS:
        return ClamdScanner(settings.CLAMD_ADDRESS)
    return StandInScanner() if settings.DEMO_SCANNER else NoScanner()


class NoScanner:
    """No scanner is configured: every file waits."""

    is_stand_in = False

    def scan(self, data: bytes) -> Verdict:
        return Verdict(ScanState.UNAVAILABLE, "no scanner is configured")


class StandInScanner:
    """For the demo: knows the EICAR test string and nothing else. It protects nobody."""

    is_stand_in = True

    def scan(self, data: bytes) -> Verdict:
        if EICAR in data:
            return Verdict(ScanState.INFECTED, "EICAR test string (found by the demo's stand-in)")
        return Verdict(ScanState.CLEAN, "not scanned: the demo has only a stand-in for a virus scanner")


class ClamdScanner:
    """A client for clamd's INSTREAM command (clamd(8)).

    address: "unix:/run/clamav/clamd.ctl" or "tcp:host:3310". timeout: seconds for the whole conversation.
    A TCP clamd has no encryption: use it on this machine or a trusted network only.
    """

    is_stand_in = False

    def __init__(self, address: str, *, timeout: float = 30) -> None:
        self.address = address
        self.timeout = timeout

    def scan(self, data: bytes) -> Verdict:
        try:
            return _understood(self._ask(data))
        except (OSError, ValueError) as error:
            return Verdict(ScanState.UNAVAILABLE, type(error).__name__)

    def _ask(self, data: bytes) -> bytes:
        ends_at = time.monotonic() + self.timeout
        with self._connected() as line:
            try:
                line.sendall(b"zINSTREAM\0")
                for start in range(0, len(data), CHUNK):
                    chunk = data[start : start + CHUNK]
                    line.settimeout(_left(ends_at))
                    line.sendall(struct.pack("!L", len(chunk)) + chunk)
                line.sendall(struct.pack("!L", 0))
            except (BrokenPipeError, ConnectionResetError):
                pass  # clamd hangs up on a file above its limit, having said why
            reply = b""
            while not reply.endswith(b"\0") and len(reply) < 4096:
                line.settimeout(_left(ends_at))
                received = line.recv(4096)
                if not received:
                    break
                reply += received
        return reply

    def _connected(self) -> socket.socket:
        kind, _, place = self.address.partition(":")
        if kind == "unix":
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            line.settimeout(self.timeout)
            try:
                line.connect(place)
            except OSError:
                line.close()
                raise
            return line
        if kind == "tcp":
            host, _, port = place.rpartition(":")
            return socket.create_connection((host.strip("[]"), int(port)), timeout=self.timeout)
        raise ValueError("CLAMD_ADDRESS begins with unix: or tcp:")


def _left(ends_at: float) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise TimeoutError("clamd took too long")
    return left


def _understood(reply: bytes) -> Verdict:
    """Exactly "stream: OK" is clean; "stream: NAME FOUND" is infected; everything else is no answer."""
    if reply == b"stream: OK\0":
        return Verdict(ScanState.CLEAN)
    answer = reply.rstrip(b"\0").decode("utf-8", "replace")
    if reply.endswith(b" FOUND\0") and answer.startswith("stream: "):
        return Verdict(ScanState.INFECTED, answer.removeprefix("stream: ").removesuffix(" FOUND"))
    return Verdict(ScanState.UNAVAILABLE, answer[:200] or "clamd hung up")
