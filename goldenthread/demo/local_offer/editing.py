"""Providers of Larkmere who keep their own entries: their people, changes at every state, claims and reports.

The words stand in editing.toml. Rows are written as the actions would leave them, without the mails.
"""

from __future__ import annotations

import copy
import tomllib
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID, uuid5

from goldenthread.local_offer.editing.changing import go_live, mark_of
from goldenthread.local_offer.editing.models import (
    Claim,
    ClaimEntry,
    EntryReport,
    ReportEntry,
    TrustedProvider,
    VersionEntry,
)
from goldenthread.local_offer.editing.timeline import claim_link_ends, report_due
from goldenthread.local_offer.lifecycle import archive, new_entry, record_version
from goldenthread.local_offer.models import OfferOrganisation, Question, Service, ServiceVersion
from goldenthread.local_offer.versions import Contents, contents_of
from goldenthread.organisations.models import Kind, Organisation
from goldenthread.people.models import Account, Assignment

from ..larkmere.cast import AUTHORITY
from ..larkmere.people import DemoPerson
from ..stated_date import STATED_DATE
from .kinds import SPACE, body_key

_NO_PASSWORD = "!demo"  # noqa: S105  (a hash that no password fits: the demo's people come in by its own door)
_ROLE_NAMES = {
    "provider_owner": "Provider owner", "provider_editor": "Provider editor", "provider_viewer": "Provider viewer",
    "offer_moderator": "Local Offer moderator",
}  # fmt: skip
_MOVES = {
    "submitted": ("submit",),
    "changes_asked": ("submit", "send_back"),
    "rejected": ("submit", "reject"),
    "draft": (),
}
_REPORT_MOVES = {"looking": "take", "unchanged": "see_nothing", "mended": "mend", "nothing": "nothing_wrong"}


def load_editing(authority: UUID) -> list[DemoPerson]:
    """Write all of it, and answer whom a visitor of the demo can be. Call after the services were loaded."""
    written = tomllib.loads(files("goldenthread.demo.local_offer").joinpath("editing.toml").read_text("utf-8"))
    held = {"authority_id": authority, "holder_id": authority}
    people = [_person(row, authority) for row in written["person"]]
    accounts = {row["slug"]: person.person for row, person in zip(written["person"], people, strict=True)}
    moderator = accounts["reyes"]
    for key in written["trusted"]:
        TrustedProvider.objects.create(
            organisation_id=body_key(key), from_on=date(2026, 3, 2), named_by_id=moderator, **held
        )
    for row in written["change"]:
        _change(row, accounts, moderator)
    for row in written["new"]:
        _new(row, accounts, held)
    for row in written["old"]:
        _checked_long_ago(row, moderator)
    for number, row in enumerate(written["claim"]):
        _claim(number, row, held, moderator)
    for number, row in enumerate(written["report"]):
        _report(number, row, held, accounts[row.get("by", "reyes")])
    for row in written["archived"]:
        archive(_entry(row), by=moderator, at=_at(STATED_DATE - timedelta(days=row["days_ago"])))
    return [person for person, row in zip(people, written["person"], strict=True) if row.get("visitor", True)]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=UTC)


def _entry(row: dict[str, Any]) -> Service:
    """The live entry at a place in the list, by name, of an organisation."""
    found: list[Service] = list(Service.objects.filter(organisation_id=body_key(row["of"]), state="live"))
    return found[int(row["place"])]


def _person(row: dict[str, Any], authority: UUID) -> DemoPerson:
    """An account with its role at its provider, or at the council."""
    body = Organisation.objects.get(pk=authority)
    if row["of"] != "council":
        provider = OfferOrganisation.objects.get(pk=body_key(row["of"]))
        if provider.keepers is None:
            provider.keepers = Organisation.objects.create(
                id=uuid5(SPACE, f"works for {row['of']}"), authority_id=authority, kind=Kind.PROVIDER, name=provider.name,
                email=provider.email,
            )  # fmt: skip
            provider.save(update_fields=["keepers"])
        body = provider.keepers
    account = Account.objects.create(
        id=uuid5(SPACE, f"person {row['slug']}"), email=f"{row['slug']}.offer@example.org", name=row["name"],
        password=_NO_PASSWORD,
    )  # fmt: skip
    Assignment.objects.create(
        authority_id=authority,
        holder=body,
        account=account,
        role=row["role"],
        from_on=date(2026, 2, 2),
        job_title=row["job"],
    )
    return DemoPerson(
        f"offer-{row['slug']}", account.pk, row["name"], _ROLE_NAMES[row["role"]],
        AUTHORITY if row["of"] == "council" else body.name, row["sentence"], row["look_at"], None,
    )  # fmt: skip


def _said(contents: Contents, row: dict[str, Any], mark: str) -> Contents:
    """The contents with what a row of the file changes: fields, a telephone number, an answer."""
    found = copy.deepcopy(contents)
    found["service"] |= row.get("fields", {})
    if "phone" in row:
        found["contacts"][0]["phone"] = row["phone"]
    if "answer" in row:
        key = str(uuid5(SPACE, f"answer {mark}"))
        found["answers"].append(
            {"id": key, "number": len(found["answers"]), "question": Question.ACCESSIBLE.value, "text": row["answer"]}
        )
    return found


