"""Files on a child's record: who may open them, when, and under what name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.documents import queries
from goldenthread.documents.actions import add_document, change_audience
from goldenthread.documents.forms import DocumentForm
from goldenthread.documents.jobs import scan_file, scan_what_waits
from goldenthread.documents.models import Audience, Document, QuarantinedContent, Scan, StoredFile
from goldenthread.documents.quarantine import opened
from goldenthread.documents.scanning import EICAR
from goldenthread.documents.storage import MissingDocument, document_store
from tests.factories.letters import a_document, scanned, text_file
from tests.factories.world import (
    World,
    inside,
    make_account,
    make_child,
    make_class,
    make_parent,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)


def _father(world: World):
    account = make_account("Tunde Bello")
    make_parent(world.amara, world.school, "Tunde Bello", account, relationship="father")
    return account


def _seen(viewer, child) -> list[str]:
    with seen_by(viewer):
        return [one.document.title for one in queries.documents_about(viewer, child.pk)]


def _in_postgresql(viewer) -> list[str]:
    """What PostgreSQL itself shows this viewer when the code forgets to ask."""
    with seen_by(viewer):
        return sorted(Document.objects.values_list("title", flat=True))


def test_one_parent_never_sees_what_the_other_gave_unless_it_says_everyone():
    world = World()
    ada, father = viewer_of(world.ada), viewer_of(_father(world))
    for audience in (Audience.SCHOOL, Audience.EVERYONE, Audience.OWN):
        a_document(ada, world.amara, title=f"From Ada, {audience}", audience=audience)

    assert _seen(father, world.amara) == ["From Ada, everyone"]
    assert _in_postgresql(father) == ["From Ada, everyone"]
    assert sorted(_seen(ada, world.amara)) == ["From Ada, everyone", "From Ada, own", "From Ada, school"]


def test_what_a_parent_keeps_to_themselves_the_school_cannot_open_even_in_postgresql():
    world = World()
    ada, senco = viewer_of(world.ada), viewer_of(world.staff("senco"))
    own = a_document(ada, world.amara, title="Only mine", audience=Audience.OWN)

    assert _seen(senco, world.amara) == [] == _in_postgresql(senco)
    assert signed_in(world.staff("senco")).get(reverse("document", args=[own.pk])).status_code == 404
    with seen_by(senco), pytest.raises(NotFound):
        queries.document_for(senco, own.pk)


def test_a_document_for_one_parent_reaches_that_parent_and_not_the_class_teacher():
    world = World()
    ada, father, senco = viewer_of(world.ada), viewer_of(_father(world)), viewer_of(world.staff("senco"))
    assert world.class_4b
    with seen_by(ada):
        parent = ada_row(world)
    a_document(senco, world.amara, title="For Ada", audience=Audience.ONE_PARENT, for_parent=parent)

    teacher = viewer_of(world.staff("class_teacher"))
    seen = {
        name: _seen(who, world.amara)
        for name, who in [("ada", ada), ("father", father), ("senco", senco), ("teacher", teacher)]
    }

    assert seen == {"ada": ["For Ada"], "father": [], "senco": ["For Ada"], "teacher": []}


def ada_row(world: World):
    from goldenthread.people.models import Parent

    return Parent.objects.get(account=world.ada).pk


def test_nobody_opens_a_file_before_it_is_checked_and_then_it_comes_as_an_attachment():
    world = World()
    senco = viewer_of(world.staff("senco"))
    document = a_document(senco, world.amara, title="Report", checked=False)
    browser, address = signed_in(world.staff("senco")), reverse("document_file", args=[document.pk])

    before = browser.get(address)
    page = browser.get(reverse("document", args=[document.pk])).content.decode()
    scanned(document)
    after = browser.get(address)

    assert before.status_code == 409
    assert "being checked for viruses" in page and address not in page
    assert (after.status_code, after.content) == (200, b"What the therapist saw.\n")
    assert after["Content-Disposition"] == f'attachment; filename="{document.file_name}"'
    assert after["X-Content-Type-Options"] == "nosniff"
    assert "amara" not in document.file_name.lower()


def test_every_download_is_in_the_view_log():
    world = World()
    document = a_document(viewer_of(world.staff("senco")), world.amara)

    signed_in(world.ada).get(reverse("document_file", args=[document.pk]))
    signed_in(world.staff("senco")).get(reverse("document_file", args=[document.pk]))

    with one_transaction(authority=world.area.pk):
        logged = Entry.objects.filter(action="view", detail={"what": "a document's file"})
        assert [(entry.person_id, entry.children) for entry in logged.order_by("at")] == [
            (world.staff("senco").pk, [world.amara.pk])
        ]


def test_a_virus_is_refused_its_sender_told_and_the_same_bytes_never_taken_again():
    world = World()
    ada = viewer_of(world.ada)
    document = a_document(ada, world.amara, title="Bad", data=EICAR + b"\n", checked=False)

    scanned(document)

    with inside(world.school):
        file = StoredFile.objects.get()
    content = QuarantinedContent.objects.get()
    assert (file.scan, content.sha256) == (Scan.INFECTED, file.sha256)
    with pytest.raises(MissingDocument):
        document_store().get(file.sha256)
    assert opened(content) == EICAR + b"\n"
    page = signed_in(world.ada).get(reverse("document", args=[document.pk]))
    assert "It holds a virus" in page.content.decode()
    assert signed_in(world.ada).get(reverse("document_file", args=[document.pk])).status_code == 409
    again = signed_in(world.ada).post(reverse("add_document", args=[world.amara.pk]), _form(EICAR + b"\n"))
    assert "This file holds a virus" in again.content.decode()
    with seen_by(ada):
        assert Document.objects.count() == 1


def _form(data: bytes = b"Words", name: str = "words.txt", **more) -> dict:
    file = SimpleUploadedFile(name, data)
    return {"file": file, "title": "Words", "kind": "report", "audience": "school", "submission_key": "k"} | more


def test_while_the_virus_check_is_silent_nothing_opens_and_it_is_asked_again():
    world = World()
    senco = viewer_of(world.staff("senco"))
    document = a_document(senco, world.amara, checked=False)

    with override_settings(CLAMD_ADDRESS="unix:/nowhere"):
        scanned(document)
    waiting = signed_in(world.staff("senco")).get(reverse("document_file", args=[document.pk]))
    with inside(world.school):
        StoredFile.objects.update(scanned_at=timezone.now() - timedelta(minutes=5))
        queued_before = _queued()
        scan_what_waits.__wrapped__(world.area.pk)
        queued_after = _queued()
    scanned(document)
    opened_now = signed_in(world.staff("senco")).get(reverse("document_file", args=[document.pk]))

    assert (waiting.status_code, opened_now.status_code) == (409, 200)
    assert queued_after == queued_before + 1


def _queued() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'documents.scan_file'")
        return cursor.fetchone()[0]


def test_a_file_that_is_too_big_is_refused_without_being_read():
    class Huge(SimpleUploadedFile):
        def read(self, *args):  # type: ignore[no-untyped-def]
            raise AssertionError("it was read")

    upload = Huge("big.pdf", b"%PDF-")
    upload.size = 40_000_000

    form = DocumentForm({"title": "x", "kind": "report", "audience": "school"}, {"file": upload}, family=True, name="A")

    assert not form.is_valid()
    assert form.errors["file"] == ["This file is too big. It can be up to 25 MB. Send it in parts, or ask us how."]


def test_a_parent_adds_a_document_through_the_page_once_however_often_it_is_sent():
    world = World()
    browser, address = signed_in(world.ada), reverse("add_document", args=[world.amara.pk])

    first = browser.post(address, _form())
    second = browser.post(address, _form())

    with seen_by(viewer_of(world.ada)):
        found = Document.objects.get()
    assert first.url == second.url == reverse("document", args=[found.pk])
    assert (found.title, found.audience, found.from_family, found.holder_id) == (
        "Words",
        "school",
        True,
        world.school.pk,
    )


def test_a_newer_version_keeps_who_may_open_it_and_the_older_one_under_it():
    world = World()
    senco = viewer_of(world.staff("senco"))
    first = a_document(senco, world.amara, title="Plan", audience=Audience.EVERYONE)

    second = a_document(senco, world.amara, title="Plan", replaces=first.pk, data=b"Newer\n")

    with seen_by(viewer_of(world.ada)) as ada:
        (listed,) = queries.documents_about(ada, world.amara.pk)
    assert (listed.document, listed.earlier, second.audience) == (second, [first], "everyone")
    with seen_by(senco), pytest.raises(Refused, match="already a newer version"):
        add_document(by=senco, child=world.amara.pk, taken=text_file(b"Third\n"), title="Plan", replaces=first.pk)


def test_a_version_of_another_childs_document_is_refused_by_the_action_and_by_postgresql():
    world = World()
    lena = make_child(world.school, "Lena Costa")
    senco = viewer_of(world.staff("senco"))
    hers = a_document(senco, lena, title="Lena's report")
    mine = a_document(senco, world.amara, title="Amara's report")

    with seen_by(senco), pytest.raises(NotFound):
        add_document(by=senco, child=world.amara.pk, taken=text_file(), title="x", replaces=hers.pk)
    with pytest.raises(IntegrityError), inside(world.school):
        Document.objects.filter(pk=mine.pk).update(replaces=hers)
    with pytest.raises(IntegrityError), inside(world.school):
        Document.objects.filter(pk=mine.pk).update(stored_file=hers.stored_file)


def test_only_the_family_opens_its_own_document_to_others_and_staff_say_why():
    world = World()
    ada, senco = viewer_of(world.ada), viewer_of(world.staff("senco"))
    hers = a_document(ada, world.amara, title="From Ada")
    ours = a_document(senco, world.amara, title="From school")

    with seen_by(senco):
        with pytest.raises(Refused, match="Ask them"):
            change_audience(by=senco, document=hers.pk, audience="everyone", reason="It helps")
        with pytest.raises(Refused, match="Say why"):
            change_audience(by=senco, document=ours.pk, audience="everyone")
        assert change_audience(by=senco, document=ours.pk, audience="everyone", reason="Agreed").audience == "everyone"
    with seen_by(ada):
        assert change_audience(by=ada, document=hers.pk, audience="everyone").audience == "everyone"


def test_a_child_of_another_school_or_no_child_of_the_family_is_not_found():
    world = World()
    theirs = make_child(world.other_school, "Osk Other")
    assert world.amara

    for account in (world.ada, world.staff("senco")):
        assert signed_in(account).get(reverse("child_documents", args=[theirs.pk])).status_code == 404
        assert signed_in(account).post(reverse("add_document", args=[theirs.pk]), _form()).status_code == 404
    with seen_by(viewer_of(world.ada)) as ada, pytest.raises(NotFound):
        add_document(by=ada, child=theirs.pk, taken=text_file(), title="x")


def test_links_for_other_rooms_show_only_what_the_viewer_may_open():
    world = World()
    ada, senco = viewer_of(world.ada), viewer_of(world.staff("senco"))
    shown = a_document(senco, world.amara, title="For all", audience=Audience.EVERYONE)
    hidden = a_document(senco, world.amara, title="School's")

    with seen_by(ada):
        links = queries.document_links(ada, [shown.pk, hidden.pk, None])

    assert links == {shown.pk: queries.DocumentLink("For all", reverse("document", args=[shown.pk]), True, "")}


def test_a_scan_asked_for_twice_looks_once():
    world = World()
    document = a_document(viewer_of(world.staff("senco")), world.amara)
    with inside(world.school):
        before = StoredFile.objects.get()

    scan_file._run(authority=str(world.area.pk), holder=str(world.school.pk), stored_file=str(before.pk))

    with inside(world.school):
        assert StoredFile.objects.get().scan_tries == before.scan_tries == 1
    assert document.stored_file_id == before.pk


def test_class_teachers_open_what_the_school_may_open_for_their_own_children():
    world = World()
    lena = make_child(world.school, "Lena Costa")
    make_class(world.school, "4A", (), (lena,))
    assert world.class_4b
    senco = viewer_of(world.staff("senco"))
    a_document(senco, world.amara, title="Amara's")
    a_document(senco, lena, title="Lena's")
    teacher = viewer_of(world.staff("class_teacher"))

    assert (_seen(teacher, world.amara), _seen(teacher, lena)) == (["Amara's"], [])
