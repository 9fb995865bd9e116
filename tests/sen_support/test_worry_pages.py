"""What staff read in the lists of worries, and who may read a parent's worry that came on paper."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from goldenthread.sen_support.models import Concern
from tests.factories.sen_support import a_worry, mother_of, senco_of
from tests.factories.world import World, seen_by, signed_in

from .test_sending_forms import hidden

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "She hides her reading book under the table every morning, and cries."


def first_cells(page: str) -> list[str]:
    """The first cell of each row of the page's first table, without its markup."""
    return [re.sub(r"<[^>]+>", " ", cell).strip() for cell in re.findall(r'<th scope="row".*?</th>', page, re.S)]


def test_a_worry_is_called_by_its_first_words_and_of_several_children_each_is_named():
    world = World()
    a_worry(mother_of(world), world.amara, words=LONG)
    browser = signed_in(world.staff("senco"))

    everybodys = browser.get(reverse("worries")).content.decode()
    hers = browser.get(reverse("child_worries", args=[world.amara.pk])).content.decode()

    short = "She hides her reading book under the table every…"
    assert [cell.split() for cell in first_cells(everybodys)] == [[*short.split(), "Amara", "Bello"]]
    assert first_cells(hers) == [short]


def test_a_worry_of_today_has_waited_since_today_and_not_for_nought_days():
    world = World()
    worry = a_worry(mother_of(world), world.amara)
    browser = signed_in(world.staff("senco"))

    listed = browser.get(reverse("worries")).content.decode()
    page = browser.get(reverse("worry", args=[worry.pk])).content.decode()

    assert '<span class="gt-table__note">today</span>' in listed
    assert "Raised today, not decided yet." in page
    assert "0 days" not in listed + page


@pytest.mark.parametrize("asked_for", ["everyone", "school", ""])
def test_a_parents_worry_on_paper_is_for_the_school_whatever_was_chosen_for_an_own_one(asked_for):
    world = World()
    assert world.class_4b
    browser = signed_in(world.staff("class_teacher"))
    address = reverse("raise_worry", args=[world.amara.pk])
    page = browser.get(address).content.decode()
    rows = {f"tried-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    form = {name: hidden(page, name) for name in ("draft_mark", "submission_key")} | rows
    form |= {"tried-MAX_NUM_FORMS": "20", "words": "He does not sleep", "audience": asked_for}

    browser.post(address, form | {"given_by": "parent", "parent_name": "Ada Bello"})

    assert "The school reads it, and no other member of the family." in page
    with seen_by(senco_of(world)):
        (worry,) = Concern.objects.all()
    assert (worry.audience, worry.raised_by_name) == ("author", "Ada Bello")
