"""Write, promise, change and stop a dose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.forms import model_to_dict
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child

from ..models import Dose
from ..particulars import DoseParticulars, Promised, missing
from ..permissions import dose_writing
from ..staff import setting_of


@transaction.atomic
def write_dose(
    *,
    by: Viewer,
    child: UUID,
    particulars: DoseParticulars,
    draft: bool = False,
    carried_from: UUID | None = None,
) -> Dose:
    """Write a promise of provision for a child.

    draft: kept while a plan is being written, with what is missing still missing; `promise_doses` makes it run.
    Otherwise it is promised from today and must be countable. Raises NotFound outside the viewer's children,
    Refused naming what is missing.
    """
    require(by, dose_writing())
    about = reach_one(by, Child.objects.all(), dose_writing(), child)
    before = reach_one(by, Dose.objects.all(), dose_writing(), carried_from) if carried_from else None
    if not draft:
        _refuse_what_cannot_be_counted(particulars)
    dose = Dose.objects.create(
        authority_id=by.authority,
        holder_id=setting_of(by),
        child=about,
        carried_from=before,
        promised_on=None if draft else by.today,
        written_by_id=by.person,
        written_on=by.today,
        **particulars.as_fields(),
    )
    record(by, "dose.written", dose, child=child, kind=dose.kind, draft=draft)
    return dose


def _refuse_what_cannot_be_counted(dose: Promised) -> None:
    sentences = [str(lack.sentence) for lack in missing(dose)]
    if sentences:
        what = dose.what or _("This support")
        raise Refused(
            _("%(what)s cannot be promised yet, because nobody could count it. %(missing)s")
            % {"what": what, "missing": " ".join(sentences)}
        )


def _locked(by: Viewer, keys: Sequence[UUID]) -> list[Dose]:
    """These doses, locked in one order; all of them inside the viewer's reach, or NotFound."""
    require(by, dose_writing())
    for key in keys:
        reach_one(by, Dose.objects.all(), dose_writing(), key)
    within = reachable(by, Dose.objects.filter(pk__in=keys), dose_writing())
    return list(within.order_by("pk").select_for_update(of=("self",)))


@transaction.atomic
def carry_dose(*, by: Viewer, dose: UUID, from_on: date, until_on: date | None) -> Dose:
    """A draft for the next cycle with everything that this dose says, linked to it; nothing is typed again.

    The group is kept, so the child stays in it from the new first day.
    """
    (before,) = _locked(by, [dose])
    kept = model_to_dict(
        before, exclude=["id", "from_on", "until_on", "promised_on", "stopped_on", "stopped_because", "carried_from"]
    )
    values = {Dose._meta.get_field(name).attname: value for name, value in kept.items()}  # type: ignore[union-attr]
    after = Dose.objects.create(
        **values
        | {
            "authority_id": before.authority_id,
            "holder_id": before.holder_id,
            "carried_from": before,
            "written_by_id": by.person,
            "written_on": by.today,
            "from_on": from_on,
            "until_on": until_on,
        }
    )
    record(by, "dose.carried", after, child=before.child_id, carried_from=str(before.pk))
    return after


@transaction.atomic
def change_dose(*, by: Viewer, dose: UUID, particulars: DoseParticulars) -> Dose:
    """Say a dose differently, while it is a draft or nothing has been recorded of it.

    After that it stays as it was promised: stop it and write a new one. Raises Refused then.
    """
    (found,) = _locked(by, [dose])
    if found.promised_on is not None:
        if found.deliveries.exists() or found.checks.exists():
            raise Refused(
                _(
                    "Sessions of this support are already recorded, so it stays as it was promised."
                    " Stop it and write a new one."
                )
            )
        _refuse_what_cannot_be_counted(particulars)
    values = particulars.as_fields()
    changed = sorted(name for name, value in values.items() if getattr(found, name) != value)
    for name in changed:
        setattr(found, name, values[name])
    found.save(update_fields=changed)
    record(by, "dose.changed", found, child=found.child_id, fields=changed)
    return found


@transaction.atomic
def promise_doses(*, by: Viewer, doses: Sequence[UUID], on: date) -> list[Dose]:
    """A plan starts: its drafts become promises as of this day. One already promised stays as it is.

    Raises Refused naming what is missing from any that could not be counted; then none is promised.
    """
    found = _locked(by, doses)
    for dose in found:
        _refuse_what_cannot_be_counted(dose)
    drafts = [dose for dose in found if dose.promised_on is None]
    for dose in drafts:
        dose.promised_on = on
        dose.save(update_fields=["promised_on"])
        record(by, "dose.promised", dose, child=dose.child_id, kind=dose.kind)
    return found


@transaction.atomic
def stop_dose(*, by: Viewer, dose: UUID, on: date, because: str) -> Dose:
    """No longer given from this day on. What was recorded stays; a draft is simply not promised any more."""
    (found,) = _locked(by, [dose])
    return stopped(found, by=by, on=on, because=because)


def stopped(dose: Dose, *, by: Viewer, on: date, because: str) -> Dose:
    """Stop a dose that is already locked and allowed. Raises Refused without a reason, or when it was before."""
    if dose.stopped_on is not None:
        raise Refused(_("This support was already stopped. Nothing was changed."))
    if not because.strip():
        raise Refused(_("Say why this support stops. The family can read it."))
    dose.stopped_on, dose.stopped_because = on, because.strip()[:300]
    dose.save(update_fields=["stopped_on", "stopped_because"])
    record(by, "dose.stopped", dose, child=dose.child_id, on=on.isoformat())
    return dose
