"""Whether a PDF is signed: a signature holds for these very bytes, so a signed file is kept as it came."""

import pikepdf

FIELDS = 5_000  # looked at; a form has some dozens


def holds_signature(pdf: pikepdf.Pdf, data: bytes) -> bool:
    """Whether a signature field of the file's form has been signed over bytes of this file (ISO 32000-1, 12.8).

    That the word /ByteRange stands somewhere is not enough: it would keep the properties of any file. Who signed,
    and whether it holds, is not checked here.
    """
    form = pdf.Root.get("/AcroForm")
    left: list[tuple[pikepdf.Object, object]] = [(field, None) for field in _items(form, "/Fields")]
    for _ in range(FIELDS):
        if not left:
            break
        field, kind = left.pop()
        if not isinstance(field, pikepdf.Dictionary):
            continue
        kind = field.get("/FT", kind)
        if kind == "/Sig" and _signs(field.get("/V"), data):
            return True
        left += [(kid, kind) for kid in _items(field, "/Kids")[:FIELDS]]
    return False


def _items(holder: object, name: str) -> list[pikepdf.Object]:
    found = holder.get(name) if isinstance(holder, pikepdf.Dictionary) else None
    return list(found) if isinstance(found, pikepdf.Array) else []


def _signs(value: object, data: bytes) -> bool:
    """The four numbers leave out exactly the signature itself, written in hexadecimal between < and >."""
    if not isinstance(value, pikepdf.Dictionary) or value.get("/Type", "/Sig") not in ("/Sig", "/DocTimeStamp"):
        return False
    numbers = _items(value, "/ByteRange")
    if len(numbers) != 4 or not all(isinstance(number, int) for number in numbers):
        return False
    start, before, after, length = (int(number) for number in numbers)
    left_out = data[before:after]
    return (start, after + length <= len(data)) == (0, True) and left_out[:1] + left_out[-1:] == b"<>"
