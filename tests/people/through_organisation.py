"""What a browser does between Golden Thread and an identity provider: for the tests of signing in that way."""

from __future__ import annotations

from http.client import HTTPConnection
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.cache import cache
from django.test import Client

from goldenthread.audit.models import Entry
from goldenthread.people.models import Account
from goldenthread.settings.identity_providers import IdentityProvider
from tests.factories.people import PASSWORD, signed_in_staff

from .loopback_provider import CLIENT, SECRET, Provider

REFUSED = "/account/organisation/refused/"
NAME = "Larkmere Learning Trust"


def configured(provider: Provider, *organisations: str, key: str = "trust", **more: Any) -> IdentityProvider:
    return IdentityProvider(
        key=key, name=NAME, issuer=provider.issuer, client_id=CLIENT, client_secret=SECRET,
        organisations=frozenset(organisations), **more,
    )  # fmt: skip


def asked_of(client: Client, path: str = "/account/organisation/start/", **more: str) -> str:
    """The address at the provider that a press on its button leads to."""
    answer = client.post(path, {"provider": "trust"} | more)
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def at_provider(address: str) -> str:
    """The browser goes to the provider, which knows the person, and is sent back: the path and query of our address."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=5)
    connection.request("GET", f"{parts.path}?{parts.query}")
    back = urlsplit(connection.getresponse().headers["Location"])
    connection.close()
    return f"{back.path}?{back.query}"


def come_through(client: Client | None = None, **more: str) -> tuple[Client, Any]:
    """Press the button, go there and come back."""
    client = client or Client()
    return client, client.get(at_provider(asked_of(client, **more)))


def said(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def linked(account: Account) -> Client:
    """A member of staff signs in the ordinary way, proves it once more, and links the provider."""
    client = signed_in_staff(account)
    cache.clear()
    address = ""
    for _time in range(2):  # on a busy machine the provider may be too slow once, and counts as away for a while
        if not urlsplit(address).netloc:
            cache.clear()
            client.post("/account/reauthenticate/", {"password": PASSWORD})
            address = asked_of(client, "/account/organisation/link/")
    answer = client.get(at_provider(address))
    assert answer.headers["Location"] == "/account/organisation/"
    return client


def noted(action: str) -> list[tuple[object, dict[str, str]]]:
    return list(Entry.objects.filter(action=action).order_by("at").values_list("person_id", "detail"))
