"""Whose offer is asked, in which state it is, and so whether the asker's copy is still good."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from goldenthread.clock import today

from .bodies import Publisher
from .reader import Connection, one

_LONDON = ZoneInfo("Europe/London")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_NOBODY = UUID(int=0)
_OFFER = """
SELECT o.authority_id, o.area_name, r.mark, r.changed_at
FROM local_offer_offer o LEFT JOIN local_offer_feed_revision r USING (authority_id)
ORDER BY (%s = ANY (o.hosts)) DESC, o.id LIMIT 1
"""


def _shape() -> str:
    """A mark of the code that makes the answers: a copy made by other code is not good any more."""
    files = [*sorted(Path(__file__).parent.glob("*.py")), Path(__file__).parent.parent / "vocabulary.py"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


SHAPE = _shape()


@dataclass(frozen=True)
class Shown:
    """The offer as it stands. mark: another after every change; today: of the pages, in London."""

    authority: UUID
    publisher: Publisher
    mark: str
    changed_at: datetime
    today: date


def shown_for(connection: Connection, request: HttpRequest) -> Shown:
    """The offer of this host name, or the first. Without any offer, one that holds nothing."""
    host = request.get_host().rsplit(":", 1)[0]
    row = one(connection, _OFFER, [host])
    authority, area_name, mark, changed_at = row or (_NOBODY, "", None, None)
    return Shown(authority, Publisher(str(authority), area_name), str(mark), changed_at or _LONG_AGO, today())


def same_as_theirs(request: HttpRequest, *marks: object, changed_at: datetime | None = None) -> HttpResponseBase | None:
    """The answer 304 when the asker's copy is still good.

    marks: everything that the answer depends on, besides its address. changed_at: when that last changed; a notice may
    end and an entry come into sight at midnight in London, so no copy is older than today.
    """
    found = get_conditional_response(request, _tag(request, *marks), _moment(changed_at))
    return found and marked(found, request, *marks, changed_at=changed_at)


def marked(
    answer: HttpResponseBase, request: HttpRequest, *marks: object, changed_at: datetime | None = None
) -> HttpResponseBase:
    """The answer with what the asker needs to ask again cheaply. It may be kept, and is asked for anew each time."""
    answer.headers["ETag"] = _tag(request, *marks)
    if moment := _moment(changed_at):
        answer.headers["Last-Modified"] = http_date(moment)
    return answer


def _tag(request: HttpRequest, *marks: object) -> str:
    asked = f"{request.get_host()}{request.get_full_path()}"
    text = " ".join(map(str, (SHAPE, today(), asked, *marks)))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def _moment(changed_at: datetime | None) -> int | None:
    if changed_at is None:
        return None
    midnight = datetime.combine(today(), time(), tzinfo=_LONDON)
    return int(max(changed_at, midnight).timestamp())


def as_json(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/json")
