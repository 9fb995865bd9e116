"""Which authority's Local Offer a request is for."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from goldenthread.access.permissions import NotFound
from goldenthread.clock import today

from .models import Listing, Offer


def offer_of(request: HttpRequest) -> Offer:
    """The offer served under this host name, or the first there is. Raises NotFound while there is none."""
    offers = list(Offer.objects.all())
    if not offers:
        raise NotFound("offer")
    host = request.get_host().split(":")[0]
    return next((offer for offer in offers if host in offer.hosts), offers[0])


def day_of(request: HttpRequest) -> date:
    """The day that pages are for: the viewer's, or today for somebody who is not signed in."""
    viewer = getattr(request, "viewer", None)
    return viewer.today if viewer is not None else today()


def listings_of(offer: Offer, day: date) -> QuerySet[Listing]:
    """What the public may see of this offer on this day."""
    begun = Q(visible_from__isnull=True) | Q(visible_from__lte=day)
    not_over = Q(visible_to__isnull=True) | Q(visible_to__gte=day)
    return Listing.objects.filter(begun, not_over, authority_id=offer.authority_id)
