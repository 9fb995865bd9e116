"""What an entry must say before it can be shown."""

from __future__ import annotations

import pytest

from goldenthread.local_offer.models import OfferOrganisation
from goldenthread.local_offer.requirements import missing_to_publish
from tests.factories.local_offer import contact, contents, place

PROVIDER = OfferOrganisation(name="Larkmere Play Trust", description="A charity.")


def missing(**more):
    return [field for field, _sentence in missing_to_publish(contents(PROVIDER, **more))]


def test_a_whole_entry_lacks_nothing():
    assert missing() == []


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": "X"}, "name"),
        ({"description": "A club for children, thirty-nine signs.."}, "description"),
        ({"provision_kinds": []}, "provision_kinds"),
        ({"sections": []}, "sections"),
        ({"needs": []}, "needs"),
        ({"contacts": []}, "contacts"),
        ({"contacts": [contact(visible=False)]}, "contacts"),
        ({"route": ""}, "route"),
        ({"route": "self"}, "eligibility"),
        ({"free": False}, "cost_statement"),
        ({"places": []}, "places"),
        ({"assured_on": None}, "assured_on"),
        ({"places": [place(hide_address=True)], "description": "We meet at 4 Plover Road every week, come and see us."},
         "description"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(more, field):
    if field == "description" and "places" not in more:
        more = {"description": more["description"][:39]}

    assert missing(**more) == [field]


def test_all_needs_stand_for_a_need():
    assert missing(needs=[], all_needs=True) == []
