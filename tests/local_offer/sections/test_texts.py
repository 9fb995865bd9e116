"""The small set of blocks, and what shipped texts must be: sound, plain, and without a typed number of the law."""

from __future__ import annotations

import re

import pytest

from goldenthread.local_offer.sections import blocks, easy_read
from goldenthread.local_offer.sections.blocks import Find, Heading, Paragraph, Points, Services, Time, Words
from goldenthread.local_offer.sections.glossary import Glossary, shipped
from goldenthread.local_offer.sections.legal_list import REQUIREMENTS
from goldenthread.local_offer.sections.links import Target
from goldenthread.local_offer.sections.pictures import PICTURES, picture
from goldenthread.local_offer.sections.reading import measure, syllables
from goldenthread.local_offer.sections.starting import starting_pages
from goldenthread.local_offer.vocabulary import SECTIONS

PAGES = starting_pages()
SLUGS = {page.slug for page in PAGES}
EXPLAINED = [name for term in shipped() for name in (term.word, *term.also)]


def test_a_text_becomes_its_blocks():
    found, problems = blocks.read(
        "## How\nFirst line\nsecond line with **care** and {time: ehcna.decision_to_assess}.\n\n- one\n- two\n"
        "1. first\n{find: section=health&scope=in | Find it}\n{services: section=advice | 3}"
    )

    assert problems == []
    assert found == [
        Heading("How"),
        Paragraph((
            Words("First line"), Words(" "), Words("second line with "), Words("care", strong=True), Words(" and "),
            Time("ehcna.decision_to_assess"), Words("."),
        )),
        Points(((Words("one"),), (Words("two"),))),
        Points(((Words("first"),),), numbered=True),
        Find("section=health&scope=in", "Find it"),
        Services("section=advice", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a", Target("web", "https://example.org/a")),
        ("page:short-breaks", Target("page", "short-breaks")),
        ("mailto:desk@example.org", Target("mail", "mailto:desk@example.org")),
        ("tel:020 7946 0150", Target("telephone", "tel:02079460150")),
        ("/local-offer/words/#sen", Target("own", "/local-offer/words/#sen")),
    ],
)
def test_a_link_may_lead_to(address, target):
    found, problems = blocks.read(f"[here]({address})")

    assert (found, problems) == ([Paragraph((Words("here", target=target),))], [])


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert%281%29",
        "JaVaScRiPt:alert%281%29",
        "data:text/html;base64,PHN2Zz4",
        "//evil.example.org/",
        "ftp://example.org",
        "https://user:word@example.org/",
        "https://localhost/",
        "/no-such-page/",
        "https://example.org:8443/",
        "vbscript:x",
        "",
    ],  # fmt: skip
)
def test_a_link_may_not_lead_to(address):
    found, problems = blocks.read(f"[here]({address})")

    assert found == [Paragraph((Words("here", target=None),))]
    assert [problem.line for problem in problems] == [1]


@pytest.mark.parametrize(
    "line",
    [
        "{time: ehcna.no_such_limit}",
        "{find: section=nowhere | Find}",
        "{find: colour=red | Find}",
        "{find: section=health}",
        "{services: section=health | 99}",
        "{services: | 3}",
        "{service: not-a-key}",
        "### A small heading first",
        "{time: sen_support.review}",
    ],  # fmt: skip
)
def test_a_slip_is_said_with_its_line(line):
    _found, problems = blocks.read(f"Fine.\n\n{line}")

    assert [problem.line for problem in problems] == [3]


def test_a_page_shows_at_most_ten_lists_of_services():
    _found, problems = blocks.read("\n".join(["{services: section=health | 3}"] * 11))

    assert [problem.line for problem in problems] == [11]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_a_shipped_page_is_sound_plain_and_rests_on_something(page):
    found, problems = blocks.read(page.body)
    said, faults = easy_read.read(page.easy_read)
    reading = measure(blocks.sentences_text(found), EXPLAINED)

    assert problems == faults == []
    assert reading.age <= 11, reading.hard
    assert len(said) >= 5
    assert page.section in SECTIONS.codes()
    assert re.search(r"Act|Regulations|Code of Practice", page.sources)
    assert [slug for slug in blocks.pages_linked(found) if slug not in SLUGS] == []


# A number of days, weeks, months or years belongs to the law's own parameters, where a change of the law changes it.
_TYPED_LIMIT = re.compile(
    r"\b(\d+|two|three|four|five|six|eight|ten|twelve|fifteen|twenty)\s+(working )?(days?|weeks?|months?)\b", re.I
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_a_shipped_page_types_no_time_limit(page):
    assert _TYPED_LIMIT.findall(f"{page.body}\n{page.easy_read}\n{page.summary}") == []


def test_every_page_that_the_legal_list_names_ships():
    named = {slug for row in REQUIREMENTS for slug in row.pages}

    assert named - SLUGS == set()


def test_every_row_that_a_page_must_tell_has_one():
    assert [row.key for row in REQUIREMENTS if not row.pages] == []


def test_easy_read_asks_for_a_picture_and_short_sentences():
    said, problems = easy_read.read("phone: Ring us.\nno-such-picture: Hello.\nhelp: " + "word " * 16)

    assert [one.name for one in said] == ["phone", "", "help"]
    assert [problem.line for problem in problems] == [2, 3]


def test_pictures_are_drawings_and_nothing_else():
    drawn = {name: str(picture(name)) for name in PICTURES}

    assert len(drawn) >= 30
    assert [name for name, svg in drawn.items() if re.search(r"script|style|href|on\w+=|url\(", svg)] == []
    assert str(picture("no-such-picture")) == ""


def test_a_hard_text_is_older_than_a_plain_one_and_its_hardest_sentence_comes_first():
    plain = measure("We help you. You can ring us. Come in and sit down.")
    sentence = "Notwithstanding the aforementioned considerations, applicants are required to demonstrate eligibility."
    hard = measure(f"We help you. {sentence}")

    assert plain.age < 8 < 11 < hard.age
    assert (plain.is_hard, hard.is_hard, hard.hard[0]) == (False, True, sentence)


def test_a_word_that_the_page_explains_counts_as_one_short_word():
    text = "The council must make an EHC needs assessment. You may ask for an EHC needs assessment."

    assert measure(text, ["EHC needs assessment"]).age < measure(text).age


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("help", 1),
        ("council", 2),
        ("education", 4),
        ("made", 1),
        ("little", 2),
        ("wanted", 2),
        ("helped", 1),
        ("special", 2),
    ],
)
def test_syllables_are_counted(word, count):
    assert syllables(word) == count


def test_every_shipped_word_says_what_it_means_plainly_and_where_that_is_from():
    terms = shipped()

    assert len(terms) >= 80
    assert [term.word for term in terms if not term.source or not term.meaning.endswith(".")] == []
    assert measure(" ".join(term.meaning for term in terms), EXPLAINED).age <= 11
    names = [name.casefold() for term in terms for name in (term.word, *term.also)]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_only_the_first_use_of_a_word_is_explained_and_send_is_no_short_form():
    explainer = Glossary(shipped()).explainer()

    first = explainer.pieces("We send you the EHC plan. An EHC plan is long.")
    second = explainer.pieces("EHC plans again, and SEND.")

    assert [piece[1].word for piece in first if isinstance(piece, tuple)] == ["EHC plan"]
    assert [piece[1].word for piece in second if isinstance(piece, tuple)] == ["SEND"]
