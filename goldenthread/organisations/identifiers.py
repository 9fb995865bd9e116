"""Numbers of settings, codes of authorities, and postcodes: how they are put in order and what can be wrong.

All are kept as text. Nothing here asks the database: a number that passes is well formed, not yet known to exist.
Source of the rules: the Department for Education's common basic data set and the Get Information About Schools
register, as set out for this product.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .la_codes import authority_with_code

POSTCODE = re.compile(r"(GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})")
_SEPARATORS = str.maketrans("", "", " \t\u00a0\u2009\u202f")


@dataclass(frozen=True)
class Checked:
    """A number put in order, and what is the matter with it.

    fault: a sentence when it cannot be right; it is not kept. query: a sentence when it may be right and somebody
    should look; it may be kept once they have.
    """

    value: str
    fault: str = ""
    query: str = ""

    @property
    def is_right(self) -> bool:
        return not (self.fault or self.query)


def in_order(text: str) -> str:
    """Upper case, without spaces: the way every identifier is kept and compared."""
    return text.translate(_SEPARATORS).strip().upper()


def wrong_length(value: str, length: int, name: str) -> str:
    """The sentence for a number that is too short or too long."""
    values = {"name": name, "length": length, "given": len(value)}
    return _("%(name)s has %(length)s characters; this has %(given)s.") % values


def only_digits(value: str) -> bool:
    """Whether every character is one of 0 to 9: digits of other scripts do not count."""
    return value.isascii() and value.isdigit()


def check_urn(text: str) -> Checked:
    """The six digits by which Get Information About Schools knows an establishment. It has no check digit."""
    value = in_order(text)
    return Checked(value, _urn_fault(value))


def _urn_fault(value: str) -> str:
    if only_digits(value) and len(value) == 7:
        return _("A URN has 6 digits. 7 digits are a DfE number (LA and establishment), or a typing slip.")
    if only_digits(value) and len(value) == 8:
        return _("A URN has 6 digits. 8 digits are a UKPRN.")
    if len(value) != 6:
        return wrong_length(value, 6, _("A URN"))
    if not only_digits(value):
        return _("A URN has digits only.")
    return _("000000 is never given as a URN.") if value == "000000" else ""


def check_ukprn(text: str) -> Checked:
    """The eight digits, from 1, by which the register of learning providers knows one. No check digit."""
    value = in_order(text)
    return Checked(value, _ukprn_fault(value))


def _ukprn_fault(value: str) -> str:
    if only_digits(value) and len(value) == 6:
        return _("A UKPRN has 8 digits. 6 digits are a URN.")
    if len(value) != 8:
        return wrong_length(value, 8, _("A UKPRN"))
    if not only_digits(value):
        return _("A UKPRN has digits only.")
    return "" if value.startswith("1") else _("A UKPRN starts with 1.")


def check_la_code(text: str) -> Checked:
    """The three digits of a local authority. One given up is a query: right in old numbers, wrong for today."""
    value = in_order(text)
    if value.startswith("E") and len(value) == 9:
        return Checked(value, _("That is a GSS code. The code of an authority has 3 digits, such as 303."))
    if len(value) != 3:
        return Checked(value, wrong_length(value, 3, _("The code of an authority")))
    if not only_digits(value):
        return Checked(value, _("The code of an authority has digits only."))
    known = authority_with_code(value)
    if known is None:
        return Checked(value, query=unknown_authority(value))
    if known.ended:
        values = {"code": value, "name": known.name, "year": known.ended}
        return Checked(value, query=_("%(code)s (%(name)s) ended in %(year)s: use it for the past only.") % values)
    return Checked(value)


def unknown_authority(code: str) -> str:
    return _("No authority is known by the code %(code)s. Look at the number again.") % {"code": code}


def check_laestab(text: str) -> Checked:
    """LA code and establishment number, 303/4001 or 3034001; kept as seven digits.

    It changes when a school becomes an academy, so it is never a key.
    """
    value = in_order(text).replace("/", "", 1)
    if len(value) != 7:
        return Checked(value, wrong_length(value, 7, _("A DfE number, without the stroke,")))
    if not only_digits(value):
        return Checked(value, _("A DfE number has digits only, with or without one stroke after the third."))
    return Checked(value, query=check_la_code(value[:3]).query)


def check_postcode(text: str) -> Checked:
    """A postcode in capitals with one space before its last three characters."""
    packed = in_order(text)
    value = f"{packed[:-3]} {packed[-3:]}"
    if POSTCODE.fullmatch(value):
        return Checked(value)
    if packed.startswith("ZZ99"):
        return Checked(value, _("A postcode from ZZ99 stands for no fixed abode or overseas: leave it empty."))
    if packed[-2:].isalpha() and set(packed[-2:]) & set("CIKMOV"):
        return Checked(value, _("The last two letters of a postcode are never C, I, K, M, O or V."))
    return Checked(value, _("That is not a postcode. Write it like DA6 7AT."))
