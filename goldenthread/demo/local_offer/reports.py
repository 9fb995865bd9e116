"""SEN information reports of Larkmere's schools, and the words that its officers keep. The texts stand in reports.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from goldenthread.access.roles import ROLES
from goldenthread.access.viewer import Viewer
from goldenthread.keys import new_key
from goldenthread.local_offer.models import EverydayPhrase, Synonym, UnansweredWord
from goldenthread.local_offer.school_information.contents import contents_of
from goldenthread.local_offer.school_information.facts import facts_of, senco_names
from goldenthread.local_offer.school_information.headings import HEADINGS, WHAT_CHANGED
from goldenthread.local_offer.school_information.models import InformationReport, ReportEntry
from goldenthread.local_offer.school_information.publishing import address_of, listing_of, point_entry_at, show
from goldenthread.local_offer.school_information.timeline import report_update_by
from goldenthread.organisations.duties import has_duty
from goldenthread.organisations.models import Kind, Organisation
from goldenthread.people.models import Assignment

from ..larkmere.schools import FAIRMEAD, HOLLOW_OAK
from ..stated_date import STATED_DATE

SITE = "https://larkmere.example.org/"
# Days on which a report was published: due in twelve days with the next one begun, new, and of other schools in turn.
_DAYS = {HOLLOW_OAK: date(2025, 12, 2), FAIRMEAD: date(2026, 9, 24)}
_OTHERS = (
    date(2026, 1, 19),
    date(2026, 6, 30),
    date(2025, 10, 6),
    date(2026, 10, 12),
    date(2026, 3, 2),
    date(2025, 7, 14),
)
_EVERY = 3  # of the other schools, every third has a report here

_SYNONYMS = (("bouncing", "trampoline", "rebound"), ("sib group", "siblings", "brothers and sisters"))
_PHRASES: tuple[dict[str, Any], ...] = (
    {"said": "meltdown after school", "needs": ["SEMH", "ASD"], "sections": ["advice"], "words": ["behaviour", "calm"]},
    {"said": "never gets invited", "needs": ["SEMH"], "sections": ["leisure"], "words": ["friendship", "social"]},
)
_UNANSWERED = (("hippotherapy", 7), ("toenails", 4), ("driving", 3), ("fostering", 5), ("chess", 2))


@dataclass(frozen=True)
class _People:
    senco: UUID
    head: UUID


def load_reports(authority: UUID) -> int:
    """Write the reports and publish what is public. Answers how many schools have one.

    Call in a transaction after the people and the Local Offer were loaded, inside the area's wall or as the owner.
    """
    written = _texts()
    people = _people_of(authority)
    owing = [
        setting
        for setting in Organisation.objects.filter(authority_id=authority, kind=Kind.SETTING)
        if has_duty(setting.setting_type, "sen_information_report") and setting.pk in people
    ]
    days = _days(owing)
    for setting in owing:
        if setting.pk in days:
            _one(setting, people[setting.pk], days[setting.pk], written)
    _words(authority)
    return len(days)


def _texts() -> dict[str, dict[str, str]]:
    found = tomllib.loads(files("goldenthread.demo.local_offer").joinpath("reports.toml").read_text("utf-8"))
    return {name: {key: text.strip() for key, text in part.items()} for name, part in found.items()}


def _people_of(authority: UUID) -> dict[UUID, _People]:
    """The SENCO and the head of each school that has both, always the same two."""
    rows = Assignment.objects.filter(authority_id=authority, role__in=["senco", "head"]).order_by("from_on", "pk")
    by_role: dict[tuple[UUID, str], UUID] = {}
    for holder, role, account in rows.values_list("holder_id", "role", "account_id"):
        by_role.setdefault((holder, role), account)
    both = {holder for holder, role in by_role if (holder, "senco") in by_role and (holder, "head") in by_role}
    return {holder: _People(by_role[holder, "senco"], by_role[holder, "head"]) for holder in both}


def _days(settings: list[Organisation]) -> dict[UUID, date]:
    days = {setting.pk: _DAYS[setting.name] for setting in settings if setting.name in _DAYS}
    others = [setting for setting in settings if setting.name not in _DAYS][::_EVERY]
    return days | {setting.pk: _OTHERS[number % len(_OTHERS)] for number, setting in enumerate(others)}


def _one(setting: Organisation, people: _People, on: date, written: dict[str, dict[str, str]]) -> None:
    phase = "secondary" if setting.phase == "secondary" else "primary"
    texts = written["primary"] | (written["secondary"] if phase == "secondary" else {})
    senco = _viewer(setting, people.senco, on)
    report = InformationReport(
        id=new_key(), authority_id=setting.authority_id, holder=setting, number=1, state="published",
        texts={key: texts[key] for key in HEADINGS}, begun_on=on - timedelta(days=20), changed_at=_at(on),
        sent_by_id=people.senco, sent_on=on - timedelta(days=6), approved_by_id=people.head, published_on=on,
    )  # fmt: skip
    due_on: Any = report_update_by(on, on).due_on
    report.contents = contents_of(setting, report, facts_of(senco, setting, listing_of(setting)), None, on) | {
        "published_on": on.isoformat(), "review_by": due_on.isoformat(),
        "approved_by": f"{ROLES['head'].name}, for the governing body",
    }  # fmt: skip
    report.save(force_insert=True)
    ReportEntry.objects.bulk_create(_entries(report, people))
    show(report, setting)
    names = senco_names(_viewer(setting, people.senco, STATED_DATE), setting)
    point_entry_at(setting, address_of(setting.pk, SITE), names, by=people.head, at=_at(on))
    if setting.name == HOLLOW_OAK:
        _begin_next(report, people, written["begun"])


def _begin_next(last: InformationReport, people: _People, begun: dict[str, str]) -> None:
    """This year's report: last year's words, with some parts written anew and one still empty."""
    texts = {key: begun.get(key, text) for key, text in last.texts.items()}
    on = STATED_DATE - timedelta(days=4)
    report = InformationReport.objects.create(
        authority_id=last.authority_id, holder_id=last.holder_id, number=2, begun_on=on, changed_at=_at(STATED_DATE),
        texts={key: text for key, text in texts.items() if text}, what_changed=begun[WHAT_CHANGED],
    )  # fmt: skip
    ReportEntry.objects.create(
        authority_id=last.authority_id, holder_id=last.holder_id, report=report, move="begin", to_state="draft", on=on,
        at=_at(on), by_id=people.senco,
    )  # fmt: skip


def _entries(report: InformationReport, people: _People) -> Iterable[ReportEntry]:
    assert report.sent_on is not None and report.published_on is not None
    steps = (
        ("begin", "", "draft", report.begun_on, people.senco), ("send", "draft", "waiting", report.sent_on, people.senco),
        ("publish", "waiting", "published", report.published_on, people.head),
    )  # fmt: skip
    for move, before, after, on, by in steps:
        yield ReportEntry(
            authority_id=report.authority_id, holder_id=report.holder_id, report=report, move=move, from_state=before,
            to_state=after, on=on, at=_at(on), by_id=by,
        )  # fmt: skip


def _viewer(setting: Organisation, person: UUID, on: date) -> Viewer:
    return Viewer(
        person=person, name="", role=ROLES["senco"], authority=setting.authority_id, today=on, organisation=setting.pk
    )


def _words(authority: UUID) -> None:
    """What officers keep for the search, and what led to nothing in two months."""
    held = {"authority_id": authority, "holder_id": authority}
    Synonym.objects.bulk_create(Synonym(words=list(words), **held) for words in _SYNONYMS)
    EverydayPhrase.objects.bulk_create(EverydayPhrase(**facts, **held) for facts in _PHRASES)
    UnansweredWord.objects.bulk_create(
        UnansweredWord(word=word, month=date(2026, 10, 1), times=times, **held) for word, times in _UNANSWERED
    )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=UTC)
