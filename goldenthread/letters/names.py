"""Who and what is named in a text that is about to leave: matched against everybody the sender can reach.

A name or an address that belongs to another family stops the letter. What merely should be noticed is listed.
Central Bedfordshire 2024: an internal list of 34 children went to one parent. Charnwood 2023: a new address stood in a
letter to the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from goldenthread.access.roles import ROLES
from goldenthread.access.viewer import Viewer
from goldenthread.children.identifiers import check_nhs_number, check_upn
from goldenthread.children.models import Child, Identifier
from goldenthread.children.names import plain
from goldenthread.children.scopes import children_of, in_force
from goldenthread.organisations.models import Organisation
from goldenthread.people.models import Assignment, AuthorityToAct, Parent
from goldenthread.privacy.models import WithheldAddress

from .models import Letter

_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b")
_PHONE = re.compile(r"(?<!\w)(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\w)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_UPN = re.compile(r"\b[A-Za-z]\d{11}[0-9A-Za-z]\b")
_NHS = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")
_BORN = re.compile(r"\b(?:born(?: on)?|date of birth|d\.?o\.?b\.?)\W{0,3}(\d{1,2}\W\w+\W\d{2,4})", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """Something a letter names. words: as found; what: in words; stops: it may not leave with this in it."""

    words: str
    what: str
    stops: bool = False


def names_found(viewer: Viewer, letter: Letter, text: str) -> list[Found]:
    """Everybody and everything found, those that stop the letter first. A constant number of queries."""
    folded = f" {plain(text)} "
    family = _family_of(letter, viewer.today)
    own_names = {plain(letter.child.name), plain(f"{letter.child.given_name} {letter.child.family_name}")}
    staff = _staff(viewer)
    known = own_names | {plain(name) for name in staff}
    found = [
        *_children(viewer, letter, folded, family.children, known),
        *_grown_ups(viewer, letter, folded, text, family, known),
        *_withheld(letter, folded),
        *(Found(name, _("works here")) for name in staff if _named(name, folded)),
        *_places(viewer, letter, text),
        *_numbers(letter, text),
    ]
    once = {(one.words, one.what): one for one in found}
    return sorted(once.values(), key=lambda one: not one.stops)


@dataclass(frozen=True)
class _Family:
    """children: whom the recipient may be told about; adults: who acts for the child."""

    children: frozenset[UUID]
    adults: frozenset[UUID]


def _family_of(letter: Letter, today: date) -> _Family:
    authorities = AuthorityToAct.objects.filter(in_force(today)).exclude(scope="none")
    adults = frozenset(authorities.filter(child_id=letter.child_id).values_list("parent_id", flat=True))
    if letter.to_parent_id is None:
        return _Family(frozenset({letter.child_id}), adults)
    theirs = authorities.filter(parent_id=letter.to_parent_id).values_list("child_id", flat=True)
    return _Family(frozenset(theirs) | {letter.child_id}, adults)


def _named(name: str, folded: str) -> bool:
    return f" {plain(name)} " in folded


def _children(viewer: Viewer, letter: Letter, folded: str, family: frozenset[UUID], known: set[str]) -> Iterator[Found]:
    rows = Child.objects.filter(children_of(viewer)).only("given_name", "family_name", "known_as")
    for child in rows:
        names = {plain(child.name), plain(f"{child.given_name} {child.family_name}")}
        if not any(f" {name} " in folded for name in names):
            continue
        if child.pk == letter.child_id:
            yield Found(child.name, _("whom the letter is about"))
        elif child.pk in family:
            yield Found(child.name, _("another child of this recipient"))
        elif not names & known:
            yield Found(child.name, _("another family's child: this may not leave"), stops=True)


def _grown_ups(
    viewer: Viewer, letter: Letter, folded: str, text: str, family: _Family, known: set[str]
) -> Iterator[Found]:
    for parent in Parent.objects.filter(holder_id=viewer.organisation):
        mine = parent.pk == letter.to_parent_id
        named = _named(f"{parent.given_name} {parent.family_name}", folded)
        if named and mine:
            yield Found(parent.name, _("the recipient"))
        elif named and parent.pk in family.adults:
            yield Found(parent.name, _("another adult who acts for the child: should this recipient read about them?"))
        elif named and plain(f"{parent.given_name} {parent.family_name}") not in known:
            yield Found(parent.name, _("a parent of another child: this may not leave"), stops=True)
        if not mine:
            yield from _contact_of(parent, letter.to_parent, folded, text)


def _contact_of(parent: Parent, to: Parent | None, folded: str, text: str) -> Iterator[Found]:
    """Contact is per person: one parent's never stands in what goes to somebody else, the other parent included.

    to: the parent it goes to; what two people who live together both have is no secret between them.
    """
    digits = re.sub(r"\D", "", text)
    street = plain(parent.address.split(",")[0])
    shared = () if to is None else (plain(to.address.split(",")[0]), to.phone, to.email)
    if len(street) > 5 and street not in shared and f" {street} " in folded:
        yield Found(parent.address, _("the address of %s: this may not leave") % parent.name, stops=True)
    if len(parent.phone) > 8 and parent.phone not in shared and re.sub(r"\D", "", parent.phone) in digits:
        yield Found(parent.phone, _("the phone number of %s: this may not leave") % parent.name, stops=True)
    if parent.email and parent.email not in shared and parent.email.casefold() in text.casefold():
        yield Found(parent.email, _("the e-mail address of %s: this may not leave") % parent.name, stops=True)


def _withheld(letter: Letter, folded: str) -> Iterator[Found]:
    """Withheld addresses that the sender knows as a named reader: PostgreSQL shows no others. Never said again here."""
    for kept in WithheldAddress.objects.all():
        street = plain(kept.address.split(",")[0])
        if kept.parent_id != letter.to_parent_id and len(street) > 5 and f" {street} " in folded:
            yield Found(_("a withheld address"), _("this may not leave"), stops=True)


def _squeezed(postcode: str) -> str:
    return "".join(postcode.split()).upper()


def _places(viewer: Viewer, letter: Letter, text: str) -> Iterator[Found]:
    """Postcodes: only the recipient's own and those of organisations may stand in a letter. Others stop it."""
    bodies = Organisation.objects.filter(authority_id=viewer.authority).exclude(postcode="")
    public = {_squeezed(code): name for code, name in bodies.values_list("postcode", "name")}
    own = {_squeezed(one.postcode) for one in (letter.to_parent, letter.to_professional) if one is not None}
    for words in _POSTCODE.findall(text):
        code = _squeezed(words)
        if code in own:
            yield Found(words, _("the recipient's own address"))
        elif code in public:
            yield Found(words, _("the address of %s") % public[code])
        else:
            yield Found(words, _("a postcode that is neither the recipient's nor an organisation's"), stops=True)


