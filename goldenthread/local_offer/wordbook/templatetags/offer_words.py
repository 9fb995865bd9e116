"""Words for the box of a search and beside its results."""

from __future__ import annotations

from django import template

from ...finding.suggesting import suggestions, words_for_box
from ...models import Offer

register = template.Library()


@register.simple_tag
def box_words(offer: Offer) -> list[str]:
    return words_for_box(offer.authority_id)


@register.simple_tag
def begins_like(offer: Offer, typed: str) -> list[str]:
    return suggestions(offer.authority_id, typed)
