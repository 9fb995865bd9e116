"""Pages and duties of the Local Offer to test with. Everybody and everything is invented."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone

from goldenthread.access.viewer import Viewer
from goldenthread.local_offer.sections.actions import duties as duty_actions
from goldenthread.local_offer.sections.actions import pages as actions
from goldenthread.local_offer.sections.copies import Wanted, receive_request
from goldenthread.local_offer.sections.models import (
    AccessGap,
    AreaWord,
    Consultation,
    CopyRequest,
    LinkCheck,
    PageVersion,
    PublishedPage,
    SectionPage,
)
from goldenthread.organisations.models import Organisation
from goldenthread.people.models import Account

from .comments import offer_of
from .world import TODAY, inside, seen_by

NEXT_REVIEW = date(2027, 11, 1)
PLAIN = "We help you. You can ring us at any time."


def words(**more: Any) -> dict[str, Any]:
    """What somebody writes for a page."""
    facts = {
        "title": "Short breaks",
        "summary": "Time to rest.",
        "body": PLAIN,
        "easy_read": "rest: You can have a rest.",
    }
    return facts | more


def make_draft(by: Viewer, slug: str = "short-breaks", **more: Any) -> SectionPage:
    """A page with a draft that nobody has published."""
    with seen_by(by):
        page = actions.make_page(by=by, slug=slug, section="social", owner="Short breaks team", order=10, title="Draft")
        actions.write_draft(by=by, page=page.pk, words=words(**more))
    return page


def publish(by: Viewer, page: SectionPage, next_review_on: date = NEXT_REVIEW) -> PublishedPage:
    with seen_by(by):
        return actions.publish_page(by=by, page=page.pk, next_review_on=next_review_on, hard_because="It is the law.")


def make_page(by: Viewer, slug: str = "short-breaks", **more: Any) -> PublishedPage:
    """A page that everybody reads."""
    return publish(by, make_draft(by, slug, **more))


def make_copy_request(area: Organisation, key: str = "key", **more: Any) -> CopyRequest:
    facts = {"form": "braille", "name": "Quentin Bramblewick", "send_to": "9 Withy Lane"} | more
    return receive_request(offer=offer_of(area), wanted=Wanted(**facts), sent_key=key, today=TODAY)


def make_link(area: Organisation, address: str, verdict: str = "broken", **more: Any) -> LinkCheck:
    with inside(area):
        return LinkCheck.objects.create(
            authority=area, holder=area, address=address, verdict=verdict, why="gone", checked_at=timezone.now(), **more
        )


def make_office(area: Organisation, by: Account, mark: str) -> dict[str, Any]:
    """One of everything that an officer opens by its key, with the mark in its words. Written as rows, each time anew."""
    held = {"authority": area, "holder": area}
    now = timezone.now()
    once = uuid4().hex[:8]
    copy = make_copy_request(area, key=once, name=mark, send_to=mark)
    with inside(area):
        page = SectionPage.objects.create(slug=f"{mark.lower()}-{once}", owner="Team", **held)
        version = PageVersion.objects.create(
            page=page, number=1, title=mark, summary=mark, body=mark, made_at=now, made_by=by, **held
        )
        return {
            "offer_page": page,
            "page_version": version,
            "consultation": Consultation.objects.create(
                asking="consulted",
                group="parents",
                topic="whole",
                happened_on=TODAY,
                method=mark,
                said=mark,
                changed=mark,
                kept_at=now,
                **held,  # kept by somebody else than `by`, who may so show it
            ),  # fmt: skip
            "gap": AccessGap.objects.create(
                what=mark, who="All", instead="Ring", found_on=TODAY, mend_by=NEXT_REVIEW, kept_by=by, **held
            ),
            "area_word": AreaWord.objects.create(
                word=f"{mark} word {once}", meaning=mark, kept_at=now, kept_by=by, **held
            ),
            "copy_request": copy,
        }


def make_shown_page(by: Viewer) -> dict[str, Any]:
    """The shipped pages as drafts; "short-breaks" shown with a film, a translation and everything kept beside it.

    Answers it as "page", its "version", and another page that is still a "draft".
    """
    with seen_by(by):
        actions.start_pages(by=by)
        page = SectionPage.objects.get(authority_id=by.authority, slug="short-breaks")
        draft = PageVersion.objects.get(page=page)
        film = {
            "video_address": "https://film.example.org/short-breaks", "video_minutes": 3, "video_captions": True,
            "video_transcript": "Short breaks give you and your child some time.",
            "body": "Read [more](https://gone.example.org/) about EHC plans.\n\n" + draft.body,
        }  # fmt: skip
        actions.write_draft(by=by, page=page.pk, words=film)
        actions.publish_page(by=by, page=page.pk, next_review_on=NEXT_REVIEW, hard_because="It names the statement.")
        actions.write_translation(by=by, page=page.pk, language="pl", words=translated(), publish=True)
        duty_actions.keep_requirement(
            by=by, key="C15",
            facts={
                "owner": "Travel team", "pages": ["travel"], "document_title": "Travel policy",
                "document_address": "https://example.org/travel.pdf", "document_from": TODAY, "document_until": None,
            },
        )  # fmt: skip
        duty_actions.keep_statement(
            by=by, facts={"tested_on": TODAY, "tested_how": "By machine, and by four people.", "answer_days": 10}
        )
        other = SectionPage.objects.get(authority_id=by.authority, slug="travel")
        return {"page": page, "version": PageVersion.objects.filter(page=page).first(), "draft": other}


def translated(**more: Any) -> dict[str, Any]:
    facts = {
        "title": "Krótkie przerwy", "summary": "Czas na odpoczynek.", "body": "Możesz odpocząć.", "translator": "Anna Zielińska",
        "translated_on": TODAY, "of_number": 1,
    }  # fmt: skip
    return facts | more
