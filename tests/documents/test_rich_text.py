import pytest
from lxml import html

from goldenthread.documents.rich_text import rendered


def test_lists_bold_and_links_are_shown_in_the_design_systems_classes():
    shown = rendered("# Next\n\n**Ring** [us](https://example.org/help)\n\n- one\n- two\n\n1. first")

    assert shown.replace("\n", "") == (
        '<h3 class="govuk-heading-s">Next</h3>'
        '<p class="govuk-body"><strong>Ring</strong> '
        '<a href="https://example.org/help" class="govuk-link" rel="noopener noreferrer nofollow">us</a></p>'
        '<ul class="govuk-list govuk-list--bullet"><li>one</li><li>two</li></ul>'
        '<ol class="govuk-list govuk-list--number"><li>first</li></ol>'
    )


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://tracker.example/pixel.png)",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        "[x]( java\nscript:alert(1))",
        '<a href="x" onclick="alert(1)">x</a>',
        "<style>p{display:none}</style>",
        "<iframe src=https://x></iframe>",
        "[x]: javascript:alert(1)\n\n[x]",
        '[x](https://ok.example "\\" onmouseover=\\"alert(1)")',
        "```\n<script>1</script>\n```",
        "<p class=govuk-button style=color:red>x</p>",
    ],
)
def test_note_cannot_hold_anything_but_words(attack):
    page = html.fragment_fromstring(rendered(attack), create_parent="div")

    found = {element.tag for element in page.iterdescendants()}
    attributes = {name for element in page.iterdescendants() for name in element.attrib}
    targets = {element.get("href") for element in page.iter("a")}
    assert found <= {"p", "br", "a", "code"}
    assert attributes <= {"class", "href", "rel"}
    # A picture has become a link: it is fetched only by somebody who clicks.
    assert targets <= {"https://ok.example", "https://tracker.example/pixel.png"}


def test_html_is_shown_as_the_words_that_were_typed():
    assert rendered("2 < 3 & <b>x</b>") == '<p class="govuk-body">2 &lt; 3 &amp; &lt;b&gt;x&lt;/b&gt;</p>\n'


def test_line_end_in_a_note_stays_a_line_end():
    assert rendered("one\ntwo") == '<p class="govuk-body">one<br>\ntwo</p>\n'


def test_empty_note_is_nothing():
    assert rendered("") == ""


def test_picture_in_a_note_is_a_link_that_waits_to_be_clicked():
    assert ">plan</a>" in rendered("![plan](https://example.org/plan.png)")
