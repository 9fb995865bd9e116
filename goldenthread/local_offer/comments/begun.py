"""What somebody has answered so far, before they send it: in their session on the server, sealed, for twelve hours."""

from __future__ import annotations

import json
from typing import Any

from cryptography.fernet import InvalidToken
from django.http import HttpRequest

from goldenthread.privacy.secrets import fernet, keyed_hash
from goldenthread.process.submissions import new_submission_key

from .receiving import Said

_PLACE, _SENT = "offer_comment", "offer_comment_sent"
_PURPOSE = "comment-begun"
ASKED = ("about", "speaker", "words", "section", "contact")


def answers_of(request: HttpRequest) -> dict[str, str]:
    """The answers given so far, and under "key" what makes this one comment. Empty when none, or none that is ours."""
    try:
        kept: dict[str, str] = json.loads(fernet(_PURPOSE).decrypt(str(request.session.get(_PLACE, "")).encode()))
    except (InvalidToken, ValueError):
        return {}
    return kept


def keep(request: HttpRequest, answers: dict[str, Any]) -> dict[str, str]:
    kept = {"key": new_submission_key()} | answers_of(request) | answers
    request.session[_PLACE] = fernet(_PURPOSE).encrypt(json.dumps(kept).encode()).decode()
    return kept


def missing(answers: dict[str, str]) -> str:
    """The first question not answered yet, or ""."""
    return next((name for name in ASKED if name not in answers), "")


def said(answers: dict[str, str]) -> Said:
    return Said(**{name: answers[name] for name in ASKED})


def forget(request: HttpRequest, reference: str) -> None:
    """It was sent: only its reference stays, for the last page."""
    request.session.pop(_PLACE, None)
    request.session[_SENT] = reference


def sent_reference(request: HttpRequest) -> str:
    return str(request.session.get(_SENT, ""))


def sent_key(answers: dict[str, str]) -> str:
    """What makes two copies of one form one comment; the key itself stays in the session."""
    return keyed_hash("comment-sent", answers["key"])[:32]
