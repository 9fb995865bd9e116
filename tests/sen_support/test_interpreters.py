"""Who needs an interpreter at a meeting is said where the meeting is arranged, to staff only."""

from __future__ import annotations

from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from goldenthread.people.models import Parent
from goldenthread.sen_support.models import Attendance
from tests.factories.sen_support import a_running_cycle, review_of, senco_of
from tests.factories.world import World, inside, make_account, make_parent, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

HIDDEN = ("submission_key", "started_from")
NEEDS = "Sónia Costa (Mother; needs an interpreter: Portuguese)"


class Case:
    """Amara's review, to which a mother is asked who needs an interpreter, and a father who needs none."""

    def __init__(self) -> None:
        self.world = World()
        self.sonia = make_account("Sónia Costa")
        mother = make_parent(self.world.amara, self.world.school, "Sónia Costa", self.sonia)
        self.father = make_account("Craig Reid")
        make_parent(self.world.amara, self.world.school, "Craig Reid", self.father, relationship="father")
        with inside(self.world.school):
            Parent.objects.filter(pk=mother.pk).update(interpreter=True, language="Portuguese")
        senco = senco_of(self.world)
        cycle, _target, _dose = a_running_cycle(senco, self.world.amara)
        self.review = review_of(senco, cycle)

    def arranged(self):
        """The answer to the SENCO who asks the mother, the second of the people offered."""
        browser = signed_in(self.world.staff("senco"), "senco")
        address = reverse("arrange_review", args=[self.review.pk])
        page = unescape(browser.get(address).content.decode())
        kept = {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in HIDDEN}
        day = {"meets_on-day": "10", "meets_on-month": "12", "meets_on-year": "2026"}
        return browser, page, browser.post(address, kept | day | {"at": "15:30", "invited": ["1", "2"]})


def test_who_needs_an_interpreter_is_named_with_the_language_where_the_meeting_is_arranged():
    case = Case()

    _browser, page, answer = case.arranged()

    assert page.count(NEEDS) == 1
    assert "Craig Reid (Father)" in page
    assert [str(one) for one in get_messages(answer.wsgi_request)] == [
        "The meeting is arranged. The family sees it on their page.",
        f"Book an interpreter: {NEEDS}.",
    ]


def test_staff_read_beside_the_name_who_needs_an_interpreter_and_the_other_parent_does_not():
    case = Case()
    browser, _page, _answer = case.arranged()
    about = {"child": case.world.amara.pk, "review": case.review.pk}

    staff = unescape(browser.get(reverse("review", args=[case.review.pk])).content.decode())
    father = unescape(signed_in(case.father, "parent").get(reverse("my_review", kwargs=about)).content.decode())
    printed = unescape(browser.get(reverse("print_review", args=[case.review.pk])).content.decode())

    with inside(case.world.school):
        assert sorted(Attendance.objects.values_list("name", flat=True)) == ["Craig Reid", "Sónia Costa"]
    assert f"Asked to come: {NEEDS}, Craig Reid (Father)" in " ".join(staff.split())
    assert "Asked to come: Sónia Costa (Mother), Craig Reid (Father)" in " ".join(father.split())
    assert "interpreter" not in father + printed
