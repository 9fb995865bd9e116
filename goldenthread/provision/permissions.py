"""The rights of this room. Which role holds them: access/roles.py."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import RIGHTS, Right, right
from goldenthread.access.viewer import Viewer
from goldenthread.children.permissions import CHILD_VIEW

TODAY_VIEW = right(
    "today.view",
    _("See today's sessions for the children one works with"),
    shows_children=True,
)
DELIVERY_RECORD = right("delivery.record", _("Record what was delivered to each child"), shows_children=True)
GROUP_MANAGE = right("group.manage", _("Start an intervention for a group of children"), shows_children=True)


def dose_reading(viewer: Viewer) -> Right:
    """The right under which this viewer reads doses: a cover teacher has no record to see, only the day's sessions."""
    return CHILD_VIEW if viewer.has(CHILD_VIEW.name) else TODAY_VIEW


def dose_writing() -> Right:
    """Whoever writes plans writes doses. The right is registered by the later room of plans, so it is asked for."""
    return RIGHTS["plan.write"]
