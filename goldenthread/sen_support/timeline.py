"""What is owed by when: the only file of this room that asks sendlaw.

Each answer carries its own words, whether it is law or guidance, and the citation. What is guidance is never shown
as a breach of law.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import sendlaw
from sendlaw import Outcome


def parents_told(decided_on: date, told_on: date | None, today: date) -> Outcome:
    """Law: the parents must be told that special educational provision is made, and why (s.68)."""
    return sendlaw.when(
        "sen_support.provision_decided", decided_on, "sen_support.tell_parents", today=today, done_on=told_on
    )


def review(agreed_on: date, held_on: date | None, today: date) -> Outcome:
    """Guidance: the review is held by the date agreed in the plan; the law sets no interval."""
    return sendlaw.when("sen_support.review_agreed_for", agreed_on, "sen_support.review", today=today, done_on=held_on)


def parent_meetings(started_on: date, held: Sequence[date], today: date) -> Outcome:
    """Guidance: three meetings with the parents in any twelve months (Code of Practice 6.65)."""
    dates = sorted({day.isoformat() for day in held if started_on <= day <= today})
    return sendlaw.when(
        "sen_support.started", started_on, "sen_support.parent_meetings", today=today, facts={"meetings_held": dates}
    )


def annual_report(last_sent_on: date, today: date) -> Outcome:
    """Law: the parents get a written report on progress every year."""
    return sendlaw.when("pupil_report.sent", last_sent_on, "sen_support.annual_report", today=today)


def first_annual_report(started_on: date, today: date) -> Outcome:
    """Law: the first of those reports, where none was sent since support began: a year may not pass without one.

    Counted like the others, from the day support began (docs/decisions/0116-yearly-is-twelve-months.md).
    """
    return annual_report(started_on, today)


def rights_pass_on(born_on: date) -> date:
    """The day on which the SEND rights become the young person's own."""
    answer = sendlaw.when("person.born", born_on, "person.becomes_young_person", today=born_on)
    assert answer.due_on is not None, "a date of birth always gives the day"
    return answer.due_on
