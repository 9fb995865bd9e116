"""What a school does with its report. Each action: allow, lock, move, write, audit; then the public copy and the mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.access.permissions import Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.organisations.queries import own_organisation
from goldenthread.process.drafts import version_of
from goldenthread.process.moves import begin, locked_for_move, write_move

from ..comments.names import Found
from .approving import mark_of_report, second_person
from .contents import Contents, contents_of, missing
from .facts import facts_of, senco_names
from .headings import HEADINGS, WHAT_CHANGED
from .models import InformationReport, ReportWords, WordsAre
from .naming import CHILD, OF_CHILDREN, open_finds
from .permissions import REPORT_WRITE
from .publishing import address_of, listing_of, point_entry_at, show, withdraw
from .queries import begun_report, latest_words
from .states import REPORT
from .telling import tell_approvers, tell_writers
from .timeline import report_update_by


class SavedMeanwhile(Refused):
    """Somebody else saved the same part since the form was opened. words: what stands there now."""

    def __init__(self, words: str) -> None:
        super().__init__(_("Somebody else has saved this part meanwhile. Their words stand beside yours."))
        self.words = words


@transaction.atomic
def begin_report(*, by: Viewer) -> InformationReport:
    """Begin this year's report from the last one's words, with what was said about names in it. One at a time.

    What was said about a name that a child of the school had is asked again: this year's child may be another.
    """
    require(by, REPORT_WRITE)
    setting = own_organisation(by)
    if begun_report(by) is not None:
        raise Refused(_("A report has been begun already. Go on with that one."))
    before = latest_words(by)
    last = InformationReport.objects.filter(holder=setting).order_by("-number").first()
    made = InformationReport.objects.create(
        authority_id=by.authority, holder=setting, number=last.number + 1 if last else 1, begun_on=by.today,
        changed_at=timezone.now(), texts=dict(before.texts) if before else {},
    )  # fmt: skip
    if before is not None:
        ReportWords.objects.bulk_create(
            ReportWords(
                authority_id=made.authority_id, holder_id=made.holder_id, report=made, kind=one.kind, words=one.words,
                reason=one.reason, by_id=one.by_id, at=one.at,
            )
            for one in before.looked_at.exclude(kind__in=OF_CHILDREN)
        )  # fmt: skip
    return begin(REPORT, "begin", made, by=by)


def part_of(report: InformationReport, heading: str) -> str:
    """The words that stand under a heading now."""
    return report.what_changed if heading == WHAT_CHANGED else str(report.texts.get(heading, ""))


def version_of_part(report: InformationReport, heading: str) -> str:
    return version_of({heading: part_of(report, heading)})


@transaction.atomic
def write_part(*, by: Viewer, report: UUID, heading: str, words: str, started_from: str) -> InformationReport:
    """Write the words under one heading. Raises SavedMeanwhile when they are no longer those the writer began from."""
    found = locked_for_move(REPORT, "send", InformationReport.objects.all(), report, by=by)
    if started_from != version_of_part(found, heading):
        raise SavedMeanwhile(part_of(found, heading))
    if words == part_of(found, heading):
        return found
    if heading == WHAT_CHANGED:
        found.what_changed = words
    else:
        assert heading in HEADINGS
        found.texts = {key: text for key, text in (found.texts | {heading: words}).items() if text}
    found.changed_at = timezone.now()
    _wrote(by, found)
    found.save(update_fields=["texts", "what_changed", "changed_at", "writers"])
    record(by, "information_report.written", found, heading=heading)
    return found


def _wrote(by: Viewer, report: InformationReport) -> None:
    """Remember that somebody wrote in it: they cannot approve it."""
    if by.person is not None and by.person not in report.writers:
        report.writers = [*report.writers, by.person]


@transaction.atomic
def explain_words(*, by: Viewer, report: UUID, reasons: Mapping[Found, str]) -> InformationReport:
    """Keep why words that look like a name may stand. A child's name never may, whatever is said."""
    found = locked_for_move(REPORT, "send", InformationReport.objects.all(), report, by=by)
    still_open = {one for one in open_finds(by, found.holder, found) if one.kind != CHILD}
    new = [
        ReportWords(
            authority_id=found.authority_id, holder_id=found.holder_id, report=found, kind=one.kind, words=one.words,
            reason=reason, by_id=by.person, at=timezone.now(),
        )
        for one, reason in reasons.items() if one in still_open and reason in WordsAre.values
    ]  # fmt: skip
    ReportWords.objects.bulk_create(new)
    _wrote(by, found)
    found.save(update_fields=["writers"])
    record(by, "information_report.words_explained", found, number=len(new))
    return found


