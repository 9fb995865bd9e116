"""What everybody reads about the offer as a whole: the legal list, the words, who was asked, accessibility."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.access.rules import public

from ...offers import day_of, offer_of
from ..coverage import numbers, rows
from ..glossary import glossary_of
from ..models import FEWEST_SHOWN, AccessGap, AccessStatement, Consultation
from .showing import show


@public
@require_safe
def offer_must_tell(request: HttpRequest) -> HttpResponse:
    """What we must tell you, and where it is."""
    found = rows(offer_of(request).authority_id, day_of(request))
    return show(request, "must_tell.html", {"rows": found, "numbers": numbers(found)})


@public
@require_safe
def offer_words(request: HttpRequest) -> HttpResponse:
    """The words from A to Z."""
    glossary = glossary_of(offer_of(request).authority_id)
    return show(request, "words.html", {"letters": glossary.by_letter()})


@public
@require_safe
def offer_asked(request: HttpRequest) -> HttpResponse:
    """Who was asked about the offer, how, and what changed because of it, newest first."""
    offer = offer_of(request)
    found = Consultation.objects.filter(authority_id=offer.authority_id, published=True)
    years = [(year, list(ones)) for year, ones in groupby(found, key=lambda one: one.happened_on.year)]
    return show(request, "asked.html", {"years": years, "fewest": FEWEST_SHOWN})


@public
@require_safe
def offer_accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement: standard, level met, what does not work yet and by when, other ways, enforcement."""
    offer = offer_of(request)
    gaps = list(AccessGap.objects.filter(authority_id=offer.authority_id))
    context = {
        "statement": AccessStatement.objects.filter(authority_id=offer.authority_id).first(),
        "gaps": [gap for gap in gaps if gap.mended_on is None],
        "mended": [gap for gap in gaps if gap.mended_on is not None],
        "today": day_of(request),
    }
    return show(request, "accessibility.html", context)
