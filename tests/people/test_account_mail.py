"""Mail about an account: encrypted while it waits, sent once, forgotten then; and counts shared by all processes."""

from __future__ import annotations

import psycopg
import pytest
from django.core import mail
from django.core.cache import caches
from django.db import transaction
from django.test import Client, override_settings

from goldenthread.people.models import AccountMail
from goldenthread.people.post import queue_account_mail, send_account_mail
from goldenthread.settings import base
from tests.factories.people import can_sign_in, give_password
from tests.factories.world import World

pytestmark = pytest.mark.django_db(transaction=True)


def queued() -> list[str]:
    from procrastinate.contrib.django.models import ProcrastinateJob

    return [job.args["mail"] for job in ProcrastinateJob.objects.filter(task_name="people.send_account_mail")]


def test_a_mail_is_sent_once_and_forgotten():
    queue_account_mail("ada@example.org", "Your code", "QK7M-4RTX")
    (key,) = queued()

    send_account_mail(key)
    send_account_mail(key)

    assert [(sent.to, sent.subject, sent.body) for sent in mail.outbox] == [
        (["ada@example.org"], "Your code", "QK7M-4RTX")
    ]
    assert AccountMail.objects.count() == 0


def test_a_mail_to_nobody_is_forgotten_without_being_sent():
    queue_account_mail("", "No account", "nothing")
    (key,) = queued()

    send_account_mail(key)

    assert mail.outbox == []
    assert AccountMail.objects.count() == 0


def test_a_mail_that_cannot_be_sent_waits(settings):
    settings.EMAIL_BACKEND = "nowhere.Backend"
    queue_account_mail("ada@example.org", "Your code", "QK7M-4RTX")
    (key,) = queued()

    with pytest.raises(ImportError):
        send_account_mail(key)

    assert AccountMail.objects.count() == 1


def test_no_mail_is_queued_for_what_was_rolled_back():
    with pytest.raises(RuntimeError), transaction.atomic():
        queue_account_mail("ada@example.org", "Your code", "QK7M-4RTX")
        raise RuntimeError("the rest fails")

    assert queued() == []
    assert AccountMail.objects.count() == 0


def test_neither_the_row_nor_the_job_can_be_read(raw_url):
    queue_account_mail("ada@example.org", "Your code", "QK7M-4RTX")

    with psycopg.connect(raw_url("owner")) as owner:
        rows = owner.execute("SELECT words FROM people_accountmail UNION ALL SELECT args::text FROM procrastinate_jobs")
        words = str(rows.fetchall())

    assert "ada@example.org" not in words and "QK7M-4RTX" not in words


@override_settings(CACHES=base.CACHES)
def test_wrong_passwords_are_counted_in_the_database_for_all_web_processes():
    ada = can_sign_in(World().ada)
    for _try in range(5):
        give_password(Client(), ada, "wrong-wrong-wrong")
    for connection in caches.all(initialized_only=True):
        connection.close()

    answer = give_password(Client(), ada)

    assert base.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    assert "Too many wrong tries" in answer.content.decode()


@override_settings(CACHES=base.CACHES)
def test_the_tries_of_one_are_still_counted_after_a_thousand_others_have_tried():
    assert World().ada
    kept = caches["default"]
    kept.set("a-code-that-was-used", "yes", timeout=3600)

    for number in range(1_000):
        kept.set(f"try-of-somebody-else-{number}", 1, timeout=3600)

    assert kept.get("a-code-that-was-used") == "yes"
    assert kept.get("try-of-somebody-else-0") == 1
