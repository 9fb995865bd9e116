"""The sending step: looked at, held, checked again, left once, opened."""

from __future__ import annotations

import re
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.documents.storage import document_store
from goldenthread.letters.actions import letters
from goldenthread.letters.jobs import release_letter, sweep
from goldenthread.letters.models import Letter, LetterOpened, Notice, SentLetter
from goldenthread.letters.queries.letters import letters_to_me
from goldenthread.people.models import Assignment, AuthorityToAct, Parent
from tests.factories.letters import (
    LETTER,
    a_document,
    a_letter,
    as_it_stands,
    deliver_notices,
    held,
    make_sendable,
    release,
)
from tests.factories.world import TODAY, World, inside, make_child, make_young_person, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)
YESTERDAY = TODAY - timedelta(days=1)


def _world(**contact):
    world = World()
    assert world.ada
    return world, make_sendable(world, **contact), viewer_of(world.staff("senco"))


def test_a_letter_is_looked_at_held_and_then_leaves_with_one_notice_that_says_nothing():
    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada))

    release_letter._run(authority=str(world.area.pk), holder=str(world.school.pk), letter=str(letter.pk))
    before = as_it_stands(letter).state
    release(letter)
    deliver_notices(letter)
    deliver_notices(letter)

    assert (before, as_it_stands(letter).state) == ("held", "sent")
    with inside(world.school):
        sent = SentLetter.objects.get()
    assert (sent.recipient, sent.sha256) == ("Ada Bello, mother", _kept(letter))
    (message,) = mail.outbox
    assert message.to == ["ada@example.org"]
    for personal in ("Amara", "Ada", "Bello", "Hollow", str(letter.pk), letter.reference):
        assert personal not in message.subject + message.body
    assert "https://gt.example.org/" in message.body


def test_the_sender_sees_the_very_bytes_that_leave():
    world, ada, senco = _world()
    letter = a_letter(senco, world.amara, ada)
    browser = signed_in(world.staff("senco"))

    page = browser.get(reverse("letter", args=[letter.pk])).content.decode()
    sheet = browser.get(reverse("letter_page", args=[letter.pk]))
    looked_at = re.search(r'name="looked_at" value="([0-9a-f]{64})"', page).group(1)
    browser.post(reverse("send_letter", args=[letter.pk]), {"looked_at": looked_at, "submission_key": "one"})
    release(letter)
    file = signed_in(world.ada).get(reverse("my_letter_file", args=[letter.pk]))

    assert sheet.content.startswith(b"\x89PNG") and sheet["Content-Type"] == "image/png"
    assert sha256(file.content).hexdigest() == looked_at
    assert file.content.startswith(b"%PDF")
    assert browser.get(reverse("letter_page", args=[letter.pk]) + "?number=99").status_code == 404


def test_who_is_named_is_listed_before_it_leaves():
    world, ada, senco = _world()
    letter = a_letter(senco, world.amara, ada, words="Amara Bello is glad. SENCO rings 020 7946 0999 on 5 March 2018.")

    page = signed_in(world.staff("senco")).get(reverse("letter", args=[letter.pk])).content.decode()

    named = re.findall(r"<li><strong>(.*?)</strong>: (.*?)</li>", page)
    assert set(named) == {
        ("Amara Bello", "whom the letter is about"),
        ("Ada Bello", "the recipient"),
        ("SENCO", "works here"),
        ("LM1 1AA", "the address of Hollow Oak Primary"),
        ("020 7946 0100", "a phone number"),
        ("020 7946 0999", "a phone number"),
        ("5 March 2018", "the child&#x27;s date of birth"),
    }


def test_nothing_leaves_that_was_not_looked_at():
    world, ada, senco = _world()
    letter = a_letter(senco, world.amara, ada)

    with seen_by(senco):
        with pytest.raises(Refused, match="changed this letter since you looked"):
            letters.hold_letter(by=senco, letter=letter.pk, looked_at="0" * 64, site="x")
        draft = letters.write_letter(by=senco, child=world.amara.pk, to=f"parent:{ada.pk}", **LETTER)
        with pytest.raises(Refused):
            letters.hold_letter(by=senco, letter=draft.pk, looked_at="", site="x")


def test_a_held_letter_is_called_back_and_never_leaves():
    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada))

    signed_in(world.staff("senco")).post(reverse("call_back_letter", args=[letter.pk]))
    release(letter)

    assert as_it_stands(letter).state == "called_back"
    with inside(world.school):
        assert not SentLetter.objects.exists() and not Notice.objects.exists()
    with seen_by(viewer_of(world.ada)) as mother:
        assert letters_to_me(mother, world.amara.pk) == []


