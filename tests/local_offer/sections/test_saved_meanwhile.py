"""Two officers in one form of the duties: the second is shown what the first saved, and nothing typed is lost."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.local_offer.sections.actions.duties import keep_word
from goldenthread.local_offer.sections.models import (
    AccessGap,
    AccessStatement,
    AreaWord,
    Consultation,
    RequirementRecord,
)
from goldenthread.local_offer.sections.shared import SavedMeanwhile
from tests.factories.world import give_role, inside, make_account, seen_by, signed_in

from .typed import consultation, gap, requirement, statement

pytestmark = pytest.mark.django_db(transaction=True)


def one_of_each(world, office):
    """A row that two officers may change: the address of its form, what is sent, the field to change and its new words."""
    office.post(reverse("new_office_consultation"), consultation())
    office.post(reverse("new_office_gap"), gap())
    office.post(reverse("new_office_word"), {"word": "Wayfinder", "also": "", "meaning": "A meeting.", "source": ""})
    office.post(reverse("office_accessibility"), statement())
    office.post(reverse("office_requirement", args=["C24"]), requirement())
    with inside(world.area):
        asked, hole, word = Consultation.objects.get().pk, AccessGap.objects.get().pk, AreaWord.objects.get().pk
    return [
        (reverse("office_consultation", args=[asked]), consultation(), "said", Consultation),
        (reverse("office_gap", args=[hole]), gap(), "what", AccessGap),
        (reverse("office_word", args=[word]), {"word": "Wayfinder", "also": "", "source": ""}, "meaning", AreaWord),
        (reverse("office_accessibility"), statement(), "tested_how", AccessStatement),
        (reverse("office_requirement", args=["C24"]), requirement(), "owner", RequirementRecord),
    ]


def test_whoever_saves_second_is_shown_what_the_first_saved_and_loses_nothing(world, office):
    second = make_account("Second Officer")
    give_role(second, "authority_officer", world.area)
    other, told = signed_in(second), []

    for address, facts, field, model in one_of_each(world, office):
        opened = office.get(address).context["hidden"]
        other.post(address, facts | {field: "Words of the other"})
        late = office.post(address, facts | opened | {field: "Words of the late one"})
        text = late.content.decode()
        with inside(world.area):
            kept = getattr(model.objects.get(), field)
        office.post(address, facts | late.context["hidden"] | {field: "Words of both"})
        with inside(world.area):
            both = getattr(model.objects.get(), field)
        told.append(("Words of the other" in text, "Words of the late one" in text, kept, both))

    assert told == [(True, True, "Words of the other", "Words of both")] * 5


def test_what_was_typed_when_the_sign_in_ran_out_comes_back_in_every_form(world, office):
    back = []
    for address, facts, field, model in one_of_each(world, office):
        opened = office.get(address)
        Client().post(address, facts | opened.context["hidden"] | {field: "Half a sentence"})
        again = office.get(address).content.decode()
        with inside(world.area):
            back.append(("Half a sentence" in again, getattr(model.objects.get(), field) == "Half a sentence"))
    new = reverse("new_office_consultation")
    Client().post(new, consultation(said="Half a new one") | office.get(new).context["hidden"])

    assert back == [(True, False)] * 5
    assert "Half a new one" in office.get(new).content.decode()


def test_between_reading_and_lock_nothing_is_written_over_either(world, officer):
    facts = {"word": "Wayfinder", "also": [], "meaning": "A meeting.", "source": ""}
    with seen_by(officer):
        word = keep_word(by=officer, facts=facts)
        keep_word(by=officer, facts=facts | {"meaning": "Another."}, area_word=word.pk)

    with seen_by(officer), pytest.raises(SavedMeanwhile):
        keep_word(by=officer, facts=facts | {"meaning": "Late."}, area_word=word.pk, seen=facts)
    with inside(world.area):
        assert AreaWord.objects.get().meaning == "Another."
