"""A provider's word is believed only when all of it holds; whatever does not, leads to one page (ASVS 10.5.1 to 10.5.4)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.cache import cache
from django.test import Client

from goldenthread.audit.models import Entry
from goldenthread.people.identity_providers import openid

from .loopback_provider import KEY, OTHER_KEY, Serving, public_half
from .through_organisation import REFUSED, asked_of, at_provider, come_through, configured, linked

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = 3600


def _text(words: dict[str, Any]) -> bytes:
    return base64.urlsafe_b64encode(json.dumps(words).encode()).rstrip(b"=")


def unsigned(claims: dict[str, Any]) -> str:
    return (_text({"alg": "none", "typ": "JWT"}) + b"." + _text(claims) + b".").decode()


def signed_with_the_public_key(claims: dict[str, Any]) -> str:
    """The old trick: the key that everybody may read, used as a shared secret."""
    public = KEY.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )  # fmt: skip
    signing = _text({"alg": "HS256", "typ": "JWT", "kid": "first"}) + b"." + _text(claims)
    mark = base64.urlsafe_b64encode(hmac.new(public, signing, hashlib.sha256).digest()).rstrip(b"=")
    return (signing + b"." + mark).decode()


def signed_by_somebody_else(claims: dict[str, Any]) -> str:
    return jwt.encode(claims, OTHER_KEY, algorithm="RS256", headers={"kid": "first"})


def bringing_its_own_key(claims: dict[str, Any]) -> str:
    headers = {"kid": "mine", "jwk": public_half(OTHER_KEY, "mine")}
    return jwt.encode(claims, OTHER_KEY, algorithm="RS256", headers=headers)


def changed_after_signing(claims: dict[str, Any]) -> str:
    head, _body, mark = jwt.encode(claims | {"sub": "nobody"}, KEY, "RS256", headers={"kid": "first"}).split(".")
    return f"{head}.{_text(claims).decode()}.{mark}"


@pytest.fixture
def known(trust, world):
    """The provider and a member of staff who has linked it; with an honest token they would come straight in."""
    linked(world.staff("senco"))
    trust.says = {"amr": ["mfa"]}
    assert come_through()[1].headers["Location"] == "/"
    return trust


def refused_because(browser: Client, back: Any) -> str:
    """Why, as the log has it, once it is sure that nobody was let in."""
    assert back.headers["Location"] == REFUSED
    assert browser.get("/account/").status_code == 302
    assert "That did not sign you in" in browser.get(REFUSED).content.decode()
    return str(Entry.objects.filter(action="identity_provider.refused").latest("at").detail["why"])


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ({"iss": "https://elsewhere.example.org"}, "InvalidIssuerError"),
        ({"aud": "another-program"}, "InvalidAudienceError"),
        ({"aud": ["another-program"]}, "InvalidAudienceError"),
        ({"aud": ["golden-thread", "another-program"]}, "audience"),
        ({"aud": ["golden-thread", "another-program"], "azp": "another-program"}, "audience"),
        ({"azp": "another-program"}, "authorised_party"),
        ({"exp": int(time.time()) - HOUR}, "ExpiredSignatureError"),
        ({"exp": None}, "MissingRequiredClaimError"),
        ({"iat": int(time.time()) + 24 * HOUR}, "ImmatureSignatureError"),
        ({"nonce": "of-another-question"}, "nonce"),
        ({"nonce": None}, "MissingRequiredClaimError"),
        ({"sub": None}, "MissingRequiredClaimError"),
        ({"sub": ""}, "subject"),
        ({"auth_time": int(time.time()) - 13 * HOUR}, "too_long_ago"),
        ({"auth_time": "yesterday"}, "too_long_ago"),
    ],
)
def test_a_token_that_does_not_fit_is_refused(known, says, why):
    known.says |= says

    assert refused_because(*come_through()) == why


@pytest.mark.parametrize(
    ("signs", "why"),
    [
        (unsigned, "algorithm"),
        (signed_with_the_public_key, "algorithm"),
        (signed_by_somebody_else, "InvalidSignatureError"),
        (bringing_its_own_key, "key"),
        (changed_after_signing, "InvalidSignatureError"),
        (lambda claims: "not.a.token", "DecodeError"),
        (lambda claims: None, "no_token"),
    ],
)
def test_a_token_that_the_provider_did_not_sign_is_refused(known, signs, why):
    known.signs = signs

    assert refused_because(*come_through()) == why


def test_a_token_shared_with_another_program_is_taken_when_it_was_made_for_us(known):
    known.says |= {"aud": ["golden-thread", "another-program"], "azp": "golden-thread", "auth_time": int(time.time())}

    assert come_through()[1].headers["Location"] == "/"


def test_a_key_on_a_curve_is_understood_too(known, monkeypatch):
    key = ec.generate_private_key(ec.SECP256R1())
    half = jwt.algorithms.ECAlgorithm.to_jwk(key.public_key(), as_dict=True) | {"kid": "curve", "use": "sig"}
    monkeypatch.setattr(type(known), "keys", lambda self: {"keys": [public_half(OTHER_KEY), half]})
    known.signs = lambda claims: jwt.encode(claims, key, algorithm="ES256", headers={"kid": "curve"})

    assert come_through()[1].headers["Location"] == "/"


def test_a_key_that_is_published_for_another_kind_of_signature_is_not_used(known, monkeypatch):
    half = public_half(KEY) | {"alg": "PS256"}
    monkeypatch.setattr(type(known), "keys", lambda self: {"keys": [half]})

    assert refused_because(*come_through()) == "key"


# What comes back through the browser --------------------------------------------------------------------------------


def test_a_state_works_once(known):
    browser = Client()
    back = at_provider(asked_of(browser))
    first = browser.get(back)
    browser.post("/account/logout/")

    assert first.headers["Location"] == "/"
    assert refused_because(browser, browser.get(back)) == "state"


def test_a_state_is_used_up_even_when_the_answer_is_refused(known):
    browser = Client()
    known.says |= {"nonce": "of-another-question"}
    back = at_provider(asked_of(browser))
    browser.get(back)
    known.says.pop("nonce")

    assert refused_because(browser, browser.get(back)) == "state"


@pytest.mark.parametrize("query", ["", "?code=x", "?code=x&state=made-up", "?state=made-up"])
def test_an_answer_to_no_question_is_refused(known, query):
    browser = Client()

    assert refused_because(browser, browser.get(f"/account/organisation/trust/back/{query}")) == "state"


def test_an_answer_opened_in_another_browser_is_refused(known):
    """Nobody is signed in as somebody else by a link that they were sent."""
    other = Client()

    assert refused_because(other, other.get(at_provider(asked_of(Client())))) == "state"


def test_a_code_of_another_question_is_refused(known):
    """PKCE: the provider gives the token only to whoever asked."""
    browser = Client()
    stolen = at_provider(asked_of(Client())).split("code=")[1].split("&")[0]
    state = at_provider(asked_of(browser)).split("state=")[1]

    back = browser.get(f"/account/organisation/trust/back/?code={stolen}&state={state}")

    assert refused_because(browser, back) == "answer"


def test_an_answer_of_another_provider_is_refused(known):
    browser = Client()
    back = at_provider(asked_of(browser)) + "&iss=https%3A%2F%2Felsewhere.example.org"

    assert refused_because(browser, browser.get(back)) == "issuer"


def test_an_answer_at_the_other_providers_door_is_refused(known, world, settings):
    settings.IDENTITY_PROVIDERS |= {"council": configured(known, world.school.urn, key="council")}
    browser = Client()
    back = at_provider(asked_of(browser)).replace("/trust/", "/council/")

    assert refused_because(browser, browser.get(back)) == "state"


def test_who_changes_their_mind_there_is_back_at_the_sign_in_page(known):
    browser = Client()
    state = at_provider(asked_of(browser)).split("state=")[1]

    back = browser.get(f"/account/organisation/trust/back/?error=access_denied&state={state}")

    assert back.headers["Location"] == "/account/login/"


# What the provider says about itself ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("describes", "why"),
    [
        ({"issuer": "https://elsewhere.example.org"}, "issuer"),
        ({"authorization_endpoint": "https://elsewhere.example.org/authorize"}, "sends_on_to"),
        ({"authorization_endpoint": ""}, "sends_on_to"),
    ],
)
def test_a_description_that_does_not_fit_the_configuration_is_refused(known, describes, why):
    known.describes = describes
    cache.clear()
    browser = Client()

    answer = browser.post("/account/organisation/start/", {"provider": "trust"})

    assert refused_because(browser, answer) == why


def test_where_the_provider_sends_its_people_on_to_can_be_configured(known, world, settings):
    settings.IDENTITY_PROVIDERS = {
        "trust": configured(known, world.school.urn, sends_on_to=("https://sign-in.example.org",))
    }
    known.describes = {"authorization_endpoint": "https://sign-in.example.org/authorize"}
    cache.clear()

    assert asked_of(Client()).startswith("https://sign-in.example.org/authorize?")


def test_where_all_has_to_be_encrypted_an_open_address_is_refused(monkeypatch, provider):
    told = configured(provider)
    told = type(told)(**(vars(told) | {"issuer": "https://sign-in.example.org"}))
    described = provider.description() | {
        "issuer": told.issuer, "authorization_endpoint": "https://sign-in.example.org/authorize",
        "jwks_uri": "https://sign-in.example.org/keys",
    }  # fmt: skip
    cache.clear()
    monkeypatch.setattr(openid, "_fetched", lambda address: described)

    with pytest.raises(openid.Unreachable, match="address"):
        openid.description_of(told)


def test_a_provider_that_is_away_leads_to_the_same_page(known, world, settings):
    with Serving() as gone:
        pass
    settings.IDENTITY_PROVIDERS = {"trust": configured(gone, world.school.urn)}
    browser = Client()

    answer = browser.post("/account/organisation/start/", {"provider": "trust"})

    assert refused_because(browser, answer) == "unreachable"


def test_a_provider_that_went_away_before_somebody_comes_back_leads_to_the_same_page(known):
    browser = Client()
    back = at_provider(asked_of(browser))
    cache.clear()
    known.moved = {"/.well-known/openid-configuration"}

    answer = browser.get(back)

    assert refused_because(browser, answer) == "unreachable"


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/keys"])
def test_nobody_is_followed_elsewhere(known, path):
    known.moved = {path}
    cache.clear()
    browser = Client()

    answer = browser.post("/account/organisation/start/", {"provider": "trust"})
    if path == "/keys":
        answer = browser.get(at_provider(answer.headers["Location"]))

    assert refused_because(browser, answer) == "unreachable"
    assert f"/moved{path}" not in known.asked


@pytest.mark.parametrize(
    "keys", [{"keys": []}, {}, {"keys": "none"}, {"keys": [{"kid": "first", "kty": "oct", "k": "AA"}]}]
)
def test_a_provider_without_a_usable_key_is_refused(known, monkeypatch, keys):
    monkeypatch.setattr(type(known), "keys", lambda self: keys)

    assert refused_because(*come_through()) == "key"


def test_a_provider_that_is_away_holds_up_nobody_twice(known):
    """Each press would keep a web process waiting."""
    known.moved = {"/.well-known/openid-configuration"}
    cache.clear()
    known.asked.clear()
    whys = [
        refused_because(browser, browser.post("/account/organisation/start/", {"provider": "trust"}))
        for browser in (Client(), Client(), Client())
    ]

    assert whys == ["unreachable"] * 3
    assert known.asked == ["/.well-known/openid-configuration"]


def test_its_description_is_asked_for_once_in_ten_minutes(known):
    for _time in range(3):
        come_through()

    assert known.asked.count("/.well-known/openid-configuration") == 1
