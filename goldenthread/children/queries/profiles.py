"""The one-page profile: the newest of each child, and who has yet to read it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from goldenthread.access.permissions import Right, require
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer

from ..models import ClassMembership, ClassStaff, Profile, ProfileRead
from ..permissions import PROFILE_VIEW, REGISTER_VIEW
from ..scopes import in_force


def current_profiles(viewer: Viewer, right: Right = PROFILE_VIEW) -> QuerySet[Profile]:
    """The newest profile of each child in reach: of the viewer's own body, or of every body for a family."""
    newer = Profile.objects.filter(
        child_id=OuterRef("child_id"), holder_id=OuterRef("holder_id"), number__gt=OuterRef("number")
    )
    profiles = reachable(viewer, Profile.objects.filter(~Exists(newer)), right)
    if viewer.organisation is not None:
        profiles = profiles.filter(holder_id=viewer.organisation)
    return profiles.select_related("changed_by")


def current_profile(viewer: Viewer, child: UUID) -> Profile | None:
    """The profile of one child as it stands; None while nobody has written one."""
    return current_profiles(viewer).filter(child_id=child).order_by("-changed_on", "-pk").first()


def profiles_of_each(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, Profile]:
    """The newest profile of each of these children, in one query."""
    return {profile.child_id: profile for profile in current_profiles(viewer).filter(child_id__in=children)}


UNREAD = """
SELECT {what} FROM children_classstaff works
JOIN children_classmembership place ON place.class_group_id = works.class_group_id
JOIN LATERAL (
    SELECT id FROM children_profile
    WHERE child_id = place.child_id AND holder_id = works.holder_id ORDER BY number DESC LIMIT 1
) profile ON true
WHERE works.holder_id = %(holder)s
  AND works.from_on <= %(today)s AND (works.to_on IS NULL OR works.to_on >= %(today)s)
  AND place.from_on <= %(today)s AND (place.to_on IS NULL OR place.to_on >= %(today)s)
  AND NOT EXISTS (
    SELECT FROM children_profileread already
    WHERE already.profile_id = profile.id AND already.account_id = works.account_id
  )
"""


def with_unread_profile(viewer: Viewer) -> Q:
    """Children of the setting whose newest profile somebody who works with them through a class has not yet read.

    Written out as SQL, since the register asks it on every page and Django takes longer to say it than PostgreSQL
    to answer it.
    """
    sql = UNREAD.format(what="place.child_id").replace("%(holder)s", "%s").replace("%(today)s", "%s")
    today = [viewer.today] * 4
    return Q(pk__in=RawSQL(sql, [viewer.organisation, *today]))  # noqa: S611  (values are parameters)


def children_with_unread_profile(viewer: Viewer) -> set[UUID]:
    """The same children, by their keys."""
    with connection.cursor() as cursor:
        sql = UNREAD.format(what="DISTINCT place.child_id")
        cursor.execute(sql, {"holder": viewer.organisation, "today": viewer.today})
        return {child for (child,) in cursor.fetchall()}


def unread_by_adult(viewer: Viewer, right: Right = REGISTER_VIEW) -> dict[UUID, int]:
    """For each grown-up of the setting, how many profiles of children they work with they have not yet read."""
    require(viewer, right)
    sql = UNREAD.format(what="works.account_id, count(DISTINCT place.child_id)") + "GROUP BY works.account_id"
    with connection.cursor() as cursor:
        cursor.execute(sql, {"holder": viewer.organisation, "today": viewer.today})
        return dict(cursor.fetchall())


@dataclass(frozen=True)
class Reader:
    """A grown-up who works with a child, and whether they have read the child's newest profile."""

    account: UUID
    name: str
    has_read: bool


def readers_of(viewer: Viewer, profile: Profile) -> list[Reader]:
    """Everyone who works with the child today, those who have yet to read the profile first."""
    places = ClassMembership.objects.filter(
        in_force(viewer.today), child_id=profile.child_id, holder_id=viewer.organisation
    )
    staff = ClassStaff.objects.filter(in_force(viewer.today), class_group_id__in=places.values("class_group_id"))
    names = dict(staff.values_list("account_id", "account__name"))
    read = set(ProfileRead.objects.filter(profile=profile).values_list("account_id", flat=True))
    readers = [Reader(account, name, account in read) for account, name in names.items()]
    return sorted(readers, key=lambda reader: (reader.has_read, reader.name))


def profiles_to_read(viewer: Viewer) -> list[Profile]:
    """Newest profiles of children the viewer works with that they have not yet read, newest change first."""
    read = ProfileRead.objects.filter(profile_id=OuterRef("pk"), account_id=viewer.person)
    waiting = current_profiles(viewer).filter(~Exists(read), child__in=_taught(viewer))
    return list(waiting.select_related("child").order_by("-changed_on", "child__sort_name"))


def _taught(viewer: Viewer) -> QuerySet[ClassMembership, Any]:
    mine = ClassStaff.objects.filter(in_force(viewer.today), account_id=viewer.person)
    places = ClassMembership.objects.filter(in_force(viewer.today), class_group_id__in=mine.values("class_group_id"))
    return places.values("child_id")
