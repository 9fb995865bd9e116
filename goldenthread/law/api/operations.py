"""The law's dates for other programs: events, facts, rules, and every date that an event sets going.

Each operation declares its access rule like every view of the site (see `urls`). The first parameter is called
`request`, as django-ninja wants it.
"""

from __future__ import annotations

import json
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import NinjaAPI, Query, Schema

from goldenthread.interfaces.rules import open_to_all

from ..counts import COUNTS
from ..timeline import EVENTS, KEYS, LAW_VERSION, RULES, Refused, limits_of, questioned, rules_started_by
from . import schemas
from .problems import TITLES, answer_problems

DESCRIPTION = (
    "Every time limit in the law of special educational needs in England: computed, explained, cited. No key is needed, "
    "nothing is kept, and nothing about a person is asked: send days and codes only. Guidance is never marked as law. "
    "Certainty A: the text was read. B: sources agree. C: check first what the answer says to check."
)
api = NinjaAPI(
    title="When should I hear?",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    openapi_url=None,
    urls_namespace="law",
)
answer_problems(api)

PROBLEMS: dict[Any, Any] = {frozenset(TITLES): schemas.Problem}


@api.get("/events", response={200: schemas.Events, **PROBLEMS}, operation_id="list_events", summary="What can happen")
@open_to_all
def law_api_events(request: HttpRequest) -> dict[str, Any]:
    """Every event that starts or ends a clock, with the rules that run from it."""
    events = [
        {
            "name": one.name,
            "said": one.said,
            "rules": [rule.name for rule in rules_started_by(one.name)],
            "comes_after": list(one.after),
            "may_lie_ahead": one.planned,
            "is_birth": one.birth,
        }
        for one in EVENTS.values()
    ]
    return {"law_version": LAW_VERSION, "events": events}


@api.get("/facts", response={200: schemas.Facts, **PROBLEMS}, operation_id="list_facts", summary="What can be told")
@open_to_all
def law_api_facts(request: HttpRequest) -> dict[str, Any]:
    """Every fact that a question may carry, with its meaning."""
    return {"facts": [{"name": name, "meaning": key.meaning} for name, key in KEYS.items()]}


@api.get("/rules", response={200: schemas.Rules, **PROBLEMS}, operation_id="list_rules", summary="Every rule")
@open_to_all
def law_api_rules(request: HttpRequest, name: str | None = None) -> dict[str, Any]:
    """Every rule with its numbers, how they are counted, from when to when, and their source. name: only this rule."""
    if name is not None and name not in RULES:
        raise Refused(f"There is no rule called {name!r}.")
    wanted = RULES.values() if name is None else [RULES[name]]
    return {"law_version": LAW_VERSION, "counts": COUNTS, "rules": [_rule(one) for one in wanted]}


def _rule(one: Any) -> dict[str, Any]:
    return {
        "name": one.name,
        "starts": list(one.starts),
        "who": one.who.officer,
        "must": one.must,
        "sense": one.sense,
        "explanation": one.explanation,
        "limits": [_limit(limit) for limit in limits_of(one)],
    }


def _limit(one: Any) -> dict[str, Any]:
    return {
        "name": one.name,
        "value": one.value or None,
        "fixed_day": "{:02}-{:02}".format(*one.fixed_day) if one.fixed_day else None,
        "unit": one.unit,
        "count": one.count,
        "since": one.since,
        "until": one.until,
        "citation": one.citation,
        "law_or_guidance": one.kind,
        "certainty": one.certainty,
        "check": one.check,
    }


class Asked(Schema):
    """The same as `Question`, as it stands in an address: the facts are one JSON object in text."""

    event: str
    on: str
    rule: str | None = None
    facts: str = "{}"
    today: str | None = None
    done_on: str | None = None
    law_on: str | None = None


@api.get("/when", response={200: schemas.Answers, **PROBLEMS}, operation_id="when", summary="When?")
@open_to_all
def law_api_when(request: HttpRequest, asked: Annotated[Asked, Query()]) -> dict[str, Any]:
    """Every date that an event sets going. facts: a JSON object, such as {"certificate_issued": "2027-01-20"}."""
    given = asked.dict()
    return _answers(**given | {"facts": _facts(asked.facts)})


@api.post("/when", response={200: schemas.Answers, **PROBLEMS}, operation_id="when_posted", summary="When? (as JSON)")
@open_to_all
def law_api_when_posted(request: HttpRequest, question: schemas.Question) -> dict[str, Any]:
    """The same, for a question that is too long for an address. Nothing is kept."""
    return _answers(**question.dict())


def _facts(text: str) -> dict[str, Any]:
    """The facts of an address. Raises Refused for what is not one JSON object of a sane length."""
    if len(text) > schemas.LONGEST:
        raise Refused(f"facts may be {schemas.LONGEST} characters long; send a longer question as JSON.")
    try:
        facts = json.loads(text)
    except (ValueError, RecursionError):
        facts = None
    if not isinstance(facts, dict):
        raise Refused('facts must be one JSON object, such as {"certificate_issued": "2027-01-20"}.')
    return facts


def _answers(**given: Any) -> dict[str, Any]:
    return {"law_version": LAW_VERSION, "outcomes": questioned(**given)}
