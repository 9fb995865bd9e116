"""What people forget in an action is caught: who does it, one transaction, whether they may, and the entry in the log."""

from __future__ import annotations

import pytest

from .reading_code import Function, every_function, reaches, sources

ASKS = frozenset(
    f"goldenthread.access.{name}" for name in ("permissions.require", "scopes.reach_one", "scopes.reachable")
)
NOTES = frozenset(f"goldenthread.audit.log.{name}" for name in ("record", "viewed"))
WRITES = {"create", "save", "delete", "update", "bulk_create", "get_or_create", "update_or_create", "bulk_update"}
# Nobody is signed in yet, so there is no viewer: the code and the date of birth are asked instead, and each writes its
# own entry (tests/people/test_invitations.py).
WITHOUT_A_VIEWER = {f"goldenthread.people.actions.redeeming.{name}" for name in (
    "prove", "open_account", "give_way_back", "use_invitation", "recovery_codes_for",
)}  # fmt: skip
# Steps of other actions, inside their transaction: no view calls them.
STEPS = {
    "goldenthread.people.actions.platform.end_at",
    "goldenthread.provision.actions.doses.stopped",
    "goldenthread.sen_support.actions.cycles.plan_review",
    "goldenthread.sen_support.actions.plans.link_dose",
    "goldenthread.sen_support.actions.status.begin_sen_support",
    "goldenthread.sen_support.actions.status.put_on_sen_support",
    "goldenthread.sen_support.actions.status.take_off_sen_support",
}
# The actions and rows they write beside each, whose entry is written by the step around them.
NOTED_AROUND = {
    "goldenthread.sen_support.actions.plans.link_dose",
    "goldenthread.sen_support.actions.cycles.plan_review",
}
# The child itself, on a device that is signed out, within a sitting whose key a member of staff was given; the sitting
# asked for the right when it began, and views/supervised.py asks for the role again each time.
ASKED_BEFORE = {f"goldenthread.sen_support.actions.supervised.{name}" for name in ("keep_view", "end_session")}
ASKED_AROUND = {
    "goldenthread.people.actions.platform.end_at",
    "goldenthread.people.actions.platform.welcome",
    "goldenthread.provision.actions.doses.stopped",
    "goldenthread.sen_support.actions.plans.link_dose",
}


def is_actions(module: str) -> bool:
    return ".actions." in f"{module}." and "imports.management" not in module


def actions(functions: dict[str, Function]) -> list[Function]:
    public = {one.full_name: one for one in functions.values() if is_actions(one.module) and one.name[0] != "_"}
    return [one for one in public.values() if "by" in (*one.keyword_only, *one.positional) or one.methods & WRITES]


def changes(action: Function, functions: dict[str, Function]) -> bool:
    """Whether it writes anything, itself or through functions of its own module or other actions."""
    seen, waiting = {action.full_name}, [action]
    while waiting:
        one = waiting.pop()
        if one.methods & WRITES:
            return True
        new = {name for name in one.calls if name in functions and is_actions(functions[name].module)} - seen
        seen |= new
        waiting += [functions[name] for name in new]
    return False


def faults_of(action: Function, functions: dict[str, Function]) -> list[str]:
    name = action.full_name
    if name in WITHOUT_A_VIEWER or not changes(action, functions):
        return []
    found = []
    if action.keyword_only.get("by") != "Viewer" and name not in STEPS:
        found.append("does not say who, as a keyword: `by: Viewer`")
    if action.positional and name not in STEPS:
        found.append(f"takes {', '.join(action.positional)} by place")
    if "transaction.atomic" not in action.decorators and name not in STEPS:
        found.append("opens no transaction")
    if not reaches(action, functions, ASKS) and name not in ASKED_BEFORE | ASKED_AROUND:
        found.append("asks for no right")
    if not reaches(action, functions, NOTES) and name not in NOTED_AROUND:
        found.append("leaves no entry in the log")
    return [f"{name} {fault}" for fault in found]


def faults(texts: dict[str, str], within: str = "goldenthread") -> list[str]:
    """Of the actions of these modules, or of those within one."""
    functions = every_function(texts)
    asked = [one for one in actions(functions) if one.module.startswith(within)]
    return [fault for action in asked for fault in faults_of(action, functions)]


def test_every_action_says_who_in_one_transaction_asks_for_the_right_and_leaves_an_entry():
    assert faults(sources()) == []


def test_the_walk_finds_the_actions_of_every_room():
    functions = every_function(sources())

    rooms = {one.module.split(".")[1] for one in actions(functions) if changes(one, functions)}

    assert rooms >= {
        "children", "documents", "imports", "letters", "organisations", "people", "privacy", "provision", "sen_support",
    }  # fmt: skip
    assert len([one for one in actions(functions) if changes(one, functions)]) > 70


def test_no_exception_speaks_of_what_is_gone():
    exceptions = WITHOUT_A_VIEWER | STEPS | NOTED_AROUND | ASKED_BEFORE | ASKED_AROUND

    assert exceptions - set(every_function(sources())) == set()


def test_no_view_takes_a_step_out_of_its_action():
    functions = every_function(sources())

    taken = {
        (one.full_name, step) for one in functions.values() for step in one.calls & STEPS if not is_actions(one.module)
    }

    assert taken == set()


HEAD = "from django.db import transaction\nfrom goldenthread.access.permissions import require\nfrom goldenthread.access.viewer import Viewer\nfrom goldenthread.audit.log import record\nfrom goldenthread.children.models import Child\n"
WHOLE = """
@transaction.atomic
def rename_child(*, by: Viewer, child: Child) -> None:
    require(by, CHILD_VIEW)
    child.save()
    record(by, "child.renamed", child)
"""
PLANTED = {
    "leaves no entry in the log": WHOLE.replace('    record(by, "child.renamed", child)\n', ""),
    "asks for no right": WHOLE.replace("    require(by, CHILD_VIEW)\n", ""),
    "opens no transaction": WHOLE.replace("@transaction.atomic\n", ""),
    "does not say who, as a keyword: `by: Viewer`": WHOLE.replace("by: Viewer, ", "").replace("by, ", "None, "),
    "takes by, child by place": WHOLE.replace("*, by", "by"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_action_that_forgets_something_is_caught(fault):
    planted = {"goldenthread.planted.actions": HEAD + PLANTED[fault]}

    assert f"goldenthread.planted.actions.rename_child {fault}" in faults(sources() | planted, "goldenthread.planted")


def test_a_planted_action_that_forgets_nothing_is_let_through():
    planted = {"goldenthread.planted.actions": HEAD + WHOLE}

    assert faults(sources() | planted, "goldenthread.planted") == []
