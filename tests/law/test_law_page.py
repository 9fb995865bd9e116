""" "When should I hear?" as a parent opens it: question by question, the answer, and the link to keep."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.law.asked import read
from goldenthread.law.questions import QUESTIONS
from goldenthread.law.timeline import EVENTS, RULES
from goldenthread.law.what_happened import BEGINNINGS, LEFT_OUT, STAGES

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def parent() -> Client:
    """Somebody who is not signed in and has never been here."""
    return Client()


def opened(parent: Client, address: str):
    """The page that an address leads to in the end, with where it is."""
    answer = parent.get(address, follow=True)
    where = answer.redirect_chain[-1][0] if answer.redirect_chain else address
    return answer, where


def text_of(answer) -> str:
    """What stands on a page, without its marks."""
    main = answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0].replace("<wbr>", "")
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", main)))


def fields_of(answer) -> dict[str, str]:
    """The hidden fields of the page's form: what the next address keeps."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.content.decode())
    return {name: html.unescape(value) for name, value in found}


def say(parent: Client, page, **typed: str):
    """Answer the question on a page, as its form does."""
    address = reverse("law_question")
    typed = {name.replace("_", "-"): value for name, value in typed.items()}
    found = parent.get(address, {**fields_of(page), **typed, "go": "1"}, follow=True)
    return found, found.redirect_chain[-1][0] if found.redirect_chain else ""


def test_a_parent_is_led_from_what_happened_to_the_dates(parent):
    stages, _ = opened(parent, reverse("when_should_i_hear"))
    stage, _ = opened(parent, reverse("when_should_i_hear") + "?about=assessment")
    day, _ = opened(parent, reverse("law_question") + "?event=ehcna.request_received")
    delay, _ = say(parent, day, day_day="21", day_month="11", day_year="2026")
    answer, where = say(parent, delay, answer="no_reason")

    assert "Asking for an EHC needs assessment" in text_of(stages)
    assert "I asked the council for an assessment, or the school did" in text_of(stage)
    assert "When did the council get the request?" in text_of(day)
    assert "Has the council given you a reason for taking longer?" in text_of(delay)
    assert where == reverse("law_answer") + "?event=ehcna.request_received&on=2026-11-21&delay=no_reason"
    told = text_of(answer)
    for expected in (
        "By Saturday 2 January 2027, the council must tell you if it will look into your child's needs",
        "By Saturday 13 March 2027 The council must tell you, with reasons, if it decides not to make a plan.",
        "By Saturday 10 April 2027 The council must send you the final plan, if it makes one.",
        "SEND Regulations 2014 (SI 2014/1530) reg 4(1), 5(1)",
        "Request received Saturday 21 November 2026.",
        "too few educational psychologists or other staff",
        "SENDIASS",
        "Local Government and Social Care Ombudsman",
    ):
        assert expected in told


def test_a_day_that_is_none_is_refused_beside_its_boxes_and_stays_as_typed(parent):
    page, _ = opened(parent, reverse("law_question") + "?event=draft.served")

    refused, where = say(parent, page, day_day="31", day_month="2", day_year="2026")

    assert where == ""
    assert "The date must be a real date" in text_of(refused)
    assert '<a href="#id_day-day">The date must be a real date</a>' in refused.content.decode()
    assert re.findall(r'name="day-(\w+)"[^>]*value="(\d+)"', refused.content.decode()) == [
        ("day", "31"), ("month", "2"), ("year", "2026"),
    ]  # fmt: skip
    assert refused.content.decode().split("<title>")[1].startswith("Error:")


@pytest.mark.parametrize(
    ("query", "typed", "sentence"),
    [
        ("event=draft.served", ("31", "8", "2014"), "on or after 1 September 2014, when this law began"),
        ("event=draft.served", ("1", "1", "2100"), "The year must lie from 1900 to 2099"),
        ("event=person.born", ("31", "12", "1899"), "must have a year of four digits"),
    ],
)
def test_a_day_outside_the_law_is_refused_in_plain_words(parent, query, typed, sentence):
    page, _ = opened(parent, f"{reverse('law_question')}?{query}")

    refused, _ = say(parent, page, day_day=typed[0], day_month=typed[1], day_year=typed[2])

    assert sentence in text_of(refused)


def test_a_certificate_from_before_the_decision_is_refused_beside_its_day(parent):
    page, _ = opened(parent, reverse("law_question") + "?event=decision.notice_sent&on=2026-10-05")

    refused, _ = say(parent, page, answer="known", day_day="4", day_month="10", day_year="2026")

    assert "The date must be on or after 5 October 2026, the day you gave before" in text_of(refused)


def test_a_choice_not_made_is_asked_for_and_not_knowing_is_always_possible(parent):
    page, _ = opened(parent, reverse("law_question") + "?event=tribunal.order_made&on=2026-10-05")

    refused, _ = say(parent, page)
    unknown, where = say(parent, page, answer="unknown")

    assert "Choose an answer. You can choose that you do not know." in text_of(refused)
    assert where.endswith("event=tribunal.order_made&on=2026-10-05&order=unknown&ask=directed_date")
    assert "Did the Tribunal set its own date?" in text_of(unknown)


