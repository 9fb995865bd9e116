"""What really went wrong elsewhere, tried here through the page and through the action, and refused (bar B2).

Each name says the case; where it happened stands in the documents of the case list. Everybody here is invented.
"""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.db import IntegrityError
from django.urls import get_resolver, reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.documents.actions import change_audience
from goldenthread.documents.models import Audience, Document
from goldenthread.documents.storage import document_store
from goldenthread.keys import new_key
from goldenthread.letters.actions import letters
from goldenthread.letters.actions.log import record_communication
from goldenthread.letters.models import Enclosure, Letter, SentLetter
from goldenthread.letters.queries.letters import letters_to_me
from goldenthread.letters.queries.log import ways_to_reach
from goldenthread.people.models import AuthorityToAct, Parent
from goldenthread.privacy.actions import withhold_address
from tests.access.routes import every_route
from tests.factories.letters import LETTER, a_document, a_letter, as_it_stands, held, make_sendable, release
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_account,
    make_child,
    make_parent,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)


def _world(**contact):
    world = World()
    assert world.ada
    return world, make_sendable(world, **contact), viewer_of(world.staff("senco"))


def _father(world: World, **contact) -> Parent:
    account = make_account("Tunde Bello")
    parent = make_parent(world.amara, world.school, "Tunde Bello", account, relationship="father")
    with inside(world.school):
        Parent.objects.filter(pk=parent.pk).update(**contact)
        return Parent.objects.get(pk=parent.pk)


def _page(world: World, letter: Letter) -> str:
    return signed_in(world.staff("senco")).get(reverse("letter", args=[letter.pk])).content.decode()


def _press_send(world: World, letter: Letter):
    with inside(world.school):
        digest = Letter.objects.select_related("rendered").get(pk=letter.pk).rendered.sha256
    address = reverse("send_letter", args=[letter.pk])
    return signed_in(world.staff("senco")).post(address, {"looked_at": digest, "submission_key": new_key().hex})


def assert_does_not_leave(world: World, senco, letter: Letter, why: str) -> None:
    """The page offers no Send and says why; pressing it all the same is refused; so is the action."""
    page = _page(world, letter)
    assert reverse("send_letter", args=[letter.pk]) not in page
    assert re.search(why, page)
    assert _press_send(world, letter).status_code == 409
    with pytest.raises(Refused, match=why):
        held(senco, letter)
    assert as_it_stands(letter).state == "previewed"
    with inside(world.school):
        assert not SentLetter.objects.exists()


def test_a_list_of_children_sent_to_one_parent_is_refused():
    """Central Bedfordshire, June 2024: an internal list of 34 children went to a parent."""
    world, ada, senco = _world()
    for name in ("Lena Costa", "Kofi Mensah"):
        make_child(world.school, name)

    letter = a_letter(senco, world.amara, ada, words="Transition list:\n\n- Amara Bello\n- Lena Costa\n- Kofi Mensah")

    assert_does_not_leave(world, senco, letter, "Lena Costa: another family")


def test_another_childs_plan_cannot_be_put_into_the_envelope():
    """Central Bedfordshire, July 2024, and Lancashire: one child's plan went to another family."""
    world, ada, senco = _world()
    lena = make_child(world.school, "Lena Costa")
    plan = a_document(senco, lena, title="Lena's plan", audience=Audience.EVERYONE)
    a_document(senco, world.amara, title="Her own plan", audience=Audience.EVERYONE)
    to = f"parent:{ada.pk}"
    posted = LETTER | {"to": to, "documents": [str(plan.pk)], "submission_key": "one"}

    form = signed_in(world.staff("senco")).get(reverse("write_letter", args=[world.amara.pk])).content.decode()
    sent = signed_in(world.staff("senco")).post(reverse("write_letter", args=[world.amara.pk]), posted)
    with seen_by(senco), pytest.raises(Refused, match="about another child"):
        letters.write_letter(by=senco, child=world.amara.pk, to=to, documents=[plan.pk], **LETTER)

    assert "Her own plan" in form and "Lena's plan" not in form and "Lena Costa" not in form
    assert sent.status_code == 200, "the form is shown again"
    letter = a_letter(senco, world.amara, ada)
    with pytest.raises(IntegrityError), inside(world.school):
        Enclosure.objects.create(
            authority=world.area, holder=world.school, child=world.amara, letter=letter, document=plan, number=1
        )
    with inside(world.school):
        assert not Enclosure.objects.exists()


def test_every_sheet_says_whose_it_is_and_which_copy():
    world, ada, senco = _world()
    letter = a_letter(senco, world.amara, ada)

    page = document_store().get(as_it_stands(letter).page_sha256).decode()

    assert f"Amara Bello · Ada Bello, mother · {letter.reference} · Copy 1" in page


