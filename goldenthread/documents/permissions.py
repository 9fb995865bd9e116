"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

DOCUMENT_VIEW = right("document.view", _("Open documents of a child"), shows_children=True)
DOCUMENT_ADD = right("document.add", _("Add a document to a child's record"), shows_children=True)
