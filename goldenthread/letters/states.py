"""A letter's moves. Whatever is wrong when it should leave, it does not leave."""

from django.utils.translation import gettext_lazy as _

from goldenthread.process.moves import Move, Table

from .models import State
from .permissions import LETTER_SEND

_SENDER = _("The sender")
_OPEN = (State.DRAFT, State.PREVIEWED, State.CALLED_BACK, State.STOPPED)

LETTER = Table(
    process="letter",
    states={
        State.DRAFT: (State.DRAFT.label, _SENDER),
        State.PREVIEWED: (State.PREVIEWED.label, _SENDER),
        State.HELD: (State.HELD.label, _("The clock")),
        State.SENT: (State.SENT.label, _("The recipient")),
        State.CALLED_BACK: (State.CALLED_BACK.label, _SENDER),
        State.STOPPED: (State.STOPPED.label, _SENDER),
        State.ABANDONED: (State.ABANDONED.label, _("Nobody")),
    },
    moves=(
        Move("write", ("",), State.DRAFT, LETTER_SEND, "letter.written"),
        Move("change", _OPEN, State.DRAFT, LETTER_SEND, "letter.changed"),
        Move("preview", _OPEN, State.PREVIEWED, LETTER_SEND, "letter.previewed"),
        Move("hold", (State.PREVIEWED,), State.HELD, LETTER_SEND, "letter.held"),
        Move("call_back", (State.HELD,), State.CALLED_BACK, LETTER_SEND, "letter.called_back"),
        Move("stop", (State.HELD,), State.STOPPED, LETTER_SEND, "letter.stopped"),
        Move("release", (State.HELD,), State.SENT, LETTER_SEND, "letter.sent", "the letter itself"),
        Move("abandon", _OPEN, State.ABANDONED, LETTER_SEND, "letter.abandoned"),
    ),
)
