"""On which days a setting is open to pupils: the only file of this room that asks sendlaw (for bank holidays in England).

Terms and closures are dated facts kept by the setting or its authority. A setting that keeps term dates of its own
for a school year uses only those in it; closures of both count. Decision record: docs/decisions/0022-school-days.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from goldenthread.access.prepared import prepared
from goldenthread.access.viewer import Viewer
from sendlaw.calendars import bank_holidays_between

from .models import Closure, Organisation, Term

DAY = timedelta(days=1)
Span = tuple[date, date]
Closed = tuple[date, date, str]
ByKeeper = dict[UUID, list[tuple[Any, ...]]]


def monday_of(day: date) -> date:
    return day - DAY * day.weekday()


def school_year_of(day: date) -> int:
    """The school year a day is in, by the year it starts: 1 September to 31 August."""
    return day.year if day.month >= 9 else day.year - 1


def school_year_span(year: int) -> Span:
    return date(year, 9, 1), date(year + 1, 8, 31)


def _season(starts_on: date) -> str:
    """Autumn, spring or summer, by the month in which a stretch of school days starts: half terms make one term."""
    if starts_on.month >= 9:
        return "autumn"
    return "spring" if starts_on.month <= 3 else "summer"


def _days(span: Span) -> Iterable[date]:
    first, last = span
    return (first + DAY * number for number in range((last - first).days + 1))


@dataclass(frozen=True)
class SchoolCalendar:
    """The school days of one setting in whole school years. terms and closures: both ends included."""

    terms: tuple[Span, ...]
    closures: tuple[Closed, ...]
    first: date
    last: date
    bank_holidays: dict[date, str] = field(default_factory=dict)

    @cached_property
    def _seasons(self) -> dict[date, tuple[int, str]]:
        closed = {day for first, last, _reason in self.closures for day in _days((first, last))}
        return {
            day: (school_year_of(term[0]), _season(term[0]))
            for term in self.terms
            for day in _days(term)
            if day.weekday() < 5 and day not in closed and day not in self.bank_holidays
        }

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every school day known, in order."""
        return tuple(sorted(self._seasons))

    def is_school_day(self, day: date) -> bool:
        return day in self._seasons

    def between(self, first: date, last: date) -> tuple[date, ...]:
        """School days from first to last, both included, in order."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def school_day_near(self, day: date) -> date:
        """The day itself if it is a school day, else the last one before it, else the first one after."""
        place = bisect_right(self.days, day)
        return self.days[max(place - 1, 0)] if self.days else day

    def day_before(self, day: date) -> date | None:
        """The last school day before this one, if any is known."""
        place = bisect_left(self.days, day)
        return self.days[place - 1] if place else None

    def day_after(self, day: date) -> date | None:
        """The first school day after this one, if any is known."""
        place = bisect_right(self.days, day)
        return self.days[place] if place < len(self.days) else None

    def after(self, day: date, days: int) -> date | None:
        """The Nth school day after a day, which is not counted itself; None when no term known reaches so far."""
        place = bisect_right(self.days, day) + days - 1
        return self.days[place] if place < len(self.days) else None

    def open_as_far_as_known(self, day: date) -> bool:
        """A school day; where no term dates are kept for its year, a weekday that is no holiday and not closed."""
        if self.is_school_day(day) or self.knows(day):
            return self.is_school_day(day)
        closed = any(first <= day <= last for first, last, _reason in self.closures)
        return day.weekday() < 5 and not closed and day not in self.bank_holidays

    def after_school_weeks(self, day: date, weeks: int) -> date:
        """The same weekday so many school weeks later; weeks without a school day (half term) are not counted."""
        reached = day
        for _week in range(weeks):
            reached += 7 * DAY
            while reached < self.last and not self.between(monday_of(reached), monday_of(reached) + 6 * DAY):
                reached += 7 * DAY
        return reached

    def term_days(self, day: date) -> tuple[date, ...]:
        """The school days of the term (autumn, spring or summer) that this school day is in."""
        season = self._seasons.get(day)
        return tuple(found for found in self.days if self._seasons[found] == season) if season else ()

    def year_days(self, day: date) -> tuple[date, ...]:
        return self.between(*school_year_span(school_year_of(day)))

    def knows(self, day: date) -> bool:
        """Whether any term dates are kept for the school year of this day."""
        first, last = school_year_span(school_year_of(day))
        return any(term[0] <= last and term[1] >= first for term in self.terms)

    def why_closed(self, day: date) -> str:
        """Why pupils do not come on this day, fit to show; "" on a school day."""
        if self.is_school_day(day):
            return ""
        if not self.knows(day):
            return _("No term dates are kept for this school year yet.")
        if day.weekday() >= 5:
            return _("Weekend")
        if day in self.bank_holidays:
            return self.bank_holidays[day]
        reasons = [reason for first, last, reason in self.closures if first <= day <= last]
        return reasons[0] if reasons else _("School holiday")


def calendars_of(settings: Iterable[UUID], first: date, last: date) -> dict[UUID, SchoolCalendar]:
    """The calendar of each of these settings, for the whole school years around the two days. Three queries."""
    bodies = dict(Organisation.objects.filter(pk__in=set(settings)).order_by().values_list("pk", "authority_id"))
    return _calendars(bodies, first, last)


def calendar_of(setting: UUID, first: date, last: date) -> SchoolCalendar:
    return calendars_of([setting], first, last)[setting]


def own_calendar(viewer: Viewer, first: date, last: date) -> SchoolCalendar | None:
    """The calendar of the setting where the viewer works, None for families. Two queries."""
    if viewer.organisation is None:
        return None
    span, keepers = _school_years(first, last), (viewer.organisation, viewer.authority)
    taught, closed = _own_terms(viewer, keepers, *span), _own_closures(viewer, keepers, *span)
    return _calendar(*keepers, _by_keeper(taught), _by_keeper(closed), span)


def _school_years(first: date, last: date) -> Span:
    """From the first day of the school year of `first` to the last day of that of `last`."""
    return school_year_span(school_year_of(first))[0], school_year_span(school_year_of(last))[1]


def _terms(keepers: Iterable[UUID], first: date, last: date) -> QuerySet[Any, Any]:
    found = Term.objects.filter(organisation__among=keepers, starts_on__lte=last, ends_on__gte=first)
    return found.values_list("organisation_id", "starts_on", "ends_on")


def _closures(keepers: Iterable[UUID], first: date, last: date) -> QuerySet[Any, Any]:
    found = Closure.objects.filter(organisation__among=keepers, from_on__lte=last, to_on__gte=first)
    return found.values_list("organisation_id", "from_on", "to_on", "reason")


@prepared
def _own_terms(_viewer: Viewer, keepers: Collection[UUID], first: date, last: date) -> QuerySet[Any, Any]:
    return _terms(keepers, first, last)


@prepared
def _own_closures(_viewer: Viewer, keepers: Collection[UUID], first: date, last: date) -> QuerySet[Any, Any]:
    return _closures(keepers, first, last)


def _calendars(bodies: Mapping[UUID, UUID], first: date, last: date) -> dict[UUID, SchoolCalendar]:
    """bodies: each setting and its authority."""
    span, keepers = _school_years(first, last), {*bodies, *bodies.values()}
    taught, closed = _by_keeper(_terms(keepers, *span)), _by_keeper(_closures(keepers, *span))
    return {setting: _calendar(setting, authority, taught, closed, span) for setting, authority in bodies.items()}


def _calendar(setting: UUID, authority: UUID, taught: ByKeeper, closed: ByKeeper, span: Span) -> SchoolCalendar:
    terms = _terms_in_use(taught.get(setting, []), taught.get(authority, []))
    return _worked_out(terms, tuple(closed.get(setting, []) + closed.get(authority, [])), *span)


@lru_cache(maxsize=1_000)
def _worked_out(terms: tuple[Span, ...], closures: tuple[Closed, ...], first: date, last: date) -> SchoolCalendar:
    """One calendar for the same facts: its days are counted once, not on every page."""
    return SchoolCalendar(terms, closures, first, last, dict(bank_holidays_between(first, last)))


def _by_keeper(rows: Iterable[tuple[Any, ...]]) -> ByKeeper:
    found: ByKeeper = {}
    for keeper, *rest in rows:
        found.setdefault(keeper, []).append(tuple(rest))
    return found


def _terms_in_use(own: Sequence[Span], of_the_authority: Sequence[Span]) -> tuple[Span, ...]:
    """The setting's own terms, and the authority's for the school years in which the setting keeps none."""
    own_years = {school_year_of(first) for first, _last in own}
    shared = [term for term in of_the_authority if school_year_of(term[0]) not in own_years]
    return tuple(sorted({*own, *shared}))
