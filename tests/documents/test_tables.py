import datetime

from goldenthread.documents.tables import DoseRow, ProgressRow, dose_table, progress_table


def test_dose_is_told_whole():
    row = DoseRow(
        "Small-group reading",
        "Amara reads a page aloud",
        "Mr Lane, class teacher",
        "20 minutes, 3 times a week",
        "4 children",
        "4B",
        datetime.date(2026, 11, 3),
        datetime.date(2026, 12, 18),
    )

    assert dose_table([row]).rows == (
        (
            "Small-group reading\nFor: Amara reads a page aloud",
            "Mr Lane, class teacher",
            "20 minutes, 3 times a week\n4 children",
            "4B",
            "3 November 2026 to 18 December 2026",
        ),
    )


def test_dose_without_outcome_group_or_end_has_no_empty_lines():
    row = DoseRow("Sloping desk", "", "Ms Osei, SENCO", "In place", "", "4B", datetime.date(2026, 11, 3))

    assert dose_table([row]).rows == (("Sloping desk", "Ms Osei, SENCO", "In place", "4B", "From 3 November 2026"),)


def test_progress_says_how_much_of_the_help_was_given():
    counted = ProgressRow("Reads aloud", "1 word", "1 line", "1 page", planned=600, delivered=0)
    not_counted = ProgressRow("Sits well", "falls", "sits", "sits")

    table = progress_table([counted, not_counted], caption="Autumn term")

    assert table.caption == "Autumn term"
    assert [row[-1] for row in table.rows] == ["0 of 600 minutes", "Not counted in minutes"]
