"""Encryption of the few values that must not lie open in the database, and keyed hashes for codes."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet
from django.conf import settings


def _key(purpose: str) -> bytes:
    """A key of 32 bytes for one purpose, derived from the site's secret."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"goldenthread:" + purpose.encode(), hashlib.sha256)


def fernet(purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key(purpose)))


def keyed_hash(purpose: str, value: str) -> str:
    """A hash that cannot be guessed backwards without the site's secret: 64 hexadecimal characters."""
    return hmac.new(_key(purpose), value.encode(), hashlib.sha256).hexdigest()
