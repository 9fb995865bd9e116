"""Comments from their first word to "You said, we did": what moves, what is refused, and what never gets out."""

from __future__ import annotations

from datetime import date

import psycopg
import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry
from goldenthread.local_offer.comments import actions
from goldenthread.local_offer.comments.closing import close_round
from goldenthread.local_offer.comments.rounds import present_round
from goldenthread.local_offer.models import (
    Comment,
    CommentEntry,
    CommentRound,
    PublishedComment,
    PublishedCount,
    PublishedResponse,
    PublishedRound,
)
from goldenthread.local_offer.timeline import comments_publish_by
from tests.factories.comments import (
    CONTACT,
    SAFE,
    SECRET,
    answered,
    confirmed,
    facts,
    make_comment,
    officers,
    published,
    redacted,
)
from tests.factories.world import TODAY, World, give_role, inside, make_account, seen_by, signed_in, viewer_of
from tests.local_offer.test_reader_role import all_that_is_public

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    return World()


def totals():
    rows = PublishedCount.objects.order_by("year", "theme").values_list(
        "year", "theme", "received", "published", "withheld"
    )
    return list(rows)


def stored(comment):
    with inside(comment.authority):
        return Comment.objects.get(pk=comment.pk)


def test_a_comment_is_published_by_a_second_person_and_answered(world):
    first, second = officers(world)
    comment = make_comment(world.area)

    published(first, second, comment)
    response = answered(first, comment)

    copy = PublishedComment.objects.get()
    assert (copy.pk, copy.text, copy.theme, copy.year, copy.response_id) == (
        comment.pk,
        SAFE,
        "leisure",
        2026,
        response.pk,
    )
    assert PublishedResponse.objects.values_list("text", "status", "due_on").get() == (
        "You are right: there was nothing.", "planned", date(2027, 3, 1),
    )  # fmt: skip
    with inside(world.area):
        moves = list(CommentEntry.objects.values_list("move", "from_state", "to_state", "by__name"))
        noted = list(Entry.objects.filter(thing_id=comment.pk).order_by("pk").values_list("action", flat=True))
    one, two = first.name, second.name
    assert moves == [
        ("triage", "received", "triaged", one), ("redact", "triaged", "redacted", one),
        ("publish", "redacted", "published", two), ("answer", "published", "answered", one),
    ]  # fmt: skip
    assert noted == ["comment.triaged", "comment.redacted", "comment.published", "comment.answered"]


def test_nobody_signs_off_their_own_redaction(world):
    first, _second = officers(world)
    comment = make_comment(world.area)
    redacted(first, comment)

    with seen_by(first), pytest.raises(Refused, match="second person"):
        actions.publish_comment(by=first, comment=comment.pk)

    assert (stored(comment).state, PublishedComment.objects.count()) == ("redacted", 0)


def test_postgresql_refuses_a_comment_signed_off_by_who_redacted_it(world):
    first, _second = officers(world)
    comment = make_comment(world.area)
    redacted(first, comment)

    with pytest.raises(IntegrityError, match="comment_two_people"), transaction.atomic(), inside(world.area):
        Comment.objects.filter(pk=comment.pk).update(signed_by=first.person, signed_on=TODAY, state="published")


def test_publishing_stops_at_names_until_each_has_a_reason(world):
    first, second = officers(world)
    comment = make_comment(world.area)
    text = "Mrs Lane told us to ring 020 7946 0123. We live in QX4 1AB."
    redacted(first, comment, text)

    with seen_by(second), pytest.raises(Refused, match="who somebody is"):
        actions.publish_comment(by=second, comment=comment.pk)
    confirmed(first, comment, text)
    with seen_by(second):
        actions.publish_comment(by=second, comment=comment.pk)

    with inside(world.area):
        kept = list(stored(comment).confirmed.order_by("kind").values_list("kind", "words", "reason"))
    assert kept == [
        ("phone", "020 7946 0123", "A place, not a person"), ("postcode", "QX4 1AB", "A place, not a person"),
        ("title", "Mrs Lane", "A place, not a person"),
    ]  # fmt: skip
    assert PublishedComment.objects.get().text == text


def test_a_new_redaction_asks_for_reasons_again_where_the_words_are_new(world):
    first, second = officers(world)
    comment = make_comment(world.area)
    redacted(first, comment, "Mrs Lane was kind.")
    confirmed(first, comment, "Mrs Lane was kind.")

    with seen_by(first):
        actions.redact_comment(by=first, comment=comment.pk, text="Mr Hollow was kind.")

    with inside(world.area):
        assert stored(comment).confirmed.count() == 0
    with seen_by(second), pytest.raises(Refused):
        actions.publish_comment(by=second, comment=comment.pk)


