"""Identity providers are named in the environment; what is missing or unsafe says so at the start."""

from __future__ import annotations

import importlib
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from goldenthread.settings.identity_providers import IdentityProvider, identity_providers

TOLD = {
    "IDENTITY_PROVIDERS": "oak-trust",
    "IDENTITY_PROVIDER_OAK_TRUST_NAME": "Oak Trust",
    "IDENTITY_PROVIDER_OAK_TRUST_ISSUER": "https://sign-in.example.org/tenant/v2.0",
    "IDENTITY_PROVIDER_OAK_TRUST_CLIENT_ID": "golden-thread",
    "IDENTITY_PROVIDER_OAK_TRUST_CLIENT_SECRET": "a-long-secret",
    "IDENTITY_PROVIDER_OAK_TRUST_ORGANISATIONS": "999901, 399",
}


def read(monkeypatch, **changed: str) -> dict[str, IdentityProvider]:
    for name, value in (TOLD | changed).items():
        monkeypatch.setenv(name, value)
    return identity_providers(Env())


def test_nothing_is_there_unless_it_is_named(monkeypatch):
    assert read(monkeypatch, IDENTITY_PROVIDERS="") == {}


def test_a_provider_is_read_from_its_own_variables(monkeypatch):
    assert read(monkeypatch) == {
        "oak-trust": IdentityProvider(
            key="oak-trust",
            name="Oak Trust",
            issuer="https://sign-in.example.org/tenant/v2.0",
            client_id="golden-thread",
            client_secret="a-long-secret",
            organisations=frozenset({"999901", "399"}),
        )
    }


def test_what_counts_as_a_second_factor_and_where_it_sends_people_on_are_read(monkeypatch):
    (found,) = read(
        monkeypatch,
        IDENTITY_PROVIDER_OAK_TRUST_SECOND_FACTOR="mfa, hwk",
        IDENTITY_PROVIDER_OAK_TRUST_SENDS_ON_TO="https://federation.example.org/adfs",
    ).values()

    assert found.second_factor == {"mfa", "hwk"}
    assert found.origins == ["https://sign-in.example.org", "https://federation.example.org"]


@pytest.mark.parametrize("name", [name for name in TOLD if name != "IDENTITY_PROVIDERS"])
def test_a_missing_variable_is_named(monkeypatch, name):
    with pytest.raises(ImproperlyConfigured, match=name):
        read(monkeypatch, **{name: " "})


@pytest.mark.parametrize(
    "issuer",
    [
        "http://sign-in.example.org", "sign-in.example.org", "https://", "https://sign-in.example.org/?a=b",
        "https://sign-in.example.org/#a", "https://somebody@sign-in.example.org", "ftp://sign-in.example.org",
    ],
)  # fmt: skip
def test_an_address_that_is_not_safe_is_refused(monkeypatch, issuer):
    with pytest.raises(ImproperlyConfigured, match="IDENTITY_PROVIDER_OAK_TRUST_ISSUER must be"):
        read(monkeypatch, IDENTITY_PROVIDER_OAK_TRUST_ISSUER=issuer)


@pytest.mark.parametrize("told", ["Oak School", "12", "999901, x", ","])
def test_an_organisation_that_is_not_understood_is_refused(monkeypatch, told):
    with pytest.raises(ImproperlyConfigured, match="IDENTITY_PROVIDER_OAK_TRUST_ORGANISATIONS"):
        read(monkeypatch, IDENTITY_PROVIDER_OAK_TRUST_ORGANISATIONS=told)


@pytest.mark.parametrize("key", ["Oak", "oak trust", "../oak", "1oak"])
def test_a_key_that_is_none_is_refused(monkeypatch, key):
    with pytest.raises(ImproperlyConfigured, match="is no key"):
        read(monkeypatch, IDENTITY_PROVIDERS=key)


SAFE = {
    "DATABASE_URL": "postgresql://goldenthread_app:x@db/goldenthread", "SECRET_KEY": "k" * 60,
    "ALLOWED_HOSTS": "send.example.gov.uk",
}  # fmt: skip


@pytest.mark.parametrize(
    "changed",
    [
        {"IDENTITY_PROVIDER_OAK_TRUST_ISSUER": "http://127.0.0.1:8080"},
        {"IDENTITY_PROVIDER_OAK_TRUST_SENDS_ON_TO": "http://localhost:8080"},
    ],
)
def test_real_use_refuses_a_provider_that_is_not_encrypted(monkeypatch, changed):
    for name, value in (TOLD | SAFE | changed).items():
        monkeypatch.setenv(name, value)
    for name in ("goldenthread.settings.base", "goldenthread.settings.production"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    with pytest.raises(ImproperlyConfigured, match="must begin with https://. Look at Oak Trust"):
        importlib.import_module("goldenthread.settings.production")
