"""Every refusal as a problem in JSON (RFC 9457), with a sentence and the list of what is known."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from ..timeline import EVENTS, KEYS, RULES, Refused

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "The request could not be read",
    405: "That method is not offered here",
    413: "The question is too long",
    422: "The question cannot be answered",
    429: "Too many questions in a short time",
}


def problem(
    status: int, detail: str, known: list[str] | None = None, headers: dict[str, str] | None = None
) -> HttpResponse:
    """One problem. Raises KeyError for a status that the OpenAPI document does not list."""
    told = {"title": TITLES[status], "status": status, "detail": detail, "known": known or []}
    return JsonResponse(told, status=status, content_type=MEDIA_TYPE, headers=headers)


def refused(request: HttpRequest, refusal: Any) -> HttpResponse:
    sentence = str(refusal)
    return problem(422, sentence, _known(sentence))


def invalid(request: HttpRequest, error: Any) -> HttpResponse:
    """A field that is missing, unknown or of the wrong kind: the first of them in a sentence."""
    first = error.errors[0]
    where = ".".join(str(part) for part in first["loc"][1:] if part != "question") or _("the question")
    return problem(422, _("%(where)s: %(what)s.") % {"where": where, "what": first["msg"]}, _known(where))


def unreadable(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(400, _("The body must be one JSON object, as the OpenAPI document describes it."))


def _known(about: str) -> list[str]:
    """The words that would have been understood, for a refusal about one of these kinds."""
    for word, known in (("event", EVENTS), ("rule", RULES), ("fact", KEYS)):
        if word in about:
            return sorted(known)
    return []


def answer_problems(api: NinjaAPI) -> None:
    """Make every refusal of this interface a problem."""
    api.add_exception_handler(Refused, refused)
    api.add_exception_handler(ValidationError, invalid)
    api.add_exception_handler(HttpError, unreadable)
