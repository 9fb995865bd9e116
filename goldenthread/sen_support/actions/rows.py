"""What every row written here has in common."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from goldenthread.access.viewer import Viewer
from goldenthread.database.models import ChildRow

from ..queries.children import setting_of


def beside(thing: ChildRow) -> dict[str, Any]:
    """The area, holder and child of a row that belongs to this one."""
    return {"authority_id": thing.authority_id, "holder_id": thing.holder_id, "child_id": thing.child_id}


def new_about(by: Viewer, child: UUID) -> dict[str, Any]:
    """The area, holder and child of a first row: held by the viewer's setting, for a family by the child's."""
    return {"authority_id": by.authority, "holder": setting_of(by, child), "child_id": child}
