"""The log of calls, meetings and letters, for staff."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.request import Request

from ..actions import log as actions
from ..forms.messages import TalkForm
from ..models import Communication, SharedWith
from ..permissions import COMMUNICATION_RECORD, COMMUNICATION_VIEW
from ..queries import log as queries
from .sharing import child_shown, long_form, shown, tabs


@needs(COMMUNICATION_VIEW)
def communications(request: Request, child: UUID) -> HttpResponse:
    """Every talk about a child, and how each adult may be reached safely."""
    viewer = request.viewer
    found = child_shown(request, child, COMMUNICATION_VIEW, "log of calls and meetings")
    return shown(
        request,
        "communications",
        child=found,
        talks=queries.talks_about(viewer, child),
        ways=queries.ways_to_reach(viewer, child),
        may_record=viewer.has(COMMUNICATION_RECORD.name),
        me=viewer.person,
        tabs=tabs(request, child, "communications"),
    )


@needs(COMMUNICATION_RECORD)
def record_communication(request: Request, child: UUID) -> HttpResponse:
    """Write down a talk."""
    found = child_shown(request, child, COMMUNICATION_RECORD, "form to write down a talk")
    initial = {"on": request.viewer.today, "shared_with": SharedWith.SCHOOL}
    return _talk_form(request, found, f"talk:{child}", initial, None)


@needs(COMMUNICATION_RECORD)
def mend_communication(request: Request, communication: UUID) -> HttpResponse:
    """Put right what one wrote: a new wording, with the old one kept behind it."""
    before = queries.talk_for(request.viewer, communication)
    viewed(request, "form to mend a talk", [before.child_id], thing=before)
    initial = {name: getattr(before, name) for name in ("way", "on", "said", "agreed", "shared_with")}
    whom = str(before.with_parent_id) if before.with_parent_id else "other"
    initial |= {"whom": whom, "with_whom": before.with_whom}
    return _talk_form(request, before.child, f"talk/mend:{before.pk}", initial, before)


def _talk_form(
    request: Request, child: Child, name: str, initial: dict[str, Any], before: Communication | None
) -> HttpResponse:
    viewer = request.viewer
    adults = list(queries.adults_for_log(viewer, child.pk))

    def make(data: QueryDict | None) -> TalkForm:
        return TalkForm(data, adults=adults, initial=dict(initial), today=viewer.today)

    def act(answers: dict[str, Any]) -> str:
        whom = answers.pop("whom")
        answers |= {"with_parent": None if whom == "other" else UUID(whom), "with_whom": answers["with_whom"] or ""}
        made = actions.record_communication(by=viewer, child=child.pk, mends=before.pk if before else None, **answers)
        if made.against_wishes:
            messages.error(
                request,
                _("This person had asked not to be reached this way. Tell whoever leads on data protection today."),
            )
        else:
            messages.success(request, _("Written down."))
        return reverse("communications", args=[child.pk])

    context = {"child": child, "back": reverse("communications", args=[child.pk]), "before": before}
    return long_form(request, name, "write_talk", make, act, **context)
