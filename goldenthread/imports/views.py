"""Bringing in files: choose a kind, give the file, look at what it would do, say yes."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.privacy.csv_out import csv_bytes
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from . import queries
from .actions import put_file_aside, read_file, take_file
from .forms import FileForm
from .kinds import KINDS
from .models import FileKind
from .pages import batch_page, kind_page
from .permissions import IMPORT_RUN
from .reading import FileRefused, template


@needs(IMPORT_RUN)
@require_GET
def start(request: Request) -> HttpResponse:
    """The four kinds of file, in their order, and what was brought in lately."""
    context = {"kinds": FileKind, "batches": queries.recent_batches(request.viewer)}
    return render(request, "imports/start.html", context)


@needs(IMPORT_RUN)
def bring(request: Request, kind: FileKind) -> HttpResponse:
    """Give one file. Its columns are explained beside it."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            with transaction.atomic():
                made = read_file(by=request.viewer, kind=kind, file_name=upload.name, chunks=upload.chunks())
            return redirect("import_batch", batch=made.pk)
        except FileRefused as fault:
            form.add_error("file", str(fault))
    return render(request, "imports/bring.html", {"form": form} | kind_page(kind))


@needs(IMPORT_RUN)
@require_GET
def blank(request: Request, kind: FileKind) -> HttpResponse:
    """The template of a kind, to fill in."""
    response = HttpResponse(template(KINDS[kind].columns), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="golden-thread-{kind}.csv"'
    return response


@needs(IMPORT_RUN)
def batch(request: Request, batch: UUID) -> HttpResponse:
    """What a file would do; taken or put aside from here."""
    found = queries.batch(request.viewer, batch)
    if request.method == "POST":
        return once(request, lambda: _decide(request, batch))
    context = {"submission_key": new_submission_key()} | batch_page(request.viewer, found)
    return render(request, "imports/batch.html", context)


def _decide(request: Request, batch: UUID) -> str:
    if request.POST.get("answer") == "take":
        taken = take_file(by=request.viewer, batch=batch)
        messages.success(
            request, _("Taken: %(new)d new, %(changed)d changed.") % {"new": taken.new, "changed": taken.changed}
        )
        return request.path
    if request.POST.get("answer") == "put_aside":
        put_file_aside(by=request.viewer, batch=batch)
        messages.info(request, _("The file was put aside. Nothing was changed."))
        return "/import/"
    raise NotFound("answer")


@needs(IMPORT_RUN)
@require_GET
def problems(request: Request, batch: UUID) -> HttpResponse:
    """Every problem of a file as CSV, to work through beside it."""
    found = queries.batch(request.viewer, batch)
    rows = queries.problems_of(request.viewer, found).values_list("line", "field", "value", "remedy")
    head = (_("line"), _("field"), _("value"), _("what to do"))
    response = HttpResponse(csv_bytes(head, rows.iterator(chunk_size=2000)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="problems-{found.kind}.csv"'
    return response
