"""How forms of ours behave: what is said when something is wrong, dates, revealed fields, rows."""

from __future__ import annotations

from datetime import date

import pytest
from django.forms import formset_factory
from django.http import QueryDict

from goldenthread.design_system import forms
from goldenthread.design_system.forms.errors import problems

TODAY = date(2026, 11, 20)


class WorryForm(forms.Form):
    name = forms.TextField(label="Your name", max_length=5)
    why = forms.LongTextField(label="Why?", max_characters=10)
    plan = forms.TextField(label="EHC plan number")
    year = forms.SelectField(label="Year group", choices=[("1", "Year 1")], empty_label="Choose")
    agreed = forms.ConfirmField(label="I agree")
    on = forms.SplitDateField(label="Date of birth", must_be="past")


def test_empty_answers_are_told_what_is_wanted_in_the_order_of_the_page():
    form = WorryForm({}, today=TODAY)

    assert problems(form) == [
        {"text": "Enter your name", "href": "#id_name"},
        {"text": "Answer the question: Why?", "href": "#id_why"},
        {"text": "Enter EHC plan number", "href": "#id_plan"},
        {"text": "Choose year group", "href": "#id_year"},
        {"text": "Tick the box to go on", "href": "#id_agreed"},
        {"text": "Enter date of birth", "href": "#id_on-day"},
    ]


def test_a_problem_of_the_whole_form_comes_first_without_a_link():
    form = WorryForm({}, today=TODAY)

    form.add_error(None, "Somebody else has changed this")

    assert problems(form)[0] == {"text": "Somebody else has changed this", "href": ""}


def test_an_unbound_form_has_no_problems(rendered):
    assert rendered("{% form_errors form %}", form=WorryForm(today=TODAY)) == ""


def test_every_link_of_the_summary_leads_to_a_control(rendered):
    form = WorryForm({}, today=TODAY)

    made = rendered("{{ form }}", form=form)

    assert [line["href"] for line in problems(form) if f'id="{line["href"][1:]}"' not in made] == []


def test_long_text_is_never_cut_off_by_the_browser(rendered):
    assert "maxlength=" not in rendered("{{ form }}", form=WorryForm(today=TODAY)).replace("data-maxlength=", "")


def test_too_long_text_is_refused_and_kept(rendered):
    form = WorryForm({"why": "more than ten letters"}, today=TODAY)

    assert form.errors["why"] == ["Use 10 characters or fewer. You have used 21."]
    assert "more than ten letters</textarea>" in rendered("{% field form.why %}", form=form)


def test_nothing_is_left_to_the_browsers_own_checks(rendered):
    made = rendered("{{ form }}", form=WorryForm(today=TODAY))

    assert " required" not in made


def given(day: str, month: str, year: str) -> dict[str, str]:
    return {"on-day": day, "on-month": month, "on-year": year}


def date_form(**options):
    return type("DateForm", (forms.Form,), {"on": forms.SplitDateField(label="Date of the meeting", **options)})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("5", "12", "2026"), date(2026, 12, 5)),
        (("05", "December", "2026"), date(2026, 12, 5)),
        ((" 5 ", "dec.", "2026"), date(2026, 12, 5)),
        (("29", "2", "2028"), date(2028, 2, 29)),
    ],
)
def test_a_date_is_understood(typed, expected):
    form = date_form()(given(*typed))

    assert form.is_valid()
    assert form.cleaned_data == {"on": expected}


@pytest.mark.parametrize(
    ("typed", "message", "target", "wrong"),
    [
        (("", "", ""), "Enter date of the meeting", "#id_on-day", {"day", "month", "year"}),
        (("5", "", "2026"), "Date of the meeting must include a month", "#id_on-month", {"month"}),
        (("5", "", ""), "Date of the meeting must include a month and a year", "#id_on-month", {"month", "year"}),
        (("31", "2", "2026"), "Date of the meeting must be a real date", "#id_on-day", {"day", "month", "year"}),
        (("29", "2", "2027"), "Date of the meeting must be a real date", "#id_on-day", {"day", "month", "year"}),
        (("5", "12", "26"), "Date of the meeting must have a year of four digits", "#id_on-year", {"year"}),
        (("1_0", "12", "2026"), "Date of the meeting must be a real date", "#id_on-day", {"day", "month", "year"}),
        (("٥", "12", "2026"), "Date of the meeting must be a real date", "#id_on-day", {"day", "month", "year"}),
    ],
)
def test_what_is_not_a_date_is_explained(typed, message, target, wrong):
    form = date_form()(given(*typed))

    assert problems(form) == [{"text": message, "href": target}]
    assert {part.id.removeprefix("id_on-") for part in form["on"].date_parts if part.wrong} == wrong
    assert [part.value for part in form["on"].date_parts] == [text.strip() for text in typed]


@pytest.mark.parametrize(
    ("must_be", "day_before", "the_day", "day_after"),
    [
        ("past", True, False, False),
        ("past_or_today", True, True, False),
        ("future", False, False, True),
        ("future_or_today", False, True, True),
    ],
)
def test_a_date_is_judged_by_the_day_the_form_is_given(must_be, day_before, the_day, day_after):
    form_class = date_form(must_be=must_be)

    answers = [form_class(given(day, "11", "2026"), today=TODAY).is_valid() for day in ("19", "20", "21")]

    assert answers == [day_before, the_day, day_after]


