"""The OpenAPI document: django-ninja's, with problems under their own type and export lines beside JSON."""

from __future__ import annotations

from functools import cache
from typing import Any

from ninja import NinjaAPI

from .refusals import MEDIA_TYPE


@cache
def openapi(api: NinjaAPI, prefix: str) -> dict[str, Any]:
    """Made once for each process: it does not change while the site runs."""
    document: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=prefix))
    document["paths"] = {path.replace("uuid:", ""): operations for path, operations in document["paths"].items()}
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                _under_its_type(int(status), response)
            names = [parameter["name"] for parameter in operation.get("parameters", ())]
            if "format" in names:
                operation["responses"][200]["content"]["application/x-ndjson"] = {"schema": {"type": "string"}}
            for parameter in operation.get("parameters", ()):
                parameter["schema"] = _without_null(parameter["schema"])
    return document


def _under_its_type(status: int, response: dict[str, Any]) -> None:
    if status >= 400:
        response["content"] = {MEDIA_TYPE: response["content"].pop("application/json")}
    else:
        response["headers"] = {
            "ETag": {"description": "Send it back as If-None-Match to be told whether anything changed.",
                     "schema": {"type": "string"}, "required": True},
        }  # fmt: skip


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter is there or is not: an address has no null."""
    kinds: list[dict[str, Any]] = [kind for kind in schema.get("anyOf", []) if kind.get("type") != "null"]
    if len(kinds) != 1:
        return schema
    return {name: value for name, value in schema.items() if name not in ("anyOf", "default")} | kinds[0]
