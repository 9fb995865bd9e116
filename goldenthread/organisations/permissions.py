"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

ORGANISATION_VIEW = right("organisation.view", _("See the settings and bodies of the area"))
ORGANISATIONS_MANAGE = right("organisations.manage", _("Add and change organisations"))
AREA_VIEW = right("area.view", _("See the area's settings and who to ask there"))
TERM_DATES_MANAGE = right("term_dates.manage", _("Keep term dates and closures"))
