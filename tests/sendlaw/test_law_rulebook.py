"""What nobody should have to remember: every rule has its provision, its limit, its check and plain words."""

import ast
import inspect
import re
from pathlib import Path

import pytest

import sendlaw
from sendlaw.parameters import INSTRUMENTS, LIMITS, BadParameter, read_limit, read_limits
from sendlaw.relaxations import RELAXATIONS
from sendlaw.rendering import limits_of

RULES = sorted(sendlaw.RULES)
PACKAGE = Path(sendlaw.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("name", RULES)
def test_rule_names_its_source_and_its_limit(name):
    rule = sendlaw.RULES[name]

    assert re.search(r"Source: \S.{8,}", rule.explanation, re.S), "a rule's docstring ends with its provision"
    assert limits_of(rule)


@pytest.mark.parametrize("name", RULES)
def test_rule_of_certainty_c_says_what_to_check(name):
    rule = sendlaw.RULES[name]
    doubtful = [limit for limit in limits_of(rule) if limit.certainty == "C"]

    assert all(limit.check for limit in doubtful)
    assert bool(doubtful) == ("To check (certainty C)" in rule.explanation)


@pytest.mark.parametrize("name", RULES)
def test_rule_speaks_only_of_events_that_exist(name):
    rule = sendlaw.RULES[name]

    assert {*rule.starts, *rule.met_by, *rule.ended_by} - sendlaw.EVENTS.keys() == set()
    assert set(rule.only_with) - sendlaw.KEYS.keys() == set()


def test_every_event_starts_or_meets_or_ends_something():
    used = {one for rule in sendlaw.RULES.values() for one in (*rule.starts, *rule.met_by, *rule.ended_by)}
    implied = {"appeal.received", "mediation.adviser_contacted", "ehcna.plan_refused"}

    assert sendlaw.EVENTS.keys() - used - implied == set()


def test_events_come_after_events_that_exist():
    named = {earlier for event in sendlaw.EVENTS.values() for earlier in event.after}

    assert named - sendlaw.EVENTS.keys() == set()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_function_of_the_rules_has_a_docstring_or_is_private(source):
    tree = ast.parse(source.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    outermost = [node for body in (tree, *classes) for node in body.body]
    bare = [
        node.name
        for node in outermost
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not ast.get_docstring(node)
        and not node.name.startswith("_")
    ]

    assert ast.get_docstring(tree), "a module says what it is for"
    assert bare == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_reads_a_clock_the_network_or_the_environment(source):
    tree = ast.parse(source.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    imported = {
        (alias.name if isinstance(node, ast.Import) else node.module or "").split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }

    assert names & {"today", "now", "utcnow", "fromtimestamp", "getenv"} == set()
    assert (
        imported & {"time", "os", "socket", "urllib", "random", "locale", "django", "zoneinfo", "goldenthread"} == set()
    )


def test_rules_hold_no_numbers_of_their_own():
    """The numbers of the law stand in the parameter files. Month and day names, 0 and 1 are not such numbers."""
    allowed = {"phase_transfer.py": {0, 3, 7, 12}, "people.py": {3, 31, 8, 12}, "appeals.py": {8}}
    found = {}
    for source in sorted((PACKAGE / "rules").glob("*.py")):
        tree = ast.parse(source.read_text(encoding="utf-8"))
        numbers = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and type(n.value) is int}
        odd = numbers - {0, 1} - allowed.get(source.name, set())
        if odd:
            found[source.name] = odd

    assert found == {}


GOOD = {
    "value": 6,
    "unit": "weeks",
    "count": "W",
    "from": sendlaw.LAW_VERSION,
    "instrument": "SI 2014/1530",
    "provision": "reg 5(1)",
    "kind": "law",
    "certainty": "A",
}


@pytest.mark.parametrize("left_out", ["unit", "count", "from", "instrument", "provision", "kind", "certainty", "value"])
def test_a_number_without_its_date_unit_or_citation_is_refused(left_out):
    row = {key: value for key, value in GOOD.items() if key != left_out}

    with pytest.raises(BadParameter):
        read_limit("a.limit", row, INSTRUMENTS)


@pytest.mark.parametrize(
    "change",
    [
        {"certainty": "C"},
        {"certainty": "D"},
        {"count": "Q"},
        {"instrument": "SI 1/1"},
        {"provision": ""},
        {"kind": "x"},
    ],
)
def test_a_limit_that_says_too_little_is_refused(change):
    with pytest.raises(BadParameter):
        read_limit("a.limit", {**GOOD, **change}, INSTRUMENTS)


def test_two_versions_in_force_on_one_day_are_refused():
    with pytest.raises(BadParameter, match="two versions"):
        read_limits({"a.limit": [GOOD, {**GOOD, "from": sendlaw.LAW_VERSION.replace(year=2027)}]}, INSTRUMENTS)


def test_a_new_version_changes_only_questions_from_its_day_on(monkeypatch):
    from sendlaw import asking

    old = LIMITS["reassess.decision"][0]
    changed = read_limits(
        {
            "reassess.decision": [
                {**GOOD, "value": 15, "unit": "days", "count": "D", "from": old.since, "until": day("2027-03-31")},
                {**GOOD, "value": 20, "unit": "days", "count": "D", "from": day("2027-04-01")},
            ]
        },
        INSTRUMENTS,
    )
    monkeypatch.setitem(LIMITS, "reassess.decision", changed["reassess.decision"])

    answers = [
        asking.when("reassessment.request_received", on, "reassess.decision").due_on.isoformat()
        for on in ("2027-03-31", "2027-04-01")
    ]

    assert answers == ["2027-04-15", "2027-04-21"]


def day(text):
    from datetime import date

    return date.fromisoformat(text)


def test_relaxations_speak_of_rules_that_exist():
    named = {rule for one in RELAXATIONS for rule in one.rules}

    assert named - sendlaw.RULES.keys() == set()


def test_proposals_are_watched_and_never_applied():
    watched = sendlaw.law_watch()

    assert {one.status for one in watched} == {"in_force", "not_commenced", "proposal", "announced", "not_found"}
    assert all(one.action.startswith("Not applied") for one in watched if one.status != "in_force")


def syllables(word):
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))))


def grade(text):
    """Flesch-Kincaid grade: school year in the United States; reading age is about five more."""
    sentences = max(1, len(re.findall(r"[.!?]", text)))
    words = re.findall(r"[A-Za-z']+", text)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def plain_sentences():
    from sendlaw.outcomes import Deadline
    from sendlaw.phrasing import for_parent

    for rule in sendlaw.RULES.values():
        limit = limits_of(rule)[0]
        said = for_parent(rule, limit, Deadline(day("2027-05-03"), ()))
        yield rule.name, said.replace("Monday 3 May 2027", "that day")


def test_family_sentences_can_be_read_at_eleven():
    grades = {name: grade(said) for name, said in plain_sentences()}

    assert sum(grades.values()) / len(grades) < 6.5
    assert {name: round(found, 1) for name, found in grades.items() if found > 11} == {}


def test_public_names_are_documented():
    for name in sendlaw.__all__:
        thing = getattr(sendlaw, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            assert thing.__doc__, name
