"""Keys asked for with one array."""

from __future__ import annotations

from uuid import uuid4

import pytest

from goldenthread.children.models import ClassMembership
from tests.factories.world import World, make_child, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_among_finds_the_rows_whose_key_is_one_of_them_and_none_for_no_keys():
    world = World()
    amara, lena = world.amara, make_child(world.school, "Lena Costa")
    assert world.class_4b

    with seen_by(viewer_of(world.staff("senco"))):
        places = ClassMembership.objects.values_list("child_id", flat=True)
        found = [list(places.filter(child__among=keys)) for keys in ([amara.pk, lena.pk], [lena.pk], [], {uuid4()})]
        by_column = list(places.filter(child_id__among={amara.pk}))

    assert (found, by_column) == ([[amara.pk], [], [], []], [amara.pk])


def test_among_sends_one_parameter_however_many_keys():
    _sql, few = ClassMembership.objects.filter(child_id__among=[uuid4()]).query.sql_with_params()
    _sql, many = ClassMembership.objects.filter(child_id__among=[uuid4() for _ in range(50)]).query.sql_with_params()

    assert (len(few), len(many)) == (1, 1)
