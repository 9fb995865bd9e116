"""The settings of the area, for the authority's officers; and one setting with its duties, for anyone at work here."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.request import Request

from ..contacts import Contact, sencos_of
from ..duties import duties_of, parental_preference_only
from ..models import Organisation, SettingType
from ..permissions import AREA_VIEW, ORGANISATION_VIEW
from ..queries import organisation_of, settings_of_area


@needs(AREA_VIEW)
@require_GET
def area(request: Request) -> HttpResponse:
    """Every open setting of the area with its SENCO. No child, and nothing about one."""
    found = list(settings_of_area(request.viewer))
    chosen = request.GET.get("kind", "")
    shown = [setting for setting in found if not chosen or setting.setting_type == chosen]
    kinds = sorted({setting.setting_type for setting in found if setting.setting_type})
    context = {
        "table": _settings(request, shown),
        "size": len(shown),
        "kind": chosen,
        "kinds": [(kind, SettingType(kind).label) for kind in kinds],
    }
    return render(request, "organisations/area.html", context)


def _settings(request: Request, found: list[Organisation]) -> Table:
    sencos = sencos_of(request.viewer, [setting.pk for setting in found])
    rows = [
        [
            Cell(
                setting.name,
                href=reverse("organisation", kwargs={"organisation": setting.pk}),
                note=setting.get_setting_type_display(),
            ),
            _numbers(setting),
            *_senco(sencos.get(setting.pk, []), setting),
        ]
        for setting in found
    ]
    columns = [
        Column(_("Setting")),
        Column(_("URN and DfE number")),
        Column(_("SENCO")),
        Column(_("How to reach them")),
    ]
    return Table(caption=_("Settings of the area"), columns=columns, rows=rows, caption_hidden=True)


def _numbers(setting: Organisation) -> Cell:
    number = f"{setting.la_code}/{setting.establishment_number}" if setting.establishment_number else ""
    return Cell(setting.urn, note=number)


def _senco(contacts: list[Contact], setting: Organisation) -> tuple[str, str]:
    """Names, and the SENCO's own ways of reaching them, or the setting's office."""
    names = ", ".join(contact.name for contact in contacts) or _("not known here")
    own = [way for contact in contacts for way in (contact.email, contact.phone) if way]
    return names, ", ".join(own or [way for way in (setting.email, setting.phone) if way])


@needs(ORGANISATION_VIEW)
@require_GET
def organisation(request: Request, organisation: UUID) -> HttpResponse:
    """One body: how to reach it, its names, what it followed, and its duties."""
    found = organisation_of(request.viewer, organisation)
    duties = duties_of(found.setting_type)
    context = {
        "organisation": found,
        "contacts": sencos_of(request.viewer, [found.pk]).get(found.pk, []),
        "facts": _facts(found),
        "names": found.other_names.order_by("from_on", "name"),
        "came_from": found.came_from.select_related("before").order_by("on"),
        "became": found.became.select_related("after").order_by("on"),
        "law": [duty for duty in duties if duty.law],
        "guidance": [duty for duty in duties if not duty.law],
        "preference_only": parental_preference_only(found.setting_type),
    }
    return render(request, "organisations/organisation.html", context)


def _facts(found: Organisation) -> list[dict[str, object]]:
    """What is known about the body, leaving out what is not."""
    kind = found.get_setting_type_display() or found.get_kind_display()
    said = [
        (_("Kind"), kind),
        (_("Phase"), found.phase),
        (_("URN"), found.urn),
        (_("DfE number"), f"{found.la_code}/{found.establishment_number}" if found.establishment_number else ""),
        (_("UKPRN"), found.ukprn),
        (_("Address"), ", ".join(part for part in (found.address, found.postcode) if part)),
        (_("Telephone"), found.phone),
        (_("E-mail"), found.email),
        (_("Answers messages within"), _("%(days)s school days") % {"days": found.answer_days}),
    ]
    return [{"key": key, "value": value} for key, value in said if value]
