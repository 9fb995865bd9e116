"""Real breaches of the field, replayed here through the pages and through the actions, and failing (bar B2).

Each test is named after where it happened and when. What the sending step alone stops stands in
tests/letters/test_breaches.py; docs/bars.md lists both. Everybody here is invented.
"""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from pypdf import PdfReader

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.children.models import Child
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.children.queries.register import Asked
from goldenthread.children.register_export import export_register
from goldenthread.documents.actions import change_audience
from goldenthread.documents.models import Audience, Document, StoredFile
from goldenthread.documents.permissions import DOCUMENT_VIEW
from goldenthread.letters.actions import letters
from goldenthread.letters.actions.log import record_communication
from goldenthread.letters.actions.messages import open_thread, write_message
from goldenthread.letters.models import Communication, Letter, Message, MessageThread
from goldenthread.letters.permissions import LETTER_SEND
from goldenthread.people.actions.authority import end_authority
from goldenthread.people.models import AuthorityToAct, Parent
from goldenthread.privacy.actions import see_withheld_address, withhold_address
from tests.access.about import MARK, About
from tests.access.asking import address_of, ask, browser
from tests.access.policy import RIGHTS
from tests.access.routes import every_route
from tests.factories.letters import LETTER, a_document, a_letter, as_it_stands, held, release
from tests.factories.world import (
    TODAY,
    World,
    give_role,
    inside,
    make_account,
    make_child,
    seen_by,
    set_status,
    signed_in,
    viewer_of,
)

from .family import Family, body_of, of_the_offer, pages_of, parts_of

pytestmark = pytest.mark.django_db(transaction=True)
YESTERDAY = TODAY - timedelta(days=1)

# A list, a bundle, a page for everybody -------------------------------------------------------------------------------


def test_central_bedfordshire_2022_no_answer_for_the_public_names_a_child():
    """About a hundred children stood by name in a published answer to a freedom-of-information request."""
    family = Family()
    for number in range(7):
        child = make_child(family.school, f"Kofi{number} Mensah{number}")
        set_status(child, family.school, "K")
    set_status(family.amara, family.school, "E")
    names = ["Mensah", "Bello", "Costa"]

    pages = {role: browser(family.world.staff(role), role).get(reverse("numbers")) for role in ("governor", "head")}
    lists = {
        role: browser(family.world.staff(role), role).get(reverse("download_register")).status_code
        for role in ("governor", "authority_officer", "data_manager", "platform_administrator", "class_teacher")
    }
    refused = []
    for role in lists:
        with seen_by(viewer_of(family.world.staff(role), role)) as viewer, pytest.raises(NotFound):
            export_register(by=viewer, asked=Asked(on=TODAY, known_on=TODAY))
        refused.append(role)

    assert [name for page in pages.values() for name in names if name in page.content.decode()] == []
    assert "Numbers from 1 to 5 are kept back" in pages["governor"].content.decode()
    assert (set(lists.values()), len(refused)) == ({404}, 5)


def test_cornwall_2022_no_public_page_holds_anything_of_a_case():
    """A plan, addresses and a court paper stood in the published papers of an appeal committee."""
    about = About(make_child(World().school, "Kit Kestrel")).everything()
    public = [
        route
        for route in every_route()
        if route.rule == "public" and route.name != "account_logout" and not of_the_offer(route)
    ]

    told = []
    for route in public:
        answer = ask(Client(raise_request_exception=False), address_of(route, parts_of(about, route)))
        told += [route.name] if MARK.encode() in body_of(answer) or b"Kestrel" in body_of(answer) else []

    assert len(public) > 20
    assert told == []


def test_central_bedfordshire_2021_no_link_is_itself_the_key():
    """A confidential file lay behind a public link for fifteen days. Here no public address takes a key of anything."""
    keyed = [
        route.path for route in every_route()
        if route.rule == "public" and not of_the_offer(route) and any(type(one).__name__ == "UUIDConverter" for one in route.parts.values())
    ]  # fmt: skip
    about = About(make_child(World().school, "Kit Kestrel")).everything()
    closed = [route for route in every_route() if route.rule != "public" and route.parts]
    for route in closed:
        answer = Client().get(address_of(route, about.parts(route)) + "?token=x&key=x&signature=x&code=x")
        assert answer.status_code in (302, 405) and not answer.content, route.path

    assert keyed == []
    assert len(closed) > 100


