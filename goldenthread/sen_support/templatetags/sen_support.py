"""Tags for the words that people said: `{% load sen_support %}`."""

from __future__ import annotations

from typing import Any

from django import template

from .. import wording
from ..models import Contribution, Voice

register = template.Library()


@register.simple_tag(takes_context=True)
def how_it_was_said(context: dict[str, Any], words: Contribution) -> str:
    return wording.how_it_was_said(context["viewer"], words)


@register.simple_tag(takes_context=True)
def who_may_read(context: dict[str, Any], words: Contribution) -> str:
    return wording.who_may_read(context["viewer"], words, context["child"].first_name)


@register.simple_tag(takes_context=True)
def voice_of(context: dict[str, Any], voice: Voice) -> str:
    return wording.voice_of(context["viewer"], voice, context["child"].first_name)
