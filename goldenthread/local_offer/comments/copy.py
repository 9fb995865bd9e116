"""The copy of a closed round as a document: the same on the page, in print and as PDF."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from goldenthread.documents import pdf, wording
from goldenthread.documents.blocks import Block, Facts, Heading, Paragraph, Quote
from goldenthread.documents.model import Document

from ..models import ResponseStatus


def document_of(contents: dict[str, Any]) -> Document:
    """contents: what rounds.contents_of made, or the same read back from its table."""
    closed_on = date.fromisoformat(contents["closed_on"])
    return Document(
        kind=_("Comments on the SEND Local Offer and our response"),
        title=_("You said, we did: the SEND Local Offer of %(area)s") % contents,
        reference=_("Round %(number)s") % contents,
        recipient=_("For everybody"),
        written_on=closed_on,
        blocks=(*_counts(contents), *_answers(contents)),
    )


def pdf_of(contents: dict[str, Any]) -> bytes:
    return pdf.render(document_of(contents))


def _counts(contents: dict[str, Any]) -> list[Block]:
    withheld = contents["withheld"]
    opened_on, closed_on = (date.fromisoformat(contents[name]) for name in ("opened_on", "closed_on"))
    return [
        Paragraph.of(
            _(
                "What children, young people and parents told us about the Local Offer from %(opened)s to %(closed)s,"
                " and what we answer. Regulation 56 of the SEND Regulations 2014 asks us to publish this every year, so"
                " that nobody can be told from it."
            )
            % {"opened": wording.day(opened_on), "closed": wording.day(closed_on)}
        ),
        Facts.of(
            (_("Comments received"), str(contents["received"])),
            (_("Published here"), str(contents["published"])),
            (_("Withheld because vexatious"), str(withheld["vexatious"])),
            (_("Withheld because about services to one person"), str(withheld["one_person"])),
            (_("Actions done"), str(contents["done"])),
        ),
    ]


def _answers(contents: dict[str, Any]) -> list[Block]:
    blocks: list[Block] = []
    for number, response in enumerate(contents["responses"], start=1):
        blocks.append(Heading(2, _("Answer %(number)s") % {"number": number}))
        blocks.append(Heading(3, _("You said")))
        blocks += [
            Quote(one["text"], said_by=f"{one['speaker']}, {one['theme']}", said_on=None, how="")
            for one in response["comments"]
        ]
        blocks += [Heading(3, _("We answer")), Paragraph.of(response["text"]), Facts.of(*action_facts(response))]
    return blocks


def action_facts(response: dict[str, Any]) -> list[tuple[str, str]]:
    """What is done about it, by whom and by when; only what is known."""
    days = {
        name: wording.day(date.fromisoformat(response[name])) if response[name] else ""
        for name in ("due_on", "done_on")
    }
    rows = [
        (_("What we do"), response["action"]),
        (_("Who does it"), response["owner"]),
        (_("How it stands"), str(ResponseStatus(response["status"]).label)),
        (_("Why not"), response["why_not"]),
        (_("By"), "" if days["done_on"] else days["due_on"]),
        (_("Done on"), days["done_on"]),
    ]
    return [(name, value) for name, value in rows if value]
