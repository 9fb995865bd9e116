"""Word and OpenDocument texts that people send: what says who made them goes, whatever its name; the text opens."""

import tracemalloc
from io import BytesIO

import docx
import pytest
from docx.shared import Inches
from PIL import Image

from goldenthread.documents.checks import archive
from goldenthread.documents.checks.archive import read_xml
from goldenthread.documents.refusal import RefusedFile
from goldenthread.documents.types import Purpose, take
from tests.documents import files

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = b'<c:coreProperties xmlns:c="urn:c"><creator>SecretAuthor</creator></c:coreProperties>'
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">'
    '<m:file-entry m:full-path="/" m:version="1.2" m:media-type="application/vnd.oasis.opendocument.text"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
    '<m:file-entry m:full-path="Thumbnails/thumbnail.png" m:media-type="image/png"/>'
    "</m:manifest>"
)


def kept(ending, data):
    """The parts of what is kept, which must be the same when it is sent again."""
    cleaned = take(f"a.{ending}", data, Purpose.EVIDENCE).data
    assert take(f"a.{ending}", cleaned, Purpose.EVIDENCE).data == cleaned
    return files.parts_of(cleaned)


def refused(ending, data):
    with pytest.raises(RefusedFile) as refusal:
        take(f"a.{ending}", data, Purpose.EVIDENCE)
    return str(refusal.value)


def everything_in(parts):
    """Every part, its name before it, also of the packages in the package."""
    inside = [everything_in(files.parts_of(part)) for part in parts.values() if part.startswith(b"PK")]
    return b"".join([*(name.encode() + part for name, part in parts.items()), *inside])


def with_part(name, part, *, content_type, relation):
    """A Word file with one part more, which its lists name as it should be."""
    parts = files.parts_of(files.word_file())
    of_one = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'.encode()
    to_one = f'<Relationship Id="rX" Type="{relation}" Target="{name}"/></Relationships>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", of_one)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", to_one)
    return files.zipped(parts | {name: part})


def with_photo(photo):
    made = BytesIO()
    text = docx.Document()
    text.add_picture(BytesIO(photo), width=Inches(1))
    text.save(made)
    return made.getvalue()


class TestWordProperties:
    @pytest.mark.parametrize(
        ("name", "part", "content_type", "relation"),
        [
            (
                "package/services/metadata/core-properties/0a1b.psmdcp",
                CORE,
                "application/vnd.openxmlformats-package.core-properties+xml",
                f"{PACKAGE}/relationships/metadata/core-properties",
            ),
            ("by/type.x", CORE, "application/vnd.openxmlformats-package.core-properties+xml", "urn:other"),
            ("by/relation.x", CORE, "application/x", f"{PACKAGE}/relationships/metadata/core-properties"),
            ("by/root.xml", CORE, "application/xml", "urn:other"),
            (
                "docMetadata/LabelInfo.xml",
                b'<labelList><label siteId="SecretAuthor"/></labelList>',
                "application/vnd.ms-office.classificationlabels+xml",
                "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
            ),
            (
                "word/people.xml",
                b'<people><presenceInfo userId="SecretAuthor"/></people>',
                "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml",
                "http://schemas.microsoft.com/office/2011/relationships/people",
            ),
            (
                "docProps/thumbnail.emf",
                b"SecretAuthor",
                "image/x-emf",
                f"{PACKAGE}/relationships/metadata/thumbnail",
            ),
        ],
        ids=["all", "type", "relation", "root", "label", "people", "small picture"],
    )
    def test_part_with_properties_goes_whatever_its_name_and_nothing_names_it(self, name, part, content_type, relation):
        parts = kept("docx", with_part(name, part, content_type=content_type, relation=relation))

        assert b"Secret" not in everything_in(parts)
        assert name.encode() not in everything_in(parts)

    def test_lists_of_the_package_name_the_parts_there_are_and_the_text_opens(self):
        sent = files.text_by("docx", "SecretAuthor", "Words that stay")

        cleaned = take("a.docx", sent, Purpose.EVIDENCE).data

        parts = files.parts_of(cleaned)
        named = [a["PartName"] for _, a in read_xml(parts["[Content_Types].xml"]) if "PartName" in a]
        relations = [a["Target"] for _, a in read_xml(parts["_rels/.rels"]) if "Target" in a]
        assert {name.lstrip("/") for name in named} <= set(parts)
        assert relations == ["word/document.xml"]
        assert [each.text for each in docx.Document(BytesIO(cleaned)).paragraphs] == ["Words that stay"]

    def test_who_changed_and_who_commented_stays_beside_their_words(self):
        words = b'<w:ins xmlns:w="urn:w" w:author="Ms Osei" w:date="2026-01-01T00:00:00Z"/>'

        parts = kept("docx", files.changed(files.word_file(), word__comments_DOT_xml=words))

        assert parts["word/comments.xml"] == words


