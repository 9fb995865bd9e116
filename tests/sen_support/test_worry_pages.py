"""What staff read in the lists of worries, and who may read a parent's worry that came on paper."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from goldenthread.sen_support.models import Concern, StrategyTried
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


@pytest.mark.parametrize("raised_by", ["parent", "on paper"])
def test_what_was_tried_in_class_is_added_to_a_parents_worry_when_it_is_decided(raised_by):
    world = World()
    by, paper = (mother_of(world), "") if raised_by == "parent" else (senco_of(world), "Ada Bello")
    worry = a_worry(by, world.amara, for_parent=paper)
    browser, address = signed_in(world.staff("senco")), reverse("decide_worry", args=[worry.pk])
    page = browser.get(address).content.decode()
    rows = {
        "tried-TOTAL_FORMS": "2",
        "tried-INITIAL_FORMS": "0",
        "tried-MIN_NUM_FORMS": "0",
        "tried-MAX_NUM_FORMS": "20",
    }
    rows |= {"tried-0-what": "A seat near the front", "tried-0-result": "She copied less", "tried-1-what": ""}
    rows |= {"tried-0-from_on-day": "2", "tried-0-from_on-month": "11", "tried-0-from_on-year": "2026"}
    form = {name: hidden(page, name) for name in ("draft_mark", "submission_key")} | rows
    answers = {"decision": "sen_support", "reason": "It goes on after what was tried."}

    added = browser.post(address, form | answers | {"add_row": "1"}).content.decode()
    browser.post(address, form | answers)

    with seen_by(senco_of(world)):
        tried = list(StrategyTried.objects.values_list("concern_id", "what", "from_on", "result"))
    assert "It goes on after what was tried." in added and 'name="tried-2-what"' in added
    assert tried == [(worry.pk, "A seat near the front", date(2026, 11, 2), "She copied less")]
    assert "A seat near the front" in browser.get(reverse("worry", args=[worry.pk])).content.decode()
