"""How many children of the setting are on the register, by status, primary need and year: small numbers kept back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goldenthread.access.permissions import require
from goldenthread.access.viewer import Viewer

from ..codes import sen_provision_name, sen_type_name
from ..models import Child, Enrolment
from ..permissions import NUMBERS_VIEW
from ..scopes import in_force
from ..suppression import Shown, suppressed
from ..years import IN_ORDER, year_name
from .needs import primary_need
from .status import ON_THE_REGISTER, status_on, with_status

NONE_RECORDED = ""


@dataclass(frozen=True)
class RegisterNumbers:
    """The same children counted in three ways, each name in words. They are made fit to be shown together."""

    status: Shown
    need: Shown
    year: Shown

    @property
    def total(self) -> int | None:
        return self.status.total


def register_numbers(viewer: Viewer) -> RegisterNumbers:
    """The setting's register today in numbers. Raises NotFound for a role without the right; shows no child."""
    require(viewer, NUMBERS_VIEW)
    here = Enrolment.objects.filter(in_force(viewer.today), holder_id=viewer.organisation)
    on_register = with_status(viewer, ON_THE_REGISTER, viewer.today, viewer.today)
    rows = Child.objects.filter(on_register, pk__in=here.values("child_id"))
    found = rows.annotate(
        status=status_on(viewer, viewer.today, viewer.today), need=primary_need(viewer, viewer.today)
    ).values_list("pk", "status", "need")
    years = dict(here.values_list("child_id", "year_group"))
    counted = list(found)
    return _in_words(
        Counter(status for __, status, __ in counted),
        Counter(need or NONE_RECORDED for __, __, need in counted),
        Counter(years[pk] for pk, __, __ in counted),
    )


def _in_words(statuses: Counter[str], needs: Counter[str], years: Counter[str]) -> RegisterNumbers:
    by_year = {year_name(code): years[code] for code in IN_ORDER if code in years}
    lists = {
        "status": {str(sen_provision_name(code)): statuses[code] for code in ON_THE_REGISTER},
        "need": {_need_name(code): number for code, number in needs.most_common()},
        "year": by_year,
    }
    return RegisterNumbers(**suppressed(lists))


def _need_name(code: str) -> str:
    return str(sen_type_name(code)) if code else _("No need recorded yet")