class TestPicturesInside:
    @pytest.mark.parametrize("photo", [files.photo_from_a_phone(), files.png_with_notes()], ids=["jpeg", "png"])
    def test_picture_in_a_word_text_loses_its_notes_and_keeps_its_points(self, photo):
        parts = kept("docx", with_photo(photo))

        (clean,) = (part for name, part in parts.items() if name.startswith("word/media/"))
        assert b"Secret" in photo
        assert b"Secret" not in everything_in(parts)
        with Image.open(BytesIO(photo)) as before, Image.open(BytesIO(clean)) as after:
            assert (after.tobytes(), after.size, dict(after.getexif())) == (before.tobytes(), before.size, {})

    @pytest.mark.parametrize(
        "photo",
        [
            files.picture("GIF", comment=b"SecretComment"),
            files.picture("WEBP", exif=files.notes_of_a_phone(), xmp=b"SecretXmp"),
            files.picture("TIFF", tiffinfo={315: "SecretArtist"}, exif=files.notes_of_a_phone()),
            files.picture("JPEG2000") + files.box(b"xml ", b"SecretXml"),
            files.photo_from_a_phone() + files.photo_from_a_phone(),
        ],
        ids=["gif", "webp", "tiff", "jpeg 2000", "two in one"],
    )
    def test_picture_in_an_open_document_text_loses_its_notes_and_keeps_its_points(self, photo):
        parts = kept("odt", files.open_document(**{"Pictures/1": photo}))

        assert b"Secret" in photo
        assert b"Secret" not in everything_in(parts)
        with Image.open(BytesIO(photo)) as before, Image.open(BytesIO(parts["Pictures/1"])) as after:
            assert (after.tobytes(), after.size, after.format) == (before.tobytes(), before.size, before.format)

    @pytest.mark.parametrize(
        "broken",
        [files.photo_from_a_phone()[:60], files.png_with_notes()[:60], b"\x01\0\0\0 EMF Exif\0\0Secret"],
        ids=["jpeg", "png", "other"],
    )
    def test_picture_whose_notes_cannot_be_taken_out_is_refused_in_words_that_say_what_to_do(self, broken):
        sentence = "This document has a picture in it that we cannot read. Choose 'Save as', then PDF, and send that."

        assert refused("docx", files.changed(files.word_file(), word__media__1_DOT_jpg=broken)) == sentence


class TestOpenDocument:
    def test_small_picture_of_the_first_page_goes_and_the_manifest_no_longer_names_it(self):
        parts = {"Thumbnails/thumbnail.png": files.picture("PNG"), "META-INF/manifest.xml": MANIFEST}

        after = kept("odt", files.open_document(**parts))

        entries = [a["full-path"] for _, a in read_xml(after["META-INF/manifest.xml"]) if "full-path" in a]
        assert (list(after), entries) == (["mimetype", "content.xml", "META-INF/manifest.xml"], ["/", "content.xml"])

    def test_properties_of_a_drawing_set_in_the_text_are_emptied_too(self):
        meta = '<office:document-meta xmlns:office="urn:o"><creator>SecretAuthor</creator></office:document-meta>'

        assert b"Secret" not in everything_in(kept("odt", files.open_document(**{"Object 1/meta.xml": meta})))


class TestReading:
    def test_part_of_nothing_but_elements_is_read_in_little_room(self, monkeypatch):
        monkeypatch.setattr(archive, "PIECE", 100_000)
        part = b"<a>" + b"<b/>" * 500_000 + b"</a>"

        tracemalloc.start()
        count = sum(1 for _ in archive.read_xml(part))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert (count, most < 20_000_000) == (500_001, True)

    def test_text_of_more_elements_than_are_read_in_good_time_is_refused(self, monkeypatch):
        monkeypatch.setattr(archive, "MARKS", 10_000)
        many = b"<a>" + b"<b/>" * 10_000 + b"</a>"

        assert "unpacks to more" in refused("odt", files.open_document(**{"styles.xml": many}))

    def test_list_of_parts_longer_than_any_is_refused(self, monkeypatch):
        monkeypatch.setattr("goldenthread.documents.checks.office_properties.LONGEST_LIST", 500)

        assert "damaged" in refused("docx", files.word_file())


class TestPackagesInside:
    def test_workbook_behind_a_chart_loses_its_makers_too(self):
        book = files.text_by("docx", "SecretAuthor", "Numbers that stay")

        parts = kept("docx", files.changed(files.word_file(), word__embeddings__Book1_DOT_xlsx=book))

        assert b"Secret" not in everything_in(parts)
        assert b"Numbers that stay" in everything_in(parts)

    def test_program_in_a_package_inside_is_found(self):
        book = files.changed(files.word_file(), xl__vbaProject_DOT_bin=b"x")

        sent = files.changed(files.word_file(), word__embeddings__Book1_DOT_xlsx=book)

        assert "small program" in refused("docx", sent)

    def test_package_in_a_package_in_a_package_is_refused(self):
        inner = files.changed(files.word_file(), word__embeddings__a_DOT_docx=files.word_file())

        assert "other documents inside" in refused(
            "docx", files.changed(files.word_file(), word__embeddings__b_DOT_docx=inner)
        )

    def test_packages_inside_may_unpack_only_to_so_much_all_together(self, monkeypatch):
        monkeypatch.setattr("goldenthread.documents.checks.office.INSIDE_LIMIT", 3_000_000)
        inner = files.changed(files.word_file(), word__x_DOT_xml=b"<x>" + b" " * 1_200_000 + b"</x>")

        once = files.changed(files.word_file(), word__embeddings__b_DOT_docx=inner)

        assert kept("docx", once)
        assert "unpacks to more" in refused("docx", files.changed(once, word__embeddings__c_DOT_docx=inner))
