"""A short form is kept like a long one when its sign-in runs out: under the address of the page it stands on.

Its template puts `{% keeps_typed heading form %}` inside the form; `act_once` fills it again and forgets it once sent.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest

from goldenthread.design_system.forms import Form
from goldenthread.request import Request

from .drafts import discard_draft, draft_of, filled, version_of
from .long_form import without_errors

PAGE = "page"
FAMILY = "mine"  # what a parent or young person types never fills a form of the same person's work at the school
_LONGEST = 150  # of the 160 characters that a draft's name may have


def page_name(request: HttpRequest) -> str:
    """The name of the draft of a page's form: whether it was begun as family, and the page's address."""
    whole = request.get_full_path()
    return _named(request, whole if len(whole) <= _LONGEST else request.path)


def _named(request: HttpRequest, address: str) -> str:
    viewer = getattr(request, "viewer", None)
    return f"{PAGE if viewer is None or viewer.role.staff else FAMILY}:{address}"


def started_with(form: Any) -> str:
    """The version of what stood in the form when it was opened; without its days, as most of them are today's.

    "" where there is no form.
    """
    if not form:
        return ""
    return version_of({name: value for name, value in form.initial.items() if not isinstance(value, date)})


def fill_again(request: Request, *forms: Form) -> None:
    """Fill the forms of a page that was opened with what this person typed into it before and did not send.

    Not where the first form now starts with something else: what was typed then must not stand over what has been
    recorded since. The page says so, and the words stay among what the person began.
    """
    draft = draft_of(request.viewer.person, page_name(request)) if request.method != "POST" else None
    data = filled(draft)
    if draft is None or data is None:
        return
    if draft.started_from not in ("", started_with(forms[0])):
        forms[0].changed_since = True
        return
    for form in forms:
        form.data, form.is_bound, form.typed_before = data, True, True
        without_errors(form)


def forget(request: Request, page: str = "") -> None:
    """The page's form was sent. page: the address of the page it stands on, where it is sent to another."""
    discard_draft(request.viewer.person, _named(request, page) if page else page_name(request))
