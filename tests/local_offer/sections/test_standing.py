"""When a row of the legal list is met, partly met or not met: the one rule, from each side."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goldenthread.local_offer.sections.legal_list import BY_KEY, REQUIREMENTS
from goldenthread.local_offer.sections.standing import Told, ToldDocument, ToldPage, ToldServices, standing_of

TODAY = date(2026, 11, 20)
YEAR_AGO = date(2025, 11, 20)
PAGE = ToldPage("travel", "Travel", date(2026, 6, 1))
OLD_PAGE = ToldPage("travel", "Travel", YEAR_AGO - timedelta(days=1))
DOCUMENT = ToldDocument("Policy", "https://example.org/p", date(2026, 6, 1))


def statuses(**told):
    return standing_of(Told(**told), TODAY).status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({}, "not_met"),
        ({"pages": (PAGE,)}, "met"),
        ({"pages": (ToldPage("travel", "Travel", YEAR_AGO),)}, "met"),
        ({"pages": (OLD_PAGE,)}, "partly"),
        ({"pages": (OLD_PAGE,), "services": ToldServices(3, 1, TODAY)}, "met"),
        ({"pages": (OLD_PAGE,), "services": ToldServices(3, 0, OLD_PAGE.reviewed_on)}, "partly"),
        ({"services": ToldServices(1, 1, TODAY)}, "met"),
        ({"services": ToldServices(5, 0)}, "partly"),
        ({"services": ToldServices(0, 0)}, "not_met"),
        ({"pages": (PAGE,), "services": ToldServices(0, 0)}, "met"),
        ({"pages": (PAGE,), "broken": ("https://example.org/x",)}, "partly"),
        ({"pages": (PAGE,), "missing_pages": ("moving-on",)}, "met"),
        ({"pages": (PAGE,), "wants_document": True}, "partly"),
        ({"pages": (PAGE,), "wants_document": True, "document": DOCUMENT}, "met"),
        ({"wants_document": True, "document": DOCUMENT}, "met"),
        ({"wants_document": True}, "not_met"),
    ],
)
def test_a_row_stands(told, status):
    assert statuses(**told) == status


@pytest.mark.parametrize(
    ("from_on", "until_on", "status"),
    [
        (TODAY, TODAY, "met"),
        (TODAY + timedelta(days=1), None, "not_met"),
        (None, TODAY - timedelta(days=1), "not_met"),
        (None, TODAY, "met"),
    ],
)
def test_a_document_counts_from_its_first_to_its_last_day(from_on, until_on, status):
    document = ToldDocument("Policy", "https://example.org/p", date(2026, 6, 1), from_on, until_on)

    assert statuses(wants_document=True, document=document) == status


def test_a_document_that_nobody_looked_at_for_a_year_is_not_enough():
    document = ToldDocument("Policy", "https://example.org/p", YEAR_AGO - timedelta(days=1))

    assert statuses(wants_document=True, document=document) == "partly"


def test_each_fault_is_said_in_words_with_what_to_do():
    standing = standing_of(Told(pages=(OLD_PAGE,), wants_document=True, broken=("https://example.org/x",)), TODAY)

    assert standing.reasons == (
        "The document itself is not linked.",
        "Nothing that tells it was reviewed in the last twelve months.",
        "1 linked address is broken.",
    )
    assert standing.next_steps == (
        "Add the document with its address and days.",
        "Read the page again and say that it is right, or check a service.",
        "Mend the address, or take the link out.",
    )


def test_a_row_that_is_met_says_by_what_and_what_could_still_be_better():
    told = Told(pages=(PAGE,), missing_pages=("moving-on",), services=ToldServices(0, 0))

    standing = standing_of(told, TODAY)

    assert standing.reasons == ("Told by a page, reviewed within twelve months, and no link is broken.",)
    assert standing.next_steps == (
        "Publish the page “moving-on”.",
        "No service is listed for it yet: bring services in, or write an entry.",
    )
    assert standing.reviewed_on == PAGE.reviewed_on


# The table of section 2, as it stands: key, paragraph of Schedule 2 ("" where its number is not confirmed), certainty.
TABLE = """
C01 1 A / C02 2 A / C03 3(a) A / C04 3(b) A / C05 3(c) A / C06 3(d) A / C07 4 B / C08 5(a) to (j) A / C09  B / C10  B
C11  B / C12  B / C13  B / C14  B / C15  B / C16  B / C17  B / C18  B / C19 15 A / C20 17 (complaints) A / B
C21  B / C22  B / C23 Code 4.30 B / C24 Code chapter 4 B
"""


def test_the_list_has_its_24_rows_and_claims_no_paragraph_that_is_not_confirmed():
    flat = TABLE.replace(" A / B\n", " A|B / ").replace("\n", " / ").split(" / ")
    wanted = {row[:3]: row[4:].rsplit(" ", 1) for row in (one.strip() for one in flat) if row}

    assert list(BY_KEY) == [f"C{number:02d}" for number in range(1, 25)]
    assert {row.key: [row.paragraph, row.certainty.replace(" / ", "|")] for row in REQUIREMENTS} == {
        key: [parts[0].strip(), parts[-1]] for key, parts in wanted.items()
    }
    assert [row.key for row in REQUIREMENTS if not row.paragraph and "paragraph" in str(row.law)] == []


def test_the_sentence_counts_only_what_is_fresh_and_sound_and_says_what_is_not():
    told = Told(
        pages=(PAGE, ToldPage("old", "Old", date(2020, 5, 1))), services=ToldServices(300, 2, TODAY),
        document=ToldDocument("Policy", "https://example.org/p", date(2020, 5, 1)),
    )  # fmt: skip

    assert standing_of(told, TODAY).reasons == (
        "Told by a page and 2 live services, reviewed within twelve months, and no link is broken.",
        "Not counted, because it was reviewed longer ago: a page and a document.",
        "Not counted: 298 live services that were checked longer ago or never, or have a broken address.",
    )


def test_services_that_nobody_checked_are_not_said_to_be_reviewed():
    assert standing_of(Told(pages=(PAGE,), services=ToldServices(1, 0)), TODAY).reasons == (
        "Told by a page, reviewed within twelve months, and no link is broken.",
        "Not counted: 1 live service that was checked longer ago or never, or has a broken address.",
    )


def test_what_stands_in_the_code_alone_is_guidance():
    assert [one.key for one in REQUIREMENTS if one.is_guidance] == ["C23", "C24"]
