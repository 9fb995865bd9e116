"""The rule book for staff and anybody else who is signed in: it holds nothing about anybody."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import signed_in
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.request import Request

from ..counts import COUNTS
from ..rule_list import Entry, Example, entries, entry, procedures
from ..timeline import LAW_VERSION, Limit
from .choices import PROCEDURES, SOURCE_NAMES


@signed_in
@require_safe
def law_rules(request: Request) -> HttpResponse:
    """Every rule, or those of one procedure, kind or certainty."""
    asked = {name: request.GET.get(name, "") for name in ("procedure", "source", "certainty")}
    found = [one for one in entries() if _fits(one, asked)]
    context = {
        "table": _table(found),
        "found": len(found),
        "all": len(entries()),
        "asked": asked,
        "procedures": [(name, PROCEDURES.get(name, name)) for name in procedures()],
        "sources": SOURCE_NAMES.items(),
        "law_version": LAW_VERSION,
        "examples": sum(len(one.examples) for one in found),
    }
    return render(request, "law/rules.html", context)


def _fits(one: Entry, asked: dict[str, str]) -> bool:
    return (
        asked["procedure"] in ("", one.procedure)
        and asked["certainty"] in ("", one.certainty)
        and (not asked["source"] or any(limit.kind == asked["source"] for limit in one.limits))
    )


def _table(found: list[Entry]) -> Table:
    columns = [
        Column(_("Rule")), Column(_("Number")), Column(_("Counted")), Column(_("Source")), Column(_("Kind")),
        Column(_("Certainty")), Column(_("In force")), Column(_("Examples"), numeric=True),
    ]  # fmt: skip
    return Table(_("Every rule"), columns, [_row(one) for one in found], caption_hidden=True, phone="stack")


def _row(one: Entry) -> list[Cell]:
    limits = one.limits
    return [
        Cell(one.rule.name, reverse("law_rule", args=[one.rule.name]), note=one.rule.must),
        Cell("; ".join(dict.fromkeys(map(number_of, limits))) or _("no number")),
        Cell(", ".join(dict.fromkeys(limit.count for limit in limits))),
        Cell("; ".join(dict.fromkeys(limit.citation for limit in limits))),
        Cell(", ".join(dict.fromkeys(str(SOURCE_NAMES[limit.kind]) for limit in limits))),
        Cell(one.certainty, note="; ".join(one.checks)),
        Cell("; ".join(dict.fromkeys(map(in_force, limits)))),
        Cell(str(len(one.examples))),
    ]


def number_of(limit: Limit) -> str:
    """The number as people say it: "6 weeks", "15 February"; "no number" where the law has none."""
    if limit.fixed_day:
        return day_of_year(*limit.fixed_day)
    return f"{limit.value} {limit.unit}" if limit.unit else _("no number")


def day_of_year(month: int, on: int) -> str:
    return date_format(date(2000, month, on), "j F")


def in_force(limit: Limit) -> str:
    since = date_format(limit.since, "j F Y")
    if limit.until is None:
        return _("from %(since)s") % {"since": since}
    return _("%(since)s to %(until)s") % {"since": since, "until": date_format(limit.until, "j F Y")}


@signed_in
@require_safe
def law_rule(request: Request, rule: str) -> HttpResponse:
    """One rule in full: whose duty, its account of itself, every number with its dates, and its worked examples."""
    found = entry(rule)
    if found is None:
        raise NotFound("rule")
    agreeing = sum(example.agrees for example in found.examples)
    context = {
        "entry": found,
        "procedure": PROCEDURES.get(found.procedure, found.procedure),
        "limits": [_limit_facts(limit) for limit in found.limits],
        "examples": _example_table(found.examples) if found.examples else None,
        "agreeing": ngettext("%(n)s example agrees", "%(n)s examples agree", agreeing) % {"n": agreeing},
        "disagreeing": len(found.examples) - agreeing,
        "explanation": [line.strip() for line in found.rule.explanation.split("\n\n")],
    }
    return render(request, "law/rule.html", context)


def _limit_facts(limit: Limit) -> dict[str, object]:
    rows = [
        {"key": _("Number"), "value": number_of(limit)},
        {"key": _("Counted"), "value": f"{limit.count}: {COUNTS[limit.count]}"},
        {"key": _("Source"), "value": limit.citation},
        {"key": _("Kind"), "value": str(SOURCE_NAMES[limit.kind])},
        {"key": _("Certainty"), "value": limit.certainty},
        {"key": _("In force"), "value": in_force(limit)},
    ]
    checks = [{"key": _("To check"), "value": limit.check}] if limit.check else []
    return {"name": limit.name, "rows": rows + checks, "url": limit.instrument.url}


def _example_table(examples: tuple[Example, ...]) -> Table:
    columns = [
        Column(_("Example")), Column(_("Event")), Column(_("On")), Column(_("Facts")), Column(_("Expected")),
        Column(_("Answer now")),
    ]  # fmt: skip
    rows = [
        [
            Cell(one.name, note=one.note),
            one.event,
            one.on,
            one.facts,
            one.expected,
            Cell(one.given, note=_("agrees") if one.agrees else _("DIFFERS")),
        ]
        for one in examples
    ]
    return Table(_("Worked examples"), columns, rows, caption_hidden=True, phone="stack")
