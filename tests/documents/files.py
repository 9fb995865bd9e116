"""Files to send: sound ones, and ones that lie."""

import struct
import zipfile
from io import BytesIO

import docx
import pikepdf
from PIL import Image, PngImagePlugin

PDF = (
    b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
PROGRAM = b"MZ\x90\x00" + bytes(200) + b"This program cannot be run in DOS mode."


def pdf_with(words):
    return PDF.replace(b"/Catalog", b"/Catalog" + words)


def pdf_of(*objects):
    """A PDF of these objects, numbered from 1, whose table says rightly where each begins; the first is the catalogue."""
    made, starts = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return made + end + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))


def pdf_naming_one_page(times):
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (times, b"3 0 R " * times),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>",
    )


def pdf_by(author):
    """One page with words on it, and the author in the properties, in XMP, and in what a program left on the page."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"BT (Words that stay) Tj ET")
        page.obj.PieceInfo = pikepdf.Dictionary(Writer=pikepdf.Dictionary(Private=pikepdf.String(author)))
        pdf.docinfo["/Author"] = author
        pdf.Root.Metadata = pdf.make_stream(f"<rdf>{author}</rdf>".encode())
        pdf.save(
            made,
            fix_metadata_version=False,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return made.getvalue()


def pdf_signed_by(author, *, kind=b"/FT/Sig", left_out=None):
    """A form with one field that the author signed over the whole file but the signature itself.

    kind: what the field says it is. left_out: another place that the signature says it leaves out, from and to.
    """
    unsigned = pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/SigFlags 3>>>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>",
        b"<</T(Approval)/Kids[5 0 R]" + kind + b">>",
        b"<</Parent 4 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/V 6 0 R>>",
        b"<</Type/Sig/Filter/Adobe.PPKLite/Name(%s)/ByteRange[0 AAAAAAAA BBBBBBBB CCCCCCCC]/Contents<%s>>>"
        % (author, b"30" * 40),
    )
    before, after = left_out or (unsigned.index(b"<3030"), unsigned.index(b"30>>>") + 3)
    numbers = b"%08d %08d %08d" % (before, after, len(unsigned) - after)
    return unsigned.replace(b"AAAAAAAA BBBBBBBB CCCCCCCC", numbers)


def text_by(ending, author, words):
    """A Word or OpenDocument text whose properties name its author and the author's employer."""
    if ending == "odt":
        meta = f'<office:document-meta xmlns:office="urn:o"><creator>{author}</creator></office:document-meta>'
        content = f'<office:document-content xmlns:office="urn:o"><p>{words}</p></office:document-content>'
        return open_document(content, **{"meta.xml": meta})
    text = changed(word_file(words), docProps__app_DOT_xml=f"<Properties><Company>{author}</Company></Properties>")
    opened = docx.Document(BytesIO(text))
    opened.core_properties.author = author
    made = BytesIO()
    opened.save(made)
    return made.getvalue()


def picture(form="JPEG", size=(80, 40), **options):
    made = BytesIO()
    image = Image.new("RGB", size, "#c98a00")
    image.paste((0, 0, 255), (0, 0, 16, 16))
    image.save(made, form, **options)
    return made.getvalue()


def notes_of_a_phone():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretPhoneMaker"
    exif.get_ifd(0x8825)[2] = (51.0, 27.0, 0.0)
    return exif.tobytes()


def photo_from_a_phone():
    """Sideways, and saying where it was taken and by which phone."""
    return picture(exif=notes_of_a_phone(), comment=b"SecretComment")


def pdf_with_photo(photo=None, *, packed=False):
    """One page with a photo from a phone on it, kept as the phone made it. packed: packed once more, as letters."""
    photo, filters = photo or photo_from_a_phone(), b"/DCTDecode"
    if packed:
        photo, filters = photo.hex().encode() + b">", b"[/ASCIIHexDecode/DCTDecode]"
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 80 40]/Resources<</XObject<</Photo 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/XObject/Subtype/Image/Width 80/Height 40/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter%s/Length %d>>"
        b"\nstream\n%s\nendstream" % (filters, len(photo), photo),
        b"<</Length 30>>\nstream\nq 80 0 0 40 0 0 cm /Photo Do Q\nendstream",
    )


def png_with_notes():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "SecretAuthor")
    return picture("PNG", pnginfo=notes)


def word_file(words="A letter."):
    made = BytesIO()
    document = docx.Document()
    document.add_paragraph(words)
    document.save(made)
    return made.getvalue()


def open_document(content=None, **others):
    content = content or '<office:document-content xmlns:office="urn:o"><office:body/></office:document-content>'
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content, **others})


def zipped(parts):
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def parts_of(archive):
    """Each part's bytes by its name, in order."""
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def changed(archive, **changes):
    """The archive with parts added or replaced. A name's "/" is written "__" and its "." is written "_DOT_"."""
    with zipfile.ZipFile(BytesIO(archive)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts |= {name.replace("__", "/").replace("_DOT_", "."): part for name, part in changes.items()}
    return zipped(parts)


def relationships(kind, target):
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="http://x/relationships/{kind}" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )


def mp3(frames=40):
    """Silence: MPEG 1 layer III, 128 kbit/s, 44.1 kHz, 417 bytes and 26 ms a frame."""
    return (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def box(name, *inside):
    content = b"".join(inside)
    return struct.pack(">L4s", 8 + len(content), name) + content


def m4a(handler=b"soun", sound=b"mp4a", seconds=20, notes=b"SecretPlace +51.45+0.14/", made=0xDEADBEEF):
    timed = struct.pack(">LLLLL", 0, made, made, 1000, seconds * 1000)
    description = box(b"stsd", struct.pack(">LL", 0, 1), box(sound, bytes(28)))
    media = box(
        b"mdia",
        box(b"mdhd", timed, bytes(4)),
        box(b"hdlr", bytes(8), handler, bytes(13)),
        box(b"minf", box(b"stbl", description)),
    )
    track = box(b"trak", box(b"tkhd", timed, bytes(60)), media)
    movie = box(b"moov", box(b"mvhd", timed, bytes(80)), track, box(b"udta", box(b"\xa9xyz", notes)))
    return box(b"ftyp", b"M4A \0\0\0\0M4A mp42isom") + movie + box(b"mdat", b"sound" * 20)
