"""How often one address may ask the law."""

from __future__ import annotations

from django.http import HttpRequest

from goldenthread.interfaces.limits import Allowance

PER_MINUTE = 300
_allowance = Allowance("law-interface")


def seconds_to_wait(request: HttpRequest, *, at: float | None = None) -> int:
    """0 when this address may ask now; otherwise how long it waits. Counts this request."""
    return _allowance.seconds_to_wait(request, PER_MINUTE, at=at)


def forget() -> None:
    """Count from nought again."""
    _allowance.forget()
