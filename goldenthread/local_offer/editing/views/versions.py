"""Every version of an entry: who, when, what, why; what differs between any two; restore; and a look before it is sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.process.asking import asked, posted
from goldenthread.request import Request

from ...models import Service, ServiceVersion
from ...versions import Contents, empty_contents
from ...views.page import show as show_public
from .. import queries
from ..actions.moderating import restore_version
from ..changing import last_sent, working
from ..forms.short import RestoreForm
from ..naming import differences_in_words, field_name
from ..permissions import OFFER_ENTRY_EDIT, OFFER_ENTRY_MODERATE, OFFER_ENTRY_VIEW
from ..preview import preview_context
from ..states import DECIDED, VERSION
from .showing import person_name, show, version_tag

_SHOWN = 100


def kind_words(version: ServiceVersion) -> str:
    return {
        "small": _("Small change"), "import": _("Brought in"), "restore": _("Restored"),
    }.get(version.kind, _("Change"))  # fmt: skip


@needs(OFFER_ENTRY_VIEW)
@require_safe
def entry_versions(request: Request, service: UUID) -> HttpResponse:
    """All versions, newest first; with two chosen, what differs between them."""
    entry = queries.entry_for(request.viewer, service)
    versions = list(entry.versions.select_related("made_by", "decided_by").defer("contents")[:_SHOWN])
    chosen = _chosen(request, entry)
    context = {
        "entry": entry, "rows": [_row(version) for version in versions], "chosen": chosen,
        "choices": [(str(version.number), _label(version)) for version in versions],
        "groups": differences_in_words(chosen[0].contents, chosen[1].contents) if chosen else [],
    }  # fmt: skip
    return show(request, "versions.html", **context)


def _chosen(request: Request, entry: Service) -> tuple[ServiceVersion, ServiceVersion] | None:
    """The two versions whose numbers stand in the address, the older first; None while there are not two."""
    asked_for = [request.GET.get(name, "") for name in ("first", "second")]
    numbers = sorted(int(one) for one in asked_for if one.isascii() and one.isdigit() and len(one) < 7)
    found = {version.number: version for version in entry.versions.filter(number__in=numbers)}
    return (found[numbers[0]], found[numbers[1]]) if len(numbers) == 2 and len(found) == 2 else None


def _label(version: ServiceVersion) -> str:
    return _("Version %(number)s") % {"number": version.number}


def _row(version: ServiceVersion) -> dict[str, Any]:
    return {
        "version": version, "label": _label(version), "tag": version_tag(version), "kind": kind_words(version),
        "who": person_name(version.made_by), "what": ", ".join(field_name("service", name) for name in version.changed[:8]),
    }  # fmt: skip


@needs(OFFER_ENTRY_VIEW)
@require_safe
def entry_version(request: Request, service_version: UUID) -> HttpResponse:
    """One version: what it changed against the approved one before it, and what was done with it."""
    found = queries.version_for(request.viewer, service_version)
    context = {
        "version": found, "entry": found.service, "label": _label(found), "tag": version_tag(found),
        "kind": kind_words(found), "who": person_name(found.made_by), "decider": found.decided_by,
        "groups": differences_in_words(_before(found), found.contents), "moves": moves_of(found),
        "by_moderator": changed_by_moderator(found), "may_restore": _may_restore(request, found),
    }  # fmt: skip
    return show(request, "version.html", **context)


def _before(version: ServiceVersion) -> Contents:
    """What was approved when this version was begun."""
    base = version.service.versions.filter(number=version.based_on).first() if version.based_on else None
    return base.contents if base else empty_contents()


def moves_of(version: ServiceVersion) -> list[dict[str, Any]]:
    return [
        {"entry": one, "label": VERSION.states[one.to_state][0], "who": person_name(one.by)}
        for one in version.entries.select_related("by")
    ]


def changed_by_moderator(version: ServiceVersion) -> list[Any]:
    """What differs between what was last sent (with what went live beside it) and what was approved."""
    if version.state != "approved":
        return []
    sent = last_sent(version)
    return differences_in_words(sent, version.contents) if sent else []


def _may_restore(request: Request, version: ServiceVersion) -> bool:
    return request.viewer.has(OFFER_ENTRY_EDIT.name) and version.state in DECIDED


@needs(OFFER_ENTRY_EDIT)
def restore_entry_version(request: Request, service_version: UUID) -> HttpResponse:
    """Say why, then make the entry say it again."""
    viewer = request.viewer
    found = queries.version_for(viewer, service_version, OFFER_ENTRY_EDIT)
    if not _may_restore(request, found):
        raise NotFound("version")
    form = RestoreForm(posted(request))

    def act() -> str:
        _made, live = restore_version(by=viewer, version=service_version, why=form.cleaned_data["why"])
        messages.success(
            request,
            _("Restored. Everybody sees it now.") if live else _("Restored. Nobody sees it yet: now finish it."),
        )
        return reverse("entry_overview", args=[found.service_id])

    now = working(found.service).contents
    lead = (
        _("The entry says at once what version %(number)s said.")
        if viewer.has(OFFER_ENTRY_MODERATE.name) and found.service.approved_at
        else _(
            "What version %(number)s said becomes your change. Look at it again. Nobody sees it until it is approved."
        )
    ) % {"number": found.number}
    return asked(
        request, form, act, heading=_("Restore version %(number)s") % {"number": found.number}, submit=_("Restore it"),
        back=reverse("entry_version", args=[service_version]), lead=lead,
        template="local_offer_editing/restore.html", groups=differences_in_words(now, found.contents),
    )  # fmt: skip


@needs(OFFER_ENTRY_VIEW)
@require_safe
def preview_entry(request: Request, service: UUID) -> HttpResponse:
    """The public page as it would look with what is being written."""
    entry = queries.entry_for(request.viewer, service)
    return show_public(request, "entry.html", preview_context(entry, working(entry).contents, request.viewer.today))
