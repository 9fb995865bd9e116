"""Shape and wording of what people fill in here."""

from .checks import CheckForm
from .doses import DoseForm, StopForm
from .entries import EntryForm, ExtraForm, LineForm
from .groups import AddChildForm, GroupForm, LeaveForm
from .timetable import EndSessionForm, SlotForm

__all__ = [
    "AddChildForm",
    "CheckForm",
    "DoseForm",
    "EndSessionForm",
    "EntryForm",
    "ExtraForm",
    "GroupForm",
    "LeaveForm",
    "LineForm",
    "SlotForm",
    "StopForm",
]
