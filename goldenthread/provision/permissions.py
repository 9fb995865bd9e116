"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

TODAY_VIEW = right(
    "today.view",
    _("See today's sessions for the children one works with"),
    shows_children=True,
)
DELIVERY_RECORD = right("delivery.record", _("Record what was delivered to each child"), shows_children=True)
GROUP_MANAGE = right("group.manage", _("Start an intervention for a group of children"), shows_children=True)
