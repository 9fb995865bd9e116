"""Looking whether addresses lead anywhere: never inside our own network, and a broken one turns its row to partly."""

from __future__ import annotations

import socket
from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.local_offer.models import Service
from goldenthread.local_offer.sections import jobs, opening
from goldenthread.local_offer.sections.actions.duties import keep_requirement
from goldenthread.local_offer.sections.coverage import rows
from goldenthread.local_offer.sections.link_checks import check_one, due, linked_addresses
from goldenthread.local_offer.sections.models import LinkCheck
from goldenthread.local_offer.sections.opening import Answer, Private, Result, Unknown, look, open_once, public_address
from tests.factories.local_offer import make_service
from tests.factories.offer_pages import make_draft, make_page
from tests.factories.world import TODAY, inside, seen_by

in_database = pytest.mark.django_db(transaction=True)
ADDRESS = "https://example.org/policy"


def found(answer, address=ADDRESS):
    return look(address, lambda _address: answer)


@pytest.mark.parametrize(
    ("status", "result"),
    [
        (200, Result("works", "200")), (204, Result("works", "204")), (404, Result("broken", "gone")),
        (410, Result("broken", "gone")), (403, Result("unsure", "403")), (429, Result("unsure", "429")),
        (500, Result("unsure", "500")), (302, Result("unsure", "302")),
    ],
)  # fmt: skip
def test_what_an_answer_means(status, result):
    assert found(Answer(status)) == result


@pytest.mark.parametrize(
    ("fault", "result"),
    [
        (Private("x"), Result("broken", "private")),
        (Unknown("x"), Result("broken", "no_such_name")),
        (TimeoutError("x"), Result("unsure", "no_answer")),
        (ConnectionRefusedError("x"), Result("unsure", "no_answer")),
    ],
)
def test_what_a_fault_means(fault, result):
    def opener(_address):
        raise fault

    assert look(ADDRESS, opener) == result


def test_redirects_are_followed_a_few_times_each_looked_at():
    asked = []

    def opener(address):
        asked.append(address)
        return Answer(301, "/next") if len(asked) < 3 else Answer(200)

    assert look(ADDRESS, opener) == Result("works", "200")
    assert asked == [ADDRESS, "https://example.org/next", "https://example.org/next"]
    assert look(ADDRESS, lambda _address: Answer(302, "/again")) == Result("unsure", "too_far")


def test_a_redirect_to_what_is_no_address_leads_nowhere():
    assert look(ADDRESS, lambda _address: Answer(302, "http://[bad")) == Result("broken", "private")


@pytest.mark.parametrize(
    "inside_address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.9", "172.16.5.5", "169.254.169.254", "::1", "fd00::7", "0.0.0.0", "100.64.0.1",
        "::ffff:127.0.0.1", "fe80::1", "224.0.0.1", "2002:7f00:1::", "64:ff9b::a01:203", "64:ff9b:1::a01:203", "fec0::1", "::a01:203",
    ],
)  # fmt: skip
def test_a_name_that_stands_for_an_inside_address_is_refused(monkeypatch, inside_address):
    reply = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (inside_address, 443))]
    monkeypatch.setattr(opening.socket, "getaddrinfo", lambda *_asked, **_more: reply)

    with pytest.raises(Private):
        public_address("looks-harmless.example.org", 443)


