"""Section pages as everybody reads them: in plain words, in Easy Read, in other languages, and made to be printed."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public

from ...models import Offer
from ...offers import day_of, offer_of
from ...vocabulary import SECTIONS
from .. import easy_read
from ..languages import LANGUAGES
from ..models import PublishedPage, PublishedTranslation
from ..pictures import picture
from ..rendering import Page, render
from .showing import show


@public
@require_safe
def offer_pages(request: HttpRequest) -> HttpResponse:
    """All pages by the part of the offer they belong to."""
    offer = offer_of(request)
    found = list(PublishedPage.objects.filter(authority_id=offer.authority_id))
    order = [*SECTIONS.codes(), ""]
    found.sort(key=lambda page: (order.index(page.section), page.order, page.slug))
    names = {term.code: term.name for term in SECTIONS.terms}
    groups = [
        (names.get(code, _("More")), list(pages)) for code, pages in groupby(found, key=lambda page: page.section)
    ]
    return show(request, "pages.html", {"groups": groups})


def _page(request: HttpRequest, name: str) -> tuple[Offer, PublishedPage]:
    offer = offer_of(request)
    found = PublishedPage.objects.filter(authority_id=offer.authority_id, slug=name).first()
    if found is None:
        raise NotFound("page")
    return offer, found


@public
@require_safe
def offer_page(request: HttpRequest, page_name: str) -> HttpResponse:
    offer, found = _page(request, page_name)
    return show(request, "page.html", _context(request, offer, found))


@public
@require_safe
def offer_page_print(request: HttpRequest, page_name: str) -> HttpResponse:
    """The page with nothing to press, in large print when the address says ?size=large."""
    offer, found = _page(request, page_name)
    large = request.GET.get("size") == "large"
    more: dict[str, Any] = {"large": large, "printed_on": day_of(request)} | ({"text_size": "large"} if large else {})
    return show(request, "print.html", _context(request, offer, found, explain=False) | more)


def _context(request: HttpRequest, offer: Offer, found: PublishedPage, *, explain: bool = True) -> dict[str, Any]:
    content = render(found.body, offer, day_of(request), explain=explain)
    return {
        "page": found,
        "title": found.title,
        "summary": found.summary,
        "content": content,
        "sources": _sources(found, content),
        "languages": [(LANGUAGES[one.language], one) for one in found.translations.all()],
        "overdue": found.next_review_on < day_of(request),
    }


def _sources(found: PublishedPage, content: Page) -> list[str]:
    """What the page rests on: as its writer says, and each time limit with its law."""
    written = [line.strip() for line in found.sources.splitlines() if line.strip()]
    limits = [
        _("%(limit)s: %(law)s") % {"limit": one.words, "law": one.citation}
        if one.is_law
        else _("%(limit)s: %(source)s. This is guidance, not law.") % {"limit": one.words, "source": one.citation}
        for one in content.limits
    ]
    return list(dict.fromkeys(written + limits))


@public
@require_safe
def offer_page_easy_read(request: HttpRequest, page_name: str) -> HttpResponse:
    """Short sentences, each with one picture."""
    offer, found = _page(request, page_name)
    said, _problems = easy_read.read(found.easy_read, offer.area_name)
    if not said:
        raise NotFound("easy read")
    context = {"page": found, "title": found.title, "said": said, "phone_picture": picture("phone")}
    return show(request, "easy_read.html", context)


@public
@require_safe
def offer_page_in(request: HttpRequest, page_name: str, language: str) -> HttpResponse:
    """The page as a person translated it; says so when the English has changed since."""
    offer, found = _page(request, page_name)
    translation = PublishedTranslation.objects.filter(page=found, language=language).first()
    if translation is None:
        raise NotFound("translation")
    context = {
        "page": found,
        "translation": translation,
        "written_in": LANGUAGES[language],
        "content": render(translation.body, offer, day_of(request), explain=False),
        "older": translation.of_number < found.number,
    }
    return show(request, "translation.html", context)
