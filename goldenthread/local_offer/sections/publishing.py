"""The public copies of pages and translations: written here and nowhere else."""

from __future__ import annotations

from ..models import Offer
from .models import PageState, PageTranslation, PageVersion, PublishedPage, PublishedTranslation, SectionPage, TextState

_OF_PAGE = ("slug", "order", "section", "owner", "reviewed_on", "next_review_on")
_OF_VERSION = (
    "number", "title", "summary", "body", "easy_read", "sources", "video_address", "video_minutes", "video_transcript",
)  # fmt: skip
_OF_TRANSLATION = ("language", "title", "summary", "body", "translator", "translated_on", "of_number")


def show_page(page: SectionPage) -> PublishedPage | None:
    """Write the public copy anew from the published version, or take it away where the page is not live."""
    shown = PageVersion.objects.filter(page=page, state=TextState.PUBLISHED).first()
    if page.state != PageState.LIVE or shown is None:
        PublishedPage.objects.filter(pk=page.pk).delete()
        return None
    facts = {name: getattr(page, name) for name in _OF_PAGE} | {name: getattr(shown, name) for name in _OF_VERSION}
    offer = Offer.objects.filter(authority_id=page.authority_id).first()
    if offer is not None:
        # The text itself keeps {area} until it is shown; titles stand in many lists, so they take the name here.
        facts |= {name: facts[name].replace("{area}", offer.area_name) for name in ("title", "summary")}
    copy, _made = PublishedPage.objects.update_or_create(
        pk=page.pk, defaults=facts | {"authority_id": page.authority_id}
    )
    return copy


def show_translation(translation: PageTranslation) -> PublishedTranslation:
    """Write the public copy of a translation. The page must be live."""
    facts = {name: getattr(translation, name) for name in _OF_TRANSLATION}
    copy, _made = PublishedTranslation.objects.update_or_create(
        pk=translation.pk,
        defaults=facts | {"page_id": translation.page_id, "authority_id": translation.authority_id},
    )
    return copy


def hide_translation(translation: PageTranslation) -> None:
    PublishedTranslation.objects.filter(pk=translation.pk).delete()
