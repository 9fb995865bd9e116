"""What is owed by when: the only file of this room that asks sendlaw."""

from __future__ import annotations

from datetime import date

import sendlaw
from sendlaw import Outcome


def comments_publish_by(last_published_on: date, today: date) -> Outcome:
    """Law: comments and the authority's response are published again within twelve months (SI 2014/1530 reg 56).

    last_published_on: the day of the last publication; for the first round, the day on which comments were first asked for.
    """
    return sendlaw.when(
        "local_offer.comments_published", last_published_on, "local_offer.comments_publish_by", today=today
    )
