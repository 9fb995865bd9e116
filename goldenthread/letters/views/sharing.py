"""What the pages of this room share: the child shown, long forms that are kept, the right layout."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Right
from goldenthread.access.scopes import reach_one
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.children.record_parts import tabs_for
from goldenthread.design_system.forms import Form
from goldenthread.process.asking import act_once
from goldenthread.process.drafts import discard_draft, draft_of, filled, mark_for, save_draft
from goldenthread.process.submissions import new_submission_key
from goldenthread.request import Request


def child_shown(request: Request, key: UUID, right: Right, what: str) -> Child:
    """The child inside the viewer's reach, with an entry for the view log. Raises NotFound outside it."""
    found = reach_one(request.viewer, Child.objects.all(), right, key)
    viewed(request, what, [found.pk])
    return found


def shown(request: Request, template: str, **context: Any) -> HttpResponse:
    staff = request.viewer.role.staff
    layout = "layouts/staff.html" if staff else "layouts/family.html"
    key = request.POST.get("submission_key") or new_submission_key()
    return render(request, f"letters/{template}.html", {"layout": layout, "staff": staff, "key": key} | context)


def tabs(request: Request, child: UUID, current: str) -> list[dict[str, Any]]:
    return tabs_for(request.viewer, child, current) if request.viewer.role.staff else []


Make = Callable[[QueryDict | None], Form]


def long_form(
    request: Request, name: str, template: str, make: Make, act: Callable[[dict[str, Any]], str], **context: Any
) -> HttpResponse:
    """Show a form whose words are kept while they are written, and do its work once.

    name: of the form and what it is about, "talk:<child>". make: builds the form from what was posted. act: does the
    work with the answers and says where to go next. "Save and come back later" keeps it as a draft.
    """
    person = request.viewer.person
    if request.method == "POST" and request.POST.get("save") == "draft":
        save_draft(person, name, request.POST)
        messages.success(request, _("Kept for you. It has not been sent. You find it under “What you began”."))
        return redirect(request.get_full_path())
    if request.method == "POST":
        form = make(request.POST)

        def done() -> str:
            led_to = act(form.cleaned_data)
            discard_draft(person, name)
            return led_to

        answer = act_once(request, form, done)
        if answer is not None:
            return answer
    else:
        form = make(None)
        data = filled(draft_of(person, name))
        if data is not None:
            for field in form.fields:
                form.initial[field] = data.getlist(field) if field == "documents" else data.get(field, "")
            context["kept"] = True
    return shown(request, template, form=form, draft_mark=mark_for(person, name), **context)
