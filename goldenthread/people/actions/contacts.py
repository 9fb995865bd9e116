"""A grown-up's own contact details and needs, each kept for them alone: never for the household."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, Right
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.people.models import Parent
from goldenthread.people.permissions import CONTACTS_CHANGE, CONTACTS_OWN

CONTACT = ("email", "phone", "address", "postcode")
SAFE = ("safe_by_phone", "safe_by_voicemail", "safe_by_post", "safe_by_email")
NEEDS = ("language", "interpreter", "formats")
NAMES = ("title", "given_name", "family_name")


@transaction.atomic
def change_contact(*, by: Viewer, parent: Parent, values: dict[str, Any]) -> Parent:
    """Staff change what the setting holds about a grown-up. values: any of the fields above."""
    return _change(by, parent, CONTACTS_CHANGE, (*NAMES, *CONTACT, *SAFE, *NEEDS), values)


@transaction.atomic
def change_own_contact(*, by: Viewer, parent: Parent, values: dict[str, Any]) -> Parent:
    """A parent changes their own contact and needs, in one setting's book. The name stays the setting's to change."""
    return _change(by, parent, CONTACTS_OWN, (*CONTACT, *SAFE, *NEEDS), values)


def _change(by: Viewer, parent: Parent, right: Right, allowed: tuple[str, ...], values: dict[str, Any]) -> Parent:
    reach_one(by, Parent.objects.all(), right, parent.pk)
    locked = Parent.objects.select_for_update().get(pk=parent.pk)
    if locked.address_withheld and (values.get("address") or values.get("postcode")):
        raise Refused(_("This address is withheld. A new one is recorded on the page for withheld addresses only."))
    changed = [name for name in allowed if name in values and getattr(locked, name) != values[name]]
    for name in changed:
        setattr(locked, name, values[name])
    if changed:
        locked.save(update_fields=changed)
        children = locked.authorities.values_list("child_id", flat=True).distinct()
        record(by, "contact.changed", locked, children=sorted(children), fields=changed)
    return locked
