"""The demo area as a whole: its totals, its people, its numbers, and that it is always the same."""

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from goldenthread.demo.larkmere import rows
from goldenthread.demo.larkmere.rows import (
    AddressRow,
    AssignmentRow,
    ChildRow,
    EnrolmentRow,
    NeedRow,
    OrganisationRow,
    PersonRow,
    RegistrationGroupRow,
    RelationshipRow,
    SenStatusRow,
)
from goldenthread.demo.larkmere.school_calendar import TODAY, school_week
from tests.demo.larkmere_area import (
    all_parts,
    by_key,
    current_enrolments,
    grouped,
    organisation,
    status_on,
    status_rows,
    table,
)

_ROOT = Path(__file__).resolve().parents[2]
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def _counted() -> list[UUID]:
    return [child for child, e in current_enrolments().items() if e.year_group != "N2"]


def test_pupils_and_sen_provision_are_exactly_the_strategy_figures() -> None:
    children = _counted()

    found = Counter(status_on(child, TODAY) for child in children)

    assert (len(children), found["K"], found["E"], found[None]) == (42_618, 4_670, 1_333, 0)


def test_nursery_children_are_on_top_and_have_no_sen_provision() -> None:
    nursery = [child for child, e in current_enrolments().items() if e.year_group == "N2"]

    found = Counter(status_on(child, TODAY) for child in nursery)

    assert dict(found) == {"N": 159}


def test_special_and_resourced_places_are_the_strategy_figures() -> None:
    schools = [o for o in table(OrganisationRow) if o.kind == "school"]
    special = [o for o in schools if o.phase == "special"]
    resourced = [o for o in schools if o.resourced_places]

    found = (
        len(special),
        sum(o.commissioned_places for o in special),
        len(resourced),
        sum(o.resourced_places for o in resourced),
    )

    assert found == (6, 647, 20, 267)


def test_children_in_resourced_provision_have_a_plan_and_fit_the_places() -> None:
    resourced = [e for e in current_enrolments().values() if e.in_resourced_provision]
    per_school = Counter(e.organisation for e in resourced)

    over = [o.name for o in table(OrganisationRow) if per_school[o.key] > o.resourced_places]

    assert ({status_on(e.child, TODAY) for e in resourced}, over) == ({"E"}, [])


def test_each_school_says_the_roll_it_has() -> None:
    counted = Counter(e.organisation for e in current_enrolments().values())

    wrong = [o.name for o in table(OrganisationRow) if o.roll != counted[o.key]]

    assert wrong == []


def test_the_same_seed_gives_the_same_rows_whatever_the_hash_seed() -> None:
    command = [sys.executable, "-c", "from goldenthread.demo.larkmere.borough import digest; print(digest())"]
    runs = [
        subprocess.Popen(command, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=_ROOT, stdout=subprocess.PIPE)
        for seed in ("1", "4242")
    ]

    found = [run.communicate()[0].decode().strip() for run in runs]

    assert (len(found[0]), found[0]) == (64, found[1])


def test_keys_are_version_seven_unique_and_growing_in_each_table_of_a_part() -> None:
    seen: set[UUID] = set()
    for part in all_parts():
        for kind, found in part.rows.items():
            keys = [row.key for row in found if hasattr(row, "key")]
            assert keys == sorted(keys), (part.name, kind)
            assert all(key.version == 7 for key in keys)
            assert seen.isdisjoint(keys)
            seen.update(keys)


def test_every_row_refers_only_to_rows_loaded_before_it() -> None:
    seen: set[UUID] = set()
    dangling = []
    for part in all_parts():
        for row in part.all_rows():
            values = [v for v in row if isinstance(v, UUID)] + [k for v in row if type(v) is tuple for k in v]
            own = getattr(row, "key", None)
            dangling += [(part.name, type(row).__name__, v) for v in values if v != own and v not in seen]
            if own:
                seen.add(own)

    assert dangling == []


def _check_letter(upn: str) -> str:
    """The letter that should stand first, by adding up as the domain note words it."""
    total = 0
    for place, sign in enumerate(upn, 1):
        if place > 1:
            total += place * (_UPN_LETTERS.find(sign) if sign.isalpha() else ord(sign) - ord("0"))
    return _UPN_LETTERS[total % 23]


def _upn_is_valid(upn: str) -> bool:
    shape = re.fullmatch(r"[A-HJ-NP-RT-Z]399\d{8}[0-9A-HJ-NP-RT-Z]", upn)
    return bool(shape) and upn[0] == _check_letter(upn)