def _numbers(letter: Letter, text: str) -> Iterator[Found]:
    yield from (Found(words, _("a phone number")) for words in _PHONE.findall(text))
    yield from (Found(words, _("an e-mail address")) for words in _EMAIL.findall(text))
    yield from (Found(words, _("a date of birth")) for words in _BORN.findall(text))
    born = letter.child.born_on
    for words in (born.strftime("%-d %B %Y"), born.strftime("%d/%m/%Y"), born.isoformat()):
        if words in text:
            yield Found(words, _("the child's date of birth"))
    upns = {word for word in _UPN.findall(text) if not check_upn(word).fault}
    nhs = {word for word in _NHS.findall(text) if not check_nhs_number(word).fault}
    yield from _identifiers(letter, upns, _("a unique pupil number (UPN)"))
    yield from _identifiers(letter, nhs, _("an NHS number"))


def _identifiers(letter: Letter, words: Iterable[str], what: str) -> Iterator[Found]:
    for word in sorted(words):
        value = re.sub(r"[ -]", "", word).upper()
        of_another = Identifier.objects.filter(value=value).exclude(child_id=letter.child_id).exists()
        yield Found(word, _("%s of another child: this may not leave") % what if of_another else what, stops=of_another)


def _staff(viewer: Viewer) -> list[str]:
    """The people who work at the sender's setting today, by name."""
    serving = Assignment.objects.filter(in_force(viewer.today), holder_id=viewer.organisation, role__in=ROLES)
    return sorted(set(serving.values_list("account__name", flat=True)))
