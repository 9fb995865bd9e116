"""Family and school write to each other; what was promised is counted; one parent never reads the other's."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.letters.actions.messages import close_thread, open_thread, write_message
from goldenthread.letters.models import Message, MessageThread, Notice
from goldenthread.letters.queries.messages import thread_for, threads_of
from goldenthread.people.models import AuthorityToAct, Parent
from tests.factories.letters import deliver_notices, make_sendable
from tests.factories.provision import close_school
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_account,
    make_child,
    make_parent,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)
SITE = "https://gt.example.org/"


def _a_thread(world: World, account=None, **more) -> MessageThread:
    family = viewer_of(account or world.ada)
    with seen_by(family):
        return open_thread(
            by=family, child=world.amara.pk, site=SITE, **({"subject": "Reading", "words": "How is it going?"} | more)
        )


def _father(world: World):
    account = make_account("Tunde Bello")
    make_parent(world.amara, world.school, "Tunde Bello", account, relationship="father")
    return account


def test_a_message_says_by_which_day_the_school_answers_counted_in_its_school_days():
    world = World()
    thread = _a_thread(world)
    with seen_by(viewer_of(world.ada)) as ada:
        usual = thread_for(ada, thread.pk)

    close_school(world.school, date(2026, 11, 24))
    with seen_by(viewer_of(world.ada)) as ada:
        with_closure = thread_for(ada, thread.pk)

    assert (usual.answer_by, with_closure.answer_by) == (date(2026, 11, 27), date(2026, 11, 30))
    assert usual.sentence == "Hollow Oak Primary says it answers within 5 school days: by Friday 27 November."
    page = signed_in(world.ada).get(reverse("my_message_thread", args=[thread.pk])).content.decode()
    assert with_closure.sentence in page


def test_each_message_stands_apart_with_who_wrote_it_and_ones_own_say_you():
    world = World()
    thread = _a_thread(world)
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        write_message(by=senco, thread=thread.pk, words="Yes, from Monday.", site=SITE)

    page = signed_in(world.ada).get(reverse("my_message_thread", args=[thread.pk])).content.decode()

    shown = re.findall(r'<li class="(gt-message[^"]*)">.*?<p>(.*?)</p>.*?<strong>(.*?)</strong>', page, re.S)
    assert shown == [
        ("gt-message gt-message--own", "How is it going?", "You"),
        ("gt-message", "Yes, from Monday.", world.staff("senco").name),
    ]


def test_a_late_answer_is_shown_as_late_to_both_sides():
    world = World()
    thread = _a_thread(world)
    later = date(2026, 11, 30)

    with seen_by(viewer_of(world.ada, today=later)) as ada:
        theirs = thread_for(ada, thread.pk)
    with seen_by(viewer_of(world.staff("senco"), today=later)) as senco:
        (ours,) = threads_of(senco)

    assert (theirs.late, ours.late) == (True, True)
    assert theirs.sentence.endswith("That was by Friday 27 November. It has not answered yet.")


def test_an_answer_ends_the_wait_and_a_new_question_begins_another():
    world = World()
    thread = _a_thread(world)
    senco = viewer_of(world.staff("senco"))
    make_sendable(world)

    with seen_by(senco):
        write_message(by=senco, thread=thread.pk, words="Very well.", site=SITE)
        answered = thread_for(senco, thread.pk).waits_since
    with seen_by(viewer_of(world.ada)) as ada:
        write_message(by=ada, thread=thread.pk, words="And spelling?", site=SITE)
    with seen_by(senco):
        asked_again = thread_for(senco, thread.pk).waits_since
        close_thread(by=senco, thread=thread.pk)
        closed = thread_for(senco, thread.pk).waits_since

    assert (answered, asked_again, closed) == (None, TODAY, None)


def test_each_parents_thread_is_their_own_for_the_code_and_for_postgresql():
    world = World()
    father = _father(world)
    thread = _a_thread(world, words="He must not read this.")

    with seen_by(viewer_of(father)) as other:
        assert threads_of(other, world.amara.pk) == []
        assert (MessageThread.objects.count(), Message.objects.count(), Notice.objects.count()) == (0, 0, 0)
        with pytest.raises(NotFound):
            write_message(by=other, thread=thread.pk, words="x", site=SITE)
    browser = signed_in(father)
    assert browser.get(reverse("my_message_thread", args=[thread.pk])).status_code == 404
    assert "Reading" not in browser.get(reverse("my_messages", args=[world.amara.pk])).content.decode()


def test_the_other_side_is_told_by_e_mail_and_the_e_mail_says_nothing():
    world = World()
    senco = world.staff("senco")
    make_sendable(world)
    thread = _a_thread(world, words="Amara cried on Monday.")
    deliver_notices(thread)
    with seen_by(viewer_of(senco)) as by:
        write_message(by=by, thread=thread.pk, words="Thank you. We will look into it.", site=SITE)
    deliver_notices(thread)

    assert [message.to for message in mail.outbox] == [[senco.email], ["ada@example.org"]]
    for message in mail.outbox:
        for personal in ("Amara", "Monday", "Reading", "Ada", "Hollow", str(thread.pk)):
            assert personal not in message.subject + message.body


def test_an_answer_that_names_another_family_is_refused_through_page_and_action():
    world = World()
    make_child(world.school, "Lena Costa")
    thread = _a_thread(world)
    words = "As with Lena Costa, we try pairs."

    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(Refused, match="Lena Costa"):
        write_message(by=senco, thread=thread.pk, words=words, site=SITE)
    page = signed_in(world.staff("senco")).post(reverse("message_thread", args=[thread.pk]), {"words": words})

    assert "Lena Costa: another family" in page.content.decode() and words in page.content.decode()
    with inside(world.school):
        assert Message.objects.count() == 1


def test_nobody_is_written_to_whose_authority_has_ended():
    world = World()
    thread = _a_thread(world)
    with inside(world.school):
        AuthorityToAct.objects.filter(child=world.amara).update(to_on=date(2026, 11, 19))

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        with pytest.raises(Refused, match="no authority to act"):
            write_message(by=senco, thread=thread.pk, words="Hello", site=SITE)
        with pytest.raises(Refused, match="no account or no authority"):
            open_thread(
                by=senco, child=world.amara.pk, subject="x", words="y", site=SITE,
                to_parent=Parent.objects.get(account=world.ada).pk,
            )  # fmt: skip


def test_a_family_writes_and_the_school_answers_through_the_pages():
    world = World()
    mother, senco = signed_in(world.ada), signed_in(world.staff("senco"))

    sent = mother.post(
        reverse("write_to_school", args=[world.amara.pk]),
        {"subject": "Trip", "words": "May she come along?", "submission_key": "one"},
    )
    with inside(world.school):
        thread = MessageThread.objects.get()
    listed = senco.get(reverse("messages")).content.decode()
    senco.post(reverse("message_thread", args=[thread.pk]), {"words": "Yes.", "submission_key": "two"})
    read = mother.get(sent.url).content.decode()

    assert "Trip" in listed and "To be answered" in listed and "promised by Friday 27 November" in listed
    assert "May she come along?" in read and "Yes." in read
    assert mother.get(reverse("family_messages")).url == reverse("my_messages", args=[world.amara.pk])


def test_the_school_begins_a_thread_with_one_parent():
    world = World()
    father = _father(world)
    make_sendable(world)
    with inside(world.school):
        parent = Parent.objects.get(account=world.ada)

    answer = signed_in(world.staff("senco")).post(
        reverse("begin_messages", args=[world.amara.pk]),
        {"to": str(parent.pk), "subject": "Glasses", "words": "Please send them.", "submission_key": "one"},
    )

    assert answer.status_code == 302
    with seen_by(viewer_of(world.ada)) as ada:
        assert [row.thread.subject for row in threads_of(ada)] == ["Glasses"]
    with seen_by(viewer_of(father)) as other:
        assert threads_of(other) == []


def test_the_list_of_messages_asks_the_same_number_of_questions_for_one_thread_and_for_three():
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    world = World()
    counts = []
    for number in (1, 2):
        for extra in range(number):
            _a_thread(world, subject=f"Matter {number} {extra}")
        with (
            seen_by(viewer_of(world.staff("senco"))) as senco,
            CaptureQueriesContext(
                connection,
            ) as asked,
        ):
            threads_of(senco)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_a_waiting_message_stands_among_what_is_due_for_the_child():
    from goldenthread.children.record_parts import due_for

    world = World()
    _a_thread(world)

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        found = [(due.on, due.text, due.state) for due in due_for(senco, world.amara.pk) if "message" in due.text]

    assert found == [(date(2026, 11, 27), "Answer the message from Ada Bello", "due")]
