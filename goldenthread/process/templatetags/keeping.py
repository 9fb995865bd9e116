"""What a form carries so that nothing typed into it is lost with the sign-in."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import RequestContext

from ..drafts import TITLE, mark_for
from ..keeping import page_name, started_with

register = template.Library()


@register.inclusion_tag("process/parts/keeps_typed.html", takes_context=True)
def keeps_typed(context: RequestContext, title: str = "", form: Any = None) -> dict[str, Any]:
    """The hidden mark of a short form. title: what its author finds it under; form: to say that it was filled again."""
    request = context["request"]
    viewer = getattr(request, "viewer", None)
    mark = mark_for(viewer.person, page_name(request), started_with(form)) if viewer else ""
    return {
        "hidden": {"draft_mark": mark, TITLE: title} if viewer else {},
        "kept": getattr(form, "typed_before", False),
        "changed": getattr(form, "changed_since", False),
    }
