"""Documents on a child's record: the list, one document, its file, adding and replacing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Right
from goldenthread.access.reach import Reach
from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.children.record_parts import tabs_for
from goldenthread.people.queries import adults_in_force
from goldenthread.process.keeping import fill_again, forget
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from . import actions, queries
from .forms import AudienceForm, DocumentForm, VersionForm
from .handing_over import hand_over
from .models import Audience, Document
from .permissions import DOCUMENT_ADD, DOCUMENT_VIEW
from .scanning import configured_scanner


def _shown(request: Request, template: str, **context: Any) -> HttpResponse:
    layout = "layouts/staff.html" if request.viewer.role.staff else "layouts/family.html"
    more = {"layout": layout, "staff": request.viewer.role.staff, "own": _own(request), "key": new_submission_key()}
    return render(request, f"documents/{template}.html", more | context)


def _own(request: Request) -> bool:
    """Whether the reader is the young person whose record it is: then it speaks to them."""
    return request.viewer.role.reach == Reach.SELF


def _child(request: Request, key: UUID, right: Right, what: str) -> Child:
    found = reach_one(request.viewer, Child.objects.all(), right, key)
    viewed(request, what, [found.pk])
    return found


@needs(DOCUMENT_VIEW)
def child_documents(request: Request, child: UUID) -> HttpResponse:
    """Every document of the child that the viewer may open."""
    viewer = request.viewer
    found = _child(request, child, DOCUMENT_VIEW, "list of documents")
    tabs = tabs_for(viewer, child, "child_documents") if viewer.role.staff else []
    listed = queries.documents_about(viewer, child)
    may_add = viewer.has(DOCUMENT_ADD.name)
    return _shown(request, "list", child=found, listed=listed, tabs=tabs, may_add=may_add)


@needs(DOCUMENT_ADD)
def add_document(request: Request, child: UUID) -> HttpResponse:
    """Choose a file, say what it is and who may open it."""
    viewer = request.viewer
    found = _child(request, child, DOCUMENT_ADD, "form to add a document")
    family = not viewer.role.staff
    adults = [] if family else [(str(one.parent_id), one.parent.name) for one in adults_in_force(viewer, child)]
    data = (request.POST, request.FILES) if request.method == "POST" else (None,)
    name = "" if _own(request) else found.first_name
    form = DocumentForm(*data, family=family, name=name, parents=adults)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data

        def act() -> str:
            taken = answers.pop("file")
            document = actions.add_document(by=viewer, child=child, taken=taken, **answers)
            messages.success(request, _("We have it. It is checked for viruses before anybody can open it."))
            forget(request)
            return reverse("document", args=[document.pk])

        return once(request, act)
    fill_again(request, form)
    return _shown(request, "add", child=found, form=form, stand_in=configured_scanner().is_stand_in)


def _document(request: Request, key: UUID, what: str) -> Document:
    found = queries.document_for(request.viewer, key)
    viewed(request, what, [found.child_id], thing=found)
    return found


def _may_change(request: Request, found: Document) -> bool:
    mine = found.submitted_by_id == request.viewer.person
    return request.viewer.has(DOCUMENT_ADD.name) and (mine or (request.viewer.role.staff and not found.from_family))


@needs(DOCUMENT_VIEW)
def document(request: Request, document: UUID) -> HttpResponse:
    """What a document is, who gave it, who may open it, whether it can be opened yet, and its versions."""
    found = _document(request, document, "a document's page")
    listed = queries.documents_about(request.viewer, found.child_id)
    newest = next((one for one in listed if found in [one.document, *one.earlier]), None)
    context = {
        "document": found,
        "note": queries.what_stands_in_the_way(found.stored_file),
        "newest": newest,
        "mine": found.submitted_by_id == request.viewer.person,
        "may_change": _may_change(request, found) and newest is not None and newest.document == found,
    }
    return _shown(request, "show", **context, may_open_to_others=found.audience != Audience.ONE_PARENT)


@needs(DOCUMENT_VIEW)
def document_file(request: Request, document: UUID) -> HttpResponse:
    """The file itself: to keep, never shown inside a page, under a name of ours."""
    found = _document(request, document, "a document's file")
    return hand_over(request, "document", found.pk)


@needs(DOCUMENT_ADD)
def new_version(request: Request, document: UUID) -> HttpResponse:
    """A newer file in the place of this one; the older stays to be seen."""
    viewer = request.viewer
    found = _document(request, document, "form to replace a document")
    form = VersionForm(*((request.POST, request.FILES) if request.method == "POST" else (None,)))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            newer = actions.add_document(
                by=viewer, child=found.child_id, taken=form.cleaned_data["file"], title=found.title, kind=found.kind,
                replaces=found.pk,
            )  # fmt: skip
            messages.success(request, _("We have the newer version. The one before stays under it."))
            return reverse("document", args=[newer.pk])

        return once(request, act)
    return _shown(request, "version", document=found, form=form, stand_in=configured_scanner().is_stand_in)


@needs(DOCUMENT_ADD)
def document_audience(request: Request, document: UUID) -> HttpResponse:
    """Let more or fewer people open it."""
    viewer = request.viewer
    found = _document(request, document, "form to change who may open a document")
    data = request.POST if request.method == "POST" else None
    name = "" if _own(request) else found.child.first_name
    form = AudienceForm(data, family=not viewer.role.staff, name=name, initial={"audience": found.audience})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            actions.change_audience(by=viewer, document=found.pk, **form.cleaned_data)
            messages.success(request, _("Changed. From now on only these people can open it."))
            forget(request)
            return reverse("document", args=[found.pk])

        return once(request, act)
    fill_again(request, form)
    return _shown(request, "audience", document=found, form=form)