def test_a_withheld_comment_is_counted_and_shown_to_nobody(world, raw_url):
    first, _second = officers(world)
    comment = make_comment(world.area, section="leisure")

    with seen_by(first):
        actions.withhold_comment(
            by=first, comment=comment.pk, withheld_reason="one_person", reason="Only about one boy"
        )

    assert totals() == [(2026, "leisure", 1, 0, 1)]
    assert PublishedComment.objects.count() == 0
    assert "one boy" not in all_that_is_public(raw_url)


@pytest.mark.parametrize("reason", ["", "too_long"])
def test_there_are_two_reasons_to_withhold_and_no_others(world, reason):
    first, _second = officers(world)
    comment = make_comment(world.area)

    with pytest.raises(IntegrityError, match="comment_withheld_reason"), seen_by(first):
        actions.withhold_comment(by=first, comment=comment.pk, withheld_reason=reason, reason="Because")


@pytest.mark.parametrize("move", ["take_down", "look_again", "answer", "publish", "send_back"])
def test_a_move_is_refused_from_where_it_does_not_start(world, move):
    first, _second = officers(world)
    comment = make_comment(world.area)
    make = {
        "answer": lambda: actions.answer_comment(by=first, comment=comment.pk, response=comment.pk),
        "publish": lambda: actions.publish_comment(by=first, comment=comment.pk),
        "send_back": lambda: actions.send_back(by=first, comment=comment.pk, reason="No"),
    }
    backwards = lambda: actions.back_to_redaction(by=first, comment=comment.pk, move=move, reason="No")  # noqa: E731

    with seen_by(first), pytest.raises(Refused, match="Received"):
        make.get(move, backwards)()

    assert stored(comment).state == "received"


def test_one_response_answers_many_and_its_changes_are_public_at_once(world):
    first, second = officers(world)
    one, two = make_comment(world.area), make_comment(world.area)
    published(first, second, one)
    published(first, second, two)
    response = answered(first, one, two)

    with seen_by(first):
        done = facts(status="done", done_on=date(2026, 11, 19), due_on=None)
        actions.write_response(by=first, facts=done, response=response.pk)

    assert PublishedResponse.objects.values_list("pk", "status", "done_on").get() == (
        response.pk,
        "done",
        date(2026, 11, 19),
    )
    assert set(PublishedComment.objects.values_list("response_id", flat=True)) == {response.pk}


def test_a_response_that_answers_nothing_public_is_not_public(world):
    first, second = officers(world)
    comment = make_comment(world.area)
    published(first, second, comment)
    answered(first, comment)

    with seen_by(first):
        actions.back_to_redaction(by=first, comment=comment.pk, move="take_down", reason="A name was left in")

    assert (PublishedComment.objects.count(), PublishedResponse.objects.count()) == (0, 0)
    assert totals() == [(2026, "leisure", 1, 0, 0)]


# The yearly round --------------------------------------------------------------------------------------------------


def test_the_round_is_due_twelve_months_after_the_last(world):
    due = comments_publish_by(date(2025, 11, 20), TODAY)

    assert (due.due_on, due.status, due.law_or_guidance) == (date(2026, 11, 20), "due", "law")
    assert "reg 56" in due.citation


def test_a_closed_round_keeps_what_it_said_and_begins_the_next(world):
    first, second = officers(world)
    shown, held, waiting = make_comment(world.area), make_comment(world.area), make_comment(world.area)
    published(first, second, shown)
    response = answered(first, shown)
    with seen_by(first):
        actions.withhold_comment(by=first, comment=held.pk, withheld_reason="vexatious", reason="Insults")
        copy = close_round(by=first)
        actions.write_response(by=first, facts=facts(text="Changed afterwards."), response=response.pk)

    kept = PublishedRound.objects.get(pk=copy.pk)
    assert {name: kept.contents[name] for name in ("received", "published", "withheld", "done")} == {
        "received": 3, "published": 1, "withheld": {"vexatious": 1, "one_person": 0}, "done": 0,
    }  # fmt: skip
    assert [answer["text"] for answer in kept.contents["responses"]] == ["You are right: there was nothing."]
    assert bytes(kept.pdf).startswith(b"%PDF")
    with inside(world.area):
        assert list(CommentRound.objects.order_by("number").values_list("number", "opened_on", "closed_on")) == [
            (1, TODAY, TODAY), (2, TODAY, None),
        ]  # fmt: skip
        assert Comment.objects.get(pk=waiting.pk).round_id is None


