"""Pictures: opened, turned the right way up and written anew, so that nothing but the picture is left."""

import struct
from contextlib import suppress
from io import BytesIO

from django.utils.translation import gettext
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from goldenthread.documents.checks.picture_notes import UnreadablePicture
from goldenthread.documents.refusal import RefusedFile

PIXELS = 50_000_000  # more than any phone's camera takes in one photo at its usual setting
LONGEST_SIDE = 4000  # pixels; an A4 page at 300 dots an inch has 3508
TIFF_STARTS = (b"II*\0", b"MM\0*")
WHAT_BROKEN_TIFF_RAISES = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    struct.error,
)


def clean_jpeg(data: bytes) -> bytes:
    return re_encode(data, "JPEG")


def clean_png(data: bytes) -> bytes:
    return re_encode(data, "PNG")


def re_encode(data: bytes, form: str, *, longest_side: int = LONGEST_SIDE) -> bytes:
    """The same picture without its metadata (place, time, camera, comments, hidden frames), the right way up.

    form: "JPEG" or "PNG", which the bytes must really be. longest_side: in pixels; a larger one is made smaller.
    Colours are turned into sRGB before their profile is dropped. Raises RefusedFile.
    """
    try:
        with Image.open(BytesIO(data), formats=[form]) as sent:
            if sent.width * sent.height > PIXELS:
                raise RefusedFile(_too_many_pixels())
            picture = _upright_in_srgb(sent, form)
    except Image.DecompressionBombError as error:
        raise RefusedFile(_too_many_pixels()) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise RefusedFile(
            gettext("This picture is damaged and cannot be opened. Save it again, or take a new photo.")
        ) from error
    picture.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    picture.info = {}  # Pillow would write a comment or a colour profile found here
    clean = BytesIO()
    if form == "JPEG":
        picture.save(clean, "JPEG", quality=88)
    else:
        picture.save(clean, "PNG")
    return clean.getvalue()


def without_tiff_notes(data: bytes) -> bytes:
    """The first page of a TIFF inside another file, point for point, with nothing noted about it.

    Raises UnreadablePicture.
    """
    clean = BytesIO()
    try:
        with Image.open(BytesIO(data), formats=["TIFF"]) as sent:
            if sent.width * sent.height > PIXELS:
                raise UnreadablePicture("too many points")
            picture = sent.copy()  # without the tags
        profile, picture.info = picture.info.get("icc_profile"), {}
        picture.save(clean, "TIFF", compression="tiff_lzw", icc_profile=profile)
    except (Image.DecompressionBombError, *WHAT_BROKEN_TIFF_RAISES) as error:
        raise UnreadablePicture("damaged") from error
    return clean.getvalue()


def _upright_in_srgb(sent: Image.Image, form: str) -> Image.Image:
    profile = sent.info.get("icc_profile")
    picture = ImageOps.exif_transpose(sent)
    see_through = form == "PNG" and ("A" in picture.getbands() or "transparency" in picture.info)
    if profile and picture.mode in ("RGB", "L"):
        # A profile that cannot be read is only a matter of shade; the picture is taken as it is.
        with suppress(ImageCms.PyCMSError, OSError):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            picture = turned or picture
    return picture.convert("RGBA" if see_through else "RGB")


def _too_many_pixels() -> str:
    return gettext("This picture is too large to open safely. Make it smaller, or take a new photo.")
