"""SEN status on any day, as it was known on any day. Decision record: docs/decisions/0038-status-with-two-dates.md."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import Coalesce

from goldenthread.access.permissions import Right
from goldenthread.access.prepared import prepared
from goldenthread.access.reach import Reach
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer

from ..models import Child, Status, StatusEntry
from ..permissions import REGISTER_VIEW
from ..scopes import in_force

STANDS_FIRST = ("-true_from", "-learned_on", "-recorded_at", "-id")
ON_THE_REGISTER = (Status.SEN_SUPPORT, Status.PLAN, Status.MONITORING)


def _known(viewer: Viewer, on: date, known_on: date) -> QuerySet[StatusEntry]:
    """Entries that hold by `on` and were known by `known_on`: of the viewer's own setting, or the family's children."""
    entries = StatusEntry.objects.filter(true_from__lte=on, learned_on__lte=known_on)
    if viewer.organisation is None:
        return entries.filter(child_id__in=viewer.children)
    return entries.filter(holder_id=viewer.organisation)


def status_on(viewer: Viewer, on: date, known_on: date, child: str = "pk") -> Combinable:
    """The SEN status of each row's child on a day, as known on a day, to annotate a queryset with; "N" without entry.

    child: the path from the row to the child's key.
    """
    mine = _known(viewer, on, known_on).filter(child_id=OuterRef(child)).order_by(*STANDS_FIRST)
    return Coalesce(Subquery(mine.values("status")[:1]), Value(Status.NONE.value), output_field=CharField())


STANDING = """
WITH standing AS MATERIALIZED (
    SELECT DISTINCT ON (child_id) child_id, status FROM children_statusentry
    WHERE {whose} AND true_from <= %s AND learned_on <= %s
    ORDER BY child_id, true_from DESC, learned_on DESC, recorded_at DESC, id DESC
)
SELECT child_id FROM standing WHERE status = ANY(%s)
"""


def with_status(viewer: Viewer, statuses: tuple[str, ...], on: date, known_on: date, child: str = "pk") -> Q:
    """Rows whose child has one of these statuses on a day, as known on a day. "N" finds only recorded ones.

    One pass over the setting's entries, written out as SQL and materialised: left to itself, PostgreSQL expects few
    rows behind the walls and repeats the whole pass for each child (0.4 s for 1,000 children, against 3 ms).
    """
    whose, key = ("child_id = ANY(%s)", list(viewer.children))
    if viewer.organisation is not None:
        whose, key = ("holder_id = %s", viewer.organisation)  # type: ignore[assignment]
    found = RawSQL(STANDING.format(whose=whose), [key, on, known_on, [str(status) for status in statuses]])  # noqa: S611
    return Q(**{f"{child}__in": found})


@prepared
def _of_each(viewer: Viewer, children: Collection[UUID], on: date, known_on: date) -> QuerySet[Any, Any]:
    entries = _known(viewer, on, known_on).filter(child_id__among=children)
    return entries.order_by("child_id", *STANDS_FIRST).distinct("child_id").values_list("child_id", "status")


def statuses_of_each(viewer: Viewer, children: Collection[UUID], on: date, known_on: date) -> dict[UUID, str]:
    """The status of each of these children on a day, as known on a day; one without an entry is left out."""
    return dict(_of_each(viewer, children, on, known_on))


def on_roll(viewer: Viewer, on: date, right: Right = REGISTER_VIEW) -> QuerySet[Child]:
    """Children on the roll of the viewer's setting on a day, each with its `year_group` (that of the enrolment).

    A child who joins later than today is not there yet, whatever day is asked for.
    """
    children = Child.objects.all()
    if viewer.role.reach != Reach.SETTING or not viewer.has(right.name):
        # For a whole setting the roll below is the scope itself, so it is not asked for twice.
        children = reachable(viewer, children, right)
    here = in_force(on, "enrolments__") & Q(enrolments__from_on__lte=viewer.today)
    return children.filter(here, enrolments__holder_id=viewer.organisation).annotate(
        year_group=F("enrolments__year_group")
    )


def on_register(viewer: Viewer, on: date, known_on: date, right: Right = REGISTER_VIEW) -> QuerySet[Child]:
    """Children of the setting's SEN register on a day, as known on a day: statuses ON_THE_REGISTER."""
    return on_roll(viewer, on, right).filter(with_status(viewer, ON_THE_REGISTER, on, known_on))


def status_of(viewer: Viewer, child: UUID, on: date, known_on: date) -> StatusEntry | None:
    """The entry that gives one child's status on a day, as known on a day; None when nothing was ever recorded."""
    return _known(viewer, on, known_on).filter(child_id=child).order_by(*STANDS_FIRST).first()


def status_history(viewer: Viewer, child: UUID) -> QuerySet[StatusEntry]:
    """Every entry about a child that the viewer's body wrote, newest fact first, with who recorded it."""
    known = _known(viewer, date.max, date.max).filter(child_id=child)
    return known.select_related("recorded_by").order_by(*STANDS_FIRST)
