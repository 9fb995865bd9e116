"""Whether one row of the legal list is met. One rule for all rows:

A row is met only if its page or at least one live service exists, was reviewed within twelve months, and no linked
address is broken. Where a document is what the law asks for (a policy, a statement, a list), it must be there too.

Pure: facts in, standing out. Decision record: docs/decisions/0168-when-a-duty-is-met.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .timeline import twelve_months_before

Status = Literal["met", "partly", "not_met"]


@dataclass(frozen=True)
class ToldPage:
    """A page that tells the row and is live."""

    slug: str
    title: str
    reviewed_on: date


@dataclass(frozen=True)
class ToldServices:
    """Live services that tell it: how many, and of them how many were checked within twelve months and lead nowhere
    broken. newest_on: the day of the latest check."""

    total: int = 0
    sound: int = 0
    newest_on: date | None = None


@dataclass(frozen=True)
class ToldDocument:
    title: str
    address: str
    reviewed_on: date
    from_on: date | None = None
    until_on: date | None = None

    def holds(self, today: date) -> bool:
        return (self.from_on or today) <= today <= (self.until_on or today)


@dataclass(frozen=True)
class Told:
    """All that tells one row today. broken: addresses that its pages or document link to and that lead nowhere.

    missing_pages: names of pages that should tell it and are not live.
    """

    pages: tuple[ToldPage, ...] = ()
    missing_pages: tuple[str, ...] = ()
    services: ToldServices | None = None
    document: ToldDocument | None = None
    wants_document: bool = False
    broken: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """status with its reasons in words, and what to do next. reviewed_on: the latest review of anything that tells it."""

    status: Status
    reasons: tuple[str, ...]
    next_steps: tuple[str, ...]
    reviewed_on: date | None


def standing_of(told: Told, today: date) -> Standing:
    """How a row stands today."""
    document = told.document if told.document and told.document.holds(today) else None
    services = told.services.total if told.services else 0
    faults = [*_missing_document(told, document, today), *_stale(told, document, today), *_broken(told)]
    if not (told.pages or services or document):
        faults = [(_("Nothing tells it yet: no page is live and no service is listed."), "")]
        faults += _missing_document(told, document, today)
        status: Status = "not_met"
    else:
        status = "partly" if faults else "met"
    reasons = tuple(reason for reason, _step in faults) or _met_because(told, document, today)
    steps = tuple(step for _reason, step in faults if step)
    return Standing(status, reasons, (*steps, *_more_to_do(told)), _latest(told, document))


Fault = tuple[str, str]  # what is wrong, and what to do about it


def _missing_document(told: Told, document: ToldDocument | None, today: date) -> list[Fault]:
    if not told.wants_document or document is not None:
        return []
    if told.document is None:
        return [(_("The document itself is not linked."), _("Add the document with its address and days."))]
    if told.document.from_on and told.document.from_on > today:
        return [(_("The document does not hold yet."), _("Link the one that holds today."))]
    return [(_("The document no longer holds."), _("Link the new one, with the days from and until which it holds."))]


def _stale(told: Told, document: ToldDocument | None, today: date) -> list[Fault]:
    cut = twelve_months_before(today)
    fresh = any(page.reviewed_on >= cut for page in told.pages)
    fresh = fresh or bool(told.services and told.services.sound)
    fresh = fresh or (document is not None and document.reviewed_on >= cut)
    if fresh:
        return []
    return [
        (
            _("Nothing that tells it was reviewed in the last twelve months."),
            _("Read the page again and say that it is right, or check a service."),
        )
    ]


def _broken(told: Told) -> list[Fault]:
    if not told.broken:
        return []
    said = ngettext("%(number)s linked address is broken.", "%(number)s linked addresses are broken.", len(told.broken))
    return [(said % {"number": len(told.broken)}, _("Mend the address, or take the link out."))]


def _met_because(told: Told, document: ToldDocument | None, today: date) -> tuple[str, ...]:
    """What tells it and was looked at in time, by number; then what does not count, so that nobody is misled by it."""
    cut = twelve_months_before(today)
    fresh = sum(page.reviewed_on >= cut for page in told.pages)
    sound = told.services.sound if told.services else 0
    is_fresh = document is not None and document.reviewed_on >= cut
    said = _("Told by %(what)s, reviewed within twelve months, and no link is broken.")
    reasons = [said % {"what": _joined(_counted(fresh, sound, is_fresh))}]
    older = _counted(len(told.pages) - fresh, 0, document is not None and not is_fresh)
    if older:
        reasons.append(_("Not counted, because it was reviewed longer ago: %(what)s.") % {"what": _joined(older)})
    unsound = told.services.total - sound if told.services else 0
    if unsound:
        said = ngettext(
            "Not counted: %(number)s live service that was checked longer ago or never, or has a broken address.",
            "Not counted: %(number)s live services that were checked longer ago or never, or have a broken address.",
            unsound,
        )
        reasons.append(said % {"number": unsound})
    return tuple(reasons)


def _counted(pages: int, services: int, document: bool) -> list[str]:
    parts = []
    if pages:
        parts.append(ngettext("a page", "%(number)s pages", pages) % {"number": pages})
    if services:
        parts.append(ngettext("%(number)s live service", "%(number)s live services", services) % {"number": services})
    if document:
        parts.append(_("a document"))
    return parts


def _joined(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("%(all)s and %(last)s") % {"all": ", ".join(parts[:-1]), "last": parts[-1]}


def _more_to_do(told: Told) -> list[str]:
    """What would make it better, though the rule does not ask for it."""
    found = [_("Publish the page “%s”.") % slug for slug in told.missing_pages]
    if told.services is not None and not told.services.total:
        found.append(_("No service is listed for it yet: bring services in, or write an entry."))
    return found


def _latest(told: Told, document: ToldDocument | None) -> date | None:
    days = [page.reviewed_on for page in told.pages]
    days += [told.services.newest_on] if told.services and told.services.newest_on else []
    days += [document.reviewed_on] if document else []
    return max(days, default=None)
