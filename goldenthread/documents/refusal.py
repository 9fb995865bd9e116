"""Saying no to a file in words that tell the sender what to do instead."""

from goldenthread.privacy.plain_text import clean_line


class RefusedFile(Exception):
    """The file cannot be taken. `str()` gives a translated sentence or two, fit to show to the sender."""


def shown_name(name: str) -> str:
    """The sender's own name for a file, fit to be shown again: no folders, one line, at most 100 characters.

    It is never used as a path: what is stored has a name of our own (see `storage.py`).
    """
    last = clean_line(name).replace("\\", "/").rpartition("/")[2]
    return last[:100]
