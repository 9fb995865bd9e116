"""An officer writes, previews, publishes and reviews pages; versions are kept; two writers never lose a word."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.roles import ROLES
from goldenthread.audit.models import Entry
from goldenthread.local_offer.sections import queries
from goldenthread.local_offer.sections.actions import pages as actions
from goldenthread.local_offer.sections.models import PageTranslation, PageVersion, PublishedPage, SectionPage
from goldenthread.local_offer.sections.starting import starting_pages
from tests.factories.offer_pages import (
    NEXT_REVIEW,
    PLAIN,
    make_draft,
    make_page,
    make_shown_page,
    publish,
    translated,
    words,
)
from tests.factories.world import TODAY, give_role, inside, make_account, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)
HARD = "Notwithstanding considerations previously enumerated, prospective beneficiaries demonstrate eligibility comprehensively."


def posted(seen=0, **more):
    facts = {
        "title": "Short breaks", "summary": "Time to rest.", "body": PLAIN, "easy_read_words": "rest: You can have a rest.",
        "sources": "", "video_address": "", "video_minutes": "", "video_transcript": "", "why": "", "seen_saves": seen,
    }  # fmt: skip
    return facts | more


def review_day(day=NEXT_REVIEW, seen=2):
    """seen: how often the draft had been saved when it was read."""
    days = {"next_review_on-day": day.day, "next_review_on-month": day.month, "next_review_on-year": day.year}
    return days | {"seen_saves": seen}


def at(name, page, **more):
    return reverse(name, kwargs={"offer_page": page.pk} | more)


def test_an_officer_takes_a_page_from_nothing_to_everybody(office, world):
    office.post(
        reverse("new_office_page"),
        {"title": "Short breaks", "slug": "short-breaks", "owner": "Breaks team", "order": "10", "section": "social"},
    )
    with inside(world.area):
        page = SectionPage.objects.get()
    office.post(at("write_office_page", page), posted(seen=1, preview="1"))
    preview = office.get(at("preview_office_page", page)).content.decode()
    before = Client().get(reverse("offer_page", args=["short-breaks"])).status_code
    office.post(at("publish_office_page", page), review_day())

    shown = Client().get(reverse("offer_page", args=["short-breaks"])).content.decode()

    assert ("We help you." in preview, before) == (True, 404)
    assert ("We help you." in shown, "Breaks team" in shown, "1 November 2027" in shown) == (True, True, True)
    copy = PublishedPage.objects.get()
    assert (copy.reviewed_on, copy.next_review_on, copy.number) == (TODAY, NEXT_REVIEW, 1)


def test_saving_says_the_reading_age_and_which_sentences_are_hard(office, officer):
    page = make_draft(officer)

    plain = office.post(at("write_office_page", page), posted(seen=2), follow=True).content.decode()
    hard = office.post(at("write_office_page", page), posted(seen=3, body=HARD), follow=True).content.decode()

    assert ("Saved. Reading age about" in plain, "make it hard" in plain) == (True, False)
    assert ("Wanted are 9 to 11" in hard, HARD in hard) == (True, True)


def test_a_hard_text_is_published_only_with_a_reason_which_is_kept(office, officer, world):
    page = make_draft(officer, body=HARD)

    asked = office.post(at("publish_office_page", page), review_day()).content.decode()
    hidden = PublishedPage.objects.exists()
    with seen_by(officer), pytest.raises(Refused):
        actions.publish_page(by=officer, page=page.pk, next_review_on=NEXT_REVIEW)
    office.post(at("publish_office_page", page), review_day() | {"hard_because": "It quotes the Act."})

    assert ("Why must the text be this hard to read?" in asked, hidden) == (True, False)
    with inside(world.area):
        assert PageVersion.objects.get(state="published").hard_because == "It quotes the Act."


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"body": "Fine.\n\n[x](javascript:x)"}, "Line 3: “javascript:x” is not an address that a page can link to."),
        ({"easy_read_words": "unicorn: Hello."}, "Line 1: Begin with the name of a picture"),
        ({"video_address": "https://film.example.org/a"}, "A film can be shown only with captions"),
        ({"video_address": "https://10.0.0.1:99/a"}, "Write the whole address"),
        ({"title": ""}, "Enter title"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(office, officer, more, sentence):
    page = make_draft(officer)

    answer = office.post(
        at("write_office_page", page), posted(seen=2, summary="My own summary", **more)
    ).content.decode()

    assert (sentence in answer, "My own summary" in answer) == (True, True)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"body": "[x](javascript:x)"}, "Line 1 of the text cannot be shown"),
        ({"body": ""}, "no text yet"),
        ({"easy_read": ""}, "no Easy Read words yet"),
    ],
)
def test_what_cannot_be_shown_is_refused_whoever_asks(officer, more, sentence):
    page = make_draft(officer, **more)

    with seen_by(officer), pytest.raises(Refused, match=sentence):
        actions.publish_page(by=officer, page=page.pk, next_review_on=NEXT_REVIEW)


def test_the_next_review_lies_within_a_year_and_ahead(office, officer):
    page = make_draft(officer)

    late = office.post(at("publish_office_page", page), review_day(date(2027, 11, 21))).content.decode()
    past = office.post(at("publish_office_page", page), review_day(TODAY)).content.decode()

    assert ("Choose a day within a year" in late, "must be in the future" in past, PublishedPage.objects.exists()) == (
        True,
        True,
        False,
    )


def test_what_is_shown_stays_while_a_change_is_written_and_every_version_is_kept(officer):
    shown = make_page(officer)
    with seen_by(officer):
        actions.write_draft(by=officer, page=shown.pk, words=words(body="Second words.", why="Plainer"))
    during = PublishedPage.objects.get().body
    with seen_by(officer):
        actions.publish_page(by=officer, page=shown.pk, next_review_on=NEXT_REVIEW)
        kept = [(one.number, one.state, one.body) for one in queries.versions(officer, queries.page(officer, shown.pk))]

    assert (during, PublishedPage.objects.get().body) == (PLAIN, "Second words.")
    assert kept == [(2, "published", "Second words."), (1, "past", PLAIN)]


def test_an_earlier_version_is_taken_up_as_a_draft(office, officer):
    shown = make_page(officer)
    with seen_by(officer):
        actions.write_draft(by=officer, page=shown.pk, words=words(body="Second words."))
        actions.publish_page(by=officer, page=shown.pk, next_review_on=NEXT_REVIEW)
        first = PageVersion.objects.get(number=1)

    office.post(at("restore_office_page", shown, page_version=first.pk))

    with seen_by(officer):
        draft = queries.draft(officer, queries.page(officer, shown.pk))
    assert (draft.number, draft.body, draft.why, PublishedPage.objects.get().body) == (
        3,
        PLAIN,
        "As in version 1",
        "Second words.",
    )


def test_two_writers_the_later_one_is_warned_and_both_texts_are_there(office, officer, world):
    page = make_draft(officer)
    opened = office.get(at("write_office_page", page)).content.decode()
    seen = int(opened.split('name="seen_saves" value="')[1].split('"')[0])
    second = make_account("Second Officer")
    give_role(second, "authority_officer", world.area)
    signed_in(second).post(at("write_office_page", page), posted(seen=seen, body="Words of the second."))

    late = office.post(at("write_office_page", page), posted(seen=seen, body="Words of the first."))
    shown = late.content.decode()
    with inside(world.area):
        kept = PageVersion.objects.get().body
    again = int(shown.split('name="seen_saves" value="')[1].split('"')[0])
    office.post(at("write_office_page", page), posted(seen=again, body="Words of both."))

    assert late.status_code == 409
    assert ("Words of the first." in shown, "Words of the second." in shown, kept) == (
        True,
        True,
        "Words of the second.",
    )
    with inside(world.area):
        assert PageVersion.objects.get().body == "Words of both."


def test_what_was_typed_before_the_sign_in_ran_out_is_in_the_form_again(office, officer, world):
    page = make_draft(officer)
    mark = (
        office.get(at("write_office_page", page)).content.decode().split('name="draft_mark" value="')[1].split('"')[0]
    )
    Client().post(at("write_office_page", page), posted(seen=2, draft_mark=mark, body="Half a sentence that"))

    again = office.get(at("write_office_page", page)).content.decode()
    office.post(at("write_office_page", page), posted(seen=2, body="A whole sentence."))
    after = office.get(at("write_office_page", page)).content.decode()

    assert ("Half a sentence that" in again, "It has not been saved." in again) == (True, True)
    assert ("Half a sentence that" in after, "A whole sentence." in after) == (False, True)


def test_reviewed_nothing_changed_moves_the_days_and_makes_no_version(office, officer, world):
    shown = make_page(officer)
    with inside(world.area):
        SectionPage.objects.update(reviewed_on=date(2025, 1, 6), next_review_on=date(2026, 1, 6))

    office.post(at("unchanged_office_page", shown), review_day())

    copy = PublishedPage.objects.get()
    assert (copy.reviewed_on, copy.next_review_on) == (TODAY, NEXT_REVIEW)
    with inside(world.area):
        assert PageVersion.objects.count() == 1


def test_beginning_with_the_shipped_texts_leaves_what_there_is(office, officer, world):
    make_page(officer, body="Our own words.")

    office.post(reverse("start_office_pages"))
    office.post(reverse("start_office_pages"))

    with inside(world.area):
        assert SectionPage.objects.count() == len(starting_pages())
        assert SectionPage.objects.get(slug="short-breaks").versions.get().body == "Our own words."
    assert PublishedPage.objects.count() == 1


def test_a_translation_is_kept_hidden_or_shown_as_the_officer_says(office, officer, world):
    shown = make_page(officer)
    facts = {
        "title": "Krótkie przerwy", "summary": "Czas.", "body": "Możesz odpocząć.", "translator": "Anna Zielińska",
        "translated_on-day": "2", "translated_on-month": "11", "translated_on-year": "2026", "of_number": "1", "by_a_person": "on",
    }  # fmt: skip
    where = at("translate_office_page", shown, language="pl")

    asked = office.get(where).content.decode()
    office.post(where, facts)
    hidden = Client().get(reverse("offer_page_in", args=["short-breaks", "pl"])).status_code
    office.post(where, facts | {"publish": "1"})
    open_ = Client().get(reverse("offer_page_in", args=["short-breaks", "pl"])).status_code
    office.post(at("withdraw_office_translation", shown, language="pl"))

    assert ("Translation: Polish" in asked, hidden, open_) == (True, 404, 200)
    assert Client().get(reverse("offer_page_in", args=["short-breaks", "pl"])).status_code == 404
    with inside(world.area):
        assert PageTranslation.objects.get().translator == "Anna Zielińska"


def test_nobody_publishes_words_they_have_not_seen(office, officer, world):
    page = make_draft(officer)
    opened = office.get(at("publish_office_page", page))
    seen = opened.context["form"].initial["seen_saves"]
    with seen_by(officer):
        actions.write_draft(by=officer, page=page.pk, words=words(body="Words that came in between."))

    told = office.post(at("publish_office_page", page), review_day(seen=seen))
    hidden = PublishedPage.objects.exists()
    text = told.content.decode()
    office.post(at("publish_office_page", page), review_day(seen=told.context["form"]["seen_saves"].value()))

    assert "We help you." in opened.content.decode()
    assert ("Somebody changed the text" in text, "Words that came in between." in text, hidden) == (True, True, False)
    assert PublishedPage.objects.get().body == "Words that came in between."


POLISH = {
    "title": "Krótkie przerwy", "summary": "Czas.", "body": "Możesz odpocząć.", "translator": "Anna Zielińska",
    "translated_on-day": "2", "translated_on-month": "11", "translated_on-year": "2026", "of_number": "1", "by_a_person": "on",
}  # fmt: skip


def test_a_translation_picked_up_again_claims_the_english_it_was_made_from(office, officer, world):
    shown = make_page(officer)
    where = at("translate_office_page", shown, language="pl")
    office.post(where, POLISH | {"save": "draft"})
    with seen_by(officer):
        actions.write_draft(by=officer, page=shown.pk, words=words(body="You can ring us now."))
        actions.publish_page(by=officer, page=shown.pk, next_review_on=NEXT_REVIEW)

    again = office.get(where)

    form = again.context["form"]
    assert {name: form[name].value() for name in ("body", "of_number", "translator")} == {
        "body": "Możesz odpocząć.", "of_number": "1", "translator": "Anna Zielińska",
    }  # fmt: skip
    assert "This is what you typed before" in again.content.decode()
    assert re.search(r'name="translated_on-day"[^>]* value="2"', again.content.decode())
    assert f'href="{where}"' in office.get(reverse("drafts")).content.decode()


def test_of_two_who_translate_the_later_one_sees_both(office, officer, world):
    shown = make_page(officer)
    where = at("translate_office_page", shown, language="pl")
    opened = office.get(where).context["hidden"]
    second = make_account("Second Officer")
    give_role(second, "authority_officer", world.area)
    signed_in(second).post(where, POLISH)

    late = office.post(where, POLISH | opened | {"body": "Inne słowa."})
    with inside(world.area):
        kept = PageTranslation.objects.get().body
    office.post(where, POLISH | late.context["hidden"] | {"body": "Oba."})

    text = late.content.decode()
    assert ("Możesz odpocząć." in text, "Inne słowa." in text, kept) == (True, True, "Możesz odpocząć.")
    with inside(world.area):
        assert PageTranslation.objects.get().body == "Oba."


def test_a_translation_that_cannot_be_shown_yet_is_refused_with_every_word_still_there(office, officer):
    page = make_draft(officer)

    text = office.post(at("translate_office_page", page, language="pl"), POLISH | {"publish": "1"}).content.decode()

    assert ("Publish the English page first" in text, "Możesz odpocząć." in text) == (True, True)


def test_a_translation_needs_a_person_and_a_page_that_is_shown(office, officer):
    page = make_draft(officer)

    machine = office.post(at("translate_office_page", page, language="pl"), {"publish": "1"}).content.decode()
    with seen_by(officer), pytest.raises(Refused, match="Publish the English page first"):
        actions.write_translation(by=officer, page=page.pk, language="pl", words=translated(), publish=True)

    assert "Tick the box to go on" in machine


def test_everything_done_is_in_the_audit_log_without_a_word_of_text(officer, world):
    shown = make_page(officer, body="A sentence that nobody may find in the log.")
    with seen_by(officer):
        actions.review_unchanged(by=officer, page=shown.pk, next_review_on=NEXT_REVIEW)
        actions.withdraw_page(by=officer, page=shown.pk)

    with inside(world.area):
        entries = list(Entry.objects.order_by("at", "id").values_list("action", "detail"))
    assert [action for action, _detail in entries if action.startswith("offer_page.")] == [
        "offer_page.made", "offer_page.written", "offer_page.published", "offer_page.reviewed", "offer_page.withdrawn",
    ]  # fmt: skip
    assert "nobody may find" not in str(entries)


def test_an_officer_of_another_area_finds_nothing_and_sees_none_of_it_in_lists(world, officer):
    kept = make_shown_page(officer)
    stranger = make_account("Strange Officer")
    give_role(stranger, "authority_officer", world.other_area)
    browser, other = signed_in(stranger), viewer_of(stranger)
    names = ("office_page", "write_office_page", "preview_office_page", "publish_office_page", "unchanged_office_page")

    answers = [browser.get(at(name, kept["page"])).status_code for name in names]
    posts = [
        browser.post(at(name, kept["page"])).status_code for name in ("withdraw_office_page", "publish_office_page")
    ]
    lists = [browser.get(reverse(name)).content.decode() for name in ("office_pages", "office_list", "office_words")]

    assert (answers, posts) == ([404] * len(names), [404, 404])
    assert [one for one in lists if "Travel team" in one or "Short breaks team" in one] == []
    with seen_by(other), pytest.raises(NotFound):
        actions.publish_page(by=other, page=kept["page"].pk, next_review_on=NEXT_REVIEW)


@pytest.mark.parametrize(
    "role", sorted({"senco", "head", "class_teacher", "parent", "platform_administrator"} & set(ROLES))
)
def test_other_roles_do_not_find_the_office(world, officer, role):
    page = make_draft(officer)
    account = world.ada if role == "parent" else world.staff(role)
    browser = signed_in(account, role)

    answers = [
        browser.get(at("office_page", page)),
        browser.get(reverse("office_pages")),
        browser.get(reverse("office_list")),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_page_of_one_area_cannot_be_given_a_version_of_another(world, officer):
    page = make_draft(officer)
    other = make_account("Strange Officer")
    give_role(other, "authority_officer", world.other_area)
    elsewhere = make_draft(viewer_of(other))

    with seen_by(officer), pytest.raises(NotFound):
        actions.restore_version(by=officer, page=page.pk, version=elsewhere.pk)


def test_publishing_twice_at_once_publishes_once(office, officer):
    page = make_draft(officer)
    publish(officer, page)

    again = office.post(at("publish_office_page", page), review_day())

    assert (again.status_code, "nothing new to publish" in again.content.decode()) == (200, True)
