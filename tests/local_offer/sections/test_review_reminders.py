"""Officers are told once a month, by number only, that pages are to be read again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goldenthread.local_offer.sections.jobs import remind_of_reviews
from goldenthread.local_offer.sections.models import SectionPage
from goldenthread.local_offer.sections.reminders import remind_officers
from goldenthread.people.models import AccountMail
from goldenthread.people.post import opened
from tests.factories.offer_pages import NEXT_REVIEW, make_draft, make_page
from tests.factories.world import give_role, inside, make_account

pytestmark = pytest.mark.django_db(transaction=True)


def told_on(world, *days):
    """How many pages were noted on each day, counted from the day of review."""
    with inside(world.area):
        return [remind_officers(world.area.pk, NEXT_REVIEW + timedelta(days=one)) for one in days]


def test_a_page_is_told_of_from_thirty_days_before_its_day_and_every_month_after(world, officer):
    make_page(officer)

    assert told_on(world, -31, -30, -29, -1, 0, 29, 30) == [0, 1, 0, 0, 1, 0, 1]


def test_one_mail_to_each_who_may_publish_says_how_many_and_no_more(world, officer):
    make_page(officer)
    make_page(officer, "travel", title="Plumbago trips")
    make_draft(officer, "health")
    moderator, stranger = make_account("Moderator"), make_account("Strange Officer")
    give_role(moderator, "provider_viewer", world.area)
    give_role(stranger, "authority_officer", world.other_area)

    noted = told_on(world, 0)

    mails = [opened(mail) for mail in AccountMail.objects.all()]
    assert (noted, [to for to, _subject, _body in mails]) == ([2], [world.staff("authority_officer").email])
    assert "2 pages of the SEND Local Offer are to be read again" in mails[0][2]
    assert [words for words in ("Plumbago", "travel", "short-breaks") if words in str(mails)] == []


def test_a_page_that_was_read_again_is_left_alone(world, officer):
    make_page(officer)
    told_on(world, 0)
    with inside(world.area):
        SectionPage.objects.update(next_review_on=NEXT_REVIEW + timedelta(days=365))

    assert told_on(world, 31) == [0]


def test_without_anybody_to_tell_nothing_is_noted(world, officer):
    make_page(officer)
    account = world.staff("authority_officer")
    account.is_active = False
    account.save()

    assert told_on(world, 0) == [0]
    with inside(world.area):
        assert SectionPage.objects.get().reminded_on is None


def test_the_nightly_job_reminds(world, officer):
    make_page(officer)
    with inside(world.area):
        SectionPage.objects.update(next_review_on=date(2026, 1, 6))

    remind_of_reviews(world.area.pk)

    assert AccountMail.objects.count() == 1
