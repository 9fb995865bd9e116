"""Staff: the grown-ups of a child, each separately: authority to act, contact, invitation."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Right
from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.record_parts import tabs_for
from goldenthread.design_system.forms import Form
from goldenthread.people.actions import authority as acting
from goldenthread.people.actions import contacts, invitations
from goldenthread.people.forms.adults import (
    AddAdultForm,
    AuthorityForm,
    ContactForm,
    EndForm,
    InviteForm,
    SharedAdultForm,
)
from goldenthread.people.models import ActScope, AuthorityToAct, Invitation
from goldenthread.people.permissions import (
    AUTHORITY_TO_ACT_RECORD,
    CONTACTS_CHANGE,
    CONTACTS_VIEW,
    INVITATION_ISSUE,
    PARENT_ACCESS_DECIDE,
)
from goldenthread.people.queries import adults_of, known_parents, waiting_invitations
from goldenthread.people.rights import is_young_person, rights_pass_on
from goldenthread.privacy.permissions import WITHHELD_ADDRESS_VIEW
from goldenthread.privacy.secrets import fernet
from goldenthread.process.asking import act_once
from goldenthread.request import Request

from .asking import child_shown, page, site_of

SHOWN_ONCE = "invitation_code"


@needs(CONTACTS_VIEW)
def child_adults(request: Request, child: UUID) -> HttpResponse:
    """Everybody who may act for the child, with contact, needs and what is open to do."""
    viewer, found = request.viewer, child_shown(request, child, CONTACTS_VIEW, "parents and carers")
    adults = list(adults_of(viewer, found.pk))
    waiting = {one.parent_id: one for one in waiting_invitations(viewer, found.pk)}
    context = {
        "child": found,
        "rows": [_row(adult, _in_force(adult, viewer.today), waiting) for adult in adults],
        "young_person": is_young_person(found.born_on, viewer.today),
        "rights_pass_on": rights_pass_on(found.born_on),
        "own_invitation": waiting.get(None),
        "tabs": tabs_for(viewer, found.pk, "child_adults") if viewer.role.staff else [],
        "may": {right.name.replace(".", "_"): viewer.has(right.name) for right in _OFFERED},
    }
    return render(request, "people/child_adults.html", context)


def _in_force(adult: AuthorityToAct, today: date) -> bool:
    """Not ended; one that was ended on the day it began has no scope left and never was in force."""
    return adult.to_on is None or (adult.to_on >= today and adult.scope != ActScope.NONE)


_OFFERED = (
    CONTACTS_CHANGE,
    AUTHORITY_TO_ACT_RECORD,
    INVITATION_ISSUE,
    WITHHELD_ADDRESS_VIEW,
    PARENT_ACCESS_DECIDE,
)


def _row(adult: AuthorityToAct, in_force: bool, waiting: dict[UUID | None, Invitation]) -> dict[str, object]:
    return {"adult": adult, "parent": adult.parent, "in_force": in_force, "invitation": waiting.get(adult.parent_id)}


def _adult(request: Request, child: UUID, adult: UUID, right: Right) -> AuthorityToAct:
    found = reach_one(
        request.viewer, AuthorityToAct.objects.select_related("parent", "child"), right, adult, child_id=child
    )
    child_shown(request, child, right, "a parent or carer")
    return found


@needs(AUTHORITY_TO_ACT_RECORD)
def add_adult(request: Request, child: UUID) -> HttpResponse:
    """Somebody the setting does not know yet."""
    found = child_shown(request, child, AUTHORITY_TO_ACT_RECORD, "add a parent or carer")
    form = AddAdultForm(request.POST or None, today=request.viewer.today)

    def act() -> str:
        acting.add_adult(by=request.viewer, child=found, names=form.names(), authority=form.authority())
        return reverse("child_adults", args=[found.pk])

    return act_once(request, form, act) or page(
        request, "people/adult_form.html", form=form, child=found, title=_("Add a parent or carer")
    )


@needs(AUTHORITY_TO_ACT_RECORD)
def share_adult(request: Request, child: UUID) -> HttpResponse:
    """Somebody the setting knows already, through a brother or sister; also a new entry for the same person."""
    viewer, found = request.viewer, child_shown(request, child, AUTHORITY_TO_ACT_RECORD, "add a parent or carer")
    parents = known_parents(viewer)
    form = SharedAdultForm(
        request.POST or None, today=viewer.today, parents=parents, initial={"parent": request.GET.get("parent")}
    )

    def act() -> str:
        parent = reach_one(viewer, parents, AUTHORITY_TO_ACT_RECORD, UUID(form.cleaned_data["parent"]))
        acting.record_authority(by=viewer, child=found, parent=parent, **form.authority())
        return reverse("child_adults", args=[found.pk])

    title = _("Record authority to act for somebody you know already")
    return act_once(request, form, act) or page(request, "people/adult_form.html", form=form, child=found, title=title)


def _newest(viewer: Viewer, held: AuthorityToAct) -> AuthorityToAct:
    """What holds now for the same two, or held last: an old address must not start from what was true once."""
    both = AuthorityToAct.objects.select_related("parent", "child").filter(child=held.child, parent=held.parent)
    found = reachable(viewer, both, AUTHORITY_TO_ACT_RECORD).order_by(F("to_on").desc(nulls_first=True), "-id").first()
    return found or held


@needs(AUTHORITY_TO_ACT_RECORD)
def change_authority(request: Request, child: UUID, adult: UUID) -> HttpResponse:
    """A new entry for the same two: the old one ends the day before."""
    viewer = request.viewer
    held = _newest(viewer, _adult(request, child, adult, AUTHORITY_TO_ACT_RECORD))
    start = {
        "relationship": held.relationship,
        "parental_responsibility": "yes" if held.parental_responsibility else "no",
        "scope": held.scope if held.to_on is None else "",
        "from_on": viewer.today,
        "contact_order": str(held.contact_order),
    }
    form = AuthorityForm(request.POST or None, today=viewer.today, initial=start)

    def act() -> str:
        acting.record_authority(by=viewer, child=held.child, parent=held.parent, **form.authority())
        return reverse("child_adults", args=[child])

    title = _("Change what %s may do") % held.parent.name
    return act_once(request, form, act) or page(
        request, "people/adult_form.html", form=form, child=held.child, title=title
    )


@needs(AUTHORITY_TO_ACT_RECORD)
def end_authority(request: Request, child: UUID, adult: UUID) -> HttpResponse:
    viewer, held = request.viewer, _adult(request, child, adult, AUTHORITY_TO_ACT_RECORD)
    form = EndForm(request.POST or None, today=viewer.today)

    def act() -> str:
        given = form.cleaned_data
        last_day = given["last_day"] or viewer.today - timedelta(days=1)
        acting.end_authority(by=viewer, authority=held, last_day=last_day, because=given["because"])
        return reverse("child_adults", args=[child])

    title = _("End the authority of %s") % held.parent.name
    return act_once(request, form, act) or page(
        request, "people/end_authority.html", form=form, child=held.child, held=held, title=title
    )


@needs(CONTACTS_CHANGE)
def change_contact(request: Request, child: UUID, adult: UUID) -> HttpResponse:
    held = _adult(request, child, adult, CONTACTS_CHANGE)
    parent = held.parent
    form = ContactForm(request.POST or None, initial=ContactForm.start(parent), withheld=parent.address_withheld)

    def act() -> str:
        contacts.change_contact(by=request.viewer, parent=parent, values=form.values())
        messages.success(request, _("Saved."))
        return reverse("child_adults", args=[child])

    title = _("Contact and needs of %s") % parent.name
    return act_once(request, form, act) or page(
        request, "people/adult_form.html", form=form, child=held.child, title=title, withheld=parent.address_withheld
    )


@needs(INVITATION_ISSUE)
def invite_parent(request: Request, child: UUID, adult: UUID) -> HttpResponse:
    held = _adult(request, child, adult, INVITATION_ISSUE)
    email = held.parent.email if held.parent.safe_by_email else ""
    form = InviteForm(request.POST or None, email=email)

    def act() -> str:
        issued = invitations.invite_parent(
            by=request.viewer,
            authority=held,
            by_email=form.cleaned_data["way"] == "email",
            address=request.build_absolute_uri(reverse("redeem_invitation")),
        )
        return _shown_once(request, issued)

    title = _("Invite %s") % held.parent.name
    context = {"form": form, "child": held.child, "parent": held.parent, "title": title}
    return act_once(request, form, act) or page(request, "people/invite.html", **context)


@needs(INVITATION_ISSUE)
def invite_young_person(request: Request, child: UUID) -> HttpResponse:
    found = child_shown(request, child, INVITATION_ISSUE, "invitation")
    form = Form(request.POST if request.method == "POST" else None)

    def act() -> str:
        return _shown_once(request, invitations.invite_young_person(by=request.viewer, child=found))

    born, title = found.born_on, _("Invite the young person")
    context = {"form": form, "child": found, "rights_pass_on": rights_pass_on(born), "title": title}
    return act_once(request, form, act) or page(request, "people/invite_young_person.html", **context)


def _shown_once(request: Request, issued: invitations.Issued) -> str:
    """The address of the one page that may show the code, which is kept sealed until then."""
    request.session[SHOWN_ONCE] = [str(issued.invitation.pk), fernet(SHOWN_ONCE).encrypt(issued.code.encode()).decode()]
    return reverse("invitation_sheet", args=[issued.invitation.child_id, issued.invitation.pk])


@needs(INVITATION_ISSUE)
def invitation_sheet(request: Request, child: UUID, invitation: UUID) -> HttpResponse:
    """The sheet to print and hand over. The code is on it the first time only."""
    found = child_shown(request, child, INVITATION_ISSUE, "invitation")
    issued = reach_one(
        request.viewer,
        Invitation.objects.select_related("parent", "holder"),
        INVITATION_ISSUE,
        invitation,
        child_id=found.pk,
    )
    key, sealed = request.session.pop(SHOWN_ONCE, ("", ""))
    code = fernet(SHOWN_ONCE).decrypt(sealed.encode()).decode() if key == str(issued.pk) else ""
    context = {"child": found, "invitation": issued, "code": code, "site": site_of(request)}
    return render(request, "people/invitation_sheet.html", context)


@needs(INVITATION_ISSUE)
def cancel_invitation(request: Request, child: UUID, invitation: UUID) -> HttpResponse:
    found = child_shown(request, child, INVITATION_ISSUE, "invitation")
    issued = reach_one(request.viewer, Invitation.objects.all(), INVITATION_ISSUE, invitation, child_id=found.pk)
    if request.method == "POST":
        invitations.cancel_invitation(by=request.viewer, invitation=issued)
        messages.success(request, _("The code no longer works."))
    return redirect("child_adults", found.pk)
