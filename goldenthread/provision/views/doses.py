"""A dose's own page with its ledger, and all the support of a child: for staff and for the family, each in their words."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.reach import Reach
from goldenthread.access.rules import needs
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.children.record_parts import tabs_for
from goldenthread.letters.other_children import OtherChildren
from goldenthread.process.asking import asked
from goldenthread.request import Request

from .. import actions, queries
from ..charts import weeks_chart
from ..forms import StopForm
from ..particulars import missing
from ..permissions import DELIVERY_RECORD, GROUP_MANAGE, dose_writing
from ..words import dose_sentence, dose_sentence_for_family

_LAYOUTS = {True: "layouts/staff.html", False: "layouts/family.html"}


def _name_for(viewer: Viewer, child: Child) -> str:
    """The child's first name; "" when the reader is that young person, whom the sentence then calls "you"."""
    return "" if viewer.role.reach == Reach.SELF else child.first_name


@needs(CHILD_VIEW)
def dose(request: Request, dose: UUID) -> HttpResponse:
    """One promise: what it says, what was given week by week, and every entry with its trace."""
    viewer = request.viewer
    page = queries.dose_page(viewer, dose)
    found = page.dose
    viewed(request, "a dose and its ledger", [found.child_id], thing=found)
    shown = {
        "layout": _LAYOUTS[viewer.role.staff],
        "page": page,
        "dose": found,
        "sentence": dose_sentence(found) if viewer.role.staff else "",
        "for_family": dose_sentence_for_family(found, _name_for(viewer, found.child)),
        "missing": missing(found) if viewer.has(dose_writing().name) else [],
        "chart": weeks_chart(_("Sessions week by week"), page.weeks),
        "reaches_child": queries.reaches_child(viewer, found.child_id),
        "may_record": viewer.has(DELIVERY_RECORD.name) and found.promised_on is not None,
        "may_plan": viewer.has(GROUP_MANAGE.name) and found.group_id is None,
        "may_stop": viewer.has(dose_writing().name) and found.stopped_on is None,
    }
    return render(request, "provision/dose.html", shown)


@needs(CHILD_VIEW)
def child_support(request: Request, child: UUID) -> HttpResponse:
    """Everything a child is promised, and how much of it they got."""
    viewer = request.viewer
    page = queries.child_support(viewer, child)
    viewed(request, "what was promised and what was given", [child], thing=page.child)
    shown = {
        "layout": _LAYOUTS[viewer.role.staff],
        "tabs": tabs_for(viewer, child, "child_support") if viewer.role.staff else [],
        "child": page.child,
        "page": page,
        "own": viewer.role.reach == Reach.SELF,
        "lines": [
            (
                line,
                dose_sentence_for_family(line.dose, _name_for(viewer, page.child)),
                max(page.since, line.dose.from_on),
            )
            for line in page.lines
        ],
        "chart": weeks_chart(_("Sessions of the last weeks, all support together"), page.weeks),
    }
    return render(request, "provision/child_support.html", shown)


@needs(dose_writing())
def stop_dose(request: Request, dose: UUID) -> HttpResponse:
    """A dose stops from a day: for those who write plans."""
    viewer = request.viewer
    found = queries.dose_to_write(viewer, dose)
    others = OtherChildren(viewer, found.child_id)
    form = StopForm(request.POST or None, initial={"on": viewer.today}, other_children=others)
    back = reverse("dose", args=[dose])

    def act() -> str:
        actions.stop_dose(by=viewer, dose=dose, **form.cleaned_data)
        messages.success(request, _("This support stops on that day. What was recorded is kept."))
        return back

    viewed(request, "a dose to stop", [found.child_id], thing=found)
    heading = _("Stop %(what)s for %(name)s") % {"what": found.what, "name": found.child.name}
    return asked(request, form, act, heading=heading, submit=_("Stop this support"), back=back, kind="warning")
