"""Who may approve a report: a head teacher or a governor of the school who wrote nothing of it (decision 0170)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from goldenthread.access.roles import ROLES
from goldenthread.children.scopes import in_force
from goldenthread.people.models import Assignment

from ..editing.changing import mark_of
from .models import InformationReport
from .permissions import REPORT_APPROVE

APPROVERS = tuple(role.key for role in ROLES.values() if REPORT_APPROVE.name in role.rights)


def mark_of_report(report: InformationReport) -> str:
    """What the page of a report that waits carries, so that nobody approves what they did not read."""
    return mark_of(report.contents)


def wrote(report: InformationReport, person: UUID | None) -> bool:
    """Whether somebody wrote in this report, explained words of it, or sent it: they may not approve it."""
    return person in (report.sent_by_id, *report.writers)


def who_may_approve(report: InformationReport, today: date, but: Iterable[UUID] = ()) -> list[str]:
    """Names and offices of those at the school who could approve it today, by name. but: accounts to leave out."""
    serving = Assignment.objects.filter(
        in_force(today), holder_id=report.holder_id, role__in=APPROVERS, account__is_active=True
    )
    rows = serving.values_list("account_id", "account__name", "role")
    left_out = {*but, *report.writers, report.sent_by_id}
    return sorted({f"{name} ({ROLES[role].name})" for account, name, role in rows if account not in left_out})


def second_person(report: InformationReport, person: UUID | None, today: date) -> str:
    """What to tell somebody who may not approve it because they wrote or sent it; "" for anybody else."""
    if not wrote(report, person):
        return ""
    why = _("You sent this report") if person == report.sent_by_id else _("You wrote in this report")
    names = who_may_approve(report, today)
    if not names:
        return _("%(why)s, so a second person has to approve it. %(how)s") % {"why": why, "how": nobody_else()}
    return _("%(why)s, so a second person has to approve it: %(names)s.") % {"why": why, "names": ", ".join(names)}


def nobody_else() -> str:
    return _(
        "Nobody else at your school can: it takes a head teacher or a governor who wrote nothing of it. Ask the"
        " platform administrator of your local authority to give a governor an account."
    )
