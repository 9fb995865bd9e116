"""Ask an interface whatever its own document allows, or what it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    response_headers_conformance, unsupported_method,
]  # fmt: skip


def fuzz(address: str, mode: GenerationMode, examples: int, before_each: Callable[[], object]) -> Counter[str]:
    """Ask each operation of the document at this address; every answer must be one that the document promises.

    before_each: run before each question, to forget how often was asked. Answers how often each path was asked; one
    that takes nothing cannot be asked wrongly, and is left out of the wrong questions.
    """
    asked: Counter[str] = Counter()
    schema = schemathesis.openapi.from_wsgi(address, WSGIHandler())
    for operation in (found.ok() for found in schema.get_all_operations()):
        takes = list(operation.query) + list(operation.path_parameters) + list(operation.body)
        if mode == GenerationMode.NEGATIVE and not takes:
            continue
        _ask_at_random(operation, mode, examples, before_each, asked)
    return asked


def _ask_at_random(
    operation: Any, mode: GenerationMode, examples: int, before_each: Callable[[], object], asked: Counter[str]
) -> None:
    @settings(
        max_examples=examples, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        before_each()
        case.call_and_validate(checks=CHECKS)
        asked[operation.path] += 1

    ask()
