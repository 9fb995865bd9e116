"""Facts of SEN Support: a worry, what everybody says, what is measured, the plan, the review."""

from .concern import Concern, ConcernVoice, Decision, StrategyTried
from .cycle import Cycle, CycleOutcome
from .measures import Measure, Reading
from .meetings import AnnualReport, Channel, ParentMeeting, ParentsTold
from .plan import Agreement, Answer, Purpose, Target, TargetDose
from .review import Attendance, DoseChoice, DoseEffect, Review, TargetOutcome, TargetResult
from .supervised import SupervisedSession
from .voice import Audience, Change, Contribution, How, Question, Voice

__all__ = [
    "Agreement", "AnnualReport", "Answer", "Attendance", "Audience", "Change", "Channel", "Concern", "ConcernVoice",
    "Contribution", "Cycle", "CycleOutcome", "Decision", "DoseChoice", "DoseEffect", "How", "Measure",
    "ParentMeeting", "ParentsTold", "Purpose", "Question", "Reading", "Review", "StrategyTried", "SupervisedSession",
    "Target", "TargetDose", "TargetOutcome", "TargetResult", "Voice",
]  # fmt: skip
