"""The rights of this room. Which role holds them: access/roles.py. Why these: docs/decisions/0170-who-approves-the-report.md."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

REPORT_VIEW = right("information_report.view", _("Read the school's SEN information report before it is published"))
REPORT_WRITE = right("information_report.write", _("Write the school's SEN information report"))
REPORT_APPROVE = right(
    "information_report.approve", _("Approve and publish the school's SEN information report for its governing body")
)
