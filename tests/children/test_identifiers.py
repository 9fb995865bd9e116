"""Every worked example of the identifiers' rules, and what people are told when a number is wrong."""

from __future__ import annotations

import pytest

from goldenthread.children.identifiers import (
    as_people_write_it,
    check_la_code,
    check_laestab,
    check_nhs_number,
    check_postcode,
    check_ukprn,
    check_uln,
    check_upn,
    check_urn,
    is_temporary_upn,
    upn_check_letter,
)
from goldenthread.organisations.la_codes import authority_with_code

RIGHT = [
    (check_upn, "M303999925001"),
    (check_upn, "B303999925002"),
    (check_upn, "L886999924117"),
    (check_upn, "M202999926500"),
    (check_upn, "L30399992512A"),
    (check_upn, "B20299992601Z"),
    (check_uln, "9990000017"),
    (check_uln, "9990000025"),
    (check_uln, "9990000033"),
    (check_uln, "9990000041"),
    (check_uln, "9990000068"),
    (check_uln, "9990000076"),
    (check_nhs_number, "9990000018"),
    (check_nhs_number, "9990000026"),
    (check_nhs_number, "9990000034"),
    (check_nhs_number, "9990000042"),
    (check_nhs_number, "9990000050"),
    (check_nhs_number, "9990000069"),
    (check_urn, "999901"),
    (check_urn, "999906"),
    (check_ukprn, "10099999"),
    (check_ukprn, "10099994"),
    (check_la_code, "303"),
    (check_la_code, "886"),
    (check_la_code, "202"),
    (check_la_code, "941"),
    (check_la_code, "942"),
    (check_la_code, "839"),
    (check_laestab, "3034001"),
    (check_postcode, "DA6 7AT"),
    (check_postcode, "DA16 3LT"),
    (check_postcode, "SE9 1AA"),
    (check_postcode, "EC1A 1BB"),
    (check_postcode, "W1A 0AX"),
    (check_postcode, "M1 1AE"),
    (check_postcode, "QX1 4AB"),
    (check_postcode, "GIR 0AA"),
]

WRONG = [
    (check_upn, "A303999925001", "The first letter does not fit the rest: it should be M. Look for a slip."),
    (check_upn, "M303999925010", "The first letter does not fit the rest: it should be L. Look for a slip."),
    (check_upn, "I303999925001", "A UPN starts with a letter, and never with I, O or S."),
    (check_upn, "M30399992500", "A UPN has 13 characters; this has 12."),
    (check_upn, "M3039999A5001", "Only the first and the last character of a UPN can be a letter."),
    (check_upn, "L30399992512O", "A UPN ends with a digit or, when it is temporary, a letter other than I, O and S."),
    (check_uln, "9990000018", "The last digit does not fit the rest: it should be 7. Look for a slip."),
    (check_uln, "0990000017", "A ULN never starts with 0."),
    (check_uln, "999000001", "A ULN has 10 characters; this has 9."),
    (check_uln, "9999999999", "9999999999 stands for a ULN that is not known: leave it empty."),
    (check_uln, "99900000A7", "A ULN has digits only."),
    (check_uln, "9990000050", "No ULN has these first nine digits. Look for a slip."),
    (check_nhs_number, "9990000017", "The last digit does not fit the rest: it should be 8. Look for a slip."),
    (check_nhs_number, "9990000180", "The last digit does not fit the rest: it should be 2. Look for a slip."),
    (check_nhs_number, "999000001", "An NHS number has 10 characters; this has 9."),
    (check_nhs_number, "99900000188", "An NHS number has 10 characters; this has 11."),
    (check_nhs_number, "999000001X", "An NHS number has digits only."),
    *(
        (check_nhs_number, f"999000028{last}", "No NHS number has these first nine digits. Look for a slip.")
        for last in range(10)
    ),
    (check_urn, "99990", "A URN has 6 characters; this has 5."),
    (check_urn, "9999012", "A URN has 6 digits. 7 digits are a DfE number (LA and establishment), or a typing slip."),
    (check_urn, "99990A", "A URN has digits only."),
    (check_urn, "3034001", "A URN has 6 digits. 7 digits are a DfE number (LA and establishment), or a typing slip."),
    (check_urn, "10099999", "A URN has 6 digits. 8 digits are a UKPRN."),
    (check_urn, "000000", "000000 is never given as a URN."),
    (check_ukprn, "20099999", "A UKPRN starts with 1."),
    (check_ukprn, "1009999", "A UKPRN has 8 characters; this has 7."),
    (check_ukprn, "100999990", "A UKPRN has 8 characters; this has 9."),
    (check_ukprn, "1009999X", "A UKPRN has digits only."),
    (check_ukprn, "999901", "A UKPRN has 8 digits. 6 digits are a URN."),
    (check_ukprn, "00099999", "A UKPRN starts with 1."),
    (check_la_code, "30", "The code of an authority has 3 characters; this has 2."),
    (check_la_code, "3030", "The code of an authority has 3 characters; this has 4."),
    (check_la_code, "E09000004", "That is a GSS code. The code of an authority has 3 digits, such as 303."),
    (check_postcode, "DA6 7A", "That is not a postcode. Write it like DA6 7AT."),
    (check_postcode, "DA67ATT", "That is not a postcode. Write it like DA6 7AT."),
    (check_postcode, "6DA 7AT", "That is not a postcode. Write it like DA6 7AT."),
    (check_postcode, "DA6 7CT", "The last two letters of a postcode are never C, I, K, M, O or V."),
    (check_postcode, "D 6AT", "That is not a postcode. Write it like DA6 7AT."),
    (check_postcode, "DA6-7AT", "That is not a postcode. Write it like DA6 7AT."),
    (check_postcode, "ZZ99 3CZ", "A postcode from ZZ99 stands for no fixed abode or overseas: leave it empty."),
]

