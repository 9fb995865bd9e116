"""The plan we agreed and the record of a review as letters; and whether an outsider may be written to.

What goes into a letter is for any recipient who may act for the child: of what people said, only what is for everyone.
"""

from __future__ import annotations

from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.viewer import Viewer
from goldenthread.documents.blocks import Block, Facts, Heading, List, Paragraph
from goldenthread.documents.model import Document
from goldenthread.letters import kinds
from goldenthread.letters.checks import consent_for_professionals
from goldenthread.letters.models import Letter
from goldenthread.provision.words import dose_sentence

from .invitation import invitation_letter, review_to_invite_to
from .letter_parts import as_document, belongs, quotes, titled
from .models import Agreement, Answer, Audience, Cycle, Purpose
from .queries.plans import TargetView, cycle_for, open_cycle, plan_of
from .queries.reviews import TargetAtReview, review_for, review_page
from .queries.words import words_about
from .yearly_report import report_has_gone, report_letter


def plan_letter(viewer: Viewer, child: UUID, about: UUID | None) -> Document:
    """The plan of a cycle; about: the cycle, the open one when None. Refused while there is nothing to write."""
    cycle = cycle_for(viewer, about) if about else open_cycle(viewer, child)
    if cycle is None:
        raise Refused(_("There is no plan to write about. Begin a cycle first."))
    belongs(cycle.child_id, child)
    plan = plan_of(viewer, cycle)
    if not plan.targets:
        raise Refused(_("The plan has no target yet, so there is nothing to send."))
    blocks: list[Block] = [_dates(cycle)]
    if cycle.analysis:
        blocks += [Heading(2, _("What we know")), Paragraph.of(cycle.analysis)]
    blocks += quotes(words_about(viewer, child, cycle=cycle, review=None, audience=Audience.EVERYONE))
    blocks.append(Heading(2, _("Targets and help")))
    for one in plan.targets:
        blocks += _target(one)
    return as_document(
        _("SEN Support plan"), _("%s: SEN Support plan") % cycle.child.name, viewer, cycle.child.name, blocks
    )


def review_letter(viewer: Viewer, child: UUID, about: UUID | None) -> Document:
    """The record of a review that was held; about: the review."""
    if about is None:
        raise NotFound("no review named")
    page = review_page(viewer, review_for(viewer, about))
    review = page.review
    belongs(review.child_id, child)
    if review.held_on is None:
        raise Refused(_("This review has not been held yet."))
    cycle = review.cycle
    decided = (_("Decided"), cycle.get_outcome_display())
    blocks: list[Block] = [
        Facts.of((_("Held"), date_format(review.held_on, "j F Y")), decided),
        Heading(2, _("Why")),
        Paragraph.of(cycle.reason),
        Heading(2, _("Targets")),
    ]
    for one in page.targets:
        blocks += _stood(one)
    blocks += quotes([said for said in page.words if said.audience == Audience.EVERYONE])
    return as_document(
        _("Review of SEN Support"), _("%s: review") % review.child.name, viewer, review.child.name, blocks
    )


def _dates(cycle: Cycle) -> Facts:
    known = [
        (_("From"), cycle.starts_on),
        (_("Review agreed for"), cycle.review_on),
    ]
    facts = [(name, date_format(day, "j F Y")) for name, day in known if day]
    led = [(_("Led by"), cycle.owner.name)] if cycle.owner else []
    return Facts.of((_("Cycle"), str(cycle.number)), *facts, *led)


def _target(one: TargetView) -> list[Block]:
    target = one.target
    figures = _("%(name)s: from %(baseline)g to %(aim)g by %(day)s.") % {
        "name": target.measure.name, "baseline": target.baseline, "aim": target.target_value,
        "day": date_format(target.by_on, "j F Y"),
    }  # fmt: skip
    helps = [dose_sentence(dose) for dose in one.doses if dose.stopped_on is None]
    blocks: list[Block] = [Heading(3, titled(target)), Paragraph.of(figures)]
    return [*blocks, List.of(*helps)] if helps else blocks


def _stood(one: TargetAtReview) -> list[Block]:
    target = one.seen.target
    blocks: list[Block] = [Heading(3, titled(target))]
    if one.outcome:
        blocks.append(Paragraph.of(f"{one.outcome.get_result_display()}: {one.outcome.shown_by}"))
    lines = [f"{dose.what}: {effect.get_choice_display()}" for dose, effect in one.doses if effect]
    return [*blocks, List.of(*lines)] if lines else blocks


def no_agreement_to_write(viewer: Viewer, letter: Letter) -> str:
    """Why nothing may go to somebody outside: no agreement in force to show the plan to an adviser. "" when it may.

    One person who may decide and has agreed is enough; one who said no, or took it back, outweighs.
    """
    purposes = (Purpose.CONTACT_HEALTH, Purpose.SHARE_WITH_ADVISER)
    rows = Agreement.objects.filter(child_id=letter.child_id, purpose__in=purposes).order_by("at", "id")
    newest = {(row.party_id or row.party_name, row.purpose): row for row in rows}
    in_force = [row for row in newest.values() if row.expires_on is None or row.expires_on >= viewer.today]
    if any(row.answer != Answer.AGREED for row in in_force):
        return _("Somebody who may decide for this child has not agreed to this, or has taken it back.")
    if not in_force:
        return _("Nobody has agreed yet to write to people outside the school about this child. Ask the family first.")
    return ""


def join() -> None:
    """Register the kinds of letter and the question of agreement. Called once, from the app's `ready`."""
    kinds.register("sen_support_plan", gettext_lazy("The SEN Support plan"), plan_letter)
    kinds.register("sen_support_review", gettext_lazy("The record of a review"), review_letter, about_needed=True)
    kinds.register(
        "sen_support_invitation", gettext_lazy("An invitation to a review meeting"), invitation_letter,
        about_needed=True, about_for=review_to_invite_to,
    )  # fmt: skip
    kinds.register(
        "sen_support_report", gettext_lazy("The yearly report on SEN Support"), report_letter, gone=report_has_gone
    )
    consent_for_professionals(no_agreement_to_write)
