"""An existing report goes with what somebody says: checked as every file is, for the same readers, opened after the scan."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from goldenthread.access.permissions import NotFound
from goldenthread.documents.models import Document
from goldenthread.sen_support.actions.voices import Said, add_words, mend_words
from goldenthread.sen_support.models import Contribution
from tests.factories.letters import a_document, scanned
from tests.factories.sen_support import mother_of, senco_of, some_words
from tests.factories.world import World, inside, make_account, make_child, make_parent, seen_by, signed_in
from tests.sen_support.test_sending_forms import hidden

pytestmark = pytest.mark.django_db(transaction=True)
REPORT = b"Hearing test of 3 March: a loss on the left side.\n"


def _sent(browser, address: str, file: SimpleUploadedFile | None = None, **answers: str):
    page = browser.get(address).content.decode()
    form = {name: hidden(page, name) for name in ("draft_mark", "submission_key")} | answers
    return browser.post(address, form | ({"file": file} if file else {}))


def _kept(world: World) -> list[tuple[str, str, str]]:
    """Words, with the title and the readers of the document beside them."""
    with inside(world.school):
        by_key = {one.pk: one for one in Document.objects.select_related("stored_file")}
        return [
            (one.words, by_key[one.document_id].title, by_key[one.document_id].audience)
            for one in Contribution.objects.exclude(document_id=None).order_by("at")
        ]


def _a_file(data: bytes = REPORT, name: str = "hearing.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "text/plain")


def test_a_mother_adds_a_report_to_her_view_and_the_other_parent_finds_neither():
    world = World()
    father = make_account("Tunde Bello")
    make_parent(world.amara, world.school, "Tunde Bello", father, relationship="father")
    browser, address = signed_in(world.ada), reverse("add_my_words", args=[world.amara.pk])

    _sent(browser, address, _a_file(), question="hard", words="She hears badly.", audience="author", helped_by="")

    assert _kept(world) == [("She hears badly.", "Ada Bello, hearing.txt", "school")]
    shown = browser.get(reverse("my_words", args=[world.amara.pk])).content.decode()
    assert "Ada Bello, hearing.txt" in shown and "checked for viruses" in shown
    with inside(world.school):
        document = Document.objects.get()
    file = reverse("document_file", args=[document.pk])
    before = browser.get(file).status_code
    scanned(document)
    after = b"".join(browser.get(file))
    others = signed_in(father).get(reverse("my_words", args=[world.amara.pk])).content.decode()
    assert (before, after, "hearing.txt" in others) == (409, REPORT, False)
    assert signed_in(father).get(file).status_code == 404


def test_the_senco_names_a_report_on_the_record_or_adds_one_and_not_both_at_once():
    world = World()
    senco = senco_of(world)
    report = a_document(senco, world.amara, title="Speech report", audience="everyone")
    browser, address = signed_in(world.staff("senco")), reverse("add_words", args=[world.amara.pk])
    said = {
        "voice": "professional", "said_by": "Dr Lee", "question": "other", "how": "report", "helped_by": "",
        "audience": "everyone",
    }  # fmt: skip

    both = _sent(browser, address, _a_file(), words="Both.", report=str(report.pk), **said)
    _sent(browser, address, words="Named.", report=str(report.pk), **said)
    _sent(browser, address, _a_file(), words="Added.", report="", **said)

    assert "Choose one of the two" in both.content.decode()
    assert _kept(world) == [
        ("Named.", "Speech report", "everyone"),
        ("Added.", "Dr Lee, hearing.txt", "everyone"),
    ]
    family = signed_in(world.ada).get(reverse("my_words", args=[world.amara.pk])).content.decode()
    assert (reverse("document", args=[report.pk]) in family, "Dr Lee, hearing.txt" in family) == (True, True)


def test_a_program_dressed_as_a_report_is_refused_and_no_word_is_lost():
    world = World()
    browser, address = signed_in(world.ada), reverse("add_my_words", args=[world.amara.pk])

    page = _sent(
        browser, address, _a_file(b"MZ\x90\x00" + b"\0" * 200, "report.pdf"), question="hard",
        words="She hears badly.", audience="author", helped_by="",
    ).content.decode()  # fmt: skip

    with inside(world.school):
        assert (Contribution.objects.count(), Document.objects.count()) == (0, 0)
    assert "She hears badly." in page and "govuk-error-summary" in page


def test_another_childs_report_cannot_be_named_and_mended_words_keep_theirs():
    world = World()
    senco, mother = senco_of(world), mother_of(world)
    kofi = make_child(world.school, "Kofi Mensah")
    theirs = a_document(senco, kofi, audience="everyone")
    own = a_document(mother, world.amara, title="Hearing test")
    said = {"voice": "teacher", "words": "x", "audience": "everyone", "said_by": senco.name}

    with seen_by(senco), pytest.raises(NotFound):
        add_words(by=senco, child=world.amara.pk, said=Said(**said, document_id=theirs.pk))
    words = some_words(mother, world.amara, "She heers badly.", document_id=own.pk)
    with seen_by(mother):
        mend_words(by=mother, words=words.pk, mended="She hears badly.")

    page = signed_in(world.ada).get(reverse("my_words", args=[world.amara.pk])).content.decode()
    assert ("She hears badly." in page, "She heers badly." in page, "Hearing test" in page) == (True, False, True)
