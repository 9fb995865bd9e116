"""Our tags make the library's own markup, so that its style sheet, script and years of testing apply."""

from __future__ import annotations

import pytest

from goldenthread.design_system.components import Column, Table
from tests.design_system.markup import fixture, lines, replaced

MONTHS = [["January", "£85", "£95"], ["February", "£75", "£55"], ["March", "£165", "£125"]]
RATES = [
    Column("Month you apply"),
    Column("Rate for bicycles", numeric=True),
    Column("Rate for vehicles", numeric=True),
]
SECTIONS = [
    {"text": "Home", "href": "/"},
    {"text": "Section", "href": "/section"},
    {"text": "Sub-section", "href": "/section/sub-section"},
    {"text": "Sub Sub-section", "href": "/section/sub-section/sub-sub-section"},
]
ABROAD = [
    {"text": "Home", "href": "/"},
    {"text": "Passports, travel and living abroad", "href": "/browse/abroad"},
    {"text": "Travel abroad"},
]
PROBLEMS = [
    {"text": "The date your passport was issued must be in the past", "href": "#example-error-1"},
    {"text": "Enter a postcode, like AA1 1AA", "href": "#example-error-2"},
]
BORN = [
    {"key": "Name", "value": "Firstname Lastname"},
    {"key": "Date of birth", "value": "13/08/1980"},
]

SAME = [
    ("back-link", "default", '{% back_link "#" %}', {}),
    ("back-link", "with custom text and link", '{% back_link "/home" "Back to home" %}', {}),
    ("breadcrumbs", "default", "{% breadcrumbs trail %}", {"trail": SECTIONS}),
    ("breadcrumbs", "with last breadcrumb as current page", "{% breadcrumbs trail %}", {"trail": ABROAD}),
    ("button", "default", '{% button "Save and continue" %}', {}),
    ("button", "secondary", '{% button "Secondary button" kind="secondary" name="secondary" %}', {}),
    ("button", "warning", '{% button "Warning button" kind="warning" name="Warning" %}', {}),
    ("button", "link", '{% button "Link button" "/" %}', {}),
    ("button", "start link", '{% button "Start now link button" "/" kind="start" %}', {}),
    ("button", "disabled", '{% button "Disabled button" disabled=True %}', {}),
    ("button", "prevent double click", '{% button "Submit" once=True %}', {}),
    ("error-summary", "default", "{% error_summary errors %}", {"errors": PROBLEMS}),
    (
        "error-summary",
        "without links",
        "{% error_summary errors %}",
        {"errors": [{"text": "Invalid username or password"}]},
    ),
    (
        "error-summary",
        "with description only",
        '{% error_summary errors description="The file couldn\'t be loaded. Try again later." %}',
        {"errors": []},
    ),
    (
        "inset-text",
        "default",
        "{% inset %}It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the "
        "application.{% endinset %}",
        {},
    ),
    ("fieldset", "default", '{% fieldset "What is your address?" %}{% endfieldset %}', {}),
    (
        "fieldset",
        "as page heading l",
        '{% fieldset "What is your address?" page_heading=True %}{% endfieldset %}',
        {},
    ),
    ("tag", "default", '{% tag "Alpha" "" %}', {}),
    ("tag", "grey", '{% tag "Grey" %}', {}),
    ("tag", "green", '{% tag "Green" "green" %}', {}),
    (
        "warning-text",
        "default",
        "{% warning text %}",
        {"text": "You can be fined up to £5,000 if you don’t register."},
    ),
    (
        "summary-list",
        "as a summary card with a text header",
        '{% summary_list rows card_title="Undergraduate teaching assistant" %}',
        {"rows": BORN},
    ),
]


@pytest.mark.parametrize(("component", "name", "source", "context"), SAME, ids=lambda value: str(value)[:40])
def test_a_tag_makes_the_librarys_markup(rendered, component, name, source, context):
    made = rendered(source, **context)

    assert lines(made) == fixture(component, name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("default", Table("", [], MONTHS, row_headers=False, phone="scroll")),
        ("with firstCellIsHeader true", Table("", [], MONTHS, phone="scroll")),
        ("with head and caption", Table("Caption 1: Months and rates", RATES, MONTHS, phone="scroll")),
    ],
)
def test_a_table_is_the_librarys_table_inside_a_frame(rendered, name, shown):
    made = lines(rendered("{% table shown %}", shown=shown))

    expected = fixture("table", name)
    if not shown.columns:  # without columns nothing says which cells are numbers
        expected = [line.replace(" govuk-table__cell--numeric", "") for line in expected]
    assert [line[2:] for line in made[1:]] == expected