def test_the_check_letter_of_this_test_agrees_with_the_published_examples() -> None:
    examples = ("M303999925001", "B303999925002", "L886999924117", "M202999926500", "L30399992512A", "B20299992601Z")

    letters = [_check_letter(upn) for upn in examples]

    assert letters == [upn[0] for upn in examples]


def test_upns_are_valid_unique_and_given_by_schools_of_the_area() -> None:
    numbers = [c.upn for c in table(ChildRow) if c.upn] + [c.former_upn for c in table(ChildRow) if c.former_upn]
    given_by = {o.establishment_number for o in table(OrganisationRow)}

    wrong = [upn for upn in numbers if not _upn_is_valid(upn) or upn[4:8] not in given_by]

    assert (wrong, len(numbers) - len(set(numbers))) == ([], 0)


def test_temporary_upns_end_in_a_letter_and_others_in_a_digit() -> None:
    children = [c for c in table(ChildRow) if c.upn]

    wrong = [c.upn for c in children if c.upn[-1].isalpha() != c.upn_is_temporary]

    assert (wrong, sum(c.upn_is_temporary for c in children) > 20) == ([], True)


def test_learner_numbers_start_999_and_leave_ten_when_divided_by_eleven() -> None:
    numbers = [c.uln for c in table(ChildRow) if c.uln]

    wrong = [n for n in numbers if n[:3] != "999" or sum(int(d) * (10 - i) for i, d in enumerate(n)) % 11 != 10]

    assert (wrong, 0 < len(numbers) == len(set(numbers))) == ([], True)


def test_nhs_numbers_start_999_and_weigh_a_multiple_of_eleven() -> None:
    numbers = [c.nhs_number for c in table(ChildRow) if c.nhs_number]

    wrong = [n for n in numbers if n[:3] != "999" or sum(int(d) * (10 - i) for i, d in enumerate(n)) % 11]

    assert (wrong, 0 < len(numbers) == len(set(numbers))) == ([], True)


def test_schools_have_numbers_in_free_ranges() -> None:
    schools = [o for o in table(OrganisationRow) if o.kind in ("school", "college")]

    urns, ukprns = sorted(o.urn for o in schools), sorted(o.ukprn for o in schools)

    assert urns == [str(999901 + n) for n in range(len(schools))]
    assert ukprns == [str(10099999 - len(schools) + 1 + n) for n in range(len(schools))]
    assert len({o.establishment_number for o in schools}) == len(schools)


def test_ages_match_year_groups() -> None:
    born = {c.key: c.born_on for c in table(ChildRow)}

    wrong = []
    for child, enrolment in current_enrolments().items():
        day = born[child]
        age_on_31_august = 2026 - day.year - ((day.month, day.day) > (8, 31))
        expected = {"N2": 3, "R": 4}.get(enrolment.year_group) or int(enrolment.year_group) + 4
        if age_on_31_august != expected:
            wrong.append(enrolment)

    assert wrong == []


def test_every_child_on_roll_is_in_a_class_of_their_own_school_and_year() -> None:
    groups = by_key(RegistrationGroupRow)

    wrong = [
        e for e in current_enrolments().values()
        if groups[e.registration_group].organisation != e.organisation
        or groups[e.registration_group].year_group != e.year_group
    ]  # fmt: skip

    assert wrong == []


def test_dual_enrolments_come_in_pairs() -> None:
    main = {e.child for e in table(EnrolmentRow) if e.status == "M" and e.until_on is None}
    subsidiary = {e.child for e in table(EnrolmentRow) if e.status == "S"}

    assert main == subsidiary
    assert len(main) > 10


def test_schools_of_one_child_follow_one_another() -> None:
    wrong = []
    for enrolments in grouped((e for e in table(EnrolmentRow) if e.status != "S"), "child").values():
        for before, after in zip(enrolments, enrolments[1:], strict=False):
            if not before.from_on < before.until_on < after.from_on:
                wrong.append((before, after))

    assert wrong == []


def test_status_histories_run_forward_and_are_recorded_on_or_after_the_day_they_hold_from() -> None:
    wrong = []
    for history in status_rows().values():
        days = [row.from_on for row in history]
        if days != sorted(set(days)) or history[0].status not in "NE":
            wrong.append(history)
        wrong += [row for row in history if not row.from_on <= row.recorded_on <= TODAY]

    assert wrong == []


