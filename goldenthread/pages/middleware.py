"""A reference on every answer, and what every browser is told."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from goldenthread.request import Request

Answer = Callable[[HttpRequest], HttpResponseBase]
NO_SENSORS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class RequestReference:
    """Gives each request a short reference, shown on error pages and kept in the logs, never anything personal."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponseBase:
        request.reference = secrets.token_hex(5)
        response = self.get_response(request)
        response["X-Reference"] = request.reference
        return response


class BrowserRules:
    """No page of ours is kept by the browser or a proxy, and no page may use the device's sensors."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response["Permissions-Policy"] = NO_SENSORS
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response
