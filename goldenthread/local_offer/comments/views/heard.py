"""You said, we did: what everybody reads, on the page and as CSV, and the copies of closed rounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public
from goldenthread.documents import page
from goldenthread.documents.handing_over import hand_over
from goldenthread.privacy.csv_out import csv_bytes

from ...models import PublishedComment, PublishedResponse, PublishedRound
from ...offers import offer_of
from ...views.page import show
from .. import queries
from ..copy import document_of
from ..forms import WHOLE
from ..themes import theme_name, themes


@dataclass(frozen=True)
class Asked:
    """What the address asks for. theme: a code, "" for the whole offer, None for all."""

    year: int | None
    theme: str | None

    @property
    def address(self) -> str:
        theme = None if self.theme is None else self.theme or WHOLE
        return urlencode({name: value for name, value in (("year", self.year), ("theme", theme)) if value is not None})


def _asked(request: HttpRequest, years: list[int]) -> Asked:
    """Filters of the address; what is no year or no theme of ours counts as not asked."""
    year, theme = request.GET.get("year", ""), request.GET.get("theme", "").replace(WHOLE, " ")
    known = {code or " ": code for code, _name in themes()}
    return Asked(next((one for one in years if str(one) == year), None), known.get(theme))


@public
@require_safe
def you_said(request: HttpRequest) -> HttpResponse:
    """Comments by theme with our answers, the numbers, and the copies of closed rounds."""
    authority = offer_of(request).authority_id
    years = queries.years(authority)
    asked = _asked(request, years)
    context: dict[str, Any] = {
        "groups": queries.by_theme(queries.published(authority, asked.year, asked.theme)),
        "totals": queries.totals(authority, asked.year, asked.theme),
        "years": [(one, one == asked.year) for one in years],
        "themes": [(code or WHOLE, name, code == asked.theme) for code, name in themes()],
        "chosen": _chosen(asked),
        "address": asked.address,
        "rounds": PublishedRound.objects.filter(authority_id=authority).defer("contents", "pdf"),
    }
    return show(request, "comments/you_said.html", context)


def _chosen(asked: Asked) -> list[dict[str, object]]:
    """The filters in force, each with the address without it."""
    here = reverse("you_said")
    found: list[dict[str, object]] = []
    if asked.year is not None:
        found.append({"text": str(asked.year), "href": f"{here}?{Asked(None, asked.theme).address}"})
    if asked.theme is not None:
        found.append({"text": theme_name(asked.theme), "href": f"{here}?{Asked(asked.year, None).address}"})
    return found


@public
@require_safe
def you_said_csv(request: HttpRequest) -> HttpResponse:
    """The same comments and answers as a list for a spreadsheet."""
    authority = offer_of(request).authority_id
    asked = _asked(request, queries.years(authority))
    head = [
        _("Year"), _("Theme"), _("About"), _("Who spoke"), _("Comment"), _("Our answer"), _("What we do"),
        _("Who does it"), _("How it stands"), _("By"), _("Done on"),
    ]  # fmt: skip
    rows = [_csv_row(one) for one in queries.published(authority, asked.year, asked.theme)]
    answer = HttpResponse(csv_bytes(head, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="you-said-we-did.csv"'
    return answer


def _csv_row(comment: PublishedComment) -> list[Any]:
    said = [comment.year, str(theme_name(comment.theme)), comment.get_about_display(), comment.get_speaker_display()]
    return [*said, comment.text, *_csv_answer(comment.response)]


def _csv_answer(response: PublishedResponse | None) -> list[Any]:
    if response is None:
        return ["", "", "", "", None, None]
    status = response.get_status_display()
    return [response.text, response.action, response.owner, status, response.due_on, response.done_on]


def _round(request: HttpRequest, key: UUID) -> PublishedRound:
    found = PublishedRound.objects.filter(authority_id=offer_of(request).authority_id, pk=key).first()
    if found is None:
        raise NotFound("round")
    return found


@public
@require_safe
def comment_round(request: HttpRequest, copy: UUID) -> HttpResponse:
    """A closed round as it was published."""
    found = _round(request, copy)
    document = document_of(found.contents)
    return show(
        request, "comments/round.html", {"copy": found, "title": document.title, "document": page.render(document)}
    )


@public
@require_safe
def comment_round_pdf(request: HttpRequest, copy: UUID) -> HttpResponse:
    return hand_over(request, "comment-round", _round(request, copy).pk)
