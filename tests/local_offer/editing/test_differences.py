"""What a moderator reads of a change: what people would see differently, and nothing else."""

from __future__ import annotations

from goldenthread.local_offer.editing.naming import Line, differences_in_words


def lines_of(before: dict[str, object], after: dict[str, object]) -> list[Line]:
    groups = differences_in_words({"service": before}, {"service": after})
    return [line for group in groups for line in group.lines]


def test_the_same_choices_in_another_order_are_no_difference():
    kinds = ["other_education", "education_health_care"]
    codes = {"needs": ["ASD", "SEMH"], "sections": ["advice", "health"]}
    turned = {name: values[::-1] for name, values in codes.items()}

    assert lines_of({"provision_kinds": kinds} | codes, {"provision_kinds": kinds[::-1]} | turned) == []
    assert len(lines_of({"provision_kinds": kinds}, {"provision_kinds": kinds[:1]})) == 1


def test_a_day_of_check_that_is_not_set_reads_as_a_year_after():
    found = lines_of({"next_review_on": "2027-08-02"}, {"next_review_on": None})

    assert found == [Line("Next check", "2 August 2027", "A year after it was checked")]
