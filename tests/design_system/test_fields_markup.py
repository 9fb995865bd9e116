"""Every kind of question makes the library's own markup, at rest and with an error."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms as django_forms

from goldenthread.design_system import forms
from goldenthread.design_system.forms.widgets import Radios
from tests.design_system.markup import fixture, lines, replaced

HINT_PRIVATE = (
    "Don't include personal or financial information, eg your National Insurance number or credit card details."
)
DATE = {"hint": "For example, 31 3 1980", "label": "What is your date of birth?"}


def asked(name: str, field: django_forms.Field, error: str = "", data: dict[str, Any] | None = None) -> list[str]:
    """The markup of one question whose id is its name."""
    form_class = type("Asked", (forms.Form,), {name: field})
    form = form_class({} if data is None and error else data, auto_id="%s")
    if error:
        form.errors.clear()
        form.add_error(name, error)
    return lines(form[name].as_field_group())


def same_name(component: str, example: str, control_id: str, name: str) -> list[str]:
    """The fixture with its control's name made equal to its id, as ours are."""
    return replaced(component, example, {f'name="{name}"': f'name="{control_id}"'})


INPUTS = [
    ("default", "test-name", "test-name", forms.TextField(label="National Insurance number"), ""),
    (
        "with hint text",
        "input-with-hint-text",
        "test-name-2",
        forms.TextField(
            label="National insurance number",
            hint="It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.",
        ),
        "",
    ),
    (
        "with error message",
        "input-with-error-message",
        "test-name-3",
        forms.TextField(label="National Insurance number"),
        "Enter a National Insurance number in the correct format",
    ),
    ("with prefix", "input-with-prefix", "amount", forms.TextField(label="Amount, in pounds", prefix="£"), ""),
    ("with suffix", "input-with-suffix", "weight", forms.TextField(label="Weight, in kilograms", suffix="kg"), ""),
    (
        "with autocomplete attribute",
        "input-with-autocomplete-attribute",
        "postcode",
        forms.TextField(label="Postcode", autocomplete="postal-code"),
        "",
    ),
]


@pytest.mark.parametrize(("example", "control_id", "name", "field", "error"), INPUTS, ids=lambda value: str(value)[:30])
def test_one_line_of_text(example, control_id, name, field, error):
    assert asked(control_id, field, error) == same_name("input", example, control_id, name)


PASSWORD_HINT = "It probably has some letters, numbers and maybe even some symbols in it."


@pytest.mark.parametrize(
    ("example", "control_id", "name", "hint", "error"),
    [
        ("default", "password", "password", "", ""),
        ("with hint text", "password-input-with-hint-text", "test-name-2", PASSWORD_HINT, ""),
        (
            "with error message",
            "password-input-with-error-message",
            "test-name-3",
            PASSWORD_HINT,
            "Error message goes here",
        ),
    ],
)
def test_a_password_that_can_be_shown(example, control_id, name, hint, error):
    made = asked(control_id, forms.PasswordField(label="Password", hint=hint), error)

    assert made == same_name("password-input", example, control_id, name)


@pytest.mark.parametrize(
    ("example", "name", "label", "hint", "error"),
    [
        ("default", "more-detail", "Can you provide more detail?", "", ""),
        ("with hint", "more-detail", "Can you provide more detail?", HINT_PRIVATE, ""),
        (
            "with error message",
            "no-ni-reason",
            "Why can’t you provide a National Insurance number?",
            "",
            "You must provide an explanation",
        ),
    ],
)
def test_several_lines(example, name, label, hint, error):
    assert asked(name, forms.LongTextField(label=label, hint=hint), error) == fixture("textarea", example)


