"""Whatever the feed is asked, it answers as its document promises, and never with a fault of ours."""

from __future__ import annotations

import pytest
from schemathesis import GenerationMode

from goldenthread.local_offer.feed import around
from tests.factories.feed import make_whole_offer
from tests.factories.world import World
from tests.fuzzing import fuzz

pytestmark = pytest.mark.django_db(transaction=True)


def asked_at_random(mode, examples):
    make_whole_offer(World().area)
    return fuzz("/api/oruk/openapi.json", mode, examples, around.allowance.forget)


PATHS = {GenerationMode.POSITIVE: 9, GenerationMode.NEGATIVE: 8}  # the first page takes nothing


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_the_document_promises(mode):
    asked = asked_at_random(mode, 12)

    assert len(asked) == PATHS[mode]


@pytest.mark.full
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_the_document_promises_at_length(mode):
    asked = asked_at_random(mode, 400)

    assert max(asked.values()) >= 400
