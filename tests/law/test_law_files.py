"""The answer to take away: calendar, PDF, Word; and the closed lists of excuses against what sendlaw accepts."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from goldenthread.documents import plain
from goldenthread.law.asked import read
from goldenthread.law.excuses import CLOSED_LISTS, closed_lists_for, may_be_excused
from goldenthread.law.paper import on_paper
from goldenthread.law.shown import shown
from goldenthread.law.timeline import RULES, answer
from sendlaw import when
from tests.documents.reading import pdf_text

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 11, 20)
ASKED = "event=ehcna.request_received&on=2026-11-21&delay=no_reason"


def entries(answer) -> dict[str, tuple[date, date, str]]:
    calendar = Calendar.from_ical(answer.content)
    return {
        str(one["UID"]): (one["DTSTART"].dt, one["DTEND"].dt, str(one["SUMMARY"])) for one in calendar.walk("VEVENT")
    }


def test_the_calendar_holds_every_date_as_a_whole_day():
    answer = Client().get(f"{reverse('law_calendar')}?{ASKED}")

    found = entries(answer)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert found["ehcna.decision_to_assess-20261121@when-should-i-hear"] == (
        date(2027, 1, 2),
        date(2027, 1, 3),
        "The council must tell you if it will look into your child's needs, and why if it will not.",
    )
    assert sorted(starts for starts, _ends, _said in found.values()) == [
        date(2027, 1, 2), date(2027, 2, 27), date(2027, 3, 13), date(2027, 4, 10),
    ]  # fmt: skip


def test_the_same_question_gives_the_same_calendar_and_another_day_moves_its_entries():
    first = Client().get(f"{reverse('law_calendar')}?{ASKED}")
    again = Client().get(f"{reverse('law_calendar')}?{ASKED}")
    other = Client().get(f"{reverse('law_calendar')}?{ASKED.replace('2026-11-21', '2026-11-22')}")

    assert first.content == again.content
    assert entries(first).keys() & entries(other).keys() == set()


def test_an_answer_without_a_date_has_no_calendar():
    query = "event=complaint.to_school&on=2026-10-05"

    page = Client().get(f"{reverse('law_answer')}?{query}")
    calendar = Client().get(f"{reverse('law_calendar')}?{query}")

    assert "Add to calendar" not in page.content.decode()
    assert calendar.status_code == 404


@pytest.mark.parametrize(
    ("page", "starts"), [("law_pdf", b"%PDF-"), ("law_word", b"PK\x03\x04"), ("law_calendar", b"BEGIN:VCALENDAR")]
)
def test_a_file_is_handed_out_under_a_name_that_names_nobody(page, starts):
    answer = Client().get(f"{reverse(page)}?{ASKED}")

    assert answer.content.startswith(starts)
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="when-should-i-hear.')


def on_page_and_paper(query: dict[str, str]) -> tuple[object, str]:
    asked = read(query)
    found = shown(asked, answer(asked, TODAY))
    return found, " ".join(plain.render(on_paper(found, TODAY)).split())


def test_the_paper_says_what_the_page_says():
    found, words = on_page_and_paper({"event": "ehcna.request_received", "on": "2026-10-05", "delay": "other"})

    told = [duty.words for duty in (*found.dated, *found.undated)]
    told += [step for duty in found.dated for step in duty.steps]
    told += [str(point) for one in found.lists for point in one.points]
    told += [*found.never, *found.notes, *(str(one.words) for one in found.remedies)]
    assert len(told) > 30
    assert [one for one in told if " ".join(one.split()) not in words] == []


def test_the_paper_names_what_is_not_known():
    _found, words = on_page_and_paper(
        {"event": "tribunal.order_made", "on": "2026-10-05", "order": "unknown", "directed_date": "none",
         "delay": "no_reason"}
    )  # fmt: skip

    assert "We need to know what the Tribunal ordered." in words
    assert "The council: send you the final plan" in words


def test_the_pdf_has_the_dates_in_words():
    answer = Client().get(f"{reverse('law_pdf')}?{ASKED}")

    assert "By Saturday 2 January 2027" in " ".join(pdf_text(answer.content).split())


# What each ground of the closed lists is, as facts -----------------------------------------------------------------

CLOSED = {
    "school_closed_from": "2026-07-20",
    "school_reopens": "2026-09-02",
    "advice_requested_from_head_on": "2026-07-20",
}
NURSERY = {
    "provider_closed_from": "2026-07-20", "provider_reopens": "2026-09-02",
    "advice_requested_from_early_years_on": "2026-07-20",
}  # fmt: skip
GROUNDS = {
    "closed for at least four weeks, and": CLOSED,
    "nursery or childminder": NURSERY,
    "Exceptional personal": {"exceptional_personal_circumstances": True},
    "at least four weeks on end": {"absent_from_area": ["2026-07-02", "2026-08-03"]},
    "at least two weeks on end": {"absent_from_area": ["2026-07-02", "2026-07-18"]},
    "missed an examination": {"missed_body_appointment": True},
    "after your 15 days": {"representations_requested_late": True},
}
CASES = {
    "order.": {"order": "assess"}, "order.draft_plan": {"order": "make_plan"}, "order.amended_plan": {"order": "amend"},
    "order.reconsider": {"order": "reconsider"}, "unopposed.": {"appeal": "refusal_to_assess"},
    "unopposed.draft_plan": {"appeal": "refusal_to_issue"}, "unopposed.amended_plan": {"appeal": "contents_B_F"},
    "mediation.": {"subject": "make_plan_final"},
}  # fmt: skip


def facts_of(rule: str) -> dict[str, object]:
    return next((facts for start, facts in sorted(CASES.items(), reverse=True) if rule.startswith(start)), {})


def lifts(rule: str, ground: dict[str, object]) -> bool:
    """Whether sendlaw lifts this limit on this ground."""
    facts = facts_of(rule) | ground | {"impractical": True}
    return when(RULES[rule].starts[0], "2026-07-01", rule, facts=facts).result == "lifted"


def said_to_lift(rule: str) -> set[str]:
    points = [str(point) for one in closed_lists_for([rule]) for point in one.points]
    return {words for words in GROUNDS if any(words in point for point in points)}


@pytest.mark.parametrize("rule", sorted(RULES))
def test_the_page_names_just_the_excuses_that_sendlaw_accepts(rule):
    accepted = {words for words, ground in GROUNDS.items() if lifts(rule, ground)}

    said = said_to_lift(rule)
    if "at least four weeks on end" in accepted and "at least two weeks on end" in accepted:
        accepted -= {"at least four weeks on end"}  # the shorter stay is the one to name
    assert said == accepted
    assert may_be_excused(rule) == bool(said)


def test_every_list_is_of_rules_that_there_are():
    assert {rule for one in CLOSED_LISTS for rule in one.rules} <= RULES.keys()
