"""The body that the accounts of a provider belong to."""

from __future__ import annotations

from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.organisations.models import Kind, Organisation

from ..models import OfferOrganisation


def body_of(provider: OfferOrganisation, *, by: Viewer) -> Organisation:
    """The body that accounts of this provider belong to; made with the first account. The caller has allowed it.

    Only providers with somebody who signs in have one. Always of kind "provider", beside the body that a school is:
    a role at the school itself would stand inside the wall around its pupils
    (docs/decisions/0160-accounts-of-providers.md).
    """
    locked = OfferOrganisation.objects.select_for_update(of=("self",)).get(pk=provider.pk)
    if locked.keepers is None:
        locked.keepers = Organisation.objects.create(
            authority_id=locked.authority_id,
            kind=Kind.PROVIDER,
            name=locked.name,
            email=locked.email,
            website=locked.url[:200],
        )
        locked.save(update_fields=["keepers"])
        record(by, "organisation.created", locked.keepers, kind=Kind.PROVIDER.value)
    return locked.keepers