def test_a_letter_does_not_go_to_an_address_that_has_ended():
    """Charnwood, November 2023: a letter went to the address that the person had left."""
    world, ada, senco = _world()
    waiting = held(senco, a_letter(senco, world.amara, ada, channel="post"))
    printed = held(senco, a_letter(senco, world.amara, ada, channel="post", subject="Second"))
    release(printed)
    with inside(world.school):
        Parent.objects.filter(pk=ada.pk).update(address="9 New Row, Larkmere", postcode="LM9 9ZZ")

    release(waiting)
    paper = signed_in(world.staff("senco")).post(reverse("print_letter", args=[printed.pk]))

    assert (as_it_stands(waiting).state, paper.status_code) == ("stopped", 409)
    with seen_by(senco), pytest.raises(Refused, match="address has changed"):
        letters.letter_to_print(by=senco, letter=printed.pk)


def test_no_letter_is_begun_to_somebody_whose_authority_or_address_has_ended():
    world, ada, senco = _world()
    with inside(world.school):
        Parent.objects.filter(pk=ada.pk).update(address="", postcode="")
    no_address = a_letter(senco, world.amara, ada, channel="post")
    assert_does_not_leave(world, senco, no_address, "no address in force")

    with inside(world.school):
        AuthorityToAct.objects.filter(parent=ada).update(to_on=TODAY.replace(day=19))

    form = signed_in(world.staff("senco")).get(reverse("write_letter", args=[world.amara.pk])).content.decode()
    assert "Ada Bello" not in form
    with seen_by(senco), pytest.raises(Refused, match="cannot go to this person"):
        letters.write_letter(by=senco, child=world.amara.pk, to=f"parent:{ada.pk}", **LETTER)


@pytest.mark.parametrize("words", ["She lives at LM9 9ZZ now.", "She lives at 9 New Row now.", "Ring 020 7946 0777."])
def test_one_parents_new_address_or_number_in_a_letter_to_the_other_is_refused(words):
    """Charnwood 2023; Wakefield 2023: the mother's address reached the father, and she had to move the same day."""
    world, _ada, senco = _world(address="9 New Row, Larkmere", postcode="LM9 9ZZ", phone="020 7946 0777")
    father = _father(world)

    letter = a_letter(senco, world.amara, father, words=words)

    assert_does_not_leave(world, senco, letter, "this may not leave|neither the recipient")


def test_a_withheld_address_is_on_no_letter_and_nothing_is_posted_to_it():
    """Seven reprimands in fourteen months (ICO 2023): safe addresses given to those they were kept from."""
    world, ada, senco = _world()
    with seen_by(senco):
        withhold_address(
            by=senco, parent=ada, child=world.amara.pk, address="1 Safe House Lane", postcode="LM7 7SF", reason="Risk",
            readers=[world.staff("senco").pk],
        )  # fmt: skip

    posted = a_letter(senco, world.amara, ada, channel="post")
    by_hand = a_letter(senco, world.amara, ada, channel="hand")

    assert_does_not_leave(world, senco, posted, "address is withheld")
    for letter in (posted, by_hand):
        kept = document_store().get(as_it_stands(letter).page_sha256).decode()
        assert "Safe House" not in kept + _page(world, letter) and "LM7 7SF" not in kept + _page(world, letter)
    assert held(senco, by_hand).state == "held"


def test_one_parents_letter_and_its_documents_are_not_the_others():
    """Nottinghamshire 2023: one unredacted assessment went to a mother and two former partners."""
    world, ada, senco = _world()
    father = _father(world)
    for_her = a_document(senco, world.amara, title="For Ada", audience=Audience.ONE_PARENT, for_parent=ada.pk)
    to_her = a_letter(senco, world.amara, ada, documents=[for_her.pk])
    release(held(senco, to_her))

    browser = signed_in(father.account)
    assert browser.get(reverse("my_letter", args=[to_her.pk])).status_code == 404
    assert browser.get(reverse("my_letter_file", args=[to_her.pk])).status_code == 404
    assert browser.get(reverse("document_file", args=[for_her.pk])).status_code == 404
    with seen_by(viewer_of(father.account)) as other:
        assert letters_to_me(other, world.amara.pk) == []
        assert (Letter.objects.count(), SentLetter.objects.count(), Enclosure.objects.count()) == (0, 0, 0)
    with seen_by(senco), pytest.raises(Refused, match="not for Tunde Bello to open"):
        letters.write_letter(by=senco, child=world.amara.pk, to=f"parent:{father.pk}", documents=[for_her.pk], **LETTER)
    assert signed_in(world.ada).get(reverse("document_file", args=[for_her.pk])).status_code == 200


def test_a_phone_that_is_not_safe_is_shown_to_nobody_and_a_message_left_there_is_marked():
    """ICO 2023: a message about a child was left on the husband's phone."""
    world, ada, senco = _world(phone="020 7946 0777", safe_by_phone=False, safe_by_voicemail=False)

    page = signed_in(world.staff("senco")).get(reverse("communications", args=[world.amara.pk])).content.decode()
    with seen_by(senco):
        (way,) = ways_to_reach(senco, world.amara.pk)
        entry = record_communication(
            by=senco, child=world.amara.pk, way="voicemail", on=TODAY, said="Left a message.", with_parent=ada.pk
        )

    assert "7946 0777" not in page and "asked not to be phoned" in page
    assert (way.phone, entry.against_wishes) == ("", True)
    marked = signed_in(world.staff("senco")).get(reverse("communications", args=[world.amara.pk])).content.decode()
    assert "Against this person" in marked


