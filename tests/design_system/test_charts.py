"""A chart's table, sentence and drawing hold the same figures."""

from __future__ import annotations

import re

import pytest

from goldenthread.design_system.charts import BarChart, LineChart, Sparkline, StackedBarChart
from goldenthread.design_system.charts.base import scale_top

HELP = BarChart(
    title="Delivered",
    column="Help",
    measure="Share",
    unit="%",
    target=90,
    values=[("Reading", 92), ("Speech", 46), ("Breaks", 0)],
)
ENDED = StackedBarChart(
    title="How targets ended",
    column="Term",
    series=["Met", "Partly", "Not yet"],
    values=[("Spring", [1, 2, 1]), ("Summer", [8, 0, 0])],
)
WEEKS = LineChart(
    title="In time",
    column="Month",
    measure="Share",
    unit="%",
    target=100,
    points=[("May", 50), ("June", None), ("July", 80), ("August", 75)],
)
READING = Sparkline(title="Words a minute", unit="words", baseline=32, now=51, target=70)


def table_of(html: str) -> list[list[str]]:
    rows = re.findall(r'<tr class="govuk-table__row">(.*?)</tr>', html)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


@pytest.mark.parametrize(
    ("chart", "sentence", "table"),
    [
        (
            HELP,
            "From 0% (Breaks) to 92% (Reading).",
            [["Help", "Share"], ["Reading", "92%"], ["Speech", "46%"], ["Breaks", "0%"], ["Target", "90%"]],
        ),
        (
            ENDED,
            "In all: Met 9, Partly 2, Not yet 1.",
            [["Term", "Met", "Partly", "Not yet"], ["Spring", "1", "2", "1"], ["Summer", "8", "0", "0"]],
        ),
        (
            WEEKS,
            "50% in May, 75% in August; the target is 100%.",
            [
                ["Month", "Share"],
                ["May", "50%"],
                ["June", "no figure"],
                ["July", "80%"],
                ["August", "75%"],
                ["Target", "100%"],
            ],
        ),
        (
            READING,
            "Started at 32 words, now 51 words, target 70 words.",
            [["Point", "Measure"], ["Baseline", "32 words"], ["Now", "51 words"], ["Target", "70 words"]],
        ),
    ],
    ids=["bars", "stacked", "line", "sparkline"],
)
def test_table_and_sentence_hold_the_figures(rendered, chart, sentence, table):
    made = rendered("{% chart it %}", it=chart)

    assert table_of(made) == table
    assert f">{sentence}</" in made
    assert f">{sentence}</desc>" in made
    assert f">{chart.title}</title>" in made


def test_bars_are_as_long_as_their_figures(rendered):
    made = rendered("{% chart it %}", it=HELP)

    widths = [float(width) for width in re.findall(r'<rect class="gt-chart__fill--1" .*?width="([\d.]+)%"', made)]
    assert widths == [77.28, 38.64, 0.0]  # of 84 % of the width, which stands for 100


def test_pieces_of_a_bar_follow_one_another_and_nought_is_not_drawn(rendered):
    made = rendered("{% chart it %}", it=ENDED)

    pieces = re.findall(r'gt-chart__piece gt-chart__fill--(\d)" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', made)
    assert pieces == [("1", "0", "12.5"), ("2", "12.5", "25"), ("3", "37.5", "12.5"), ("1", "0", "100")]


def test_a_point_without_a_figure_breaks_the_line(rendered):
    made = rendered("{% chart it %}", it=WEEKS)

    assert made.count('class="gt-chart__line"') == 1  # July to August; May stands alone
    assert made.count('class="gt-chart__dot"') == 3


def test_a_given_sentence_is_used_as_it_is(rendered):
    own = BarChart(title="T", column="c", measure="m", values=[("a", 1)], sentence="Reading went well.")

    assert '<p class="gt-chart__sentence">Reading went well.</p>' in rendered("{% chart it %}", it=own)


def test_the_table_may_stand_in_view(rendered):
    in_view = BarChart(title="T", column="c", measure="m", values=[("a", 1)], table_open=True)

    assert "<details" not in rendered("{% chart it %}", it=in_view)


@pytest.mark.parametrize(
    "chart",
    [
        BarChart(title="T", column="c", measure="m", values=[]),
        LineChart(title="T", column="c", measure="m", points=[]),
        LineChart(title="T", column="c", measure="m", points=[("May", None)]),
    ],
)
def test_no_figures_at_all_is_said(rendered, chart):
    assert "There is nothing to show yet." in rendered("{% chart it %}", it=chart)


def test_a_target_not_measured_yet_draws_no_dot_for_now(rendered):
    unmeasured = Sparkline(title="T", baseline=1, now=None, target=5)

    made = rendered("{% chart it %}", it=unmeasured)

    assert "Started at 1, target 5; not measured yet." in made
    assert "gt-chart__dot--now" not in made


def test_more_series_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="two to four series"):
        StackedBarChart(title="T", column="c", series=list("abcde"), values=[])


@pytest.mark.parametrize("chart", [HELP, ENDED, WEEKS, READING])
def test_nothing_a_strict_policy_would_refuse(rendered, chart):
    made = rendered("{% chart it %}", it=chart)

    assert not re.search(r"<style|<script|style=|on\w+=|fill=\"#", made)


@pytest.mark.parametrize(
    ("largest", "top"), [(0, 1), (0.4, 0.4), (1, 1), (7, 8), (92, 100), (101, 200), (230, 250), (999, 1000)]
)
def test_an_axis_ends_on_a_round_number(largest, top):
    assert scale_top(largest) == pytest.approx(top)