def test_an_urgent_letter_leaves_at_once_and_its_reason_is_kept():
    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada), urgent_because="The meeting is in an hour")

    release_letter._run(authority=str(world.area.pk), holder=str(world.school.pk), letter=str(letter.pk))

    now = as_it_stands(letter)
    assert (now.state, now.urgent_because) == ("sent", "The meeting is in an hour")
    page = signed_in(world.staff("senco")).get(reverse("letter", args=[letter.pk])).content.decode()
    assert "The meeting is in an hour" in page


CHANGES = {
    "authority ended": lambda w: AuthorityToAct.objects.filter(child=w.amara).update(to_on=YESTERDAY),
    "account closed": lambda w: Parent.objects.filter(account=w.ada).update(account=None),
    "sender gone": lambda w: Assignment.objects.filter(account=w.staff("senco")).update(to_on=YESTERDAY),
    "sender in another role": lambda w: Assignment.objects.filter(account=w.staff("senco")).update(role="governor"),
    "recipient renamed": lambda w: Parent.objects.filter(account=w.ada).update(family_name="Okafor"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_inside_the_undo_window_stops_the_letter(what):
    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada))
    with inside(world.school):
        CHANGES[what](world)

    release(letter)

    now = as_it_stands(letter)
    assert (now.state, bool(now.stopped_because), now.release_at) == ("stopped", True, None)
    with inside(world.school):
        assert not SentLetter.objects.exists() and not Notice.objects.exists()


STEPS = ("is_as_looked_at", "why_not", "apply_move", "queue_notices")


@pytest.mark.parametrize("step", STEPS)
def test_a_worker_that_dies_at_any_step_of_leaving_sends_nothing_then_everything_once(step, monkeypatch):
    from goldenthread.letters import jobs

    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada))

    def die(*args, **more):
        getattr_before(*args, **more)
        raise KeyboardInterrupt

    getattr_before = getattr(jobs, step)
    monkeypatch.setattr(jobs, step, die)
    with pytest.raises(KeyboardInterrupt):
        release(letter)
    with inside(world.school):
        after_death = (SentLetter.objects.count(), Notice.objects.count(), as_it_stands(letter).state)
    monkeypatch.undo()
    release(letter)
    release(letter)
    deliver_notices(letter)

    with inside(world.school):
        assert after_death == (0, 0, "held")
        assert (SentLetter.objects.count(), Notice.objects.count()) == (1, 1)
    assert len(mail.outbox) == 1


def test_a_worker_that_dies_after_the_mail_went_sends_it_again_under_the_same_number(monkeypatch):
    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada))
    release(letter)

    def die(self, **more):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(Notice, "save", die)
        with pytest.raises(KeyboardInterrupt):
            deliver_notices(letter)
    deliver_notices(letter)
    deliver_notices(letter)

    assert {message.extra_headers["Message-ID"] for message in mail.outbox} == {
        mail.outbox[0].extra_headers["Message-ID"]
    }
    assert len(mail.outbox) == 2


def test_what_a_dead_worker_left_is_queued_again_within_minutes():
    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada))
    with inside(world.school):
        Letter.objects.update(release_at=timezone.now() - timedelta(minutes=2))
        before = _queued("letters.release_letter")

    from goldenthread.database.acting import one_transaction

    with one_transaction(authority=world.area.pk):
        sweep.__wrapped__(world.area.pk)

    with inside(world.school):
        assert _queued("letters.release_letter") == before + 1
    assert as_it_stands(letter).state == "held"


def _queued(task: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s", [task])
        return cursor.fetchone()[0]


def test_nothing_is_queued_for_a_send_that_was_rolled_back():
    world, ada, senco = _world()
    letter = a_letter(senco, world.amara, ada)
    before = _queued("letters.release_letter")

    with pytest.raises(ZeroDivisionError):
        held_then_broken(senco, letter)

    assert (_queued("letters.release_letter"), as_it_stands(letter).state) == (before, "previewed")


def held_then_broken(senco, letter):
    with seen_by(senco):
        kept = Letter.objects.select_related("rendered").get(pk=letter.pk).rendered.sha256
        letters.hold_letter(by=senco, letter=letter.pk, looked_at=kept, site="x")
        raise ZeroDivisionError


def test_the_recipient_opens_it_and_the_sender_sees_that_they_did():
    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada))
    release(letter)

    page = signed_in(world.ada).get(reverse("my_letter", args=[letter.pk])).content.decode()
    signed_in(world.ada).get(reverse("my_letter", args=[letter.pk]))

    assert "whole page" in page and "How reading goes" in page
    with inside(world.school):
        assert [(one.account_id, one.on) for one in LetterOpened.objects.all()] == [(world.ada.pk, TODAY)]
    fate = signed_in(world.staff("senco")).get(reverse("letter", args=[letter.pk])).content.decode()
    assert "opened 2" in fate


