"""What may be asked of the feed, as the OpenAPI document describes it. A bad value is a problem, never a guess.

Source: Open Referral UK 3.0, openapi.json, with `age`, `postcode` and `proximity` of ours on services.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator, BeforeValidator

PER_PAGE, MOST_PER_PAGE = 50, 100
LONGEST_SEARCH = 300
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def _day(value: object) -> object:
    """Days may be written out: "Saturday", "sat" and "SA" are the same."""
    return value.strip().upper()[:2] if isinstance(value, str) and value.strip().isalpha() else value


def _moment(value: object) -> object:
    """A day means its first moment; a moment without a zone is taken as UTC. A "+" that an address turned into a space
    is put back."""
    if not isinstance(value, str):
        return value
    text = value.strip().upper().replace("Z", "+00:00")
    if text.count(" ") == 1 and "T" in text:
        text = text.replace(" ", "+")
    try:
        found = datetime.fromisoformat(text) if len(text) > 10 else datetime.combine(date.fromisoformat(text), time())
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    except ValueError:
        raise ValueError("should be a date or a date and time, such as 2026-11-20T09:00:00Z") from None


Age = Annotated[float, Field(ge=0, le=130, allow_inf_nan=False)]
# Schedules are in the time of the place: a zone behind a time of day is passed over.
TimeOfDay = Annotated[time, AfterValidator(lambda found: found.replace(tzinfo=None))]
Moment = Annotated[datetime, BeforeValidator(_moment, json_schema_input_type=str)]


class Turned(Schema):
    """A list is turned over page by page."""

    page: int = Field(1, ge=1, description="Page number, from 1. A page after the last is empty.")
    per_page: int = Field(
        PER_PAGE, ge=1, description=f"How many in a page. More than {MOST_PER_PAGE} is taken as {MOST_PER_PAGE}."
    )

    @property
    def size(self) -> int:
        return min(self.per_page, MOST_PER_PAGE)


class Asked(Turned):
    """Which services, or which services at which places."""

    search: str | None = Field(None, max_length=LONGEST_SEARCH, description="Words to look for.")
    taxonomy_term_id: UUID | None = Field(None, description="Only with this term.")
    taxonomy_id: UUID | None = Field(None, description="Only with any term of this taxonomy.")
    organization_id: UUID | None = Field(None, description="Only of this organisation.")
    minimum_age: Age | None = Field(None, description="Services whose own minimum age is this or more.")
    maximum_age: Age | None = Field(None, description="Services whose own maximum age is this or less.")
    age: Age | None = Field(None, description="Services for somebody of this age (an extension).")
    day: Annotated[Day, BeforeValidator(_day, json_schema_input_type=str)] | None = Field(
        None, description="Services with a time on this day: MO to SU, or the day's name."
    )
    start_time: TimeOfDay | None = Field(
        None, description="Opens at this time or later (on that day, if one is given)."
    )
    end_time: TimeOfDay | None = Field(None, description="Closes at this time or sooner.")
    postcode: str | None = Field(
        None, max_length=10, description="With proximity: near it. Without: whose area served holds it."
    )
    proximity: Annotated[float, Field(gt=0, le=1_000_000, allow_inf_nan=False)] | None = Field(
        None, description="Metres from the middle of the postcode, in a straight line."
    )
    modified_after: Moment | None = Field(None, description="Changed at this moment or later.")
    full: bool = Field(False, description="Every service whole, not only its one-to-one fields.")
    minimal: bool = Field(False, description="Only keys, names and when each was changed.")
    format: Literal["json", "ndjson"] = Field(
        "json", description="ndjson: all of them at once, one a line, without pages."
    )