@transaction.atomic
def send_report(*, by: Viewer, report: UUID, site: str) -> InformationReport:
    """Send it to be approved, whole as it stands, with the facts of today. Refused while something lacks or may name somebody."""
    found = locked_for_move(REPORT, "send", InformationReport.objects.all(), report, by=by)
    setting = found.holder
    facts = facts_of(by, setting, listing_of(setting))
    _refuse_gaps(len(missing(setting, found.texts, facts)))
    _refuse_names(by, found)
    before = latest_words(by)
    found.contents = contents_of(setting, found, facts, before.contents if before else None, by.today)
    found.sent_by_id, found.sent_on = by.person, by.today
    write_move(REPORT, "send", found, by=by)
    tell_approvers(found, by.today, site)
    return found


def _refuse_gaps(number: int) -> None:
    if number:
        sentence = ngettext(
            "%(number)d part that the law asks for is still empty. Write it first.",
            "%(number)d parts that the law asks for are still empty. Write them first.",
            number,
        )
        raise Refused(sentence % {"number": number})


def _refuse_names(by: Viewer, report: InformationReport) -> None:
    if open_finds(by, report.holder, report):
        raise Refused(_("Something in the text may name somebody. Take it out, or say why it may stand there."))


@transaction.atomic
def call_back(*, by: Viewer, report: UUID) -> InformationReport:
    """Take it back from approval to go on writing."""
    return _to_draft(by, "call_back", report, "")


@transaction.atomic
def send_back(*, by: Viewer, report: UUID, reason: str) -> InformationReport:
    """Ask the school's writers for changes. Tells them that it came back, not why."""
    found = _to_draft(by, "send_back", report, reason)
    words = _("Your school's SEN information report came back to you with a note. Sign in to read it.")
    tell_writers(found.holder_id, by.today, _("Your SEN information report"), words)
    return found


def _to_draft(by: Viewer, move: str, report: UUID, reason: str) -> InformationReport:
    found = locked_for_move(REPORT, move, InformationReport.objects.all(), report, by=by)
    found.contents = found.sent_by = found.sent_on = None
    return write_move(REPORT, move, found, by=by, reason=reason)


@transaction.atomic
def publish_report(*, by: Viewer, report: UUID, seen: str, site: str) -> InformationReport:
    """Approve what somebody else wrote and sent, as it was read, and show it to everybody in place of the last one.

    seen: approving.mark_of_report as the approver's page had it. Refused to whoever wrote in it or sent it, when it was
    taken back and sent anew since it was read, and when a child who joined since stands in it by name. Order: lock,
    check, replace the last one, move, public copy, the link in the school's Local Offer entry.
    """
    found = locked_for_move(REPORT, "publish", InformationReport.objects.all(), report, by=by)
    if refusal := second_person(found, by.person, by.today):
        raise Refused(refusal)
    if seen != mark_of_report(found):
        raise Refused(_("This report was changed since you opened the page. Read it again as it stands now."))
    _refuse_names(by, found)
    setting, now = found.holder, timezone.now()
    before = InformationReport.objects.select_for_update(of=("self",)).filter(holder=setting, state="published").first()
    if before is not None:
        write_move(REPORT, "replace", before, by=by, only=["state"])
    found.approved_by_id, found.published_on = by.person, by.today
    found.contents = _with_days(found.contents or {}, by)
    write_move(REPORT, "publish", found, by=by)
    show(found, setting)
    point_entry_at(setting, address_of(setting.pk, site), senco_names(by, setting), by=by.person, at=now)
    return found


def _with_days(contents: Contents, by: Viewer) -> Contents:
    """The frozen contents, now with the day, who approved (the office, not the person) and when it is due again."""
    due_on: Any = report_update_by(by.today, by.today).due_on
    return contents | {
        "published_on": by.today.isoformat(), "review_by": due_on.isoformat(),
        "approved_by": _("%(role)s, for the governing body") % {"role": by.role.name},
    }  # fmt: skip


@transaction.atomic
def take_down(*, by: Viewer, report: UUID, reason: str) -> InformationReport:
    """Take the report off the website and out of the Local Offer entry at once. The duty to have one goes on."""
    found = locked_for_move(REPORT, "take_down", InformationReport.objects.all(), report, by=by)
    write_move(REPORT, "take_down", found, by=by, reason=reason, only=["state"])
    withdraw(found)
    point_entry_at(found.holder, "", [], by=by.person, at=timezone.now())
    return found