def test_a_form_that_needs_today_refuses_to_guess_it():
    with pytest.raises(TypeError, match="DateForm must be given today: on must be past"):
        date_form(must_be="past")({})


def test_a_date_that_need_not_be_given_may_be_left_empty():
    form = date_form(required=False)(given("", "", ""))

    assert form.is_valid()
    assert form.cleaned_data == {"on": None}


def test_a_known_date_is_shown_in_its_boxes():
    form = date_form()(initial={"on": date(2026, 12, 5)})

    assert [part.value for part in form["on"].date_parts] == ["5", "12", "2026"]
    assert date_form()(given("5", "12", "2026"), initial={"on": date(2026, 12, 5)}).has_changed() is False


class ContactForm(forms.Form):
    by = forms.RadiosField(label="How?", choices=[("phone", "Phone"), ("post", "Post")], reveals={"phone": "number"})
    number = forms.TelephoneField(label="Number")


@pytest.mark.parametrize(
    ("data", "valid", "cleaned"),
    [
        ({"by": "phone", "number": "020 7946 0000"}, True, {"by": "phone", "number": "020 7946 0000"}),
        ({"by": "phone"}, False, {"by": "phone"}),
        ({"by": "post"}, True, {"by": "post", "number": None}),
        ({"by": "post", "number": "left from before"}, True, {"by": "post", "number": None}),
    ],
)
def test_a_revealed_field_counts_only_when_its_choice_is_made(data, valid, cleaned):
    form = ContactForm(data)

    assert form.is_valid() is valid
    assert form.cleaned_data == cleaned


def test_a_revealed_field_is_shown_once_inside_its_choice(rendered):
    made = rendered("{{ form }}", form=ContactForm())

    assert made.count('name="number"') == 1
    assert made.index('id="conditional-id_by"') < made.index('name="number"') < made.index('value="post"')


class EntryForm(forms.Form):
    """Two choices that open fields of their own, one of them two."""

    state = forms.RadiosField(
        label="What happened?", choices=[("done", "Done"), ("part", "Part"), ("missed", "Missed")],
        reveals={"part": ("minutes", "part_because"), "missed": "missed_because"},
    )  # fmt: skip
    minutes = forms.NumberField(label="Minutes")
    part_because = forms.TextField(label="Why part?")
    missed_because = forms.TextField(label="Why missed?")


@pytest.mark.parametrize(
    ("data", "wrong", "counted"),
    [
        ({"state": "done", "minutes": "5", "part_because": "Trip"}, set(), (None, None, None)),
        ({"state": "part"}, {"minutes", "part_because"}, (None, None, None)),
        ({"state": "part", "minutes": "5", "part_because": "Trip", "missed_because": "Ill"}, set(), (5, "Trip", None)),
        ({"state": "missed", "missed_because": "Ill", "part_because": "Trip"}, set(), (None, None, "Ill")),
    ],
)
def test_a_choice_opens_several_fields_and_only_those_of_the_choice_made_count(rendered, data, wrong, counted):
    form = EntryForm(data)

    found = set(form.errors)

    names = ("minutes", "part_because", "missed_because")
    made = rendered("{{ form }}", form=EntryForm())
    assert (found, tuple(form.cleaned_data.get(name) for name in names)) == (wrong, counted)
    assert [made.count(f'name="{name}"') for name in names] == [1, 1, 1]
    assert made.index('name="minutes"') < made.index('name="part_because"') < made.index('value="missed"')


class DoseForm(forms.Form):
    what = forms.TextField(label="Help")


class DoseRows(forms.RowFormSet):
    row_name = "Dose"


ROWS = formset_factory(DoseForm, formset=DoseRows, extra=1, can_delete=True, max_num=3)


def posted(text: str) -> QueryDict:
    return QueryDict(text)


def test_one_more_row_keeps_what_was_typed(rendered):
    data = posted("d-TOTAL_FORMS=1&d-INITIAL_FORMS=0&d-0-what=Reading&add_row=1")

    grown = ROWS(ROWS.with_another_row(data, "d"), prefix="d")

    assert ROWS.wants_another_row(data)
    assert [form["what"].value() for form in grown] == ["Reading", None]
    assert "Dose 2" in rendered("{{ rows }}", rows=grown)


@pytest.mark.parametrize("count", ["", "two", "1_0", "-1"])
def test_a_count_of_rows_that_is_no_number_becomes_one(count):
    grown = ROWS.with_another_row(posted(f"form-TOTAL_FORMS={count}"))

    assert grown["form-TOTAL_FORMS"] == "1"


def test_rows_at_their_most_offer_no_more(rendered):
    data = posted("form-TOTAL_FORMS=3&form-INITIAL_FORMS=0")

    assert 'name="add_row"' not in rendered("{{ rows }}", rows=ROWS(data))
    assert 'name="add_row"' in rendered("{{ rows }}", rows=ROWS())


def test_problems_of_rows_lead_to_their_own_row():
    data = posted("form-TOTAL_FORMS=2&form-INITIAL_FORMS=2&form-0-what=Reading&form-1-what=")

    rows = ROWS(data, initial=[{"what": "a"}, {"what": "b"}])

    assert problems(rows) == [{"text": "Enter help", "href": "#id_form-1-what"}]
