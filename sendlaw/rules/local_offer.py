"""The Local Offer."""

from sendlaw.events import Start
from sendlaw.outcomes import Deadline, NoFixedDate
from sendlaw.parameters import Law
from sendlaw.rulebook import LOCAL_AUTHORITY, rule
from sendlaw.sums import count


@rule(
    "local_offer.comments_publish_by",
    starts=("local_offer.comments_published",),
    who=LOCAL_AUTHORITY,
    must="publish the comments received and its response again",
    plain="publish what people said about the Local Offer, and its answer",
    met_by=("local_offer.comments_published",),
)
def comments_publish_by(start: Start, law: Law) -> Deadline:
    """When comments and the authority's response must next be published: at least annually, twelve months.

    Source: SI 2014/1530 reg 56 (decision record 0116 on the twelve months).
    """
    return count(start, law, "local_offer.comments_publish_by")


@rule(
    "local_offer.keep_under_review",
    starts=("local_offer.published",),
    who=LOCAL_AUTHORITY,
    must="keep the Local Offer and provision under review, with children, young people and parents",
    plain="keep the Local Offer up to date, and ask families about it",
)
def keep_under_review(start: Start, law: Law) -> NoFixedDate:
    """The Local Offer is kept under review; the law sets no interval.

    Source: Children and Families Act 2014 s.27, s.30; SI 2014/1530 reg 54-57.
    """
    law.limit("local_offer.keep_under_review")
    return NoFixedDate("The duty is standing; the law sets no interval.", start.opening)
