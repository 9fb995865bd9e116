"""Keep term dates and closures right. Plans, timetables and what counts as a missed session follow from them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from .models import Closure, Term
from .permissions import TERM_DATES_MANAGE

LONGEST_TERM = timedelta(days=200)


def _own(by: Viewer) -> UUID:
    require(by, TERM_DATES_MANAGE)
    if by.organisation is None:
        raise NotFound(TERM_DATES_MANAGE.name)
    return by.organisation


@transaction.atomic
def add_term(*, by: Viewer, name: str, starts_on: date, ends_on: date) -> Term:
    """Add a stretch of school days of the viewer's own setting, without the holidays inside it.

    From the first one on, the setting's own terms count and the authority's no longer do. Raises Refused when the
    days are out of order or overlap another term.
    """
    setting = _own(by)
    if ends_on < starts_on:
        raise Refused(_("The last day comes before the first. Look at the two dates again."))
    if ends_on - starts_on > LONGEST_TERM:
        raise Refused(_("That is longer than a term. Enter each stretch between two holidays by itself."))
    other = Term.objects.filter(organisation_id=setting, starts_on__lte=ends_on, ends_on__gte=starts_on).first()
    if other is not None:
        raise Refused(
            _("These days overlap “%(name)s”. Remove that one first, or change the days.") % {"name": other.name}
        )
    term = Term.objects.create(organisation_id=setting, name=name.strip(), starts_on=starts_on, ends_on=ends_on)
    record(by, "term.added", term, starts_on=starts_on.isoformat(), ends_on=ends_on.isoformat())
    return term


@transaction.atomic
def remove_term(*, by: Viewer, term: UUID) -> None:
    """Take away a stretch of the viewer's own setting. When the last one goes, the authority's terms count again."""
    found = Term.objects.select_for_update().filter(pk=term, organisation_id=_own(by)).first()
    if found is None:
        raise NotFound(TERM_DATES_MANAGE.name)
    record(by, "term.removed", found, starts_on=found.starts_on.isoformat(), ends_on=found.ends_on.isoformat())
    found.delete()


@transaction.atomic
def add_closure(*, by: Viewer, from_on: date, to_on: date, reason: str) -> Closure:
    """Note days on which the viewer's own setting is closed to pupils, whether planned or not."""
    setting = _own(by)
    if to_on < from_on:
        raise Refused(_("The last day comes before the first. Look at the two dates again."))
    if Closure.objects.filter(organisation_id=setting, from_on=from_on, to_on=to_on).exists():
        raise Refused(_("These days are already noted as closed."))
    closure = Closure.objects.create(organisation_id=setting, from_on=from_on, to_on=to_on, reason=reason.strip())
    record(by, "closure.added", closure, from_on=from_on.isoformat(), to_on=to_on.isoformat())
    return closure


@transaction.atomic
def remove_closure(*, by: Viewer, closure: UUID) -> None:
    """Take back a closure of the viewer's own setting: it was open after all."""
    found = Closure.objects.select_for_update().filter(pk=closure, organisation_id=_own(by)).first()
    if found is None:
        raise NotFound(TERM_DATES_MANAGE.name)
    record(by, "closure.removed", found, from_on=found.from_on.isoformat(), to_on=found.to_on.isoformat())
    found.delete()
