"""Pictures, texts and recordings: the words, the picture or the sound stay; what was noted about them goes."""

import contextlib
import io
import logging
import struct
from io import BytesIO

import docx
import pikepdf
import pytest
from PIL import Image

from goldenthread.documents.checks import images
from goldenthread.documents.checks.images import re_encode
from goldenthread.documents.refusal import RefusedFile
from goldenthread.documents.types import Purpose, take
from tests.documents import files


def refused(name, data, purpose=Purpose.EVIDENCE):
    with pytest.raises(RefusedFile) as refusal:
        take(name, data, purpose)
    return str(refusal.value)


class TestProperties:
    """Who wrote a document, where and with what."""

    def test_pdf_loses_its_makers_and_keeps_its_pages(self):
        sent = files.pdf_by("SecretAuthor")

        kept = take("a.pdf", sent, Purpose.EVIDENCE).data

        assert sent.count(b"SecretAuthor") == 3
        with pikepdf.open(BytesIO(kept)) as pdf:
            everything = b"".join(each.unparse(resolved=True) for each in pdf.objects)
            streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
            assert (len(pdf.pages), "/Info" in pdf.trailer) == (1, False)
        assert b"Secret" not in b"".join([kept, everything, *streams])
        assert b"(Words that stay)" in b"".join(streams)

    def test_what_is_wrong_with_a_damaged_pdf_is_not_written_into_the_log(self):
        damaged = files.PDF.replace(b"/Kids[3 0 R]", b"/Kids[SecretName]")
        written = io.StringIO()
        handler = logging.StreamHandler(written)
        logging.getLogger().addHandler(handler)

        with contextlib.suppress(RefusedFile):
            take("a.pdf", damaged, Purpose.EVIDENCE)

        logging.getLogger().removeHandler(handler)
        assert written.getvalue() == ""

    @pytest.mark.parametrize("ending", ["docx", "odt"])
    def test_text_loses_its_makers_and_keeps_its_words(self, ending):
        sent = files.text_by(ending, "SecretAuthor", "Words that stay")

        kept = take(f"a.{ending}", sent, Purpose.EVIDENCE).data

        before, after = files.parts_of(sent), files.parts_of(kept)
        gone = {"docProps/core.xml", "docProps/app.xml", "docProps/thumbnail.jpeg"}
        assert list(after) == [name for name in before if name not in gone]
        were, are = b"".join(before.values()), b"".join(after.values())
        assert (were.count(b"Secret") > 0, are.count(b"Secret"), b"Words that stay" in are) == (True, 0, True)

    def test_word_text_without_properties_still_opens(self):
        kept = take("a.docx", files.text_by("docx", "SecretAuthor", "Words that stay"), Purpose.EVIDENCE).data

        opened = docx.Document(BytesIO(kept))

        assert ([each.text for each in opened.paragraphs], opened.core_properties.author) == (["Words that stay"], "")


class TestPicture:
    def test_photo_loses_its_place_and_maker_and_stands_upright(self):
        sent = files.photo_from_a_phone()

        kept = take("a.jpg", sent, Purpose.PICTURE).data

        assert b"SecretPhoneMaker" in sent
        assert b"SecretComment" in sent
        for trace in (b"Secret", b"Exif", b"ICC_PROFILE"):
            assert trace not in kept
        with Image.open(BytesIO(kept)) as picture:
            assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (40, 80), {})
            blue_corner = picture.getpixel((39, 0))
            assert blue_corner[2] > blue_corner[0]

    def test_png_loses_its_notes_and_keeps_its_points(self):
        sent = files.png_with_notes()

        kept = take("a.png", sent, Purpose.PICTURE).data

        assert b"SecretAuthor" in sent
        assert b"SecretAuthor" not in kept
        with Image.open(BytesIO(kept)) as picture:
            assert (picture.getpixel((0, 0)), picture.getpixel((40, 5))) == ((0, 0, 255), (201, 138, 0))

    def test_what_is_hung_on_behind_a_picture_is_gone(self):
        assert (
            b"PK\x03\x04hidden" not in take("a.png", files.picture("PNG") + b"PK\x03\x04hidden", Purpose.PICTURE).data
        )

    def test_see_through_png_stays_see_through(self):
        made = BytesIO()
        Image.new("RGBA", (4, 4), (1, 2, 3, 0)).save(made, "PNG")

        with Image.open(BytesIO(re_encode(made.getvalue(), "PNG"))) as picture:
            assert picture.getpixel((0, 0))[3] == 0

    def test_large_picture_is_made_smaller_in_proportion(self):
        with Image.open(BytesIO(re_encode(files.picture(size=(5000, 2500)), "JPEG"))) as picture:
            assert picture.size == (4000, 2000)

    def test_picture_with_too_many_pixels_is_refused_unopened(self, monkeypatch):
        monkeypatch.setattr(images, "PIXELS", 3199)

        assert "too large to open safely" in refused("a.png", files.picture("PNG"), Purpose.PICTURE)

    def test_bomb_of_pixels_is_refused(self):
        header = struct.pack(">LL", 60_000, 60_000)
        bomb = files.picture("PNG").replace(struct.pack(">LL", 80, 40), header)

        assert refused("a.png", bomb, Purpose.PICTURE)

    @pytest.mark.parametrize("form", ["JPEG", "PNG"])
    def test_damaged_picture_is_refused(self, form):
        ending = {"JPEG": "jpg", "PNG": "png"}[form]
        damaged = files.picture(form, size=(400, 400))[:300]

        assert "damaged" in refused(f"a.{ending}", damaged, Purpose.PICTURE)

    def test_same_picture_is_kept_once(self):
        first, second = (take("a.jpg", files.photo_from_a_phone(), Purpose.PICTURE) for _ in range(2))

        assert first.sha256 == second.sha256


