"""Ways in which a child can stand to the people of Hollow Oak, one builder each (relationships.txt names them)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from goldenthread.children.models import Child
from goldenthread.people.models import Account, ParentAccessDecision
from goldenthread.privacy.models import WithheldAddress
from tests.factories.world import (
    TODAY,
    World,
    enrol,
    inside,
    make_account,
    make_child,
    make_class,
    make_parent,
    make_young_person,
)

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
SIXTEEN = date(2010, 3, 1)  # the rights passed on 27 June 2026
CLASS_STAFF = ("class_teacher", "teaching_assistant", "cover_teacher")


@dataclass
class Related:
    """One person in each role, and children who stand to them in every way."""

    world: World = field(default_factory=World)

    @cached_property
    def parent(self) -> Account:
        return make_account("Ada Bello")

    @cached_property
    def young_person(self) -> Account:
        """Has a record of their own, so that they are somebody, whichever child is asked about."""
        account = make_young_person(make_child(self.world.school, "Self Same", SIXTEEN), self.world.school)
        return account

    def person(self, role: str) -> Account:
        if role == "parent":
            return self._parent_of_someone
        if role == "young_person":
            return self.young_person
        return self.world.staff(role)

    @cached_property
    def _parent_of_someone(self) -> Account:
        """The parent always has one child of their own, so that the refusal of others means something."""
        make_parent(make_child(self.world.school, "Always Mine"), self.world.school, "Ada Bello", self.parent)
        return self.parent

    def _taught(self, child: Child, **dates: Any) -> Child:
        make_class(
            self.world.school,
            f"Class of {child.pk}",
            tuple(self.world.staff(r) for r in CLASS_STAFF),
            (child,),
            **dates,
        )
        return child

    def _child(self, name: str = "Kit Kestrel", born_on: date = date(2018, 3, 5), **more: Any) -> Child:
        return make_child(self.world.school, name, born_on, **more)

    def _mine(self, child: Child, **authority: Any) -> Child:
        make_parent(child, self.world.school, "Ada Bello", self.parent, **authority)
        return child

    def _young(self, **ended: Any) -> Child:
        child = self._taught(self._child(born_on=SIXTEEN))
        make_young_person(child, self.world.school, self.young_person, **ended)
        return child

    def _decided(self, basis: str) -> Child:
        child = self._young()
        parent = make_parent(child, self.world.school, "Ada Bello", self.parent)
        with inside(self.world.school):
            ParentAccessDecision.objects.create(
                authority_id=child.authority_id, holder=self.world.school, child=child, parent=parent, basis=basis,
                reason="Asked in school", on=TODAY, by=self.world.staff("senco"),
            )  # fmt: skip
        return child

    # One for each line of relationships.txt -------------------------------------------------------------------

    def own(self) -> Child:
        child = self._mine(self._young_or_not())
        return child

    def _young_or_not(self) -> Child:
        """A child under the age for the parent's cell; the young person's own access is added to the same child."""
        child = self._taught(self._child())
        make_young_person(child, self.world.school, self.young_person)
        return child

    def sibling_without_authority(self) -> Child:
        return self._child("Sib Bello")

    def other_family_same_school(self) -> Child:
        child = self._child("Olu Other")
        make_parent(child, self.world.school, "Nobody Else")
        return child

    def joins_tomorrow(self) -> Child:
        child = make_child(self.world.other_school, "Tomi Tomorrow")
        enrol(child, self.world.school, from_on=TOMORROW, kind="S")
        return child

    def joined_today(self) -> Child:
        return self._child("Teo Today", from_on=TODAY)

    def also_enrolled_elsewhere(self) -> Child:
        child = self._taught(self._mine(self._child("Dua Dual", kind="M")))
        enrol(child, self.world.other_school, kind="S")
        return child

    def left_yesterday(self) -> Child:
        return self._taught(self._child("Lef Left", to_on=YESTERDAY))

    def other_school(self) -> Child:
        return make_child(self.world.other_school, "Osk Other")

    def other_area(self) -> Child:
        return make_child(self.world.school_elsewhere, "Far Away")

    def authority_ended_yesterday(self) -> Child:
        return self._taught(self._mine(self._child(), to_on=YESTERDAY))

    def authority_starts_tomorrow(self) -> Child:
        return self._taught(self._mine(self._child(), from_on=TOMORROW))

    def contact_only(self) -> Child:
        return self._taught(self._mine(self._child(), scope="none"))

    def address_withheld(self) -> Child:
        child = self._taught(self._child())
        parent = make_parent(child, self.world.school, "Ada Bello", self.parent)
        with inside(self.world.school):
            WithheldAddress.objects.create(
                authority_id=child.authority_id, holder=self.world.school, parent=parent, address="9 Hidden Row",
                reason="Risk", withheld_on=TODAY, withheld_by=self.world.staff("senco"),
            )  # fmt: skip
        return child

    def rights_passed_undecided(self) -> Child:
        return self._mine(self._young())

    def rights_passed_refused(self) -> Child:
        return self._decided("refused")

    def rights_passed_agreed(self) -> Child:
        return self._decided("agreed")

    def own_access_ended(self) -> Child:
        return self._young(to_on=YESTERDAY)

    def class_staff_ended_yesterday(self) -> Child:
        return self._taught(self._mine(self._child()), to_on=YESTERDAY)

    def build(self, relationship: str) -> Child:
        make: Callable[[], Child] = getattr(self, relationship)
        return make()
