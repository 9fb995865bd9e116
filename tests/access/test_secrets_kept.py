"""Non-interference (bar A3, B3, B4): change only a secret, and to everybody not entitled every answer stays the same.

The same rows are asked twice, once before and once after the secret changes; the view log is put back in between, so
that a difference can only come from the secret.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import psycopg
import pytest
from django.urls import reverse

from goldenthread.children.hidden_words import hidden
from goldenthread.documents.models import Document
from goldenthread.letters.models import Communication
from goldenthread.people.models import Account, Parent
from goldenthread.privacy.actions import withhold_address
from goldenthread.sen_support.models import Agreement, Concern, Contribution
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_account,
    make_child,
    make_class,
    make_parent,
    make_young_person,
    seen_by,
    set_status,
    viewer_of,
)

from .about import About
from .asking import address_of, ask, browser, said
from .policy import RIGHTS
from .routes import every_route

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = ("class_teacher", "teaching_assistant", "cover_teacher")


class Family:
    """A child of the class with two parents who live apart, everything written about the child, and everybody else."""

    def __init__(self) -> None:
        self.world = World()
        for role in ("senco", "head"):  # there from the beginning: pages name them
            self.world.staff(role)
        self.child = make_child(self.world.school, "Kit Kestrel", date(2010, 3, 1))
        make_class(self.world.school, "4B", tuple(self.world.staff(role) for role in STAFF), (self.child,))
        self.other = make_account("Orla Kestrel")
        make_parent(self.child, self.world.school, "Orla Kestrel", self.other)
        self.secret_parent = make_parent(self.child, self.world.school, "Sam Secret")
        self.about = About(self.child).everything()
        self.own = make_young_person(self.child, self.world.school)
        self.neighbour = About(make_child(self.world.other_school, "Nora Neighbour")).everything()

    @property
    def held(self) -> dict[str, object]:
        return self.about.held

    def person(self, role: str) -> Account:
        return {"parent": self.other, "young_person": self.own}.get(role) or self.world.staff(role)

    def add(self, model, **values):
        with inside(self.world.school):
            return model.objects.create(child=self.child, **self.held, **values)


def _addresses(family: Family, role: str) -> list[str]:
    """Every page that the role's rights could open, about the child or about many, and the ways of looking for somebody."""
    routes = [route for route in every_route() if RIGHTS.get((route.rule, role))]
    pages = [address_of(route, family.about.parts(route)) for route in routes]
    return pages + (SEARCHES if role in ("senco", "head", "data_manager") else [])


SEARCHES = [
    "/register/?sort=status", "/register/?sort=-name&status=K", "/register/?as_on=2026-10-01", "/register/download/?status=K",
    *(f"{page}?find={mark}" for page in ("/register/", "/children/find/", "/pupils/")
      for mark in (hidden("Kestrel"), hidden("Hidden Orchard"), hidden("Osk"))),
]  # fmt: skip


def seen(family: Family, role: str, forget: Callable[[], None]) -> dict[str, bytes]:
    client = browser(family.person(role), role)
    found = {}
    for address in _addresses(family, role):
        found[address] = said(ask(client, address))
        forget()
    return found


@pytest.fixture
def forget(raw_url):
    """Take back what looking itself writes, so that two looks begin alike."""
    with psycopg.connect(raw_url("owner"), autocommit=True) as owner:
        yield lambda: owner.execute("TRUNCATE audit_entry, letters_letteropened, process_submission")


@dataclass(frozen=True)
class Secret:
    """change: makes the secret other than it was; kept_from: roles that may notice nothing; told: a page that does."""

    change: Callable[[Family], object]
    kept_from: tuple[str, ...]
    told: str = ""
    teller: str = "senco"


def _withhold(family: Family):
    with seen_by(viewer_of(family.world.staff("senco"), "senco")) as senco:
        return withhold_address(
            by=senco, parent=family.secret_parent, child=family.child.pk, address="19 Hidden Orchard", postcode="QX7 7ZZ",
            reason="Court order", readers=[family.world.staff("head").pk],
        )  # fmt: skip


def _contact(**values: object) -> Callable[[Family], object]:
    def change(family: Family) -> None:
        with inside(family.world.school):
            Parent.objects.filter(pk=family.secret_parent.pk).update(**values)

    return change


def _words(audience: str, account: bool = False) -> Callable[[Family], object]:
    def change(family: Family) -> object:
        return family.add(
            Contribution, voice="child", words="I am afraid at home", said_by="Kit", on=TODAY, audience=audience,
            recorded_by=family.about.writer, account=family.secret_parent.account if account else None,
        )  # fmt: skip

    return change


def _worry(family: Family) -> object:
    return family.add(
        Concern, voice="parent", words="A worry of one parent", audience="author", raised_on=TODAY,
        raised_by=family.secret_parent.account, raised_by_name="Sam Secret", recorded_by=family.about.writer,
    )  # fmt: skip


def _correspondence(family: Family) -> object:
    """A letter, a thread, a document and a talk with one parent."""
    theirs = About(family.child, family.secret_parent.account)
    theirs.writer, theirs.stored_file = family.about.writer, family.about.stored_file
    assert theirs.letter and theirs.sent_letter and theirs.thread
    family.add(
        Document, title="For one parent", kind="report", audience="one_parent", for_parent=family.secret_parent, on=TODAY,
        submitted_by=family.about.writer, stored_file=family.about.stored_file,
    )  # fmt: skip
    return family.add(
        Communication, way="call", on=TODAY, with_parent=family.secret_parent, with_whom="Sam Secret", said="Moved house",
        shared_with="parent", recorded_by=family.about.writer,
    )  # fmt: skip


