"""Whatever the feed is asked, it answers as its document promises, and never with a fault of ours."""

from __future__ import annotations

import pytest
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

from goldenthread.local_offer.feed import around
from tests.factories.feed import make_whole_offer
from tests.factories.world import World

pytestmark = pytest.mark.django_db(transaction=True)
CHECKS = (
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    response_headers_conformance, unsupported_method,
)  # fmt: skip


def fuzz(mode: GenerationMode, examples: int) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/oruk/openapi.json", WSGIHandler())
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) == 9
    for operation in operations:
        if mode == GenerationMode.NEGATIVE and not (list(operation.query) or list(operation.path_parameters)):
            continue  # it takes nothing, so nothing about it can be wrong

        @settings(
            max_examples=examples, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case):
            around.allowance.forget()
            case.call_and_validate(checks=list(CHECKS))

        ask()


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_the_document_promises(mode):
    make_whole_offer(World().area)

    fuzz(mode, 12)


@pytest.mark.full
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_the_document_promises_at_length(mode):
    make_whole_offer(World().area)

    fuzz(mode, 400)
