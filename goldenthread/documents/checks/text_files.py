"""Plain text and CSV: readable letters, and nothing else."""

import codecs
import re

from django.utils.translation import gettext

from goldenthread.documents.refusal import RefusedFile

# Bytes that no text holds: control signs other than tab and line ends.
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def check_text(data: bytes) -> bytes:
    """The text in UTF-8 without a byte order mark. Old Windows letters (cp1252) are turned into UTF-8."""
    text = _decoded(data)
    if NOT_TEXT.search(text):
        raise RefusedFile(
            gettext("This file holds more than plain text. Open it, choose 'Save as', then PDF or plain text.")
        )
    return text.encode()


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RefusedFile(
        gettext("We cannot read the letters in this file. Open it, choose 'Save as', then PDF, and send that.")
    )
