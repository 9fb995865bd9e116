"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

REGISTER_VIEW = right("register.view", _("See the SEN register of the setting"), shows_children=True)
REGISTER_EXPORT = right("register.export", _("Download the SEN register"), shows_children=True)
CHILD_SEARCH = right("child.search", _("Find a child of the setting by name"), shows_children=True)
CHILD_VIEW = right("child.view", _("See a child's record"), shows_children=True)
PUPIL_VIEW = right(
    "pupil.view",
    _("See pupils on roll: names, enrolments and classes, no needs"),
    shows_children=True,
)
PUPIL_CHANGE = right(
    "pupil.change",
    _("Keep the numbers that identify a pupil right"),
    shows_children=True,
)
STATUS_CHANGE = right("status.change", _("Change a child's SEN status and needs"), shows_children=True)
PROFILE_VIEW = right("profile.view", _("See a child's one-page profile"), shows_children=True)
PROFILE_WRITE = right("profile.write", _("Write a child's one-page profile"), shows_children=True)
PROFILE_ACKNOWLEDGE = right("profile.acknowledge", _("Say that one has read a profile"), shows_children=True)
STRATEGIES_VIEW = right(
    "strategies.view",
    _("See the sheet of needs and strategies for a class"),
    shows_children=True,
)
NUMBERS_VIEW = right("numbers.view", _("See numbers for the setting, small ones hidden"))
ACCESS_LOG_VIEW = right("access_log.view", _("See who has looked at a child's record"), shows_children=True)
