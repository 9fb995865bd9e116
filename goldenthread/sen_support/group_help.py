"""Help given in a group belongs to the child's plan: what is still missing there, and following it when it changes.

The duty to tell the parents: Children and Families Act 2014 s.68. It is owed where no EHC plan is kept, so children
with one are left out here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child, Status
from goldenthread.children.queries.status import statuses_of_each
from goldenthread.provision.in_plans import PlanNote, add_plan_notes, follows_doses
from goldenthread.provision.models import Dose

from .actions.plans import follow_dose
from .queries.outside import in_no_plan, open_plans

NO_PLAN = gettext_lazy(
    "there is no SEN Support plan. Where the help is special educational provision, the parents must be told of it"
    " (Children and Families Act 2014 s.68)."
)
NOT_NAMED = gettext_lazy(
    "the plan does not name this help, so it is not agreed with the family and no review looks at it."
)
NOT_TOLD = gettext_lazy(
    "nothing here says that the parents were told of the help (Children and Families Act 2014 s.68)."
)


def notes(viewer: Viewer, children: Sequence[Child], doses: Sequence[Dose]) -> Iterator[PlanNote]:
    """Who has no plan, whose plan does not name the help, whose parents were not told of it. Three queries."""
    keys = [child.pk for child in children]
    statuses = statuses_of_each(viewer, keys, viewer.today, viewer.today)
    plans = open_plans(viewer, keys)
    left = in_no_plan(viewer, doses, [cycle.pk for cycle, _told in plans.values()])
    outside = {dose.child_id for dose in doses if dose.pk in left}
    for child in children:
        if statuses.get(child.pk) == Status.PLAN:
            continue
        if child.pk not in plans:
            yield PlanNote(child, str(NO_PLAN), reverse("child_plan", args=[child.pk]), _("Begin a plan"))
            continue
        cycle, told = plans[child.pk]
        if child.pk in outside:
            yield PlanNote(child, str(NOT_NAMED), reverse("plan", args=[cycle.pk]), _("Put it in the plan"))
        if not told:
            yield PlanNote(
                child, str(NOT_TOLD), reverse("tell_parents", args=[cycle.pk]), _("Note that they were told")
            )


def join() -> None:
    """Register both. Called once, from the app's `ready`."""
    add_plan_notes(notes)
    follows_doses(follow_dose)
