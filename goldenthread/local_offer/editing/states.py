"""Who moves a version, a claim and a report from where to where, and whose turn each state is."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goldenthread.process.moves import Made, Move, Table

from .models import ClaimEntry, ReportEntry, VersionEntry
from .permissions import ENTRY_REPORT_HANDLE, OFFER_CLAIM_DECIDE, OFFER_ENTRY_EDIT, OFFER_ENTRY_MODERATE


def _facts(made: Made) -> dict[str, Any]:
    return {
        "authority_id": made.thing.authority_id, "holder_id": made.thing.holder_id, "move": made.move.name,
        "from_state": made.before, "to_state": made.move.to, "reason": made.reason, "on": made.by.today,
        "at": timezone.now(), "by_id": made.by.person,
    }  # fmt: skip


def write_version_entry(made: Made) -> None:
    """Keep the move of a version; with what was sent, when it was sent."""
    sent = made.thing.contents if made.move.name == "submit" else None
    VersionEntry.objects.create(version=made.thing, contents=sent, **_facts(made))


def write_claim_entry(made: Made) -> None:
    ClaimEntry.objects.create(claim=made.thing, **_facts(made))


def write_report_entry(made: Made) -> None:
    ReportEntry.objects.create(report=made.thing, **_facts(made))


OPEN = ("draft", "changes_asked")
DECIDED = ("approved", "rejected")

VERSION = Table(
    "local offer version",
    states={
        "draft": (_("Being written"), _("the provider")),
        "submitted": (_("Waiting for approval"), _("a moderator")),
        "changes_asked": (_("Sent back"), _("the provider")),
        "approved": (_("Approved"), _("nobody")),
        "rejected": (_("Not taken"), _("nobody")),
    },
    moves=(
        Move("submit", OPEN, "submitted", OFFER_ENTRY_EDIT, "offer_version.submitted"),
        Move("take_back", ("submitted",), "draft", OFFER_ENTRY_EDIT, "offer_version.taken_back"),
        Move("drop", (*OPEN, "submitted"), "rejected", OFFER_ENTRY_EDIT, "offer_version.dropped"),
        Move("send_back", ("submitted",), "changes_asked", OFFER_ENTRY_MODERATE, "offer_version.sent_back"),
        Move("reject", ("submitted",), "rejected", OFFER_ENTRY_MODERATE, "offer_version.rejected"),
        Move("approve", ("submitted",), "approved", OFFER_ENTRY_MODERATE, "offer_version.approved"),
        Move("publish", (*OPEN, "submitted"), "approved", OFFER_ENTRY_MODERATE, "offer_version.published"),
    ),
    write_entry=write_version_entry,
)

CLAIM = Table(
    "local offer claim",
    states={
        "asked": (_("Waiting for them to type the code"), _("whoever claims it")),
        "proved": (_("Waiting for a check"), _("a Local Offer officer")),
        "granted": (_("Granted"), _("nobody")),
        "refused": (_("Refused"), _("nobody")),
    },
    moves=(
        Move("grant", ("proved",), "granted", OFFER_CLAIM_DECIDE, "offer_claim.granted"),
        Move("refuse", ("proved",), "refused", OFFER_CLAIM_DECIDE, "offer_claim.refused"),
    ),
    write_entry=write_claim_entry,
)

NOT_CLOSED = ("received", "looking", "unchanged")

# Nobody closes alone what is said against them: that nothing is wrong is for the authority's staff to say.
REPORT = Table(
    "local offer report",
    states={
        "received": (_("Received"), _("the provider or a Local Offer officer")),
        "looking": (_("Being looked at"), _("the provider or a Local Offer officer")),
        "unchanged": (_("The provider sees nothing to change"), _("a Local Offer officer")),
        "mended": (_("Put right"), _("nobody")),
        "nothing": (_("Nothing to change"), _("nobody")),
    },
    moves=(
        Move("take", ("received",), "looking", ENTRY_REPORT_HANDLE, "entry_report.taken"),
        Move("mend", NOT_CLOSED, "mended", ENTRY_REPORT_HANDLE, "entry_report.mended"),
        Move("see_nothing", ("received", "looking"), "unchanged", ENTRY_REPORT_HANDLE, "entry_report.nothing_seen"),
        Move("nothing_wrong", NOT_CLOSED, "nothing", OFFER_ENTRY_MODERATE, "entry_report.nothing_wrong"),
        Move(
            "look_again",
            ("unchanged", "mended", "nothing"),
            "looking",
            ENTRY_REPORT_HANDLE,
            "entry_report.looked_at_again",
        ),
    ),
    write_entry=write_report_entry,
)
