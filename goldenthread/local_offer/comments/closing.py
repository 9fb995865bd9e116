"""Close the yearly round: publish a copy that does not change any more, and open the next."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.access.permissions import Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..models import Comment, CommentRound, Offer, PublishedRound
from ..permissions import COMMENT_SIGN_OFF
from .copy import pdf_of
from .rounds import contents_of, decided, present_round


@transaction.atomic
def close_round(*, by: Viewer) -> PublishedRound:
    """Freeze what the open round publishes, as page and PDF, and start the next on the same day.

    Refused while a published comment has no answer: the regulation wants the comments and the response together.
    Comments that are not decided yet wait for the next round.
    """
    require(by, COMMENT_SIGN_OFF)
    # Locked, so that of two officers who close at once the second closes nothing.
    present = CommentRound.objects.select_for_update().get(pk=present_round(by.authority, by.today).pk)
    comments = decided(by.authority)
    _refuse_unfinished(comments)
    if (
        present.closed_on is not None
        or PublishedRound.objects.filter(authority_id=by.authority, closed_on=by.today).exists()
    ):
        raise Refused(_("A round was already published today. The next can be closed from tomorrow."))
    return freeze(present, comments, by)


def _refuse_unfinished(comments: list[Comment]) -> None:
    waiting = sum(comment.state == "published" for comment in comments)
    if waiting:
        sentence = ngettext(
            "%(number)d published comment has no answer yet. Answer it first: both are published together.",
            "%(number)d published comments have no answer yet. Answer them first: both are published together.",
            waiting,
        )
        raise Refused(sentence % {"number": waiting})
    if not comments:
        raise Refused(_("Nothing has been decided since the last round, so there is nothing to publish yet."))


def freeze(present: CommentRound, comments: list[Comment], by: Viewer) -> PublishedRound:
    offer = Offer.objects.get(authority_id=by.authority)
    copy = write_copy(present, comments, by.today, offer.area_name)
    present.closed_on, present.closed_by_id = by.today, by.person
    present.save(update_fields=["closed_on", "closed_by"])
    Comment.objects.filter(pk__in=[comment.pk for comment in comments]).update(round=present)
    CommentRound.objects.create(
        authority_id=present.authority_id, holder_id=present.holder_id, number=present.number + 1, opened_on=by.today
    )
    record(by, "comment_round.closed", present, number=present.number, comments=len(comments))
    return copy


def write_copy(present: CommentRound, comments: list[Comment], closed_on: date, area: str) -> PublishedRound:
    """The public copy of a round as it stands now."""
    contents = contents_of(present, comments, closed_on, area)
    return PublishedRound.objects.create(
        id=present.pk, authority_id=present.authority_id, number=present.number, opened_on=present.opened_on,
        closed_on=closed_on, contents=contents, pdf=pdf_of(contents),
    )  # fmt: skip


def strike_out(comment: Comment, round_: UUID) -> None:
    """Take the words of one comment out of the copy of a closed round, on the page and in the PDF, and say so there."""
    copy = PublishedRound.objects.select_for_update().get(pk=round_)
    for response in copy.contents["responses"]:
        for one in response["comments"]:
            if one["id"] == str(comment.pk):
                one["text"] = _("Taken out later, because it might have told who somebody is.")
    copy.pdf = pdf_of(copy.contents)
    copy.save(update_fields=["contents", "pdf"])
