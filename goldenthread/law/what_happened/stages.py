"""Every stage in the order of a case's life, and what is left out of the public page with its reason."""

from __future__ import annotations

from collections.abc import Mapping

from .before_a_plan import ASSESSMENT, PLAN, SUPPORT
from .disagreeing import COMPLAINTS, CUSTODY, MEDIATION, PUBLISHED, TRIBUNAL
from .shapes import Beginning, Stage
from .with_a_plan import GROWING_UP, MONEY, MOVING, NEXT_STAGE, REVIEWS

STAGES: tuple[Stage, ...] = (
    SUPPORT,
    ASSESSMENT,
    PLAN,
    REVIEWS,
    NEXT_STAGE,
    MOVING,
    MONEY,
    GROWING_UP,
    MEDIATION,
    TRIBUNAL,
    COMPLAINTS,
    CUSTODY,
    PUBLISHED,
)

BEGINNINGS: Mapping[str, Beginning] = {one.event: one for stage in STAGES for one in stage.beginnings}

# Events that start a clock but that no family meets as something that happened to it.
LEFT_OUT: Mapping[str, str] = {
    "senco.appointed": "a date in the working life of a member of staff",
    "term.starts": "a list that the council sends to schools before each term",
    "amendment.notice_served": "asked for with the letter of changes, as the day it came",
}
