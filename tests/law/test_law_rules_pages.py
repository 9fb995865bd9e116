"""The rule book for anybody who is signed in: every rule, its source, its certainty and its examples."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.law.counts import COUNTS
from goldenthread.law.rule_list import entries, procedures
from goldenthread.law.views.choices import PROCEDURES
from sendlaw import RULES
from sendlaw.parameters import LIMITS
from tests.factories.world import World, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader() -> Client:
    return signed_in(World().staff("class_teacher"), "class_teacher")


def text_of(answer) -> str:
    main = answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", main)))


def rules_on(answer) -> list[str]:
    return re.findall(r'href="/law/rules/([^"/]+)/"', answer.content.decode())


def test_every_rule_is_listed_with_its_examples(reader):
    answer = reader.get(reverse("law_rules"))

    assert rules_on(answer) == list(RULES)
    assert f"{len(RULES)} of {len(RULES)} rules" in text_of(answer)
    assert sum(len(one.examples) for one in entries()) >= 147


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "procedure=reassessment",
            {name for name, rule in RULES.items() if rule.work.__module__.endswith("reassessment")},
        ),
        ("certainty=C", {one.rule.name for one in entries() if any(limit.certainty == "C" for limit in one.limits)}),
        ("source=guidance&procedure=complaints", {name for name in RULES if name.startswith("complaint.")}),
        ("procedure=tea", set()),
    ],
)
def test_the_list_is_narrowed_without_a_script(reader, query, expected):
    answer = reader.get(f"{reverse('law_rules')}?{query}")

    found = set(rules_on(answer))
    if "guidance" in query:
        expected = {name for name in expected if any(limit.kind == "guidance" for limit in limits_of(name))}
    assert found == expected
    assert ("No rule fits" in text_of(answer)) == (not expected)


def limits_of(rule: str):
    return next(one.limits for one in entries() if one.rule.name == rule)


def test_a_rule_says_what_is_to_be_checked_and_that_its_examples_agree(reader):
    answer = reader.get(reverse("law_rule", args=["reassess.no_change_notice"]))

    told = text_of(answer)
    for expected in (
        "Certainty C. Before relying on it, check: Read reg 27(4) onwards",
        "14 weeks",
        "W: weeks; the day of the event is day 0",
        "from 1 September 2014",
        "1 example agrees.",
        "FE016",
    ):
        assert expected in told


def test_a_fixed_day_and_a_number_with_an_end_are_shown_as_they_are(reader):
    told = text_of(reader.get(reverse("law_rule", args=["phase.headline_date"])))

    assert "15 February" in told
    assert "31 March" in told


def test_a_rule_that_is_not_there_is_not_found(reader):
    assert reader.get("/law/rules/tea.time/").status_code == 404


def test_somebody_who_is_not_signed_in_is_led_to_the_sign_in():
    answer = Client().get(reverse("law_rules"))

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")


def test_every_procedure_and_every_way_of_counting_has_its_words():
    assert set(procedures()) == set(PROCEDURES)
    assert {limit.count for versions in LIMITS.values() for limit in versions} <= COUNTS.keys()
