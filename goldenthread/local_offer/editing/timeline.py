"""Days and months of this room: all are product choices (docs/decisions/0160 to 0164), none is law.

The only file of this room that asks sendlaw: for working days.
"""

from __future__ import annotations

from datetime import date, timedelta

from sendlaw.calendars import step_working_days

CLAIM_LINK_DAYS = 7  # long enough for a part-time office to read its mail, short for a link that lies in a mailbox
INVITATION_DAYS = 14  # for which the code of an invitation works, as for staff
INVITATIONS_A_DAY = 20  # by one person: the largest providers bring in their people in a week
INVITED_AGAIN_DAYS = 7  # until one provider may write to the same address again, whatever they answered
NEW_OWNER_DAYS = 7  # for which a new owner cannot end an older one: a week, so that those who are away hear of it
ARCHIVE_UNDO_DAYS = 30  # after that an archived entry is removed for good
CLAIM_FACTS_DAYS = 365  # who was let in and on whose word: a year, in which whoever runs the place finds a wrong one
REPORT_WORDS_DAYS = 365  # a year, so that the same mistake is known again when the entry is checked next
INVITATION_FACTS_DAYS = 30  # whom a provider asked: past its last day, and past the week of the same address
REPORT_WORKING_DAYS = 10  # by when somebody who told us of a mistake can expect it to be dealt with
REMINDER_MONTHS = 10  # the first reminder, two months before the entry counts as not checked; then every month
NOT_CHECKED_MONTHS = 12
ARCHIVE_PROPOSED_MONTHS = 18


def claim_link_ends(asked_on: date) -> date:
    """The last day on which the code in the mail works."""
    return asked_on + timedelta(days=CLAIM_LINK_DAYS)


def invitation_ends(invited_on: date) -> date:
    """The last day on which somebody who was invited can say yes."""
    return invited_on + timedelta(days=INVITATION_DAYS)


def may_be_invited_again_after(today: date) -> date:
    """Who was invited after this day is not yet invited again."""
    return today - timedelta(days=INVITED_AGAIN_DAYS)


def still_new_after(today: date) -> date:
    """Who became an owner after this day is still a new one."""
    return today - timedelta(days=NEW_OWNER_DAYS)


def report_due(received_on: date) -> date:
    """Ten working days after it came; the day it came is not counted."""
    return step_working_days(received_on, REPORT_WORKING_DAYS)


def kept_since(today: date, days: int) -> date:
    """What came to its end on this day or before is wiped today."""
    return today - timedelta(days=days)


def last_archived_day(today: date) -> date:
    """Entries archived on this day or before are removed today."""
    return today - timedelta(days=ARCHIVE_UNDO_DAYS)


def months_since(day: date, today: date) -> int:
    """Whole months gone by: one month after 31 January is 28 February."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months if today.day >= min(day.day, _last_day(today)) else months - 1


def months_before(today: date, months: int) -> date:
    """The latest day that lies so many whole months back."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(today.day, _last_day(first))) if today.day != _last_day(today) else _end_of(first)


def _end_of(first: date) -> date:
    return first.replace(day=_last_day(first))


def _last_day(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
