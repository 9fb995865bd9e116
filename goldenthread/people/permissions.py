"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

CONTACTS_VIEW = right(
    "contacts.view",
    _("See the contacts of a child's parents and carers"),
    shows_children=True,
)
CONTACTS_CHANGE = right(
    "contacts.change",
    _("Change the contacts of a child's parents and carers"),
    shows_children=True,
)
CONTACTS_OWN = right("contacts.own", _("See and change one's own contact details and needs"))
AUTHORITY_TO_ACT_RECORD = right(
    "authority_to_act.record",
    _("Record who may act for a child, and on what evidence"),
    shows_children=True,
)
INVITATION_ISSUE = right(
    "invitation.issue",
    _("Invite a parent or young person to open an account"),
    shows_children=True,
)
PARENT_ACCESS_DECIDE = right(
    "parent_access.decide",
    _("Record what was decided about a parent's access once the rights are the young person's"),
    shows_children=True,
)
ASSIGNMENTS_VIEW = right("assignments.view", _("See who works here in which role"))
ASSIGNMENTS_MANAGE = right("assignments.manage", _("Give and end roles"))
