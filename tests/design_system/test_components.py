"""What our own components say and how: states, progress, the thread, doses, dates, what happens next."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from goldenthread.design_system.components import Cell, Column, DoseLine, JoinedPart, NextStep, Table, ThreadEntry
from goldenthread.design_system.components.provision import dose_facts
from goldenthread.design_system.components.states import progress_words
from tests.design_system.markup import lines


def words(html: str) -> list[str]:
    """Only what is read, in order."""
    return [line.strip() for line in lines(html) if not line.strip().startswith("<")]


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("met", "Met"),
        ("due", "Due"),
        ("late", "Late"),
        ("excused", "Lawfully excused"),
        ("waiting", "Waiting"),
    ],
)
def test_a_state_has_word_shape_and_colour(rendered, kind, word):
    made = rendered(f'{{% state "{kind}" %}}')

    assert words(made) == [word]
    assert f'class="gt-state gt-state--{kind}"' in made
    assert made.count('<svg class="gt-state__shape" viewBox="0 0 16 16" aria-hidden="true"') == 1


def test_no_two_states_share_a_shape():
    from goldenthread.design_system.components.shapes import ENTRIES, STATES, STEPS

    for shapes in (STATES, ENTRIES, STEPS):
        assert len(set(shapes.values())) == len(shapes)


def test_an_unknown_state_names_the_ones_there_are(rendered):
    with pytest.raises(ValueError, match="A state must be one of met, due, late, excused, waiting, not 'early'"):
        rendered('{% state "early" %}')


@pytest.mark.parametrize(
    ("delivered", "planned", "unit", "said"),
    [
        (2, 3, "sessions", "2 of 3 sessions done"),
        (2.5, 3, "", "2.5 of 3 done"),
        (4, 3, "sessions", "4 of 3 sessions done"),
        (0, 0, "sessions", "None planned"),
    ],
)
def test_progress_is_said_in_numbers(delivered, planned, unit, said):
    assert progress_words(delivered, planned, unit) == said


@pytest.mark.parametrize(
    ("delivered", "planned", "planned_pieces", "delivered_pieces"),
    [(0, 3, 3, 0), (2, 3, 3, 2), (2.5, 3, 3, 3), (3, 3, 3, 3), (9, 3, 3, 3), (50, 100, 1, 1), (12, 12, 12, 12)],
)
def test_progress_draws_as_many_pieces(rendered, delivered, planned, planned_pieces, delivered_pieces):
    made = rendered("{% progress_bar delivered planned %}", delivered=delivered, planned=planned)

    outlined, solid = re.findall(r'd="([^"]*)"', made)
    assert (outlined.count("z"), solid.count("z")) == (planned_pieces, delivered_pieces)


def test_nothing_planned_is_not_drawn(rendered):
    assert "<svg" not in rendered("{% progress_bar 0 0 %}")


def test_the_bar_is_as_long_as_what_was_delivered(rendered):
    made = rendered("{% progress_bar 25 100 %}")

    assert '<path class="gt-progress__delivered" d="M0 0h25v12h-25z"/>' in made


def test_the_thread_says_when_what_kind_and_who(rendered):
    entries = [
        ThreadEntry(date(2026, 11, 21), "Mr Lane", "saw Amara read.", "session"),
        ThreadEntry(date(2026, 10, 20), "Amara", "said:", "words", "/words", "", "We do the voices."),
    ]

    made = rendered('{% thread entries ahead="Review on 11 December" %}', entries=entries)

    assert words(made) == [
        "Review on 11 December",
        "21 November 2026",
        "Session",
        "Mr Lane",
        "saw Amara read.",
        "20 October 2026",
        "In their own words",
        "Amara",
        "said:",
        "We do the voices.",
        "Read more",
    ]
    assert made.count("gt-thread__end") == 1


def test_a_thread_with_older_pages_does_not_end(rendered):
    entries = [ThreadEntry(date(2026, 11, 21), "Mr Lane")]

    made = rendered("{% thread entries ended=False %}", entries=entries)

    assert "gt-thread__end" not in made
    assert '<ol class="gt-thread gt-thread--open">' in made


def test_a_missing_link_of_the_chain_is_shown_as_missing(rendered):
    parts = [JoinedPart("Need", "Reading"), JoinedPart("Evidence")]

    made = rendered("{% joined parts %}", parts=parts)

    assert words(made) == ["Need", "Reading", "Evidence", "Nothing yet"]
    assert made.count("gt-joined__part--missing") == 1


@pytest.mark.parametrize(
    ("dose", "facts"),
    [
        (DoseLine("Reading"), []),
        (DoseLine("Reading", minutes=1, times=1), ["1 minute", "once a week"]),
        (
            DoseLine("Reading", minutes=20, times=3, group_size=4, by_whom="Mr Lane", where="library", dates="to July"),
            ["20 minutes", "3 times a week", "group of 4", "Mr Lane", "library", "to July"],
        ),
        (DoseLine("Review", times=2, period="year", group_size=1), ["twice a year", "one to one"]),
    ],
)
def test_a_dose_says_only_what_is_known(dose, facts):
    assert dose_facts(dose) == facts


def test_what_happens_next_always_says_all_three(rendered):
    made = rendered(
        "{% what_next now next if_not %}",
        now=NextStep("The plan is running"),
        next=NextStep("Review on 11 December", action_text="Add your words", action_href="/words"),
        if_not=NextStep("Heard nothing?", action_text="What you can do", action_href="/not-heard"),
    )

    assert words(made) == [
        "Now",
        "The plan is running",
        "Next",
        "Review on 11 December",
        "Add your words",
        "If not",
        "Heard nothing?",
        "What you can do",
    ]


@pytest.mark.parametrize(
    ("value", "shape", "html"),
    [
        (date(2026, 11, 21), "full", '<time datetime="2026-11-21">21 November 2026</time>'),
        (date(2026, 11, 1), "short", '<time datetime="2026-11-01">1 Nov</time>'),
        (date(2026, 12, 11), "weekday", '<time datetime="2026-12-11">Friday 11 December 2026</time>'),
        (date(2026, 12, 11), "month", '<time datetime="2026-12-11">December 2026</time>'),
        (
            datetime(2026, 6, 30, 23, 30, tzinfo=UTC),
            "full",
            '<time datetime="2026-07-01T00:30:00+01:00">1 July 2026, 12.30 a.m.</time>',
        ),
        (None, "full", "not set"),
    ],
)
def test_a_date_is_read_by_people_and_machines(rendered, value, shape, html):
    assert rendered('{% date value shape none="not set" %}', value=value, shape=shape) == html


def test_a_stacked_table_carries_each_columns_name_to_its_cell(rendered):
    shown = Table("Week", [Column("Help"), Column("Done", numeric=True)], [["Reading", Cell(2, note="of 3")]])

    made = lines(rendered("{% table shown %}", shown=shown))

    assert made[-7:] == [
        "      <tr class=govuk-table__row>",
        "        <th class=govuk-table__header scope=row>",
        "          Reading",
        "        <td class=govuk-table__cell govuk-table__cell--numeric data-label=Done>",
        "          2",
        "          <span class=gt-table__note>",
        "            of 3",
    ]


def test_a_term_opens_without_a_script(rendered):
    made = lines(rendered('{% term "SEN Support" "Help a school gives." "/glossary" "More" %}'))

    assert made == [
        "<details class=gt-term>",
        "  <summary>",
        "    SEN Support",
        "  <span class=gt-term__text>",
        "    Help a school gives.",
        "    <a class=govuk-link href=/glossary>",
        "      More",
    ]
