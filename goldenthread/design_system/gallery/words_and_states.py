"""Gallery: buttons, ways back, messages, states and words."""

from __future__ import annotations

from datetime import date

from goldenthread.design_system.gallery.example import Example, Section

TRAIL = [{"text": "Larkmere", "href": "#"}, {"text": "Children", "href": "#"}, {"text": "Amara Bello"}]
PLACES = [
    {"text": "Overview", "href": "#overview", "current": True},
    {"text": "Plan", "href": "#plan"},
    {"text": "Delivery", "href": "#delivery", "count": 2},
    {"text": "Reviews", "href": "#reviews"},
    {"text": "Letters", "href": "#letters"},
    {"text": "Who has looked", "href": "#looked"},
]
STEPS = [
    {"text": "Request received", "state": "done", "note": "3 November 2026"},
    {"text": "Decision whether to assess", "state": "now", "note": "by 15 December 2026"},
    {"text": "Advice from six people", "state": "next"},
    {"text": "Draft plan", "state": "next"},
]
ERRORS = [
    {"text": "Enter what you are worried about", "href": "#worry"},
    {"text": "The page was open too long"},
]

ACTIONS = Section(
    "Buttons and ways back",
    "actions",
    (
        Example("Button", '{% button "Save and continue" %}'),
        Example("Second choice", '{% button "Save for later" kind="secondary" %}'),
        Example("Warning", '{% button "Withdraw the request" kind="warning" %}'),
        Example("Quiet", '{% button "Skip this question" kind="quiet" %}'),
        Example("Start, as a link", '{% button "Start now" "#start" kind="start" %}'),
        Example("Disabled", '{% button "Send" disabled=True %}'),
        Example("Pressed once only", '{% button "Send it" once=True hidden="to Ms Ada Bello" %}'),
        Example("Back", '{% back_link "#" %}'),
        Example("Breadcrumbs", "{% breadcrumbs trail %}", {"trail": TRAIL}),
        Example(
            "A row of links, the rest behind a menu",
            """<nav class="gt-tabs" aria-label="About the example">
  <div class="gt-row gt-row--tabs">{% row_links links "More" "about the example" %}</div>
</nav>""",
            {"links": PLACES},
        ),
        Example("Newer and older", '{% pagination newer_href="#newer" older_href="#older" %}'),
        Example("Only older", '{% pagination older_href="#more" older_text="Earlier weeks" %}'),
    ),
)

MESSAGES = Section(
    "Messages",
    "messages",
    (
        Example("Error summary", "{% error_summary errors %}", {"errors": ERRORS}),
        Example(
            "Error summary with a reason",
            '{% error_summary none description="The document could not be read. Please try again." %}',
            {"none": []},
        ),
        Example(
            "Notification",
            '{% notification_banner heading="Amara\'s review is on 11 December" %}'
            '<p class="govuk-body">Add what you want to say before then.</p>{% endnotification_banner %}',
        ),
        Example(
            "Success",
            '{% notification_banner heading="Your worry has reached Ms Osei" kind="success" %}'
            "{% endnotification_banner %}",
        ),
        Example("Warning text", '{% warning "You have until 15 December to ask for mediation." %}'),
        Example("Set apart", "{% inset %}Amara read a whole page aloud on 21 November.{% endinset %}"),
        Example(
            "Details",
            '{% details "What is a SENCO?" %}The teacher who leads support for needs.{% enddetails %}',
        ),
        Example(
            "Details, open",
            '{% details "Who can see this?" open=True %}You and Hollow Oak Primary.{% enddetails %}',
        ),
        Example(
            "Nothing to show",
            '{% empty_state "No messages yet" "When the school writes to you, it is kept here." '
            'action_text="Write to the school" action_href="#write" %}',
        ),
    ),
)

STATES = Section(
    "States and progress",
    "states",
    (
        Example("Met", '{% state "met" %}'),
        Example("Due", '{% state "due" "Due 25 November" %}'),
        Example("Late", '{% state "late" "Late by 3 days" %}'),
        Example("Lawfully excused", '{% state "excused" %}'),
        Example("Waiting", '{% state "waiting" "Waiting for the school" %}'),
        Example("Tag", '{% tag "SEN Support" %}'),
        Example(
            "Tags in colour",
            '{% tag "EHC plan" "" %} {% tag "Agreed" "green" %} {% tag "Draft" "purple" %} {% tag "Withdrawn" "red" %}',
        ),
        Example("Delivered of planned", '{% progress_bar 2 3 "sessions" label="Small-group reading" %}'),
        Example("All delivered", '{% progress_bar 3 3 "sessions" %}'),
        Example("None delivered", '{% progress_bar 0 5 "sessions" %}'),
        Example("Many, as one bar", '{% progress_bar 552 600 "minutes" %}'),
        Example("Nothing planned", "{% progress_bar 0 0 %}"),
        Example("Steps", "{% steps parts %}", {"parts": STEPS}),
    ),
)

WORDS = Section(
    "Words in a line",
    "words",
    (
        Example("Date", "{% date day %}", {"day": date(2026, 11, 21)}),
        Example("Date, short", '{% date day "short" %}', {"day": date(2026, 11, 21)}),
        Example("Date with weekday", '{% date day "weekday" %}', {"day": date(2026, 12, 11)}),
        Example("No date", '{% date day none="not yet set" %}', {"day": None}),
        Example("Person", '{% person "Ms Osei" "SENCO" %}'),
        Example("Person with a link", '{% person "Mr Lane" "class teacher" "#lane" %}'),
        Example(
            "A word explained",
            '<div class="govuk-body">Amara has {% term "SEN Support" "Extra or different help that a school '
            'gives a child who needs it. It does not need an EHC plan." "#glossary" "More" %} at her school.</div>',
        ),
    ),
)
