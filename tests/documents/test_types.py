"""Which files are taken, which are refused, and whether a refusal says what to do."""

import struct
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest

from goldenthread.documents import pdf as our_pdf
from goldenthread.documents import word as our_word
from goldenthread.documents.checks import archive
from goldenthread.documents.refusal import RefusedFile, shown_name
from goldenthread.documents.types import Purpose, take
from tests.documents import files
from tests.documents.samples import LETTER


def refused(name, data, purpose=Purpose.EVIDENCE):
    with pytest.raises(RefusedFile) as refusal:
        take(name, data, purpose)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("name", "data", "purpose"),
    [
        ("report.pdf", files.PDF, Purpose.EVIDENCE),
        ("Report.PDF", files.PDF, Purpose.EVIDENCE),
        ("ours.pdf", our_pdf.render(LETTER), Purpose.EVIDENCE),
        ("letter.docx", files.word_file(), Purpose.EVIDENCE),
        ("ours.docx", our_word.render(LETTER), Purpose.EVIDENCE),
        ("letter.odt", files.open_document(), Purpose.EVIDENCE),
        ("notes.txt", "She said: żółć 😀\r\n".encode(), Purpose.EVIDENCE),
    ],
)
def test_sound_document_is_taken_and_the_same_one_gives_the_same_bytes(name, data, purpose):
    taken, again = take(name, data, purpose), take(name, data, purpose)

    assert (taken.name, taken.sha256) == (name, sha256(taken.data).hexdigest())
    assert taken.data == again.data == take(name, taken.data, purpose).data


def test_program_called_pdf_is_refused_in_words_that_say_what_to_do():
    assert refused("report.pdf", files.PROGRAM) == (
        "This file says it is a PDF but it is a program. Save it again as PDF, or take a photo of the page."
    )


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.docx", files.PROGRAM, "a program"),
        ("a.jpg", b"\x7fELF\x02\x01\x01" + bytes(60), "a program"),
        ("a.pdf", b"#!/bin/sh\nrm -rf /", "a program"),
        ("a.txt", b"#!/bin/sh\nrm -rf /", "a program"),
        ("a.txt", b"<html><script>alert(1)</script></html>", "a web page"),
        ("a.png", b"<html><script>alert(1)</script></html>", "a web page"),
        ("a.txt", files.PDF, "a PDF"),
        ("a.pdf", files.picture(), "a picture"),
        ("a.jpg", files.picture("PNG"), "a picture"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word or Excel file"),
        ("a.pdf", files.word_file(), "a zipped folder or an office document"),
        ("a.pdf", b"Rar!\x1a\x07\x01\x00", "a packed folder"),
        ("a.pdf", b"nothing in particular", "something else"),
    ],
)
def test_file_that_is_not_what_its_name_says_is_refused_by_its_true_kind(name, data, found):
    assert f"but it is {found}. Save it again as PDF" in refused(name, data)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.heic", "Most compatible"),
        ("a.doc", "Word document (.docx)"),
        ("a.docm", "small programs"),
        ("a.zip", "one by one"),
        ("a.mp4", "videos"),
        ("a.svg", "We can take: PDF, DOCX, ODT, JPG, PNG, TXT."),
        ("a.pdf.exe", "We can take: PDF"),
    ],
)
def test_kind_we_do_not_take_is_refused_with_advice(name, advice):
    assert advice in refused(name, files.PDF)


@pytest.mark.parametrize("name", ["", "report", ".pdf", "folder.pdf/", "report.pdf\u202e"])
def test_name_without_a_true_ending_is_refused(name):
    if name.endswith("\u202e"):
        assert take(name, files.PDF, Purpose.EVIDENCE).name == "report.pdf"
    else:
        assert "no ending" in refused(name, files.PDF)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\ada\\letter.pdf", "letter.pdf"),
        ("a\nb\x00.pdf", "a b.pdf"),
        ("x" * 300, "x" * 100),
    ],
)
def test_senders_name_is_only_ever_a_name(name, shown):
    assert shown_name(name) == shown


def test_empty_file_is_refused():
    assert refused("a.pdf", b"") == "This file is empty. Choose it again."


