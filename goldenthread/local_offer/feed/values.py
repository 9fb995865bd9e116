"""Single values as Open Referral UK wants them. What has no value, or none that is well formed, is left out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

Json = dict[str, Any]

_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*(:[0-9]{1,5})?", re.IGNORECASE)
_KEPT = "%/:=&?~#+!$,;'@()*[]"


def said(**values: Any) -> Json:
    """Only what has a value: null fails the standard's schemas."""
    return {name: value for name, value in values.items() if value is not None and value != "" and value != []}


def derived(key: str, what: str) -> str:
    """The key of something that has none of its own: always the same for the same thing."""
    return str(uuid5(UUID(key), what))


@lru_cache(maxsize=20_000)
def web_address(written: str | None) -> str | None:
    """An http address with its scheme, and every sign in it allowed; None when it cannot be one.

    "www.x.org" becomes "https://www.x.org". A host in other letters than a to z is written as the network writes it.
    """
    text = (written or "").strip()
    if not text:
        return None
    if not re.match(r"[a-z][a-z0-9+.-]*:", text, re.IGNORECASE) or re.match(r"[^/:]+:[0-9]", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    path, query, place = (_allowed(part) for part in (parts.path, parts.query, parts.fragment))
    return f"{parts.scheme.lower()}://{host}{path}{'?' + query if query else ''}{'#' + place if place else ''}"


def _allowed(part: str) -> str:
    """Percent-encode what may not stand in an address, and a "%" that begins no code."""
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return quote(whole, safe=_KEPT.replace("[]", "").replace("#", "").replace("?", "") + "?")


@lru_cache(maxsize=20_000)
def mail_address(written: str | None) -> str | None:
    text = (written or "").strip()
    try:
        validate_email(text)
    except ValidationError:
        return None
    return text if text.isascii() else None


def lowest_age(months: int | None) -> float | None:
    """In years: 6 months are 0.5."""
    return None if months is None else _number(months / 12)


def highest_age(months: int | None) -> float | None:
    """In years, as people say it: to the end of being 11 is 11; to 18 months is 1.5."""
    if months is None:
        return None
    return _number((months + 1) / 12 - 1 if (months + 1) % 12 == 0 else months / 12)


def _number(years: float) -> float:
    return int(years) if years == int(years) else round(years, 2)


LANGUAGE_CODES = {
    "Albanian": "sq", "Arabic": "ar", "Bengali": "bn", "British Sign Language": "bfi", "BSL": "bfi",
    "Bulgarian": "bg", "Cantonese": "yue", "Chinese": "zh", "Czech": "cs", "Dari": "prs", "English": "en",
    "Farsi": "fa", "French": "fr", "German": "de", "Greek": "el", "Gujarati": "gu", "Hindi": "hi", "Hungarian": "hu",
    "Italian": "it", "Kurdish": "ku", "Lithuanian": "lt", "Makaton": "", "Mandarin": "cmn", "Nepali": "ne",
    "Pashto": "ps", "Persian": "fa", "Polish": "pl", "Portuguese": "pt", "Punjabi": "pa", "Romanian": "ro",
    "Russian": "ru", "Slovak": "sk", "Somali": "so", "Spanish": "es", "Swahili": "sw", "Tamil": "ta", "Tigrinya": "ti",
    "Turkish": "tr", "Twi": "tw", "Ukrainian": "uk", "Urdu": "ur", "Vietnamese": "vi", "Welsh": "cy", "Yoruba": "yo",
}  # fmt: skip
"""ISO 639 codes of the languages families here speak most; a language that is not here goes out by name alone."""
