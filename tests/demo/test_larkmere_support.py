"""SEN Support of the two detailed schools: coherent chains, honest ledgers, consistent dates."""

import re
from collections import Counter
from uuid import UUID

from goldenthread.demo.larkmere.rows import (
    ChildRow,
    ConcernDecisionRow,
    ConcernRow,
    ContributionRow,
    CycleRow,
    DeliveryRow,
    DoseCheckRow,
    DoseOutcomeRow,
    DoseRow,
    GroupMembershipRow,
    MeasureRow,
    MeasureValueRow,
    ObservationRow,
    ProfileRow,
    ReviewRow,
    SessionRow,
    TargetOutcomeRow,
    TargetRow,
    TimetableSlotRow,
)
from goldenthread.demo.larkmere.school_calendar import TODAY, school_week
from goldenthread.demo.larkmere.schools import DETAILED
from tests.demo.larkmere_area import (
    by_key,
    current_enrolments,
    grouped,
    is_open,
    organisation,
    status_on,
    table,
)


def _on_sen_support(name: str) -> list[UUID]:
    school = organisation(name).key
    return [
        child
        for child, e in current_enrolments().items()
        if e.organisation == school and status_on(child, TODAY) == "K"
    ]


def test_the_detailed_schools_have_the_numbers_their_sencos_say() -> None:
    found = {name: len(_on_sen_support(name)) for name in DETAILED}

    assert found == {"Hollow Oak Primary": 62, "Fairmead Academy": 130}


def test_every_child_on_sen_support_has_a_chain_from_concern_to_cycle() -> None:
    decisions = {d.concern: d for d in table(ConcernDecisionRow)}
    concerns = grouped(table(ConcernRow), "child")
    cycles = grouped(table(CycleRow), "child")

    broken = []
    for name in DETAILED:
        school = organisation(name).key
        for child in _on_sen_support(name):
            decided = [
                decisions[c.key] for c in concerns[child]
                if c.organisation == school and c.key in decisions and decisions[c.key].outcome == "SEN Support"
            ]  # fmt: skip
            own = [c for c in cycles[child] if c.organisation == school]
            if not decided or not own or own[0].concern != decided[0].concern:
                broken.append(child)

    assert broken == []


def test_a_decision_comes_after_its_concern_and_has_a_reason() -> None:
    concerns = by_key(ConcernRow)

    wrong = [
        d for d in table(ConcernDecisionRow)
        if not (concerns[d.concern].raised_on <= d.decided_on <= d.family_told_on <= TODAY and d.reason)
    ]  # fmt: skip

    assert wrong == []


def test_cycles_of_a_child_are_chained_numbered_and_in_order() -> None:
    wrong = []
    for (_child, _school), chain in _chains().items():
        for n, cycle in enumerate(chain, 1):
            previous = chain[n - 2].key if n > 1 else None
            if (cycle.number, cycle.previous) != (n, previous):
                wrong.append(cycle)
            if n > 1 and not chain[n - 2].assessed_on < cycle.assessed_on:
                wrong.append(cycle)

    assert wrong == []


def _chains() -> dict[tuple[UUID, UUID], list[CycleRow]]:
    found: dict[tuple[UUID, UUID], list[CycleRow]] = {}
    for cycle in table(CycleRow):
        found.setdefault((cycle.child, cycle.organisation), []).append(cycle)
    return found


def test_dates_of_a_cycle_are_in_order() -> None:
    wrong = [
        c for c in table(CycleRow)
        if c.planned_on and not (c.assessed_on <= c.planned_on <= c.starts_on <= c.review_due_on)
    ]  # fmt: skip

    assert wrong == []


def test_the_weeks_of_a_cycle_are_its_school_weeks() -> None:
    planned = [c for c in table(CycleRow) if c.planned_on]

    wrong = [c for c in planned if c.weeks != school_week(c.starts_on, c.ends_on)]

    assert wrong == []


def test_only_the_last_cycle_of_a_chain_is_open() -> None:
    wrong = [c for chain in _chains().values() for c in chain[:-1] if c.step != "closed"]

    assert wrong == []


def test_every_planned_cycle_has_targets_doses_voices_and_a_review() -> None:
    planned = [c for c in table(CycleRow) if c.planned_on]

    lacking = {
        kind.__name__: len({c.key for c in planned} - {row.cycle for row in table(kind)})
        for kind in (TargetRow, DoseRow, ContributionRow, ReviewRow)
    }

    assert lacking == {"TargetRow": 0, "DoseRow": 0, "ContributionRow": 0, "ReviewRow": 0}


def test_a_closed_cycle_judges_every_target_and_every_dose() -> None:
    closed = {c.key for c in table(CycleRow) if c.step == "closed"}

    targets = {t.key for t in table(TargetRow) if t.cycle in closed}
    doses = {d.key for d in table(DoseRow) if d.cycle in closed}

    assert targets == {o.target for o in table(TargetOutcomeRow)}
    assert doses == {o.dose for o in table(DoseOutcomeRow)}


def test_reviews_are_held_on_school_days_before_today_exactly_in_closed_cycles() -> None:
    cycles = by_key(CycleRow)

    wrong = [r for r in table(ReviewRow) if (r.held_on is not None) != (cycles[r.cycle].step == "closed")]
    wrong += [
        r for r in table(ReviewRow) if r.held_on and not (r.held_on < TODAY and is_open(r.organisation, r.held_on))
    ]
    wrong += [r for r in table(ReviewRow) if not is_open(r.organisation, r.due_on)]

    assert wrong == []


