"""Reads of this room for staff: viewer first."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from .models import (
    AccessGap,
    AccessStatement,
    AreaWord,
    Consultation,
    CopyRequest,
    LinkCheck,
    PageTranslation,
    PageVersion,
    RequirementRecord,
    SectionPage,
    Verdict,
)
from .permissions import COPY_REQUEST_HANDLE, OFFER_DUTY_KEEP, OFFER_PAGE_WRITE


def pages(viewer: Viewer) -> QuerySet[SectionPage]:
    """All pages in order, with the number of drafts (`drafts`: 0 or 1) and of translations."""
    found = SectionPage.objects.annotate(
        drafts=Count("versions", filter=Q(versions__state="draft"), distinct=True),
        languages=Count("translations", distinct=True),
    )
    return reachable(viewer, found, OFFER_PAGE_WRITE)


def titles(viewer: Viewer) -> dict[UUID, str]:
    """Page → the title of its newest version."""
    found = reachable(viewer, PageVersion.objects.order_by("page_id", "number"), OFFER_PAGE_WRITE)
    return dict(found.values_list("page_id", "title"))


def page(viewer: Viewer, key: UUID) -> SectionPage:
    return reach_one(viewer, SectionPage.objects.select_related("reviewed_by"), OFFER_PAGE_WRITE, key)


def versions(viewer: Viewer, of: SectionPage) -> QuerySet[PageVersion]:
    """Newest first, with who made and who published each."""
    found = PageVersion.objects.filter(page=of).select_related("made_by", "published_by")
    return reachable(viewer, found, OFFER_PAGE_WRITE)


def version(viewer: Viewer, of: SectionPage, key: UUID) -> PageVersion:
    return reach_one(viewer, PageVersion.objects.filter(page=of).select_related("made_by"), OFFER_PAGE_WRITE, key)


def draft(viewer: Viewer, of: SectionPage) -> PageVersion | None:
    return versions(viewer, of).filter(state="draft").first()


def shown(viewer: Viewer, of: SectionPage) -> PageVersion | None:
    return versions(viewer, of).filter(state="published").first()


def translations(viewer: Viewer, of: SectionPage) -> QuerySet[PageTranslation]:
    return reachable(viewer, PageTranslation.objects.filter(page=of), OFFER_PAGE_WRITE)


def translation(viewer: Viewer, of: SectionPage, language: str) -> PageTranslation | None:
    return translations(viewer, of).filter(language=language).first()


def links_to_mend(viewer: Viewer) -> QuerySet[LinkCheck]:
    """Addresses that are broken or could not be told, broken ones first."""
    found = LinkCheck.objects.exclude(verdict=Verdict.WORKS).exclude(checked_at=None).order_by("verdict", "address")
    return reachable(viewer, found, OFFER_DUTY_KEEP)


def link_numbers(viewer: Viewer) -> dict[str, int]:
    """How many addresses work, are broken, or could not be told; and `waiting`: not tried yet."""
    found = reachable(viewer, LinkCheck.objects.order_by(), OFFER_DUTY_KEEP)
    tried = dict(found.exclude(checked_at=None).values_list("verdict").annotate(number=Count("pk")))
    waiting = found.filter(checked_at=None).count()
    return {str(verdict): tried.get(verdict, 0) for verdict in Verdict.values} | {"waiting": waiting}


def requirement_record(viewer: Viewer, key: str) -> RequirementRecord | None:
    """What the authority keeps about one row of the legal list, None where it keeps nothing yet."""
    return reachable(viewer, RequirementRecord.objects.filter(key=key), OFFER_DUTY_KEEP).first()


def consultations(viewer: Viewer) -> QuerySet[Consultation]:
    return reachable(viewer, Consultation.objects.all(), OFFER_DUTY_KEEP)


def consultation(viewer: Viewer, key: UUID) -> Consultation:
    return reach_one(viewer, Consultation.objects.all(), OFFER_DUTY_KEEP, key)


def gaps(viewer: Viewer) -> QuerySet[AccessGap]:
    return reachable(viewer, AccessGap.objects.all(), OFFER_DUTY_KEEP)


def gap(viewer: Viewer, key: UUID) -> AccessGap:
    return reach_one(viewer, AccessGap.objects.all(), OFFER_DUTY_KEEP, key)


def statement(viewer: Viewer) -> AccessStatement | None:
    return reachable(viewer, AccessStatement.objects.all(), OFFER_DUTY_KEEP).first()


def words(viewer: Viewer) -> QuerySet[AreaWord]:
    return reachable(viewer, AreaWord.objects.all(), OFFER_PAGE_WRITE)


def word(viewer: Viewer, key: UUID) -> AreaWord:
    return reach_one(viewer, AreaWord.objects.all(), OFFER_PAGE_WRITE, key)


def copy_requests(viewer: Viewer, *, ended: bool) -> QuerySet[CopyRequest]:
    """Requests that wait (those to be sent first at the top), or those that have ended (newest first)."""
    found = CopyRequest.objects.filter(state__in=("sent", "not_sent") if ended else ("received", "making"))
    found = found.order_by("-ended_on", "-asked_at") if ended else found.order_by("send_by", "asked_at")
    return reachable(viewer, found, COPY_REQUEST_HANDLE)


def copy_request(viewer: Viewer, key: UUID) -> CopyRequest:
    return reach_one(viewer, CopyRequest.objects.all(), COPY_REQUEST_HANDLE, key)
