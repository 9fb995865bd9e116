"""A short form is kept like a long one when its sign-in runs out: under the address of the page it stands on.

Its template puts `{% keeps_typed heading form %}` inside the form; `act_once` fills it again and forgets it once sent.
"""

from __future__ import annotations

from django.http import HttpRequest

from goldenthread.design_system.forms import Form
from goldenthread.request import Request

from .drafts import discard_draft, draft_of, filled
from .long_form import without_errors

PAGE = "page"
_LONGEST = 150  # of the 160 characters that a draft's name may have


def page_name(request: HttpRequest) -> str:
    """The name of the draft of a page's form: "page:" and the page's address."""
    whole = request.get_full_path()
    return f"{PAGE}:{whole if len(whole) <= _LONGEST else request.path}"


def fill_again(request: Request, *forms: Form) -> None:
    """Fill the forms of a page that was opened with what this person typed into it before and did not send."""
    data = filled(draft_of(request.viewer.person, page_name(request))) if request.method != "POST" else None
    if data is None:
        return
    for form in forms:
        form.data, form.is_bound, form.typed_before = data, True, True
        without_errors(form)


def forget(request: Request, page: str = "") -> None:
    """The page's form was sent. page: the address of the page it stands on, where it is sent to another."""
    discard_draft(request.viewer.person, f"{PAGE}:{page}" if page else page_name(request))
