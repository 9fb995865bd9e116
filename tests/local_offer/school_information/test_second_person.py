"""Who approves a report: somebody who wrote nothing of it, and what they read. And what a governor learns from it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.school_information import actions
from goldenthread.local_offer.school_information.models import InformationReport, PublishedReport
from goldenthread.people.models import Assignment
from tests.factories.school_information import (
    SITE,
    approved,
    begun,
    explained,
    governor,
    head,
    senco,
    sent,
    write,
    written,
)
from tests.factories.world import inside, make_child, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def send(by, report: InformationReport) -> InformationReport:
    with seen_by(by):
        return actions.send_report(by=by, report=report.pk, site=SITE)


def test_the_button_of_an_old_page_publishes_nothing_that_was_not_read(world):
    report = sent(senco(world), parents="We meet each term.")
    leader = signed_in(world.staff("head"))
    read = leader.get(reverse("one_report", args=[report.pk])).context["seen"]
    with seen_by(senco(world)) as by:
        actions.call_back(by=by, report=report.pk)
    write(senco(world), report, "parents", "Words that the head never read.")
    send(senco(world), report)

    answer = leader.post(reverse("publish_report", args=[report.pk]), {"seen": read})

    assert answer.status_code == 409
    assert "changed since you opened the page" in answer.content.decode()
    assert PublishedReport.objects.count() == 0


def test_the_button_without_a_mark_publishes_nothing(world):
    report = sent(senco(world))

    signed_in(world.staff("head")).post(reverse("publish_report", args=[report.pk]))

    assert PublishedReport.objects.count() == 0


def test_who_wrote_it_cannot_approve_it_though_somebody_else_sent_it(world):
    report = send(senco(world), written(head(world), begun(head(world))))

    with pytest.raises(Refused, match="You wrote in this report, so a second person .*: Governor"):
        approved(head(world), report)
    page = signed_in(world.staff("head")).get(reverse("one_report", args=[report.pk])).content.decode()
    assert ("Approve and publish" in page, "You wrote in this report" in page) == (False, True)
    assert approved(governor(world), report).state == "published"


def test_who_explained_a_name_cannot_approve_it(world):
    report = written(senco(world), begun(senco(world)), parents="We meet Mrs Lane in the hall.")
    explained(head(world), report)
    report = send(senco(world), report)

    with pytest.raises(Refused, match="You wrote in this report"):
        approved(head(world), report)


def test_saving_a_part_as_it_stood_makes_nobody_its_writer(world):
    report = written(senco(world), begun(senco(world)), parents="We meet each term.")
    write(head(world), report, "parents", "We meet each term.")
    report = send(senco(world), report)

    assert approved(head(world), report).state == "published"


def test_the_database_refuses_a_writer_as_approver(world):
    report = send(senco(world), written(head(world), begun(head(world))))

    with inside(world.school), pytest.raises(IntegrityError, match="not_the_writer"), transaction.atomic():
        InformationReport.objects.filter(pk=report.pk).update(
            state="published", approved_by=world.staff("head").pk, published_on="2026-11-20"
        )


def test_a_head_with_nobody_to_approve_is_told_what_to_do_before_and_after_sending(world):
    with inside(world.school):
        Assignment.objects.filter(role="governor").delete()
    report = written(head(world), begun(head(world)))
    address, leader = reverse("one_report", args=[report.pk]), signed_in(world.staff("head"))
    before = leader.get(address).content.decode()
    report = send(head(world), report)
    after = leader.get(address).content.decode()

    what_to_do = "Ask the platform administrator of your local authority to give a governor an account."
    assert (what_to_do in before, what_to_do in after) == (True, True)
    with pytest.raises(Refused, match="give a governor an account"):
        approved(head(world), report)


def test_those_who_wrote_are_not_asked_to_approve(world, monkeypatch):
    from goldenthread.local_offer.school_information import telling

    told: list[str] = []
    monkeypatch.setattr(telling, "queue_account_mail", lambda address, *rest: told.append(address))

    send(senco(world), written(head(world), begun(head(world))))

    assert told == [world.staff("governor").email]


def test_next_year_last_years_writer_may_approve_what_others_write(world):
    approved(governor(world), send(senco(world), written(head(world), begun(head(world)))))
    second = begun(senco(world))
    write(senco(world), second, "parents", "We meet four times a year.")

    assert approved(head(world), send(senco(world), second)).state == "published"


def test_a_governor_learns_no_word_that_the_register_made_us_ask_about(world):
    make_child(world.school, "Quillwort Bello")
    report = written(senco(world), begun(senco(world)), parents="Quillwort tea is served.")
    explained(senco(world), report)
    write(senco(world), report, "parents", "We serve tea each term.")
    report = send(senco(world), report)
    address = reverse("one_report", args=[report.pk])

    for_governor = signed_in(world.staff("governor")).get(address).content.decode()
    for_head = signed_in(world.staff("head")).get(address).content.decode()

    assert ("Quillwort" in for_governor, "has this first name" in for_governor) == (False, False)
    assert "1 word looked like a name" in for_governor
    assert ("Quillwort" in for_head, "has this first name" in for_head) == (True, True)


def test_a_governor_is_told_only_how_many_words_are_to_be_explained(world):
    report = sent(senco(world), parents="Quillwort grows here.")
    make_child(world.school, "Quillwort Bello")

    page = signed_in(world.staff("governor")).get(reverse("one_report", args=[report.pk])).content.decode()

    assert "1 word is still to be explained" in page
    assert "has this first name" not in page