def test_details_closed_and_open(rendered):
    closed = rendered('{% details "Help with nationality" %}{{ text }}{% enddetails %}', text=NATIONALITY)
    opened = rendered(
        '{% details "Help with nationality" open=True id="help-with-nationality" %}{{ text }}{% enddetails %}',
        text=NATIONALITY,
    )

    assert lines(closed) == fixture("details", "default")
    assert lines(opened) == fixture("details", "expanded")


NATIONALITY = (
    "We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t "
    "provide your nationality, you’ll have to send copies of identity documents through the post."
)


@pytest.mark.parametrize(
    ("name", "kind", "heading"),
    [
        ("default", "information", "This publication was withdrawn on 7 March 2014."),
        ("with type as success", "success", "Email sent to example@email.com"),
    ],
)
def test_a_notification_differs_only_in_an_id_of_its_own(rendered, name, kind, heading):
    source = "{% notification_banner heading=heading kind=kind %}{% endnotification_banner %}"

    made = rendered(source, heading=heading, kind=kind)

    own_id = made.split('aria-labelledby="')[1].split('"')[0]
    assert lines(made) == replaced("notification-banner", name, {"govuk-notification-banner-title": own_id})


def test_two_notifications_on_a_page_have_different_ids(rendered):
    source = '{% notification_banner heading="One" %}{% endnotification_banner %}'

    assert rendered(source) != rendered(source.replace("One", "Two")).replace("Two", "One")


def test_newer_and_older_are_the_librarys_previous_and_next(rendered):
    made = rendered('{% pagination "/previous" "/next" newer_text="Previous" older_text="Next" %}')

    assert lines(made) == fixture("pagination", "with prev and next only")


def test_one_page_has_no_way_on(rendered):
    assert rendered("{% pagination %}") == ""


def test_a_row_of_links_marks_the_open_page_and_repeats_every_link_in_its_menu(rendered):
    links = [{"text": "Plan", "href": "/plan", "current": True}, {"text": "Letters", "href": "/letters", "count": 3}]
    made = rendered('{% row_links links "More" "pages" %}', links=[*links, {"text": "Help", "href": "/help"}])
    row, menu = made.split("</ul>", 1)

    assert (
        '<li class="gt-row__here"><a class="gt-navigation__link" href="/plan" aria-current="page">Plan</a></li>' in row
    )
    assert '<li class="gt-row__here"><a href="/plan" aria-current="page">Plan</a></li>' in menu
    assert [part.count('<span class="gt-count">3</span>') for part in (row, menu)] == [1, 1]
    assert 'More<span class="govuk-visually-hidden">, pages</span>' in menu
    assert "<details" not in rendered('{% row_links links "More" "pages" %}', links=links)


def test_a_summary_row_with_actions(rendered):
    rows = [
        {
            "key": "Name",
            "value": "Firstname Lastname",
            "actions": [
                {"text": "Edit", "href": "#", "hidden": "name"},
                {"text": "Delete", "href": "#", "hidden": "name"},
            ],
        },
        {
            "key": "Date of birth",
            "value": "13/08/1980",
            "actions": [{"text": "Change", "href": "#", "hidden": "date of birth"}],
        },
    ]

    made = lines(rendered("{% summary_list rows %}", rows=rows))

    assert made == fixture("summary-list", "with actions")[: len(made)]


def test_sorted_columns_say_so_and_lead_on(rendered):
    shown = Table(
        "Register",
        [Column("Child", sort_href="?sort=child", sorted="ascending"), Column("Year", hidden=True)],
        [["A", 4]],
    )

    made = lines(rendered("{% table shown %}", shown=shown))

    headings = [line.strip() for line in made if "<th aria-sort" in line or "visually-hidden" in line or "<a " in line]
    assert headings == [
        "<th aria-sort=ascending class=govuk-table__header scope=col>",
        "<a class=gt-table__sort href=?sort=child>",
        "<span class=govuk-visually-hidden>",
        "<span class=govuk-visually-hidden>",
    ]
