"""One cell of a file: what it may hold, and what to do when it holds something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from goldenthread.children.identifiers import Checked, check_postcode

Text = str | Promise
Cleaner = Callable[[str], Any]


class BadCell(ValueError):
    """The value cannot be taken; the message is the remedy."""


@dataclass(frozen=True)
class CellColumn:
    """One column of a template: its heading in the file, what it means, how it is read, and an example."""

    name: str
    meaning: Text
    clean: Cleaner
    example: str = ""
    required: bool = False


def text(longest: int) -> Cleaner:
    def clean(value: str) -> str:
        if len(value) > longest:
            raise BadCell(_("Shorten it to %d characters or fewer.") % longest)
        return " ".join(value.split())

    return clean


_DATES = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"), (3, 2, 1)),
)


def day(value: str) -> date | None:
    """31/12/2019 or 2019-12-31."""
    if not value:
        return None
    for pattern, (year, month, number) in _DATES:
        if found := pattern.fullmatch(value):
            try:
                return date(int(found[year]), int(found[month]), int(found[number]))
            except ValueError:
                break
    raise BadCell(_("Write the date as day/month/year, for example 31/12/2019."))


_YES, _NO = {"yes", "y", "true", "1", "t"}, {"no", "n", "false", "0", "f", ""}


def yes_or_no(value: str) -> bool:
    if value.casefold() in _YES:
        return True
    if value.casefold() in _NO:
        return False
    raise BadCell(_("Write yes or no."))


def choice(*allowed: str, also: Mapping[str, str] | None = None, empty: str | None = None) -> Cleaner:
    """One of these words, whatever its capitals. also: other spellings. empty: what an empty cell means."""
    known = {word.casefold(): word for word in allowed} | {k.casefold(): v for k, v in (also or {}).items()}

    def clean(value: str) -> str:
        if not value and empty is not None:
            return empty
        try:
            return known[value.casefold()]
        except KeyError:
            raise BadCell(_("Write one of: %s.") % ", ".join(allowed)) from None

    return clean


def several(*allowed: str) -> Cleaner:
    """Any of these words, with semicolons between."""

    def clean(value: str) -> list[str]:
        words = [word.strip().casefold().replace(" ", "_") for word in value.split(";") if word.strip()]
        if set(words) - set(allowed):
            raise BadCell(_("Write any of these with semicolons between: %s.") % ", ".join(allowed))
        return sorted(set(words))

    return clean


def checked(check: Callable[[str], Checked]) -> Cleaner:
    """A number with a check of its own. A doubt (an authority we do not know) is taken: only a fault is refused."""

    def clean(value: str) -> str:
        if not value:
            return ""
        found = check(value)
        if found.fault:
            raise BadCell(found.fault)
        return found.value

    return clean


postcode = checked(check_postcode)


def email(value: str) -> str:
    if not value:
        return ""
    try:
        validate_email(value)
    except ValidationError:
        raise BadCell(_("Write one e-mail address, like name@example.org.")) from None
    return value.lower()


def emails(value: str) -> list[str]:
    return [email(part.strip()) for part in value.split(";") if part.strip()]


def whole_number(value: str) -> int:
    if not value:
        return 1
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 99:
        raise BadCell(_("Write a whole number from 1 to 99."))
    return int(value)
