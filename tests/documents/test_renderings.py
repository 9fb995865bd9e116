"""What is true of the page, the PDF, the Word file and the bare words alike."""

from dataclasses import replace

import pytest
from lxml import html

from goldenthread.documents import page, pdf, plain, word, wording
from goldenthread.documents.blocks import Facts, Heading, Image, List, Note, Paragraph, Quote, Table
from tests.documents.reading import page_text, pdf_text, squeezed, word_text
from tests.documents.samples import LETTER, OTHER_ALPHABETS, TREACHEROUS, saying, saying_everywhere


def read_page(document):
    return page_text(page.render(document))


def read_pdf(document):
    return pdf_text(pdf.render(document))


def read_word(document):
    return word_text(word.render(document))


READINGS = {"page": read_page, "pdf": read_pdf, "word": read_word, "plain": plain.render}
every_rendering = pytest.mark.parametrize("read", READINGS.values(), ids=READINGS)


def expected_words(document):
    """Every piece of text a reader must get, in order, written down from the model alone."""
    yield from document.sender + document.address
    yield from (part for fact in wording.opening_facts(document) for part in (fact.label, fact.value))
    yield document.title
    for block in document.blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph():
                yield from (run.text for run in block.runs)
            case List():
                yield from (run.text for point in block.points for run in point)
            case Table():
                yield block.caption
                yield from (cell for row in block.rows for cell in row)
            case Facts():
                yield from (part for fact in block.facts for part in (fact.label, fact.value))
            case Quote():
                yield from block.text.split("\n")
                yield wording.said_line(block)
            case Image():
                yield block.caption
            case Note():
                yield wording.note_title(block)
                yield from (run.text for run in block.runs)


@every_rendering
def test_every_word_of_the_document_is_there_in_order(read):
    text = squeezed(read(LETTER))

    place = 0
    for words in expected_words(LETTER):
        found = text.find(squeezed(words), place)
        assert found >= 0, f"{words!r} is missing or out of order"
        place = found + len(squeezed(words))


def test_page_and_word_file_say_exactly_the_same():
    described = "[A yellow sun above a green house]"
    document = replace(LETTER, blocks=tuple(b for b in LETTER.blocks if not isinstance(b, Image)))

    on_page = squeezed(read_page(document)).replace("!Important", "Important")
    in_word = squeezed(read_word(document))

    assert on_page.removesuffix(squeezed(wording.copy_line(document))) == in_word
    assert squeezed(described) in squeezed(read_page(LETTER))


@every_rendering
@pytest.mark.parametrize("words", TREACHEROUS)
def test_words_that_look_like_orders_stay_words(read, words):
    text = squeezed(read(saying_everywhere(words)))

    assert text.count(squeezed(words)) >= 23


@every_rendering
@pytest.mark.parametrize("words", OTHER_ALPHABETS)
def test_other_alphabets_and_emoji_stay_text(read, words):
    text = squeezed(read(saying("before", words, "after")))

    assert squeezed(words) in text


@every_rendering
def test_sign_that_turns_the_reading_direction_is_gone(read):
    assert "\u202e" not in read(saying("invoice\u202egpj.exe"))


@pytest.mark.parametrize("words", [*TREACHEROUS, '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)"])
def test_page_holds_no_markup_but_its_own(words):
    document = saying_everywhere(words)

    attacked = html.fragment_fromstring(page.render(document, image_address=lambda image: words))
    harmless = html.fragment_fromstring(page.render(saying_everywhere("words"), image_address=lambda image: "words"))

    assert [(element.tag, sorted(element.attrib)) for element in attacked.iter()] == [
        (element.tag, sorted(element.attrib)) for element in harmless.iter()
    ]
    assert {element.get("style") for element in attacked.iter()} == {None}


def test_page_shows_a_picture_only_through_a_checked_address():
    shown = page.render(LETTER, image_address=lambda image: f"/pictures/{len(image.data)}?a=1&b=2")
    described = page.render(LETTER)

    assert 'alt="A yellow sun above a green house"' in shown
    assert "?a=1&amp;b=2" in shown
    assert "<img" not in described
    assert "data:" not in described


def test_headings_move_down_inside_another_page():
    rendered = page.render(LETTER, title_level=2)

    assert "<h1" not in rendered
    assert '<h3 class="govuk-heading-m">What Amara told us</h3>' in rendered


def test_arabic_letter_runs_from_right_to_left_on_the_page():
    assert 'lang="ar" dir="rtl"' in page.render(replace(saying("مرحبا"), language="ar"))


def test_english_date_in_an_arabic_letter_is_set_apart():
    document = replace(saying("مرحبا"), language="ar")

    assert '<dd class="govuk-summary-list__value" dir="auto">21 November 2026</dd>' in page.render(document)
    assert pdf.as_data(document, pdf.PrintSize.STANDARD)["opening"][0]["value"] == "\u206821 November 2026\u2069"
    assert "\u206821 November 2026\u2069" in read_word(document)
    assert "\u2068" not in read_word(LETTER)