def test_days_of_a_closure_in_the_wrong_order_or_half_given_are_refused(parent):
    query = "event=ehcna.request_received&on=2026-05-11&delay=closure&advice_requested_from_head_on=2026-07-17"
    page, _ = opened(parent, f"{reverse('law_question')}?{query}")
    first = {"day_1_day": "23", "day_1_month": "7", "day_1_year": "2026"}

    half, _ = say_boxes(parent, page, first)
    wrong, _ = say_boxes(parent, page, first | {"day_2_day": "1", "day_2_month": "7", "day_2_year": "2026"})
    _right, where = say_boxes(parent, page, first | {"day_2_day": "2", "day_2_month": "9", "day_2_year": "2026"})

    assert "Enter this day, or say below that you do not know" in text_of(half)
    assert "This day must be on or after the first day" in text_of(wrong)
    assert "school_closure=2026-07-23%2C2026-09-02" in where


def say_boxes(parent: Client, page, typed: dict[str, str]):
    """Answer a question of several days: day_1_month is the box day_1-month."""
    boxes = {f"{name.rsplit('_', 1)[0]}-{name.rsplit('_', 1)[1]}": value for name, value in typed.items()}
    found = parent.get(reverse("law_question"), {**fields_of(page), **boxes, "go": "1"}, follow=True)
    return found, found.redirect_chain[-1][0] if found.redirect_chain else ""


def test_back_and_change_keep_every_other_answer(parent):
    query = "event=cease.notice_sent&on=2026-10-05&appeal_made=no&mediation_adviser_contacted=no"
    answer, _ = opened(parent, f"{reverse('law_answer')}?{query}")
    change = html.unescape(re.search(r'href="([^"]*ask=appeal_made)"', answer.content.decode())[1])

    again, _ = opened(parent, change)
    _page, where = say(parent, again, answer="yes")

    assert 'value="no"' in re.search(r"<input[^>]*checked[^>]*>", again.content.decode())[0]
    assert where == f"{reverse('law_answer')}?event=cease.notice_sent&on=2026-10-05&appeal_made=yes"


def test_what_is_not_known_is_named_with_what_waits_for_it(parent):
    query = "event=tribunal.order_made&on=2026-10-05&order=unknown&directed_date=none&delay=no_reason"

    answer, _ = opened(parent, f"{reverse('law_answer')}?{query}")

    told = text_of(answer)
    assert "Unknown. We cannot work out this date yet. We need to know what the Tribunal ordered." in told
    assert "The council: send you the final plan" in told
    assert "All the dates" not in told


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("delay=other", "The reason you were given is not one that the law accepts. The dates stand."),
        (
            "delay=absence&absent_from_area=2027-04-05%2C2027-05-02&impractical=yes",
            "The date stands: Away from the area for 27 days in that time; at least 28 are needed.",
        ),
        (
            "delay=absence&absent_from_area=2027-04-05%2C2027-05-03&impractical=yes",
            "If that is right, the council may take longer. It must still act as soon as possible.",
        ),
    ],
)
def test_a_reason_for_delay_is_judged(parent, query, sentence):
    answer, _ = opened(parent, f"{reverse('law_answer')}?event=ehcna.request_received&on=2027-03-01&{query}")

    assert sentence in text_of(answer)


def test_guidance_is_never_shown_as_law(parent):
    answer, _ = opened(parent, f"{reverse('law_answer')}?event=complaint.received&on=2026-10-05")

    told = text_of(answer)
    assert "That day was 39 days ago" in told
    assert "late, if it has not happened" not in told
    assert "Guidance Ombudsman Complaint Handling Code" in told
    assert ">Law<" not in answer.content.decode()


def test_somebody_who_complained_already_is_not_told_to_complain(parent):
    answer, _ = opened(parent, f"{reverse('law_answer')}?event=complaint.received&on=2026-10-05")

    remedies = [str(one.title) for one in answer.context["shown"].remedies]
    assert remedies == [
        "Write to the council",
        "Get free advice",
        "Then go to the Ombudsman",
        "As a last step, a court",
    ]


def test_what_is_uncertain_says_so(parent):
    answer, _ = opened(parent, f"{reverse('law_answer')}?event=recommendation.response_received&on=2026-10-05")

    assert "We are not sure of this one." in text_of(answer)


def test_what_was_done_already_is_not_asked_for_again(parent):
    query = "event=ehcna.assessment_agreed&on=2026-11-10&ehcna.request_received=2026-10-05"

    answer, _ = opened(parent, f"{reverse('law_answer')}?{query}")

    told = text_of(answer)
    assert "By Monday 16 November 2026 The council must tell you if it will look into your child's needs" in told
    assert "Done in time" in told
    assert "By Monday 22 February 2027 The council must send you the final plan" in told


