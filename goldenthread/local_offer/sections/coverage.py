"""The legal list as it stands today: what tells each row, and whether it is met. For everybody and for staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.safestring import SafeString

from . import blocks, services_of
from .legal_list import REQUIREMENTS, Requirement
from .models import LinkCheck, PublishedPage, RequirementRecord, Verdict
from .standing import Standing, Told, ToldDocument, ToldPage, ToldServices, standing_of
from .timeline import twelve_months_before
from .wording import standing_tag


@dataclass(frozen=True)
class Row:
    """One row with what tells it and how it stands. owner: a team or post, "" while nobody is named."""

    requirement: Requirement
    told: Told
    standing: Standing
    owner: str
    record: RequirementRecord | None

    @property
    def services_address(self) -> str:
        """The part of a search's address after "?"; "" where no search shows them."""
        return services_of.QUERIES.get(self.requirement.services, "")

    @property
    def services_words(self) -> str:
        return str(services_of.WORDS.get(self.requirement.services, ""))

    @property
    def tag(self) -> SafeString:
        return standing_tag(self.standing.status)


def rows(authority: UUID, today: date) -> list[Row]:
    """All rows in order. The same number of questions however many pages and services there are."""
    records = {one.key: one for one in RequirementRecord.objects.filter(authority_id=authority)}
    pages = {one.slug: one for one in PublishedPage.objects.filter(authority_id=authority)}
    broken = set(
        LinkCheck.objects.filter(authority_id=authority, verdict=Verdict.BROKEN).values_list("address", flat=True)
    )
    services = services_of.counts(authority, today, twelve_months_before(today), broken)
    found = []
    for requirement in REQUIREMENTS:
        record = records.get(requirement.key)
        told = _told(requirement, record, pages, services, broken)
        owner = record.owner if record else _owner(requirement, pages)
        found.append(Row(requirement, told, standing_of(told, today), owner, record))
    return found


def _told(
    requirement: Requirement,
    record: RequirementRecord | None,
    pages: dict[str, PublishedPage],
    services: dict[str, ToldServices],
    broken: set[str],
) -> Told:
    wanted = record.pages if record and record.pages else list(requirement.pages)
    live = [pages[slug] for slug in wanted if slug in pages]
    document = _document(record)
    linked = [address for page in live for address in addresses_of(page)] + ([document.address] if document else [])
    return Told(
        pages=tuple(ToldPage(page.slug, page.title, page.reviewed_on) for page in live),
        missing_pages=tuple(slug for slug in wanted if slug not in pages),
        services=services[requirement.services] if requirement.services else None,
        document=document,
        wants_document=requirement.wants_document,
        broken=tuple(address for address in dict.fromkeys(linked) if address in broken),
    )


def _document(record: RequirementRecord | None) -> ToldDocument | None:
    if record is None or not record.document_address:
        return None
    assert record.document_reviewed_on is not None, "the database refuses a document without its day of review"
    return ToldDocument(
        record.document_title, record.document_address, record.document_reviewed_on, record.document_from,
        record.document_until,
    )  # fmt: skip


def _owner(requirement: Requirement, pages: dict[str, PublishedPage]) -> str:
    """Who answers for the first live page, until somebody is named for the row."""
    return next((pages[slug].owner for slug in requirement.pages if slug in pages), "")


def addresses_of(page: PublishedPage) -> list[str]:
    """Every web address that a live page leads to, its video's too."""
    found, _problems = blocks.read(page.body)
    return [*blocks.web_addresses(found), *filter(None, [page.video_address])]


def numbers(found: list[Row]) -> dict[str, int]:
    """How many rows are met, partly met and not met."""
    return {status: sum(row.standing.status == status for row in found) for status in ("met", "partly", "not_met")}
