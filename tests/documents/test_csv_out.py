import csv
import datetime
from decimal import Decimal
from io import StringIO

import pytest

from goldenthread.privacy.csv_out import csv_bytes, csv_lines, harmless


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 7700 900000",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "|cmd",
        "%PATH%",
        "＝1",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://x","y")',
        "-5",
        "\x00=1",
        "\ufeff=1",
        "\u202e=1",
    ],
)
def test_text_that_would_be_obeyed_is_only_shown(text):
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["Amara", "a=b", "3-4", "o'clock", "ada@example.org", "", "Żółć 😀"])
def test_other_text_is_left_alone(text):
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (-5, "-5"),
        (Decimal("-1.50"), "-1.50"),
        (None, ""),
        (True, "True"),
        (datetime.date(2026, 11, 21), "2026-11-21"),
        (datetime.datetime(2026, 11, 21, 9, 30, tzinfo=datetime.UTC), "2026-11-21T09:30:00+00:00"),
    ],
)
def test_values_are_written_as_values(value, expected):
    assert harmless(value) == expected


def test_list_reads_back_as_it_was_with_a_byte_order_mark_first():
    rows = [["Bello, Amara", 'says "yes"', 4], ["Costa\nLena", "", -1]]

    made = csv_bytes(["Child", "Words", "Year"], rows)

    assert made.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(StringIO(made.decode("utf-8-sig"), newline="")))
    assert read == [["Child", "Words", "Year"], ["Bello, Amara", 'says "yes"', "4"], ["Costa\nLena", "", "-1"]]


def test_headings_are_made_harmless_too():
    assert csv_bytes(["=1"], []) == b"\xef\xbb\xbf'=1\r\n"


def test_list_is_written_line_by_line_without_being_held():
    def endless():
        number = 0
        while True:
            number += 1
            yield [number]

    lines = csv_lines(["Number"], endless())

    assert [next(lines), next(lines), next(lines)] == [b"\xef\xbb\xbfNumber\r\n", b"1\r\n", b"2\r\n"]
