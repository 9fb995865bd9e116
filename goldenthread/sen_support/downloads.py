"""The lists of worries and of reviews as files for a spreadsheet, as they are narrowed down. Nothing in them is obeyed
as a formula; what people said is not in them: words stay where their readers are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.permissions import REGISTER_EXPORT
from goldenthread.children.queries.classes import class_names
from goldenthread.children.register_export import Export
from goldenthread.privacy.csv_out import Value, csv_bytes

from .models import Concern, Review
from .queries.lists import Narrowed, concerns_listed, reviews_listed
from .states import REVIEW
from .wording import stands_at


@transaction.atomic
def export_worries(*, by: Viewer, asked: Narrowed) -> Export:
    """Make the file and note in the log that it was made, by whom, of how many worries, narrowed down by what."""
    require(by, REGISTER_EXPORT)
    found: list[Concern] = list(concerns_listed(by, asked))
    classes = class_names(by, [one.child_id for one in found], by.today)
    head = [
        _("Child"), _("Class"), _("Raised"), _("By"), _("Stands at"), _("Who has it"), _("Decided"), _("Look again"),
    ]  # fmt: skip
    lines: list[list[Value]] = [
        [one.child.name, classes.get(one.child_id, ""), one.raised_on, one.raised_by_name, stands_at(one),
         one.owner.name if one.owner else "", one.decided_on, one.look_again_on]
        for one in found
    ]  # fmt: skip
    return _made(by, "worries", asked, head, lines, [one.child_id for one in found])


@transaction.atomic
def export_reviews(*, by: Viewer, asked: Narrowed) -> Export:
    """The same of the reviews to come."""
    require(by, REGISTER_EXPORT)
    found: list[Review] = list(reviews_listed(by, asked))
    classes = class_names(by, [one.child_id for one in found], by.today)
    head = [_("Child"), _("Class"), _("When"), _("Time"), _("Where"), _("Agreed for"), _("Stands at"), _("Led by")]
    lines: list[list[Value]] = [
        [one.child.name, classes.get(one.child_id, ""), one.meets_on, one.at.strftime("%H:%M") if one.at else "",
         one.place, one.agreed_on, str(REVIEW.states[one.state][0]), one.cycle.owner.name if one.cycle.owner else ""]
        for one in found
    ]  # fmt: skip
    return _made(by, "reviews", asked, head, lines, [one.child_id for one in found])


def _made(
    by: Viewer, what: str, asked: Narrowed, head: Iterable[str], lines: Sequence[list[Value]], children: list[UUID]
) -> Export:
    narrowed = [name for name, value in vars(asked).items() if value]
    record(by, f"{what}.exported", children=sorted(set(children)), rows=len(lines), filters=sorted(narrowed))
    return Export(f"{what}-{by.today.isoformat()}.csv", csv_bytes(head, lines), tuple(dict.fromkeys(children)))
