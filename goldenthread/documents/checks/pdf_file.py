"""PDF files that people send: whole, not locked, without programs or other files inside, and without their makers.

Who wrote a file, with what program and when stands in its properties, not on its pages; that is taken out. A signed
file is kept as it is, since a signature holds for these very bytes (docs/decisions/0015-properties-taken-out.md).
The work is done by `pdf_apart.py` in a process of its own; here is how it is asked, and what the sender is told.
"""

import logging
import re
import subprocess
import sys
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.documents.checks.pdf_apart import PAGES, Outcome
from goldenthread.documents.refusal import RefusedFile

logger = logging.getLogger(__name__)
APART = [sys.executable, "-E", "-s", "-m", "goldenthread.documents.checks.pdf_apart"]
PROJECT = Path(__file__).resolve().parents[3]
LONGEST_WAIT = 20  # seconds; a web worker is given up after 30

DAMAGED = _("This PDF is damaged or cut off. Save it again, or take photos of the pages.")
REFUSALS: dict[int, str | Promise] = {
    Outcome.DAMAGED: DAMAGED,
    Outcome.LOCKED: _(
        "This PDF is locked with a password. Open it, choose 'Print', then 'Save as PDF', and send that."
    ),
    Outcome.ACTIVE: _(
        "This PDF has a small program or another file inside it. "
        "Open it, choose 'Print', then 'Save as PDF', and send that."
    ),
    Outcome.MANY_PAGES: _("This PDF has more than %(pages)s pages. Send it in parts, or ask us how."),
    Outcome.ODD_PICTURE: _(
        "This PDF has a picture in it that we cannot read. Open it, choose 'Print', then 'Save as PDF', and send that."
    ),
}


def clean_pdf(data: bytes) -> bytes:
    """The file without its properties, or RefusedFile: cut off, locked, too large to check, or holding a program or
    another file. A signed file as it came."""
    if not re.match(rb"%PDF-[12]\.\d", data) or b"%%EOF" not in data[-2048:]:
        raise RefusedFile(str(DAMAGED))
    try:
        done = subprocess.run(  # noqa: S603  # nothing of the sender's is in its command, and no secret of ours in its surroundings
            APART,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=PROJECT,
            env={},
            timeout=LONGEST_WAIT,
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedFile(_too_large()) from error
    if done.returncode == Outcome.SIGNED:
        return data
    if done.returncode in REFUSALS:
        raise RefusedFile(str(REFUSALS[done.returncode]) % {"pages": f"{PAGES:,}"})
    if done.returncode != Outcome.CLEANED:
        logger.warning("The check of a PDF ended with %s", done.returncode)  # out of memory or time, as a rule
        raise RefusedFile(_too_large())
    return done.stdout


def _too_large() -> str:
    return gettext("This PDF is too large to check. Send it in parts, or ask us how.")
