"""One review, arranging it, and holding it on one screen. The calendar of reviews is in `lists`."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import viewed
from goldenthread.children.scopes import in_force
from goldenthread.letters.other_children import OtherChildren
from goldenthread.letters.permissions import LETTER_SEND
from goldenthread.people.models import AuthorityToAct
from goldenthread.people.permissions import CONTACTS_VIEW
from goldenthread.process.long_form import Page, Shared, long_form
from goldenthread.provision.words import dose_sentence
from goldenthread.request import Request

from ...actions.reviews import Invited, arrange_review, hold_review
from ...forms.reviews import ArrangeForm, HoldForm
from ...models import Cycle, Review
from ...permissions import REVIEW_HOLD, REVIEW_VIEW
from ...queries.children import is_family, senco_names
from ...queries.outside import help_outside
from ...queries.plans import cycle_for
from ...queries.reviews import (
    interpreters_needed,
    review_for,
    review_page,
)
from ...queries.words import by_voice
from ...shown import coming_cycle, present_at, review_parts
from ...states import REVIEW
from ...wording import with_role
from ..common import for_staff


@needs(REVIEW_VIEW)
def review(request: Request, review: UUID) -> HttpResponse:
    """One review: what is known for it before, and its record after."""
    found = review_for(request.viewer, review)
    if is_family(request.viewer):
        return redirect("my_review", child=found.child_id, review=found.pk)
    viewed(request, "a review", [found.child_id], thing=found)
    page = review_page(request.viewer, found)
    context = for_staff(request, found.child, "child_plan") | {
        "page": page,
        "review": found,
        "parts": review_parts(request.viewer, page, found.child),
        "voices": [(voice, said) for voice, said in by_voice(list(page.words)) if said],
        "present": present_at(page, interpreters_needed(request.viewer, found.child)),
        "may_send": request.viewer.has(LETTER_SEND.name),
        "invite": invitation_to(request.viewer, found),
        "moves": {move.name for move in REVIEW.open_to(request.viewer, found.state)},
        "layout": "layouts/staff.html",
        "following": Cycle.objects.filter(previous=found.cycle).first(),
    }
    return render(request, "sen_support/review.html", context)


def invitation_to(viewer: Viewer, review: Review) -> str:
    """Where the invitation to a meeting still to come is written; "" for who may not, and once it is over."""
    if not viewer.has(LETTER_SEND.name) or review.held_on is not None or review.meets_on < viewer.today:
        return ""
    query = urlencode({"kind": "sen_support_invitation", "about": review.pk})
    return f"{reverse('write_letter', args=[review.child_id])}?{query}"


@needs(REVIEW_VIEW)
def print_review(request: Request, review: UUID) -> HttpResponse:
    """The record of the meeting on paper, for staff and family alike."""
    found = review_for(request.viewer, review)
    viewed(request, "a review, printed", [found.child_id], thing=found)
    page = review_page(request.viewer, found)
    context = {
        "page": page, "review": found, "child": found.child, "school": found.holder,
        "parts": review_parts(request.viewer, page, found.child),
        "voices": [(voice, said) for voice, said in by_voice(list(page.words)) if said],
        "present": present_at(page, {}),
    }  # fmt: skip
    return render(request, "sen_support/review_print.html", context)


def people_for(viewer: Viewer, review: Review) -> list[Invited]:
    """Who is usually asked: the child, the parents, who leads the cycle, the SENCO; and who is asked already."""
    child, cycle = review.child, review.cycle
    acts = AuthorityToAct.objects.filter(in_force(viewer.today), child_id=child.pk).exclude(scope="none")
    parents = reachable(viewer, acts.select_related("parent").order_by("contact_order", "id"), CONTACTS_VIEW)
    people = [Invited(child.first_name, str(_("child")))]
    people += [Invited(act.parent.name, act.get_relationship_display(), True, act.parent.account_id) for act in parents]
    if cycle.owner:
        people.append(Invited(cycle.owner.name, str(_("leads the plan")), account=cycle.owner_id))
    sencos = senco_names(viewer, review.holder_id)
    people += [Invited(name, "SENCO") for name in sencos if name not in {one.name for one in people}]
    known = {one.name for one in people}
    people += [
        Invited(one.name, one.role, one.parent, one.account_id)
        for one in review.attendance.all()
        if one.name not in known
    ]
    return people


@needs(REVIEW_HOLD)
def arrange(request: Request, review: UUID) -> HttpResponse:
    """Set the meeting. Whoever saves second sees first what the other arranged."""
    found = review_for(request.viewer, review)
    viewed(request, "arrange a review", [found.child_id], thing=found)
    page = Page(
        name=f"review/arrange:{found.pk}",
        heading=_("Arrange the review of %s") % found.child.first_name,
        lead=_("Agreed in the plan for %s.") % date_format(found.agreed_on, "j F Y"),
        submit=_("Arrange the meeting"),
        back=reverse("review", args=[found.pk]),
        more=for_staff(request, found.child, "child_plan"),
    )
    people = people_for(request.viewer, found)
    asked = {one.name for one in found.attendance.all()} or {one.name for one in people}
    interpreters = interpreters_needed(request.viewer, found.child)
    start = {
        "meets_on": found.meets_on, "at": time_format(found.at, "H:i") if found.at else "", "place": found.place,
        "invited": [str(place) for place, one in enumerate(people) if one.name in asked],
    }  # fmt: skip

    def make(data: Any) -> ArrangeForm:
        return ArrangeForm(data, people=people, interpreters=interpreters, today=request.viewer.today, initial=start)

    def send(form: ArrangeForm) -> str:
        said = form.cleaned_data
        arrange_review(
            by=request.viewer, review=found.pk, meets_on=said["meets_on"], at=said["at"], place=said["place"],
            invited=form.asked,
        )  # fmt: skip
        messages.success(request, _("The meeting is arranged. The family sees it on their page."))
        for one in form.asked:
            if one.name in interpreters:
                messages.info(request, _("Book an interpreter: %s.") % with_role(one.name, one.role, interpreters))
        return reverse("review", args=[found.pk])

    return long_form(request, page, make=make, act=send, shared=_arranged_now(found))


def _arranged_now(review: Review) -> Shared:
    return Shared(
        {
            _("Day of the meeting"): date_format(review.meets_on, "j F Y"),
            _("Time"): time_format(review.at, "H:i") if review.at else "",
            _("Where"): review.place,
            _("Asked to come"): ", ".join(one.name for one in review.attendance.all()),
        }
    )


@needs(REVIEW_HOLD)
def hold(request: Request, review: UUID) -> HttpResponse:
    """One meeting, one screen: every target and dose, every voice, the decision, and the next cycle beside it."""
    found = review_for(request.viewer, review)
    viewed(request, "hold a review", [found.child_id], thing=found)
    if found.state == "held":
        messages.info(request, _("This review is already written down. Here is its record."))
        return redirect("review", review=found.pk)
    seen = review_page(request.viewer, found)
    people = people_for(request.viewer, found)
    doses = list({dose.pk: dose for one in seen.targets for dose, _effect in one.doses}.values())
    cycle = cycle_for(request.viewer, found.cycle_id)
    start = _usual(request.viewer, cycle, found, people)
    others = OtherChildren(request.viewer, found.child_id)

    def make(data: Any) -> HoldForm:
        return HoldForm(
            data, targets=[one.seen for one in seen.targets], doses=[dose for dose in doses if not dose.stopped_on],
            people=people, child=found.child, today=request.viewer.today, initial=start, other_children=others,
        )  # fmt: skip

    def shown(form: HoldForm) -> dict[str, Any]:
        return {
            "parts": review_parts(request.viewer, seen, found.child, form),
            "coming": coming_cycle(form, [one.seen for one in seen.targets]),
        }

    page = Page(
        name=f"review/hold:{found.pk}",
        heading=_("Review of %s") % found.child.first_name,
        submit=_("Write the review down"),
        back=reverse("review", args=[found.pk]),
        template="sen_support/hold_review.html",
        more=for_staff(request, found.child, "child_plan")
        | {
            "review": found,
            "voices": by_voice(list(seen.words)),
            "outside": [dose_sentence(dose) for dose in help_outside(request.viewer, cycle)],
        },
        with_form=shown,
    )
    running = "; ".join(dose.what for dose in doses if not dose.stopped_on)
    shared = Shared({_("Review"): str(REVIEW.states[found.state][0]), _("Help"): running})

    def send(form: HoldForm) -> str:
        hold_review(by=request.viewer, review=found.pk, meeting=form.meeting)
        messages.success(request, _("The review is written down. The family can read the same page."))
        return reverse("review", args=[found.pk])

    return long_form(request, page, make=make, act=send, shared=shared)


def _usual(viewer: Viewer, cycle: Cycle, review: Review, people: list[Invited]) -> dict[str, Any]:
    """What the meeting's questions start with, so that little is left to type: the next cycle runs like this one."""
    next_day = viewer.today + timedelta(days=1)
    length = (cycle.review_on - cycle.starts_on) if cycle.review_on and cycle.starts_on else timedelta(weeks=12)
    return {
        "held_on": viewer.today,
        "came": [str(place) for place, one in enumerate(people) if one.parent or one.account],
        "starts_on": next_day,
        "weeks": cycle.weeks,
        "review_on": next_day + length,
        "parent_name": next((one.name for one in people if one.parent), ""),
        "teacher_name": cycle.owner.name if cycle.owner else viewer.name,
    }
