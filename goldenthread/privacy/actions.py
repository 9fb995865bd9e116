"""Keep an address from everyone but named people, and say who they are. Every look at it gives a reason.

Decision record: docs/decisions/0006-withheld-addresses.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record, viewed
from goldenthread.request import Request

from .models import NamedReader, WithheldAddress
from .permissions import WITHHELD_ADDRESS_RECORD, WITHHELD_ADDRESS_VIEW
from .queries import readers_of
from .scopes import in_force

MayBeNamed = Callable[[Viewer, UUID], bool]
_may_be_named: list[MayBeNamed] = []


def only_these_may_be_named(check: MayBeNamed) -> None:
    """Register who may be named at all. The room of people does: staff of the setting whose role may see them."""
    _may_be_named[:] = [check]


@transaction.atomic
def withhold_address(
    *, by: Viewer, parent: Any, child: UUID, address: str, postcode: str, reason: str, readers: Iterable[UUID]
) -> WithheldAddress:
    """Take a grown-up's address out of every ordinary place and keep it for the named people.

    Called again for a new address: the newest counts, is read by the people named now, and nobody reads an older one
    any more. The ordinary address is emptied in the same transaction, so at no moment are both there.
    """
    require(by, WITHHELD_ADDRESS_RECORD)
    reach_one(by, type(parent)._default_manager.all(), WITHHELD_ADDRESS_RECORD, parent.pk)
    named = set(readers)
    if not named:
        raise Refused(_("Name at least one person who may see the address. Otherwise nobody could ever use it."))
    if not address.strip():
        raise Refused(_("Write the address down here, or it would be lost when it leaves the contact page."))
    locked = type(parent)._default_manager.select_for_update().get(pk=parent.pk)
    locked.address, locked.postcode, locked.address_withheld = "", "", True
    locked.save(update_fields=["address", "postcode", "address_withheld"])
    earlier = [reader.key for reader in readers_of(by, locked.pk)]
    NamedReader.objects.filter(pk__in=earlier).update(to_on=by.today)
    withheld = WithheldAddress(
        authority_id=by.authority,
        holder_id=str(by.organisation),
        parent=locked,
        address=address.strip(),
        postcode=postcode.strip().upper(),
        reason=reason.strip(),
        withheld_on=by.today,
        withheld_by_id=by.person,
    )
    withheld.save(force_insert=True)
    for reader in sorted(named):
        _name(by, withheld.pk, reader)
    record(by, "address.withheld", withheld, child=child, readers=len(named))
    return withheld


@transaction.atomic
def name_reader(*, by: Viewer, withheld: UUID, child: UUID, account: UUID) -> NamedReader:
    """Let one more person see a withheld address from today. Naming somebody twice changes nothing."""
    require(by, WITHHELD_ADDRESS_RECORD)
    kept = NamedReader.objects.filter(in_force(by), withheld_address_id=withheld, holder_id=by.organisation)
    if not kept.exists():
        raise NotFound("withheld address")
    before = kept.filter(account_id=account).first()
    if before is not None:
        return before
    reader = _name(by, withheld, account)
    record(by, "address.reader_named", reader, child=child)
    return reader


def _name(by: Viewer, withheld: UUID, account: UUID) -> NamedReader:
    if not all(check(by, account) for check in _may_be_named):
        raise Refused(_("Only staff of this setting whose role may see withheld addresses can be named."))
    return NamedReader.objects.create(
        authority_id=by.authority,
        holder_id=str(by.organisation),
        withheld_address_id=withheld,
        account_id=account,
        from_on=by.today,
        named_by_id=by.person,
    )


@transaction.atomic
def end_reader(*, by: Viewer, reader: UUID, child: UUID) -> NamedReader:
    """From now on this person sees the address no more. One person must stay named."""
    found = reach_one(by, NamedReader.objects.all(), WITHHELD_ADDRESS_RECORD, reader)
    locked = NamedReader.objects.select_for_update().get(pk=found.pk)
    others = NamedReader.objects.filter(in_force(by), withheld_address_id=locked.withheld_address_id)
    if not others.exclude(pk=locked.pk).exists():
        raise Refused(_("Somebody must be able to see the address. Name another person first."))
    locked.to_on = by.today
    locked.save(update_fields=["to_on"])
    record(by, "address.reader_ended", locked, child=child)
    return locked


def see_withheld_address(request: Request, *, parent: UUID, child: UUID, reason: str) -> WithheldAddress:
    """The newest withheld address of a grown-up, for a named person with a reason. The look is logged with it.

    Raises NotFound for everybody who is not named, exactly as if there were none.
    """
    by = request.viewer
    require(by, WITHHELD_ADDRESS_VIEW)
    newest = WithheldAddress.objects.filter(parent_id=parent).order_by("-withheld_on", "-id").first()
    if newest is None:
        raise NotFound("withheld address")
    found = reach_one(by, WithheldAddress.objects.all(), WITHHELD_ADDRESS_VIEW, newest.pk)
    if not reason.strip():
        raise Refused(_("Say why you need the address. The reason is kept with your name."))
    if any(part and part.casefold() in reason.casefold() for part in (found.address, found.postcode)):
        raise Refused(_("Do not write the address itself into the reason: the reason is kept in the log."))
    viewed(request, "withheld address", [child], thing=found, why=reason.strip())
    return found
