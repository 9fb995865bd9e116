"""School weeks: a week in which the setting has no school day, such as half term, does not count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from goldenthread.organisations.models import Closure, Organisation, Term


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def first_monday(starts_on: date) -> date:
    """The Monday of the first week; a start at the weekend means the week that follows."""
    return monday_of(starts_on + timedelta(days=2 if starts_on.weekday() > 4 else 0))


@dataclass(frozen=True)
class SchoolWeeks:
    """The terms and closures of one setting. Without any terms known, every week counts."""

    terms: tuple[tuple[date, date], ...]
    closures: tuple[tuple[date, date], ...]

    def is_school_day(self, day: date) -> bool:
        if day.weekday() > 4 or any(first <= day <= last for first, last in self.closures):
            return False
        return not self.terms or any(first <= day <= last for first, last in self.terms)

    def is_school_week(self, monday: date) -> bool:
        return any(self.is_school_day(monday + timedelta(days=number)) for number in range(5))

    def week_number(self, starts_on: date, on: date) -> int:
        """Which school week `on` lies in, counting the week of starts_on as the first; 0 before it."""
        if on < starts_on:
            return 0
        monday, last, number = first_monday(starts_on), monday_of(on), 0
        while monday <= last:
            number += self.is_school_week(monday)
            monday += timedelta(days=7)
        return max(number, 1)

    def last_day(self, starts_on: date, weeks: int) -> date:
        """The Friday of the last of so many school weeks. Gives up counting holidays after two years."""
        monday, left = first_monday(starts_on), weeks
        for _week in range(104 + weeks):
            left -= self.is_school_week(monday)
            if left <= 0:
                break
            monday += timedelta(days=7)
        return monday + timedelta(days=4)


def school_weeks_of(setting: UUID) -> SchoolWeeks:
    """Of the setting's own terms, or of its authority's where it keeps none, less the closures of both."""
    own = Term.objects.filter(organisation_id=setting).values_list("starts_on", "ends_on")
    terms = list(own) or list(
        Term.objects.filter(
            organisation_id__in=Organisation.objects.filter(pk=setting).values("authority_id")
        ).values_list("starts_on", "ends_on")
    )
    area = Organisation.objects.filter(pk=setting).values("authority_id")
    closed = Closure.objects.filter(Q(organisation_id=setting) | Q(organisation_id__in=area))
    closures = closed.values_list("from_on", "to_on")
    return SchoolWeeks(tuple(terms), tuple(closures))
