"""The legal list over real rows, copies in other forms, who was asked, words, and the accessibility statement."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.models import Offer
from goldenthread.local_offer.sections.actions.copies import move_request
from goldenthread.local_offer.sections.actions.duties import keep_requirement, keep_word, remove_word
from goldenthread.local_offer.sections.copies import KEPT_FOR, wipe_old_requests
from goldenthread.local_offer.sections.coverage import rows
from goldenthread.local_offer.sections.models import (
    AccessGap,
    AccessStatement,
    AreaWord,
    Consultation,
    CopyRequest,
    CopyRequestEntry,
    RequirementRecord,
    SectionPage,
)
from goldenthread.local_offer.sections.publishing import show_page
from goldenthread.local_offer.sections.shared import SavedMeanwhile
from goldenthread.organisations.models import SettingType
from tests.factories.local_offer import make_service
from tests.factories.offer_pages import make_copy_request, make_link, make_page
from tests.factories.world import TODAY, give_role, inside, make_account, make_setting, seen_by, signed_in
from tests.local_offer.test_reader_role import all_that_is_public

pytestmark = pytest.mark.django_db(transaction=True)


def row(world, key, today=TODAY):
    return next(one for one in rows(world.area.pk, today) if one.requirement.key == key)


# The legal list ---------------------------------------------------------------------------------------------------


def test_a_live_page_meets_its_row_until_a_year_after_its_review(world, officer):
    nothing = row(world, "C16").standing.status
    make_page(officer, "asking-for-an-assessment")

    days = [row(world, "C16", day).standing.status for day in (TODAY, date(2027, 11, 20), date(2027, 11, 21))]

    assert (nothing, days) == ("not_met", ["met", "met", "partly"])


def test_a_live_service_that_was_checked_meets_a_row_alone(world):
    before = row(world, "C12").standing.status
    make_service(world.area, branches=["health"], assured_on=date(2026, 3, 2))

    found = row(world, "C12")

    assert (before, found.standing.status) == ("not_met", "met")
    assert (found.told.services.total, found.told.services.sound) == (1, 1)
    assert found.standing.next_steps == ("Publish the page “health”.",)


def test_a_service_that_nobody_checked_for_a_year_meets_it_partly(world):
    make_service(world.area, branches=["health"], assured_on=date(2025, 11, 19))

    assert row(world, "C12").standing.status == "partly"


def test_a_service_with_a_broken_address_does_not_count_as_checked(world):
    make_service(world.area, branches=["health"], url="https://gone.example.org/")
    before = row(world, "C12").standing.status
    make_link(world.area, "https://gone.example.org/")

    assert (before, row(world, "C12").standing.status) == ("met", "partly")


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("C01", {"provider_type": "maintained_school"}), ("C02", {"provider_type": "academy", "area_scope": "outside"}),
        ("C05", {"secured_by_authority": True}), ("C09", {"sen_information_report_url": "https://school.example.org/r"}),
        ("C11", {"provider_type": "post16"}), ("C13", {"branches": ["care"]}), ("C15", {"sections": ["travel"]}),
        ("C18", {"eligibility": "Children who use a wheelchair", "route": "professional"}), ("C19", {"advice": True}),
        ("C22", {"section_41": True}),
    ],
)  # fmt: skip
def test_each_kind_of_service_tells_its_row(world, key, facts):
    before = row(world, key).told.services.total
    make_service(world.area, **facts)

    assert (before, row(world, key).told.services.total) == (0, 1)


def test_a_state_special_school_counts_by_its_kind_whatever_its_name(world):
    kinds = {"Rowan Bank": SettingType.MAINTAINED_SPECIAL, "Heron Hill": SettingType.SPECIAL_ACADEMY}
    for name, kind in kinds.items():
        school = make_setting(world.area, name, setting_type=kind)
        make_service(world.area, name=name, provider_type="maintained_school", urn=school.urn)
    plain = make_setting(world.area, "Plain Primary")
    make_service(world.area, name="Plain Primary", provider_type="maintained_school", urn=plain.urn)
    make_service(world.area, name="A club", urn="")

    assert row(world, "C04").told.services.total == 2


def test_guidance_is_marked_as_guidance_and_law_is_not(world, office):
    public = Client().get(reverse("offer_must_tell")).content.decode()
    short_breaks = office.get(reverse("office_requirement", args=["C24"])).content.decode()
    lines = list(csv.reader(io.StringIO(office.get(reverse("office_list_csv")).content.decode("utf-8-sig"))))

    higher = public[public.index('id="C23"') : public.index('id="C24"')]
    money = public[public.index('id="C06"') : public.index('id="C07"')]
    assert ("Guidance" in higher, "Guidance" in money, "Guidance" in short_breaks) == (True, False, True)
    assert ("have still to check it" in higher, "have still to check it" in money) == (True, False)
    kind = lines[0].index("Law or guidance")
    assert [line[0] for line in lines[1:] if line[kind] == "Guidance"] == ["C23", "C24"]


def test_an_archived_service_and_one_of_another_area_tell_nothing(world):
    from goldenthread.local_offer.lifecycle import archive
    from tests.factories.local_offer import NOW

    service = make_service(world.area, branches=["health"])
    make_service(world.other_area, branches=["health"])
    with inside(world.area):
        archive(service, by=None, at=NOW)

    assert row(world, "C12").told.services.total == 0


def test_the_list_asks_the_database_equally_often_for_one_service_and_for_three(world, officer):
    make_page(officer, "health")
    make_service(world.area, branches=["health"])
    with CaptureQueriesContext(connection) as one:
        rows(world.area.pk, TODAY)
    make_service(world.area, name="Second", branches=["health"])
    make_service(world.area, name="Third", advice=True)
    with CaptureQueriesContext(connection) as three:
        rows(world.area.pk, TODAY)

    assert len(one) == len(three) <= 5


def test_staff_see_what_to_do_next_and_take_it_out_as_csv(world, office, officer):
    make_page(officer, "short-breaks")

    page = office.get(reverse("office_list"), {"status": "partly"}).content.decode()
    lines = list(csv.reader(io.StringIO(office.get(reverse("office_list_csv")).content.decode("utf-8-sig"))))

    assert ("C24" in page, "Add the document with its address and days." in page, ">C16<" in page) == (
        True,
        True,
        False,
    )
    assert [line[0] for line in lines[1:]] == [f"C{number:02d}" for number in range(1, 25)]
    short_breaks = next(line for line in lines if line[0] == "C24")
    assert short_breaks[5:9] == [
        "Partly met", "The document itself is not linked.", "Add the document with its address and days.", "Short breaks team",
    ]  # fmt: skip


def test_naming_a_document_and_an_owner_changes_what_everybody_reads(world, office, officer):
    make_page(officer, "short-breaks")
    facts = {
        "owner": "Short breaks lead", "pages": ["short-breaks"], "document_title": "Statement 2026",
        "document_address": "https://example.org/statement", "document_from-day": "1", "document_from-month": "9",
        "document_from-year": "2026", "looked": "on",
    }  # fmt: skip

    office.post(reverse("office_requirement", args=["C24"]), facts)

    public = Client().get(reverse("offer_must_tell")).content.decode()
    assert row(world, "C24").standing.status == "met"
    assert [word in public for word in ("Statement 2026", "https://example.org/statement", "Short breaks lead")] == [
        True
    ] * 3


@pytest.mark.parametrize("address", ["javascript:alert", "https://localhost/x", "/etc/passwd", "ftp://example.org/x"])
def test_a_document_has_a_whole_web_address(world, office, address):
    facts = {"owner": "Team", "document_title": "Statement", "document_address": address, "looked": "on"}

    answer = office.post(reverse("office_requirement", args=["C24"]), facts).content.decode()

    assert "Write the whole address" in answer
    assert not RequirementRecord.objects.exists()


def test_the_public_list_claims_no_paragraph_that_is_not_confirmed(world):
    public = Client().get(reverse("offer_must_tell")).content.decode()

    part = public[public.index('id="C16"') : public.index('id="C17"')]
    assert ("Schedule 2" in part, "paragraph" in part) == (True, False)
    assert "Schedule 2, paragraph 3(d)" in public


def test_a_row_of_one_area_says_nothing_of_another(world, officer):
    with seen_by(officer):
        keep_requirement(by=officer, key="C06", facts={"owner": "Larkmere team", "pages": [], "document_title": "",
                         "document_address": "", "document_from": None, "document_until": None})  # fmt: skip

    assert [one.owner for one in rows(world.other_area.pk, TODAY) if one.owner] == []


# Copies in other forms ---------------------------------------------------------------------------------------------


def asked(**more):
    return {
        "form": "large",
        "name": "Doris Whitlock",
        "send_to": "4 Plover Road",
        "notes": "",
        "page": "",
        "language": "",
    } | more


def test_anybody_asks_for_a_copy_and_an_officer_takes_it_to_its_end(world, office, officer):
    make_page(officer)
    browser = Client()

    sent = browser.post(reverse("offer_another_way"), asked(page="short-breaks"), follow=True).content.decode()
    with inside(world.area):
        request = CopyRequest.objects.get()
    page = office.get(reverse("office_copy", args=[request.pk])).content.decode()
    office.post(reverse("move_office_copy", args=[request.pk]), {"move": "make"})
    office.post(reverse("move_office_copy", args=[request.pk]), {"move": "send"})

    assert (request.reference in sent, "4 December 2026" in sent) == (True, True)
    assert [word in page for word in ("Doris Whitlock", "4 Plover Road", "large print", "Short breaks")] == [True] * 4
    with inside(world.area):
        request.refresh_from_db()
        moves = list(CopyRequestEntry.objects.values_list("move", "to_state"))
    assert (request.state, request.ended_on, moves) == ("sent", TODAY, [("make", "making"), ("send", "sent")])


def test_the_same_form_sent_twice_is_one_request(world):
    browser = Client()
    for _time in range(2):
        browser.post(reverse("offer_another_way"), asked(submission_key="one-form"))

    with inside(world.area):
        assert CopyRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"form": ""}, "Choose in which form you want it"), ({"name": ""}, "Enter your name"),
        ({"send_to": ""}, "Say where we shall send it"), ({"form": "language"}, "Choose which language"),
        ({"page": "no-such-page"}, "Select a valid choice"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_and_what_was_typed_stays(world, more, sentence):
    answer = Client().post(reverse("offer_another_way"), asked(notes="On yellow paper", **more)).content.decode()

    assert (sentence in answer or "Answer the question" in answer, "On yellow paper" in answer) == (True, True)
    with inside(world.area):
        assert not CopyRequest.objects.exists()


def test_after_many_requests_from_one_place_it_is_asked_to_wait(world, monkeypatch):
    monkeypatch.setattr("goldenthread.local_offer.sections.views.copies.LIMITS", {"copy": "1/h/ip"})
    browser = Client()
    browser.post(reverse("offer_another_way"), asked(submission_key="a"))

    second = browser.post(reverse("offer_another_way"), asked(submission_key="b"))

    assert (second.status_code, "Try again later" in second.content.decode()) == (429, True)


def test_who_asked_is_sealed_and_public_nowhere(world, raw_url):
    import psycopg

    make_copy_request(world.area)

    with psycopg.connect(raw_url("owner")) as owner:
        kept = str(owner.execute("SELECT * FROM local_offer_sections_copyrequest").fetchall())
    assert ("Bramblewick" in kept, "Withy" in kept, "Bramblewick" in all_that_is_public(raw_url)) == (
        False,
        False,
        False,
    )
    assert not CopyRequest.objects.exists()


def test_an_ended_request_cannot_be_moved_again(world, officer):
    request = make_copy_request(world.area)
    with seen_by(officer):
        move_request(by=officer, copy_request=request.pk, move="give_up", reason="No address")

    with seen_by(officer), pytest.raises(Refused):
        move_request(by=officer, copy_request=request.pk, move="send")


def test_names_and_addresses_are_wiped_three_months_after_the_end_and_not_before(world, officer):
    ended, waiting = make_copy_request(world.area, "a"), make_copy_request(world.area, "b")
    with seen_by(officer):
        sent = move_request(by=officer, copy_request=ended.pk, move="send")
    today = timezone.localdate()
    with inside(world.area):
        CopyRequest.objects.filter(pk=ended.pk).update(wipe_on=today + timedelta(days=1))
        early = wipe_old_requests(world.area.pk)
        CopyRequest.objects.filter(pk=ended.pk).update(wipe_on=today)
        wiped = wipe_old_requests(world.area.pk)
        ended.refresh_from_db()
        waiting.refresh_from_db()

    assert (sent.wipe_on, early, wiped) == (officer.today + KEPT_FOR, 0, 1)
    assert (ended.name, ended.send_to, ended.form, waiting.name) == ("", "", "braille", "Quentin Bramblewick")


def test_a_request_is_found_by_officers_of_its_own_area_only(world):
    request = make_copy_request(world.area)
    stranger = make_account("Strange Officer")
    give_role(stranger, "authority_officer", world.other_area)
    browser = signed_in(stranger)

    answers = [
        browser.get(reverse("office_copy", args=[request.pk])).status_code,
        browser.post(reverse("move_office_copy", args=[request.pk]), {"move": "send"}).status_code,
        browser.get(reverse("give_up_office_copy", args=[request.pk])).status_code,
    ]

    assert answers == [404, 404, 404]
    assert request.reference not in browser.get(reverse("office_copies")).content.decode()


# Who was asked, accessibility, words -------------------------------------------------------------------------------


def consultation(**more):
    return {
        "asking": "involved", "group": "parents", "topic": "set_out", "happened_on-day": "16", "happened_on-month": "6",
        "happened_on-year": "2026", "method": "A morning in the library", "people": "4", "said": "Too many words.",
        "changed": "Fewer words.",
    } | more  # fmt: skip


def test_an_unpublished_consultation_is_hidden_by_the_database_itself(world, office, raw_url):
    office.post(reverse("new_office_consultation"), consultation(said="Planted and not shown"))

    assert "Planted and not shown" not in all_that_is_public(raw_url)
    assert not Consultation.objects.exists()


def test_staff_see_whom_the_regulation_names_that_nobody_has_asked(office):
    office.post(reverse("new_office_consultation"), consultation())

    page = office.get(reverse("office_consultations")).content.decode()

    never = page[page.index("not asked yet") : page.index("</details>", page.index("not asked yet"))]
    assert ("Youth offending teams" in never, "Parents and carers" in never) == (True, False)


def gap(**more):
    facts = {"what": "Three PDF files", "who": "Screen reader", "instead": "Ring us", "criterion": "1.3.1"}
    days = {"found_on": (12, 10, 2026), "mend_by": (31, 3, 2027)} | more
    parts = {
        f"{name}-{part}": value
        for name, day in days.items()
        for part, value in zip(("day", "month", "year"), day, strict=True)
    }
    return facts | parts


def test_the_statement_names_standard_level_gaps_with_days_other_ways_and_who_enforces(world, office):
    before = Client().get(reverse("offer_accessibility")).content.decode()
    office.post(
        reverse("office_accessibility"),
        {
            "tested_on-day": "12",
            "tested_on-month": "10",
            "tested_on-year": "2026",
            "tested_how": "By four people.",
            "answer_days": "10",
        },
    )
    office.post(reverse("new_office_gap"), gap())

    shown = Client().get(reverse("offer_accessibility")).content.decode()

    assert "We have not written down yet how well we meet it." in before
    wanted = (
        "version 2.2, level AA", "We meet it in part.", "Three PDF files", "31 March 2027", "We answer within 10 days.",
        "Equality and Human Rights Commission", "equalityadvisoryservice.com", "By four people.", "12 October 2026",
        reverse("offer_another_way"),
    )  # fmt: skip
    assert [words for words in wanted if words not in shown] == []


def statement(**more):
    days = {"tested_on-day": "12", "tested_on-month": "10", "tested_on-year": "2026"}
    return days | {"tested_how": "By four people.", "answer_days": "10"} | more


def requirement(**more):
    return {"owner": "Breaks team", "pages": [], "document_title": "", "document_address": "", "looked": "on"} | more


def one_of_each(world, office):
    """A row that two officers may change: the address of its form, what is sent, the field to change and its new words."""
    office.post(reverse("new_office_consultation"), consultation())
    office.post(reverse("new_office_gap"), gap())
    office.post(reverse("new_office_word"), {"word": "Wayfinder", "also": "", "meaning": "A meeting.", "source": ""})
    office.post(reverse("office_accessibility"), statement())
    office.post(reverse("office_requirement", args=["C24"]), requirement())
    with inside(world.area):
        asked, hole, word = Consultation.objects.get().pk, AccessGap.objects.get().pk, AreaWord.objects.get().pk
    return [
        (reverse("office_consultation", args=[asked]), consultation(), "said", Consultation),
        (reverse("office_gap", args=[hole]), gap(), "what", AccessGap),
        (reverse("office_word", args=[word]), {"word": "Wayfinder", "also": "", "source": ""}, "meaning", AreaWord),
        (reverse("office_accessibility"), statement(), "tested_how", AccessStatement),
        (reverse("office_requirement", args=["C24"]), requirement(), "owner", RequirementRecord),
    ]


def test_whoever_saves_second_is_shown_what_the_first_saved_and_loses_nothing(world, office):
    second = make_account("Second Officer")
    give_role(second, "authority_officer", world.area)
    other, told = signed_in(second), []

    for address, facts, field, model in one_of_each(world, office):
        opened = office.get(address).context["hidden"]
        other.post(address, facts | {field: "Words of the other"})
        late = office.post(address, facts | opened | {field: "Words of the late one"})
        text = late.content.decode()
        with inside(world.area):
            kept = getattr(model.objects.get(), field)
        office.post(address, facts | late.context["hidden"] | {field: "Words of both"})
        with inside(world.area):
            both = getattr(model.objects.get(), field)
        told.append(("Words of the other" in text, "Words of the late one" in text, kept, both))

    assert told == [(True, True, "Words of the other", "Words of both")] * 5


def test_what_was_typed_when_the_sign_in_ran_out_comes_back_in_every_form(world, office):
    back = []
    for address, facts, field, model in one_of_each(world, office):
        opened = office.get(address)
        Client().post(address, facts | opened.context["hidden"] | {field: "Half a sentence"})
        again = office.get(address).content.decode()
        with inside(world.area):
            back.append(("Half a sentence" in again, getattr(model.objects.get(), field) == "Half a sentence"))
    new = reverse("new_office_consultation")
    Client().post(new, consultation(said="Half a new one") | office.get(new).context["hidden"])

    assert back == [(True, False)] * 5
    assert "Half a new one" in office.get(new).content.decode()


def test_between_reading_and_lock_nothing_is_written_over_either(world, officer):
    facts = {"word": "Wayfinder", "also": [], "meaning": "A meeting.", "source": ""}
    with seen_by(officer):
        word = keep_word(by=officer, facts=facts)
        keep_word(by=officer, facts=facts | {"meaning": "Another."}, area_word=word.pk)

    with seen_by(officer), pytest.raises(SavedMeanwhile):
        keep_word(by=officer, facts=facts | {"meaning": "Late."}, area_word=word.pk, seen=facts)
    with inside(world.area):
        assert AreaWord.objects.get().meaning == "Another."


def test_a_new_owner_alone_moves_no_day_of_review(world, office):
    address = reverse("office_requirement", args=["C24"])
    whole = requirement(document_title="Statement", document_address="https://example.org/statement")
    office.post(address, whole)
    long_ago = date(2025, 1, 6)
    with inside(world.area):
        RequirementRecord.objects.update(reviewed_on=long_ago, document_reviewed_on=long_ago)
    unticked = {name: value for name, value in whole.items() if name != "looked"}

    office.post(address, unticked | {"owner": "Somebody else"})
    moved = office.post(address, unticked | {"document_address": "https://example.org/newer"}).content.decode()

    with inside(world.area):
        kept = RequirementRecord.objects.get()
    assert (kept.owner, kept.reviewed_on, kept.document_reviewed_on) == ("Somebody else", long_ago, long_ago)
    assert "tick that you have" in moved
    assert "Looked at as a whole on" in office.get(address).content.decode()
    office.post(address, whole)
    with inside(world.area):
        kept = RequirementRecord.objects.get()
        assert (kept.reviewed_on, kept.document_reviewed_on) == (TODAY, TODAY)


def test_a_gap_that_is_mended_is_said_to_be_mended(world, office):
    office.post(reverse("new_office_gap"), gap())
    with inside(world.area):
        key = AccessGap.objects.get().pk
    office.post(reverse("office_gap", args=[key]), gap(mended_on=(1, 11, 2026)))

    shown = Client().get(reverse("offer_accessibility")).content.decode()

    assert ("What does not work yet" in shown, "What we have mended" in shown) == (False, True)


def test_an_areas_own_word_goes_before_the_shipped_one_and_comes_back_when_it_goes(world, office):
    office.post(
        reverse("new_office_word"), {"word": "SENCO", "also": "", "meaning": "Our lead for help.", "source": ""}
    )
    own = Client().get(reverse("offer_words")).content.decode()
    with inside(world.area):
        key = AreaWord.objects.get().pk
    office.post(reverse("remove_office_word", args=[key]))

    shipped = Client().get(reverse("offer_words")).content.decode()

    said = "The teacher who leads the help for children with SEN"
    assert ("Our lead for help." in own, said in own) == (True, False)
    assert ("Our lead for help." in shipped, said in shipped) == (False, True)


def test_a_word_is_explained_once_by_an_area(officer):
    facts = {"word": "Wayfinder", "also": [], "meaning": "A meeting.", "source": ""}
    with seen_by(officer):
        keep_word(by=officer, facts=facts)

    with seen_by(officer), pytest.raises(Refused, match="explained already"):
        keep_word(by=officer, facts=facts | {"word": "wayfinder"})


def test_removing_a_word_of_another_area_is_not_found(world, officer):
    from goldenthread.access.permissions import NotFound

    with inside(world.other_area):
        word = AreaWord.objects.create(
            authority=world.other_area, holder=world.other_area, word="Other", meaning="Theirs.", kept_at=timezone.now()
        )

    with seen_by(officer), pytest.raises(NotFound):
        remove_word(by=officer, area_word=word.pk)


def test_any_template_explains_a_word_with_the_tag(world):
    offer = Offer.objects.get(authority=world.area)
    page = Template('{% load words %}{% explained "EHC plan" "the plan" %} {% explained "no such word" %}')

    shown = page.render(Context({"offer": offer}))

    assert "<summary>the plan</summary>" in shown
    assert f"{reverse('offer_words')}#ehc-plan" in shown
    assert shown.endswith(" no such word")


def test_the_words_page_has_each_letter_once_and_a_place_for_each_word(world):
    shown = Client().get(reverse("offer_words")).content.decode()

    assert shown.count('id="letter-S"') == 1
    assert ('id="ehc-plan"' in shown, 'id="assess-plan-do-review"' in shown) == (True, True)


def test_the_copy_of_a_page_says_its_owner_without_any_persons_name(world, officer, raw_url):
    make_page(officer)
    with inside(world.area):
        show_page(SectionPage.objects.get())

    assert officer.name not in all_that_is_public(raw_url)
