"""Bodies of the area: what each was called and what it followed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access.permissions import NotFound, require
from goldenthread.access.viewer import Viewer

from .models import Kind, Organisation, OtherName, Succession
from .permissions import AREA_VIEW, ORGANISATION_VIEW


def own_organisation(viewer: Viewer) -> Organisation:
    """The body the viewer works at. Raises NotFound for families, who work at none."""
    found = None if viewer.organisation is None else Organisation.objects.filter(pk=viewer.organisation).first()
    if found is None:
        raise NotFound("own organisation")
    return found


def organisation_of(viewer: Viewer, organisation: UUID) -> Organisation:
    """A body of the viewer's own area. Raises NotFound for one of another."""
    require(viewer, ORGANISATION_VIEW)
    found = Organisation.objects.filter(pk=organisation, authority_id=viewer.authority).first()
    if found is None:
        raise NotFound(ORGANISATION_VIEW.name)
    return found


def settings_of_area(viewer: Viewer) -> QuerySet[Organisation]:
    """Schools, nurseries and colleges of the area that are open today, by name."""
    require(viewer, AREA_VIEW)
    open_today = Q(closed_on__isnull=True) | Q(closed_on__gte=viewer.today)
    return Organisation.objects.filter(open_today, authority_id=viewer.authority, kind=Kind.SETTING)


# Names and successions -----------------------------------------------------------------------------------------------


def _names_in_force(day: date) -> QuerySet[OtherName]:
    began = Q(from_on__isnull=True) | Q(from_on__lte=day)
    goes_on = Q(to_on__isnull=True) | Q(to_on__gte=day)
    return OtherName.objects.filter(began, goes_on)


def name_on(organisation: Organisation, day: date) -> str:
    """What the body was called on a day: an earlier name while it held, otherwise the name of today.

    A name with an end is a former one; a name without an end stands beside the present one and never replaces it.
    """
    former = _names_in_force(day).filter(organisation=organisation, to_on__isnull=False).order_by("-from_on").first()
    return former.name if former else organisation.name


def body_in_charge_on(organisation: Organisation, day: date) -> Organisation:
    """Who does this body's work on a day: the body that took over from it, and from that one, by then; else itself.

    A letter of 2021 names a clinical commissioning group; its duties are those of an integrated care board today.
    Where several took over, the first by name answers, since nothing says which of them it is.
    """
    seen = {organisation.pk}
    current = organisation
    while True:
        after = Succession.objects.filter(before=current, on__lte=day).select_related("after")
        step = after.order_by("-on", "after__name").first()
        if step is None or step.after_id in seen:
            return current
        current = step.after
        seen.add(current.pk)


def known_by(viewer: Viewer, name: str) -> list[Organisation]:
    """Bodies of the area with this name today or ever, whatever case it is written in, by today's name."""
    require(viewer, ORGANISATION_VIEW)
    called = Q(name__iexact=name.strip()) | Q(other_names__name__iexact=name.strip())
    return list(Organisation.objects.filter(called, authority_id=viewer.authority).distinct())