def test_a_target_outcome_agrees_with_its_value() -> None:
    targets, measures = by_key(TargetRow), by_key(MeasureRow)

    wrong = []
    for outcome in table(TargetOutcomeRow):
        target = targets[outcome.target]
        up = measures[target.measure].direction == "up"
        reached = outcome.value >= target.aim if up else outcome.value <= target.aim
        if reached != (outcome.outcome == "met"):
            wrong.append((target.words, outcome))

    assert wrong == []


def test_readings_stay_within_their_measure_and_are_not_from_the_future() -> None:
    measures = by_key(MeasureRow)

    wrong = [
        v for v in table(MeasureValueRow)
        if v.measured_on >= TODAY or not measures[v.measure].lowest <= v.value <= measures[v.measure].highest
    ]  # fmt: skip

    assert wrong == []


def test_nothing_is_delivered_or_planned_on_a_day_the_school_is_closed() -> None:
    wrong = [s for s in table(SessionRow) if not is_open(s.organisation, s.on)]
    wrong += [d for d in table(DeliveryRow) if not is_open(d.organisation, d.on)]

    assert wrong == []


def test_deliveries_are_of_past_days_and_of_their_session() -> None:
    sessions = by_key(SessionRow)

    wrong = [d for d in table(DeliveryRow) if d.on >= TODAY or sessions[d.session].on != d.on]

    assert wrong == []


def test_minutes_and_reason_fit_the_state_of_a_delivery() -> None:
    wrong = []
    for d in table(DeliveryRow):
        expected = "delivered" if d.minutes == d.minutes_planned else "part" if d.minutes else "missed"
        if d.state != expected or bool(d.reason) != (d.state != "delivered"):
            wrong.append(d)

    assert wrong == []


def test_a_child_gets_a_session_once_and_within_the_dates_of_the_dose() -> None:
    doses, sessions = by_key(DoseRow), by_key(SessionRow)

    twice = [k for k, n in Counter((d.session, d.child) for d in table(DeliveryRow)).items() if n > 1]
    outside = [
        d for d in table(DeliveryRow)
        if not doses[d.dose].from_on <= d.on <= doses[d.dose].until_on or doses[d.dose].child != d.child
        or sessions[d.session].minutes != d.minutes_planned
    ]  # fmt: skip

    assert (twice, outside) == ([], [])


def test_every_planned_session_before_today_is_recorded_for_every_child_in_it() -> None:
    members = grouped(table(GroupMembershipRow), "group")
    slots = by_key(TimetableSlotRow)
    recorded = {(d.session, d.child) for d in table(DeliveryRow)}

    missing = []
    for session in table(SessionRow):
        slot = slots[session.slot]
        if session.on >= TODAY or session.makes_up:
            continue
        children = [slot.child] if slot.child else [
            m.child for m in members[slot.group] if m.from_on <= session.on <= m.until_on
        ]  # fmt: skip
        missing += [(session.key, child) for child in children if (session.key, child) not in recorded]

    assert missing == []


def test_no_adult_and_no_child_is_in_two_places_at_once() -> None:
    adults = Counter((s.led_by, s.on, s.starts_at) for s in table(SessionRow))
    sessions = by_key(SessionRow)
    children = Counter((d.child, d.on, sessions[d.session].starts_at) for d in table(DeliveryRow))

    assert [k for k, n in adults.items() if n > 1] == []
    assert [k for k, n in children.items() if n > 1] == []


def test_most_children_get_nine_sessions_in_ten_and_a_few_far_fewer() -> None:
    shares = []
    for deliveries in grouped(table(DeliveryRow), "child").values():
        shares.append(sum(d.minutes for d in deliveries) / sum(d.minutes_planned for d in deliveries))

    below = sum(share < 0.75 for share in shares)

    assert 0.85 < sum(shares) / len(shares) < 0.97
    assert 3 <= below <= 30


def test_groups_are_no_larger_than_their_dose_promises() -> None:
    doses = by_key(DoseRow)

    wrong = [
        members for members in grouped(table(GroupMembershipRow), "group").values()
        if len({m.child for m in members}) > doses[members[0].dose].group_size
    ]  # fmt: skip

    assert wrong == []


def test_timed_support_says_how_long_how_often_and_who() -> None:
    timed = [d for d in table(DoseRow) if d.kind == "timed support"]

    wrong = [d for d in timed if not (d.minutes and d.times and d.group_size and d.by and d.expertise and d.place)]

    assert wrong == []


def test_no_target_speaks_of_a_girl_as_he_or_of_a_boy_as_she() -> None:
    children = by_key(ChildRow)
    other = {"M": re.compile(r"\b(she|her|hers)\b", re.I), "F": re.compile(r"\b(he|him|his)\b", re.I)}

    wrong = [t.words for t in table(TargetRow) if other[children[t.child].sex].search(t.words)]

    assert wrong == []


def test_no_sentence_is_left_unfilled() -> None:
    texts = [v for kind in (TargetRow, ContributionRow, ReviewRow, DoseRow, ProfileRow, ConcernRow, ObservationRow)
             for row in table(kind) for v in row if isinstance(v, str)]  # fmt: skip

    assert [text for text in texts if "{" in text or "}" in text] == []


def test_checks_are_made_on_school_days() -> None:
    doses = by_key(DoseRow)

    wrong = [c for c in table(DoseCheckRow) if not is_open(doses[c.dose].organisation, c.checked_on)]

    assert wrong == []
