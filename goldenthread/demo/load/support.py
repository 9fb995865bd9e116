"""Worries, cycles, what everybody said, measures, targets, reviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID, uuid5

from ...provision.models import Dose
from ...sen_support.models import (
    Agreement,
    AnnualReport,
    Attendance,
    Concern,
    Contribution,
    Cycle,
    DoseEffect,
    Measure,
    ParentMeeting,
    ParentsTold,
    Reading,
    Review,
    StrategyTried,
    Target,
    TargetDose,
    TargetOutcome,
)
from ...sen_support.queries.plans import TargetView, plan_version
from ..larkmere import rows
from .copying import Values, copy
from .known import Known, Part
from .provision import AREAS, at_noon

_DECISIONS = {
    "SEN Support": "sen_support", "monitor": "watch", "class strategies": "ordinary_teaching",
    "no further action": "other",
}  # fmt: skip
_HOW = {
    "spoken": "said", "written": "typed", "drawing": "drawn", "observed": "observed", "symbols": "symbols",
    "form": "typed", "report": "report", "recorded": "said",
}  # fmt: skip
_OUTCOMES = {
    "continue": "continue", "change": "change", "step up to specialists": "specialists",
    "request EHC needs assessment": "ehc_request", "end SEN Support": "end",
}  # fmt: skip
_RESULTS = {"met": "met", "partly": "partly", "not yet": "not_yet"}
_LOOK_AGAIN = timedelta(weeks=6)
LAST_SUMMER_REPORTS = date(2026, 7, 10)


def load_concerns(part: Part, known: Known) -> None:
    decisions = {row.concern: row for row in part.rows.get(rows.ConcernDecisionRow, [])}
    concerns: list[rows.ConcernRow] = part.rows.get(rows.ConcernRow, [])
    known.decisions.update(decisions)
    copy(
        Concern,
        "id authority holder child state voice words hoped_for audience raised_on raised_by raised_by_name recorded_by"
        " owner acknowledged_on decision reason decided_by decided_on look_again_on",
        (_concern(row, decisions.get(row.key), known) for row in concerns),
    )
    copy(
        StrategyTried,
        "id authority holder child concern what result",
        (
            (uuid5(row.key, "tried"), known.authority, row.organisation, row.child, row.key,
             row.strategies_tried[:300], "")
            for row in concerns
            if row.strategies_tried
        ),
    )  # fmt: skip


def _concern(row: rows.ConcernRow, decided: rows.ConcernDecisionRow | None, known: Known) -> Values:
    senco = known.senco[row.organisation]
    taken = row.replied_on or (decided.decided_on if decided else None)
    state = "decided" if decided else "looking" if taken else "raised"
    voice = "young_person" if row.raised_as == "child" else row.raised_as
    decision = _DECISIONS[decided.outcome] if decided else ""
    again = decided.decided_on + _LOOK_AGAIN if decided and decision != "sen_support" else None
    return (
        row.key, known.authority, row.organisation, row.child, state, voice, row.words, "",
        "author" if voice == "parent" else "everyone", row.raised_on, known.account(row.raised_by),
        row.raised_by_name, known.account(row.raised_by) or senco, senco if taken else None, taken, decision,
        decided.reason if decided else "", decided.decided_by if decided else None,
        decided.decided_on if decided else None, again,
    )  # fmt: skip


def load_cycles(part: Part, known: Known) -> None:
    cycles: list[rows.CycleRow] = part.rows.get(rows.CycleRow, [])
    reviews = {row.cycle: row for row in part.rows.get(rows.ReviewRow, [])}
    for row in cycles:
        known.holder_of[row.key], known.child_of[row.key] = row.organisation, row.child
    copy(
        Cycle,
        "id authority holder child state number previous concern began_on provision_decided_on starts_on weeks review_on"
        " owner analysis parents_part entered_running closed_on outcome reason",
        (_cycle(row, reviews.get(row.key), known) for row in cycles),
    )


def _cycle(row: rows.CycleRow, review: rows.ReviewRow | None, known: Known) -> Values:
    closed = review.held_on if review and row.step == "closed" else None
    decided = known.decisions.get(row.concern) if row.concern and row.number == 1 else None
    return (
        row.key, known.authority, row.organisation, row.child, row.step, row.number, row.previous, row.concern,
        row.assessed_on, decided.decided_on if decided else row.planned_on, row.starts_on, row.weeks or None,
        row.review_due_on, known.account(row.owner), "", "", False, closed,
        _OUTCOMES[review.outcome] if review and closed else "", review.reason if review and closed else "",
    )  # fmt: skip


def load_words(part: Part, known: Known) -> None:
    """Everything anybody said, word for word: in assessments, at reviews, and short notes in between."""
    copy(
        Contribution,
        "id authority holder child voice question words how said_by helped_by account recorded_by on at audience cycle"
        " review",
        (*_assessment_words(part, known), *_review_words(part, known), *_notes(part, known)),
    )


def _audience(voice: str, child: UUID, known: Known) -> str:
    """A parent's words are not shown to the other parent, nor a young person's to their parents, unless they say."""
    if voice == "child" and child in known.young:
        return "not_parents"
    return "author" if voice == "parent" else "everyone"


def _assessment_words(part: Part, known: Known) -> Iterator[Values]:
    for row in part.rows.get(rows.ContributionRow, []):
        account = known.account(row.person)
        yield (
            row.key, known.authority, row.organisation, row.child, row.voice, "other", row.words, _how(row),
            row.author[:200], _helper(row.with_whom), account, account or known.senco[row.organisation], row.gathered_on,
            at_noon(row.gathered_on), _audience(row.voice, row.child, known), row.cycle, None,
        )  # fmt: skip


def _helper(with_whom: str) -> str:
    """Who helped, by name; how the words reached the school is not a helper."""
    return with_whom.removeprefix("with ")[:200] if with_whom.startswith("with ") else ""


def _how(row: rows.ContributionRow) -> str:
    """A child can be observed; what a grown-up observed is what they wrote."""
    return "typed" if row.way == "observed" and row.voice != "child" else _HOW[row.way]


def _review_words(part: Part, known: Known) -> Iterator[Values]:
    names = {
        row.review: row.name for row in part.rows.get(rows.ReviewAttendanceRow, []) if "parent" in row.role.lower()
    }
    for row in part.rows.get(rows.ReviewRow, []):
        if row.held_on is None:
            continue
        senco = known.senco[row.organisation]
        said = (
            ("child", row.child_said, known.child_names.get(row.child, "")),
            ("parent", row.parent_said, names.get(row.key, "Parent")),
            ("teacher", row.teacher_said, known.name_of(known.owners[row.cycle])),
        )
        for voice, words, who in said:
            if words:
                yield (
                    uuid5(row.key, voice), known.authority, row.organisation, row.child, voice, "other", words, "said",
                    who[:200], known.name_of(senco) if voice == "child" else "", None, senco, row.held_on,
                    at_noon(row.held_on), _audience(voice, row.child, known), row.cycle, row.key,
                )  # fmt: skip


def _notes(part: Part, known: Known) -> Iterator[Values]:
    for row in part.rows.get(rows.ObservationRow, []):
        by = known.account(row.by) or known.senco[row.organisation]
        yield (
            row.key, known.authority, row.organisation, row.child, "teacher", "other", row.words, "typed",
            known.name_of(row.by), "", by, by, row.on, at_noon(row.on), "everyone" if row.family_may_see else "school",
            None, None,
        )  # fmt: skip


def load_measures(part: Part, known: Known) -> None:
    measures: list[rows.MeasureRow] = part.rows.get(rows.MeasureRow, [])
    for row in measures:
        known.holder_of[row.key] = row.organisation
    copy(
        Measure,
        "id authority holder child name unit lowest highest higher_is_better",
        (
            (row.key, known.authority, row.organisation, row.child, row.name, row.unit, row.lowest, row.highest,
             row.direction == "up")
            for row in measures
        ),
    )  # fmt: skip
    copy(
        Reading,
        "id authority holder child measure value on number note by at",
        (
            (row.key, known.authority, known.holder_of[row.measure], row.child, row.measure, row.value, row.measured_on,
             1, row.note, known.account(row.by) or known.senco[known.holder_of[row.measure]], at_noon(row.measured_on))
            for row in part.rows.get(rows.MeasureValueRow, [])
        ),
    )  # fmt: skip


def load_targets(part: Part, known: Known) -> None:
    copy(
        Target,
        "id authority holder child cycle number words area measure baseline baseline_on target_value by_on owner"
        " carried_from dropped_because",
        (
            (row.key, known.authority, row.organisation, row.child, row.cycle, row.number, row.words,
             AREAS.get(row.broad_area, ""), row.measure, row.baseline, row.baseline_on, row.aim, row.due_on,
             known.account(row.owner), row.carried_from, "")
            for row in part.rows.get(rows.TargetRow, [])
        ),
    )  # fmt: skip
    copy(
        TargetDose,
        "id authority holder child target dose",
        (
            (uuid5(row.key, "toward"), known.authority, row.organisation, row.child, row.target, row.key)
            for row in part.rows.get(rows.DoseRow, [])
        ),
    )


def load_agreements(part: Part, known: Known) -> None:
    """Parents told (the law) at each plan, and what they answered to the plan as it stands: no plan changed since."""
    cycles: list[rows.CycleRow] = [row for row in part.rows.get(rows.CycleRow, []) if row.planned_on]
    agreed = [row for row in cycles if row.agreed_on and row.agreed_by]
    versions = _plan_versions([row.key for row in agreed])
    copy(
        ParentsTold,
        "id authority holder child cycle told_on who how why by at",
        (
            (uuid5(row.key, "told"), known.authority, row.organisation, row.child, row.key, row.planned_on,
             known.name_of(row.agreed_by) if row.agreed_by else "Parent or carer", "meeting", _why(row, known), row.senco,
             at_noon(row.planned_on or row.assessed_on))
            for row in cycles
        ),
    )  # fmt: skip
    copy(
        Agreement,
        "id authority holder child cycle purpose answer covers party party_name party_role how words version on at"
        " recorded_by",
        (
            (uuid5(row.key, "agreed"), known.authority, row.organisation, row.child, row.key, "plan", "agreed", "",
             known.account(row.agreed_by), known.name_of(row.agreed_by), _party(row, known), row.agreed_how[:20], "",
             versions[row.key], row.agreed_on, at_noon(row.agreed_on or row.assessed_on),
             known.account(row.agreed_by) or row.senco)
            for row in agreed
        ),
    )  # fmt: skip


def _plan_versions(cycles: list[UUID]) -> dict[UUID, str]:
    """Of each cycle the mark of its plan, made as the answers of families make it: from the rows as they were loaded."""
    links = TargetDose.objects.filter(target__cycle_id__in=cycles).values_list("target_id", "dose_id")
    given = Dose.objects.in_bulk([dose for _target, dose in links])
    doses: dict[UUID, list[Dose]] = defaultdict(list)
    for target, dose in links:
        doses[target].append(given[dose])
    targets: dict[UUID, list[TargetView]] = defaultdict(list)
    for one in Target.objects.filter(cycle_id__in=cycles, dropped_on__isnull=True):
        targets[one.cycle_id].append(TargetView(one, tuple(doses[one.pk]), None, None))
    return {cycle: plan_version(tuple(targets[cycle])) for cycle in cycles}


def _party(row: rows.CycleRow, known: Known) -> str:
    return "young_person" if row.agreed_by and known.people[row.agreed_by].child == row.child else "parent"


def _why(row: rows.CycleRow, known: Known) -> str:
    decided = known.decisions.get(row.concern) if row.concern else None
    if row.number == 1 and decided is not None:
        return str(decided.reason)
    return "The help goes on, with the changes that the last review decided."


def load_reviews(part: Part, known: Known) -> None:
    reviews: list[rows.ReviewRow] = part.rows.get(rows.ReviewRow, [])
    held = {row.key: row for row in reviews}
    copy(
        Review,
        "id authority holder child state cycle agreed_on meets_on at place held_on held_by summary",
        (
            (row.key, known.authority, row.organisation, row.child, "held" if row.held_on else "arranged", row.cycle,
             row.due_on, row.held_on or row.due_on, row.at, row.place, row.held_on,
             known.senco[row.organisation] if row.held_on else None, row.reason)
            for row in reviews
        ),
    )  # fmt: skip
    present: list[rows.ReviewAttendanceRow] = part.rows.get(rows.ReviewAttendanceRow, [])
    copy(
        Attendance,
        "id authority holder child review name role parent account came",
        (
            (row.key, known.authority, held[row.review].organisation, held[row.review].child, row.review, row.name,
             row.role, _is_parent(row), known.account(row.person), row.came)
            for row in present
        ),
    )  # fmt: skip
    met = {row.review for row in present if row.came and _is_parent(row)}
    copy(
        ParentMeeting,
        "id authority holder child on about review earlier by at",
        (
            (uuid5(row.key, "met"), known.authority, row.organisation, row.child, row.held_on, "Review of the plan", row.key,
             False, known.senco[row.organisation], at_noon(row.held_on))
            for row in reviews
            if row.held_on and row.key in met
        ),
    )  # fmt: skip


def load_annual_reports(part: Part, known: Known) -> None:
    """Last summer's written report, for every child who had a cycle behind them by then."""
    owed = {
        row.child: row for row in part.rows.get(rows.ReviewRow, []) if row.held_on and row.held_on < LAST_SUMMER_REPORTS
    }
    copy(
        AnnualReport,
        "id authority holder child sent_on how by at",
        (
            (uuid5(row.key, "report"), known.authority, row.organisation, row.child, LAST_SUMMER_REPORTS, "letter",
             known.senco[row.organisation], at_noon(LAST_SUMMER_REPORTS))
            for row in owed.values()
        ),
    )  # fmt: skip


def _is_parent(row: rows.ReviewAttendanceRow) -> bool:
    return any(word in row.role.lower() for word in ("mother", "father", "parent", "carer", "grand", "guardian"))


def load_review_results(part: Part, known: Known) -> None:
    held = {row.key: row for row in part.rows.get(rows.ReviewRow, [])}
    copy(
        TargetOutcome,
        "id authority holder child review target result value shown_by",
        (
            (row.key, known.authority, held[row.review].organisation, row.child, row.review, row.target,
             _RESULTS[row.outcome], row.value, row.shown_by)
            for row in part.rows.get(rows.TargetOutcomeRow, [])
        ),
    )  # fmt: skip
    copy(
        DoseEffect,
        "id authority holder child review dose choice effect",
        (
            (row.key, known.authority, held[row.review].organisation, row.child, row.review, row.dose, row.decision,
             row.effect)
            for row in part.rows.get(rows.DoseOutcomeRow, [])
        ),
    )  # fmt: skip
