"""What a family can say happened, in plain words, grouped by the life of a case."""

from .shapes import Beginning, OtherDay, Stage
from .stages import BEGINNINGS, LEFT_OUT, STAGES

__all__ = ["BEGINNINGS", "LEFT_OUT", "STAGES", "Beginning", "OtherDay", "Stage"]
