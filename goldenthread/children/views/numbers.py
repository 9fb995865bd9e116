"""The register in numbers, for governors, the head and the SENCO: no child, and nothing that leads to one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from goldenthread.access.rules import needs
from goldenthread.design_system.charts import BarChart
from goldenthread.organisations.queries import own_organisation
from goldenthread.request import Request

from ..permissions import NUMBERS_VIEW, REGISTER_VIEW
from ..queries.numbers import register_numbers
from ..suppression import Shown


@needs(NUMBERS_VIEW)
@require_GET
def numbers(request: Request) -> HttpResponse:
    """Three charts of the same children, each with its table and a sentence that says what is kept back."""
    found = register_numbers(request.viewer)
    charts = [
        _chart(_("By status"), _("Status"), found.status),
        _chart(_("By primary need"), _("Need"), found.need),
        _chart(_("By year group"), _("Year"), found.year),
    ]
    context = {
        "setting": own_organisation(request.viewer),
        "total": found.total,
        "may_see_register": request.viewer.has(REGISTER_VIEW.name),
        "charts": [chart for chart in charts if chart is not None],
    }
    return render(request, "children/numbers.html", context)


def _chart(title: str, column: str, shown: Shown) -> BarChart | None:
    values = [(name, number) for name, number in shown.numbers.items() if number is not None]
    if not values:
        return None
    return BarChart(title=title, values=values, column=column, measure=_("Children"), sentence=_sentence(shown))


def _sentence(shown: Shown) -> str:
    """What the chart shows, and which names have a number that is kept back."""
    most = max((number, name) for name, number in shown.numbers.items() if number is not None)
    words = ngettext(
        "The largest number shown is %(number)s child: %(name)s.",
        "The largest number shown is %(number)s children: %(name)s.",
        most[0],
    ) % {"number": most[0], "name": most[1]}
    if not shown.kept_back:
        return words
    return words + " " + _("Kept back: %(names)s.") % {"names": ", ".join(shown.kept_back)}
