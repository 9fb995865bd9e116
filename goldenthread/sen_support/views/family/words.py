"""What everybody said, as far as this person may read it; and their own words, added and put right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.rules import needs
from goldenthread.children.models import Child
from goldenthread.documents.permissions import DOCUMENT_ADD
from goldenthread.process.long_form import Page, long_form
from goldenthread.request import Request

from ...actions.voices import Said, add_words, mend_words, own_voice
from ...forms.voices import MendForm, OwnWordsForm
from ...models import How, Question, Review
from ...permissions import PLAN_VIEW, VOICE_ADD
from ...queries.children import is_own
from ...queries.plans import open_cycle
from ...queries.reviews import reviews_about
from ...queries.words import by_voice, reports_to_name, words_about, words_for
from ..common import FAMILY_LAYOUT, family_about, for_family


@needs(PLAN_VIEW)
def my_words(request: Request, child: UUID) -> HttpResponse:
    found = family_about(request, child, PLAN_VIEW, "what was said")
    voices = by_voice(words_about(request.viewer, found.pk))
    return render(request, "sen_support/family/words.html", for_family(request, found) | {"voices": voices})


@needs(VOICE_ADD)
def add_my_words(request: Request, child: UUID) -> HttpResponse:
    """Say something, at any time."""
    return _say(request, family_about(request, child, VOICE_ADD, "add words"), None)


@needs(VOICE_ADD)
def say_before_review(request: Request, child: UUID, review: UUID) -> HttpResponse:
    """Say what is to be heard at a review that is coming."""
    found = family_about(request, child, VOICE_ADD, "add words before a review")
    coming = next((one for one in reviews_about(request.viewer, found.pk) if one.pk == review), None)
    if coming is None:
        raise NotFound("another child's review")
    if coming.state == "held":
        raise Refused(_("This review is over. You can still say something at any time: it is kept for the next one."))
    return _say(request, found, coming)


def _say(request: Request, found: Child, review: Review | None) -> HttpResponse:
    own = is_own(request.viewer)
    page = Page(
        name=f"words/before-review:{found.pk}:{review.pk}" if review else f"words/say:{found.pk}",
        heading=_("What do you want to say before the meeting?") if review else _("Say something"),
        submit=_("Send"),
        back=reverse("my_words", args=[found.pk]),
        layout=FAMILY_LAYOUT,
        template="sen_support/family/form.html",
        more=for_family(request, found),
    )
    offered: dict[str, Any] = {
        "reports": reports_to_name(request.viewer, found.pk),
        "may_add": request.viewer.has(DOCUMENT_ADD.name),
    }
    start = {"question": request.GET.get("about") if request.GET.get("about") in Question else Question.OTHER}

    def send(form: Any) -> str:
        said = Said(voice=own_voice(request.viewer), said_by=request.viewer.name, how=How.TYPED, **form.said)
        cycle = review.cycle if review else open_cycle(request.viewer, found.pk)
        add_words(by=request.viewer, child=found.pk, said=said, cycle=cycle, review=review, taken=form.taken)
        messages.success(request, _("Your words are kept, exactly as you wrote them."))
        return reverse("my_words", args=[found.pk])

    def make(data: QueryDict | None) -> OwnWordsForm:
        return OwnWordsForm(data, request.FILES or None, own=own, initial=start, **offered)

    return long_form(request, page, make=make, act=send)


@needs(VOICE_ADD)
def mend_my_words(request: Request, child: UUID, words: UUID) -> HttpResponse:
    """Put a slip right. The first wording is kept."""
    found = family_about(request, child, VOICE_ADD, "put words right")
    said = words_for(request.viewer, words)
    if said.child_id != found.pk or said.recorded_by_id != request.viewer.person:
        raise NotFound("not theirs to mend")
    page = Page(
        name=f"words/put-right:{found.pk}:{said.pk}",
        heading=_("Put your words right"),
        submit=_("Save"),
        back=reverse("my_words", args=[found.pk]),
        layout=FAMILY_LAYOUT,
        template="sen_support/family/form.html",
        more=for_family(request, found),
    )

    def send(form: Any) -> str:
        mend_words(by=request.viewer, words=said.pk, mended=form.cleaned_data["words"])
        messages.success(request, _("Your words are put right. The first wording is kept too."))
        return reverse("my_words", args=[found.pk])

    return long_form(request, page, make=lambda data: MendForm(data, initial={"words": said.words}), act=send)
