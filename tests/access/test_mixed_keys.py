"""An address with two keys is about one child: the key of one child with the thing of another is "not found"."""

from __future__ import annotations

from uuid import UUID

import pytest

from goldenthread.children.models import ProfileRead
from goldenthread.people.models import AuthorityToAct
from tests.factories.world import World, inside, make_child, make_class, make_parent

from .about import About
from .asking import address_of, ask, browser
from .expected import FAMILY
from .policy import RIGHTS
from .routes import Route, every_route

pytestmark = pytest.mark.django_db(transaction=True)
# These answer a press by going back to a page, whatever was pressed; what they must not do is tested below.
GOES_BACK = {"end_reader", "cancel_invitation"}


def routes_with_two_keys() -> list[Route]:
    def keys(route: Route) -> int:
        return sum(type(converter).__name__ == "UUIDConverter" for converter in route.parts.values())

    return [route for route in every_route() if keys(route) > 1]


def _mixtures(route: Route, mine: dict[str, object], theirs: dict[str, object]):
    for name, value in theirs.items():
        if isinstance(value, UUID) and value != mine[name]:
            yield name, mine | {name: value}


def _opened(route: Route, role: str, client, one: About, other: About) -> list[str]:
    found = []
    for name, parts in _mixtures(route, one.parts(route), other.parts(route)):
        for method in ("GET", "POST"):
            status = ask(client, address_of(route, parts), method).status_code
            if status not in (404, 405):
                found.append(f"{method} {route.name} as {role} with another child's {name}: {status}")
    return found


@pytest.mark.parametrize("role", ["senco", "class_teacher", "parent"])
def test_keys_of_two_children_never_open_anything(role):
    """Even where the person reaches both children: the log would name the wrong one."""
    world = World()
    children = [make_child(world.school, "Kit Kestrel"), make_child(world.school, "Ola Osprey")]
    make_class(world.school, "4B", (world.staff("class_teacher"),), tuple(children))
    for child in children:
        make_parent(child, world.school, "Ada Bello", world.ada)
    reader = world.ada if role in FAMILY else None
    one, other = (About(child, reader).everything() for child in children)
    client = browser(world.ada if reader else world.staff(role), role)

    opened = [
        fault
        for route in routes_with_two_keys()
        if RIGHTS.get((route.rule, role)) and route.name not in GOES_BACK
        for fault in _opened(route, role, client, one, other)
    ]

    assert opened == []


def test_a_profile_read_through_another_childs_address_is_not_found_and_noted_for_nobody():
    world = World()
    one, other = (About(make_child(world.school, name)).everything() for name in ("Kit Kestrel", "Ola Osprey"))
    client = browser(world.staff("senco"), "senco")

    with inside(world.school):
        before = set(ProfileRead.objects.values_list("pk", flat=True))

    status = ask(client, f"/children/{one.child.pk}/profile/{other.profile.pk}/read/", "POST").status_code

    with inside(world.school):
        assert (status, set(ProfileRead.objects.values_list("pk", flat=True))) == (404, before)


def test_ending_a_reader_or_an_invitation_through_another_child_changes_nothing():
    world = World()
    one, other = (About(make_child(world.school, name)).everything() for name in ("Kit Kestrel", "Ola Osprey"))
    client = browser(world.staff("senco"), "senco")

    ask(client, f"/children/{one.child.pk}/invitations/{other.invitation.pk}/cancel/", "POST")
    ask(client, f"/children/{one.child.pk}/withheld/{one.parent.pk}/readers/{other.reader_of_address.pk}/end/", "POST")

    with inside(world.school):
        assert type(other.invitation).objects.get(pk=other.invitation.pk).cancelled_at is None
        assert type(other.reader_of_address).objects.get(pk=other.reader_of_address.pk).to_on is None
        assert AuthorityToAct.objects.filter(child=one.child).exists()
