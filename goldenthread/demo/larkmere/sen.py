"""SEN status histories and types of need.

The mix of needs with an EHC plan follows Bexley's primary needs of January 2025 (domain note on published
figures). No such table is at hand for SEN Support: its mix is our estimate, with more speech and language
among younger pupils and more literacy difficulty and mental health among older ones.
"""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from uuid import UUID

from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.rows import NeedRow, SenStatusRow
from goldenthread.demo.larkmere.school_calendar import TERMS, TODAY, is_school_day, school_day_on_or_before
from goldenthread.demo.larkmere.seed import Keys

_PLAN_NEEDS = {"ASD": 1165, "SLCN": 925, "SEMH": 454, "MLD": 173, "SLD": 159, "PD": 112, "OTH": 60,
               "SPLD": 72, "HI": 49, "VI": 27, "DS": 36, "PMLD": 19, "MSI": 2}  # fmt: skip
_SPECIAL_NEEDS = {"ASD": 520, "SLD": 160, "SLCN": 90, "SEMH": 95, "MLD": 60, "PMLD": 34, "PD": 26, "DS": 18}
_YOUNGER_NEEDS = {"SLCN": 390, "SEMH": 165, "ASD": 95, "MLD": 130, "SPLD": 95, "PD": 22, "HI": 16, "VI": 9,
                  "OTH": 28, "NSA": 45, "MSI": 2}  # fmt: skip
_OLDER_NEEDS = {"SPLD": 245, "SEMH": 255, "SLCN": 140, "MLD": 135, "ASD": 115, "PD": 24, "HI": 20, "VI": 11,
                "OTH": 35, "NSA": 18, "MSI": 2}  # fmt: skip
_SECOND_NEEDS = {"SLCN": 30, "SEMH": 30, "SPLD": 14, "MLD": 14, "ASD": 8, "OTH": 4}

# What a detailed school has among its SEN Support pupils: needs the support stock can describe.
_TOLD = frozenset(("SLCN", "SEMH", "ASD", "MLD", "SPLD", "PD", "HI", "VI", "OTH"))

_REASONS_FOR_K = (
    "Progress below that of others who started level, after a term of help in class",
    "Concern raised by parents; assessment in class agreed with it",
    "Advice from a therapist calls for provision that is additional",
    "Screening on entry showed a gap that class teaching has not closed",
    "Teachers' concern over two half terms; class strategies tried and recorded",
    "Health professional's report received; support agreed with the family",
)
_REASONS_FOR_E = ("EHC plan issued", "EHC plan issued; the school is named in it")
_REASONS_FOR_END = (
    "Targets met and kept for a term without extra help",
    "Caught up with class; help in class is now enough",
    "Reviewed with parents: no longer needs additional provision",
)
JOINED = "On roll; no special educational provision recorded"
CARRIED_OVER = "Carried over from the common transfer file"
_LEAN = 1.5  # needs show early in a pupil's time at a school more often than late
_LAGS = (0, 0, 0, 0, 1, 1, 2, 4, 7)