@pytest.mark.parametrize(
    ("example", "name", "hint", "error"),
    [
        ("default", "more-detail", "", ""),
        ("with hint", "with-hint", HINT_PRIVATE, ""),
        ("with hint and error", "with-error", HINT_PRIVATE, "Please provide more detail"),
    ],
)
def test_several_lines_that_are_counted(example, name, hint, error):
    field = forms.LongTextField(label="Can you provide more detail?", hint=hint, max_characters=10)

    assert asked(name, field, error) == fixture("character-count", example)


@pytest.mark.parametrize(
    ("example", "name", "label", "hint", "error"),
    [
        ("default", "file-upload-1", "Upload a file", "", ""),
        (
            "with hint text",
            "file-upload-2",
            "Upload your photo",
            "Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto.",
            "",
        ),
        (
            "with error message and hint",
            "file-upload-3",
            "Upload a file",
            "Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto.",
            "Error message goes here",
        ),
    ],
)
def test_a_document_to_send(example, name, label, hint, error):
    assert asked(name, forms.UploadField(label=label, hint=hint), error) == fixture("file-upload", example)


def test_one_of_many_with_hint_and_error():
    choices = [(str(n), f"GOV.UK frontend option {n}") for n in (1, 2, 3)]
    field = forms.SelectField(label="Label text goes here", hint="Hint text goes here", choices=choices)

    assert asked("select-2", field, "Error message goes here") == fixture("select", "with hint text and error message")


def test_one_of_many_with_an_answer():
    choices = [("1", "GOV.UK frontend option 1"), ("2", "GOV.UK frontend option 2")]
    field = forms.SelectField(label="Label text goes here", choices=choices, initial="2")

    made = asked("select-1", field)

    assert made == [line for line in fixture("select", "default") if "option 3" not in line and "disabled" not in line]


def test_radios():
    field = forms.RadiosField(label="Have you changed your name?", choices=[("yes", "Yes"), ("no", "No")])

    assert asked("example-default", field) == fixture("radios", "default")


def test_radios_with_an_error_and_an_answer():
    field = forms.RadiosField(label="Have you changed your name?", choices=[("yes", "Yes"), ("no", "No")])

    made = asked("example", field, "Please select an option", {"example": "no"})

    assert made == fixture("radios", "with fieldset and error message")


def test_radios_with_a_line_under_each_and_the_question_as_heading():
    field = forms.RadiosField(
        label="How do you want to sign in?",
        page_heading=True,
        choices=[("gateway", "Sign in with Government Gateway"), ("verify", "Sign in with GOV.UK Verify")],
        hints={"gateway": GATEWAY, "verify": VERIFY},
    )

    made = asked("gov", field)

    changes = {'"gateway"': '"gov"', '"verify"': '"gov-2"', "gateway-item": "gov-item", "verify-item": "gov-2-item"}
    expected = replaced("radios", "with hints on items", changes)
    # The fixture's values are the same words as its ids.
    values = iter(["gateway", "verify"])
    expected = [
        line.replace(f"value={line.split('value=')[1]}", f"value={next(values)}>") if "value=" in line else line
        for line in expected
    ]
    assert made == expected


GATEWAY = "You’ll have a user ID if you’ve registered for Self Assessment or filed a tax return online before."
VERIFY = (
    "You’ll have an account if you’ve already proved your identity with either Barclays, CitizenSafe, Digidentity, "
    "Experian, Post Office, Royal Mail or SecureIdentity."
)


def test_radios_with_a_divider():
    field = forms.RadiosField(
        label="How do you want to sign in?",
        choices=[
            ("government-gateway", "Use Government Gateway"),
            ("govuk-verify", "Use GOV.UK Verify"),
            ("create-account", "Create an account"),
        ],
        divider_before="create-account",
    )

    made = asked("example-divider", field)

    # The library counts the divider among the choices, we do not.
    changes = {'name="example"': 'name="example-divider"', "example-divider-4": "example-divider-3"}
    assert made == replaced("radios", "with a divider", changes)