def test_central_bedfordshire_june_2024_a_list_of_children_never_reaches_a_parent():
    """An internal list of 34 children went to a parent by e-mail."""
    family = Family()
    for child in (family.amara, family.lena):
        set_status(child, family.school, "K")
    rows = family.staff.get(reverse("download_register")).content
    words = "Transition list: Amara Bello, Lena Costa."

    fetched = signed_in(family.world.ada).get(reverse("download_register")).status_code
    file = SimpleUploadedFile("transition.csv", rows)
    fields = {"title": "List", "kind": "other", "audience": "everyone", "file": file, "submission_key": "k"}
    put_on_record = family.staff.post(reverse("add_document", args=[family.amara.pk]), fields)
    begun = {"to_parent": str(family.ada.pk), "subject": "List", "words": words, "submission_key": "k2"}
    family.staff.post(reverse("begin_messages", args=[family.amara.pk]), begun)
    with seen_by(family.mother), pytest.raises(NotFound):
        export_register(by=family.mother, asked=Asked(on=TODAY, known_on=TODAY))
    with seen_by(family.senco), pytest.raises(Refused, match="Lena Costa"):
        open_thread(by=family.senco, child=family.amara.pk, subject="x", words=words, site="/", to_parent=family.ada.pk)

    assert b"Lena" in rows
    assert (fetched, put_on_record.status_code) == (404, 200)
    with inside(family.school):
        assert (StoredFile.objects.count(), MessageThread.objects.count()) == (0, 0)


def test_hammersmith_and_fulham_2025_no_file_that_the_site_makes_hides_anything():
    """35 hidden workbooks stood in published answers: 6,528 people. Here every made file is opened and searched."""
    from tests.factories.letters import deliver_notices  # noqa: F401

    family = Family()
    set_status(family.amara, family.school, "K")
    letter = a_letter(family.senco, family.amara, family.ada)
    release(held(family.senco, letter))
    law = "?event=ehcna.request_received&on=2026-10-05&delay=no_reason"
    made = [
        family.staff.get(reverse("download_register")),
        signed_in(family.world.ada).get(reverse("my_letter_file", args=[letter.pk])),
        *(
            family.staff.get(reverse("import_template", args=[kind]))
            for kind in ("pupils", "staff", "classes", "contacts")
        ),
        *(Client().get(reverse(name) + law) for name in ("law_pdf", "law_word", "law_calendar")),
    ]

    assert {answer.status_code for answer in made} == {200}
    assert {answer["Content-Type"].split(";")[0] for answer in made} == {
        "text/csv", "application/pdf", "text/calendar",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }  # fmt: skip
    assert [answer["Content-Disposition"] for answer in made for fault in _hidden_in(body_of(answer)) if fault] == []


def _hidden_in(data: bytes) -> list[str]:
    """Whatever a file holds that its reader does not see."""
    if data.startswith(b"%PDF"):
        paper = PdfReader(io.BytesIO(data))
        marks = [mark for mark in (b"/EmbeddedFile", b"/JavaScript", b"/Launch", b"/AcroForm") if mark in data]
        return [str(mark) for mark in marks] + [str(v) for k, v in (paper.metadata or {}).items() if k == "/Author"]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            text = b"".join(packed.read(name) for name in packed.namelist())
            parts = [
                name
                for name in packed.namelist()
                if any(w in name for w in ("comment", "custom", "embed", "macro", "media"))
            ]
        return parts + [str(mark) for mark in (b"<w:del ", b"<w:ins ", b"<w:vanish", b"<w:comment") if mark in text]
    return []


# The wrong envelope -------------------------------------------------------------------------------------------------


def test_central_bedfordshire_july_2024_and_lancashire_one_childs_plan_does_not_go_to_another_family():
    family = Family()
    plan = a_document(family.senco, family.lena, title="Lena's plan", audience=Audience.EVERYONE)
    to = f"parent:{family.ada.pk}"
    form = {**LETTER, "to": to, "documents": [str(plan.pk)], "submission_key": "one"}

    family.staff.post(reverse("write_letter", args=[family.amara.pk]), form)
    with seen_by(family.senco), pytest.raises(Refused):
        letters.write_letter(by=family.senco, child=family.amara.pk, to=to, documents=[plan.pk], **LETTER)
    with seen_by(family.senco), pytest.raises(Refused):
        letters.write_letter(by=family.senco, child=family.lena.pk, to=to, documents=[plan.pk], **LETTER)
    opened = signed_in(family.world.ada).get(reverse("document_file", args=[plan.pk])).status_code

    assert opened == 404
    with inside(family.school):
        assert not Letter.objects.filter(enclosures__isnull=False).exists()


