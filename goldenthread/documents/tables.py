"""The two tables that letters and plans have most often: what help is promised, and what became of it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from goldenthread.documents.blocks import Table
from goldenthread.documents.wording import day


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One promise of help, in words.

    what: "Small-group reading". toward: the outcome it serves. by_whom: who gives it and with what expertise.
    amount: "20 minutes, 3 times a week", or "in place" for equipment. group: "4 children", "" when alone.
    ends_on: None while no end is set.
    """

    what: str
    toward: str
    by_whom: str
    amount: str
    group: str
    where: str
    starts_on: datetime.date
    ends_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One target with where the child stood, stands and is heading, and how much of the help was given.

    planned, delivered: minutes since the start; None where the help is not counted in minutes.
    """

    target: str
    at_start: str
    now: str
    aim: str
    planned: int | None = None
    delivered: int | None = None


def dose_table(rows: Iterable[DoseRow], *, caption: str = "") -> Table:
    """The promised help, one row each, in the order given."""
    head = (
        gettext("Help"),
        gettext("Who gives it"),
        gettext("How much"),
        gettext("Where"),
        gettext("When"),
    )
    return Table(
        caption or gettext("The help we have agreed"),
        head,
        tuple(_dose(row) for row in rows),
        widths=(5, 4, 4, 3, 4),
    )


def progress_table(rows: Iterable[ProgressRow], *, caption: str = "") -> Table:
    """The targets, one row each, in the order given."""
    head = (
        gettext("What we work towards"),
        gettext("At the start"),
        gettext("Now"),
        gettext("The aim"),
        gettext("Help given"),
    )
    return Table(
        caption or gettext("How it is going"),
        head,
        tuple((row.target, row.at_start, row.now, row.aim, _given(row)) for row in rows),
        widths=(4, 3, 3, 3, 3),
    )


def _dose(row: DoseRow) -> tuple[str, ...]:
    toward = gettext("For: %(outcome)s") % {"outcome": row.toward} if row.toward else ""
    return (
        _lines(row.what, toward),
        row.by_whom,
        _lines(row.amount, row.group),
        row.where,
        _when(row.starts_on, row.ends_on),
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _when(starts_on: datetime.date, ends_on: datetime.date | None) -> str:
    if ends_on is None:
        return gettext("From %(start)s") % {"start": day(starts_on)}
    return gettext("%(start)s to %(end)s") % {"start": day(starts_on), "end": day(ends_on)}


def _given(row: ProgressRow) -> str:
    if row.planned is None or row.delivered is None:
        return gettext("Not counted in minutes")
    return gettext("%(delivered)s of %(planned)s minutes") % {"delivered": row.delivered, "planned": row.planned}