def test_a_name_that_stands_for_one_open_and_one_inside_address_is_refused(monkeypatch):
    reply = [(2, 1, 6, "", ("93.184.215.14", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(opening.socket, "getaddrinfo", lambda *_asked, **_more: reply)

    with pytest.raises(Private):
        public_address("two-faced.example.org", 443)


def test_a_name_that_is_none_is_told_from_a_site_that_does_not_answer(monkeypatch):
    def nobody(*_asked, **_more):
        raise socket.gaierror

    monkeypatch.setattr(opening.socket, "getaddrinfo", nobody)

    with pytest.raises(Unknown):
        public_address("no-such-name.example.org", 443)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/latest"]
)
def test_an_inside_address_written_as_numbers_is_never_opened(monkeypatch, address):
    def never(*_asked, **_more):
        raise AssertionError("a connection was made")

    monkeypatch.setattr(opening.socket, "create_connection", never)

    with pytest.raises(Private):
        open_once(address)


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch):
    """A name that answers differently the second time leads nowhere else: it is asked once."""
    asked, connected = [], []

    def once(host, *_asked, **_more):
        asked.append(host)
        return [(2, 1, 6, "", ("93.184.215.14" if len(asked) == 1 else "127.0.0.1", 80))]

    def connect(at, _timeout):
        connected.append(at)
        raise ConnectionRefusedError

    monkeypatch.setattr(opening.socket, "getaddrinfo", once)
    monkeypatch.setattr(opening.socket, "create_connection", connect)

    with pytest.raises(ConnectionRefusedError):
        open_once("http://turncoat.example.org/")

    assert (asked, connected) == (["turncoat.example.org"], [("93.184.215.14", 80)])


@pytest.fixture
def linked(world, officer):
    """A live page for C15 that leads to an address, and a school whose report is linked."""
    make_page(officer, "travel", body=f"Read our [policy]({ADDRESS}).")
    make_service(world.area, name="Hollow Oak", sen_information_report_url="https://school.example.org/report")
    return world


@in_database
def test_what_the_public_can_press_is_looked_at_and_drafts_are_not(linked, officer):
    make_draft(officer, "planted", body="A [secret](https://planted.example.org/draft).")

    with inside(linked.area):
        addresses = linked_addresses(linked.area.pk)

    assert addresses == {ADDRESS, "https://school.example.org/report"}


@in_database
def test_an_address_is_due_once_a_month_and_forgotten_when_nothing_leads_to_it(linked):
    with inside(linked.area):
        first = due(linked.area.pk)
        for key in first:
            check_one(linked.area.pk, key, lambda _address: Answer(200))
        second = due(linked.area.pk)
        LinkCheck.objects.update(checked_at=timezone.now() - timedelta(days=29))
        third = due(linked.area.pk)
        LinkCheck.objects.create(authority=linked.area, holder=linked.area, address="https://nobody-links.example.org/")
        due(linked.area.pk)
        kept = LinkCheck.objects.count()

    assert (len(first), len(second), len(third), kept) == (2, 0, 2, 2)


@in_database
def test_a_night_takes_no_more_than_its_share(linked, monkeypatch):
    monkeypatch.setattr("goldenthread.local_offer.sections.link_checks.MOST_A_NIGHT", 1)

    with inside(linked.area):
        assert len(due(linked.area.pk)) == 1


@in_database
def test_three_nights_without_an_answer_and_it_is_broken(linked):
    def silent(_address):
        raise TimeoutError

    with inside(linked.area):
        key = next(iter(due(linked.area.pk)))
        verdicts = [check_one(linked.area.pk, key, silent).verdict for _night in range(3)]
        back = check_one(linked.area.pk, key, lambda _address: Answer(200))

    assert verdicts == ["unsure", "unsure", "broken"]
    assert (back.verdict, back.failures) == ("works", 0)


@in_database
def test_a_broken_link_turns_its_row_to_partly_and_mending_it_turns_it_back(linked, officer):
    def standing():
        return next(row.standing for row in rows(linked.area.pk, TODAY) if row.requirement.key == "C15")

    facts = {"owner": "Travel", "pages": ["travel"], "document_title": "Policy", "document_address": ADDRESS,
             "document_from": None, "document_until": None}  # fmt: skip
    with seen_by(officer):
        keep_requirement(by=officer, key="C15", facts=facts)
    before = standing().status
    with inside(linked.area):
        due(linked.area.pk)
        key = LinkCheck.objects.get(address=ADDRESS).pk
        check_one(linked.area.pk, key, lambda _address: Answer(404))
    broken = standing()
    with inside(linked.area):
        check_one(linked.area.pk, key, lambda _address: Answer(200))

    assert (before, broken.status, standing().status) == ("met", "partly", "met")
    assert broken.reasons == ("1 linked address is broken.",)


@in_database
def test_a_school_is_told_whether_its_report_opens(linked):
    with inside(linked.area):
        due(linked.area.pk)
        key = LinkCheck.objects.get(address__contains="school").pk
        check_one(linked.area.pk, key, lambda _address: Answer(404))
        school = Service.objects.get(name="Hollow Oak")

    assert (school.report_link_works, school.report_link_checked_on) == (False, timezone.localdate())


@in_database
def test_the_job_queues_one_address_each_and_asks_nobody_from_a_demo(linked, settings, monkeypatch):
    queued = []
    monkeypatch.setattr(jobs.check_link, "queue", lambda **ids: queued.append(ids))
    with inside(linked.area):
        settings.DEMO_DOOR = True
        jobs.queue_links.__wrapped__(linked.area.pk)
        in_demo = len(queued)
        settings.DEMO_DOOR = False
        jobs.queue_links.__wrapped__(linked.area.pk)

    assert (in_demo, len(queued)) == (0, 2)
