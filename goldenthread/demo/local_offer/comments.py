"""What families of Larkmere said about the Local Offer, with the council's answers. The words stand in comments.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from goldenthread.keys import new_key
from goldenthread.local_offer.comments.closing import write_copy
from goldenthread.local_offer.comments.publishing import recount, show
from goldenthread.local_offer.comments.rounds import decided
from goldenthread.local_offer.models import Comment, CommentEntry, CommentResponse, CommentRound
from goldenthread.people.models import Assignment

FIRST_ROUND = (date(2024, 11, 28), date(2025, 11, 27))
# The moves that a comment made before it stood where it stands.
_PATHS = {
    "received": (), "triaged": ("triage",), "redacted": ("triage", "redact"), "withheld": ("triage", "withhold"),
    "published": ("triage", "redact", "publish"), "answered": ("triage", "redact", "publish", "answer"),
}  # fmt: skip
_STATES = {
    "triage": "triaged", "redact": "redacted", "publish": "published", "answer": "answered", "withhold": "withheld",
}  # fmt: skip


def load_comments(authority: UUID) -> int:
    """Write the comments, responses and rounds, and publish what is public. Answers how many comments there are.

    Call in a transaction after the people were loaded, inside the area's wall or as the owner. Redacting and signing
    off fall to two of the authority's officers.
    """
    written = tomllib.loads(files("goldenthread.demo.local_offer").joinpath("comments.toml").read_text("utf-8"))
    first, second = officers(authority)
    held = {"authority_id": authority, "holder_id": authority}
    closed = _rounds(held, second)
    responses = {row["key"]: _response(row, held, first) for row in written["response"]}
    CommentResponse.objects.bulk_create(responses.values())
    comments = [_comment(number, row, held, responses, first, second) for number, row in enumerate(written["comment"])]
    Comment.objects.bulk_create(comments)
    CommentEntry.objects.bulk_create(_entries(comments, written["comment"], held, first, second))
    _publish(authority, closed, comments)
    return len(comments)


def officers(authority: UUID) -> tuple[UUID, UUID]:
    """Two people who work for the authority as officers, always the same two."""
    found = Assignment.objects.filter(authority_id=authority, role="authority_officer").order_by("account__email")
    people = list(dict.fromkeys(found.values_list("account_id", flat=True)))
    if len(people) < 2:
        raise ValueError("The demo's comments need two officers of the authority: one redacts, another signs off.")
    return people[0], people[1]


def _rounds(held: dict[str, UUID], by: UUID) -> CommentRound:
    """The round that was closed, and the one that is open since."""
    opened_on, closed_on = FIRST_ROUND
    closed = CommentRound(number=1, opened_on=opened_on, closed_on=closed_on, closed_by_id=by, **held)
    present = CommentRound(number=2, opened_on=closed_on, **held)
    CommentRound.objects.bulk_create([closed, present])
    return closed


def _response(row: dict[str, Any], held: dict[str, UUID], by: UUID) -> CommentResponse:
    facts = {name: value for name, value in row.items() if name != "key"}
    at = _at(row.get("done_on", date(2026, 9, 1)))
    return CommentResponse(id=new_key(), written_by_id=by, changed_at=at, **held, **facts)


def _comment(
    number: int, row: dict[str, Any], held: dict[str, UUID], responses: dict[str, CommentResponse], first: UUID, second: UUID
) -> Comment:  # fmt: skip
    state = row["state"]
    comment = Comment(
        id=new_key(), reference=f"LO-DEMO-{number:04d}", sent_key=f"demo{number}", about=row["about"],
        speaker=row["speaker"], section=row["section"], theme=row["section"], words=row["words"],
        contact=row.get("contact", ""), received_on=row["on"], received_at=_at(row["on"]), state=state,
        withheld_reason=row.get("withheld", ""), response=responses.get(row.get("response", "")), **held,
    )  # fmt: skip
    if "redact" in _PATHS[state]:
        comment.published_text, comment.redacted_by_id = row.get("text", row["words"]), first
    if "publish" in _PATHS[state]:
        comment.signed_by_id, comment.signed_on = second, row["on"] + timedelta(days=6)
    return comment


def _entries(
    comments: list[Comment], rows: list[dict[str, Any]], held: dict[str, UUID], first: UUID, second: UUID
) -> Iterable[CommentEntry]:
    """One entry for each move, two days apart."""
    for comment, row in zip(comments, rows, strict=True):
        before = "received"
        for step, move in enumerate(_PATHS[row["state"]], start=1):
            on = row["on"] + timedelta(days=2 * step)
            yield CommentEntry(
                comment=comment, move=move, from_state=before, to_state=_STATES[move], on=on, at=_at(on),
                reason=row.get("why", "") if move == "withhold" else "",
                by_id=second if move == "publish" else first, **held,
            )  # fmt: skip
            before = _STATES[move]


def _publish(authority: UUID, closed: CommentRound, comments: list[Comment]) -> None:
    """The public copies, with that of the closed round: what it holds is decided before the present one counts."""
    for comment in comments:
        show(comment)
    of_first = [comment for comment in decided(authority) if comment.received_on <= FIRST_ROUND[1]]
    write_copy(closed, of_first, FIRST_ROUND[1], "Larkmere")
    Comment.objects.filter(pk__in=[comment.pk for comment in of_first]).update(round=closed)
    recount(authority)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=UTC)
