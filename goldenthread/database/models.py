"""What every row about a person carries. Decision record: docs/decisions/0003-two-keys-and-walls.md."""

from __future__ import annotations

from typing import Any

from django.db import models

from goldenthread.keys import new_key


class WalledLink(models.ForeignKey[Any, Any]):
    """A link between two walled rows.

    Django makes no constraint for it. The migration adds one over `(authority, link)` with `walls.link`, because
    a foreign-key check looks past row-level security and would let one area point at another's child.
    """

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **more: Any) -> None:
        more["db_constraint"] = False
        super().__init__(to, on_delete, **more)


class Row(models.Model):
    """Any row of ours: a time-ordered key that cannot be guessed."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)

    class Meta:
        abstract = True


class AreaRow(Row):
    """A row about a person, behind the wall of its area.

    authority: the area that hosts the row; holder: the body that wrote it and answers for it.
    """

    authority = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    holder = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class HeldRow(AreaRow):
    """A row behind both walls: seen only by the body that holds it (and, where it has a child, the family)."""

    class Meta:
        abstract = True


class ChildRow(HeldRow):
    """A held row about one child: the child's family can reach it as well as the body that holds it."""

    child = WalledLink("children.Child", related_name="+")

    class Meta:
        abstract = True
