"""The same form sent twice, or fifty times at once, has one effect and one answer (bar F5)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.request import Request

from .models import Submission

KEY = "submission_key"


def new_submission_key() -> str:
    """The hidden value each form carries, made when the form is shown."""
    return uuid4().hex


def once(request: Request, act: Callable[[], str]) -> HttpResponse:
    """Do `act` unless this very form was already sent; then go where it led.

    act: does the work and answers the address of the next page. Copies sent at the same moment wait for the
    first, then follow it. A form without a key is refused by the view's form, so it always has one.
    """
    key = request.POST.get(KEY, "").replace("\0", "")[:64]
    person: UUID = request.viewer.person
    if not key:
        return redirect(act())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{person}:{key}"])
    before = Submission.objects.filter(person_id=person, key=key).first()
    if before is not None:
        return redirect(before.led_to)
    led_to = act()
    Submission.objects.create(person_id=person, key=key, led_to=led_to, at=timezone.now())
    return redirect(led_to)
