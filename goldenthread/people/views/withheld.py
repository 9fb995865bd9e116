"""Withheld addresses: the only pages of the product where one can ever be seen."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, Right
from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.children.models import Child
from goldenthread.people.forms.adults import NameReaderForm, WhyForm, WithholdForm
from goldenthread.people.models import AuthorityToAct, Parent
from goldenthread.people.queries import may_be_named
from goldenthread.privacy import actions
from goldenthread.privacy.permissions import WITHHELD_ADDRESS_RECORD, WITHHELD_ADDRESS_VIEW
from goldenthread.privacy.queries import readers_of
from goldenthread.process.asking import act_once
from goldenthread.process.keeping import fill_again, forget
from goldenthread.request import Request

from .asking import child_shown, page


def _parent(request: Request, child: UUID, parent: UUID, right: Right) -> tuple[Child, Parent]:
    """The grown-up, if the setting knows them for this child."""
    found = child_shown(request, child, right, "withheld address: who may see it")
    held = reachable(request.viewer, AuthorityToAct.objects.filter(child_id=found.pk), right)
    return found, reach_one(request.viewer, Parent.objects.filter(pk__in=held.values("parent_id")), right, parent)


@needs(WITHHELD_ADDRESS_VIEW)
def withheld_address(request: Request, child: UUID, parent: UUID) -> HttpResponse:
    """Who may see the address; and, for a named person who gives a reason, the address itself, this once."""
    found, adult = _parent(request, child, parent, WITHHELD_ADDRESS_VIEW)
    form = WhyForm(request.POST or None)
    seen = None
    if form.is_valid():
        try:
            seen = actions.see_withheld_address(request, parent=adult.pk, child=found.pk, reason=form.reason())
        except Refused as no:
            form.add_error("words", str(no.sentence))
        else:
            forget(request)
    fill_again(request, form)
    readers = readers_of(request.viewer, adult.pk)
    context = {
        "child": found,
        "parent": adult,
        "form": None if seen else form,
        "seen": seen,
        "readers": readers,
        "am_named": any(reader.account == request.viewer.person for reader in readers),
        "may_record": request.viewer.has(WITHHELD_ADDRESS_RECORD.name),
    }
    return render(request, "people/withheld_address.html", context)


@needs(WITHHELD_ADDRESS_RECORD)
def withhold_address(request: Request, child: UUID, parent: UUID) -> HttpResponse:
    """Take an address out of the contact page and keep it for named people."""
    found, adult = _parent(request, child, parent, WITHHELD_ADDRESS_RECORD)
    form = WithholdForm(request.POST or None, readers=may_be_named(request.viewer))

    def act() -> str:
        given = form.cleaned_data
        actions.withhold_address(
            by=request.viewer,
            parent=adult,
            child=found.pk,
            address=given["address"],
            postcode=given["postcode"],
            reason=given["reason"],
            readers=[UUID(key) for key in given["readers"]],
        )
        return reverse("withheld_address", args=[found.pk, adult.pk])

    return act_once(request, form, act) or page(
        request, "people/withhold_address.html", child=found, parent=adult, form=form
    )


@needs(WITHHELD_ADDRESS_RECORD)
def name_reader(request: Request, child: UUID, parent: UUID) -> HttpResponse:
    found, adult = _parent(request, child, parent, WITHHELD_ADDRESS_RECORD)
    readers = readers_of(request.viewer, adult.pk)
    if not readers:
        raise NotFound("withheld address")
    named = {str(reader.account) for reader in readers}
    others = [(key, name) for key, name in may_be_named(request.viewer) if key not in named]
    if not others:
        return page(request, "people/name_reader.html", child=found, parent=adult, form=None)
    form = NameReaderForm(request.POST or None, readers=others)

    def act() -> str:
        actions.name_reader(
            by=request.viewer,
            withheld=readers[0].withheld_address,
            child=found.pk,
            account=UUID(form.cleaned_data["account"]),
        )
        return reverse("withheld_address", args=[found.pk, adult.pk])

    return act_once(request, form, act) or page(
        request, "people/name_reader.html", child=found, parent=adult, form=form, title=_("Name somebody else")
    )


@needs(WITHHELD_ADDRESS_RECORD)
def end_reader(request: Request, child: UUID, parent: UUID, reader: UUID) -> HttpResponse:
    found, adult = _parent(request, child, parent, WITHHELD_ADDRESS_RECORD)
    if request.method == "POST":
        actions.end_reader(by=request.viewer, reader=reader, child=found.pk)
    return redirect("withheld_address", found.pk, adult.pk)
