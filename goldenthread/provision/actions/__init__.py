"""What changes provision. Each action: allow, lock, write, audit; one transaction."""

from .checks import check_in_place
from .delivery import Entry, GroupRecord, SomebodyWasFirst, already_said, mend_delivery, record_delivery, record_group
from .doses import carry_dose, change_dose, promise_doses, stop_dose, write_dose
from .groups import add_to_group, remove_from_group, start_group, stop_group
from .session import Line, write_session
from .timetable import end_session, plan_session, plan_week

__all__ = [
    "Entry",
    "GroupRecord",
    "Line",
    "SomebodyWasFirst",
    "add_to_group",
    "already_said",
    "carry_dose",
    "change_dose",
    "check_in_place",
    "end_session",
    "mend_delivery",
    "plan_session",
    "plan_week",
    "promise_doses",
    "record_delivery",
    "record_group",
    "remove_from_group",
    "start_group",
    "stop_dose",
    "stop_group",
    "write_dose",
    "write_session",
]
