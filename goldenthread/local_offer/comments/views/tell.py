"""Tell us about the Local Offer: five questions, a look at the answers, and a reference. No account, no JavaScript."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.access.rules import public

from ...models import About, Speaker
from ...offers import day_of, offer_of
from ...views.page import show
from .. import begun
from ..forms import WHOLE, AboutForm, AreaForm, ContactForm, SpeakerForm, WordsForm
from ..receiving import receive_comment
from ..themes import theme_name

LIMITS = {"comment": "20/h/ip"}
# Question → its page and its form, in the order of asking.
QUESTIONS = {
    "about": ("tell_offer", AboutForm),
    "speaker": ("tell_offer_speaker", SpeakerForm),
    "words": ("tell_offer_words", WordsForm),
    "section": ("tell_offer_area", AreaForm),
    "contact": ("tell_offer_contact", ContactForm),
}
_methods = require_http_methods(["GET", "HEAD", "POST"])


@public
@_methods
def tell_offer(request: HttpRequest) -> HttpResponse:
    """The first question, with what happens to a comment."""
    return _ask(request, "about")


@public
@_methods
def tell_offer_speaker(request: HttpRequest) -> HttpResponse:
    return _ask(request, "speaker")


@public
@_methods
def tell_offer_words(request: HttpRequest) -> HttpResponse:
    return _ask(request, "words")


@public
@_methods
def tell_offer_area(request: HttpRequest) -> HttpResponse:
    return _ask(request, "section")


@public
@_methods
def tell_offer_contact(request: HttpRequest) -> HttpResponse:
    return _ask(request, "contact")


def _ask(request: HttpRequest, question: str) -> HttpResponse:
    """One question. What is wrong is said above it, with everything that was typed still there."""
    _page, form_of = QUESTIONS[question]
    answers = begun.answers_of(request)
    form = form_of(request.POST if request.method == "POST" else None, initial={question: answers.get(question, "")})
    if request.method == "POST" and form.is_valid():
        kept = begun.keep(request, {question: form.cleaned_data[question] or ""})
        return redirect(_next_page(question, kept))
    return show(
        request, "comments/question.html", {"form": form, "back": _page_before(question), "first": question == "about"}
    )


def _next_page(question: str, answers: dict[str, str]) -> str:
    """The page of the next question; back to the answers when all were given before and one was changed."""
    if not begun.missing(answers):
        return "tell_offer_check"
    following = begun.ASKED[begun.ASKED.index(question) + 1 :]
    return QUESTIONS[following[0] if following else begun.missing(answers)][0]


def _page_before(question: str) -> str:
    place = begun.ASKED.index(question)
    return reverse(QUESTIONS[begun.ASKED[place - 1]][0]) if place else reverse("offer_home")


@public
@_methods
def tell_offer_check(request: HttpRequest) -> HttpResponse:
    """All answers once more. Sending keeps the comment and forgets what the session held."""
    answers = begun.answers_of(request)
    if begun.missing(answers):
        return redirect(QUESTIONS[begun.missing(answers)][0])
    if request.method != "POST":
        return show(request, "comments/check.html", {"rows": _rows(answers)})
    used = ratelimit.consume(request, app="goldenthread.local_offer", action="comment", config=LIMITS)
    if used is None:
        return show(request, "comments/check.html", {"rows": _rows(answers), "too_many": True}, status=429)
    comment = receive_comment(
        offer=offer_of(request),
        said=begun.said(answers | {"section": answers["section"].replace(WHOLE, "")}),
        sent_key=begun.sent_key(answers),
        today=day_of(request),
    )
    begun.forget(request, comment.reference)
    return redirect("tell_offer_sent")


def _rows(answers: dict[str, str]) -> list[dict[str, object]]:
    said = {
        "about": (_("About"), About(answers["about"]).label),
        "speaker": (_("Who is speaking"), Speaker(answers["speaker"]).label),
        "words": (_("Your comment"), linebreaksbr(answers["words"], autoescape=True)),
        "section": (_("Part of the Local Offer"), theme_name(answers["section"].replace(WHOLE, ""))),
        "contact": (_("How to reply"), answers["contact"] or _("No reply wanted")),
    }
    return [
        {
            "key": key,
            "value": value,
            "actions": [{"text": _("Change"), "href": reverse(QUESTIONS[name][0]), "hidden": key}],
        }
        for name, (key, value) in said.items()
    ]


@public
@require_safe
def tell_offer_sent(request: HttpRequest) -> HttpResponse:
    """The reference, and what happens next. Without a comment just sent it leads to the first question."""
    reference = begun.sent_reference(request)
    if not reference:
        return redirect("tell_offer")
    return show(request, "comments/sent.html", {"reference": reference})