def _change(row: dict[str, Any], accounts: dict[str, UUID], moderator: UUID) -> None:
    """A change to a live entry, at the state where the file says that it stands."""
    entry, on = _entry(row), STATED_DATE - timedelta(days=row["days_ago"])
    contents = _said(contents_of(entry), row, mark_of([row["of"], row["place"]]))
    by = accounts[row["by"]]
    if row["state"] == "approved":
        go_live(entry, contents, kind="edit", why=row["why"], by=by, at=_at(on))
        return
    version = record_version(entry, contents, by=by, at=_at(on), why=row["why"])
    _stand(version, row, by, moderator, on)


def _stand(version: ServiceVersion, row: dict[str, Any], by: UUID, moderator: UUID, on: date) -> None:
    """The moves that led there, and the reason of whoever looked."""
    before, reason = "draft", row.get("reason", "")
    states = {"submit": "submitted", "send_back": "changes_asked", "reject": "rejected"}
    for step, move in enumerate(_MOVES[row["state"]]):
        day = on + timedelta(days=2 * step)
        VersionEntry.objects.create(
            authority_id=version.authority_id, holder_id=version.holder_id, version=version, move=move, from_state=before,
            to_state=states[move], reason="" if move == "submit" else reason, on=day, at=_at(day),
            contents=version.contents if move == "submit" else None, by_id=by if move == "submit" else moderator,
        )  # fmt: skip
        before = states[move]
    version.state, version.decision_reason = row["state"], reason
    if row["state"] == "rejected":
        version.decided_by_id, version.decided_at = moderator, _at(on + timedelta(days=2))
    version.save()


def _new(row: dict[str, Any], accounts: dict[str, UUID], held: dict[str, UUID]) -> None:
    """A new entry that nobody has seen yet, written after the pattern of another of the same organisation."""
    like, on = contents_of(_entry(row)), STATED_DATE - timedelta(days=row["days_ago"])
    entry = new_entry(held["authority_id"], held["holder_id"], row["fields"]["name"])
    entry.organisation_id = body_key(row["of"])
    entry.save(update_fields=["organisation"])
    contents = _said(_with_new_keys(like, row["fields"]["name"]), row, row["fields"]["name"])
    version = record_version(entry, contents, by=accounts[row["by"]], at=_at(on), why=row["why"])
    _stand(version, row, accounts[row["by"]], accounts["reyes"], on)


def _with_new_keys(contents: Contents, mark: str) -> Contents:
    """The same contents as parts of another entry."""
    keys: dict[str, str] = {}
    found = copy.deepcopy(contents)
    for part, rows in found.items():
        for row in rows if part != "service" else []:
            keys[row["id"]] = str(uuid5(SPACE, f"{mark} {row['id']}"))
            row["id"] = keys[row["id"]]
    for part in ("schedules", "events"):
        for row in found[part]:
            row["place"] = keys.get(str(row["place"]))
    return found


def _checked_long_ago(row: dict[str, Any], by: UUID) -> None:
    """An entry that was last checked on a day long gone."""
    entry = _entry(row)
    contents = copy.deepcopy(contents_of(entry))
    contents["service"] |= {"assured_on": row["checked"].isoformat(), "next_review_on": None}
    go_live(entry, contents, kind="edit", why="Checked with the provider", by=by, at=_at(row["checked"]))


def _claim(number: int, row: dict[str, Any], held: dict[str, UUID], by: UUID) -> None:
    entry, on = _entry(row), STATED_DATE - timedelta(days=row["days_ago"])
    claim = Claim.objects.create(
        reference=f"CL-DEMO-{number:04d}", service=entry, service_name=entry.name, name=row["name"], job_title=row["job"],
        email=row["email"], words=row.get("words", ""), state=row["state"], asked_on=on, asked_at=_at(on), code_hash="-",
        valid_until_on=claim_link_ends(on), proved_at=None if row["state"] == "asked" else _at(on), sent_key=f"demo{number}",
        **held,
    )  # fmt: skip
    if row["state"] == "refused":
        ClaimEntry.objects.create(
            claim=claim, move="refuse", from_state="proved", to_state="refused", reason=row["reason"], on=on, at=_at(on),
            by_id=by, **held,
        )  # fmt: skip


def _report(number: int, row: dict[str, Any], held: dict[str, UUID], by: UUID) -> None:
    entry, on = _entry(row), STATED_DATE - timedelta(days=row["days_ago"])
    provider = entry.organisation.keepers_id if entry.organisation else None
    report = EntryReport.objects.create(
        reference=f"PG-DEMO-{number:04d}", service=entry, service_name=entry.name, provider_id=provider, topic=row["topic"],
        words=row["words"], email=row.get("email", ""), state=row["state"], received_on=on, received_at=_at(on),
        due_on=report_due(on), sent_key=f"demo{number}", **held,
    )  # fmt: skip
    if row["state"] != "received":
        ReportEntry.objects.create(
            report=report, move=_REPORT_MOVES[row["state"]], from_state="received",
            to_state=row["state"], reason=row.get("reason", ""), on=on, at=_at(on), by_id=by, **held,
        )  # fmt: skip
