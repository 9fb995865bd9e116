"""The few facts that matter for a date, as a family is asked for them."""

from .listed import QUESTIONS
from .shapes import NONE, UNKNOWN, Choice, Kind, Question

__all__ = ["NONE", "QUESTIONS", "UNKNOWN", "Choice", "Kind", "Question"]
