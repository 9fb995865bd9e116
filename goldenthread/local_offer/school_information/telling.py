"""Tell people of a school that something waits for them: never what it says, always to sign in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from goldenthread.children.scopes import in_force
from goldenthread.people.models import Assignment
from goldenthread.people.post import queue_account_mail

from .approving import APPROVERS
from .models import InformationReport

WRITERS = ("senco", "head")


def tell_approvers(report: InformationReport, today: date, site: str) -> None:
    """Whoever may approve and neither wrote nor sent it themselves."""
    words = _("A SEN information report waits for your approval. Sign in to read it: %s") % site
    wrote = (*report.writers, report.sent_by_id)
    _mail(_people(report.holder_id, APPROVERS, today, but=wrote), _("Something waits for you"), words)


def tell_writers(setting: UUID, today: date, subject: str, words: str) -> None:
    _mail(_people(setting, WRITERS, today), subject, words)


def _people(setting: UUID, roles: Iterable[str], today: date, but: Iterable[UUID | None] = ()) -> list[str]:
    serving = Assignment.objects.filter(
        in_force(today), holder_id=setting, role__in=list(roles), account__is_active=True
    )
    found, left_out = serving.values_list("account_id", "account__email"), set(but)
    return sorted({email for account, email in found if account not in left_out})


def _mail(addresses: list[str], subject: str, words: str) -> None:
    ending = _("This e-mail says nothing about anybody. Nobody can answer it.")
    for address in addresses:
        queue_account_mail(address, subject, f"{words}\n\n{ending}\n")