def _answer(family: Family) -> object:
    return family.add(
        Agreement, cycle=family.about.cycle, purpose="plan", answer="not_agreed", party=family.secret_parent.account,
        party_name="Sam Secret", party_role="parent", how="here", on=TODAY, recorded_by=family.secret_parent.account,
    )  # fmt: skip


def _child_elsewhere(family: Family) -> object:
    there = About(make_child(family.world.other_school, "Osk Elsewhere"))
    there.writer = family.neighbour.writer
    set_status(there.child, family.world.other_school, "K")
    return there.everything()


def _support(family: Family) -> object:
    return set_status(family.child, family.world.school, "K", date(2026, 10, 1))


EVERYBODY_ELSE = ("governor", "authority_officer", "platform_administrator")
TEACHING = ("class_teacher", "teaching_assistant", "cover_teacher")
FAMILY = ("parent", "young_person")
SECRETS = {
    "a parent's phone": Secret(_contact(phone="07700 900999"), (*FAMILY, *TEACHING, *EVERYBODY_ELSE), "child_adults"),
    "a parent's address": Secret(
        _contact(address="19 Hidden Orchard", postcode="QX7 7ZZ", email="new@example.org"),
        (*FAMILY, *TEACHING, *EVERYBODY_ELSE), "child_adults",
    ),
    "that an address is withheld": Secret(_withhold, (*FAMILY, *TEACHING, *EVERYBODY_ELSE), "child_adults"),
    "words kept from parents": Secret(
        _words("not_parents"), ("parent", "teaching_assistant", "cover_teacher", "data_manager", *EVERYBODY_ELSE), "assessment"
    ),
    "words for the school": Secret(
        _words("school"), (*FAMILY, "teaching_assistant", "cover_teacher", "data_manager", *EVERYBODY_ELSE), "assessment"
    ),
    "words of one parent": Secret(
        _words("author", account=True), (*FAMILY, "teaching_assistant", "cover_teacher", "data_manager", *EVERYBODY_ELSE),
        "assessment",
    ),
    "a worry of one parent": Secret(_worry, (*FAMILY, *TEACHING, "data_manager", *EVERYBODY_ELSE), "child_worries"),
    "what one parent and the school write to each other": Secret(_correspondence, FAMILY, "child_letters"),
    "one parent's answer about the plan": Secret(_answer, ("parent", "data_manager", *EVERYBODY_ELSE), "plan"),
    "a child in another school": Secret(
        _child_elsewhere, (*FAMILY, *TEACHING, "senco", "head", "data_manager", *EVERYBODY_ELSE)
    ),
    "a child's SEN status": Secret(
        _support, ("data_manager", "authority_officer", "platform_administrator"), "register"
    ),
}  # fmt: skip
ROLES = tuple(dict.fromkeys(role for kept in SECRETS.values() for role in kept.kept_from))


def _differences(family: Family, role: str, secrets: Iterable[str], forget) -> list[str]:
    """Addresses whose answers change with these secrets."""
    before = seen(family, role, forget)
    for secret in secrets:
        SECRETS[secret].change(family)
    forget()
    after = seen(family, role, forget)
    return [address for address, answer in before.items() if answer != after[address]]


@pytest.mark.parametrize("role", ROLES)
def test_to_those_not_entitled_nothing_changes_with_all_that_is_kept_from_them(role, forget):
    kept_from_them = [name for name, kept in SECRETS.items() if role in kept.kept_from]

    assert _differences(Family(), role, kept_from_them, forget) == []


@pytest.mark.full
@pytest.mark.parametrize(
    ("secret", "role"), [(name, role) for name, kept in SECRETS.items() for role in kept.kept_from]
)
def test_to_those_not_entitled_nothing_changes_with_each_secret(secret, role, forget):
    assert _differences(Family(), role, [secret], forget) == []


@pytest.mark.parametrize("secret", [name for name, kept in SECRETS.items() if kept.told])
def test_those_entitled_do_see_the_secret(secret):
    """So that the tests above could fail at all."""
    kept, family = SECRETS[secret], Family()
    client = browser(family.person(kept.teller), kept.teller)
    route = next(route for route in every_route() if route.name == kept.told)
    address = address_of(route, family.about.parts(route))

    before = said(ask(client, address))
    kept.change(family)

    assert said(ask(client, address)) != before


def test_a_page_that_counts_what_it_does_not_show_is_caught(forget, monkeypatch):
    from goldenthread.sen_support.views.family import words as page

    honest = page.words_about

    def counting(viewer, child, **more):
        with inside(family.world.school):
            hidden_too = Contribution.objects.filter(child_id=child).count()
        found = honest(viewer, child, **more)
        for one in found:
            one.said_by = f"one of {hidden_too}"
        return found

    family = Family()
    monkeypatch.setattr(page, "words_about", counting)

    differences = _differences(family, "parent", ["words for the school"], forget)

    assert differences == [reverse("my_words", args=[family.child.pk])]


def test_who_has_looked_does_not_tell_a_family_of_a_withheld_address():
    """The look itself is a trace: the other parent reads the log of looks, and must not learn of an address from it."""
    family = Family()
    family_page = reverse("who_has_looked", args=[family.child.pk])
    withheld = _withhold(family)
    head = browser(family.world.staff("head"), "head")
    page = reverse("withheld_address", args=[family.child.pk, family.secret_parent.pk])
    shown = ask(head, page, "POST", {"why": "visit"}).content.decode()

    log = ask(browser(family.other, "parent"), family_page).content.decode()

    assert withheld.address in shown
    assert "Head teacher" in log
    assert [word for word in ("ithheld", "visit them", "address") if word in log] == []
