"""Who a letter can go to, where, and what to know about them. Everything is read from their rows, nothing is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.children.formats import Format
from goldenthread.children.models import Child
from goldenthread.children.scopes import in_force
from goldenthread.organisations.models import Organisation
from goldenthread.people.models import ActScope, AuthorityToAct, Parent, ParentAccessDecision, YoungPersonAccess
from goldenthread.people.rights import is_young_person, parent_standing

from .models import Channel, Letter, Professional


@dataclass(frozen=True)
class Recipient:
    """One person as a letter meets them. label: how they are named on every sheet ("Ms Ada Bello, mother").

    address: the lines on the envelope, () where there is none or it is withheld. why_not: channel → why it cannot
    be used, fit to show. standing: what makes them the right person, for the sender to see. large_print: in 18 points.
    """

    label: str
    name: str
    address: tuple[str, ...]
    why_not: dict[str, str]
    standing: str
    needs: tuple[str, ...] = ()
    large_print: bool = False
    email_notice: bool = False
    refusal: str = ""


def recipient_of(letter: Letter, today: date) -> Recipient:
    """The recipient as their row says now. `refusal` says why nothing may go to them at all, or ""."""
    if letter.to_parent is not None:
        return as_parent(letter.to_parent, letter.child, today)
    if letter.to_young_person:
        return as_young_person(letter.child, today)
    assert letter.to_professional is not None
    return as_professional(letter.to_professional)


def as_parent(parent: Parent, child: Child, today: date) -> Recipient:
    authority = (
        AuthorityToAct.objects.filter(in_force(today), parent=parent, child=child)
        .select_related("checked_by")
        .order_by("-from_on", "-id")
        .first()
    )
    relationship = str(authority.get_relationship_display()).lower() if authority else ""
    return Recipient(
        label=", ".join(filter(None, (parent.name, relationship))),
        name=parent.name,
        address=_lines(parent.name, parent.address, parent.postcode),
        why_not=_parents_channels(parent),
        standing=_standing(authority),
        needs=_needs(parent),
        large_print=Format.LARGE_PRINT in parent.formats,
        email_notice=bool(parent.email and parent.safe_by_email),
        refusal=_parent_refused(authority, parent, child, today),
    )


def _lines(name: str, address: str, postcode: str) -> tuple[str, ...]:
    if not (address and postcode):
        return ()
    return (name, *(part.strip() for part in address.replace("\n", ",").split(",") if part.strip()), postcode)


def _parents_channels(parent: Parent) -> dict[str, str]:
    closed = {}
    if parent.account_id is None:
        closed[Channel.PORTAL] = _("%s has no account yet. Print it, or send an invitation first.") % parent.name
    if not parent.safe_by_post:
        closed[Channel.POST] = _("%s asked that nothing is sent by post.") % parent.name
    elif parent.address_withheld:
        closed[Channel.POST] = _("The address is withheld. Nothing is posted: use Golden Thread, or hand it over.")
    elif not (parent.address and parent.postcode):
        closed[Channel.POST] = _("There is no address in force for %s.") % parent.name
    return {str(channel): why for channel, why in closed.items()}


def _standing(authority: AuthorityToAct | None) -> str:
    if authority is None:
        return ""
    if authority.checked_by is None or authority.checked_on is None:
        return _("authority to act: not checked by anybody here yet")
    said = {"day": authority.checked_on.strftime("%-d %b %Y"), "name": authority.checked_by.name}
    return _("authority to act: checked %(day)s by %(name)s") % said


def _needs(parent: Parent) -> tuple[str, ...]:
    needs = [_("Needs it as: %s.") % name.lower() for name in parent.format_names]
    if parent.language:
        needs.append(_("Reads %s.") % parent.language)
    if parent.interpreter:
        needs.append(_("Needs an interpreter: talk it through as well."))
    return tuple(needs)


def _parent_refused(authority: AuthorityToAct | None, parent: Parent, child: Child, today: date) -> str:
    if authority is None or authority.scope == ActScope.NONE:
        return _("%(parent)s has no authority to act for %(child)s today, so nothing can be sent.") % {
            "parent": parent.name,
            "child": child.first_name,
        }
    decided = ParentAccessDecision.objects.filter(parent=parent, child=child).order_by("-on", "-at").first()
    row = {"born_on": child.born_on, "scope": authority.scope, "basis": decided.basis if decided else None}
    standing = parent_standing(row | {"may_act": bool(decided and decided.may_act)}, today)
    if not standing.sees:
        return _("The rights are %s's own now, and they said no to this parent's access.") % child.first_name
    return ""


def as_young_person(child: Child, today: date) -> Recipient:
    """Themselves, from the day the rights are theirs. Paper is handed over: the setting keeps no address of theirs."""
    has_account = YoungPersonAccess.objects.filter(in_force(today), child=child).exists()
    closed = {str(Channel.POST): _("The school keeps no address of the young person's own. Hand it over in person.")}
    if not has_account:
        closed[str(Channel.PORTAL)] = (
            _("%s has no account yet. Print it, or send an invitation first.") % child.first_name
        )
    passed = is_young_person(child.born_on, today)
    return Recipient(
        label=child.name,
        name=child.name,
        address=(),
        why_not=closed,
        standing=_("the young person themselves: the rights are theirs"),
        needs=tuple(_("Needs it as: %s.") % str(Format(one).label).lower() for one in child.formats),
        large_print=Format.LARGE_PRINT in child.formats,
        email_notice=has_account,
        refusal="" if passed else _("The rights pass to %s later. Write to a parent or carer.") % child.first_name,
    )


def as_professional(person: Professional) -> Recipient:
    return Recipient(
        label=f"{person.name}, {person.job}",
        name=person.name,
        address=_lines(person.name, f"{person.organisation_name}, {person.address}", person.postcode),
        why_not={str(Channel.PORTAL): _("%s has no account here. Post it.") % person.name},
        standing=_("outside the school: only with the family's agreement"),
    )


@dataclass(frozen=True)
class Offered:
    """One person to choose from. key: "parent:<uuid>", "young_person" or "professional:<uuid>"."""

    key: str
    recipient: Recipient


def offered_for(viewer: Viewer, child: Child, *, professionals: bool) -> list[Offered]:
    """Everybody a letter about this child can be written to today, the family first."""
    authorities = (
        AuthorityToAct.objects.filter(in_force(viewer.today), child=child, holder_id=viewer.organisation)
        .exclude(scope=ActScope.NONE)
        .select_related("parent")
        .order_by("contact_order", "id")
    )
    people = [Offered(f"parent:{one.parent_id}", as_parent(one.parent, child, viewer.today)) for one in authorities]
    if is_young_person(child.born_on, viewer.today):
        people.insert(0, Offered("young_person", as_young_person(child, viewer.today)))
    if professionals:
        known = Professional.objects.filter(holder_id=viewer.organisation)
        people += [Offered(f"professional:{one.pk}", as_professional(one)) for one in known]
    return [one for one in people if not one.recipient.refusal]


def fields_of(key: str) -> dict[str, Any]:
    """The recipient fields of a letter for a chosen key."""
    who, _colon, number = key.partition(":")
    return {
        "to_parent_id": UUID(number) if who == "parent" else None,
        "to_young_person": who == "young_person",
        "to_professional_id": UUID(number) if who == "professional" else None,
    }


def key_of(letter: Letter) -> str:
    if letter.to_parent_id:
        return f"parent:{letter.to_parent_id}"
    return "young_person" if letter.to_young_person else f"professional:{letter.to_professional_id}"


def sender_lines(setting: Organisation) -> tuple[str, ...]:
    """Who writes, at the top of the sheet."""
    place = ", ".join(filter(None, (setting.address, setting.postcode)))
    return tuple(filter(None, (setting.name, place, setting.phone)))
