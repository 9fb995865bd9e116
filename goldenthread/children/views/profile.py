"""The one-page profile: read it, print it, write it, say that one has read it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from goldenthread.access.reach import Reach
from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import viewed
from goldenthread.process.asking import act_once
from goldenthread.process.drafts import discard_draft, draft_of, filled, mark_for, save_draft
from goldenthread.process.submissions import new_submission_key
from goldenthread.request import Request

from ..actions import acknowledge_profile, write_profile
from ..actions.profiles import SECTIONS, ChangedMeanwhile
from ..forms.profiles import ASKED, ProfileForm
from ..models import Profile
from ..permissions import PROFILE_ACKNOWLEDGE, PROFILE_VIEW, PROFILE_WRITE
from ..queries.profiles import current_profile, readers_of
from ..queries.record import child_of
from ..record_parts import tabs_for


def parts_of(profile: Profile | None) -> list[tuple[object, str]]:
    """What the profile says, part by part, leaving out what nobody has written."""
    if profile is None:
        return []
    said = [(question, getattr(profile, name)) for name, question in ASKED.items()]
    return [(question, words) for question, words in said if words]


def _shown(request: Request, child: UUID, template: str) -> HttpResponse:
    viewer, whose = request.viewer, child_of(request.viewer, child, PROFILE_VIEW)
    profile = current_profile(viewer, child)
    viewed(request, "profile", [child], thing=whose)
    readers = readers_of(viewer, profile) if profile and viewer.has(PROFILE_WRITE.name) else []
    context = {
        "child": whose,
        "own": viewer.role.reach == Reach.SELF,
        "layout": "layouts/staff.html" if viewer.role.staff else "layouts/family.html",
        "tabs": tabs_for(viewer, child, "profile") if viewer.role.staff else [],
        "profile": profile,
        "parts": parts_of(profile),
        "readers": readers,
        "unread": [reader for reader in readers if not reader.has_read],
        "may_write": viewer.has(PROFILE_WRITE.name),
        "asked_to_read": profile is not None and _is_asked_to_read(viewer, profile),
    }
    return render(request, template, context)


def _is_asked_to_read(viewer: Viewer, profile: Profile) -> bool:
    if not viewer.has(PROFILE_ACKNOWLEDGE.name):
        return False
    return not profile.readers.filter(account_id=viewer.person).exists()


@needs(PROFILE_VIEW)
@require_GET
def profile(request: Request, child: UUID) -> HttpResponse:
    """The profile as it stands, and for those who write it who has yet to read it."""
    return _shown(request, child, "children/profile.html")


@needs(PROFILE_VIEW)
@require_GET
def print_profile(request: Request, child: UUID) -> HttpResponse:
    """The same on one sheet of paper, with nothing to press."""
    return _shown(request, child, "children/profile_print.html")


@needs(PROFILE_ACKNOWLEDGE)
@require_POST
def read_profile(request: Request, child: UUID, profile: UUID) -> HttpResponse:
    """Note that the viewer has read this very version. Not found when it is another child's than the address says."""
    reach_one(request.viewer, Profile.objects.all(), PROFILE_ACKNOWLEDGE, profile, child_id=child)
    acknowledge_profile(by=request.viewer, profile=profile)
    return redirect("profile", child=child)


@needs(PROFILE_WRITE)
def writing_profile(request: Request, child: UUID) -> HttpResponse:
    """Write the profile anew, starting from what stands. Somebody else's change meanwhile is shown beside it."""
    viewer, whose = request.viewer, child_of(request.viewer, child, PROFILE_WRITE)
    current = current_profile(viewer, child)
    draft_name = f"profile/write:{child}"
    back = reverse("profile", kwargs={"child": child})
    if request.method == "POST" and request.POST.get("save") == "draft":
        save_draft(viewer.person, draft_name, request.POST, request.POST.get("started_from", ""))
        return redirect(back)
    form, started_from = _form(request, viewer, draft_name, current)
    meanwhile: list[Profile] = []

    def act() -> str:
        try:
            write_profile(by=viewer, child=child, started_from=started_from, **form.cleaned_data)
        except ChangedMeanwhile as changed:
            meanwhile.append(changed.current)
            raise
        discard_draft(viewer.person, draft_name)
        return back

    gone = act_once(request, form, act) if request.method == "POST" else None
    if gone is not None:
        return gone
    viewed(request, "profile", [child], thing=whose)
    standing = meanwhile[0].number if meanwhile else started_from
    context = {
        "child": whose,
        "form": form,
        "meanwhile": parts_of(meanwhile[0]) if meanwhile else [],
        "started_from": standing,
        "draft_mark": mark_for(viewer.person, draft_name, str(standing)),
        "submission_key": new_submission_key(),
        "back": back,
    }
    return render(request, "children/profile_write.html", context)


def _form(request: Request, viewer: Viewer, draft_name: str, current: Profile | None) -> tuple[ProfileForm, int]:
    """The form, filled from what was posted, a kept draft, or the profile that stands; and the number it began from."""
    if request.method == "POST":
        return ProfileForm(request.POST, today=viewer.today), _number(request.POST.get("started_from", ""))
    standing: dict[str, Any] = {name: getattr(current, name) for name in SECTIONS} if current else {}
    draft = draft_of(viewer.person, draft_name)
    kept = filled(draft)
    if kept is not None and draft is not None:
        standing |= {name: kept.get(name, "") for name in SECTIONS}
        return ProfileForm(initial=standing, today=viewer.today), _number(draft.started_from)
    return ProfileForm(initial=standing, today=viewer.today), current.number if current else 0


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
