"""What the directory says of an organisation itself. By staff: it stands on the pages of all its entries."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.organisations.models import Kind, Organisation

from ...models import OfferOrganisation, Service
from ...publishing import publish
from ..permissions import OFFER_ENTRY_KEEP
from .writing import ChangedMeanwhile


@dataclass(frozen=True)
class OrganisationFacts:
    """What people read of an organisation. email, url: "" for none."""

    name: str
    description: str
    url: str
    email: str


def facts_of(organisation: OfferOrganisation) -> OrganisationFacts:
    return OrganisationFacts(organisation.name, organisation.description, organisation.url, organisation.email)


def _rename_body(organisation: OfferOrganisation) -> None:
    if organisation.keepers_id is not None:
        own = Organisation.objects.filter(pk=organisation.keepers_id, kind=Kind.PROVIDER)
        own.update(name=organisation.name, email=organisation.email, website=organisation.url[:200])


@transaction.atomic
def change_organisation(
    *, by: Viewer, organisation: UUID, facts: OrganisationFacts, seen: OrganisationFacts
) -> OfferOrganisation:
    """Make the directory say this of an organisation, on the pages of all its entries at once.

    seen: what it said when the writer began. Order: allow, lock, look again, write, publish, audit. The body that the
    accounts of a provider belong to takes the new name; a school's own name is the register's and stays.
    Raises ChangedMeanwhile.
    """
    reach_one(by, OfferOrganisation.objects.all(), OFFER_ENTRY_KEEP, organisation)
    found = OfferOrganisation.objects.select_for_update(of=("self",)).get(pk=organisation)
    before = facts_of(found)
    if before != seen:
        raise ChangedMeanwhile
    changed = [name for name, value in asdict(facts).items() if value != getattr(found, name)]
    if not changed:
        return found
    for name in changed:
        setattr(found, name, getattr(facts, name))
    found.save(update_fields=changed)
    _rename_body(found)
    publish(Service.objects.filter(Q(organisation=found) | Q(bodies__organisation=found)).distinct())
    record(by, "offer_organisation.changed", found, fields=changed)
    return found