def test_isle_of_wight_2022_nothing_goes_to_many_and_what_was_sent_can_be_called_back():
    """Details of 90 pupils went to all 90 families; the recall came twenty minutes too late."""
    family = Family()
    many = [f"parent:{family.ada.pk}", f"parent:{family.tunde.pk}"]
    family.staff.post(reverse("write_letter", args=[family.amara.pk]), LETTER | {"to": many, "submission_key": "one"})
    with seen_by(family.senco), pytest.raises(Refused):
        letters.write_letter(by=family.senco, child=family.amara.pk, to=",".join(many), **LETTER)
    waiting = held(family.senco, a_letter(family.senco, family.amara, family.ada))

    family.staff.post(reverse("call_back_letter", args=[waiting.pk]))
    release(waiting)

    assert as_it_stands(waiting).state == "called_back"
    with inside(family.school):
        assert Letter.objects.filter(to_parent__isnull=False).count() == 2, "one of the many, and the one called back"


def test_charnwood_2023_a_new_address_stops_what_goes_to_the_old_one():
    family = Family()
    waiting = held(family.senco, a_letter(family.senco, family.amara, family.ada, channel="post"))
    with inside(family.school):
        Parent.objects.filter(pk=family.ada.pk).update(address="9 New Row, Larkmere", postcode="LM9 9ZZ")

    release(waiting)
    paper = family.staff.post(reverse("print_letter", args=[waiting.pk]))
    with seen_by(family.senco), pytest.raises(NotFound):
        letters.letter_to_print(by=family.senco, letter=waiting.pk)

    assert (as_it_stands(waiting).state, paper.status_code) == ("stopped", 404)
    assert "New Row" not in as_it_stands(waiting).stopped_because


# The other parent, the former partner ---------------------------------------------------------------------------------


def test_nottinghamshire_2023_what_is_for_one_parent_is_not_the_others():
    """One unredacted assessment went to a mother and two former partners."""
    family = Family()
    document = a_document(
        family.senco, family.amara, title="For Ada", audience=Audience.ONE_PARENT, for_parent=family.ada.pk
    )
    letter = a_letter(family.senco, family.amara, family.ada, documents=[document.pk])
    release(held(family.senco, letter))
    with seen_by(family.senco):
        thread = open_thread(
            by=family.senco,
            child=family.amara.pk,
            subject="Home",
            words="As you said.",
            site="/",
            to_parent=family.ada.pk,
        )
        record_communication(
            by=family.senco, child=family.amara.pk, way="call", on=TODAY, said="Left him", with_parent=family.ada.pk,
            shared_with="parent",
        )  # fmt: skip
    addresses = [
        reverse("my_letter", args=[letter.pk]), reverse("my_letter_file", args=[letter.pk]),
        reverse("document", args=[document.pk]), reverse("document_file", args=[document.pk]),
        reverse("my_message_thread", args=[thread.pk]),
    ]  # fmt: skip

    his, hers = signed_in(family.tunde.account), signed_in(family.world.ada)
    with seen_by(family.father):
        rows = [model.objects.count() for model in (Letter, Message, MessageThread, Communication, Document)]
        with pytest.raises(NotFound):
            write_message(by=family.father, thread=thread.pk, words="Who is this?", site="/")
        with pytest.raises(NotFound):
            reach_one(family.father, Document.objects.all(), DOCUMENT_VIEW, document.pk)

    assert {his.get(address).status_code for address in addresses} == {404}
    assert {hers.get(address).status_code for address in addresses} == {200}
    assert rows == [0, 0, 0, 0, 0]


def test_wakefield_2023_nothing_that_the_father_can_open_holds_the_mothers_address():
    """A court bundle held it; he read it, and the family had to move the same day. Every page of his is searched."""
    secret = {"address": "19 Hidden Orchard, Larkmere", "postcode": "QX7 7ZZ", "phone": "07700 900111"}
    family = Family(**secret, email="safe@example.org")
    release(held(family.senco, a_letter(family.senco, family.amara, family.ada, channel="post")))
    about = About(family.amara, family.tunde.account).everything()
    his = browser(family.tunde.account, "parent")

    told, opened = [], 0
    for route, address in pages_of("parent", about):
        body = body_of(ask(his, address)).decode(errors="replace")
        opened += "<h1" in body
        told += [
            route.name for words in ("Hidden Orchard", "QX7 7ZZ", "07700 900111", "safe@example.org") if words in body
        ]
    with seen_by(family.father):
        parents = list(reachable(family.father, Parent.objects.all(), CHILD_VIEW).values_list("given_name", flat=True))
        by_hand = list(Parent.objects.values_list("given_name", flat=True))

    assert opened > 30
    assert told == []
    assert (parents, by_hand) == (["Tunde"], ["Tunde"])


