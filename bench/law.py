"""sendlaw over a million cases beside OpenFisca-Core 46, the whole rule set at once, and one case explained.

Results are checked equal first: the three arrays of both peers, and every rule's answers against the library's own
per-case answers. Peers run in processes of their own, in turns; figures are medians with least and greatest.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

import sendlaw
from sendlaw import bulk
from tests.sendlaw.generated_cases import a_case

ROOT = Path(__file__).resolve().parent.parent
CASES, ROUNDS, DIFFERENT = 1_000_000, 5, 600
SECONDS_FOR_ALL, MILLISECONDS_FOR_ONE, TIMES_FASTER = 10.0, 1.0, 20
RESULTS = ["deadline", "lifted", "no_fixed_date", "unknown"]


@dataclass
class Peer:
    name: str
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def run(self, folder: str, count: int) -> Any:
        into = Path(folder) / f"{self.name}.npy"
        command = [sys.executable, "-m", "bench.law_peer", self.name, str(into), str(count)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        seconds, megabytes = done.stdout.split()[-2:]
        self.seconds.append(float(seconds))
        self.megabytes.append(float(megabytes))
        return np.load(into)


def main(arguments: list[str]) -> int:
    """`--short`: a tenth of the cases. 0 when every mark was met."""
    count = CASES // 10 if "--short" in arguments else CASES
    met = [beside_openfisca(count), the_whole_rule_set(count), one_case()]
    return 0 if all(met) else 1


def beside_openfisca(count: int) -> bool:
    ours, theirs = Peer("sendlaw"), Peer("openfisca")
    with tempfile.TemporaryDirectory() as folder:
        same = all(np.array_equal(ours.run(folder, count), theirs.run(folder, count)) for _ in range(ROUNDS))
    print(f"Three dates of {count:,} cases, {ROUNDS} rounds in turns; arrays equal: {'yes' if same else 'NO'}")
    for peer in (ours, theirs):
        low, high = min(peer.seconds), max(peer.seconds)
        spread = f"{statistics.median(peer.seconds):.3f} s ({low:.3f} to {high:.3f})"
        print(f"  {peer.name:10} {spread}, {statistics.median(peer.megabytes):.0f} MB")
    times = statistics.median(ours.seconds) / statistics.median(theirs.seconds)
    memory = statistics.median(ours.megabytes) / statistics.median(theirs.megabytes)
    print(f"  ratio      {times:.2f} of the time, {memory:.2f} of the memory (mark: 1.00 and 1.00)\n")
    return same and times <= 1 and memory <= 1


def the_whole_rule_set(count: int) -> bool:
    """Every rule that has a bulk form, with its facts and exceptions, one rule after another."""
    at_once = one_by_one = 0.0
    unequal = []
    for rule in sorted(bulk.RULES):
        cases = _cases_of_one_event(rule)
        began = time.perf_counter()
        expected = [_answer(sendlaw.when(event, start, rule, facts=facts)) for event, start, facts in cases]
        one_by_one += (time.perf_counter() - began) / len(cases) * count
        event, starts, facts, chosen = _spread(cases, count)
        began = time.perf_counter()
        answers = bulk.when(event, starts, rule, facts=facts)
        at_once += time.perf_counter() - began
        if not _equal(answers, expected, chosen):
            unequal.append(rule)
    times = one_by_one / at_once
    print(
        f"The {len(bulk.RULES)} rules with a bulk form over {count:,} cases; unlike one case at a time: {unequal or 'none'}"
    )
    print(f"  at once    {at_once:.2f} s (mark: {SECONDS_FOR_ALL:.0f} s)")
    print(f"  one by one {one_by_one:.0f} s as measured on {DIFFERENT} cases a rule: {times:.0f} times as long", end="")
    print(f" (mark: {TIMES_FASTER})\n")
    return not unequal and at_once <= SECONDS_FOR_ALL and times >= TIMES_FASTER


def _cases_of_one_event(rule: str) -> list[Any]:
    dice = random.Random(f"bench {rule}")
    cases = [a_case(dice, rule) for _ in range(DIFFERENT)]
    events = [event for event, _start, _facts in cases]
    commonest = max(set(events), key=events.count)
    return [case for case in cases if case[0] == commonest]


def _spread(cases: list[Any], count: int) -> tuple[str, Any, dict[str, Any], Any]:
    """The different cases, drawn with repetition until there are `count`; `chosen` says which stands where."""
    chosen = np.random.default_rng(26).integers(0, len(cases), count)
    starts = np.array([start for _event, start, _facts in cases], dtype="datetime64[D]")[chosen]
    facts = bulk.columns([facts for _event, _start, facts in cases])
    return cases[0][0], starts, {name: column[chosen] for name, column in facts.items()}, chosen


def _answer(outcome: Any) -> tuple[int, Any]:
    return RESULTS.index(outcome.result), outcome.due_on


def _equal(answers: Any, expected: list[tuple[int, Any]], chosen: Any) -> bool:
    results = np.array([result for result, _on in expected])[chosen]
    days = np.array([on if on else np.datetime64("NaT") for _result, on in expected], dtype="datetime64[D]")[chosen]
    same_day = (answers.on == days) | (np.isnat(answers.on) & np.isnat(days))
    return bool(np.array_equal(answers.result, results) and same_day.all())


def one_case() -> bool:
    """One case with every step of the sum, both sentences and the citation, over all rules."""
    slowest, spent = ("", 0.0), []
    for rule in sorted(sendlaw.RULES):
        event, start, facts = a_case(random.Random(f"one {rule}"), rule)
        taken = []
        for _ in range(20):
            began = time.perf_counter()
            sendlaw.when(event, start, rule, facts=facts, today="2026-11-20")
            taken.append((time.perf_counter() - began) * 1000)
        spent.append(statistics.median(taken))
        slowest = max(slowest, (rule, spent[-1]), key=lambda pair: pair[1])
    middle = statistics.median(spent)
    print(
        f"One case with its explanation, {len(spent)} rules: median {middle:.3f} ms, slowest {slowest[1]:.3f} ms",
        end="",
    )
    print(f" ({slowest[0]}) (mark: {MILLISECONDS_FOR_ONE:.0f} ms)")
    return slowest[1] <= MILLISECONDS_FOR_ONE
