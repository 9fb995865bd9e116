"""A family whose parents live apart, a child of another family, and every address that a role could open."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.test import Client

from tests.access.about import About
from tests.access.asking import address_of
from tests.access.policy import RIGHTS
from tests.access.routes import Route, every_route
from tests.factories.letters import make_sendable
from tests.factories.world import World, make_account, make_child, make_parent, signed_in, viewer_of


class Family:
    """Amara, her mother Ada, her father Tunde, who lives elsewhere, and Lena, of another family."""

    def __init__(self, **contact: object) -> None:
        self.world = World()
        assert self.world.ada
        self.amara, self.school = self.world.amara, self.world.school
        self.ada = make_sendable(self.world, **contact)
        self.tunde = make_parent(
            self.amara, self.school, "Tunde Bello", make_account("Tunde Bello"), relationship="father"
        )
        self.lena = make_child(self.school, "Lena Costa")
        self.senco = viewer_of(self.world.staff("senco"))
        self.mother, self.father = viewer_of(self.world.ada), viewer_of(self.tunde.account)

    @property
    def staff(self) -> Client:
        return signed_in(self.world.staff("senco"))


def of_the_offer(route: Route) -> bool:
    """A page about a service or an event of the public directory, which knows no child."""
    return route.path.startswith(("/local-offer/", "/api/oruk/")) and bool(route.parts)


def pages_of(role: str, about: About) -> list[tuple[Route, str]]:
    """Every address that this role's rights could open."""
    routes = [one for one in every_route() if RIGHTS.get((one.rule, role)) or one.rule in ("public", "signed_in")]
    return [
        (one, address_of(one, parts_of(about, one)))
        for one in routes
        if one.name != "account_logout" and not of_the_offer(one)
    ]


def parts_of(about: About, route: Route) -> dict[str, Any]:
    """What stands in an address. In one of the public directory, which knows no child, whatever is not there."""
    try:
        return about.parts(route)
    except AttributeError:
        if route.rule != "public":
            raise
        kinds = {name: type(one).__name__ for name, one in route.parts.items()}
        return {name: uuid4() if kind == "UUIDConverter" else "nothing" for name, kind in kinds.items()}


def body_of(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content
