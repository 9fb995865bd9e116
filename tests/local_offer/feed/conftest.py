"""What every test of the feed starts from."""

from __future__ import annotations

import pytest
from django.test import Client

from goldenthread.local_offer.feed import around, lists, operations, reader
from tests.factories.feed import make_whole_offer
from tests.factories.world import World


@pytest.fixture(autouse=True)
def counted_from_nought():
    """No test is slowed by what another asked, and none reads through another's connection."""
    around.allowance.forget()
    lists._counts.clear()
    lists._texts.clear()
    operations._whole_texts.clear()
    yield
    reader.close()


@pytest.fixture
def offer():
    return make_whole_offer(World().area)


@pytest.fixture
def program() -> Client:
    return Client()


@pytest.fixture
def ask(program):
    """What the feed answers to an address under its stem: the JSON, which must be a success."""

    def asked(address: str = "", **query):
        answer = program.get(f"/api/oruk/{address}", query)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return asked


@pytest.fixture
def names(ask):
    """The names of the services that answer a question."""
    return lambda address="services", **query: [one["name"] for one in ask(address, **query)["contents"]]
