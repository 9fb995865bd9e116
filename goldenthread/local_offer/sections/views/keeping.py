"""Long forms over what several officers may change: kept while typed, and told of who saved first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.process.long_form import Make, Page, Shared, long_form
from goldenthread.request import Request

from ..shared import SavedMeanwhile, Seen

Now = Callable[[], Seen | None]


def keep_form(
    request: Request, page: Page, *, make: Make, act: Callable[[Any], str], names: Iterable[str], now: Now
) -> HttpResponse:
    """Show, keep and send one form. now: the values of these names as they stand this moment, None for something new.

    A refusal of the action stands in the form's error summary, with everything typed still there.
    """

    def shown(make: Make) -> HttpResponse:
        values = now()
        shared = None if values is None else Shared(in_words(make(None), names, values))
        return long_form(request, page, make=make, act=act, shared=shared)

    try:
        return shown(make)
    except SavedMeanwhile:  # between our reading and the lock: now the form's version is no longer the one that stands
        return shown(make)
    except Refused as no:
        sentence = str(no.sentence)
        return shown(lambda data: _refused(make(data), sentence))


def _refused(form: Any, sentence: str) -> Any:
    if form.is_bound:
        form.add_error(None, sentence)
    return form


def in_words(form: Any, names: Iterable[str], values: Seen) -> dict[str, str]:
    """Each question's label with the value in words, as the page shows to whoever saves second."""
    return {str(form.fields[name].label): _words(form.fields[name], values.get(name)) for name in names}


def _words(field: Any, value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, list):
        return "\n".join(_words(field, one) for one in value)
    named = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    return "" if value is None else named.get(str(value), str(value))
