"""A file as it arrives from a form: too big is refused before it is read, the rest as types.py says."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from .models import QuarantinedContent
from .refusal import RefusedFile
from .types import MEGABYTE, Purpose, Taken, take


def largest(purpose: Purpose) -> int:
    """The most bytes that any kind of file for this purpose may have."""
    return max(file_type.limit for file_type in purpose.file_types)


def taken_from(upload: UploadedFile[Any], purpose: Purpose) -> Taken:
    """Check an upload and clean it. Raises RefusedFile with a sentence that says what to do."""
    limit = largest(purpose)
    if upload.size is None or upload.size > limit:
        sentence = _("This file is too big. It can be up to %(limit)s MB. Send it in parts, or ask us how.")
        raise RefusedFile(sentence % {"limit": limit // MEGABYTE})
    taken = take(upload.name or "", upload.read(), purpose)
    if QuarantinedContent.objects.filter(sha256=taken.sha256).exists():
        raise RefusedFile(
            _("This file holds a virus. We have not kept it. Have your computer checked, then try again.")
        )
    return taken
