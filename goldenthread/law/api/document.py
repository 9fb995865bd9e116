"""The OpenAPI document: django-ninja's, with our problems under their own media type and the known words listed."""

from __future__ import annotations

from functools import cache
from typing import Any

from ninja import NinjaAPI

from ..timeline import EVENTS, RULES
from .problems import MEDIA_TYPE


@cache
def openapi(api: NinjaAPI, prefix: str) -> dict[str, Any]:
    """Made once for each process: it does not change while the site runs."""
    document: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=prefix))
    for operations in document["paths"].values():
        for operation in operations.values():
            _problems_under_their_type(operation["responses"])
            for parameter in operation.get("parameters", ()):
                _list_known_words({parameter["name"]: parameter["schema"]})
    _list_known_words(document["components"]["schemas"]["Question"]["properties"])
    return document


def _problems_under_their_type(responses: dict[Any, Any]) -> None:
    for status, response in responses.items():
        if int(status) >= 400:
            response["content"] = {MEDIA_TYPE: response["content"].pop("application/json")}


def _list_known_words(properties: dict[str, dict[str, Any]]) -> None:
    """An event or a rule is one of a list, and a day is a date: said here, refused in words by the law itself."""
    known = {"event": sorted(EVENTS), "rule": sorted(RULES), "name": sorted(RULES)}
    for name, schema in properties.items():
        text: dict[str, Any] = next(
            (kind for kind in schema.get("anyOf", [schema]) if kind.get("type") == "string"), {}
        )
        if name in known:
            text["enum"] = known[name]
        if name in ("on", "today", "done_on", "law_on"):
            text["format"] = "date"
