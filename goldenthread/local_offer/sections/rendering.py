"""Blocks as a page shows them: with the law's numbers of today, the services of today, and words explained in place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.design_system.components.words import term as shown_term

from .. import wording
from ..finding.asked import asked_of
from ..finding.searching import search
from ..models import Listing, Offer
from ..offers import listings_of
from .blocks import Block, Find, Heading, Line, OneService, Paragraph, Points, Services, Time, Words, pages_linked, read
from .glossary import Explainer, Glossary, glossary_of
from .models import PublishedPage
from .timeline import TimeLimit, time_limit


@dataclass(frozen=True)
class Shown:
    """One block, ready for the template. kind: heading, paragraph, points, find or services."""

    kind: str
    text: SafeString | str = ""
    level: int = 2
    points: tuple[SafeString, ...] = ()
    numbered: bool = False
    href: str = ""
    services: tuple[dict[str, Any], ...] = ()


@dataclass
class Page:
    """What one text becomes. limits: the time limits it names, each with its law, as they stand today."""

    blocks: list[Shown] = field(default_factory=list)
    limits: list[TimeLimit] = field(default_factory=list)


def render(text: str, offer: Offer, today: date, *, explain: bool = True) -> Page:
    """The text as it is shown today. explain: whether words of the field open where they are first used."""
    blocks, _problems = read(text, offer.area_name)
    glossary = glossary_of(offer.authority_id) if explain else Glossary(())
    linked = pages_linked(blocks)
    names = (
        dict(
            PublishedPage.objects.filter(authority_id=offer.authority_id, slug__in=linked).values_list("slug", "title")
        )
        if linked
        else {}
    )
    work = _Rendering(offer, today, glossary.explainer(), names)
    return Page([shown for block in blocks for shown in work.block(block)], list(work.limits.values()))


@dataclass
class _Rendering:
    offer: Offer
    today: date
    explainer: Explainer
    pages: dict[str, str]
    limits: dict[str, TimeLimit] = field(default_factory=dict)

    def block(self, block: Block) -> list[Shown]:
        match block:
            case Heading():
                return [Shown("heading", block.text, level=block.level)]
            case Paragraph():
                return [Shown("paragraph", self.line(block.line))]
            case Points():
                return [Shown("points", points=tuple(map(self.line, block.points)), numbered=block.numbered)]
            case Find():
                return [
                    Shown("find", block.text, href=f"{reverse('offer_results')}?{QueryDict(block.query).urlencode()}")
                ]
            case Services() | OneService():
                found = tuple(self._facts(listing) for listing in self._listings(block))
                return [Shown("services", services=found)] if found else []

    def line(self, line: Line) -> SafeString:
        return format_html_join("", "{}", ((self._piece(piece),) for piece in line))

    def _piece(self, piece: Words | Time) -> SafeString:
        if isinstance(piece, Time):
            return self._time(piece)
        if piece.target is not None:
            return self._link(piece)
        if piece.strong:
            return format_html("<strong>{}</strong>", piece.text)
        return format_html_join("", "{}", ((self._explained(part),) for part in self.explainer.pieces(piece.text)))

    def _explained(self, part: Any) -> SafeString:
        if isinstance(part, str):
            return format_html("{}", part)
        said, term = part
        return shown_term(said, term.meaning, f"{reverse('offer_words')}#{term.mark}", _("All words"))

    def _time(self, piece: Time) -> SafeString:
        """The number of today. A limit that is no longer in force is said to be so, never left at its last number."""
        found = time_limit(piece.limit, self.today)
        if found is None:
            return format_html("<em>{}</em>", _("(the law gives no number here any more)"))
        self.limits[piece.limit] = found
        return format_html("<strong>{}</strong>", found.words)

    def _link(self, piece: Words) -> SafeString:
        """A link. One to a section page that is not live is plain words: nobody is led to nothing."""
        assert piece.target is not None
        address = piece.target.address
        if piece.target.kind == "page":
            if address not in self.pages:
                return format_html("{}", piece.text)
            address = reverse("offer_page", args=[address])
        outside = SafeString(' rel="noopener noreferrer"') if piece.target.kind == "web" else SafeString("")
        return format_html('<a class="govuk-link" href="{}"{}>{}</a>', address, outside, piece.text)

    def _listings(self, block: Services | OneService) -> list[Listing]:
        if isinstance(block, OneService):
            return list(listings_of(self.offer, self.today).filter(pk=block.key))
        found = search(self.offer, asked_of(QueryDict(block.query)), self.today, count=False, size=block.most)
        return [result.listing for result in found.results][: block.most]

    def _facts(self, listing: Listing) -> dict[str, Any]:
        entry = listing.entry
        reached = [one.get(way) for way in ("phone", "email") for one in entry["contacts"]]
        return {
            "title": entry["name"],
            "href": reverse("offer_entry", args=[listing.pk]),
            "text": wording.first_sentence(entry["description"]),
            "facts": [wording.start(entry), next(filter(None, reached), ""), wording.checked(entry, self.today)[0]],
        }
