"""One sitting of a younger child at a grown-up's device.

The grown-up signs out as the sitting begins: the browser then holds nothing but the sitting's key, so no other page
opens. These pages are therefore public to whoever holds that key, and show one first name and nothing of the record.
Decision record: docs/decisions/0026-supervised-views.md.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goldenthread.access.rules import needs, public
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import viewed
from goldenthread.clock import today
from goldenthread.database.acting import act_as, one_transaction
from goldenthread.people.hats import hats_of
from goldenthread.process.keeping import fill_again, forget
from goldenthread.request import Request

from ..actions.supervised import (
    FINISHING,
    LASTS,
    end_session,
    hash_of,
    is_over,
    keep_view,
    start_session,
    takes_words,
)
from ..forms.supervised import StartForm, ViewForm
from ..models import Question, SupervisedSession
from ..permissions import SUPERVISED_VIEWS_RECORD
from ..queries.children import child_for
from .common import for_staff

KEY = "supervised_views"
BEGAN = "began"
QUESTIONS = (Question.GOING_WELL, Question.HARD, Question.HELPS, Question.NEXT)


@needs(SUPERVISED_VIEWS_RECORD)
def start(request: Request, child: UUID) -> HttpResponse:
    """Begin a sitting: from here on this device shows the sitting only."""
    found = child_for(request.viewer, child, SUPERVISED_VIEWS_RECORD)
    viewed(request, "start supervised views", [found.pk])
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by = request.viewer
        session, key = start_session(
            by=by, child=found.pk, now=timezone.now(), helped_by=form.cleaned_data["helped_by"]
        )
        forget(request)
        logout(request)
        request.session[KEY] = {
            "key": key, "area": str(by.authority), "holder": str(session.holder_id), "session": str(session.pk),
        }  # fmt: skip
        request.session.set_expiry(int((LASTS + FINISHING).total_seconds()))
        return redirect("my_views")
    fill_again(request, form)
    context = for_staff(request, found, "assessment") | {
        "form": form, "back": reverse("assessment", args=[found.pk]),
    }  # fmt: skip
    return render(request, "sen_support/supervised/start.html", context)


Sitting = tuple[SupervisedSession, Viewer]


def _held(request: Request) -> Sitting | None:
    """The sitting whose key this device holds, over or not; and the grown-up in whose name words are kept."""
    held = request.session.get(KEY)
    if not held or request.user.is_authenticated:
        return None
    act_as(authority=UUID(held["area"]), holders=[UUID(held["holder"])])
    found = SupervisedSession.objects.select_related("child", "started_by").filter(
        pk=held["session"], key_hash=hash_of(held["key"])
    )
    session = found.first()
    by = _in_whose_name(session, request.reference) if session else None
    return (session, by) if session and by else None


def _sitting(request: Request) -> Sitting | None:
    """The same while the sitting lasts."""
    held = _held(request)
    return None if held is None or is_over(held[0], timezone.now()) else held


def _began(request: Request, session: SupervisedSession) -> datetime:
    """When the question was opened: signed into its page, so that nobody can say they began before the end."""
    try:
        sitting, moment = signing.loads(request.POST.get(BEGAN, ""), salt=KEY)
    except (signing.BadSignature, ValueError):
        return timezone.now()
    return datetime.fromisoformat(moment) if sitting == str(session.pk) else timezone.now()


def _in_whose_name(session: SupervisedSession, reference: str) -> Viewer | None:
    """The grown-up who started it, while they hold that role there: when it ends, the sitting ends with it (bar A6)."""
    person, name = session.started_by_id, session.started_by.name
    with one_transaction(authority=None, person=person):
        worn = (hat for hat in hats_of(today()) if hat.organisation == session.holder_id)
        hat = next((hat for hat in worn if hat.role.key == session.started_role), None)
    return None if hat is None else hat.viewer(person, name, today(), reference)


@public
def my_views(request: Request) -> HttpResponse:
    """The questions, one big choice each; or that the sitting is over."""
    sitting = _sitting(request)
    if sitting is None:
        return over(request)
    session, _by = sitting
    answered = set(session.contributions.values_list("question", flat=True))
    choices = [(one, one in answered) for one in QUESTIONS]
    context = {"session": session, "choices": choices, "ends_at": timezone.localtime(session.ends_at)}
    return render(request, "sen_support/supervised/questions.html", context)


def _view_page(request: Request, question: Question) -> HttpResponse:
    held = _held(request)
    if held is None:
        return over(request)
    session, by = held
    now, began_at = timezone.now(), _began(request, session)
    if not takes_words(session, now, began_at):
        return over(request)
    form = ViewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        keep_view(
            by=by, session=session, now=now, began_at=began_at, question=question, words=said["words"],
            how=said["how"], family_may_read=said["family"] == "yes",
        )  # fmt: skip
        return redirect("my_views")
    context = {
        "session": session, "form": form, "question": question, "heading": HEADINGS[question],
        "began": signing.dumps([str(session.pk), began_at.isoformat()], salt=KEY),
    }  # fmt: skip
    return render(request, "sen_support/supervised/question.html", context)


HEADINGS = {
    Question.GOING_WELL: _("What is good at school?"),
    Question.HARD: _("What is hard?"),
    Question.HELPS: _("What helps you?"),
    Question.NEXT: _("What would you like to happen?"),
}


@public
def my_view_good(request: Request) -> HttpResponse:
    return _view_page(request, Question.GOING_WELL)


@public
def my_view_hard(request: Request) -> HttpResponse:
    return _view_page(request, Question.HARD)


@public
def my_view_helps(request: Request) -> HttpResponse:
    return _view_page(request, Question.HELPS)


@public
def my_view_next(request: Request) -> HttpResponse:
    return _view_page(request, Question.NEXT)


@public
def finish_my_views(request: Request) -> HttpResponse:
    """The child is done. The sitting ends and the device holds nothing any more."""
    sitting = _sitting(request)
    if request.method == "POST" and sitting is not None:
        session, by = sitting
        end_session(by=by, session=session, now=timezone.now())
    return redirect("my_views")


def over(request: Request) -> HttpResponse:
    """The sitting is over, or there never was one. A signed-in person is sent to their own first page.

    Words that came too late are shown once more, so that a grown-up can write them down.
    """
    words = request.POST.get("words", "").strip()
    if request.user.is_authenticated and not words:
        return redirect("home")
    held = _held(request)
    if held is None or not takes_words(held[0], timezone.now(), held[0].started_at):
        request.session.pop(KEY, None)
    context = {"login": reverse(settings.LOGIN_URL), "words": words}
    return render(request, "sen_support/supervised/over.html", context)
