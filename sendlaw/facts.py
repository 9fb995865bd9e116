"""The facts a question may carry, checked and frozen. An unknown key or an impossible value is refused."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from sendlaw.refusal import Refused

Fact = object


def as_day(name: str, value: object) -> date:
    """A date, from a date or from ISO text. A moment, or a day no calendar has, is refused."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise Refused(f"{name} must be a real date written year-month-day, such as 2027-03-01; {value!r} is not.")


def as_moment(name: str, value: object) -> datetime:
    """A date and time, with or without an offset; without one it is London time."""
    try:
        return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        raise Refused(f"{name} must be a date and time, such as 2027-10-17T23:40:00+01:00; {value!r} is not.") from None


def as_yes_or_no(name: str, value: object) -> bool:
    """True or false, and nothing that merely looks like it."""
    if isinstance(value, bool):
        return value
    raise Refused(f"{name} must be true or false; {value!r} is neither.")


def as_text(name: str, value: object) -> str:
    """Words."""
    if isinstance(value, str) and value:
        return value
    raise Refused(f"{name} must be a word or words; {value!r} is not.")


def as_texts(name: str, value: object) -> tuple[str, ...]:
    """A list of words."""
    if isinstance(value, (list, tuple)) and value:
        return tuple(as_text(name, one) for one in value)
    raise Refused(f"{name} must be a list of words; {value!r} is not.")


def as_days(name: str, value: object) -> tuple[date, ...]:
    """A list of dates, put in order."""
    if isinstance(value, (list, tuple)):
        return tuple(sorted(as_day(name, one) for one in value))
    raise Refused(f"{name} must be a list of dates; {value!r} is not.")


def as_absence(name: str, value: object) -> tuple[date, date]:
    """First day away and first day back, in that order."""
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise Refused(f"{name} must be two dates, the first day away and the first day back; {value!r} is not.")
    away, back = as_day(name, value[0]), as_day(name, value[1])
    if back < away:
        raise Refused(f"{name} says the first day back ({back}) came before the first day away ({away}).")
    return away, back


