"""The officer's pages: the word book, one group of words, one phrase; each can be tried before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.process.keeping import fill_again, forget
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from ..finding.lexicon import Lexicon, lexicon_of
from ..models import EverydayPhrase, Offer, Synonym
from ..vocabulary import NEEDS, SECTIONS, names_of
from . import actions, queries, trying
from .forms import PhraseForm, SynonymForm
from .permissions import WORDS_KEEP

_methods = require_http_methods(["GET", "HEAD", "POST"])


@needs(WORDS_KEEP)
@require_safe
def families_words(request: Request) -> HttpResponse:
    """What is kept here, what led to nothing, and a sentence tried with the words as they are."""
    viewer, sentence = request.viewer, " ".join(request.GET.get("sentence", "").replace("\x00", "").split())[:200]
    phrases = [(one, names_of(NEEDS, one.needs) + names_of(SECTIONS, one.sections)) for one in queries.phrases(viewer)]
    context = {
        "synonyms": list(queries.synonyms(viewer)), "phrases": phrases, "unanswered": queries.unanswered(viewer),
        "sentence": sentence,
        "found": trying.tried_with(_offer(request), sentence, lexicon_of(viewer.authority), viewer.today)
        if sentence else None,
    }  # fmt: skip
    return render(request, "local_offer_wordbook/words.html", context)


def _offer(request: Request) -> Offer:
    found = Offer.objects.filter(authority_id=request.viewer.authority).first()
    if found is None:
        raise NotFound("offer")
    return found


@needs(WORDS_KEEP)
@_methods
def new_synonym(request: Request) -> HttpResponse:
    return _synonym(request, None)


@needs(WORDS_KEEP)
@_methods
def change_synonym(request: Request, synonym: UUID) -> HttpResponse:
    return _synonym(request, queries.synonym_for(request.viewer, synonym))


def _synonym(request: Request, found: Synonym | None) -> HttpResponse:
    by, key = request.viewer, found.pk if found else None
    first = "\n".join(found.words) if found else request.GET.get("word", "").replace("\x00", "")[:60]
    form = SynonymForm(request.POST if request.method == "POST" else None, initial={"words": first})
    return _one(
        request, form, found, heading=_("Words that mean the same"),
        keep=lambda: actions.keep_synonym(by=by, words=form.cleaned_data["words"], synonym=key),
        take_away=lambda: actions.take_synonym_away(by=by, synonym=UUID(str(key))),
        candidate=lambda: trying.with_synonym(by.authority, form.cleaned_data["words"], key),
    )  # fmt: skip


@needs(WORDS_KEEP)
@_methods
def new_phrase(request: Request) -> HttpResponse:
    return _phrase(request, None)


@needs(WORDS_KEEP)
@_methods
def change_phrase(request: Request, phrase: UUID) -> HttpResponse:
    return _phrase(request, queries.phrase_for(request.viewer, phrase))


def _phrase(request: Request, found: EverydayPhrase | None) -> HttpResponse:
    by, key = request.viewer, found.pk if found else None
    first: dict[str, Any] = {"said": request.GET.get("said", "").replace("\x00", "")[:120]}
    if found is not None:
        first = {"said": found.said, "needs": found.needs, "sections": found.sections, "words": "\n".join(found.words)}
    form = PhraseForm(request.POST if request.method == "POST" else None, initial=first)
    return _one(
        request, form, found, heading=_("What an everyday phrase means"),
        keep=lambda: actions.keep_phrase(by=by, facts=form.facts, phrase=key),
        take_away=lambda: actions.take_phrase_away(by=by, phrase=UUID(str(key))),
        candidate=lambda: trying.with_phrase(by.authority, form.facts, key),
    )  # fmt: skip


def _one(
    request: Request, form: Any, found: Synonym | EverydayPhrase | None, *, heading: str, keep: Callable[[], object],
    take_away: Callable[[], object], candidate: Callable[[], Lexicon],
) -> HttpResponse:  # fmt: skip
    """Show one entry's form; try it, keep it or take it away."""
    back, before, after = reverse("families_words"), None, None
    if request.method == "POST" and request.POST.get("answer") == "take_away" and found is not None:
        take_away()
        messages.success(request, _("Taken away. Searches no longer use it."))
        return redirect(back)
    if request.method == "POST" and form.is_valid():
        if request.POST.get("answer") != "try":

            def send() -> str:
                keep()
                forget(request)
                messages.success(request, _("Kept. Searches use it from now on."))
                return back

            return once(request, send)
        sentence, offer, day = form.cleaned_data["sentence"] or "", _offer(request), request.viewer.today
        if sentence:
            before = trying.tried_with(offer, sentence, lexicon_of(offer.authority_id), day)
            after = trying.tried_with(offer, sentence, candidate(), day)
        else:
            form.add_error("sentence", _("Write a sentence to try"))
    fill_again(request, form)
    context = {
        "form": form, "found": found, "heading": heading, "back": back, "key": new_submission_key(),
        "sides": [(_("Now"), before), (_("With these words"), after)] if before else [],
    }  # fmt: skip
    return render(request, "local_offer_wordbook/one.html", context)
