"""The strategy document's figures, shared out exactly over the schools.

Source: domain note on published figures, "the seed strategy 2020 to 2023".
"""

from random import Random

from goldenthread.demo.larkmere.schools import FAIRMEAD, HOLLOW_OAK, School, SchoolPlan

PUPILS = 42_618
ON_SEN_SUPPORT = 4_670
WITH_PLAN = 1_333
SPECIAL_PLACES = 647
RESOURCED_PLACES = 267
RESOURCED_FILLED = 0.955
NAMED_ROLLS = {HOLLOW_OAK: 418, FAIRMEAD: 1104}
NAMED_SUPPORT = {HOLLOW_OAK: 62, FAIRMEAD: 130}
NAMED_PLANS = {HOLLOW_OAK: 11, FAIRMEAD: 29}


def shares(total: int, weights: list[float]) -> list[int]:
    """Whole numbers in proportion to the weights that add up to the total exactly (largest remainders)."""
    scale = total / sum(weights)
    exact = [weight * scale for weight in weights]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda n: (whole[n] - exact[n], n))
    for n in by_remainder[: total - sum(whole)]:
        whole[n] += 1
    return whole


def year_groups(plan: SchoolPlan) -> list[int]:
    """The year numbers a school teaches: -1 for the nursery year, 0 for Reception, 14 for the last."""
    years = list(range(plan.first_year, plan.last_year + 1))
    return [*years, 12, 13] if plan.sixth_form and plan.last_year == 11 else years


def share_out(schools: list[School], rng: Random) -> None:
    """Set each school's roll and its counts of K and E so that the area's totals are exact."""
    _share_rolls([school for school in schools if school.takes_pupils], rng)
    counted = [school for school in schools if school.takes_pupils and school.plan.phase != "nursery"]
    _share_plans(counted, rng)
    _share_support(counted, rng)


def _share_rolls(schools: list[School], rng: Random) -> None:
    open_ended = []
    for school in schools:
        school.roll = school.plan.fixed_roll or NAMED_ROLLS.get(school.plan.name, 0)
        if not school.roll:
            open_ended.append(school)
    left = PUPILS - sum(school.roll for school in schools if school.plan.phase != "nursery")
    weights = [places(school.plan) * rng.uniform(0.93, 1.0) for school in open_ended]
    for school, roll in zip(open_ended, shares(left, weights), strict=True):
        school.roll = roll


def places(plan: SchoolPlan) -> int:
    """How many pupils a school has room for."""
    if plan.fixed_roll:
        return plan.commissioned_places or plan.places_a_year * len(year_groups(plan)) or plan.fixed_roll
    if plan.phase == "sixth form":
        return plan.sixth_form
    return plan.places_a_year * (plan.last_year - plan.first_year + 1) + plan.sixth_form


def filled_resourced_places(plan: SchoolPlan) -> int:
    return round(plan.resourced_places * RESOURCED_FILLED)


def _share_plans(schools: list[School], rng: Random) -> None:
    mainstream = []
    for school in schools:
        if school.plan.phase == "special":
            school.with_plan = school.roll
        elif school.plan.name in NAMED_PLANS:
            school.with_plan = NAMED_PLANS[school.plan.name]
        else:
            school.with_plan = filled_resourced_places(school.plan)
            mainstream.append(school)
    left = WITH_PLAN - sum(school.with_plan for school in schools)
    weights = [school.roll * _plan_weight(school.plan) * rng.uniform(0.6, 1.4) for school in mainstream]
    for school, more in zip(mainstream, shares(left, weights), strict=True):
        school.with_plan += more


def _plan_weight(plan: SchoolPlan) -> float:
    return {"alternative provision": 12.0, "sixth form": 0.4}.get(plan.phase, 1.0)


def _share_support(schools: list[School], rng: Random) -> None:
    mainstream = [s for s in schools if s.plan.phase != "special" and s.plan.name not in NAMED_SUPPORT]
    for school in schools:
        school.on_sen_support = NAMED_SUPPORT.get(school.plan.name, 0)
    weights = [s.roll * _support_weight(s.plan) * rng.uniform(0.72, 1.28) for s in mainstream]
    left = ON_SEN_SUPPORT - sum(NAMED_SUPPORT.values())
    for school, count in zip(mainstream, shares(left, weights), strict=True):
        school.on_sen_support = count


def _support_weight(plan: SchoolPlan) -> float:
    if plan.type_code == "11":
        return 0.6
    return {"alternative provision": 5.5, "sixth form": 0.5, "infant": 0.85}.get(plan.phase, 1.0)
