"""Questions put into SQL once: what is kept answers for every viewer of the role, and holds nobody's own facts."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import replace
from datetime import timedelta
from typing import get_type_hints
from uuid import uuid4

import pytest
from django.core.exceptions import EmptyResultSet

import goldenthread
from goldenthread.access.prepared import Prepared, prepared
from goldenthread.access.roles import ROLES
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child, Enrolment
from goldenthread.children.permissions import CHILD_VIEW, REGISTER_VIEW
from tests.factories.world import TODAY, World, give_role, make_account, make_child, seen_by, viewer_of


def all_prepared() -> dict[str, Prepared]:
    found = {}
    for module in pkgutil.walk_packages(goldenthread.__path__, "goldenthread."):
        if "migrations" not in module.name and "settings" not in module.name and not module.name.endswith("wsgi"):
            loaded = importlib.import_module(module.name)
            found |= {f"{module.name}.{name}": one for name, one in vars(loaded).items() if isinstance(one, Prepared)}
    return found


PREPARED = all_prepared()
STAFF = [role for role in ROLES.values() if role.staff]


def somebody(role) -> Viewer:
    return Viewer(uuid4(), "Ines Mora", role, uuid4(), TODAY, organisation=uuid4(), reference="a1")


def facts_for(build, *, everyone: bool = False) -> list[object]:
    """Facts of the kinds that the question's own annotations name. everyone: no keys where none are needed."""
    made = []
    for name, parameter in list(inspect.signature(build).parameters.items())[1:]:
        kind = str(get_type_hints(build)[name])
        if "Collection" in kind:
            made.append(None if everyone and "None" in kind else [uuid4(), uuid4()])
        elif "Right" in kind:
            made.append(REGISTER_VIEW)
        elif "date" in kind:
            made.append(TODAY + timedelta(days=len(made)))
        else:
            raise AssertionError(f"Say here what a fact {parameter} looks like.")
    return made


def test_the_walk_finds_the_questions_of_the_register():
    assert {name.rpartition(".")[2] for name in PREPARED} >= {"_on_register", "_open_cycles", "_every", "_own_terms"}


@pytest.mark.parametrize("everyone", [False, True])
@pytest.mark.parametrize("name", sorted(PREPARED))
def test_every_prepared_question_is_the_one_django_would_ask_for_every_staff_role(name, everyone):
    question = PREPARED[name]

    for role in STAFF:
        question.sql(somebody(role), *facts_for(question.build, everyone=everyone))  # kept now, for somebody else
        asker, facts = somebody(role), facts_for(question.build, everyone=everyone)
        try:
            sql, parameters = question.build(asker, *facts).query.sql_with_params()
        except EmptyResultSet:
            sql, parameters = "", ()

        assert question.sql(asker, *facts) == (sql, list(parameters)), role.key


def test_a_question_that_counts_with_a_day_is_refused():
    question = prepared(lambda viewer: Enrolment.objects.filter(from_on__lte=viewer.today - timedelta(days=7)))

    with pytest.raises(ValueError, match="different questions"):
        question.sql(somebody(ROLES["senco"]))


def test_a_question_that_compares_days_is_refused():
    question = prepared(lambda viewer, on: Enrolment.objects.filter(from_on__lte=min(on, viewer.today)))

    with pytest.raises(ValueError, match="different questions"):
        question.sql(somebody(ROLES["senco"]), TODAY)


def test_a_question_that_would_keep_somebodys_name_or_key_is_refused():
    named = prepared(lambda viewer: Child.objects.filter(family_name=viewer.name))
    half = prepared(lambda viewer: Child.objects.filter(family_name=str(viewer.person)))

    for question in (named, half):
        with pytest.raises(ValueError, match="different questions"):
            question.sql(somebody(ROLES["senco"]))


def test_a_role_without_the_right_asks_nothing_even_after_one_with_it():
    question = prepared(lambda viewer: reachable(viewer, Child.objects.all(), REGISTER_VIEW).values_list("pk"))
    allowed, kept_out = somebody(ROLES["senco"]), somebody(ROLES["class_teacher"])

    asked = [bool(question.sql(viewer)[0]) for viewer in (allowed, kept_out, allowed)]

    assert asked == [True, False, True]


def test_a_role_that_loses_a_right_loses_the_question_with_it():
    question = prepared(lambda viewer: reachable(viewer, Child.objects.all(), REGISTER_VIEW).values_list("pk"))
    senco = somebody(ROLES["senco"])
    question.sql(senco)

    without = replace(senco, role=replace(senco.role, rights=senco.role.rights - {REGISTER_VIEW.name}))

    assert question.sql(without) == ("", [])


@pytest.mark.django_db(transaction=True)
def test_each_viewer_finds_the_children_of_their_own_school_alone_and_a_family_its_own():
    world = World()
    make_child(world.other_school, "Ravi Rao")
    elsewhere = make_account("Zofia Nowak")
    give_role(elsewhere, "senco", world.other_school)
    mother, senco = world.ada, world.staff("senco")  # Amara, at Hollow Oak
    question = prepared(lambda viewer: reachable(viewer, Child.objects.all(), CHILD_VIEW).values_list("given_name"))

    found = []
    for account in (senco, elsewhere, mother, senco):
        with seen_by(viewer_of(account)) as viewer:
            found.append(question(viewer))

    assert found == [[("Amara",)], [("Ravi",)], [("Amara",)], [("Amara",)]]
