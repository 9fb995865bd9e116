"""Look whether something promised is in place, and write down what was seen."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..models import Dose, InPlaceCheck, Kind
from ..permissions import DELIVERY_RECORD


@transaction.atomic
def check_in_place(*, by: Viewer, dose: UUID, on: date, in_place: bool, note: str = "") -> InPlaceCheck:
    """Somebody looked on this day: it was, or was not, in place (training: done; review: held).

    Raises Refused for timed support (its proof is the ledger), a day to come, a draft, and "not in place" without
    a word on why.
    """
    require(by, DELIVERY_RECORD)
    found = reach_one(by, Dose.objects.all(), DELIVERY_RECORD, dose)
    if found.kind == Kind.TIMED_SUPPORT or found.promised_on is None:
        raise Refused(_("This support is recorded session by session, once it has been promised."))
    if on > by.today:
        raise Refused(_("That day is still to come. Record what you saw once you have looked."))
    if not in_place and not note.strip():
        raise Refused(_("Say what was missing or not right, so that it can be put right."))
    seen = InPlaceCheck.objects.create(
        authority_id=found.authority_id, holder_id=found.holder_id, child_id=found.child_id, dose=found, on=on,
        in_place=in_place, note=note.strip()[:300], checked_by_id=by.person, recorded_at=timezone.now(),
    )  # fmt: skip
    record(by, "dose.checked", found, child=found.child_id, on=on.isoformat(), in_place=in_place)
    return seen
