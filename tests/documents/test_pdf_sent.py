"""PDF files that people send: what is taken out of all of them, and which are too much."""

import resource
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from goldenthread.documents.checks import pdf_apart, pdf_file
from goldenthread.documents.refusal import RefusedFile
from goldenthread.documents.types import Purpose, take
from tests.documents import files

MEGABYTE = 1_000_000


def kept(data):
    return take("a.pdf", data, Purpose.EVIDENCE).data


def refused(data):
    with pytest.raises(RefusedFile) as refusal:
        take("a.pdf", data, Purpose.EVIDENCE)
    return str(refusal.value)


def everything_in(data):
    """Every object of the file and what its streams hold, one after another."""
    with pikepdf.open(BytesIO(data)) as pdf:
        streams = [each.read_raw_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return b"".join([*(each.unparse(resolved=True) for each in pdf.objects), *streams, data])


def points_of_photo(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        photo = pdf.pages[0].get_images()["/Photo"]
        return pikepdf.PdfImage(photo).as_pil_image().tobytes()


class TestSize:
    def test_page_named_very_often_is_refused_as_too_many_pages(self):
        sentence = "This PDF has more than 3,000 pages. Send it in parts, or ask us how."

        assert refused(files.pdf_naming_one_page(100_000)) == sentence
        assert refused(files.pdf_naming_one_page(3_001)) == sentence
        assert kept(files.pdf_naming_one_page(3_000))

    def test_pages_that_lie_in_a_circle_or_multiply_are_refused(self):
        circle = files.pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]>>")
        doubled = [b"<</Type/Pages/Count 1/Kids[%d 0 R %d 0 R]>>" % (number, number) for number in range(3, 43)]
        many = files.pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", *doubled, b"<</Type/Page/MediaBox[0 0 1 1]>>")

        assert "more than 3,000 pages" in refused(circle)
        assert "more than 3,000 pages" in refused(many)

    def test_pdf_of_one_page_a_million_times_is_refused_in_less_than_a_gigabyte(self, tmp_path):
        sent = tmp_path / "sent.pdf"
        sent.write_bytes(files.pdf_naming_one_page(1_000_000))
        # A process counts among its own what its parent held when it was started, so it says itself what it took.
        program = (
            "import resource, sys, django; from pathlib import Path; django.setup()\n"
            "from goldenthread.documents import types\n"
            "try: types.take('a.pdf', Path(sys.argv[1]).read_bytes(), types.Purpose.EVIDENCE)\n"
            "except types.RefusedFile: print('refused')\n"
            "own = next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1]\n"
            "print(max(int(own), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))"
        )

        taking = subprocess.run(
            [sys.executable, "-c", program, str(sent)],
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2_000 * MEGABYTE,) * 2),  # if it broke
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        said, kilobytes = taking.stdout.split()

        assert (said, 50_000 < int(kilobytes) < 800_000) == ("refused", True), kilobytes

    def test_pdf_that_takes_too_long_is_refused(self, monkeypatch):
        monkeypatch.setattr(pdf_file, "LONGEST_WAIT", 0.001)

        assert refused(files.PDF) == "This PDF is too large to check. Send it in parts, or ask us how."

    def test_pdf_that_grows_over_the_limit_is_refused(self, monkeypatch):
        monkeypatch.setattr(pdf_file, "APART", [sys.executable, "-c", "print('x' * 25_000_000)"])

        assert "too big" in refused(files.PDF)

    def test_limits_hold_where_the_file_is_read(self):
        limits = (
            "import resource; print(*(resource.getrlimit(k)[0] for k in (resource.RLIMIT_AS, resource.RLIMIT_CPU)))"
        )
        program = f"from goldenthread.documents.checks import pdf_apart; pdf_apart.main(); {limits}"

        done = subprocess.run([sys.executable, "-c", program], input=b"", stdout=subprocess.PIPE, check=True)

        assert done.stdout.decode().split() == [str(pdf_apart.MEMORY), str(pdf_apart.SECONDS)]