TO_BE_ASKED_ABOUT = [
    (check_upn, "F999999925001", "No authority is known by the code 999. Look at the number again."),
    (check_la_code, "000", "No authority is known by the code 000. Look at the number again."),
    (check_la_code, "999", "No authority is known by the code 999. Look at the number again."),
    (check_la_code, "928", "928 (Northamptonshire) ended in 2021: use it for the past only."),
]


@pytest.mark.parametrize(("check", "number"), RIGHT)
def test_a_right_number_passes_as_it_is(check, number):
    found = check(number)

    assert (found.value, found.fault, found.query) == (number, "", "")


@pytest.mark.parametrize(("check", "number", "sentence"), WRONG)
def test_a_wrong_number_is_told_what_is_wrong_with_it(check, number, sentence):
    found = check(number)

    assert (found.fault, found.query) == (sentence, "")


@pytest.mark.parametrize(("check", "number", "sentence"), TO_BE_ASKED_ABOUT)
def test_a_doubtful_number_is_asked_about_and_not_refused(check, number, sentence):
    found = check(number)

    assert (found.fault, found.query) == ("", sentence)


@pytest.mark.parametrize("code", ["835", "836", "837", "928", "909", "838", "839", "940", "941", "942", "943"])
def test_a_upn_keeps_the_authority_that_gave_it_however_old_or_new(code):
    rest = f"{code}999925001"

    found = check_upn(upn_check_letter(rest) + rest)

    assert found.is_right


@pytest.mark.parametrize(
    ("check", "typed", "kept"),
    [
        (check_upn, " m303 9999 25001 ", "M303999925001"),
        (check_nhs_number, "999 000 0018", "9990000018"),
        (check_nhs_number, "999-000-0018", "9990000018"),
        (check_uln, "9990 0000 17", "9990000017"),
        (check_laestab, "303/4001", "3034001"),
        (check_postcode, "da67at", "DA6 7AT"),
        (check_postcode, "  ec1a  1bb", "EC1A 1BB"),
    ],
)
def test_spaces_and_small_letters_are_put_in_order_before_checking(check, typed, kept):
    found = check(typed)

    assert (found.value, found.is_right) == (kept, True)


def test_digits_of_other_scripts_are_not_digits_here():
    found = check_uln("٩٩٩٠٠٠٠٠١٧")

    assert found.fault == "A ULN has digits only."


def test_the_code_of_the_invented_area_is_known_only_while_the_demo_is_on(settings):
    settings.DEMO_DOOR = True
    known = authority_with_code("399")
    settings.DEMO_DOOR = False

    assert known is not None
    assert authority_with_code("399") is None


def test_a_temporary_upn_ends_with_a_letter():
    assert [is_temporary_upn(upn) for upn in ("L30399992512A", "M303999925001")] == [True, False]


def test_a_uln_is_never_also_an_nhs_number():
    stem = range(999000001, 999000301)
    both = [
        f"{nine}{last}"
        for nine in stem
        for last in range(10)
        if check_uln(f"{nine}{last}").is_right and check_nhs_number(f"{nine}{last}").is_right
    ]

    assert both == []


def test_an_nhs_number_is_shown_as_it_is_read_aloud():
    assert as_people_write_it("nhs", "9990000018") == "999 000 0018"
