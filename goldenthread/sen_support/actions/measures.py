"""Begin to measure something, and add a figure."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..models import Measure, Reading
from ..permissions import ASSESSMENT_WRITE
from ..queries.children import child_for
from ..queries.plans import measure_for
from .rows import beside, new_about


@transaction.atomic
def begin_measure(
    *,
    by: Viewer,
    child: UUID,
    name: str,
    unit: str = "",
    higher_is_better: bool = True,
    lowest: float | None = None,
    highest: float | None = None,
) -> Measure:
    """Say what will be counted again and again. One of each name for a child."""
    require(by, ASSESSMENT_WRITE)
    about = child_for(by, child, ASSESSMENT_WRITE)
    if Measure.objects.filter(child=about, holder_id=by.organisation, name__iexact=name).exists():
        raise Refused(_("There is already a measure with this name. Add the figure there."))
    measure = Measure.objects.create(
        **new_about(by, about.pk), name=name, unit=unit, higher_is_better=higher_is_better, lowest=lowest,
        highest=highest,
    )  # fmt: skip
    record(by, "measure.begun", measure, child=about.pk)
    return measure


@transaction.atomic
def add_reading(*, by: Viewer, measure: UUID, value: float, on: date, note: str = "") -> Reading:
    """Add one figure. A second figure for the same day mends the first, which is kept. Refused outside the scale."""
    require(by, ASSESSMENT_WRITE)
    found = measure_for(by, measure)
    locked = Measure.objects.select_for_update().get(pk=found.pk)
    if on > by.today:
        raise Refused(_("That day is still to come."))
    if (locked.lowest is not None and value < locked.lowest) or (locked.highest is not None and value > locked.highest):
        raise Refused(_("This figure lies outside the measure's scale. Check it, or the scale."))
    before = Reading.objects.filter(measure=locked, on=on).aggregate(highest=Max("number"))["highest"] or 0
    reading = Reading.objects.create(
        **beside(locked), measure=locked, value=value, on=on, number=before + 1, note=note[:300], by_id=by.person
    )
    record(by, "reading.added", reading, child=locked.child_id, mends=bool(before))
    return reading