def test_children_on_the_register_have_a_primary_need_and_others_none() -> None:
    primary = {n.child for n in table(NeedRow) if n.rank == 1 and n.until_on is None}

    on_register = {child for child in _counted() if status_on(child, TODAY) in ("K", "E")}

    assert primary & set(_counted()) == on_register


def test_a_past_day_has_its_own_register() -> None:
    day = date(2026, 1, 15)
    hollow_oak = organisation("Hollow Oak Primary").key
    there = [
        e.child for e in table(EnrolmentRow)
        if e.organisation == hollow_oak and e.from_on <= day and (e.until_on is None or e.until_on >= day)
    ]  # fmt: skip

    found = Counter(status_on(child, day) for child in there)

    assert 30 < found["K"] < 62
    assert found[None] == 0


def test_contact_details_can_belong_to_nobody() -> None:
    people = table(PersonRow)
    emails = [p.email for p in people if p.email]

    wrong = [p for p in people if p.mobile and not re.fullmatch(r"07700 900\d{3}", p.mobile)]
    wrong += [p for p in people if p.telephone and not re.fullmatch(r"020 7946 0\d{3}", p.telephone)]
    wrong += [e for e in emails if not re.fullmatch(r"[a-z0-9.]+@example\.(org|com)", e)]
    wrong += [a for a in table(AddressRow) if not re.fullmatch(r"QX[1-9] \d[ABD-HJLNP-UW-Z]{2}", a.postcode)]

    assert (wrong, len(emails) - len(set(emails))) == ([], 0)


def test_every_child_has_an_adult_and_every_class_a_teacher() -> None:
    with_adult = {r.child for r in table(RelationshipRow)}
    taught = {a.registration_group for a in table(AssignmentRow) if a.role == "class teacher"}

    assert with_adult == {c.key for c in table(ChildRow)}
    assert taught == {g.key for g in table(RegistrationGroupRow)}


def test_every_school_has_a_head_a_senco_and_a_data_manager() -> None:
    held = {(a.organisation, a.role) for a in table(AssignmentRow)}
    schools = [o.key for o in table(OrganisationRow) if o.kind == "school"]

    missing = [(s, r) for s in schools for r in ("head teacher", "senco", "data manager") if (s, r) not in held]

    assert missing == []


@pytest.mark.parametrize(
    ("kind", "field", "allowed"),
    [
        (OrganisationRow, "kind", rows.area.ORGANISATION_KINDS),
        (OrganisationRow, "phase", rows.area.PHASES),
        (rows.ClosureRow, "kind", rows.area.CLOSURE_KINDS),
        (PersonRow, "format", rows.people.FORMATS),
        (PersonRow, "channel", rows.people.CHANNELS),
        (AssignmentRow, "role", rows.people.ROLES),
        (RelationshipRow, "relationship", rows.children.RELATIONSHIPS),
        (EnrolmentRow, "status", rows.children.ENROLMENT_STATUSES),
        (SenStatusRow, "status", ("N", "K", "E")),
        (rows.ConcernRow, "raised_as", rows.support.VOICES),
        (rows.ConcernDecisionRow, "outcome", rows.support.CONCERN_OUTCOMES),
        (rows.CycleRow, "step", rows.support.CYCLE_STEPS),
        (rows.ContributionRow, "voice", rows.support.VOICES),
        (rows.ContributionRow, "way", rows.support.WAYS),
        (rows.ReviewRow, "outcome", ("", *rows.support.REVIEW_OUTCOMES)),
        (rows.TargetOutcomeRow, "outcome", rows.support.TARGET_OUTCOMES),
        (rows.DoseOutcomeRow, "decision", rows.support.DOSE_DECISIONS),
        (rows.CommunicationRow, "channel", rows.support.COMMUNICATION_CHANNELS),
        (rows.DoseRow, "kind", rows.ledger.DOSE_KINDS),
        (rows.DoseRow, "per", rows.ledger.PERIODS),
        (rows.DeliveryRow, "state", rows.ledger.DELIVERY_STATES),
        (rows.DeliveryRow, "reason", ("", *rows.ledger.MISSED_REASONS)),
    ],
)
def test_coded_fields_hold_only_the_codes_written_beside_them(kind: type, field: str, allowed: tuple[str, ...]) -> None:
    found = {getattr(row, field) for row in table(kind)}

    assert found - set(allowed) == set()


def test_weeks_of_a_plan_are_school_weeks() -> None:
    start = date(2026, 9, 28)

    weeks = [school_week(start, day) for day in (start, date(2026, 10, 23), date(2026, 10, 30), date(2026, 11, 20))]

    assert weeks == [1, 4, 4, 7]
