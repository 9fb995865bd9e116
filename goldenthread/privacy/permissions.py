"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

WITHHELD_ADDRESS_VIEW = right(
    "withheld_address.view",
    _("See a withheld address, if named for it, with a reason each time"),
    shows_children=True,
)
WITHHELD_ADDRESS_RECORD = right(
    "withheld_address.record",
    _("Withhold an address and name who may see it"),
    shows_children=True,
)
