"""The law's dates at the command line: `python -m sendlaw when | rules | check | explain`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sendlaw import RULES, Refused, when_all
from sendlaw.asking import when
from sendlaw.checking import compare_all, read_examples
from sendlaw.outcomes import Outcome
from sendlaw.rendering import FORMATS, explained, one_line
from sendlaw.rulebook import rule_named


def _when(given: argparse.Namespace) -> int:
    facts = json.loads(given.facts)
    if not isinstance(facts, dict):
        raise Refused('--facts must be an object such as {"requester": "parent"}.')
    outcomes: tuple[Outcome, ...] = when_all(given.event, given.date, facts=facts, today=given.today)
    if given.rule:
        outcomes = (when(given.event, given.date, given.rule, facts=facts, today=given.today),)
    print(FORMATS[given.format](outcomes))
    return 0


def _rules(given: argparse.Namespace) -> int:
    for rule in RULES.values():
        print(one_line(rule))
    return 0


def _check(given: argparse.Namespace) -> int:
    compared = compare_all(read_examples(Path(given.file)))
    for one in compared:
        if not one.agrees:
            print(f"{one.name} {one.rule}: expected {one.expected}, given {one.given}")
    agreed = sum(one.agrees for one in compared)
    print(f"{agreed} of {len(compared)}")
    return 0 if compared and agreed == len(compared) else 1


def _explain(given: argparse.Namespace) -> int:
    print(explained(rule_named(given.rule)))
    return 0


def parser() -> argparse.ArgumentParser:
    """The four commands and what each takes."""
    top = argparse.ArgumentParser(prog="python -m sendlaw", description="SEND time limits in England")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    ask = commands.add_parser("when", help="every date that an event sets going")
    ask.add_argument("event")
    ask.add_argument("date", help="year-month-day")
    ask.add_argument("--rule", help="only this rule")
    ask.add_argument("--facts", default="{}", help="a JSON object of facts")
    ask.add_argument("--today", help="year-month-day; gives how each duty stands")
    ask.add_argument("--format", choices=sorted(FORMATS), default="text")
    ask.set_defaults(run=_when)
    commands.add_parser("rules", help="every rule in one line").set_defaults(run=_rules)
    check = commands.add_parser("check", help="compare with a table of worked examples")
    check.add_argument("file")
    check.set_defaults(run=_check)
    explain = commands.add_parser("explain", help="one rule in full, with its source")
    explain.add_argument("rule")
    explain.set_defaults(run=_explain)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a refused question is one sentence on the error stream and exit code 2."""
    given = parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except (Refused, json.JSONDecodeError, OSError) as refusal:
        print(refusal, file=sys.stderr)
        return 2


if __name__ == "__main__":
    raise SystemExit(main())
