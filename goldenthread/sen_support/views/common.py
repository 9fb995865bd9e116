"""What the pages of this room share: the child they are about, and the note that they were shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from goldenthread.access.permissions import NotFound, Right
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.children.record_parts import tabs_for
from goldenthread.organisations.models import Organisation
from goldenthread.request import Request

from ..queries.children import child_for, is_family, is_own, setting_of

FAMILY_LAYOUT = "layouts/family.html"


def about(request: Request, key: UUID, right: Right, what: str) -> Child:
    """The child a page is about, noted in the view log under the page's name. Raises NotFound outside the reach."""
    child = child_for(request.viewer, key, right)
    viewed(request, what, [child.pk])
    return child


def family_about(request: Request, key: UUID, right: Right, what: str) -> Child:
    """The same for a page that speaks to a family: to staff it does not exist, they have pages of their own."""
    if not is_family(request.viewer):
        raise NotFound("family")
    return about(request, key, right, what)


def staff_only(request: Request) -> None:
    """For a page that speaks to staff: families have pages of their own, and to them this one does not exist."""
    if is_family(request.viewer):
        raise NotFound("staff")


def for_family(request: Request, child: Child) -> dict[str, Any]:
    """What every family page needs: the child, whether it is their own record, and the school to ring instead."""
    school: Organisation = setting_of(request.viewer, child.pk)
    own = is_own(request.viewer)
    return {"child": child, "own": own, "school": school, "by_phone": school, "home": "my_plan" if own else "my_child"}


def for_staff(request: Request, child: Child, current: str) -> dict[str, Any]:
    """What every staff page about one child needs: the child and the row of pages about them."""
    return {"child": child, "tabs": tabs_for(request.viewer, child.pk, current)}
