"""Each night: tell officers that pages of the offer are to be read again, once a month for each page.

From 30 days before a page's day of review until it was reviewed. The mail names no page: it only asks to sign in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.access.roles import ROLES
from goldenthread.children.scopes import in_force
from goldenthread.people.models import Assignment
from goldenthread.people.post import queue_account_mail

from ..models import Offer
from .models import PageState, SectionPage
from .permissions import OFFER_PAGE_PUBLISH

BEFORE = AGAIN_AFTER = timedelta(days=30)


def remind_officers(authority: UUID, on: date) -> int:
    """One mail to each officer who may publish, about all pages that are due now. Answers how many pages were noted.

    A night that was missed is made up for by the next, and a second run sends nothing: each page keeps the day of its last
    reminder. While nobody holds the right, nothing is noted. Inside the area's wall.
    """
    due = SectionPage.objects.select_for_update().filter(
        Q(reminded_on__isnull=True) | Q(reminded_on__lte=on - AGAIN_AFTER),
        authority_id=authority, state=PageState.LIVE, next_review_on__lte=on + BEFORE,
    )  # fmt: skip
    pages = list(due)
    addresses = _officers({page.holder_id for page in pages}, on)
    if not addresses:
        return 0
    SectionPage.objects.filter(pk__in=[page.pk for page in pages]).update(reminded_on=on)
    _tell(addresses, len(pages), Offer.objects.filter(authority_id=authority).first())
    return len(pages)


def _officers(bodies: Iterable[UUID], on: date) -> list[str]:
    roles = [role.key for role in ROLES.values() if OFFER_PAGE_PUBLISH.name in role.rights]
    serving = Assignment.objects.filter(in_force(on), holder_id__in=bodies, role__in=roles, account__is_active=True)
    return sorted(set(serving.values_list("account__email", flat=True)))


def _tell(addresses: list[str], number: int, offer: Offer | None) -> None:
    said = ngettext(
        "%(number)s page of the SEND Local Offer is to be read again within 30 days, or is past its day.",
        "%(number)s pages of the SEND Local Offer are to be read again within 30 days, or are past their day.",
        number,
    ) % {"number": number}
    site = f"https://{offer.hosts[0]}/" if offer is not None and offer.hosts else _("the address that you always use")
    sign_in = _("Sign in to read it: %(site)s") % {"site": site}
    ending = _("This e-mail says nothing more. Nobody can answer it.")
    for address in addresses:
        queue_account_mail(address, _("Pages of the SEND Local Offer"), f"{said}\n\n{sign_in}\n\n{ending}\n")