def test_a_posted_letter_carries_the_address_and_waits_on_the_list_until_somebody_posts_it():
    world, ada, senco = _world()
    letter = held(senco, a_letter(senco, world.amara, ada, channel="post"))
    release(letter)
    browser = signed_in(world.staff("senco"))

    listed = browser.get(reverse("letters")).content.decode()
    paper = browser.post(reverse("print_letter", args=[letter.pk]))
    browser.post(reverse("letter_posted", args=[letter.pk]))
    afterwards = browser.get(reverse("letters")).content.decode()

    kept = document_store().get(as_it_stands(letter).page_sha256).decode()
    assert "3 Fern Close" in kept and "LM1 2AB" in kept
    assert "How reading goes" in listed and "To be printed" in listed
    assert paper.content.startswith(b"%PDF")
    assert "How reading goes" not in afterwards
    assert mail.outbox == []


def test_large_print_and_language_are_noted_and_the_copy_is_in_large_print():
    world, ada, senco = _world(formats=["large_print"], language="Yoruba", interpreter=True)
    large = a_letter(senco, world.amara, ada)
    with inside(world.school):
        Parent.objects.filter(pk=ada.pk).update(formats=[])
    usual = a_letter(senco, world.amara, ada)

    page = signed_in(world.staff("senco")).get(reverse("letter", args=[usual.pk])).content.decode()

    assert "Reads Yoruba." in page and "Needs an interpreter" in page
    assert as_it_stands(large).rendered_id != as_it_stands(usual).rendered_id
    with inside(world.school):
        both = {Letter.objects.get(pk=one.pk).rendered.size for one in (large, usual)}
    assert len(both) == 2


def test_a_young_person_gets_their_own_letter_and_the_parent_does_not():
    from datetime import date

    world, _ada, senco = _world()
    jordan = make_child(world.school, "Jordan Vale", date(2010, 3, 1))
    account = make_young_person(jordan, world.school)
    letter = held(senco, a_letter(senco, jordan, words="Dear Jordan Vale, well done."))
    release(letter)
    deliver_notices(letter)

    with seen_by(viewer_of(account)) as me:
        assert [row.letter.pk for row in letters_to_me(me, jordan.pk)] == [letter.pk]
    assert [message.to for message in mail.outbox] == [[account.email]]
    assert signed_in(world.ada).get(reverse("my_letter", args=[letter.pk])).status_code == 404


def test_what_left_cannot_be_changed_even_by_a_mistake_of_ours():
    from django.db import ProgrammingError

    world, ada, senco = _world()
    release(held(senco, a_letter(senco, world.amara, ada)))

    with pytest.raises(ProgrammingError, match="permission denied"), inside(world.school):
        SentLetter.objects.update(recipient="Somebody else")


def test_only_those_who_send_letters_find_them():
    world, ada, senco = _world()
    letter = a_letter(senco, world.amara, ada)
    assert world.class_4b

    for role in ("class_teacher", "teaching_assistant", "head", "governor", "data_manager"):
        browser = signed_in(world.staff(role))
        assert browser.get(reverse("letter", args=[letter.pk])).status_code == 404
        with seen_by(viewer_of(world.staff(role))) as other, pytest.raises(NotFound):
            letters.abandon_letter(by=other, letter=letter.pk)


def test_what_was_typed_is_kept_and_found_again():
    world, ada, _senco = _world()
    browser, address = signed_in(world.staff("senco")), reverse("write_letter", args=[world.amara.pk])
    words = {"to": f"parent:{ada.pk}", "channel": "portal", "subject": "Half a letter", "words": "Dear Ada"}

    browser.post(address, words | {"save": "draft"})
    again = browser.get(address).content.decode()

    assert "Half a letter" in again and "This is what you typed before" in again


def test_a_letter_goes_through_its_pages_once_however_often_it_is_sent():
    world, ada, _senco = _world()
    document = a_document(viewer_of(world.staff("senco")), world.amara, audience="everyone")
    browser, address = signed_in(world.staff("senco")), reverse("write_letter", args=[world.amara.pk])
    posted = {
        "to": f"parent:{ada.pk}", "channel": "portal", "subject": "Reading", "words": "Well done.",
        "documents": [str(document.pk)], "submission_key": "one",
    }  # fmt: skip

    first, second = browser.post(address, posted), browser.post(address, posted)

    assert first.status_code == 302 and first.url == second.url
    with inside(world.school):
        (letter,) = Letter.objects.all()
        assert [one.document_id for one in letter.enclosures.all()] == [document.pk]


def _kept(letter: Letter) -> str:
    with inside(letter.holder):
        return Letter.objects.select_related("rendered").get(pk=letter.pk).rendered.sha256
