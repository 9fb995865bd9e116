"""What might tell who somebody is, and what does not: a table anybody can read and add to."""

from __future__ import annotations

import time

import pytest

from goldenthread.local_offer.comments.names import Found, possible_names

AREA = frozenset({"larkmere"})
FOUND = [
    ("Mrs Lane was kind to us.", [("title", "Mrs Lane")]),
    ("We saw dr Okafor Reid there.", [("title", "dr Okafor Reid")]),
    ("My son Kofi waits.", [("name", "Kofi")]),
    ("She is called Amara.", [("name", "Amara")]),
    ("Kofi loves the club.", [("name", "Kofi")]),
    ("At Hollow Oak Primary nobody knew.", [("name", "Hollow Oak Primary")]),
    ("And then KOFI MENSAH was sent home.", [("name", "KOFI MENSAH")]),
    ("Ring me on 07700 900123.", [("phone", "07700 900123")]),
    ("Ring me on (020) 7946-0123.", [("phone", "(020) 7946-0123")]),
    ("Ring +44 7700 900123.", [("phone", "+44 7700 900123")]),
    ("Write to me: sam.b@example.org please.", [("email", "sam.b@example.org")]),
    ("He was born on 3/4/2018.", [("date", "3/4/2018")]),
    ("He was born on 3rd of April 2018.", [("date", "3rd of April 2018")]),
    ("Born 2018-04-03.", [("date", "2018-04-03")]),
    ("We live in qx4 1ab.", [("postcode", "qx4 1ab")]),
    ("The school moved K.M. to another class.", [("initials", "K.M.")]),
    ("The academy sent JB home.", [("initials", "JB")]),
]
NOT_FOUND = [
    "There is nothing about swimming on Saturdays. We looked in May and in August.",
    "I could not read the EHCP page. I'd like Easy Read and BSL, and so would the SENCO at school.",
    "Larkmere has no club for us. It is 12 miles to the next one and costs £45.50.",
    "My daughter can't use the site on her phone. She is 15 and uses a wheelchair.",
    "WHY is there no lift? Please say so on the page.",
    "The bus, 8.30 to 9.15, was late 14 times since September.",
    "We were at the parents' evening on Monday. Everyone said the same about CAMHS.",
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_what_might_tell_who_somebody_is_is_found(text, found):
    assert possible_names(text, AREA) == [Found(kind, words) for kind, words in found]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_ordinary_words_of_families_do_not_stop_publishing(text):
    assert possible_names(text, AREA) == []


def test_the_same_words_are_found_once_and_in_the_order_of_kinds():
    text = "Ring 07700 900123 or Mrs Lane. Mrs Lane knows 07700 900123."

    assert possible_names(text) == [Found("title", "Mrs Lane"), Found("phone", "07700 900123")]


def test_a_long_text_is_read_in_a_moment():
    begun = time.process_time()
    possible_names("Aa " * 3000 + "1 " * 2000 + "." * 3000)

    assert time.process_time() - begun < 2
