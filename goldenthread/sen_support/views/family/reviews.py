"""Reviews as the family reads them: the same page that the meeting had."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.request import Request

from ...permissions import REVIEW_VIEW
from ...queries.reviews import review_for, review_page, reviews_about
from ...queries.words import by_voice
from ...shown import present_at, review_parts
from ..common import family_about, for_family


@needs(REVIEW_VIEW)
def my_reviews(request: Request, child: UUID) -> HttpResponse:
    found = family_about(request, child, REVIEW_VIEW, "reviews")
    cards = [
        {
            "title": date_format(review.held_on or review.meets_on, "j F Y"),
            "href": reverse("my_review", args=[found.pk, review.pk]),
            "text": review.cycle.get_outcome_display() if review.held_on else _("Still to come"),
        }
        for review in reviews_about(request.viewer, found.pk)
    ]
    return render(request, "sen_support/family/reviews.html", for_family(request, found) | {"cards": cards})


@needs(REVIEW_VIEW)
def my_review(request: Request, child: UUID, review: UUID) -> HttpResponse:
    found = family_about(request, child, REVIEW_VIEW, "a review")
    one = review_for(request.viewer, review)
    if one.child_id != found.pk:
        raise NotFound("another child's review")
    page = review_page(request.viewer, one)
    context = for_family(request, found) | {
        "page": page,
        "review": one,
        "parts": review_parts(request.viewer, page, found),
        "voices": [(voice, said) for voice, said in by_voice(list(page.words)) if said],
        "present": present_at(page, {}),
        "layout": "layouts/family.html",
        "family": True,
    }
    return render(request, "sen_support/review.html", context)