def as_whole_number(name: str, value: object) -> int:
    """A whole number, nought or more."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise Refused(f"{name} must be a whole number, nought or more; {value!r} is not.")


def as_yes_no_or_day(name: str, value: object) -> bool | date:
    """True, false, or the date it happened."""
    return value if isinstance(value, bool) else as_day(name, value)


def as_anything(name: str, value: object) -> object:
    """A descriptive fact: accepted, kept out of every sum."""
    return value


@dataclass(frozen=True, slots=True)
class FactKey:
    """One key that a question may carry: how its value is read and what it means."""

    read: Callable[[str, object], Fact]
    meaning: str


KEYS: Mapping[str, FactKey] = {
    "requester": FactKey(as_text, "who asked: parent, young_person, school"),
    "by": FactKey(as_text, "who brought the child to the authority's attention"),
    "body": FactKey(as_text, "the body asked for advice or sent a recommendation"),
    "received_at": FactKey(as_moment, "the moment of receipt; its date in London is day 0"),
    "advice_requested_from_head_on": FactKey(as_day, "day the head or principal was asked for advice"),
    "school_closed_from": FactKey(as_day, "first day the school is closed"),
    "school_reopens": FactKey(as_day, "day the school opens again"),
    "advice_requested_from_early_years_on": FactKey(as_day, "day the provider was asked for advice"),
    "provider_closed_from": FactKey(as_day, "first day the early years provider is closed"),
    "provider_reopens": FactKey(as_day, "day the early years provider opens again"),
    "reopens": FactKey(as_day, "day the school opens again"),
    "absent_from_area": FactKey(as_absence, "first day away from the area and first day back"),
    "absent_days": FactKey(as_whole_number, "continuous days away from the area within the period"),
    "exceptional_personal_circumstances": FactKey(as_yes_or_no, "whether they affected the family"),
    "missed_body_appointment": FactKey(as_yes_or_no, "whether a test with that body was missed"),
    "impractical": FactKey(as_yes_or_no, "whether that made the limit impractical to meet"),
    "la_reason": FactKey(as_text, "the authority's own reason for delay; coronavirus counts in 2020 only"),
    "attends": FactKey(as_text, "the kind of setting attended, or none"),
    "outcome": FactKey(as_text, "what the authority decided after the review: keep, amend, cease"),
    "meeting_held": FactKey(as_yes_no_or_day, "whether, or when, the review meeting was held"),
    "phase": FactKey(as_text, "which move between phases of education"),
    "usual_cohort": FactKey(as_yes_or_no, "whether the child is in the usual year group for their age"),
    "move_date": FactKey(as_day, "day of the move to the new authority's area"),
    "transfer_date": FactKey(as_day, "day of the transfer"),
    "certificate_issued": FactKey(as_day, "day the mediation certificate was issued"),
    "only_section_I": FactKey(as_yes_or_no, "whether the appeal is only about section I"),
    "appeal_made": FactKey(as_yes_or_no, "whether an appeal was made in time"),
    "issues": FactKey(as_texts, "what the mediation is about: education, social_care, health"),
    "subject": FactKey(as_text, "what a mediation agreement is about"),
    "order": FactKey(as_text, "what the Tribunal ordered"),
    "appeal": FactKey(as_text, "what the appeal was about"),
    "ehrc_conciliation": FactKey(as_yes_no_or_day, "whether, or when, it went to conciliation"),
    "prior_senco_months": FactKey(as_whole_number, "months of service as SENCO before this post"),
    "review_concluded_by": FactKey(as_text, "what ended the last review: decision_notice"),
    "decision": FactKey(as_anything, "descriptive only"),
    "type": FactKey(as_anything, "descriptive only"),
    "setting": FactKey(as_anything, "descriptive only"),
    "from": FactKey(as_anything, "descriptive only"),
    "to": FactKey(as_anything, "descriptive only"),
    "received_channel": FactKey(as_anything, "descriptive only"),
    "directed_date": FactKey(as_day, "a date the Tribunal directed, which overrides the sum"),
    "agreed_date": FactKey(as_day, "a different date agreed in writing after mediation"),
    "date_in_notice": FactKey(as_day, "the date given in the Tribunal's own notice"),
    "representations_requested_late": FactKey(as_yes_or_no, "whether the family asked to comment late"),
    "mediation_adviser_contacted": FactKey(as_yes_or_no, "whether the adviser has been contacted"),
    "meetings_held": FactKey(as_days, "dates of the meetings with the parents so far"),
    "born": FactKey(as_day, "the child's date of birth"),
    "moved_area": FactKey(as_yes_or_no, "whether the health body changed because the authority did"),
    "same_authority": FactKey(as_yes_or_no, "whether the same authority is responsible after release"),
    "academic_year_ends": FactKey(as_day, "last day of the academic year at this setting"),
    "apprenticeship_ends": FactKey(as_day, "last day of the apprenticeship's training"),
    "appeal_available": FactKey(as_yes_or_no, "whether the matter could have gone to the Tribunal"),
}


class Facts(Mapping[str, Fact]):
    """Checked facts that nobody can change. A key not given reads as absent, never as a guess."""

    __slots__ = ("_known",)

    def __init__(self, given: Mapping[str, object] | None = None) -> None:
        known = {name: self._read(name, value) for name, value in (given or {}).items()}
        self._known: Mapping[str, Fact] = MappingProxyType(known)

    @staticmethod
    def _read(name: str, value: object) -> Fact:
        if name not in KEYS:
            raise Refused(f"There is no fact called {name!r}. The facts that are known: {', '.join(sorted(KEYS))}.")
        return KEYS[name].read(name, value)

    def __getitem__(self, name: str) -> Fact:
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def day(self, name: str) -> date | None:
        """A date fact, or None when it was not given."""
        value = self._known.get(name)
        return value if isinstance(value, date) else None

    def text(self, name: str) -> str | None:
        """A text fact, or None when it was not given."""
        value = self._known.get(name)
        return value if isinstance(value, str) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words; empty when it was not given."""
        value = self._known.get(name)
        return value if isinstance(value, tuple) else ()

    def days(self, name: str) -> tuple[date, ...]:
        """A list of dates in order; empty when it was not given."""
        value = self._known.get(name)
        return value if isinstance(value, tuple) else ()

    def says(self, name: str) -> bool | None:
        """True, false, or None when nobody has said."""
        value = self._known.get(name)
        return value if isinstance(value, bool) else None

    def number(self, name: str) -> int | None:
        """A whole number, or None when it was not given."""
        value = self._known.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def moment(self, name: str) -> datetime | None:
        """A moment, or None when it was not given."""
        value = self._known.get(name)
        return value if isinstance(value, datetime) else None