ODD_ADDRESSES = [
    "",
    "event=Amara",
    "event=ehcna.request_received",
    "event=ehcna.request_received&on=yesterday",
    "event=ehcna.request_received&on=2026-W47-6",
    "event=ehcna.request_received&on=0001-01-01",
    "event=person.born&on=0001-01-01",
    "event=cease.notice_sent&on=2026-10-05&appeal_made=no&mediation_adviser_contacted=yes&certificate_issued=2026-01-01",
    "event=move.old_la_aware&on=2026-10-05&move_date=0001-01-02",
    "event=move.old_la_aware&on=2099-12-31&move_date=2099-12-31",
    "event=plan.first_made&on=2099-12-31&transfer_date=2099-12-31",
    "event=claim.conduct_date&on=2099-12-31&ehrc_conciliation=yes",
    "event=person.born&on=2099-12-31&attends=fe_college",
    "event=person.born&on=1900-01-01&attends=fe_college",
]


@pytest.mark.parametrize("page", ["law_question", "law_answer", "law_pdf", "law_word", "law_calendar"])
def test_no_address_breaks_a_page(parent, page):
    answers = {query: parent.get(f"{reverse(page)}?{query}", follow=True).status_code for query in ODD_ADDRESSES}

    assert {query: status for query, status in answers.items() if status not in (200, 404)} == {}


def test_a_link_holds_nothing_but_codes_and_dates(parent):
    """Put a name everywhere it could go, and ask for every thing that can happen: no link takes it on."""
    allowed = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*|[\d-]{10}(,[\d-]{10}){0,2}|[a-z_]+(,[a-z_]+)*|1")
    codes = {*EVENTS, *(question.name for question in QUESTIONS.values()), "event", "on", "ask"}
    for beginning in BEGINNINGS.values():
        query = {"event": beginning.event, "on": "2026-10-05", "name": "Amara", "child": "Amara Bello"}
        query |= {QUESTIONS[name].name: "Amara" for name in beginning.asks}
        query |= {other.event: "Amara" for other in beginning.other_days}
        page = parent.get(reverse("law_answer"), query, follow=True)

        asked = read(query)
        while asked.open_step:
            asked = asked.with_answer(asked.open_step, "unknown")
        answer = parent.get(f"{reverse('law_answer')}?{asked.query}")

        for found in (page, answer):
            text = found.content.decode()
            assert "Amara" not in text
            for link in re.findall(r'href="([^"]*/when-should-i-hear/[^"]*)"', text):
                for name, value in parse_qsl(urlsplit(html.unescape(link)).query):
                    assert name in codes | {"about"}
                    assert name == "about" or allowed.fullmatch(value), link


def test_nothing_is_kept_in_the_browser_or_on_the_way(parent):
    for address in (
        reverse("when_should_i_hear"),
        f"{reverse('law_answer')}?event=draft.served&on=2026-10-05&ehcna.request_received=unknown",
    ):
        answer = parent.get(address)

        assert answer.cookies.output() == ""
        assert answer.headers["Cache-Control"] == "no-store"


def test_everything_a_family_can_meet_is_on_the_page():
    """Every event that starts a rule is in the lists, or left out with a reason; every list is short."""
    starting = {event for rule in RULES.values() for event in rule.starts}
    listed = {
        event for one in BEGINNINGS.values() for event in (*one.events, *(other.event for other in one.other_days))
    }

    assert starting - listed == set(LEFT_OUT) - listed
    assert len(BEGINNINGS) == sum(len(stage.beginnings) for stage in STAGES)
    assert max(len(stage.beginnings) for stage in STAGES) <= 9
    assert {name for one in BEGINNINGS.values() for name in one.asks} == set(QUESTIONS)


def faults_in_asking_about(parent: Client, event: str) -> list[str]:
    """From the first question to the answer, saying "I do not know" wherever that is possible."""
    faults, asked = [], read({"event": event, "on": "2026-10-05"})
    while asked.open_step:
        page = parent.get(f"{reverse('law_question')}?{asked.query}&ask={asked.open_step}")
        faults += [] if "I do not know" in text_of(page) else [f"{asked.open_step} must be known"]
        asked = asked.with_answer(asked.open_step, "unknown")
    answer = parent.get(f"{reverse('law_answer')}?{asked.query}")
    told = re.sub(r"http\S+", "", text_of(answer))  # the link to keep is made of codes
    faults += [] if "What to do if it is late" in told else ["no remedy"]
    return faults + [f"a code: {code}" for code in re.findall(r"[a-z]+_[a-z_]+|\bNone\b", told)]


def test_everything_that_can_happen_can_be_asked_about_without_knowing_more(parent):
    faults = {event: faults_in_asking_about(parent, event) for event in BEGINNINGS}

    assert {event: found for event, found in faults.items() if found} == {}
