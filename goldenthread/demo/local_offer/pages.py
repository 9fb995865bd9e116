"""The pages of Larkmere's Local Offer: those that ship, published, with what its officers added (pages.toml)."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from goldenthread.keys import new_key
from goldenthread.local_offer.sections.actions.pages import reading_of
from goldenthread.local_offer.sections.copies import KEPT_FOR, KEPT_OPEN, SEND_WITHIN
from goldenthread.local_offer.sections.models import (
    AccessGap,
    AccessStatement,
    AreaWord,
    Consultation,
    CopyRequest,
    CopyRequestEntry,
    LinkCheck,
    PageTranslation,
    PageVersion,
    RequirementRecord,
    SectionPage,
)
from goldenthread.local_offer.sections.publishing import show_page, show_translation
from goldenthread.local_offer.sections.starting import StartingPage, starting_pages

from ..stated_date import STATED_DATE
from .comments import officers

_MOVES = {"received": (), "making": ("make",), "sent": ("make", "send")}
_STATES = {"make": "making", "send": "sent"}
_EARLIER = timedelta(days=400)  # how long ago the first versions were published


def load_pages(authority: UUID) -> int:
    """Write the pages and all that officers keep beside them. Answers how many pages there are.

    Call in a transaction after the people and the services were loaded, inside the area's wall or as the owner.
    """
    written = tomllib.loads(files("goldenthread.demo.local_offer").joinpath("pages.toml").read_text("utf-8"))
    held = {"authority_id": authority, "holder_id": authority}
    first, second = officers(authority)
    # Words first: a page is measured with what it explains.
    AreaWord.objects.bulk_create(
        AreaWord(kept_at=_at(STATED_DATE), kept_by_id=first, **held, **row) for row in written["word"]
    )
    pages = {one.slug: _page(number, one, written, held, first) for number, one in enumerate(starting_pages())}
    _translations(written, pages, held, first)
    _duties(written, held, first, second)
    _copies(written, held, first)
    return len(pages)


def _page(number: int, one: StartingPage, written: dict[str, Any], held: dict[str, UUID], by: UUID) -> SectionPage:
    """One shipped page with its versions, shown unless the file says otherwise."""
    live = one.slug not in written["unpublished"]
    ago = 430 if one.slug in written["long_ago"] else 11 * number % 290 + 5
    reviewed_on = STATED_DATE - timedelta(days=ago)
    page = SectionPage.objects.create(
        slug=one.slug, order=one.order, section=one.section, owner=one.owner, state="live" if live else "draft",
        reviewed_on=reviewed_on if live else None, reviewed_by_id=by if live else None,
        next_review_on=reviewed_on + timedelta(days=360) if live else None, **held,
    )  # fmt: skip
    film = next((row for row in written["film"] if row["page"] == one.slug), None)
    words = {name: getattr(one, name) for name in ("summary", "body", "easy_read", "sources")}
    words |= {
        "title": one.title.replace("{area}", "Larkmere"),
        "reading_age": reading_of(one.body, held["authority_id"]).age,
    }
    both = {"page": page, "made_by_id": by, **held, **words}
    if not live:
        PageVersion.objects.create(
            number=1, state="draft", made_at=_at(STATED_DATE - timedelta(days=9)), saves=1, **both
        )
        return page
    began = reviewed_on - _EARLIER
    PageVersion.objects.create(
        number=1, state="past", made_at=_at(began), why="The text that ships with Golden Thread", published_at=_at(began),
        published_by_id=by, **both,
    )  # fmt: skip
    PageVersion.objects.create(
        number=2, state="published", made_at=_at(reviewed_on), why="Read with families and made plainer",
        published_at=_at(reviewed_on), published_by_id=by, **both, **(_film(film) if film else {}),
    )  # fmt: skip
    if one.slug in written["being_changed"]:
        changed = both | {
            "body": one.body + "\n\n## New from January\nYou can ask for help with travel on the telephone, too."
        }
        PageVersion.objects.create(
            number=3,
            state="draft",
            made_at=_at(STATED_DATE - timedelta(days=2)),
            saves=1,
            why="Asking by telephone",
            **changed,
        )
    show_page(page)
    return page


def _film(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "video_address": row["address"],
        "video_minutes": row["minutes"],
        "video_captions": True,
        "video_transcript": row["transcript"].strip(),
    }


def _translations(written: dict[str, Any], pages: dict[str, SectionPage], held: dict[str, UUID], by: UUID) -> None:
    for row in written["translation"]:
        facts = {name: value for name, value in row.items() if name not in ("page", "body")}
        translation = PageTranslation.objects.create(
            page=pages[row["page"]], body=row["body"].strip(), changed_at=_at(row["translated_on"]), changed_by_id=by,
            **facts, **held,
        )  # fmt: skip
        show_translation(translation)


def _duties(written: dict[str, Any], held: dict[str, UUID], by: UUID, second: UUID) -> None:
    RequirementRecord.objects.bulk_create(
        RequirementRecord(
            key=row["key"], owner=row["owner"], document_title=row["title"], document_address=row["address"],
            document_from=row.get("from_on"), document_until=row.get("until_on"),
            document_reviewed_on=row["reviewed_on"], reviewed_on=row["reviewed_on"], reviewed_by_id=by, **held,
        )
        for row in written["document"]
    )  # fmt: skip
    LinkCheck.objects.bulk_create(
        LinkCheck(checked_at=_at(STATED_DATE - timedelta(days=6)), **row, **held) for row in written["link"]
    )
    Consultation.objects.bulk_create(
        Consultation(
            kept_at=_at(row["happened_on"]),
            kept_by_id=by,
            published_by_id=second if row["published"] else None,
            published_on=row["happened_on"] + timedelta(days=7) if row["published"] else None,
            **row,
            **held,
        )
        for row in written["consultation"]
    )
    AccessStatement.objects.create(prepared_on=date(2026, 10, 14), kept_by_id=by, **written["statement"], **held)
    AccessGap.objects.bulk_create(AccessGap(kept_by_id=by, **row, **held) for row in written["gap"])


def _copies(written: dict[str, Any], held: dict[str, UUID], by: UUID) -> None:
    for number, row in enumerate(written["copy"]):
        request = CopyRequest.objects.create(
            id=new_key(), asked_at=_at(row["asked_on"]), send_by=row["asked_on"] + SEND_WITHIN,
            wipe_on=row["ended_on"] + KEPT_FOR if "ended_on" in row else row["asked_on"] + KEPT_OPEN,
            sent_key=f"demo{number}", **row, **held,
        )  # fmt: skip
        before = "received"
        for step, move in enumerate(_MOVES[row["state"]], start=1):
            on = row["asked_on"] + timedelta(days=2 * step)
            CopyRequestEntry.objects.create(
                copy_request=request, move=move, from_state=before, to_state=_STATES[move], on=on, at=_at(on), by_id=by,
                **held,
            )  # fmt: skip
            before = _STATES[move]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=UTC)
