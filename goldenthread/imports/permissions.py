"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

IMPORT_RUN = right("import.run", _("Bring in pupils, contacts, staff and classes from files"))
