"""Year groups from dates of birth, and codes of today and of history."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.children.codes import (
    SEN_TYPES,
    ethnicities,
    ethnicity_name,
    sen_provision_name,
    sen_type_name,
    sen_types_in_use,
)
from goldenthread.children.years import school_year, school_year_name, year_group_for, year_group_moved, year_name

IN_2025_26 = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("born_on", "day", "year_group"),
    [
        (date(2016, 5, 4), IN_2025_26, "5"),
        (date(2016, 8, 31), IN_2025_26, "5"),
        (date(2016, 9, 1), IN_2025_26, "4"),
        (date(2016, 9, 1), date(2025, 8, 31), "3"),
        (date(2016, 9, 1), date(2026, 8, 31), "4"),
        (date(2016, 9, 1), date(2026, 9, 1), "5"),
        (date(2020, 9, 1), IN_2025_26, "R"),
        (date(2021, 8, 31), IN_2025_26, "R"),
        (date(2021, 9, 1), IN_2025_26, "N2"),
        (date(2022, 9, 1), IN_2025_26, ""),
        (date(2020, 2, 29), IN_2025_26, "1"),
        (date(2007, 8, 31), IN_2025_26, "14"),
        (date(2006, 8, 31), IN_2025_26, ""),
    ],
)
def test_the_year_group_follows_from_the_age_on_the_last_of_august(born_on, day, year_group):
    assert year_group_for(born_on, day) == year_group


@pytest.mark.parametrize(
    ("day", "first", "name"),
    [
        (date(2026, 8, 31), 2025, "2025/26"),
        (date(2026, 9, 1), 2026, "2026/27"),
        (date(2099, 12, 31), 2099, "2099/00"),
    ],
)
def test_a_school_year_starts_on_the_first_of_september(day, first, name):
    assert (school_year(day), school_year_name(school_year(day))) == (first, name)


@pytest.mark.parametrize(
    ("year_group", "years", "moved"),
    [("4", -1, "3"), ("1", -1, "R"), ("R", -1, "N2"), ("N2", -1, "N2"), ("13", 2, "14"), ("X", -3, "X"), ("4", 0, "4")],
)
def test_a_year_group_of_today_gives_the_one_of_another_school_year(year_group, years, moved):
    assert year_group_moved(year_group, years) == moved


def test_year_groups_are_spoken_in_words():
    assert [year_name(code) for code in ("R", "4", "N2", "X", "?")] == [
        "Reception", "Year 4", "Nursery, second year", "Not in a year group", "Year group not known",
    ]  # fmt: skip


def test_each_type_of_need_stands_in_the_area_the_department_gives_it():
    areas = {code: sen_type.area for code, sen_type in SEN_TYPES.items()}

    assert areas == {
        "SPLD": "cognition", "MLD": "cognition", "SLD": "cognition", "PMLD": "cognition", "SEMH": "semh",
        "SLCN": "communication", "ASD": "communication", "HI": "sensory", "VI": "sensory", "MSI": "sensory",
        "PD": "sensory", "DS": "", "OTH": "", "NSA": "", "BESD": "",
    }  # fmt: skip


def test_a_retired_code_is_read_in_history_and_never_offered():
    assert str(sen_type_name("BESD")) == "Behaviour, emotional and social difficulties"
    assert "BESD" not in dict(sen_types_in_use())
    assert [str(sen_provision_name(code)) for code in "KSAP"] == [
        "SEN Support", "Statement (ended)", "School Action (ended 2014/15)", "School Action Plus (ended 2014/15)",
    ]  # fmt: skip


def test_an_extended_ethnicity_is_published_under_its_main_code():
    assert (ethnicity_name("BNGN"), ethnicities()["BNGN"].main, ethnicities()["WBRI"].main) == (
        "Nigerian", "BAFR", "WBRI",
    )  # fmt: skip
    assert len(ethnicities()) == 103
