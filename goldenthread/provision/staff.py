"""Who works at the viewer's setting today, and so can lead a group or a session."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import in_force
from goldenthread.people.models import Account, Assignment

_TEACH = ("class_teacher", "teaching_assistant", "senco", "head")


def setting_of(viewer: Viewer) -> UUID:
    """The setting whose rows this viewer writes. Raises NotFound for somebody who works nowhere."""
    if viewer.organisation is None:
        raise NotFound("setting")
    return viewer.organisation


def who_can_lead(viewer: Viewer) -> QuerySet[Account]:
    """Grown-ups of the viewer's setting who teach or assist there today, by name."""
    here = Assignment.objects.filter(in_force(viewer.today), holder_id=viewer.organisation, role__in=_TEACH)
    return Account.objects.filter(pk__in=here.values("account_id")).order_by("name", "pk")


def refuse_who_does_not_work_here(viewer: Viewer, account: UUID) -> None:
    if not who_can_lead(viewer).filter(pk=account).exists():
        raise Refused(_("Choose somebody who works here today to lead it."))
