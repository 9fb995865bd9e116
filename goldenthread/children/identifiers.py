"""Numbers by which other systems know a child: UPN, ULN and NHS number, put in order and checked.

Each check gives the number as it is kept, and a sentence when something is wrong. Numbers of settings, codes of
authorities and postcodes are checked in `organisations.identifiers` and can be had from here too.
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.organisations.identifiers import (
    Checked,
    check_la_code,
    check_laestab,
    check_postcode,
    check_ukprn,
    check_urn,
    in_order,
    only_digits,
    unknown_authority,
    wrong_length,
)
from goldenthread.organisations.la_codes import authority_with_code

from .models import Scheme

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # I, O and S are never used
NO_UPN_YET = {
    "UN1": gettext_lazy("Under 6 years old and not yet given a UPN"),
    "UN2": gettext_lazy("Never in a state-funded school in England and not given a UPN"),
    "UN3": gettext_lazy("Educated outside England and not given a UPN"),
    "UN5": gettext_lazy("Sources disagree about the name or date of birth, so no UPN can be matched"),
    "UN8": gettext_lazy("New to the authority; the UPN or ULN is not yet known"),
    "UN9": gettext_lazy("Never in a state-funded school or college in England and given neither UPN nor ULN"),
    "UN10": gettext_lazy("A request for assessment went no further before the UPN or ULN was known"),
}


def check_upn(text: str) -> Checked:
    """A unique pupil number: check letter, authority, school, year, then three digits, or two and a letter (temporary).

    An authority that no list of ours knows is a query and no fault: a UPN keeps the code of the one that gave it.
    """
    value = in_order(text)
    fault = _upn_fault(value)
    if fault or authority_with_code(value[1:4]) is not None:
        return Checked(value, fault)
    return Checked(value, query=unknown_authority(value[1:4]))


def _upn_fault(value: str) -> str:
    if len(value) != 13:
        return wrong_length(value, 13, _("A UPN"))
    if value[0] not in UPN_LETTERS:
        return _("A UPN starts with a letter, and never with I, O or S.")
    if not only_digits(value[1:12]):
        return _("Only the first and the last character of a UPN can be a letter.")
    if not (only_digits(value[12]) or value[12] in UPN_LETTERS):
        return _("A UPN ends with a digit or, when it is temporary, a letter other than I, O and S.")
    wanted = upn_check_letter(value[1:])
    if value[0] != wanted:
        return _("The first letter does not fit the rest: it should be %(letter)s. Look for a slip.") % {
            "letter": wanted
        }
    return ""


def upn_check_letter(rest: str) -> str:
    """The letter that belongs before these twelve characters: weights 2 to 13, remainder by 23."""
    values = (int(each) if each.isdigit() else UPN_LETTERS.index(each) for each in rest)
    return UPN_LETTERS[sum(weight * value for weight, value in enumerate(values, start=2)) % 23]


def is_temporary_upn(value: str) -> bool:
    """Whether a checked UPN was given for the time being, until the permanent one is known."""
    return value[-1:].isalpha()


def _digits_fault(value: str, name: str) -> str:
    if len(value) != 10:
        return wrong_length(value, 10, name)
    return "" if only_digits(value) else _("%(name)s has digits only.") % {"name": name}


def _sum_of_nine(value: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), value[:9], strict=True))


def check_uln(text: str) -> Checked:
    """A unique learner number: ten digits, not from 0; the check digit is 10 less the remainder by 11."""
    value = in_order(text)
    return Checked(value, _digits_fault(value, _("A ULN")) or _uln_fault(value))


def _uln_fault(value: str) -> str:
    if value.startswith("0"):
        return _("A ULN never starts with 0.")
    if value == "9999999999":
        return _("9999999999 stands for a ULN that is not known: leave it empty.")
    remainder = _sum_of_nine(value) % 11
    if remainder == 0:
        return _("No ULN has these first nine digits. Look for a slip.")
    return "" if int(value[9]) == 10 - remainder else _wrong_last(10 - remainder)


def check_nhs_number(text: str) -> Checked:
    """An NHS number: ten digits; the last is 11 less the remainder by 11 (11 counts as 0, 10 never occurs)."""
    value = in_order(text).replace("-", "")
    return Checked(value, _digits_fault(value, _("An NHS number")) or _nhs_fault(value))


def _nhs_fault(value: str) -> str:
    check = 11 - _sum_of_nine(value) % 11
    if check == 10:
        return _("No NHS number has these first nine digits. Look for a slip.")
    return "" if int(value[9]) == check % 11 else _wrong_last(check % 11)


def _wrong_last(wanted: int) -> str:
    return _("The last digit does not fit the rest: it should be %(digit)s. Look for a slip.") % {"digit": wanted}


CHECKS: dict[str, Callable[[str], Checked]] = {
    Scheme.UPN: check_upn,
    Scheme.FORMER_UPN: check_upn,
    Scheme.ULN: check_uln,
    Scheme.NHS: check_nhs_number,
}


def as_people_write_it(scheme: str, value: str) -> str:
    """The number with the spaces it is read aloud with: an NHS number as 999 000 0018."""
    return f"{value[:3]} {value[3:6]} {value[6:]}" if scheme == Scheme.NHS else value


__all__ = [
    "CHECKS",
    "Checked",
    "as_people_write_it",
    "check_la_code",
    "check_laestab",
    "check_nhs_number",
    "check_postcode",
    "check_ukprn",
    "check_uln",
    "check_upn",
    "check_urn",
    "in_order",
    "is_temporary_upn",
]
