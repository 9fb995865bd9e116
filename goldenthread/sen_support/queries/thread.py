"""The thread: what happened to one child, newest first, as far as this viewer may read it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.design_system.components import ThreadEntry

from ..models import Agreement, Answer, Concern, Contribution, Cycle, How, ParentsTold, Purpose, Review
from ..permissions import PLAN_VIEW, REVIEW_VIEW
from ..wording import is_readers_own
from .children import is_family, is_own
from .concerns import concerns_about
from .words import changes_for, words_about


def thread(viewer: Viewer, child: UUID, limit: int | None = None) -> list[ThreadEntry]:
    """Entries of SEN Support, newest first. limit: at most so many."""
    entries = [
        *_worries(viewer, child),
        *_said(viewer, child),
        *_changes(viewer, child),
        *_cycles(viewer, child),
        *_told(viewer, child),
        *_answers(viewer, child),
        *_reviews(viewer, child),
    ]
    entries.sort(key=lambda entry: entry.on, reverse=True)
    return entries if limit is None else entries[:limit]


def _who(viewer: Viewer, person: UUID | None, name: str) -> str:
    return _("You") if person == viewer.person else name


def worry_page(viewer: Viewer, concern: Concern) -> str:
    if is_family(viewer):
        return reverse("my_worry", args=[concern.child_id, concern.pk])
    return reverse("worry", args=[concern.pk])


def _worries(viewer: Viewer, child: UUID) -> Iterator[ThreadEntry]:
    for concern in concerns_about(viewer, child):
        yield ThreadEntry(
            concern.raised_on, _who(viewer, concern.raised_by_id, concern.raised_by_name), _("raised a worry"), "worry",
            worry_page(viewer, concern), _("Where it stands"), concern.words,
        )  # fmt: skip
        if concern.decided_on and concern.decided_by:
            text = _("decided: %(decision)s. Why: %(reason)s") % {
                "decision": concern.get_decision_display(),
                "reason": concern.reason,
            }
            yield ThreadEntry(concern.decided_on, concern.decided_by.name, text, "decision")


def _words_page(viewer: Viewer, child: UUID) -> str:
    return reverse("my_words", args=[child]) if is_family(viewer) else reverse("assessment", args=[child])


def _said(viewer: Viewer, child: UUID) -> Iterator[ThreadEntry]:
    page = _words_page(viewer, child)
    for words in words_about(viewer, child, review=None):
        own = is_readers_own(viewer, words)
        who = _("You") if own else words.said_by
        yield ThreadEntry(
            words.on, who, how_it_came(words, to_speaker=own and is_own(viewer)), "words", page,
            _("All that was said"), words.words,
        )  # fmt: skip


def how_it_came(words: Contribution, *, to_speaker: bool = False) -> str:
    """ "said (with help from Miss Okoro)": how the words came and who helped."""
    came = {
        "said": _("said, written down word for word"),
        "typed": _("wrote"),
        "drawn": _("drew or made"),
        "symbols": _("chose with symbols or pictures"),
        "observed": _("was seen by somebody who knows them well"),
        "report": _("wrote in a report"),
    }[words.how]
    if to_speaker and words.how == How.OBSERVED:
        came = _("were seen by somebody who knows you well")
    if not words.helped_by:
        return came
    return _("%(came)s (with help from %(helper)s)") % {"came": came, "helper": words.helped_by}


def _changes(viewer: Viewer, child: UUID) -> Iterator[ThreadEntry]:
    for change in changes_for(viewer, child):
        said = change.contribution
        whose = _("you said") if is_readers_own(viewer, said) else _("%s said") % said.said_by
        text = _("changed something because of what %(who)s: %(change)s") % {"who": whose, "change": change.words}
        yield ThreadEntry(change.on, change.by.name, text, "decision")


def plan_page(viewer: Viewer, cycle: Cycle) -> str:
    if is_family(viewer):
        return reverse("my_agreed_plan", args=[cycle.child_id, cycle.pk])
    return reverse("plan", args=[cycle.pk])


def _cycles(viewer: Viewer, child: UUID) -> Iterator[ThreadEntry]:
    found = Cycle.objects.filter(child_id=child).select_related("holder")
    for cycle in reachable(viewer, found, PLAN_VIEW):
        if cycle.starts_on and cycle.state in ("do", "review", "closed"):
            text = _("started the plan for %(weeks)s school weeks") % {"weeks": cycle.weeks}
            link = plan_page(viewer, cycle)
            yield ThreadEntry(cycle.starts_on, cycle.holder.name, text, "plan", link, _("The plan"))


def _told(viewer: Viewer, child: UUID) -> Iterator[ThreadEntry]:
    found = ParentsTold.objects.filter(child_id=child).select_related("by")
    for row in reachable(viewer, found, PLAN_VIEW):
        text = _("told %(who)s that extra help is being given, and why") % {"who": row.who}
        yield ThreadEntry(row.told_on, row.by.name, text, "letter")


def _answers(viewer: Viewer, child: UUID) -> Iterator[ThreadEntry]:
    """Answers about the plan; those about sharing stand on the plan's own page."""
    said = {
        Answer.AGREED: _("agreed the plan"),
        Answer.NOT_AGREED: _("did not agree the plan"),
        Answer.WITHDRAWN: _("took their agreement back"),
    }
    found = Agreement.objects.filter(child_id=child, purpose=Purpose.PLAN).select_related("cycle")
    for row in reachable(viewer, found, PLAN_VIEW):
        who = _who(viewer, row.party_id, row.party_name)
        yield ThreadEntry(row.on, who, said[Answer(row.answer)], "plan", plan_page(viewer, row.cycle), _("The plan"))


def review_page_of(viewer: Viewer, review: Review) -> str:
    if is_family(viewer):
        return reverse("my_review", args=[review.child_id, review.pk])
    return reverse("review", args=[review.pk])


def _reviews(viewer: Viewer, child: UUID) -> Iterator[ThreadEntry]:
    found = Review.objects.filter(child_id=child, state="held").select_related("held_by", "cycle")
    for review in reachable(viewer, found, REVIEW_VIEW):
        if review.held_on and review.held_by:
            text = _("held the review. Decided: %(outcome)s") % {"outcome": review.cycle.get_outcome_display()}
            link = review_page_of(viewer, review)
            yield ThreadEntry(review.held_on, review.held_by.name, text, "review", link, _("What the review found"))


def ahead(viewer: Viewer, review: Review | None) -> str:
    """The part of the thread not yet spun: the next meeting."""
    if review is None:
        return ""
    return _("Review meeting, %s") % date_format(review.meets_on, "l j F")
