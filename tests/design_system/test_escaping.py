"""Whatever a tag is handed comes out as text: markup in a name, a note or a link's words does nothing."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.design_system import forms
from goldenthread.design_system.charts import BarChart, LineChart, Sparkline, StackedBarChart
from goldenthread.design_system.components import Cell, Column, DoseLine, JoinedPart, NextStep, Table, ThreadEntry

BAD = "<script>alert(1)</script>\"'&"
LINK = {"text": BAD, "href": BAD}
STEP = NextStep(BAD, BAD, BAD, BAD)


class BadForm(forms.Form):
    words = forms.LongTextField(label=BAD, hint=BAD, max_characters=9)
    one = forms.RadiosField(label=BAD, choices=[(BAD, BAD)], hints={BAD: BAD}, reveals={BAD: "opened"})
    opened = forms.TextField(label=BAD, prefix=BAD, suffix=BAD)
    day = forms.SplitDateField(label=BAD, hint=BAD)


WRONG = {"words": BAD, "one": "other", "day-day": BAD, "day-month": BAD, "day-year": BAD}
THREAD = [ThreadEntry(date(2026, 11, 3), BAD, BAD, "note", BAD, BAD, BAD)]
TABLE = Table(BAD, [Column(BAD, sort_href=BAD), Column(BAD)], [[Cell(BAD, BAD, BAD), BAD]], footer=[BAD, BAD])

SOURCES = [
    ("{% button bad bad name=bad value=bad hidden=bad %}", {}),
    ("{% button bad name=bad value=bad form=bad formaction=bad %}", {}),
    ("{% back_link bad bad %}", {}),
    ("{% breadcrumbs links %}", {}),
    ("{% error_summary links title=bad description=bad %}", {}),
    ("{% notification_banner heading=bad title=bad %}{{ bad }}{% endnotification_banner %}", {}),
    ("{% warning bad %}", {}),
    ("{% inset %}{{ bad }}{% endinset %}", {}),
    ("{% fieldset bad page_heading=True %}{{ bad }}{% endfieldset %}", {}),
    ("{% details bad id=bad %}{{ bad }}{% enddetails %}", {}),
    ("{% empty_state bad bad bad bad %}", {}),
    ("{% tag bad %}", {}),
    ('{% state "met" bad %}', {}),
    ("{% progress_bar 1 2 bad bad %}", {}),
    ("{% steps parts %}", {"parts": [{"text": BAD, "state": "now", "note": BAD, "href": BAD}]}),
    ("{% summary_list rows bad %}", {"rows": [{"key": BAD, "value": BAD, "actions": [LINK | {"hidden": BAD}]}]}),
    ("{% card_list cards %}", {"cards": [{"title": BAD, "href": BAD, "text": BAD, "facts": [BAD], "state": BAD}]}),
    ("{% row_links rows bad bad %}", {"rows": [LINK | {"current": True, "count": BAD}, LINK, LINK]}),
    ("{% pagination bad bad bad bad %}", {}),
    ("{% filter_panel action=bad chosen=links label=bad submit=bad %}{{ bad }}{% endfilter_panel %}", {}),
    ("{% table shown %}", {"shown": TABLE}),
    ("{% thread entries ahead=bad %}", {"entries": THREAD}),
    ("{% joined parts %}", {"parts": [JoinedPart(BAD, BAD, BAD, BAD)]}),
    ("{% dose_line dose %}", {"dose": DoseLine(BAD, 1, 1, "week", BAD, 2, BAD, BAD, BAD, BAD, 1, 2)}),
    ("{% what_next step step step %}", {"step": STEP}),
    ("{% date day none=bad %}", {"day": None}),
    ("{% person bad bad bad %}", {}),
    ("{% term bad bad bad bad %}", {}),
    ("{% chart it %}", {"it": BarChart(title=BAD, sentence=BAD, column=BAD, measure=BAD, unit=BAD, values=[(BAD, 1)])}),
    ("{% chart it %}", {"it": StackedBarChart(title=BAD, column=BAD, series=[BAD, BAD], values=[(BAD, [1, 2])])}),
    ("{% chart it %}", {"it": LineChart(title=BAD, column=BAD, measure=BAD, points=[(BAD, 1), (BAD, 2)])}),
    ("{% chart it %}", {"it": Sparkline(title=BAD, baseline=1, now=2, target=3, unit=BAD)}),
    ("{% form_errors form %}{{ form }}", {"form": BadForm(WRONG)}),
]


@pytest.mark.parametrize(("source", "context"), SOURCES, ids=lambda value: str(value)[:30])
def test_markup_handed_to_a_tag_stays_text(rendered, source, context):
    made = rendered(source, **{"bad": BAD, "links": [LINK]} | context)

    assert BAD not in made
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    # A quotation mark that got out of its attribute would leave the pieces of BAD as attributes.
    assert "\"'&" not in made


def test_every_tag_is_in_this_table():
    from goldenthread.design_system.templatetags.golden_thread import register

    asked = {source.split()[1] for source, _ in SOURCES} | {"field"}  # {{ form }} shows each field

    assert asked == {name for name in register.tags if not name.startswith("end")}
