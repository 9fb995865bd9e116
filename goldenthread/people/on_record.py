"""What this room puts on a child's record: who acts for the child, a tab, and what must be known first."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.viewer import Viewer
from goldenthread.children import record_parts
from goldenthread.children.models import Child
from goldenthread.privacy.actions import only_these_may_be_named

from .permissions import CONTACTS_VIEW, PARENT_ACCESS_DECIDE
from .queries import adults_in_force, adults_with_access, can_be_named
from .rights import is_young_person


def adults(viewer: Viewer, child: UUID) -> Iterable[record_parts.Adult]:
    """The grown-ups in force, in the order to be called; nothing for those who may not see contacts."""
    for authority in adults_in_force(viewer, child):
        yield record_parts.Adult(
            name=authority.parent.name,
            role=str(authority.get_relationship_display()),
            detail=str(authority.get_scope_display()),
            href=reverse("child_adults", args=[child]),
        )


def alerts(viewer: Viewer, child: UUID) -> Iterable[record_parts.Alert]:
    """A withheld address, and rights that have passed while a parent's access is undecided."""
    for authority in adults_in_force(viewer, child):
        if authority.parent.address_withheld:
            yield record_parts.Alert(
                text=_("The address of %s is withheld.") % authority.parent.name,
                href=reverse("withheld_address", args=[child, authority.parent_id]),
                link_text=_("Who may see it"),
            )
    if viewer.role.staff and viewer.has(PARENT_ACCESS_DECIDE.name):
        born_on = Child.objects.values_list("born_on", flat=True).get(pk=child)
        if is_young_person(born_on, viewer.today) and any(
            one.basis is None for one in adults_with_access(viewer, child)
        ):
            yield record_parts.Alert(
                text=_("The rights are the young person's own, and nothing is recorded yet about a parent's access."),
                href=reverse("child_rights", args=[child]),
                link_text=_("Write down what is decided"),
            )


def register() -> None:
    record_parts.add_adults(adults)
    record_parts.add_alert(alerts)
    record_parts.add_tab(gettext_lazy("Parents and carers"), "child_adults", right=CONTACTS_VIEW.name, order=70)
    only_these_may_be_named(can_be_named)
