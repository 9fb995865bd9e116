"""Writes of this room: SEN status, needs, the one-page profile, and the numbers that identify a child."""

from .identifiers import add_identifier, end_identifier
from .needs import end_need, write_need
from .profiles import acknowledge_profile, write_profile
from .status import set_status

__all__ = [
    "acknowledge_profile",
    "add_identifier",
    "end_identifier",
    "end_need",
    "set_status",
    "write_need",
    "write_profile",
]
