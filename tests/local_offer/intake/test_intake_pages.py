"""The officer's pages: choose a source, give a file, look, say yes."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from goldenthread.local_offer.models import Listing
from tests.factories.local_offer import make_offer
from tests.factories.register_file import register
from tests.factories.world import World, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def officer():
    world = World()
    make_offer(world.area)
    return signed_in(world.staff("authority_officer"))


def give(officer, content: bytes, **more):
    address = reverse("offer_intake_bring", kwargs={"source": "gias"})
    return officer.post(address, {"file": SimpleUploadedFile("register.csv", content), "la_codes": ""} | more)


def test_a_register_is_looked_at_and_then_taken_whole(officer):
    given = give(officer, register({}, {"URN": "999102", "EstablishmentName": "Second School"}))
    page = officer.get(given["Location"])
    nothing_yet = Listing.objects.count()
    key = page.context["submission_key"]

    officer.post(given["Location"], {"answer": "take", "submission_key": key})

    text = page.content.decode()
    assert "2 new" in text and "Second School" in text
    assert nothing_yet == 0
    assert sorted(Listing.objects.values_list("name", flat=True)) == ["Second School", "St Zoë’s School"]
    assert "Taken" in officer.get(given["Location"]).content.decode()


def test_put_aside_changes_nothing(officer):
    given = give(officer, register({}))
    key = officer.get(given["Location"]).context["submission_key"]

    answer = officer.post(given["Location"], {"answer": "put_aside", "submission_key": key})

    assert answer["Location"] == reverse("offer_intake")
    assert Listing.objects.count() == 0
    assert "put aside" in officer.get(reverse("offer_intake")).content.decode()


@pytest.mark.parametrize(
    ("content", "more", "sentence"),
    [(b"not,a,register\r\n", {}, "These are missing"), (b"x", {"la_codes": "Bexley"}, "Write three figures")],
)
def test_what_cannot_be_read_is_said_beside_the_field(officer, content, more, sentence):
    answer = give(officer, content, **more)

    assert answer.status_code == 200
    assert sentence in answer.content.decode()


def test_every_kind_of_source_has_its_page(officer):
    page = officer.get(reverse("offer_intake")).content.decode()

    for kind in ("gias", "schools", "ofsted", "oruk_file", "oruk_feed"):
        address = reverse("offer_intake_bring", kwargs={"source": kind})
        assert address in page
        assert officer.get(address).status_code == 200