def test_file_one_byte_too_big_is_refused():
    assert "up to 2 MB" in refused("a.txt", b"x" * 2_000_001)
    assert take("a.txt", b"x" * 2_000_000, Purpose.EVIDENCE).data == b"x" * 2_000_000


def test_each_purpose_takes_its_own_kinds():
    assert {purpose.name: purpose.accept for purpose in Purpose} == {
        "EVIDENCE": ".pdf,.docx,.odt,.jpg,.jpeg,.png,.txt",
        "OWN_VOICE": ".jpg,.jpeg,.png,.mp3,.m4a,.pdf,.txt",
        "PICTURE": ".jpg,.jpeg,.png",
        "IMPORT": ".csv",
    }
    assert "We can take: CSV." in refused("a.pdf", files.PDF, Purpose.IMPORT)


class TestPdf:
    @pytest.mark.parametrize(
        "words", [b"/Encrypt 5 0 R", b"/Encrypt<</V 1>>", b"/#45ncrypt 5 0 R"], ids=["plain", "direct", "disguised"]
    )
    def test_locked_pdf_is_refused(self, words):
        assert "locked with a password" in refused("a.pdf", files.pdf_with(words))

    @pytest.mark.parametrize(
        "words",
        [
            b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
            b"/J#61vaScript 5 0 R",
            b"/A<</S/Launch/F(cmd.exe)>>",
            b"/EmbeddedFiles 5 0 R",
            b"/RichMedia 5 0 R",
            b"/XFA 5 0 R",
        ],
    )
    def test_pdf_with_a_program_or_file_inside_is_refused(self, words):
        assert "small program" in refused("a.pdf", files.pdf_with(words))

    def test_program_packed_out_of_sight_is_found(self):
        import zlib

        packed = zlib.compress(b"1 0 <</S/JavaScript/JS(x)>>")
        hidden = b"2 0 obj\n<</Type/ObjStm/N 1/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream\n%%EOF"

        assert "small program" in refused("a.pdf", files.PDF + hidden)

    def test_packed_objects_that_never_end_are_refused(self):
        import zlib

        packed = zlib.compress(bytes(25_000_000))
        hidden = b"2 0 obj\n<</Type/ObjStm/N 1/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream\n%%EOF"

        assert "too large to check" in refused("a.pdf", files.PDF + hidden)

    def test_pdf_cut_off_is_refused(self):
        assert "damaged or cut off" in refused("a.pdf", files.PDF.replace(b"%%EOF", b""))

    def test_words_about_javascript_are_not_a_program(self):
        assert take("a.pdf", files.pdf_with(b"/Title(JavaScript lessons)/JSON 1"), Purpose.EVIDENCE)


