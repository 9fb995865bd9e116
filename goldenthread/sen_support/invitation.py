"""The invitation to a review meeting: when, where, who is asked, what is looked at, and how to be heard before.

No law sets the form of a review of SEN Support or of its invitation; what a family needs in order to come and be heard
is asked for here (docs/decisions/0043-letters-to-parents.md). Source: SEND Code of Practice 2015 paras 6.53 to 6.56.
"""

from __future__ import annotations

from uuid import UUID

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.viewer import Viewer
from goldenthread.documents.blocks import Block, Facts, Heading, List, Paragraph
from goldenthread.documents.model import Document
from goldenthread.organisations.models import Organisation

from .letter_parts import Part, as_document, belongs, titled, whole
from .models import Review
from .queries.reviews import ReviewView, review_for, review_page, reviews_about


def review_to_invite_to(viewer: Viewer, child: UUID) -> UUID | None:
    """The next review of this child that is still to come; None when there is none."""
    coming = [one for one in reviews_about(viewer, child) if one.held_on is None and one.meets_on >= viewer.today]
    return min(coming, key=lambda one: one.meets_on).pk if coming else None


def invitation_letter(viewer: Viewer, child: UUID, about: UUID | None) -> Document:
    """The invitation to one review; about: the review. Refused for one that is over, or not arranged in full."""
    if about is None:
        raise NotFound("no review named")
    page = review_page(viewer, review_for(viewer, about))
    review = page.review
    belongs(review.child_id, child)
    if review.held_on is not None or review.meets_on < viewer.today:
        raise Refused(_("This meeting is over. Arrange another day before you invite anybody."))
    blocks = whole([_opening(review), _when(review), _where(review), *_who_and_what(page), _before(), _school(review)])
    name = review.child.name
    return as_document(_("Invitation"), _("%s: invitation to a review meeting") % name, viewer, name, blocks)


def _opening(review: Review) -> Part:
    said = _("You are invited to a meeting. Together we look at what the help has done, and decide what happens next.")
    return Part([Paragraph.of(said)])


def _when(review: Review) -> Part:
    must = _("Say at what time the meeting begins.")
    if review.at is None:
        return Part([], must)
    when = f"{date_format(review.meets_on, 'l j F Y')}, {time_format(review.at, 'g.i a')}"
    return Part([Facts.of((_("When"), when))], must)


def _where(review: Review) -> Part:
    return Part([Facts.of((_("Where"), review.place))] if review.place else [], _("Say where you meet."))


def _who_and_what(page: ReviewView) -> list[Part]:
    asked = [f"{one.name} ({one.role})" for one in page.attendance]
    who: list[Block] = [Heading(2, _("Who is asked to come")), List.of(*asked)] if asked else []
    targets = [titled(one.seen.target) for one in page.targets]
    what: list[Block] = [Heading(2, _("What we look at")), List.of(*targets)] if targets else []
    return [Part(who, _("Say who is asked to come.")), Part(what, _("Write the targets that are looked at."))]


def _before() -> Part:
    points = (
        _("Tell us what you want to be said: on your page, on paper, by phone, or in person."),
        _("You can bring somebody with you."),
        _("If the day or time does not suit you, tell us and we look for another."),
        _("Tell us if you need an interpreter, large print, a quiet room or anything else."),
    )
    return Part([Heading(2, _("Before the meeting")), List.of(*points)])


def _school(review: Review) -> Part:
    school: Organisation = review.holder
    known = [(_("Phone"), school.phone), (_("E-mail"), school.email)]
    reach = [(name, value) for name, value in known if value]
    blocks: list[Block] = [Heading(2, _("Whom to ask")), Facts.of((_("School"), school.name), *reach)] if reach else []
    return Part(blocks, _("The school has no phone number and no e-mail address here for an answer."))