class TestText:
    def test_old_windows_letters_become_utf_8(self):
        assert take("a.txt", "caf\u00e9 \u201cno\u201d".encode("cp1252"), Purpose.EVIDENCE).data == "café “no”".encode()

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_byte_order_mark_is_understood_and_left_out(self, encoding):
        assert (
            take("a.csv", "Name,Year\r\nŻ,4\r\n".encode(encoding), Purpose.IMPORT).data
            == "Name,Year\r\nŻ,4\r\n".encode()
        )

    @pytest.mark.parametrize("data", [b"a\x00b", b"\x1b[2J", b"x" * 10 + bytes(50)])
    def test_text_with_control_signs_is_refused(self, data):
        assert "more than plain text" in refused("a.txt", data)

    def test_bytes_that_are_no_letters_are_refused(self):
        assert "cannot read the letters" in refused("a.txt", b"abc \x81\x8d\xff")


class TestRecording:
    def test_mp3_keeps_its_sound_and_loses_its_tags(self):
        tag = b"ID3\x04\x00\x00\x00\x00\x00\x0bSecretPlace"
        tail = b"TAG" + b"SecretName".ljust(125, b"\0")

        kept = take("a.mp3", tag + files.mp3() + tail, Purpose.OWN_VOICE).data

        assert kept == files.mp3()

    @pytest.mark.parametrize(
        "data",
        [files.mp3(frames=5), files.mp3() + files.PROGRAM * 20, b"ID3\x04\x00\x00\x00\x00\x00\x00" + files.PROGRAM],
        ids=["too short", "program behind", "program alone"],
    )
    def test_mp3_that_is_not_sound_all_through_is_refused(self, data):
        assert "damaged or is not sound" in refused("a.mp3", data, Purpose.OWN_VOICE)

    def test_recording_over_ten_minutes_is_refused(self):
        assert "up to 10 minutes" in refused("a.mp3", files.mp3(frames=23_000), Purpose.OWN_VOICE)
        assert "up to 10 minutes" in refused("a.m4a", files.m4a(seconds=601), Purpose.OWN_VOICE)
        assert take("a.m4a", files.m4a(seconds=600), Purpose.OWN_VOICE)

    def test_m4a_keeps_its_sound_in_place_and_loses_place_and_time(self):
        sent = files.m4a()

        kept = take("a.m4a", sent, Purpose.OWN_VOICE).data

        assert b"SecretPlace" in sent
        assert b"\xde\xad\xbe\xef" in sent
        assert b"Secret" not in kept
        assert b"\xde\xad\xbe\xef" not in kept
        assert len(kept) == len(sent)
        assert kept.index(b"soundsound") == sent.index(b"soundsound")

    def test_video_called_m4a_is_refused_as_a_video(self):
        assert "This is a video" in refused("a.m4a", files.m4a(handler=b"vide"), Purpose.OWN_VOICE)

    @pytest.mark.parametrize(
        "data",
        [
            files.m4a(sound=b"drms"),
            files.m4a(seconds=0),
            files.m4a()[:-30],
            files.box(b"ftyp", b"M4A \0\0\0\0"),
            files.box(b"ftyp", b"M4A \0\0\0\0") + b"\0\0\0\0moov" + bytes(4),
        ],
        ids=["locked", "no length", "cut off", "no sound", "box without end"],
    )
    def test_m4a_that_does_not_add_up_is_refused(self, data):
        assert "damaged or is not sound" in refused("a.m4a", data, Purpose.OWN_VOICE)
