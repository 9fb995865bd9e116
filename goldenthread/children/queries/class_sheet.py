"""A class at a glance: needs and strategies of each child who has any, and the profiles alone for cover."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from goldenthread.access.viewer import Viewer

from ..codes import sen_type_name
from ..models import Child, Profile
from ..permissions import CHILD_VIEW, STRATEGIES_VIEW
from .classes import children_in
from .needs import need_codes_of_each
from .profiles import current_profiles, profiles_of_each


@dataclass(frozen=True)
class Line:
    """One child of the class. needs: empty for a viewer who may not open the record."""

    child: Child
    needs: tuple[str, ...]
    profile: Profile | None


def class_sheet(viewer: Viewer, class_group: UUID) -> list[Line]:
    """A line for each child of the class with a need or a profile, by name. Three queries, however many children.

    A cover teacher gets the same lines for children with a profile, without needs.
    """
    children = list(children_in(viewer, class_group, STRATEGIES_VIEW))
    keys = [child.pk for child in children]
    found = need_codes_of_each(viewer, keys, viewer.today, CHILD_VIEW)
    profiles = profiles_of_each(viewer, keys)
    lines = [
        Line(
            child,
            tuple(str(sen_type_name(code)) for code in found.get(child.pk, ())),
            profiles.get(child.pk),
        )
        for child in children
    ]
    return [line for line in lines if line.needs or line.profile]


def profiles_to_know(viewer: Viewer, class_group: UUID) -> list[Profile]:
    """The newest profile of each child of the class who has one, by name."""
    children = children_in(viewer, class_group).order_by()
    profiles = current_profiles(viewer).filter(child_id__in=children.values("pk"))
    return list(profiles.select_related("child").order_by("child__sort_name", "pk"))
