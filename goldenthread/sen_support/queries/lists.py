"""The lists of worries and of reviews, narrowed down as their readers ask, most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.children.register import class_rows
from goldenthread.people.models import Account

from ..models import Concern, Cycle, Review
from ..permissions import CONCERN_VIEW, PLAN_VIEW
from .concerns import WITH_PEOPLE
from .reviews import reviews_to_come, supported_children

NOBODY = "nobody"
SOON = timedelta(weeks=3)


@dataclass(frozen=True)
class Narrowed:
    """part: the list's own word, "" for what waits. owner: a person, "nobody", or "" for everybody. class_group: None
    for all classes."""

    part: str = ""
    owner: UUID | str = ""
    class_group: UUID | None = None


def concerns_listed(viewer: Viewer, asked: Narrowed) -> QuerySet[Concern]:
    """Worries about the viewer's children: those whose day to look again has gone by first, then by the day to look
    again or the day they were raised."""
    found = Concern.objects.filter(
        _part_of_concerns(viewer, asked.part), _of_owner("owner", asked), _of_class(viewer, asked)
    )
    gone_by = Case(When(look_again_on__lt=viewer.today, then=Value(0)), default=Value(1), output_field=IntegerField())
    ordered = found.order_by(gone_by, Coalesce("look_again_on", "raised_on"), "raised_on", "id")
    return reachable(viewer, ordered.select_related(*WITH_PEOPLE), CONCERN_VIEW)


def _part_of_concerns(viewer: Viewer, part: str) -> Q:
    undecided, again = ~Q(state="decided"), Q(state="decided", look_again_on__isnull=False)
    parts = {
        "new": Q(state="raised"), "undecided": undecided, "look_again": again, "decided": Q(state="decided"), "all": Q(),
    }  # fmt: skip
    return parts.get(part, undecided | again & Q(look_again_on__lte=viewer.today))


def reviews_listed(viewer: Viewer, asked: Narrowed) -> QuerySet[Review]:
    """Reviews to come, by date."""
    parts = {
        "passed": Q(meets_on__lt=viewer.today),
        "soon": Q(meets_on__gte=viewer.today, meets_on__lte=viewer.today + SOON),
    }
    return reviews_to_come(viewer).filter(
        parts.get(asked.part, Q()), _of_owner("cycle__owner", asked), _of_class(viewer, asked)
    )


def supported_children_listed(viewer: Viewer, asked: Narrowed) -> QuerySet[Child]:
    """Children on the roll with an open cycle, by name."""
    found = supported_children(viewer)
    if asked.owner:
        led = Cycle.objects.filter(owner__id=asked.owner).exclude(state="closed")
        found = found.filter(pk__in=reachable(viewer, led, PLAN_VIEW).order_by().values("child_id"))
    return found.filter(class_rows(viewer, str(asked.class_group), viewer.today)) if asked.class_group else found


def _of_owner(owner: str, asked: Narrowed) -> Q:
    if asked.owner == NOBODY:
        return Q(**{f"{owner}__isnull": True})
    return Q(**{f"{owner}__id": asked.owner}) if asked.owner else Q()


def _of_class(viewer: Viewer, asked: Narrowed) -> Q:
    if asked.class_group is None:
        return Q()
    return Q(child_id__in=Child.objects.filter(class_rows(viewer, str(asked.class_group), viewer.today)).values("pk"))


def owners_of_concerns(viewer: Viewer) -> list[tuple[str, str]]:
    """Everybody who has a worry of this setting, by name: key and name."""
    found = reachable(viewer, Concern.objects.filter(owner__isnull=False), CONCERN_VIEW)
    return _named(found.order_by().values_list("owner_id", flat=True))


def owners_of_cycles(viewer: Viewer) -> list[tuple[str, str]]:
    """Everybody who leads an open cycle of this setting, by name: key and name."""
    found = reachable(viewer, Cycle.objects.exclude(state="closed").filter(owner__isnull=False), PLAN_VIEW)
    return _named(found.order_by().values_list("owner_id", flat=True))


def _named(people: QuerySet[Any, UUID | None]) -> list[tuple[str, str]]:
    found = Account.objects.filter(pk__in=people.values("owner_id")).order_by("name")
    return [(str(account.pk), account.name) for account in found]
