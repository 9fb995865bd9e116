"""A small real identity provider on this machine: describes itself, signs in whoever it is told to, signs tokens.

It keeps to OpenID Connect as a careful provider does: a code works once, for one client, with the right secret and the
right half of PKCE. `says` and `signs` let a test make it lie.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "golden-thread", "only-for-this-test"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_half(key: rsa.RSAPrivateKey, kid: str = "first") -> dict[str, Any]:
    made = jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
    return made | {"kid": kid, "use": "sig", "alg": "RS256"}


def signed(claims: dict[str, Any]) -> str:
    return jwt.encode(claims, KEY, algorithm="RS256", headers={"kid": "first"})


@dataclass
class Provider:
    """subject: who sits at the provider and has signed in there. says: claims that differ from the honest ones.

    moved: paths that only say where else to look. asked: paths that were asked for, in order.
    """

    subject: str = "8c1f-wren"
    says: dict[str, Any] = field(default_factory=dict)
    describes: dict[str, Any] = field(default_factory=dict)
    signs: Callable[[dict[str, Any]], str] = signed
    lasts: int = 300
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    issuer: str = ""
    moved: set[str] = field(default_factory=set)

    def description(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        } | self.describes

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser goes back to, with a code."""
        assert asked["code_challenge_method"] == "S256" and asked["response_type"] == "code"
        code = token_urlsafe(16)
        self.codes[code] = asked
        return asked["redirect_uri"] + "?" + urlencode({"code": code, "state": asked["state"]})

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        asked = self.codes.pop(form.get("code", ""), None)
        half = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=")
        honest = (
            asked is not None
            and (form.get("client_id"), form.get("client_secret")) == (CLIENT, SECRET)
            and form.get("redirect_uri") == asked["redirect_uri"]
            and half.decode() == asked["code_challenge"]
        )
        if not honest:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.issuer, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + self.lasts,
            "nonce": asked["nonce"], "email": "wren.writer@example.org", "email_verified": True,
        } | self.says  # fmt: skip
        claims = {name: value for name, value in claims.items() if value is not None}
        return 200, {"access_token": token_urlsafe(16), "token_type": "Bearer", "id_token": self.signs(claims)}

    def keys(self) -> dict[str, Any]:
        return {"keys": [public_half(KEY)]}


class _Asked(BaseHTTPRequestHandler):
    provider: Provider

    def log_message(self, format: str, *args: Any) -> None:
        """The tests' output stays quiet."""

    def _say(self, status: int, words: dict[str, Any]) -> None:
        body = json.dumps(words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_on(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.provider.asked.append(parts.path)
        if parts.path == "/authorize":
            self._send_on(self.provider.authorize(dict(parse_qsl(parts.query))))
        elif parts.path in self.provider.moved:
            self._send_on(f"/moved{parts.path}")
        else:
            known = {"/.well-known/openid-configuration": self.provider.description, "/keys": self.provider.keys}
            path = parts.path.removeprefix("/moved")
            self._say(*((200, known[path]()) if path in known else (404, {})))

    def do_POST(self) -> None:
        self.provider.asked.append(self.path)
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._say(*self.provider.token({name: values[0] for name, values in parse_qs(sent).items()}))


class Serving:
    """The provider on a port of its own, to the end of the block."""

    def __init__(self) -> None:
        self.provider = Provider()
        handler = type("Handler", (_Asked,), {"provider": self.provider})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.provider.issuer = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> Provider:
        Thread(target=self.server.serve_forever, daemon=True).start()
        return self.provider

    def __exit__(self, *fault: object) -> None:
        self.server.shutdown()
        self.server.server_close()
