"""Who moves a SEN information report from where to where, on what ground, and whose turn each state is.

Decision record: docs/decisions/0170-who-approves-the-report.md.
"""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goldenthread.process.moves import Made, Move, Table

from .models import ReportEntry
from .permissions import REPORT_APPROVE, REPORT_WRITE

DUTY = "Children and Families Act 2014 s.69; SI 2014/1530 reg 51 and Schedule 1"


def write_report_entry(made: Made) -> None:
    """Keep the move of a report, which is about no child."""
    report = made.thing
    ReportEntry.objects.create(
        authority_id=report.authority_id, holder_id=report.holder_id, report=report, move=made.move.name,
        from_state=made.before, to_state=made.move.to, reason=made.reason, on=made.by.today, at=timezone.now(),
        by_id=made.by.person,
    )  # fmt: skip


REPORT = Table(
    "SEN information report",
    states={
        "draft": (_("Being written"), _("the SENCO")),
        "waiting": (_("Waiting for approval"), _("the head teacher or a governor")),
        "published": (_("Published"), _("the SENCO, when something changes and every year")),
        "replaced": (_("Replaced by a newer one"), _("nobody")),
        "taken_down": (_("Taken down"), _("the SENCO")),
    },
    moves=(
        Move("begin", ("",), "draft", REPORT_WRITE, "information_report.begun"),
        Move("send", ("draft",), "waiting", REPORT_WRITE, "information_report.sent"),
        Move("call_back", ("waiting",), "draft", REPORT_WRITE, "information_report.called_back"),
        Move("send_back", ("waiting",), "draft", REPORT_APPROVE, "information_report.sent_back"),
        Move("publish", ("waiting",), "published", REPORT_APPROVE, "information_report.published", "", DUTY),
        Move("replace", ("published",), "replaced", REPORT_APPROVE, "information_report.replaced"),
        Move("take_down", ("published",), "taken_down", REPORT_APPROVE, "information_report.taken_down"),
    ),
    write_entry=write_report_entry,
)
