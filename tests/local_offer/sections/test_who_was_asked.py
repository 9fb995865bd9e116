"""Who was asked: written down by one officer, read for names and shown by another, and how many stay within."""

from __future__ import annotations

import psycopg
import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from goldenthread.audit.models import Entry
from goldenthread.local_offer.sections.models import Consultation
from tests.factories.world import give_role, inside, make_account, signed_in
from tests.local_offer.test_reader_role import all_that_is_public

from .typed import consultation

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def colleague(world):
    """The browser of a second officer."""
    second = make_account("Second Officer")
    give_role(second, "authority_officer", world.area)
    return signed_in(second)


def kept(world, office, **more) -> Consultation:
    office.post(reverse("new_office_consultation"), consultation(**more))
    with inside(world.area):
        return Consultation.objects.get()


def show(browser, found: Consultation, **answers):
    address = reverse("show_office_consultation", args=[found.pk])
    context = browser.get(address).context
    carried = {"seen": context["form"]["seen"].value(), "submission_key": context["submission_key"]}
    return browser.post(address, carried | answers)


def public_page() -> str:
    return Client().get(reverse("offer_asked")).content.decode()


def test_what_one_officer_wrote_is_public_once_another_has_read_it(world, office, colleague):
    found = kept(world, office)
    before = public_page()
    show(colleague, found)

    after = public_page()

    assert ("Too many words." in before, "Too many words." in after) == (False, True)
    assert ("fewer than 6 people" in after, "4 people" in after) == (True, False)


def test_a_number_of_six_or_more_is_given(world, office, colleague):
    show(colleague, kept(world, office, people="6"))

    assert "6 people" in public_page()


def test_the_writer_cannot_show_it_though_the_form_says_so(world, office):
    found = kept(world, office, published="on")
    answer = show(office, found)

    assert "a second person has to show it" in answer.content.decode()
    assert "Too many words." not in public_page()


def test_a_name_stops_it_until_it_is_said_why_it_tells_nobody(world, office, colleague):
    found = kept(world, office, said="We met Quillwort Feather, who waited for a year.")
    page = colleague.get(reverse("show_office_consultation", args=[found.pk])).content.decode()
    without = show(colleague, found)
    after_nothing = public_page()
    show(colleague, found, find_0="An invented person in a story that we read aloud")

    assert "Quillwort Feather" in page and "why does this tell nobody who it is?" in page
    assert "Say why this tells nobody" in without.content.decode()
    assert ("Quillwort" in after_nothing, "Quillwort" in public_page()) == (False, True)
    with inside(world.area):
        assert Consultation.objects.get().explained == [
            {
                "kind": "name",
                "words": "Quillwort Feather",
                "reason": "An invented person in a story that we read aloud",
            }
        ]


def test_words_changed_since_they_were_read_are_not_shown(world, office, colleague):
    found = kept(world, office)
    address = reverse("show_office_consultation", args=[found.pk])
    read = colleague.get(address).context["form"]["seen"].value()
    edit = reverse("office_consultation", args=[found.pk])
    office.post(edit, consultation(said="Words that nobody else read.") | office.get(edit).context["hidden"])

    answer = colleague.post(address, {"seen": read, "submission_key": "once"})

    assert "changed since you opened the page" in answer.content.decode()
    assert "Words that nobody else read." not in public_page()


def test_a_change_takes_it_off_until_a_colleague_has_read_it_and_saving_the_same_does_not(world, office, colleague):
    found = kept(world, office)
    show(colleague, found)
    edit = reverse("office_consultation", args=[found.pk])
    office.post(edit, consultation() | office.get(edit).context["hidden"])
    after_the_same = public_page()
    office.post(edit, consultation(said="Other words.") | office.get(edit).context["hidden"])

    after_a_change = public_page()

    assert ("Too many words." in after_the_same, "Too many words." in after_a_change) == (True, False)
    assert "Other words." not in after_a_change


def test_it_is_taken_off_at_once_and_both_moves_stand_in_the_log(world, office, colleague):
    found = kept(world, office)
    show(colleague, found)
    office.post(reverse("hide_office_consultation", args=[found.pk]), {"submission_key": "hide"})

    assert "Too many words." not in public_page()
    with inside(world.area):
        done = Entry.objects.filter(thing_id=found.pk).order_by("at").values_list("action", flat=True)
        assert list(done) == [f"offer_consultation.{what}" for what in ("kept", "shown", "hidden")]


def test_the_database_refuses_the_writer_as_the_one_who_shows(world, office):
    found = kept(world, office)

    with inside(world.area), pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
        Consultation.objects.filter(pk=found.pk).update(
            published=True, published_by=found.kept_by_id, published_on="2026-11-20"
        )


def test_the_role_of_the_public_cannot_read_how_few_they_were(world, office, colleague, raw_url):
    show(colleague, kept(world, office, people="2", said="Planted words."))

    with psycopg.connect(raw_url("public")) as reader:
        shown = reader.execute("SELECT people_shown FROM local_offer_sections_consultation").fetchall()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute("SELECT people FROM local_offer_sections_consultation")
    assert shown == [(0,)]
    assert "Planted words." in all_that_is_public(raw_url)


def test_an_unpublished_consultation_is_hidden_by_the_database_itself(world, office, raw_url):
    office.post(reverse("new_office_consultation"), consultation(said="Planted and not shown"))

    assert "Planted and not shown" not in all_that_is_public(raw_url)
    assert not Consultation.objects.exists()


def test_staff_see_whom_the_regulation_names_that_nobody_has_asked(office):
    office.post(reverse("new_office_consultation"), consultation())

    page = office.get(reverse("office_consultations")).content.decode()

    never = page[page.index("not asked yet") : page.index("</details>", page.index("not asked yet"))]
    assert ("Youth offending teams" in never, "Parents and carers" in never) == (True, False)