class TestNotes:
    def test_photo_in_a_pdf_loses_where_it_was_taken_and_keeps_its_points(self):
        sent = files.pdf_with_photo()

        cleaned = kept(sent)

        assert b"SecretPhoneMaker" in everything_in(sent)
        assert b"Secret" not in everything_in(cleaned)
        assert points_of_photo(cleaned) == points_of_photo(sent)

    def test_photo_packed_once_more_loses_its_notes_too(self):
        cleaned = kept(files.pdf_with_photo(packed=True))

        assert b"Secret" not in everything_in(cleaned)
        assert points_of_photo(cleaned) == points_of_photo(files.pdf_with_photo())

    def test_notes_on_anything_inside_go_and_a_font_called_metadata_stays(self):
        notes = b"/Metadata 6 0 R/PieceInfo<</Writer<</Private(SecretAuthor)>>>>/LastModified(D:2026)"
        sent = files.pdf_of(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Thumb 5 0 R"
            b"/Resources<</Font<</Metadata 4 0 R>>/Properties<</MC0<<" + notes + b">>>>>>>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica" + notes + b">>",
            b"<</Length 4" + notes + b">>\nstream\nq  Q\nendstream",
            b"<</Type/Metadata/Subtype/XML/Length 12>>\nstream\nSecretAuthor\nendstream",
        )

        with pikepdf.open(BytesIO(kept(sent))) as pdf:
            page = pdf.pages[0]

            assert b"Secret" not in everything_in(kept(sent))
            assert {"/Thumb", "/LastModified"} & set(page.keys()) == set()
            assert (str(page.Resources.Font.Metadata.BaseFont), page.Contents.read_bytes()) == ("/Helvetica", b"q  Q")
            assert set(page.Contents.keys()) <= {"/Length", "/Filter"}

    def test_broken_photo_with_notes_is_refused_in_words_that_say_what_to_do(self):
        whole = files.photo_from_a_phone()
        broken = b"\xff\xd8\xff\xdb\xff\xff" + whole

        assert "a picture in it that we cannot read. Open it, choose 'Print'" in refused(files.pdf_with_photo(broken))

    def test_names_in_old_letters_are_no_reason_to_refuse(self):
        sent = files.pdf_of(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</ColorSpace<</Gr#FCn/DeviceRGB>>>>"
            b"/PieceInfo<</Gr#FCn<</Private(SecretAuthor)>>>>/Gr#FCn(x)>>",
        )

        assert b"Secret" not in everything_in(kept(sent))


class TestPrograms:
    def with_contents(self, more, contents=b"(The scan spells /JS (by chance))"):
        return files.pdf_of(
            b"<</Type/Catalog/Pages 2 0 R" + more + b">>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(contents), contents),
        )

    def test_bytes_of_a_page_that_spell_a_program_by_chance_are_none(self):
        assert kept(self.with_contents(b""))

    def test_program_behind_a_word_that_looks_like_the_beginning_of_a_stream_is_found(self):
        hidden = b"/Note(stream\n)/OpenAction<</S/JavaScript/JS(x)>>"

        assert "small program" in refused(self.with_contents(hidden))


class TestSigned:
    def test_signed_pdf_is_kept_as_it_is(self):
        sent = files.pdf_signed_by(b"Dr Ada Signer")

        assert kept(sent) == sent

    @pytest.mark.parametrize(
        "sent",
        [
            files.pdf_with(b"/Note(/ByteRange)/Info<</Author(SecretAuthor)>>").replace(
                b"<</Root 1 0 R", b"<</Root 1 0 R/Info<</Author(SecretAuthor)>>"
            ),
            files.pdf_signed_by(b"SecretAuthor", kind=b"/FT/Tx"),
            files.pdf_signed_by(b"SecretAuthor", left_out=(0, 0)),
        ],
        ids=["only the word", "a field for text", "nothing left out"],
    )
    def test_what_only_looks_signed_is_written_anew(self, sent):
        assert kept(sent) != sent
