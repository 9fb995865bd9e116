"""The append-only log of every change and every view of a child's record.

Points at things by type name and id, and imports no other app's models. The table is made by its migration
(monthly partitions, grants, walls); Django only reads and adds.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.keys import new_key


class Entry(models.Model):
    """One thing that somebody did or looked at.

    at: the moment, UTC. action: "view", "refused", or a verb such as "concern.decided". children: whose records
    it concerns. why: the role's reason for being able to see, or the reason the person gave. detail: field names,
    states and counts; never a person's words, name or contact (bar A12).
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    at = models.DateTimeField()
    authority_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    role = models.CharField(max_length=40, blank=True)
    action = models.CharField(max_length=60)
    thing_type = models.CharField(max_length=60, blank=True)
    thing_id = models.UUIDField(null=True)
    children = ArrayField(models.UUIDField(), default=list)
    why = models.CharField(max_length=200, blank=True)
    detail = models.JSONField(default=dict)
    reference = models.CharField(max_length=40, blank=True)

    class Meta:
        managed = False
        db_table = "audit_entry"


class Seal(models.Model):
    """A link of the hash chain over one area's entries.

    Covers the entries of the transactions from `from_transaction` up to, not including, `to_transaction`, in the
    order (transaction, id). digest = SHA-256 over the previous digest and each entry in its canonical form.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    authority_id = models.UUIDField(null=True)
    number = models.PositiveIntegerField()
    from_transaction = models.BigIntegerField()
    to_transaction = models.BigIntegerField()
    entries = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority_id", "number"], name="audit_seal_one_chain", nulls_distinct=False
            )
        ]
