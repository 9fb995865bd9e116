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


def pdf_by(author, *, signed=False):
    """One page with words on it, and the author in the properties, in XMP, and in what a program left on the page."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"BT (Words that stay) Tj ET")
        page.obj.PieceInfo = pikepdf.Dictionary(Writer=pikepdf.Dictionary(Private=pikepdf.String(author)))
        if signed:
            page.obj.V = pikepdf.Dictionary(ByteRange=pikepdf.Array([0, 1, 2, 3]))
        pdf.docinfo["/Author"] = author
        pdf.Root.Metadata = pdf.make_stream(f"<rdf>{author}</rdf>".encode())
        pdf.save(
            made,
            fix_metadata_version=False,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return made.getvalue()


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


def photo_from_a_phone():
    """Sideways, and saying where it was taken and by which phone."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretPhoneMaker"
    exif.get_ifd(0x8825)[2] = (51.0, 27.0, 0.0)
    return picture(exif=exif.tobytes(), comment=b"SecretComment")


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
