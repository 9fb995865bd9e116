"""Which files people may send, and whether one is what it says it is.

A file is taken only when its name's ending, its first bytes and its inner structure agree, and it is small
enough to be read and scanned. All but plain text is written anew: where and by whom it was made is gone.
OWASP ASVS 5.0, 5.1.1 to 5.2.6 and 14.2.8.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

import puremagic
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.documents.checks.audio import clean_m4a, clean_mp3
from goldenthread.documents.checks.images import clean_jpeg, clean_png
from goldenthread.documents.checks.office import clean_docx, clean_odt
from goldenthread.documents.checks.pdf_file import clean_pdf
from goldenthread.documents.checks.text_files import check_text
from goldenthread.documents.refusal import RefusedFile, shown_name

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class FileType:
    """One kind of file that may be sent.

    endings: how its name may end; the first is the one we give it.
    called: what people call it, with its article, for a sentence.
    starts: the first bytes, one of which every such file has; empty for plain text, which has none.
    starts_at: how many bytes before them.
    check: refuses what is not sound and returns the bytes to keep.
    limit: the most bytes it may have, as it is sent and as it is kept.
    """

    endings: tuple[str, ...]
    media_type: str
    called: str | Promise
    starts: tuple[bytes, ...]
    check: Callable[[bytes], bytes]
    limit: int
    starts_at: int = 0

    def starts_like(self, data: bytes) -> bool:
        return not self.starts or any(data.startswith(start, self.starts_at) for start in self.starts)


PDF = FileType(("pdf",), "application/pdf", _("a PDF"), (b"%PDF-",), clean_pdf, 25 * MEGABYTE)
DOCX = FileType(
    ("docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _("a Word document"),
    (b"PK\x03\x04",),
    clean_docx,
    25 * MEGABYTE,
)
ODT = FileType(
    ("odt",),
    "application/vnd.oasis.opendocument.text",
    _("an OpenDocument text"),
    (b"PK\x03\x04",),
    clean_odt,
    25 * MEGABYTE,
)
JPEG = FileType(("jpg", "jpeg"), "image/jpeg", _("a JPEG picture"), (b"\xff\xd8\xff",), clean_jpeg, 20 * MEGABYTE)
PNG = FileType(("png",), "image/png", _("a PNG picture"), (b"\x89PNG\r\n\x1a\n",), clean_png, 20 * MEGABYTE)
TEXT = FileType(("txt",), "text/plain; charset=utf-8", _("a text file"), (), check_text, 2 * MEGABYTE)
CSV = FileType(("csv",), "text/csv; charset=utf-8", _("a CSV file"), (), check_text, 10 * MEGABYTE)
MP3 = FileType(
    ("mp3",),
    "audio/mpeg",
    _("an MP3 recording"),
    (b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3", b"\xff\xe2"),
    clean_mp3,
    15 * MEGABYTE,
)
M4A = FileType(("m4a",), "audio/mp4", _("an M4A recording"), (b"ftyp",), clean_m4a, 15 * MEGABYTE, starts_at=4)


class Purpose(Enum):
    """What a file is sent for decides which kinds are taken."""

    EVIDENCE = (PDF, DOCX, ODT, JPEG, PNG, TEXT)
    OWN_VOICE = (JPEG, PNG, MP3, M4A, PDF, TEXT)
    PICTURE = (JPEG, PNG)
    IMPORT = (CSV,)

    @property
    def file_types(self) -> tuple[FileType, ...]:
        file_types: tuple[FileType, ...] = self.value
        return file_types

    @property
    def accept(self) -> str:
        """For the `accept` attribute of a file field: ".pdf,.docx"."""
        return ",".join(f".{ending}" for file_type in self.file_types for ending in file_type.endings)


@dataclass(frozen=True)
class Taken:
    """A file that passed every check but the virus scan, as it will be kept.

    name: the sender's own name for it, for showing only. data: the bytes to keep, which are not those that
    were sent, except for plain text. sha256: of `data`, in hexadecimal.
    """

    name: str
    file_type: FileType
    data: bytes
    sha256: str


def take(name: str, data: bytes, purpose: Purpose) -> Taken:
    """Check a file that somebody sent. Raises RefusedFile with a sentence that says what to do.

    The caller still has to have it scanned (`scanning.py`) before anybody may open it.
    """
    file_type = _by_ending(name, purpose)
    if not data:
        raise RefusedFile(gettext("This file is empty. Choose it again."))
    _refuse_large(data, file_type)
    if not file_type.starts_like(data) or (not file_type.starts and _what_it_is(data)):
        raise RefusedFile(_mismatch(file_type, data))
    kept = file_type.check(data)
    _refuse_large(kept, file_type)
    return Taken(shown_name(name), file_type, kept, sha256(kept).hexdigest())


def _refuse_large(data: bytes, file_type: FileType) -> None:
    if len(data) > file_type.limit:
        raise RefusedFile(
            gettext("This file is too big. It can be up to %(limit)s MB. Send it in parts, or ask us how.")
            % {"limit": file_type.limit // MEGABYTE}
        )


def _by_ending(name: str, purpose: Purpose) -> FileType:
    stem, dot, ending = shown_name(name).rpartition(".")
    if not dot or not stem:
        raise RefusedFile(gettext("The name of this file has no ending such as .pdf. Save it again with one."))
    for file_type in purpose.file_types:
        if ending.lower() in file_type.endings:
            return file_type
    raise RefusedFile(_wrong_ending(ending.lower(), purpose))


def _wrong_ending(ending: str, purpose: Purpose) -> str:
    taken = ", ".join(file_type.endings[0].upper() for file_type in purpose.file_types)
    advice = ADVICE.get(ending)
    sentence = gettext("We cannot take this kind of file. We can take: %(kinds)s.") % {"kinds": taken}
    return f"{sentence} {advice}" if advice else sentence


# What to do about the kinds that people send most often in error.
ADVICE = {
    "doc": _("Open it in Word and choose 'Save as', then 'Word document (.docx)' or PDF."),
    "rtf": _("Open it in Word and choose 'Save as', then PDF."),
    "pages": _("Open it in Pages and choose 'Export to', then PDF."),
    "docm": _("It can hold small programs. Choose 'Save as', then PDF."),
    "heic": _("Your phone can save photos as JPEG: look in the camera's settings for 'Most compatible'."),
    "heif": _("Your phone can save photos as JPEG: look in the camera's settings for 'Most compatible'."),
    "webp": _("Open the picture and save it as JPEG or PNG, or take a screenshot of it."),
    "gif": _("Open the picture and save it as PNG, or take a screenshot of it."),
    "zip": _("Open the folder and send the files in it one by one."),
    "xlsx": _("Open it and choose 'Save as', then CSV if we asked for a list, or else PDF."),
    "xls": _("Open it and choose 'Save as', then CSV if we asked for a list, or else PDF."),
    "mov": _("We cannot take videos here. Ask us how to send one."),
    "mp4": _("We cannot take videos here. Ask us how to send one."),
    "eml": _("Open the e-mail, choose 'Print', then 'Save as PDF'."),
    "msg": _("Open the e-mail, choose 'Print', then 'Save as PDF'."),
}

# What a file turns out to be, by the endings under which the catalogue of leading bytes knows it. The first that
# fits is named: every zipped file could be a Java program too, and is nearly always a document.
FOUND = {
    _("a PDF"): {"pdf", "fdf"},
    _("an old Word or Excel file"): {"doc", "xls", "ppt"},
    _("a zipped folder or an office document"): {"zip", "docx", "xlsx", "pptx", "odt", "xlsb"},
    _("a program"): {"exe", "dll", "sys", "com", "scr", "appimage", "elf", "class", "dmg"},
    _("a picture"): {"jpg", "jpeg", "jfif", "png", "gif", "bmp", "webp", "tif", "tiff", "heif", "heic", "ico"},
    _("a packed folder"): {"rar", "7z", "gz", "tar", "bz2", "xz", "cab"},
    _("a web page"): {"html", "htm", "svg", "xml"},
    _("a sound recording"): {"mp3", "m4a", "wav", "ogg", "flac", "aac", "mpga"},
    _("a video"): {"mp4", "mov", "avi", "mkv", "webm", "m4v"},
}


def _mismatch(file_type: FileType, data: bytes) -> str:
    found = _what_it_is(data)
    if found is None:
        sentence = gettext("This file says it is %(said)s but it is something else.") % {"said": file_type.called}
    else:
        sentence = gettext("This file says it is %(said)s but it is %(found)s.") % {
            "said": file_type.called,
            "found": found,
        }
    advice = gettext("Save it again as PDF, or take a photo of the page.")
    return f"{sentence} {advice}"


def _what_it_is(data: bytes) -> str | Promise | None:
    known = _known_endings(data)
    return next((words for words, endings in FOUND.items() if endings & known), None)


def _known_endings(data: bytes) -> set[str]:
    """The endings under which the catalogue knows these first bytes; a shell script counts as a program."""
    if data.startswith(b"#!"):
        return {"exe"}
    if data.startswith(b"\x7fELF"):
        return {"elf"}
    try:
        found = puremagic.magic_string(data[:4096])
    except (puremagic.PureError, ValueError):
        return set()
    return {match.extension.lstrip(".").lower() for match in found if match.confidence >= 0.3}
