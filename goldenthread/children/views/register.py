"""The SENCO's register: the list, the search by name, and the download."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.request import Request

from ..codes import sen_types_in_use
from ..forms.register import RegisterForm
from ..hidden_words import hidden, shown
from ..permissions import REGISTER_EXPORT, REGISTER_VIEW
from ..queries.register import Asked, register_page, register_size
from ..register_address import with_changes
from ..register_columns import one_page
from ..register_export import export_register
from ..register_table import register_table


@needs(REGISTER_VIEW)
@require_GET
@one_page()
def register(request: Request) -> HttpResponse:
    """The register of the setting as of a day, fifty children a page."""
    viewer, query = request.viewer, request.GET
    form = RegisterForm(query, viewer=viewer)
    asked = _asked(form, request)
    page = register_page(viewer, asked, after=_key(query, "after"), before=_key(query, "before"))
    size, numbers = register_size(viewer, asked)
    viewed(request, "register", [child.pk for child in page.rows])
    context = {
        "form": form,
        "asked": asked,
        "size": size,
        "numbers": [(number, with_changes(QueryDict(), **_day(query), **number.filters)) for number in numbers],
        "table": register_table(viewer, asked, page.rows, query),
        "found": bool(page.rows),
        "newer": with_changes(query, before=str(page.before)) if page.before else "",
        "older": with_changes(query, after=str(page.after)) if page.after else "",
        "chosen": _chosen(form, query),
        "codes": sen_types_in_use(),
        "here": with_changes(query),
        "may_export": viewer.has(REGISTER_EXPORT.name),
    }
    return render(request, "children/register.html", context)


@needs(REGISTER_VIEW)
@require_POST
def find_on_register(request: Request) -> HttpResponse:
    """Take a name that was looked for out of the form and carry it on unreadably."""
    query = with_changes(request.GET, find=hidden(request.POST.get("name", "")))
    return redirect(reverse("register") + query)


@needs(REGISTER_EXPORT)
@require_GET
@one_page()
def download_register(request: Request) -> HttpResponse:
    """The register as it is narrowed down now, all pages, for a spreadsheet."""
    form = RegisterForm(request.GET, viewer=request.viewer)
    made = export_register(by=request.viewer, asked=_asked(form, request))
    viewed(request, "register download", made.children)
    response = HttpResponse(made.content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response


def _asked(form: RegisterForm, request: Request) -> Asked:
    find = shown(request.GET.get("find", ""))
    return form.asked(find, request.GET.get("sort", ""), request.viewer.today)


def _key(query: QueryDict, name: str) -> UUID | None:
    try:
        return UUID(query.get(name, ""))
    except ValueError:
        return None


def _day(query: QueryDict) -> dict[str, str]:
    """The day the register is shown as of, to be kept in a link that changes the filters."""
    names = ("as_on", "known")
    return {name: str(query[name]) for name in names if query.get(name)}


def _chosen(form: RegisterForm, query: QueryDict) -> list[dict[str, Any]]:
    """The filters in force, each with the address of the list without it."""
    names = [name for name in form.fields if name not in {"as_on", "known"} and form.answered(name)]
    return [{"text": form.choice_in_words(name), "href": with_changes(query, **{name: ""})} for name in names]
