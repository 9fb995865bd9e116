"""How a long form is shown and sent: kept while it is typed, sent once, and told of who saved first.

A form that changes something shared names the version it started from. When somebody else saved meanwhile, the page
comes back with their wording beside what was typed; sending it again then counts (bars F3, F4, F5).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.design_system.forms.errors import problems
from goldenthread.request import Request

from .drafts import discard_draft, draft_of, filled, mark_for, save_draft, version_of
from .submissions import new_submission_key, once

Make = Callable[[QueryDict | None], Any]
STARTED_FROM = "started_from"


@dataclass(frozen=True)
class Shared:
    """Something several people may change: its values now, under the names readers know."""

    values: dict[str, Any]

    @property
    def version(self) -> str:
        return version_of(self.values)


@dataclass(frozen=True)
class Page:
    """What stands around a form. name: of the form and what it is about; template: the page; more: its context; with_form: context made of
    the form as it stands."""

    name: str
    heading: str
    submit: str
    back: str
    template: str = "process/long_form.html"
    lead: str = ""
    layout: str = "layouts/staff.html"
    keep: bool = True
    more: dict[str, Any] = field(default_factory=dict)
    with_form: Callable[[Any], dict[str, Any]] | None = None


def long_form(
    request: Request, page: Page, *, make: Make, act: Callable[[Any], str], shared: Shared | None = None
) -> HttpResponse:
    """Show, keep, check and send one form.

    make: builds the form from what was posted, or from None. act: does the work with the valid form and answers the
    next address. Asking for one more row, or for a preview, shows the form again with nothing lost.
    """
    person = request.viewer.person
    if request.method != "POST":
        return _shown(request, page, *_opened(request, page, make, shared), shared)
    if request.POST.get("save") == "draft":
        save_draft(person, page.name, request.POST, shared.version if shared else "")
        messages.success(request, _("Kept for you. It has not been sent. You can go on with it on any device."))
        return redirect(request.get_full_path())
    if "preview" in request.POST:
        return _shown(request, page, without_errors(make(request.POST)), None, shared)
    wider = _with_another_row(request, make)
    if wider is not None:
        return _shown(request, page, wider, None, shared)
    form = make(request.POST)
    if shared is not None and request.POST.get(STARTED_FROM) not in (None, shared.version):
        return _shown(request, page, form, shared, shared)
    if not form.is_valid():
        return _shown(request, page, form, None, shared)

    def send() -> str:
        address = act(form)
        discard_draft(person, page.name)
        return address

    return once(request, send)


def _opened(request: Request, page: Page, make: Make, shared: Shared | None) -> tuple[Any, Shared | None]:
    """The form as last typed, or fresh; and what somebody else saved since the draft was begun."""
    draft = draft_of(request.viewer.person, page.name) if page.keep else None
    data = filled(draft)
    if draft is None or data is None:
        return make(None), None
    changed = shared if shared and draft.started_from and draft.started_from != shared.version else None
    return without_errors(make(data)), changed


def parts_of(form: Any) -> list[Any]:
    """The forms that one page is made of: itself, its parts and its rows."""
    if hasattr(form, "forms"):
        return list(form.forms)
    rows = getattr(form, "rows", None)
    return [form] if rows is None else [form, rows]


def without_errors(form: Any) -> Any:
    """A form shown as far as it was typed: nobody is told off for what they have not finished."""
    for part in parts_of(form):
        for single in getattr(part, "forms", [part]):
            single._errors, single.cleaned_data = ErrorDict(), {}
        if hasattr(part, "forms"):
            part._errors, part._non_form_errors = [ErrorDict() for _form in part.forms], ErrorList()
    return form


def _with_another_row(request: Request, make: Make) -> Any:
    rows = getattr(make(request.POST), "rows", None)
    if rows is None or not rows.wants_another_row(request.POST):
        return None
    return without_errors(make(rows.with_another_row(request.POST, rows.prefix)))


def _shown(request: Request, page: Page, form: Any, saved: Shared | None, shared: Shared | None) -> HttpResponse:
    version = shared.version if shared else ""
    hidden = {
        "draft_mark": mark_for(request.viewer.person, page.name, version) if page.keep else "",
        "submission_key": new_submission_key(),
        STARTED_FROM: version,
    }
    context = {
        "form": form, "found": [line for part in parts_of(form) for line in problems(part)], "page": page, "hidden": hidden, "layout": page.layout,
        "saved_meanwhile": saved.values if saved else None,
        "kept": page.keep and request.method == "GET" and getattr(form, "is_bound", False),
    }  # fmt: skip
    made = page.with_form(form) if page.with_form else {}
    return render(request, page.template, context | page.more | made)
