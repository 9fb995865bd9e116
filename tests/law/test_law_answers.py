"""The dates that page and interface give are sendlaw's own, for every worked example of the library."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.law.questions import QUESTIONS, Question
from goldenthread.law.what_happened import BEGINNINGS
from sendlaw import when
from sendlaw.checking import answer_in_a_word

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = Path(__file__).resolve().parents[1] / "sendlaw" / "worked_examples.csv"

# Facts that describe a case and that no rule uses: the page does not ask for them.
DESCRIPTIVE = {
    "requester", "received_channel", "by", "body", "setting", "decision", "type", "from", "to", "la_reason",
}  # fmt: skip
# Examples about something that no family is asked for, each with its reason.
NOT_ON_THE_PAGE = {
    "SV015": "the moment of receipt: the page asks for the day itself",
    "SV021": "a closure in the facts of advice: no exception to that limit, so it is not asked for",
    "senco.appointed": "left out of the page",
    "only_section_I": "the page says in words that no certificate is needed then",
    "absent_days": "the page asks for the first day away and the first day back",
}


@cache
def examples() -> tuple[dict[str, str], ...]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table))


def sendlaws(row: dict[str, str]) -> str:
    facts = json.loads(row["facts"])
    return answer_in_a_word(when(row["start_event"], row["start_date"], row["deadline_name"], facts=facts))


def in_a_word(outcome: dict) -> str:
    return outcome["due_on"] or ("UNKNOWN" if outcome["result"] == "unknown" else "NO_FIXED_DATE")


def asked_of_the_interface(client: Client, row: dict[str, str]) -> str:
    asked = {"event": row["start_event"], "on": row["start_date"], "rule": row["deadline_name"]}
    facts = {"facts": json.loads(row["facts"])}
    answer = client.post(reverse("law_api_when"), json.dumps(asked | facts), content_type="application/json")
    return in_a_word(answer.json()["outcomes"][0])


def test_the_interface_gives_all_147_worked_examples():
    client = Client()

    given = {row["id"]: asked_of_the_interface(client, row) for row in examples()}

    assert given == {row["id"]: row["expected_date"] for row in examples()}
    assert len(given) == 147


def test_an_address_of_the_interface_gives_the_same_as_a_posted_question():
    client, row = Client(), next(row for row in examples() if row["id"] == "SV031")
    asked = {"event": row["start_event"], "on": row["start_date"], "facts": row["facts"]}

    got = client.get(reverse("law_api_when"), asked).json()
    posted = client.post(
        reverse("law_api_when"), json.dumps(asked | {"facts": json.loads(row["facts"])}), "application/json"
    ).json()

    assert got == posted
    assert {one["rule"]: one["result"] for one in got["outcomes"]}["ehcna.final_plan"] == "lifted"


def the_page_asks(row: dict[str, str]) -> bool:
    facts = json.loads(row["facts"])
    return (
        row["id"] not in NOT_ON_THE_PAGE and row["start_event"] in BEGINNINGS and not set(facts) & set(NOT_ON_THE_PAGE)
    )


def answers_of(row: dict[str, str]) -> dict[str, str]:
    """The same case as a parent would answer the page's questions."""
    facts = {name: value for name, value in json.loads(row["facts"]).items() if name not in DESCRIPTIVE}
    answers = {one.event: "unknown" for one in BEGINNINGS[row["start_event"]].other_days}
    for name in BEGINNINGS[row["start_event"]].asks:
        question = QUESTIONS[name]
        if question.only_if is None or answers.get(question.only_if[0]) in question.only_if[1]:
            answers[question.name] = answer_to(question, facts)
    return answers


def answer_to(question: Question, facts: dict[str, object]) -> str:
    keys = question.facts or (question.name,)
    if question.name == "delay":
        return delay_in(facts)
    if not set(keys) <= set(facts):
        return "none" if question.none_text else "unknown"
    values = [facts[key] for key in keys]
    for choice in question.choices:
        if choice.tells == {keys[0]: values[0]}:
            return choice.value
    return ",".join(part for value in values for part in (value if isinstance(value, list) else [str(value)]))


def delay_in(facts: dict[str, object]) -> str:
    signs = {
        "advice_requested_from_head_on": "closure", "exceptional_personal_circumstances": "personal",
        "absent_from_area": "absence", "missed_body_appointment": "appointment",
    }  # fmt: skip
    return next((reason for fact, reason in signs.items() if fact in facts), "no_reason")


def asked_of_the_page(client: Client, row: dict[str, str]) -> set[str]:
    """The days that the page shows, each with its rule's sentence; "NO_FIXED_DATE" for a sentence without a day."""
    asked = {"event": row["start_event"], "on": row["start_date"], **answers_of(row)}
    answer = client.get(reverse("law_answer"), asked)
    assert answer.status_code == 200, (row["id"], answer.headers.get("Location"))
    duties = (*answer.context["shown"].dated, *answer.context["shown"].undated)
    return {f"{duty.rule} {duty.day or 'NO_FIXED_DATE'}" for duty in duties}


def without_a_day_of_its_own(row: dict[str, str]) -> bool:
    """A step that does not follow in this case is left unsaid by the page: its absence is the answer."""
    return row["expected_date"] == "NO_FIXED_DATE"


def faults_of_the_page(client: Client, row: dict[str, str]) -> list[str]:
    rule, expected = row["deadline_name"], row["expected_date"]
    days = {one.split(" ")[1] for one in asked_of_the_page(client, row) if one.startswith(f"{rule} ")}
    if days == {expected} or (without_a_day_of_its_own(row) and days == set()):
        return []
    return [f"{row['id']}: {expected} expected, {sorted(days)} shown"]


def test_the_page_gives_the_date_of_every_worked_example_that_it_asks_about():
    client, rows = Client(), [row for row in examples() if the_page_asks(row)]

    faults = [fault for row in rows for fault in faults_of_the_page(client, row)]

    assert faults == []
    assert {row["id"]: sendlaws(row) for row in rows} == {row["id"]: row["expected_date"] for row in rows}


def test_nearly_every_worked_example_stands_on_the_page():
    left_out = [row["id"] for row in examples() if not the_page_asks(row)]

    assert len(left_out) <= 6, left_out
