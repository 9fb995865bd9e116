"""The yearly written report on SEN Support: every target from its start to now, what was given, what was decided.

It must say how each target goes, and whom to talk to. Counted to the end of last week, so that what is looked at on
Monday reads the same on Friday. docs/decisions/0043-letters-to-parents.md.
Source: a written report on progress every year, Pupil Information Regulations 2005.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.documents.blocks import Block, Facts, Heading, List, Note, Paragraph
from goldenthread.documents.model import Document
from goldenthread.documents.tables import ProgressRow, progress_table
from goldenthread.letters.models import Channel as Way
from goldenthread.letters.models import Letter
from goldenthread.letters.permissions import LETTER_SEND
from goldenthread.organisations.models import Organisation
from goldenthread.organisations.timeline import monday_of
from goldenthread.provision.models import Kind
from goldenthread.provision.queries import delivered_minutes

from .actions.plans import report_went
from .letter_parts import Part, as_document, quotes, titled, whole
from .models import Audience, Channel, Contribution, Cycle, Review, Target
from .queries.children import child_for, senco_names, setting_of
from .queries.plans import cycles_of
from .queries.reviews import TargetAtReview, meeting_dates, review_page, reviews_about
from .queries.words import words_about

A_YEAR = timedelta(days=365)


def report_letter(viewer: Viewer, child: UUID, about: UUID | None) -> Document:
    """The report of the twelve months to the end of last week. Refused while something it must say is missing."""
    found = child_for(viewer, child, LETTER_SEND)
    last = monday_of(viewer.today) - timedelta(days=1)
    first = last - A_YEAR + timedelta(days=1)
    reviews = {review.cycle_id: review for review in reviews_about(viewer, child)}
    ran = [one for one in reversed(cycles_of(viewer, child)) if _ran(one, first, last) and one.pk in reviews]
    parts = [
        Part([Facts.of((_("From"), _day(first)), (_("To"), _day(last)))]),
        *(_plan(viewer, one, reviews[one.pk], first, last) for one in ran),
        Part([] if not ran else [Note.of(_why())], _("No plan ran in the last twelve months.")),
        _decided([reviews[one.pk] for one in ran], first),
        _met(meeting_dates(viewer, [child])[child]),
        Part(quotes(_said(viewer, found, first))),
        _next([reviews[one.pk] for one in ran]),
        _whom_to_ask(viewer, setting_of(viewer, child)),
    ]
    title = _("%s: report on SEN Support") % found.name
    return as_document(_("Report on SEN Support"), title, viewer, found.name, whole(parts))


def _why() -> str:
    return _("The school sends parents a written report on progress every year (Pupil Information Regulations 2005).")


def _ran(cycle: Cycle, first: date, last: date) -> bool:
    begun = cycle.starts_on is not None and cycle.starts_on <= last
    return begun and (cycle.closed_on is None or cycle.closed_on >= first)


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def _plan(viewer: Viewer, cycle: Cycle, review: Review, first: date, last: date) -> Part:
    """One plan: its targets as rows. A target without any figure is asked for by name."""
    page = review_page(viewer, review)
    if not page.targets:
        return Part([], _("The plan from %s has no target.") % _day(cycle.starts_on or cycle.began_on))
    silent = [titled(one.seen.target) for one in page.targets if not _now(one)]
    if silent:
        return Part([], _("Write down a figure first for: %s.") % "; ".join(silent))
    rows = [_row(viewer, cycle, one, first, last) for one in page.targets]
    heading = _("The plan from %s") % _day(cycle.starts_on or cycle.began_on)
    return Part([Heading(2, heading), progress_table(rows)])


def _now(one: TargetAtReview) -> str:
    """How the target stood at its review, or stands now; "" when nothing was ever measured."""
    result = str(one.outcome.get_result_display()) if one.outcome else ""
    value = one.outcome.value if one.outcome and one.outcome.value is not None else one.seen.now
    figure = _figure(value, one.seen.target) if value is not None else ""
    return ", ".join(part for part in (figure, result) if part)


def _figure(value: float, target: Target) -> str:
    return f"{value:g} {target.measure.unit}".strip()


def _row(viewer: Viewer, cycle: Cycle, one: TargetAtReview, first: date, last: date) -> ProgressRow:
    target = one.seen.target
    timed = [dose for dose in one.seen.doses if dose.kind == Kind.TIMED_SUPPORT]
    until = min(last, cycle.closed_on or last)
    sums = delivered_minutes(viewer, timed, max(first, cycle.starts_on or first), until).values()
    return ProgressRow(
        target=titled(target),
        at_start=_figure(target.baseline, target),
        now=_now(one),
        aim=_figure(target.target_value, target),
        planned=sum(given.due_minutes for given in sums) if timed else None,
        delivered=sum(given.delivered_minutes for given in sums) if timed else None,
    )


def _decided(reviews: list[Review], first: date) -> Part:
    held = [
        f"{_day(one.held_on)}: {one.cycle.get_outcome_display()}. {one.cycle.reason}"
        for one in reviews
        if one.held_on is not None and one.held_on >= first
    ]
    return Part([Heading(2, _("What the reviews decided")), List.of(*held)] if held else [])


def _met(days: list[date]) -> Part:
    if not days:
        return Part([])
    return Part([Heading(2, _("When the school met the parents")), List.of(*(_day(day) for day in days))])


def _said(viewer: Viewer, child: Child, first: date) -> list[Contribution]:
    return words_about(viewer, child.pk, audience=Audience.EVERYONE, on__gte=first)


def _next(reviews: list[Review]) -> Part:
    coming = [one for one in reviews if one.held_on is None]
    if not coming:
        return Part([])
    return Part([Heading(2, _("What happens next")), Paragraph.of(_("Review: %s.") % _day(coming[-1].meets_on))])


def _whom_to_ask(viewer: Viewer, school: Organisation) -> Part:
    names = senco_names(viewer, school.pk)
    known = [(_("SENCO"), ", ".join(names)), (_("Phone"), school.phone), (_("E-mail"), school.email)]
    reach = [(name, value) for name, value in known if value]
    must = _("Nobody is named here whom the family could ask about the report.")
    blocks: list[Block] = [
        Heading(2, _("Talk with us about this report")),
        Paragraph.of(_("You can ask for a talk at any time, and tell us what you would add.")),
        Facts.of((_("School"), school.name), *reach),
    ]
    return Part(blocks if names and len(reach) > 1 else [], must)


def report_has_gone(viewer: Viewer, letter: Letter) -> None:
    """The report reached the parents: noted on the child's record, so that the next is due in a year."""
    how = Channel.HERE if letter.channel == Way.PORTAL else Channel.LETTER
    report_went(by=viewer, child=letter.child_id, sent_on=viewer.today, how=how)
