"""People outside the setting to whom it writes: known once, by their work address."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.organisations.identifiers import check_postcode
from goldenthread.people.queries import held_by

from ..models import Professional
from ..permissions import LETTER_SEND


@transaction.atomic
def add_professional(
    *, by: Viewer, name: str, job: str, organisation_name: str, address: str, postcode: str
) -> Professional:
    """Write down somebody whom the setting writes to. Raises Refused for what is no postcode."""
    require(by, LETTER_SEND)
    checked = check_postcode(postcode)
    if checked.fault:
        raise Refused(_("Write the postcode as on an envelope, such as LM4 4AA."))
    made = Professional.objects.create(
        **held_by(by),
        name=name.strip(),
        job=job.strip(),
        organisation_name=organisation_name.strip(),
        address=address.strip(),
        postcode=checked.value,
    )
    record(by, "professional.added", made)
    return made
