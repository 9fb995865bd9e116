"""An officer who brings services in."""

from __future__ import annotations

import io

import pytest

from goldenthread.local_offer.intake.actions import read_source, take_source
from goldenthread.local_offer.intake.reading import Brought
from goldenthread.local_offer.models import Listing
from tests.factories.local_offer import make_offer
from tests.factories.world import World, give_role, make_account, seen_by, viewer_of


@pytest.fixture
def world():
    made = World()
    make_offer(made.area)
    return made


@pytest.fixture
def officer(world):
    account = make_account("Owen Officer")
    give_role(account, "authority_officer", world.area)
    return viewer_of(account)


@pytest.fixture
def bring(officer):
    """Read a file as the officer; `take=True` takes it too."""

    def brought(kind, content: bytes, *, take=False, doubtful_too=False, archive_gone=False, **more):
        with seen_by(officer):
            made = read_source(by=officer, brought=Brought(kind, "list.csv", io.BytesIO(content), **more))
            if take:
                made = take_source(by=officer, intake=made.pk, doubtful_too=doubtful_too, archive_gone=archive_gone)
        return made

    return brought


@pytest.fixture
def shown():
    return lambda: sorted(Listing.objects.values_list("name", flat=True))