def test_no_e_mail_goes_to_an_address_that_is_not_safe():
    world, ada, senco = _world(safe_by_email=False)
    letter = a_letter(senco, world.amara, ada)
    release(held(senco, letter))
    from tests.factories.letters import deliver_notices

    deliver_notices(letter)

    assert mail.outbox == []
    assert "No e-mail goes out" in _page(world, letter)


def test_what_a_parent_gave_for_others_is_not_passed_to_the_school():
    """Leeds, Ombudsman 25 009 190, 2026: a parent's complaint about a school was handed to the school."""
    world, _ada, senco = _world()
    complaint = a_document(viewer_of(world.ada), world.amara, title="About the school", audience=Audience.OWN)

    browser = signed_in(world.staff("senco"))
    assert browser.get(reverse("document", args=[complaint.pk])).status_code == 404
    assert browser.get(reverse("document_file", args=[complaint.pk])).status_code == 404
    with seen_by(senco):
        assert not Document.objects.exists()
        with pytest.raises(NotFound):
            change_audience(by=senco, document=complaint.pk, audience="school", reason="Needed")


def test_no_link_opens_anything_without_signing_in():
    """Central Bedfordshire 2021: a confidential file lay behind a public link for 15 days."""
    world, ada, senco = _world()
    letter = a_letter(senco, world.amara, ada)
    release(held(senco, letter))
    document = a_document(senco, world.amara, audience=Audience.EVERYONE)
    from django.test import Client

    addresses = [
        reverse("my_letter", args=[letter.pk]), reverse("my_letter_file", args=[letter.pk]),
        reverse("letter_page", args=[letter.pk]), reverse("document_file", args=[document.pk]),
    ]  # fmt: skip
    answers = [Client().get(address) for address in addresses]

    assert {answer.status_code for answer in answers} == {302}
    assert all(answer.url.startswith("/account/login/") for answer in answers)
    ours = [
        route
        for route in every_route()
        if "letter" in route.path or "document" in route.path or "message" in route.path
    ]
    assert ours and {route.rule for route in ours} & {"public", "NONE"} == set()


def test_there_is_no_way_to_send_one_thing_to_many():
    """Isle of Wight 2022: details of 90 pupils went to all 90 families in one e-mail."""
    world, ada, senco = _world()
    father = _father(world)
    address = reverse("write_letter", args=[world.amara.pk])

    page = signed_in(world.staff("senco")).get(address).content.decode()
    signed_in(world.staff("senco")).post(
        address, LETTER | {"to": [f"parent:{ada.pk}", f"parent:{father.pk}"], "submission_key": "one"}
    )

    assert set(re.findall(r'type="(\w+)"[^>]*name="to"|name="to"[^>]*type="(\w+)"', page)) <= {
        ("radio", ""),
        ("", "radio"),
    }
    with inside(world.school):
        assert Letter.objects.count() == 1
    with pytest.raises(IntegrityError), inside(world.school):
        Letter.objects.update(to_parent=ada, to_young_person=True)
    assert not [name for name in get_resolver().reverse_dict if isinstance(name, str) and "bulk" in name]


def test_an_address_is_never_typed():
    world, ada, senco = _world()
    page = signed_in(world.staff("senco")).get(reverse("write_letter", args=[world.amara.pk])).content.decode()

    assert re.findall(r'name="(\w*(?:address|postcode|email|phone)\w*)"', page) == []
    with seen_by(senco), pytest.raises(TypeError):
        letters.write_letter(by=senco, child=world.amara.pk, to=f"parent:{ada.pk}", address="x", **LETTER)


def test_nothing_goes_to_a_professional_outside_while_agreement_cannot_be_looked_up(monkeypatch):
    from goldenthread.letters import checks
    from goldenthread.letters.models import Professional

    world, _ada, senco = _world()
    with inside(world.school):
        person = Professional.objects.create(
            authority=world.area, holder=world.school, name="Dr Lee", job="speech therapist",
            organisation_name="Larkmere Health", address="4 Clinic Road", postcode="LM4 4AA",
        )  # fmt: skip
    to = f"professional:{person.pk}"
    monkeypatch.setattr(checks, "_CONSENT", [])
    with seen_by(senco), pytest.raises(Refused):
        letters.write_letter(by=senco, child=world.amara.pk, to=to, **LETTER | {"channel": "post"})

    monkeypatch.setattr(checks, "_CONSENT", [lambda viewer, letter: "The family has not agreed."])
    with seen_by(senco):
        letter = letters.write_letter(by=senco, child=world.amara.pk, to=to, **LETTER | {"channel": "post"})
        letter = letters.preview_letter(by=senco, letter=letter.pk)
    assert_does_not_leave(world, senco, letter, "has not agreed")

    monkeypatch.setattr(checks, "_CONSENT", [lambda viewer, letter: ""])
    release(held(senco, letter))
    assert as_it_stands(letter).state == "sent"
