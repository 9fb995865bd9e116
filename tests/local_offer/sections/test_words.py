"""The words of the Local Offer: an area's own before those that are shipped, each explained once."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.models import Offer
from goldenthread.local_offer.sections.actions.duties import keep_word, remove_word
from goldenthread.local_offer.sections.models import (
    AreaWord,
)
from tests.factories.world import inside, seen_by

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_areas_own_word_goes_before_the_shipped_one_and_comes_back_when_it_goes(world, office):
    office.post(
        reverse("new_office_word"), {"word": "SENCO", "also": "", "meaning": "Our lead for help.", "source": ""}
    )
    own = Client().get(reverse("offer_words")).content.decode()
    with inside(world.area):
        key = AreaWord.objects.get().pk
    office.post(reverse("remove_office_word", args=[key]))

    shipped = Client().get(reverse("offer_words")).content.decode()

    said = "The teacher who leads the help for children with SEN"
    assert ("Our lead for help." in own, said in own) == (True, False)
    assert ("Our lead for help." in shipped, said in shipped) == (False, True)


def test_a_word_is_explained_once_by_an_area(officer):
    facts = {"word": "Wayfinder", "also": [], "meaning": "A meeting.", "source": ""}
    with seen_by(officer):
        keep_word(by=officer, facts=facts)

    with seen_by(officer), pytest.raises(Refused, match="explained already"):
        keep_word(by=officer, facts=facts | {"word": "wayfinder"})


def test_removing_a_word_of_another_area_is_not_found(world, officer):
    from goldenthread.access.permissions import NotFound

    with inside(world.other_area):
        word = AreaWord.objects.create(
            authority=world.other_area, holder=world.other_area, word="Other", meaning="Theirs.", kept_at=timezone.now()
        )

    with seen_by(officer), pytest.raises(NotFound):
        remove_word(by=officer, area_word=word.pk)


def test_any_template_explains_a_word_with_the_tag(world):
    offer = Offer.objects.get(authority=world.area)
    page = Template('{% load words %}{% explained "EHC plan" "the plan" %} {% explained "no such word" %}')

    shown = page.render(Context({"offer": offer}))

    assert "<summary>the plan</summary>" in shown
    assert f"{reverse('offer_words')}#ehc-plan" in shown
    assert shown.endswith(" no such word")


def test_the_words_page_has_each_letter_once_and_a_place_for_each_word(world):
    shown = Client().get(reverse("offer_words")).content.decode()

    assert shown.count('id="letter-S"') == 1
    assert ('id="ehc-plan"' in shown, 'id="assess-plan-do-review"' in shown) == (True, True)
