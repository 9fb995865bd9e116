"""Gallery: lists, tables, the thread, doses, what happens next, and charts. All people are invented."""

from __future__ import annotations

from datetime import date

from django.utils.functional import SimpleLazyObject

from goldenthread.design_system import forms
from goldenthread.design_system.charts import BarChart, LineChart, Sparkline, StackedBarChart
from goldenthread.design_system.components import (
    Cell,
    Column,
    DoseLine,
    JoinedPart,
    NextStep,
    Table,
    ThreadEntry,
)
from goldenthread.design_system.components.states import progress_bar, state
from goldenthread.design_system.gallery.example import Example, Section

FACTS = [
    {"key": "Name", "value": "Amara Bello", "actions": [{"text": "Change", "href": "#", "hidden": "name"}]},
    {"key": "Year", "value": "4"},
    {
        "key": "School",
        "value": "Hollow Oak Primary",
        "actions": [
            {"text": "Change", "href": "#", "hidden": "school"},
            {"text": "History", "href": "#", "hidden": "of school"},
        ],
    },
]
CARDS = [
    {
        "title": "Larkmere Reading Club",
        "href": "#reading",
        "text": "A quiet hour with a book and a grown-up.",
        "facts": ["Free", "1.2 miles", "Checked 3 November 2026"],
    },
    {
        "title": "Saturday Swim",
        "href": "#swim",
        "text": "A warm pool, small groups.",
        "facts": ["£3", "4 miles"],
    },
    {"title": "Review with Ms Osei", "text": "Thursday 11 December, 3.30 pm"},
]
CHOSEN = [{"text": "Need: SLCN", "href": "#without-need"}, {"text": "Due in 3 weeks", "href": "#without-due"}]


class FindForm(forms.Form):
    """What a list is narrowed by."""

    find = forms.TextField(label="Find", width=20, required=False)
    year = forms.SelectField(
        label="Year", choices=[(str(n), f"Year {n}") for n in range(1, 7)], empty_label="All", required=False
    )


def _register() -> Table:
    return Table(
        caption="SEN register",
        phone="scroll",
        columns=[
            Column("Child", sort_href="?sort=child", sorted="ascending"),
            Column("Year", sort_href="?sort=year", numeric=True),
            Column("Step"),
            Column("Next", sort_href="?sort=next"),
            Column("Delivered"),
            Column("Owner"),
        ],
        rows=[
            [
                Cell("Bello, Amara", "#amara"),
                4,
                Cell("Do", note="week 7 of 12"),
                state("due", "Review 11 Dec"),
                progress_bar(11, 12),
                "Lane",
            ],
            [
                Cell("Costa, Lena", "#lena"),
                4,
                Cell("Review"),
                state("late", "Review 18 Nov"),
                progress_bar(61, 100, "minutes"),
                "Lane",
            ],
            [Cell("Mensah, Kofi", "#kofi"), 4, Cell("Plan"), state("waiting", "Parent to reply"), "", "Osei"],
        ],
    )


def _sessions() -> Table:
    return Table(
        caption="This week",
        columns=[Column("Help"), Column("Planned", numeric=True), Column("Done", numeric=True)],
        rows=[["Small-group reading", 3, 2], ["Speech practice", 3, 3]],
        footer=["Together", 6, 5],
    )


