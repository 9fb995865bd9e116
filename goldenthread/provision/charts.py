"""The ledger as a picture: sessions of each week, done, part, missed and not recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.design_system.charts import StackedBarChart

from .ledger import WeekRow, total


def weeks_chart(title: str, rows: Iterable[WeekRow]) -> StackedBarChart | None:
    """A bar for each week; None where there is nothing to show. Sessions still to come are left out."""
    by_week: dict[date, list[WeekRow]] = defaultdict(list)
    for row in rows:
        by_week[row.week_starts_on].append(row)
    values = [(date_format(week, "j M"), _parts(by_week[week])) for week in sorted(by_week)]
    shown = [(name, parts) for name, parts in values if sum(parts)]
    if not shown:
        return None
    return StackedBarChart(
        title=title,
        series=[_("Done"), _("Part"), _("Missed"), _("Not recorded")],
        values=shown,
        column=_("Week from"),
        sentence=_sentence([row for week in by_week.values() for row in week]),
    )


def _parts(rows: Iterable[WeekRow]) -> list[float]:
    sums = total(rows)
    return [sums.delivered + sums.extra, sums.part, sums.missed, sums.not_recorded]


def _sentence(rows: Iterable[WeekRow]) -> str:
    sums = total(rows)
    given = ngettext("%(given)d minute", "%(given)d minutes", sums.delivered_minutes)
    said = _("%(given)s given of %(due)d that were due by now.") % {
        "given": given % {"given": sums.delivered_minutes},
        "due": sums.due_minutes,
    }
    if not sums.made_up:
        return said
    again = ngettext("%(count)d missed session was made up.", "%(count)d missed sessions were made up.", sums.made_up)
    return f"{said} {again % {'count': sums.made_up}}"
