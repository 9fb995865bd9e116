"""What this room itself puts on the register: child, year and class, need, status, and unread profiles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, F, Func, IntegerField, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from goldenthread.access.prepared import prepared
from goldenthread.access.viewer import Viewer

from .codes import sen_types_in_use
from .models import ClassGroup, Enrolment
from .queries.classes import class_names, in_class
from .queries.needs import children_with_need, need_codes_of_each, primary_need
from .queries.profiles import children_with_unread_profile, unread_by_adult, with_unread_profile
from .register_columns import Shown, Text, add_column, add_column_of_rows, add_count, add_filter
from .scopes import in_force
from .years import IN_ORDER, school_year, year_group_moved, year_name


def year_values(viewer: Viewer, rows: Sequence[Any], on: date) -> dict[UUID, Shown]:
    """The year group of that day, by its code: 4, R."""
    back = -years_since(viewer, on)
    return {row.pk: Shown(year_group_moved(row.year_group, back)) for row in rows}


def class_values(viewer: Viewer, children: list[UUID], on: date) -> dict[UUID, Shown]:
    return {child: Shown(name) for child, name in class_names(viewer, children, on).items()}


def need_values(viewer: Viewer, children: list[UUID], on: date) -> dict[UUID, Shown]:
    """The code of the primary need, with its name beside it for the ear, and the further needs below."""
    found = {}
    for child, codes in need_codes_of_each(viewer, children, on).items():
        further = ", ".join(codes[1:])
        found[child] = Shown(codes[0], note=_("also %(needs)s") % {"needs": further} if further else "")
    return found


def by_need(viewer: Viewer, on: date) -> Combinable:
    return primary_need(viewer, on)


def by_year(viewer: Viewer, on: date) -> Combinable:
    """The place of a year group among all of them, so that Year 10 comes after Year 9."""
    ladder = Value(list(IN_ORDER), output_field=ArrayField(CharField()))
    return Func(ladder, F("year_group"), function="array_position", output_field=IntegerField())


def need_choices(viewer: Viewer, on: date) -> Sequence[tuple[str, Text]]:
    return [(code, code) for code, _name in sen_types_in_use()]


def need_rows(viewer: Viewer, value: str, on: date) -> Q:
    return children_with_need(viewer, value, on)


def years_since(viewer: Viewer, on: date) -> int:
    """School years between the day shown and today: enrolments hold the year group of today."""
    return school_year(viewer.today) - school_year(on)


@prepared
def _year_groups(viewer: Viewer, on: date) -> QuerySet[Any, Any]:
    here = Enrolment.objects.filter(in_force(on), holder_id=viewer.organisation)
    return here.order_by().values_list("year_group").distinct()


def year_choices(viewer: Viewer, on: date) -> Sequence[tuple[str, Text]]:
    """The year groups on roll that day."""
    found = {year_group_moved(each, -years_since(viewer, on)) for (each,) in _year_groups(viewer, on)}
    return [(code, year_name(code)) for code in IN_ORDER if code in found]


def year_rows(viewer: Viewer, value: str, on: date) -> Q:
    return Q(year_group=year_group_moved(value, years_since(viewer, on)))


@prepared
def _classes(viewer: Viewer, on: date) -> QuerySet[Any, Any]:
    groups = ClassGroup.objects.filter(in_force(on), holder_id=viewer.organisation)
    return groups.order_by("name").values_list("pk", "name")


def class_choices(viewer: Viewer, on: date) -> Sequence[tuple[str, Text]]:
    return [(str(key), name) for key, name in _classes(viewer, on)]


def class_rows(viewer: Viewer, value: str, on: date) -> Q:
    return in_class(viewer, UUID(value), on)


def profile_choices(viewer: Viewer, on: date) -> Sequence[tuple[str, Text]]:
    return [("unread", gettext_lazy("not read by everyone"))]


def profile_rows(viewer: Viewer, value: str, on: date) -> Q:
    return with_unread_profile(viewer)


def profile_keys(viewer: Viewer, on: date) -> set[UUID]:
    return children_with_unread_profile(viewer)


def unread_sentence(count: int, adults: Any) -> str:
    profiles = ngettext("%(count)s profile unread", "%(count)s profiles unread", count) % {"count": count}
    by = ngettext("by %(adults)s adult", "by %(adults)s adults", adults) % {"adults": adults}
    return f"{profiles} {by}"


def adults_waiting(viewer: Viewer, on: date) -> int:
    return len(unread_by_adult(viewer))


def put_on_the_register() -> None:
    """Called once, when the app is ready."""
    add_column_of_rows("year", gettext_lazy("Year"), year_values, order=15, sort=by_year)
    add_column("need", gettext_lazy("Need"), need_values, order=30, sort=by_need)
    add_column("class", gettext_lazy("Class"), class_values, order=20)
    add_filter("need", gettext_lazy("Need"), need_choices, need_rows, order=20)
    add_filter("year", gettext_lazy("Year"), year_choices, year_rows, order=30)
    add_filter("class", gettext_lazy("Class"), class_choices, class_rows, order=40)
    add_filter("profile", gettext_lazy("Profile"), profile_choices, profile_rows, order=98, today_only=True)
    add_count("profile", "unread", unread_sentence, profile_keys, order=90, detail=adults_waiting)
