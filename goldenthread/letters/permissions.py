"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

LETTER_SEND = right("letter.send", _("Send a letter to one person about one child"), shows_children=True)
MESSAGE_SEND = right("message.send", _("Write to the school about a child"), shows_children=True)
MESSAGE_ANSWER = right("message.answer", _("Answer a family's message"), shows_children=True)
COMMUNICATION_VIEW = right(
    "communication.view",
    _("See the log of calls, meetings and letters"),
    shows_children=True,
)
COMMUNICATION_RECORD = right(
    "communication.record",
    _("Write down a call, meeting or letter"),
    shows_children=True,
)
