"""Addresses that only named people may see. Decision record: docs/decisions/0006-withheld-addresses.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.database.models import HeldRow, WalledLink

from .fields import SealedTextField


class WithheldAddress(HeldRow):
    """An address kept from everyone but the people named for it. Nothing else in the product holds it.

    PostgreSQL shows the row only to a person who is named and whose own body holds it, whatever the code asks.
    Never edited: a new address is a new row, and the newest counts. Its words are encrypted in the database, so a
    copy or a dump of it shows nothing.
    """

    parent = WalledLink("people.Parent", related_name="withheld_addresses")
    address = SealedTextField()
    postcode = SealedTextField(blank=True)
    reason = SealedTextField()
    withheld_on = models.DateField()
    withheld_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")


class NamedReader(HeldRow):
    """A person who may see a withheld address, from one day to another, and who said so."""

    withheld_address = WalledLink(WithheldAddress, related_name="named_readers")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
