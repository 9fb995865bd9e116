"""Gallery: every kind of question, at rest and with its errors."""

from __future__ import annotations

from datetime import date

from django.forms import formset_factory

from goldenthread.design_system import forms
from goldenthread.design_system.gallery.example import Example, Section

TODAY = date(2026, 11, 20)


class QuestionsForm(forms.Form):
    """One of each kind of question."""

    child_name = forms.TextField(label="Child's name", hint="As they like to be called.", width=20)
    what_worries_you = forms.LongTextField(
        label="What are you worried about?",
        hint="Use your own words. You can change them later.",
        required_message="Say what you are worried about",
        max_characters=600,
        autosave=True,
    )
    email = forms.EmailField(label="E-mail address")
    telephone = forms.TelephoneField(label="Telephone number", required=False)
    password = forms.PasswordField(label="Password")
    minutes = forms.NumberField(label="Length of one session", suffix="minutes", min_value=1, max_value=300)
    cost = forms.NumberField(label="Cost of one session", prefix="£", required=False)
    meeting_on = forms.SplitDateField(
        label="Date of the meeting", hint="For example, 11 12 2026", must_be="future_or_today"
    )
    contact_by = forms.RadiosField(
        label="How shall we tell you?",
        required_message="Choose how we tell you",
        choices=[
            ("message", "A message here"),
            ("phone", "A telephone call"),
            ("paper", "A letter on paper"),
        ],
        hints={"message": "We send you an e-mail that a message waits. It holds nothing private."},
        reveals={"phone": "best_time"},
        divider_before="paper",
    )
    best_time = forms.TextField(label="Best time to call", width=10)
    needs = forms.CheckboxesField(
        label="What does your child find hard?",
        hint="Choose all that fit.",
        required_message="Choose at least one, or say that you are not sure",
        choices=[
            ("talking", "Talking and understanding"),
            ("learning", "Learning"),
            ("unsure", "I am not sure"),
        ],
        hints={"talking": "For example, finding words, or following what is said."},
    )
    year = forms.SelectField(
        label="Year group", choices=[(str(n), f"Year {n}") for n in range(1, 7)], empty_label="Choose a year"
    )
    drawing = forms.UploadField(label="Picture or drawing", accept="image/*", required=False)
    agreed = forms.ConfirmField(label="I have talked with my child about this", hint="If you can, ask what they want.")


class DoseForm(forms.Form):
    """One row of a plan."""

    what = forms.TextField(label="Help", width=20)
    minutes = forms.NumberField(label="Length", suffix="minutes")


class DoseRows(forms.RowFormSet):
    row_name = "Dose"
    add_text = "Add another dose"


class OneQuestionForm(forms.Form):
    """A page of one question."""

    met = forms.RadiosField(
        label="Was the target met?",
        page_heading=True,
        inline=True,
        choices=[("met", "Met"), ("partly", "Partly"), ("not_yet", "Not yet")],
    )


class WordsForm(forms.Form):
    """A page of one question in words."""

    words = forms.LongTextField(label="What would you like to happen next?", page_heading=True, rows=3)


def section() -> Section:
    """Made for each request: a bound form belongs to one answer only."""
    rows = formset_factory(DoseForm, formset=DoseRows, extra=1, can_delete=True)
    source = "{% form_errors questions %}{{ questions }}"
    wrong = QuestionsForm(
        {"meeting_on-day": "31", "meeting_on-month": "2", "meeting_on-year": "2027"},
        today=TODAY,
        prefix="wrong",
    )
    return Section(
        "Forms",
        "forms",
        (
            Example("Every kind of question", source, {"questions": QuestionsForm(today=TODAY, prefix="asked")}),
            Example("The same with problems", source, {"questions": wrong}),
            Example("A question as the page's heading", "{% field form.met %}", {"form": OneQuestionForm()}),
            Example("A question in words as heading", "{% field form.words %}", {"form": WordsForm()}),
            Example(
                "Questions that belong together",
                '{% fieldset "How long and what cost?" %}{% field form.minutes %}{% field form.cost %}{% endfieldset %}',
                {"form": QuestionsForm(today=TODAY, prefix="together")},
            ),
            Example(
                "Rows",
                "{{ doses }}",
                {"doses": rows(initial=[{"what": "Small-group reading", "minutes": 20}], prefix="doses")},
            ),
        ),
    )
