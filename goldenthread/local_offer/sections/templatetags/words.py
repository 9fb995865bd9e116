"""Words explained where they stand, in any template: `{% load words %}{% explained "EHC plan" %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.design_system.components.words import term as shown_term

from ..glossary import Glossary, glossary_of

register = template.Library()


@register.simple_tag(takes_context=True)
def explained(context: dict[str, Any], word: str, said: str = "") -> SafeString:
    """The word, with its meaning one tap away. said: how it stands in the sentence, when that is not the word itself.

    Like {% term %} it opens downwards: it may stand in a div, a list or a cell, never inside a <p>. A word that the
    glossary lacks is shown as it is. The glossary is read once for each page.
    """
    found = _glossary(context).find(word)
    if found is None:
        return format_html("{}", said or word)
    return shown_term(said or word, found.meaning, f"{reverse('offer_words')}#{found.mark}", _("All words"))


def _glossary(context: Any) -> Glossary:
    kept: Glossary | None = context.render_context.get("glossary")
    if kept is None:
        viewer, offer = context.get("viewer"), context.get("offer")
        authority = offer.authority_id if offer is not None else viewer.authority if viewer is not None else None
        kept = context.render_context["glossary"] = glossary_of(authority)
    return kept