ENTRIES = [
    ThreadEntry(date(2026, 11, 21), "Mr Lane", "saw Amara read a whole page aloud.", "session"),
    ThreadEntry(
        date(2026, 11, 14),
        "Mr Lane",
        "recorded a missed session: staff ill. Made up on 17 November.",
        "missed",
    ),
    ThreadEntry(
        date(2026, 11, 3),
        "You and Ms Osei",
        "agreed the plan.",
        "plan",
        link_href="#plan",
        link_text="What we agreed",
    ),
    ThreadEntry(
        date(2026, 10, 20),
        "Amara",
        "said:",
        "words",
        words="I like reading with Kofi because we do the voices.",
    ),
    ThreadEntry(
        date(2026, 10, 16),
        "Ms Osei",
        "decided: SEN Support, because reading aloud is hard for Amara and a small group has helped before.",
        "decision",
        link_href="#decision",
        link_text="Read the whole decision",
    ),
    ThreadEntry(date(2026, 10, 12), "You", "raised a worry.", "worry"),
]
JOINED = [
    JoinedPart("Need", "Finds it hard to read aloud"),
    JoinedPart("Outcome", "Reads a page aloud to a friend by July", "#outcome"),
    JoinedPart("Provision", "Small-group reading, 3 times a week", "#dose"),
    JoinedPart("Evidence", ""),
]
DOSE = DoseLine(
    "Small-group reading",
    minutes=20,
    times=3,
    by_whom="Mr Lane, trained in paired reading",
    group_size=4,
    where="in the library",
    dates="3 November to 13 February",
    toward="reads a page aloud to a friend",
    href="#dose",
    delivered=2,
    planned=3,
)
STEPS = {
    "now": NextStep("The plan is running", "Week 7 of 12."),
    "next": NextStep(
        "Review meeting, Thursday 11 December, 3.30 pm",
        "With Ms Osei (SENCO) and Mr Lane (class teacher).",
        "Add what you want to say",
        "#say",
    ),
    "if_not": NextStep("Heard nothing by 4 December?", "", "What you can do", "#not-heard"),
}

LISTS = Section(
    "Lists and tables",
    "lists",
    (
        Example("Summary list", "{% summary_list facts %}", {"facts": FACTS}),
        Example("Summary card", '{% summary_list facts card_title="Amara" %}', {"facts": FACTS[1:2]}),
        Example("Cards", "{% card_list cards heading_level=4 %}", {"cards": CARDS}),
        Example(
            "Filter panel",
            "{% filter_panel chosen=chosen %}{% field form.find %}{% field form.year %}{% endfilter_panel %}",
            {"chosen": CHOSEN, "form": FindForm()},
        ),
        Example("Wide table that sorts", "{% table register %}", {"register": SimpleLazyObject(_register)}),
        Example(
            "Small table, stacked on a phone",
            "{% table sessions %}",
            {"sessions": SimpleLazyObject(_sessions)},
        ),
    ),
)

THREAD = Section(
    "The thread",
    "thread",
    (
        Example("What happens next", "{% what_next now next if_not heading_level=4 %}", STEPS),
        Example(
            "The thread",
            '{% thread entries ahead="Review on 11 December 2026" %}',
            {"entries": ENTRIES},
        ),
        Example("Joined", "{% joined parts %}", {"parts": JOINED}),
        Example("Joined, down the page", "{% joined parts across=False %}", {"parts": JOINED}),
        Example("A dose", "{% dose_line dose %}", {"dose": DOSE}),
    ),
)

CHARTS = Section(
    "Charts",
    "charts",
    (
        Example(
            "Bars with a target",
            "{% chart delivered %}",
            {
                "delivered": BarChart(
                    title="Delivered against planned, by kind of help",
                    column="Help",
                    measure="Delivered",
                    unit="%",
                    target=90,
                    values=[("Small-group reading", 92), ("Speech practice", 74), ("Sensory breaks", 88)],
                )
            },
        ),
        Example(
            "Stacked bars",
            "{% chart reviews %}",
            {
                "reviews": StackedBarChart(
                    title="How targets ended",
                    column="Term",
                    series=["Met", "Partly met", "Not yet met"],
                    values=[("Spring 2026", [14, 9, 5]), ("Summer 2026", [19, 8, 4])],
                )
            },
        ),
        Example(
            "Line with a target",
            "{% chart weeks %}",
            {
                "weeks": LineChart(
                    title="Decisions within six weeks",
                    column="Month",
                    measure="In time",
                    unit="%",
                    target=100,
                    points=[("May", 71), ("June", 78), ("July", None), ("August", 83), ("September", 91)],
                )
            },
        ),
        Example(
            "Baseline, now, target",
            "{% chart reading %}",
            {"reading": Sparkline(title="Words read aloud in a minute", unit="words", baseline=32, now=51, target=70)},
        ),
    ),
)