class TestOfficeDocument:
    @pytest.mark.parametrize(
        "part",
        ["word__vbaProject_DOT_bin", "word__activeX__activeX1_DOT_xml", "word__embeddings__x_DOT_exe", "x_DOT_docm"],
    )
    def test_word_file_with_a_program_is_refused(self, part):
        assert "small program" in refused("a.docx", files.changed(files.word_file(), **{part: b"<x/>"}))

    def test_macro_document_renamed_is_refused(self):
        with zipfile.ZipFile(BytesIO(files.word_file())) as old:
            types = old.read("[Content_Types].xml")
        macro = types.replace(
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            b"vnd.ms-word.document.macroEnabled.main",
        )

        assert "small program" in refused(
            "a.docx", files.changed(files.word_file(), **{"[Content_Types]_DOT_xml": macro})
        )

    @pytest.mark.parametrize(
        ("kind", "target", "taken"),
        [
            ("hyperlink", "https://example.org/", True),
            ("attachedTemplate", "file:///C:/Users/ada/Letter.dotx", True),
            ("attachedTemplate", "https://example.org/evil.dotm", False),
            ("attachedTemplate", "file://server/share/evil.dotm", False),
            ("image", "https://tracker.example/pixel.png", False),
            ("frame", "https://example.org/", False),
            ("oleObject", "https://example.org/", False),
        ],
    )
    def test_word_file_may_link_but_not_fetch(self, kind, target, taken):
        data = files.changed(files.word_file(), word___rels__extra_DOT_xml_DOT_rels=files.relationships(kind, target))

        if taken:
            relations = files.parts_of(take("a.docx", data, Purpose.EVIDENCE).data)["word/_rels/extra.xml.rels"]
            # Which template of their own the writer began with names the writer; a link is what was written.
            assert (target.encode() in relations) is (kind == "hyperlink")
        else:
            assert "fetches something" in refused("a.docx", data)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_xml_that_declares_entities_is_refused(self, encoding):
        bomb = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'.encode(encoding)

        assert "damaged" in refused("a.docx", files.changed(files.word_file(), word__extra_DOT_xml=bomb))
        assert "damaged" in refused("a.odt", files.open_document(**{"styles.xml": bomb}))

    @pytest.mark.parametrize(
        "name", ["../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "a/../../evil.xml", "..\\evil.xml"]
    )
    def test_entry_that_climbs_out_of_the_folder_is_refused(self, name):
        assert "damaged" in refused("a.docx", files.changed(files.word_file(), **{name: b"<x/>"}))

    def test_symbolic_link_is_refused(self):
        made = BytesIO(files.word_file())
        with zipfile.ZipFile(made, "a") as packed:
            link = zipfile.ZipInfo("word/link")
            link.external_attr = 0o120777 << 16
            packed.writestr(link, "/etc/passwd")

        assert "damaged" in refused("a.docx", made.getvalue())

    def test_bomb_is_refused_before_it_is_unpacked(self):
        bomb = files.changed(files.word_file(), word__extra_DOT_xml=b" " * 60_000_000)

        assert "unpacks to more" in refused("a.docx", bomb)

    def test_unpacking_stops_at_the_limit_whatever_sizes_are_written_in_the_file(self, monkeypatch):
        monkeypatch.setattr(archive, "UNPACKED_LIMIT", 200_000)
        bomb = BytesIO(files.zipped({"a": bytes(150_000), "b": bytes(150_000)}))

        with zipfile.ZipFile(bomb) as packed, pytest.raises(RefusedFile, match="unpacks to more"):
            archive.contents(packed)

    def test_archive_that_lies_about_its_sizes_is_refused(self):
        packed = files.changed(files.word_file(), word__extra_DOT_xml=b" " * 500_000)
        lying = packed.replace(struct.pack("<L", 500_000), struct.pack("<L", 10))

        assert lying != packed
        assert "damaged" in refused("a.docx", lying)

    def test_too_many_entries_are_refused(self):
        many = {f"word/{number}.txt": b"" for number in range(archive.ENTRIES + 1)}

        assert "unpacks to more" in refused("a.docx", files.changed(files.word_file(), **many))

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_two_entries_of_one_name_are_refused(self):
        made = BytesIO(files.word_file())
        with zipfile.ZipFile(made, "a") as packed:
            packed.writestr("word/document.xml", "<other/>")

        assert "damaged" in refused("a.docx", made.getvalue())

    def test_zip_that_is_no_word_document_is_refused(self):
        assert "not a Word document" in refused("a.docx", files.zipped({"a.txt": b"x"}))
        assert "not an OpenDocument" in refused("a.odt", files.word_file())
        assert "damaged" in refused("a.docx", files.word_file()[:-40])

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ('<a xmlns:x="urn:x"><image x:href="https://tracker.example/p.png"/></a>', "fetches something"),
            ('<a xmlns:x="urn:x"><image x:href="//server/share"/></a>', "fetches something"),
            ("<a><event-listener/></a>", "small program"),
            ("<a><encryption-data/></a>", "locked"),
        ],
    )
    def test_open_document_may_not_fetch_run_or_hide(self, content, words):
        assert words in refused("a.odt", files.open_document(content))

    def test_open_document_may_link_and_show_its_own_pictures(self):
        content = '<d xmlns:x="urn:x"><a x:href="https://example.org"/><image x:href="Pictures/1.png"/></d>'

        assert take("a.odt", files.open_document(content), Purpose.EVIDENCE)

    def test_open_document_with_basic_is_refused(self):
        assert "small program" in refused("a.odt", files.open_document(**{"Basic/Standard/script.xml": b"<x/>"}))
