"""What officers do with pages. Each action: allow, lock, write, audit; then the public copy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ...models import Offer
from .. import blocks
from ..glossary import glossary_of
from ..models import (
    PageState,
    PageTranslation,
    PageVersion,
    PublishedPage,
    PublishedTranslation,
    SectionPage,
    TextState,
)
from ..permissions import OFFER_PAGE_PUBLISH, OFFER_PAGE_WRITE
from ..publishing import hide_translation, show_page, show_translation
from ..reading import Reading, measure
from ..shared import TRANSLATION, Seen, refuse_if_changed
from ..starting import starting_pages

WRITTEN = (
    "title", "summary", "body", "easy_read", "sources", "video_address", "video_minutes", "video_captions",
    "video_transcript", "why",
)  # fmt: skip


class SavedBetween(Exception):
    """Somebody else saved the draft since this writer opened it. draft: as it stands now."""

    def __init__(self, draft: PageVersion) -> None:
        super().__init__("saved in between")
        self.draft = draft


def reading_of(body: str, authority: UUID) -> Reading:
    """How hard a body is to read, with the words that the page explains counted as one short word each."""
    found, _problems = blocks.read(body)
    names = [name for term in glossary_of(authority).terms for name in (term.word, *term.also)]
    return measure(blocks.sentences_text(found), names)


def _page(by: Viewer, right: Any, key: UUID) -> SectionPage:
    return reach_one(by, SectionPage.objects.select_for_update(), right, key)


@transaction.atomic
def start_pages(*, by: Viewer) -> int:
    """Begin with the pages that ship with Golden Thread: a draft of each that the area has none of. Answers how many."""
    require(by, OFFER_PAGE_WRITE)
    assert by.organisation is not None, "OFFER_PAGE_WRITE is held by roles of a body only"
    there = set(SectionPage.objects.filter(authority_id=by.authority).values_list("slug", flat=True))
    missing = [one for one in starting_pages() if one.slug not in there]
    offer = Offer.objects.filter(authority_id=by.authority).first()
    area = offer.area_name if offer else _("the area")
    for one in missing:
        page = SectionPage.objects.create(
            authority_id=by.authority, holder_id=by.organisation, slug=one.slug, order=one.order, section=one.section,
            owner=one.owner,
        )  # fmt: skip
        words = {name: getattr(one, name) for name in ("title", "summary", "body", "easy_read", "sources")}
        words["title"] = one.title.replace("{area}", area)
        _new_draft(by, page, words | {"why": _("The text that ships with Golden Thread")})
    record(by, "offer_page.started", number=len(missing))
    return len(missing)


@transaction.atomic
def make_page(*, by: Viewer, slug: str, section: str, owner: str, order: int, title: str) -> SectionPage:
    """A new page with an empty draft. Refused when the area has a page of that name."""
    require(by, OFFER_PAGE_WRITE)
    assert by.organisation is not None, "OFFER_PAGE_WRITE is held by roles of a body only"
    if SectionPage.objects.filter(authority_id=by.authority, slug=slug).exists():
        raise Refused(_("There is a page of this name already. Choose another name."))
    page = SectionPage.objects.create(
        authority_id=by.authority, holder_id=by.organisation, slug=slug, order=order, section=section, owner=owner
    )
    _new_draft(by, page, {"title": title, "summary": title, "body": ""})
    record(by, "offer_page.made", page)
    return page


@transaction.atomic
def place_page(*, by: Viewer, page: UUID, section: str, owner: str, order: int) -> SectionPage:
    """Say who answers for a page and where it stands in the offer."""
    found = _page(by, OFFER_PAGE_WRITE, page)
    found.section, found.owner, found.order = section, owner, order
    found.save(update_fields=["section", "owner", "order"])
    record(by, "offer_page.placed", found)
    show_page(found)
    return found


def _new_draft(by: Viewer, page: SectionPage, words: Mapping[str, Any]) -> PageVersion:
    newest = PageVersion.objects.filter(page=page).order_by("-number").first()
    draft = PageVersion(
        authority_id=page.authority_id, holder_id=page.holder_id, page=page, made_at=timezone.now(), made_by_id=by.person,
        number=newest.number + 1 if newest else 1,
    )  # fmt: skip
    return _write(draft, words)


def _write(draft: PageVersion, words: Mapping[str, Any]) -> PageVersion:
    for name in WRITTEN:
        if name in words:
            setattr(draft, name, words[name])
    draft.reading_age = reading_of(draft.body, draft.authority_id).age
    draft.saves += 1
    draft.save()
    return draft


@transaction.atomic
def write_draft(*, by: Viewer, page: UUID, words: Mapping[str, Any], seen_saves: int | None = None) -> PageVersion:
    """Save what is being written; a page that is shown gets a draft beside it, and what is shown stays as it is.

    seen_saves: how often the draft had been saved when this writer opened it, 0 where there was none; None does not
    ask. Raises SavedBetween, and writes nothing, when somebody saved since then.
    """
    found = _page(by, OFFER_PAGE_WRITE, page)
    draft = PageVersion.objects.select_for_update().filter(page=found, state=TextState.DRAFT).first()
    if draft is not None and seen_saves is not None and draft.saves != seen_saves:
        raise SavedBetween(draft)
    if draft is None:
        draft = _new_draft(by, found, words)
    else:
        draft.made_at, draft.made_by_id = timezone.now(), by.person
        _write(draft, words)
    record(by, "offer_page.written", found, number=draft.number)
    return draft


@transaction.atomic
def restore_version(*, by: Viewer, page: UUID, version: UUID) -> PageVersion:
    """Take the words of an earlier version as the draft. Nothing that is shown changes until it is published."""
    found = _page(by, OFFER_PAGE_WRITE, page)
    earlier = reach_one(by, PageVersion.objects.filter(page=found), OFFER_PAGE_WRITE, version)
    words = {name: getattr(earlier, name) for name in WRITTEN}
    words["why"] = _("As in version %(number)s") % {"number": earlier.number}
    return write_draft(by=by, page=page, words=words)


@transaction.atomic
def publish_page(
    *, by: Viewer, page: UUID, next_review_on: date, hard_because: str = "", seen_saves: int | None = None
) -> PublishedPage:
    """Show the draft to everybody, and say that the page was reviewed today.

    seen_saves: how often the draft had been saved when whoever publishes it read it; None does not ask. Raises
    SavedBetween, and shows nothing, when somebody saved since then. Refused while a line of it is wrong, while it has
    no Easy Read words, and while it is harder to read than it should be and nobody says why it must be.
    """
    found = _page(by, OFFER_PAGE_PUBLISH, page)
    draft = PageVersion.objects.select_for_update().filter(page=found, state=TextState.DRAFT).first()
    if draft is None:
        raise Refused(_("There is nothing new to publish. Write something first, or say that nothing has changed."))
    if seen_saves is not None and draft.saves != seen_saves:
        raise SavedBetween(draft)
    refuse_unready(draft)
    if reading_of(draft.body, draft.authority_id).is_hard and not hard_because:
        raise Refused(_("The text is harder to read than it should be. Make it plainer, or say why it must be so."))
    PageVersion.objects.filter(page=found, state=TextState.PUBLISHED).update(state=TextState.PAST)
    draft.state, draft.hard_because = TextState.PUBLISHED, hard_because
    draft.published_at, draft.published_by_id = timezone.now(), by.person
    draft.save()
    found.state = PageState.LIVE
    _reviewed(by, found, next_review_on)
    record(by, "offer_page.published", found, number=draft.number)
    shown = show_page(found)
    assert shown is not None, "a live page with a published version has a public copy"
    return shown


def refuse_unready(draft: PageVersion) -> None:
    """Raise Refused, saying what is missing, for a text that cannot be shown."""
    found, problems = blocks.read(draft.body)
    if not found:
        raise Refused(_("The page has no text yet."))
    if problems:
        raise Refused(
            _("Line %(line)s of the text cannot be shown: %(why)s")
            % {"line": problems[0].line, "why": problems[0].sentence}
        )
    if not draft.easy_read.strip():
        raise Refused(_("The page has no Easy Read words yet. Everybody must be able to read it."))


def _reviewed(by: Viewer, page: SectionPage, next_review_on: date) -> None:
    if next_review_on <= by.today:
        raise Refused(_("The next review has to lie ahead."))
    page.reviewed_on, page.reviewed_by_id, page.next_review_on = by.today, by.person, next_review_on
    page.save()


@transaction.atomic
def review_unchanged(*, by: Viewer, page: UUID, next_review_on: date) -> SectionPage:
    """Say that a page was read again and is still right: one tap, no new version."""
    found = _page(by, OFFER_PAGE_PUBLISH, page)
    if found.state != PageState.LIVE:
        raise Refused(_("This page is not shown, so there is nothing to confirm. Publish it first."))
    _reviewed(by, found, next_review_on)
    record(by, "offer_page.reviewed", found)
    show_page(found)
    return found


@transaction.atomic
def withdraw_page(*, by: Viewer, page: UUID) -> SectionPage:
    """Take a page off. Its versions and translations stay, and it can be published again."""
    found = _page(by, OFFER_PAGE_PUBLISH, page)
    if found.state != PageState.LIVE:
        raise Refused(_("This page is not shown."))
    newest = PageVersion.objects.get(page=found, state=TextState.PUBLISHED)
    newest.state = TextState.PAST
    newest.save(update_fields=["state"])
    if not PageVersion.objects.filter(page=found, state=TextState.DRAFT).exists():
        _new_draft(by, found, {name: getattr(newest, name) for name in WRITTEN})
    found.state = PageState.WITHDRAWN
    found.save(update_fields=["state"])
    record(by, "offer_page.withdrawn", found)
    show_page(found)
    return found


@transaction.atomic
def write_translation(
    *, by: Viewer, page: UUID, language: str, words: Mapping[str, Any], publish: bool, seen: Seen | None = None
) -> PageTranslation:
    """Keep a translation, and show it when asked. Refused for showing while the page itself is not shown.

    words: title, summary, body, translator, translated_on, of_number (the English version it was made from). seen: the
    values that the writer began from, nothing where there was no translation; None does not ask. Raises SavedMeanwhile.
    """
    found = _page(by, OFFER_PAGE_WRITE, page)
    refuse_if_changed(PageTranslation.objects.filter(page=found, language=language).first(), TRANSLATION, seen)
    if publish:
        require(by, OFFER_PAGE_PUBLISH)
        if found.state != PageState.LIVE:
            raise Refused(_("Publish the English page first; a translation is shown beside it."))
        _blocks, problems = blocks.read(str(words["body"]))
        if problems:
            raise Refused(_("Line %(line)s of the text cannot be shown: %(why)s") % {
                "line": problems[0].line, "why": problems[0].sentence,
            })  # fmt: skip
    facts = dict(words) | {"changed_at": timezone.now(), "changed_by_id": by.person}
    translation, _made = PageTranslation.objects.update_or_create(
        authority_id=found.authority_id, page=found, language=language, defaults=facts,
        create_defaults=facts | {"holder_id": found.holder_id},
    )  # fmt: skip
    record(by, "offer_translation.written", translation, language=language, shown=publish)
    if publish:
        show_translation(translation)
    return translation


@transaction.atomic
def withdraw_translation(*, by: Viewer, page: UUID, language: str) -> None:
    """Take a translation off; what was written stays."""
    found = _page(by, OFFER_PAGE_PUBLISH, page)
    translation = PageTranslation.objects.filter(page=found, language=language).first()
    if translation is None or not PublishedTranslation.objects.filter(pk=translation.pk).exists():
        raise Refused(_("This translation is not shown."))
    hide_translation(translation)
    record(by, "offer_translation.withdrawn", translation, language=language)