def test_a_round_is_not_closed_while_a_published_comment_has_no_answer(world):
    first, second = officers(world)
    published(first, second, make_comment(world.area))

    with seen_by(first), pytest.raises(Refused, match="1 published comment has no answer"):
        close_round(by=first)


def test_an_empty_round_is_not_published(world):
    first, _second = officers(world)
    make_comment(world.area)

    with seen_by(first), pytest.raises(Refused, match="nothing to publish"):
        close_round(by=first)


def test_words_taken_down_later_are_struck_out_of_the_closed_round(world, raw_url):
    first, second = officers(world)
    comment = make_comment(world.area)
    published(first, second, comment)
    answered(first, comment)
    with seen_by(first):
        copy = close_round(by=first)
        before = bytes(copy.pdf)
        actions.back_to_redaction(by=first, comment=comment.pk, move="take_down", reason="A name was left in")

    assert SAFE not in all_that_is_public(raw_url)
    assert bytes(PublishedRound.objects.get().pdf) != before
    assert "Taken out later" in Client().get(reverse("comment_round", args=[copy.pk])).content.decode()


def test_the_first_round_is_opened_once(world):
    first, _second = officers(world)

    with seen_by(first):
        keys = {present_round(world.area.pk, TODAY).pk for _ in range(3)}

    assert len(keys) == 1


# What never gets out ----------------------------------------------------------------------------------------------


def test_what_was_said_and_who_to_reply_to_lie_sealed_in_the_database(world, raw_url):
    make_comment(world.area)

    with psycopg.connect(raw_url("owner")) as owner:
        rows = str(owner.execute("SELECT * FROM local_offer_comment").fetchall())

    assert ("Bramblewick" in rows, CONTACT in rows) == (False, False)
    with inside(world.area):
        assert list(Comment.objects.values_list("words", "contact")) == [(SECRET, CONTACT)]


def test_neither_the_words_nor_the_contact_nor_the_officers_are_on_any_public_page(world, raw_url):
    first, second = officers(world)
    shown, held = make_comment(world.area), make_comment(world.area)
    published(first, second, shown)
    answered(first, shown)
    with seen_by(first):
        actions.withhold_comment(by=first, comment=held.pk, withheld_reason="one_person", reason="About Quentin")
        copy = close_round(by=first)
    anybody = Client()

    pages = [
        anybody.get(address).content.decode(errors="replace")
        for address in (
            reverse("you_said"), reverse("you_said") + "?year=2026&theme=leisure", reverse("you_said_csv"),
            reverse("comment_round", args=[copy.pk]), reverse("offer_home"), reverse("offer_results") + "?q=bramblewick",
        )
    ]  # fmt: skip
    public = [*pages, all_that_is_public(raw_url)]

    assert SAFE in pages[0]
    assert SAFE in pages[2]
    hidden = ["Quentin", "Bramblewick", "bramblewick@", shown.reference, second.name]
    assert [(word, place) for place, page in enumerate(public) for word in hidden if word in page and place != 5] == []


def test_another_authority_and_the_schools_of_the_area_read_no_comment(world):
    make_comment(world.area)
    stranger = make_account("Officer Elsewhere")
    give_role(stranger, "authority_officer", world.other_area)

    for account, role in (
        (stranger, "authority_officer"),
        (world.staff("senco"), "senco"),
        (world.staff("head"), "head"),
    ):
        with seen_by(viewer_of(account, role)):
            assert Comment.objects.count() == 0


def test_an_officer_elsewhere_gets_not_found_and_moves_nothing(world):
    comment = make_comment(world.area)
    stranger = make_account("Officer Elsewhere")
    give_role(stranger, "authority_officer", world.other_area)
    viewer = viewer_of(stranger)

    with seen_by(viewer), pytest.raises(NotFound):
        actions.withhold_comment(by=viewer, comment=comment.pk, withheld_reason="vexatious", reason="Mine now")
    answer = signed_in(stranger).get(reverse("handle_comment", args=[comment.pk]))

    assert (answer.status_code, stored(comment).state) == (404, "received")


@pytest.mark.parametrize("role", ["senco", "head", "governor", "data_manager", "platform_administrator"])
def test_other_roles_do_not_find_the_officers_pages(world, role):
    comment = make_comment(world.area)
    browser = signed_in(world.staff(role))

    answers = [browser.get(reverse("offer_comments")), browser.get(reverse("handle_comment", args=[comment.pk]))]

    assert [answer.status_code for answer in answers] == [404, 404]