def _table(needs: dict[str, int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    return tuple(needs), tuple(accumulate(needs.values()))


_PLAN, _SPECIAL, _YOUNGER, _OLDER, _SECOND = map(
    _table, (_PLAN_NEEDS, _SPECIAL_NEEDS, _YOUNGER_NEEDS, _OLDER_NEEDS, _SECOND_NEEDS)
)


@cache
def decision_days() -> tuple[date, ...]:
    """Days on which a status might change: school days, or likely ones in years before the calendar."""
    day, days = date(2012, 9, 10), []
    while day < TODAY:
        if day >= TERMS[0].from_on:
            usable = is_school_day(day)
        else:
            usable = day.weekday() < 5 and day.month not in (4, 8) and (day.month, day.day) not in _OFTEN_SHUT
        if usable and not (day.month == 7 and day.day > 15) and not (day.month == 9 and day.day < 10):
            days.append(day)
        day += timedelta(days=1)
    return tuple(days)


_OFTEN_SHUT = frozenset([(12, n) for n in range(18, 32)] + [(1, n) for n in range(1, 8)]
                        + [(5, n) for n in range(24, 32)] + [(10, n) for n in range(22, 32)]
                        + [(2, n) for n in range(12, 21)] + [(5, n) for n in range(1, 8)])  # fmt: skip


def day_between(rng: Random, first: date, last: date, lean: float = 1.0) -> date:
    """A day on which a status might change, from first to last; the nearest after if there is none.

    A lean above 1 makes early days likelier.
    """
    days = decision_days()
    low, high = bisect_left(days, first), bisect_right(days, last)
    if high <= low:
        return days[min(low, len(days) - 1)]
    return days[low + int(rng.random() ** lean * (high - low))]


def recorded(rng: Random, day: date) -> date:
    """The day the school wrote it down: usually the same, at times some days later, never after today."""
    return min(day + timedelta(days=_LAGS[int(rng.random() * len(_LAGS))]), TODAY)


def need_types(rng: Random, status: str, year: int, phase: str, detailed: bool = False) -> tuple[str, str]:
    """Primary and secondary need; the secondary is "" for two in three."""
    if status == "E":
        types, weights = _SPECIAL if phase == "special" else _PLAN
    else:
        types, weights = _YOUNGER if year < 7 else _OLDER
    primary = rng.choices(types, cum_weights=weights)[0]
    while detailed and primary not in _TOLD:
        primary = rng.choices(types, cum_weights=weights)[0]
    second = rng.choices(_SECOND[0], cum_weights=_SECOND[1])[0] if rng.random() < 0.34 else ""
    return primary, "" if second == primary or primary == "NSA" else second


def write_needs(keys: Keys, part: Part, child: UUID, organisation: UUID, needs: tuple[str, str],
                since: date, until: date | None = None) -> None:  # fmt: skip
    rows = part.rows[NeedRow]
    for rank, need in enumerate(needs, 1):
        if need:
            rows.append(NeedRow(keys.new(), child, organisation, need, rank, since, until))


def _late_in_term(rng: Random, day: date) -> date:
    """SEN Support ends at a review, and reviews are late in a term. Days before the calendar stay as they are."""
    ends = [term.until_on for term in TERMS if term.until_on < TODAY and term.from_on <= day]
    if not ends:
        return day
    return school_day_on_or_before(ends[-1] - timedelta(days=3 + int(rng.random() * 9)))


class StatusWriter:
    """Writes the status history of pupils of one school."""

    def __init__(self, rng: Random, keys: Keys, part: Part, organisation: UUID, senco: UUID) -> None:
        self._rng, self._keys = rng, keys
        self._rows = part.rows[SenStatusRow]
        self._organisation, self._senco = organisation, senco
        self.ended_here: tuple[date, date] | None = None  # of the last history: SEN Support given and ended here

    def put(self, child: UUID, status: str, from_on: date, reason: str, organisation: UUID | None = None,
            ) -> None:  # fmt: skip
        """One change of status, recorded by this school's SENCO or by another school."""
        by = None if organisation else self._senco
        if status == "N" and reason == JOINED:
            recorded_on, by = from_on, None
        else:
            recorded_on = recorded(self._rng, from_on)
        holder = organisation or self._organisation
        key = self._keys.new()
        self._rows.append(SenStatusRow(key, child, holder, status, from_on, recorded_on, reason, by))

    def history(self, child: UUID, status: str, joined: date, former: tuple[UUID, date] | None) -> date:
        """The whole history of a pupil whose status today is given.

        `former` is the school before and the day it was joined. Returns the day the present status began,
        for N the day of the first row.
        """
        rng = self._rng
        self.ended_here = None
        start_organisation, start = former if former else (None, joined)
        just_joined = joined > TODAY - timedelta(days=250)
        if status == "E" and (just_joined or (rng.random() < 0.5 and former is None)):
            self.put(child, "E", joined, "Joined with an EHC plan")
            return joined
        self.put(child, "N", start, JOINED, start_organisation)
        if status == "N":
            if rng.random() < 0.035:
                self._ended_support(child, start, joined, start_organisation)
            return start
        early = former is not None and rng.random() < 0.62
        if early:
            since = day_between(rng, start + timedelta(days=25), joined - timedelta(days=70))
            self.put(child, "K", since, self._any(_REASONS_FOR_K), start_organisation)
            self.put(child, "K", joined, CARRIED_OVER)
        else:
            last = TODAY - timedelta(days=200 if status == "E" else 1)
            since = day_between(rng, joined + timedelta(days=20), last, _LEAN)
            self.put(child, "K", since, self._any(_REASONS_FOR_K))
        if status == "E":
            earliest = max(since, joined) + timedelta(days=150)
            since = day_between(rng, earliest, TODAY - timedelta(days=1))
            self.put(child, "E", since, self._any(_REASONS_FOR_E))
        return since

    def _ended_support(self, child: UUID, start: date, joined: date, organisation: UUID | None) -> None:
        rng = self._rng
        last = joined - timedelta(days=60) if organisation else TODAY - timedelta(days=30)
        began = day_between(rng, start + timedelta(days=30), last)
        ended = _late_in_term(rng, day_between(rng, began + timedelta(days=200), TODAY - timedelta(days=1)))
        if ended <= began + timedelta(days=120):
            return
        self.put(child, "K", began, self._any(_REASONS_FOR_K), organisation)
        if organisation is None and ended > date(2025, 2, 1):
            self.ended_here = (began, ended)
        if organisation and ended < joined:
            self.put(child, "N", ended, self._any(_REASONS_FOR_END), organisation)
        else:
            if organisation:
                self.put(child, "K", joined, CARRIED_OVER)
            self.put(child, "N", max(ended, joined + timedelta(days=40)), self._any(_REASONS_FOR_END))

    def _any(self, reasons: tuple[str, ...]) -> str:
        return reasons[int(self._rng.random() * len(reasons))]
