"""Every role × right × relationship gives the answer of the written policy (bar A2)."""

from __future__ import annotations

import pytest

from goldenthread.access.permissions import RIGHTS as DECLARED
from goldenthread.access.roles import ROLES
from goldenthread.access.scopes import reachable
from goldenthread.children.models import Child
from tests.factories.world import seen_by, viewer_of

from .policy import RELATIONSHIPS, RIGHTS, names
from .relations import Related


def test_every_role_holds_the_rights_that_the_policy_gives_it_and_no_other():
    written = {(right, role) for (right, role), yes in RIGHTS.items() if yes}
    held = {(right, role.key) for role in ROLES.values() for right in role.rights}

    assert held - written == set(), "held, but the policy does not give it"
    assert written - held == set(), "given by the policy, but not held"


def test_the_policy_speaks_of_every_right_and_every_role():
    assert set(names(RIGHTS)) == set(DECLARED)
    assert {role for _name, role in RIGHTS} == {role for _name, role in RELATIONSHIPS} == set(ROLES)


def _answers(related: Related, child: Child) -> dict[tuple[str, str], bool]:
    """(right, role) → whether this role reaches this child under this right, through `access`."""
    answers = {}
    for role in ROLES:
        with seen_by(viewer_of(related.person(role), role)) as viewer:
            for right in DECLARED.values():
                if right.shows_children:
                    answers[right.name, role] = reachable(viewer, Child.objects.filter(pk=child.pk), right).exists()
    return answers


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("relationship", names(RELATIONSHIPS))
def test_each_role_reaches_a_child_as_the_policy_says(relationship):
    related = Related()
    child = related.build(relationship)

    answers = _answers(related, child)

    expected = {(right, role): RIGHTS[right, role] and RELATIONSHIPS[relationship, role] for right, role in answers}
    assert answers == expected
