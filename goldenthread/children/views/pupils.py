"""Pupils on roll for the data manager, finding a child by name, and the numbers that identify one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.words import date
from goldenthread.process.asking import act_once, asked
from goldenthread.process.submissions import new_submission_key
from goldenthread.request import Request

from ..actions import add_identifier, end_identifier
from ..forms.pupils import FindForm, IdentifierForm
from ..forms.status import EndForm
from ..hidden_words import hidden, shown
from ..identifiers import as_people_write_it
from ..models import Child, Identifier, Scheme
from ..permissions import CHILD_SEARCH, PUPIL_CHANGE, PUPIL_VIEW
from ..queries.classes import class_names
from ..queries.names import children_named, named_like
from ..queries.paging import Order, page_of
from ..queries.record import child_of, identifiers_of
from ..queries.status import on_roll
from ..register_address import with_changes
from ..register_table import name_in_list
from ..years import year_name


@needs(CHILD_SEARCH)
def find_child(request: Request) -> HttpResponse:
    """Find a child of the setting by name. The name goes by POST and comes back unreadably."""
    if request.method == "POST":
        return redirect(f"{reverse('find_child')}?find={hidden(request.POST.get('name', ''))}")
    words = shown(request.GET.get("find", ""))
    form = FindForm({"name": words} if "find" in request.GET else None)
    found: list[Child] = []
    if form.is_valid():
        try:
            found = children_named(request.viewer, words)
        except Refused as no:
            form.add_error("name", str(no.sentence))
    viewed(request, "search", [child.pk for child in found])
    table = _found(request, found)
    return render(request, "children/find.html", {"form": form, "found": found, "table": table, "words": words})


def _found(request: Request, found: list[Child]) -> Table:
    classes = class_names(request.viewer, [child.pk for child in found], request.viewer.today)
    rows = [
        [
            Cell(name_in_list(child), href=reverse("child", kwargs={"child": child.pk})),
            date(child.born_on),
            year_name(child.year_group),  # type: ignore[attr-defined]
            classes.get(child.pk, ""),
        ]
        for child in found
    ]
    columns = [Column(_("Child")), Column(_("Born")), Column(_("Year")), Column(_("Class"))]
    return Table(caption=_("Children with a name like this"), columns=columns, rows=rows, caption_size="s")


@needs(PUPIL_VIEW)
@require_GET
def pupils(request: Request) -> HttpResponse:
    """Everybody on roll, fifty a page: names, classes and numbers, and no need."""
    viewer, query = request.viewer, request.GET
    everyone = on_roll(viewer, viewer.today, PUPIL_VIEW)
    words = shown(query.get("find", ""))
    rows: QuerySet[Child] = named_like(everyone, words) if words else everyone
    page = page_of(rows, lambda: everyone, Order(), after=_key(query.get("after")), before=_key(query.get("before")))
    viewed(request, "pupils", [child.pk for child in page.rows])
    context = {
        "table": _roll(request, page.rows),
        "found": bool(page.rows),
        "words": words,
        "newer": with_changes(query, before=str(page.before)) if page.before else "",
        "older": with_changes(query, after=str(page.after)) if page.after else "",
    }
    return render(request, "children/pupils.html", context)


@needs(PUPIL_VIEW)
@require_POST
def find_pupil(request: Request) -> HttpResponse:
    return redirect(f"{reverse('pupils')}?find={hidden(request.POST.get('name', ''))}")


def _key(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def _roll(request: Request, found: list[Child]) -> Table:
    keys = [child.pk for child in found]
    classes = class_names(request.viewer, keys, request.viewer.today)
    upns = dict(
        Identifier.objects.filter(child_id__in=keys, scheme=Scheme.UPN, to_on__isnull=True).values_list(
            "child_id", "value"
        )
    )
    rows = [
        [
            Cell(name_in_list(child), href=reverse("identifiers", kwargs={"child": child.pk})),
            date(child.born_on),
            year_name(child.year_group),  # type: ignore[attr-defined]
            classes.get(child.pk, ""),
            upns.get(child.pk, _("none yet")),
        ]
        for child in found
    ]
    columns = [Column(_("Pupil")), Column(_("Born")), Column(_("Year")), Column(_("Class")), Column(_("UPN"))]
    return Table(caption=_("Pupils on roll"), columns=columns, rows=rows, caption_hidden=True)


@needs(PUPIL_VIEW)
def identifiers(request: Request, child: UUID) -> HttpResponse:
    """The numbers that identify one child; those who keep them right may add one."""
    viewer, whose = request.viewer, child_of(request.viewer, child, PUPIL_VIEW)
    may_change = viewer.has(PUPIL_CHANGE.name)
    form = IdentifierForm(request.POST or None, today=viewer.today, initial={"from_on": viewer.today})
    looked_at = request.POST.get("looked_at") == "yes"

    def act() -> str:
        add_identifier(by=viewer, child=child, looked_at=looked_at, **form.cleaned_data)
        return reverse("identifiers", kwargs={"child": child})

    gone = act_once(request, form, act) if may_change else None
    if gone is not None:
        return gone
    viewed(request, "identifiers", [child], thing=whose)
    context: dict[str, Any] = {
        "child": whose,
        "form": form if may_change else None,
        "query": form.query if form.is_bound and not form.errors.get("value") and not _unfinished(form) else "",
        "submission_key": new_submission_key(),
        "table": _numbers(identifiers_of(viewer, child), may_change),
    }
    return render(request, "children/identifiers.html", context)


def _unfinished(form: IdentifierForm) -> bool:
    return bool({"scheme", "value"} - set(form.cleaned_data))


def _numbers(found: list[Identifier], may_change: bool) -> Table:
    rows: list[list[object]] = []
    for number in found:
        end: object = ""
        if may_change and number.to_on is None:
            address = reverse("end_identifier", kwargs={"child": number.child_id, "identifier": number.pk})
            end = Cell(_("End it"), href=address)
        value = as_people_write_it(number.scheme, number.value)
        rows.append([Scheme(number.scheme).label, value, date(number.from_on), date(number.to_on), end])
    columns = [Column(_("Number")), Column(_("Value")), Column(_("From")), Column(_("To"))]
    return Table(
        caption=_("Numbers that identify this child"),
        columns=[*columns, Column(_("What can be done"), hidden=True)],
        rows=rows,
    )


@needs(PUPIL_CHANGE)
def ending_identifier(request: Request, child: UUID, identifier: UUID) -> HttpResponse:
    """One question: which was the last day on which this number was right."""
    viewer, whose = request.viewer, child_of(request.viewer, child, PUPIL_CHANGE)
    chosen = next((number for number in identifiers_of(viewer, child) if number.pk == identifier), None)
    if chosen is None:
        raise NotFound("identifier")
    form = EndForm(request.POST or None, today=viewer.today, initial={"on": viewer.today})
    del form.fields["reason"]
    back = reverse("identifiers", kwargs={"child": child})

    def act() -> str:
        end_identifier(by=viewer, identifier=identifier, on=form.cleaned_data["on"])
        return back

    viewed(request, "identifiers", [child], thing=whose)
    return asked(
        request, form, act, heading=_("End this number"), submit=_("End the number"), back=back, template="children/question.html", child=whose,
        explanation=f"{Scheme(chosen.scheme).label}: {as_people_write_it(chosen.scheme, chosen.value)}",
    )  # fmt: skip
