"""The one-page profile: a new row for each change, and who says they have read it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..models import Profile, ProfileRead
from ..permissions import PROFILE_ACKNOWLEDGE, PROFILE_WRITE
from .locking import body_of, locked_child

SECTIONS = ("good_at", "matters_to_me", "helps_me", "does_not_help", "strategies", "safety", "written_with")


class ChangedMeanwhile(Refused):
    """Somebody else wrote the profile after this writer opened it. `current` is what stands now."""

    def __init__(self, current: Profile) -> None:
        super().__init__(_("Somebody else changed this profile while you were writing. Look at both before you save."))
        self.current = current


@transaction.atomic
def write_profile(*, by: Viewer, child: UUID, started_from: int, **sections: str) -> Profile:
    """Write the profile anew, as its next number. All earlier ones stay.

    started_from: the number that the writer had before them (0 when there was none). sections: SECTIONS; one left
    out is empty. Everybody who works with the child is asked to read the new one. Raises ChangedMeanwhile when
    another number stands by now, Refused when nothing is written or nothing has changed.
    """
    unknown = set(sections) - set(SECTIONS)
    if unknown:
        raise TypeError(f"A profile has no {sorted(unknown)}.")
    whose = locked_child(by, child, PROFILE_WRITE)
    written = {name: sections.get(name, "").strip() for name in SECTIONS}
    current = Profile.objects.filter(child=whose, holder_id=by.organisation).order_by("-number").first()
    _refuse_nonsense(current, started_from, written)
    profile = Profile.objects.create(
        authority_id=by.authority,
        holder_id=body_of(by),
        child=whose,
        number=1 if current is None else current.number + 1,
        changed_on=by.today,
        changed_by_id=by.person,
        **written,
    )
    _has_read(by, profile)
    record(by, "profile.written", profile, child=child, number=profile.number)
    return profile


def _refuse_nonsense(current: Profile | None, started_from: int, written: dict[str, str]) -> None:
    if current is not None and current.number != started_from:
        raise ChangedMeanwhile(current)
    if not any(text for name, text in written.items() if name != "written_with"):
        raise Refused(_("Write at least one part of the profile."))
    if current is not None and all(getattr(current, name) == text for name, text in written.items()):
        raise Refused(_("Nothing has changed, so nobody needs to read it again."))


def _has_read(by: Viewer, profile: Profile) -> ProfileRead:
    read, _made = ProfileRead.objects.get_or_create(
        profile=profile,
        account_id=by.person,
        defaults={
            "authority_id": profile.authority_id,
            "holder_id": profile.holder_id,
            "child_id": profile.child_id,
            "on": by.today,
        },
    )
    return read


@transaction.atomic
def acknowledge_profile(*, by: Viewer, profile: UUID) -> ProfileRead:
    """Note that the viewer has read this profile. Said twice, it is noted once.

    Raises Refused when a newer one stands by now: that is the one to read.
    """
    read = reach_one(by, Profile.objects.all(), PROFILE_ACKNOWLEDGE, profile, holder_id=by.organisation)
    newer = Profile.objects.filter(child_id=read.child_id, holder_id=read.holder_id, number__gt=read.number)
    if newer.exists():
        raise Refused(_("This profile has changed since you opened it. Open it again and read the new one."))
    noted = _has_read(by, read)
    record(by, "profile.read", read, child=read.child_id, number=read.number)
    return noted