def test_ico_2023_safe_addresses_stay_with_the_people_named_for_them():
    """Seven reprimands in fourteen months, most of them a safe address given to whom it was kept from."""
    family = Family()
    with seen_by(family.senco):
        withhold_address(
            by=family.senco, parent=family.ada, child=family.amara.pk, address="1 Safe House Lane", postcode="LM7 7SF",
            reason="Risk", readers=[family.world.staff("head").pk],
        )  # fmt: skip
    address = reverse("withheld_address", args=[family.amara.pk, family.ada.pk])
    people = {"senco": family.staff, "parent": signed_in(family.tunde.account), "teacher": browser(family.world.staff("class_teacher"), "class_teacher")}  # fmt: skip

    pages = {who: client.post(address, {"why": "visit"}).content.decode() for who, client in people.items()}
    request = RequestFactory().get("/")
    for viewer in (family.senco, family.father, family.mother):
        request.viewer, request.views_seen = viewer, []
        with seen_by(viewer), pytest.raises(NotFound):
            see_withheld_address(request, parent=family.ada.pk, child=family.amara.pk, reason="visit")

    assert [who for who, page in pages.items() if "Safe House" in page or "LM7 7SF" in page] == []


def test_herefordshire_a_former_partner_opens_nothing_any_more():
    """Ombudsman 23 001 522: an address was told to a partner's former partner."""
    family = Family()
    about = About(family.amara, family.tunde.account).everything()
    his = browser(family.tunde.account, "parent")
    with seen_by(family.senco):
        authority = AuthorityToAct.objects.get(parent=family.tunde)
        end_authority(by=family.senco, authority=authority, last_day=YESTERDAY, because="Court order")
    pages = [
        (route, address)
        for route, address in pages_of("parent", about)
        if route.rule in dict.fromkeys(r for r, _ in RIGHTS)
    ]

    answers = {route.name: ask(his, address) for route, address in pages}

    assert len(answers) > 40
    assert {name: answer.status_code for name, answer in answers.items() if answer.status_code not in (404, 405)} == {}
    assert [name for name, answer in answers.items() if MARK.encode() in body_of(answer)] == []


def test_leeds_2026_what_a_parent_gave_is_not_passed_on():
    """Ombudsman 25 009 190: a parent's complaint about a school was handed to that school."""
    family = Family()
    complaint = a_document(family.mother, family.amara, title="About the school", audience=Audience.OWN)
    change = reverse("document_audience", args=[complaint.pk])

    answers = [
        family.staff.get(reverse("document_file", args=[complaint.pk])).status_code,
        family.staff.post(change, {"audience": "school", "reason": "Needed", "submission_key": "k"}).status_code,
        signed_in(family.tunde.account).post(change, {"audience": "everyone", "submission_key": "k"}).status_code,
    ]
    for viewer in (family.senco, family.father, viewer_of(family.world.staff("head"))):
        with seen_by(viewer), pytest.raises(NotFound):
            change_audience(by=viewer, document=complaint.pk, audience="everyone", reason="Needed")

    assert answers == [404, 404, 404]
    assert signed_in(family.world.ada).get(reverse("document_file", args=[complaint.pk])).status_code == 200


# A stolen account -----------------------------------------------------------------------------------------------------


def test_powys_2026_and_west_lothian_2025_a_stolen_account_opens_no_other_school_or_area():
    """An intrusion took what every school of the network held. Here one account reaches one setting, in PostgreSQL too."""
    family = Family()
    about = About(family.amara).everything()
    thieves = [give_role(make_account(f"Stolen {where.name}"), "senco", where).account
               for where in (family.world.other_school, family.world.school_elsewhere)]  # fmt: skip
    own_keys = ("organisation",)

    opened, rows = [], []
    for thief in thieves:
        client = browser(thief, "senco")
        for route, address in pages_of("senco", about):
            if not any(type(one).__name__ == "UUIDConverter" for one in route.parts.values()) or route.name in own_keys:
                continue
            answer = ask(client, address)
            if answer.status_code not in (404, 405) or MARK.encode() in body_of(answer):
                opened.append((route.name, answer.status_code))
        with seen_by(viewer_of(thief, "senco")) as viewer:
            rows += [model.objects.count() for model in (Letter, Document, Communication, Parent, AuthorityToAct)]
            rows.append(reachable(viewer, Child.objects.all(), CHILD_VIEW).count())
            with pytest.raises(NotFound):
                reach_one(viewer, Letter.objects.all(), LETTER_SEND, about.letter.pk)
            beyond = Child.objects.count()

    assert opened == []
    assert rows == [0] * 12
    assert beyond == 0, "of another area there is not even a name"