def test_a_choice_that_reveals_a_field_is_followed_by_it():
    class Contact(forms.Form):
        how = forms.RadiosField(
            label="How?", choices=[("email", "Email"), ("phone", "Phone")], reveals={"phone": "number"}
        )
        number = forms.TelephoneField(label="Phone number")

    form = Contact(auto_id="%s")

    made = "\n".join(lines(form["how"].as_field_group()))

    # The library's script marks radios as expanded, which ARIA does not allow; ours opens the field by style.
    assert "<div class=govuk-radios__conditional id=conditional-how-2>" in made
    assert "aria-controls" not in made
    assert [question.name for question in form.top_questions()] == ["how"]


def test_checkboxes():
    field = forms.CheckboxesField(
        label="What is your nationality?",
        choices=[("british", "British"), ("irish", "Irish"), ("other", "Citizen of another country")],
    )

    assert asked("nationality", field) == fixture("checkboxes", "default")


def test_checkboxes_with_hint_and_error():
    field = forms.CheckboxesField(
        label="What is your nationality?",
        hint="If you have dual nationality, select all options that are relevant to you.",
        choices=[("british", "British"), ("irish", "Irish")],
    )

    made = asked("example", field, "Please select an option")

    assert made == fixture("checkboxes", "with error message and hint")


def parts_named(name: str, example: str) -> list[str]:
    """The library names the boxes day, month, year; ours carry the field's name."""
    changes = {f'name="{part}"': f'name="{name}-{part}"' for part in ("day", "month", "year")}
    return replaced("date-input", example, changes)


def test_a_date_in_three_boxes():
    assert asked("dob", forms.SplitDateField(**DATE)) == parts_named("dob", "default")


def test_a_date_with_an_error():
    made = asked("dob-errors", forms.SplitDateField(**DATE), "Error message goes here")

    assert made == parts_named("dob-errors", "with error message and hint")


def test_a_date_without_its_day_marks_only_that_box():
    name = "dob-day-error"
    data = {f"{name}-month": "3", f"{name}-year": "1980"}

    made = asked(name, forms.SplitDateField(name="error message", **DATE), data=data)

    expected = parts_named(name, "with error on day input")
    expected = [line.replace("Error message goes here", "Error message must include a day") for line in expected]
    without_values = [line.replace(" value=3>", ">").replace(" value=1980>", ">") for line in made]
    assert without_values == expected


def test_a_question_in_a_box_as_the_pages_heading():
    made = asked("words", forms.TextField(label="What is your name?", page_heading=True))

    assert made[1:4] == [
        "  <h1 class=govuk-label-wrapper>",
        "    <label class=govuk-label govuk-label--l for=words>",
        "      What is your name?",
    ]


def test_a_form_of_another_package_is_dressed_the_same():
    class Foreign(django_forms.Form):
        email = django_forms.EmailField(label="E-mail", help_text="We write to it.")

    made = lines(Foreign({"email": ""}, auto_id="%s"))

    assert made == [
        "<div class=govuk-form-group govuk-form-group--error>",
        "  <label class=govuk-label for=email>",
        "    E-mail",
        "  <div class=govuk-hint id=email-hint>",
        "    We write to it.",
        "  <p class=govuk-error-message id=email-error>",
        "    <span class=govuk-visually-hidden>",
        "      Error:",
        "    This field is required.",
        "  <input aria-describedby=email-hint email-error class=govuk-input govuk-input--error id=email maxlength=320"
        " name=email required= type=email>",
    ]


def test_checkboxes_of_django_are_not_taken_for_radios():
    class Foreign(django_forms.Form):
        one = django_forms.ChoiceField(choices=[("a", "A")], widget=django_forms.RadioSelect)
        many = django_forms.MultipleChoiceField(choices=[("a", "A")], widget=django_forms.CheckboxSelectMultiple)

    form = Foreign()

    assert [form["one"].kind, form["many"].kind] == ["radios", "checkboxes"]
    assert Radios.input_type == "radio"
