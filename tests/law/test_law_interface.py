"""The interface for programs: what is known, the answers, the problems, and that nothing breaks it."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from ninja import NinjaAPI
from schemathesis import GenerationMode

from goldenthread.access.rules import public, signed_in
from goldenthread.law.api import limits
from goldenthread.law.api.urls import patterns_of
from sendlaw import EVENTS, KEYS, RULES, when_all
from tests.fuzzing import fuzz

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def counted_from_nought(monkeypatch):
    """No test is slowed by what another asked."""
    limits.forget()
    yield
    limits.forget()


@pytest.fixture
def program() -> Client:
    return Client()


def asked(program: Client, **question) -> tuple[int, dict]:
    answer = program.post(reverse("law_api_when"), json.dumps(question), content_type="application/json")
    return answer.status_code, answer.json()


def test_what_is_known_is_listed(program):
    events = program.get(reverse("law_api_events")).json()["events"]
    facts = program.get(reverse("law_api_facts")).json()["facts"]
    rules = program.get(reverse("law_api_rules")).json()

    assert {one["name"]: one["rules"] for one in events} == {
        name: [rule.name for rule in RULES.values() if name in rule.starts] for name in EVENTS
    }
    assert {one["name"] for one in facts} == set(KEYS)
    assert [one["name"] for one in rules["rules"]] == list(RULES)
    assert {limit["count"] for one in rules["rules"] for limit in one["limits"]} <= rules["counts"].keys()
    assert all(limit["check"] for one in rules["rules"] for limit in one["limits"] if limit["certainty"] == "C")


def test_an_answer_is_sendlaws_own_whole(program):
    status, given = asked(program, event="ehcna.request_received", on="2026-11-21", today="2027-01-05")

    expected = when_all("ehcna.request_received", "2026-11-21", today="2027-01-05")
    assert status == 200
    assert [(one["rule"], one["due_on"], one["status"], one["days_late"]) for one in given["outcomes"]] == [
        (one.rule, one.due_on and one.due_on.isoformat(), one.status, one.days_late) for one in expected
    ]
    assert [one["steps"] for one in given["outcomes"]] == [list(one.steps) for one in expected]
    assert given["outcomes"][2]["days_late"] == 3


def test_without_today_an_answer_has_no_status_and_one_rule_can_be_asked_for(program):
    _status, given = asked(program, event="draft.served", on="2027-03-01", rule="draft.representations_last_day")

    assert [(one["due_on"], one["status"]) for one in given["outcomes"]] == [("2027-03-15", None)]


@pytest.mark.parametrize(
    ("question", "sentence", "known"),
    [
        ({"event": "tea", "on": "2027-03-01"}, "There is no event called 'tea'", "ehcna.request_received"),
        ({"event": "draft.served", "on": "2027-02-30"}, "must be a real date", ""),
        ({"event": "draft.served", "on": "2014-08-31"}, "began on 1 September 2014", ""),
        (
            {"event": "draft.served", "on": "2027-03-01", "facts": {"cake": 1}},
            "There is no fact called 'cake'",
            "phase",
        ),
        (
            {"event": "draft.served", "on": "2027-03-01", "rule": "tea.time"},
            "There is no rule called",
            "amend.final_plan",
        ),
        ({"event": "draft.served", "on": "2027-03-01", "child": "Amara"}, "child: Extra inputs are not permitted", ""),
        ({"event": "draft.served"}, "on: Field required", ""),
        ({"event": "person.born", "on": "0001-01-01"}, "must lie from 1900 to 2099", ""),
        (
            {"event": "move.old_la_aware", "on": "2027-03-01", "facts": {"move_date": "9999-12-31"}},
            "move_date must lie from 1900 to 2099",
            "",
        ),
        ({"event": "draft.served", "on": "2027-03-01", "done_on": "2027-03-02"}, "give the rule", ""),
        (
            {"event": "decision.notice_sent", "on": "2027-03-01", "facts": {"certificate_issued": "2027-02-01"}},
            "comes before the notice",
            "",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_gets_a_sentence(program, question, sentence, known):
    answer = program.post(reverse("law_api_when"), json.dumps(question), content_type="application/json")

    problem = answer.json()
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert sentence in problem["detail"]
    assert known in problem["known"] or (known == "" and isinstance(problem["known"], list))


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422), (b"null", 422), (b"[]", 422), (b"not json", 400), (b"[" * 15_000, 400), (b'"\\ud800"', 422),
        (b'{"event": "\\ud800", "on": "\\u0000"}', 422), (b"1" * 5000, 400), (b"\xff\xfe", 400), (b" " * 17_000, 413),
        (b'{"event": "draft.served", "on": "2027-03-01", "facts": {"absent_days": 1e400}}', 422),
    ],
)  # fmt: skip
def test_no_body_breaks_it(program, body, status):
    answer = program.post(reverse("law_api_when"), body, content_type="application/json")

    assert answer.status_code == status
    assert answer.json()["status"] == status


@pytest.mark.parametrize(
    "facts", ["", "[]", "{", "[" * 3000, '{"a":' * 600, "1" * 4001, '"x"', '{"phase": ["\\ud800"]}']
)
def test_no_facts_in_an_address_break_it(program, facts):
    asked = {"event": "draft.served", "on": "2027-03-01", "facts": facts}

    answer = program.get(reverse("law_api_when"), asked)

    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_a_method_not_offered_is_a_problem_that_says_what_is(program):
    answer = program.delete(reverse("law_api_when"))

    assert (answer.status_code, sorted(answer.headers["Allow"].split(", "))) == (405, ["GET", "POST"])
    assert answer.json()["title"] == "That method is not offered here"


def test_one_address_may_ask_so_often_and_is_told_how_long_to_wait(program, monkeypatch):
    monkeypatch.setattr(limits, "PER_MINUTE", 3)
    monkeypatch.setattr(
        "goldenthread.interfaces.limits.time", SimpleNamespace(time=lambda: 30.0)
    )  # no minute ends meanwhile
    ask = lambda address: program.get(reverse("law_api_facts"), REMOTE_ADDR=address)  # noqa: E731

    answers = [ask("192.0.2.1") for _ in range(4)]
    other = ask("192.0.2.2")

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 61
    assert other.status_code == 200


def test_behind_a_socket_that_tells_no_address_everybody_shares_one_count(monkeypatch):
    monkeypatch.setattr(limits, "PER_MINUTE", 1)
    request = RequestFactory().get("/", REMOTE_ADDR="")

    waits = [limits.seconds_to_wait(request, at=30.0) for _ in range(2)]

    assert waits == [0, 31]


def test_the_count_begins_again_with_the_next_minute(monkeypatch):
    monkeypatch.setattr(limits, "PER_MINUTE", 1)
    request = RequestFactory().get("/")

    waits = [limits.seconds_to_wait(request, at=second) for second in (30.0, 31.0, 59.0, 61.0)]

    assert waits == [0, 30, 2, 0]


def test_an_interface_carries_the_rule_of_its_operations_and_a_forgotten_one_is_seen():
    """Planted: an operation without a rule, and one address whose two methods disagree."""
    planted = NinjaAPI(title="planted", urls_namespace="planted", docs_url=None, openapi_url=None)

    @planted.get("/open")
    @public
    def open_to_all(request: HttpRequest) -> str:
        return "x"

    @planted.get("/forgotten")
    def forgotten(request: HttpRequest) -> str:
        return "a child's name"

    @planted.get("/both")
    @public
    def both(request: HttpRequest) -> str:
        return "x"

    @planted.post("/both")
    @signed_in
    def both_posted(request: HttpRequest) -> str:
        return "x"

    rules = {pattern.name: getattr(pattern.callback, "access_rule", None) for pattern in patterns_of(planted, "")}

    assert {name: rule and rule.kind for name, rule in rules.items()} == {
        "open_to_all": "public", "forgotten": None, "both": None,
    }  # fmt: skip


def test_the_document_is_openapi_and_lists_what_is_known(program):
    document = program.get(reverse("law_openapi")).json()

    assert document["openapi"].startswith("3.1")
    assert document["components"]["schemas"]["Question"]["properties"]["event"]["enum"] == sorted(EVENTS)
    assert {
        status
        for operations in document["paths"].values()
        for one in operations.values()
        for status in one["responses"]
    } == {"200", "400", "405", "413", "422", "429"}


def test_the_page_about_it_names_every_address_and_runs_nothing(program):
    page = program.get(reverse("law_api")).content.decode()

    for name in ("law_api_events", "law_api_facts", "law_api_rules", "law_api_when", "law_openapi"):
        assert reverse(name) in page
    assert "300 times a minute" in page


def asked_at_random(mode, examples):
    return fuzz(reverse("law_openapi"), mode, examples, limits.forget)


PATHS = {GenerationMode.POSITIVE: 4, GenerationMode.NEGATIVE: 2}  # two of them take nothing


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_the_document_promises(mode):
    asked = asked_at_random(mode, 12)

    assert len(asked) == PATHS[mode]


@pytest.mark.full
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_the_document_promises_at_length(mode):
    asked = asked_at_random(mode, 400)

    assert max(asked.values()) >= 400
