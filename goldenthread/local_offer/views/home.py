"""The first page of the Local Offer, and all services by name."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.db.models import Count
from django.db.models.functions import Substr, Upper
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from goldenthread.access.rules import public

from ..offers import day_of, listings_of, offer_of
from ..vocabulary import SECTIONS
from .events import not_over, shown_event
from .page import show

# Six ways in: a heading, a sentence, and what it asks for.
_LIFE_STAGES = (
    (gettext_lazy("Before school"), gettext_lazy("Babies and children under five"), {"age": "0-4", "scope": "in"}),
    (gettext_lazy("Primary school"), gettext_lazy("Help at school and at home, from 5 to 10"), {"age": "5-10", "scope": "in"}),
    (gettext_lazy("Secondary school"), gettext_lazy("From 11 to 15"), {"age": "11-15", "scope": "in"}),
    (gettext_lazy("After 16"), gettext_lazy("College, training, travel and work"), {"age": "16-18", "section": "post16"}),
    (gettext_lazy("Growing up"), gettext_lazy("A home, a job, health and friends as an adult"), {"section": "adulthood"}),
    (gettext_lazy("For parents and carers"), gettext_lazy("Advice, groups, breaks and money"), {"section": "advice"}),
)  # fmt: skip
_FIRST_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_EVENTS_SHOWN = 5


@public
@require_safe
def offer_home(request: HttpRequest) -> HttpResponse:
    """Two boxes, six ways in by life stage, kinds of help, and what is on this month."""
    offer, day = offer_of(request), day_of(request)
    results = reverse("offer_results")
    context: dict[str, Any] = {
        "stages": [
            {"title": title, "text": text, "href": f"{results}?{urlencode(ask)}"} for title, text, ask in _LIFE_STAGES
        ],
        "sections": [(term.name, f"{results}?{urlencode({'section': term.code})}") for term in SECTIONS.terms],
        "events": [shown_event(event) for event in _this_month(offer, day)],
    }
    return show(request, "home.html", context)


def _this_month(offer: Any, day: Any) -> Any:
    starts = datetime.combine(day, time(), tzinfo=UTC)
    return not_over(day).filter(authority_id=offer.authority_id, starts_at__lt=starts + timedelta(days=31))[
        :_EVENTS_SHOWN
    ]


@public
@require_safe
def offer_a_to_z(request: HttpRequest) -> HttpResponse:
    """Services of one letter by name. Those of the area first; the address says whether schools elsewhere too."""
    offer, day = offer_of(request), day_of(request)
    listings = listings_of(offer, day)
    everywhere = request.GET.get("scope") == "all"
    if not everywhere:
        listings = listings.filter(facets__contains=["scope:in"])
    letters = listings.annotate(letter=Upper(Substr("name", 1, 1))).order_by()
    counts = dict(letters.values_list("letter").annotate(number=Count("pk")))
    letter = request.GET.get("letter", "A").upper()[:1]
    letter = letter if letter in _FIRST_LETTERS else "A"
    context = {
        "letters": [(one, counts.get(one, 0), one == letter) for one in _FIRST_LETTERS],
        "letter": letter,
        "everywhere": everywhere,
        "listings": letters.filter(letter=letter)
        .order_by("name", "pk")
        .values("pk", "name", "entry__organisation__name"),
        "heading": _("Services beginning with %(letter)s") % {"letter": letter},
    }
    return show(request, "a_to_z.html", context)
