"""`python -m sendlaw`: when, rules, check, explain."""

import csv
import json
from pathlib import Path

import pytest

import sendlaw
from sendlaw.__main__ import main

EXAMPLES = Path(__file__).parent / "worked_examples.csv"


def test_check_agrees_with_every_worked_example(capsys):
    code = main(["check", str(EXAMPLES)])

    assert (code, capsys.readouterr().out) == (0, "147 of 147\n")


def test_check_prints_each_difference_and_fails(tmp_path, capsys):
    with EXAMPLES.open(newline="") as table:
        rows = list(csv.DictReader(table))[:3]
    rows[1]["expected_date"] = "2027-03-14"
    changed = tmp_path / "changed.csv"
    with changed.open("w", newline="") as table:
        writer = csv.DictWriter(table, rows[0])
        writer.writeheader()
        writer.writerows(rows)

    code = main(["check", str(changed)])

    assert code == 1
    assert capsys.readouterr().out.splitlines() == [
        "SV002 ehcna.refusal_to_issue_notice: expected 2027-03-14, given 2027-03-13",
        "2 of 3",
    ]


def test_check_of_an_empty_table_is_no_success(tmp_path, capsys):
    empty = tmp_path / "empty.csv"
    empty.write_text(EXAMPLES.read_text().splitlines()[0] + "\n")

    assert main(["check", str(empty)]) == 1
    assert capsys.readouterr().out == "0 of 0\n"


def test_when_gives_the_sum_in_text(capsys):
    asked = ["when", "ehcna.request_received", "2026-11-21", "--rule", "ehcna.decision_to_assess"]

    main([*asked, "--today", "2026-12-01"])

    assert capsys.readouterr().out.splitlines() == [
        "ehcna.decision_to_assess: Saturday 2 January 2027",
        "  By Saturday 2 January 2027, the local authority must tell the parent or young person whether there will be an"
        " EHC needs assessment, with reasons if not (SEND Regulations 2014 (SI 2014/1530) reg 4(1), 5(1)).",
        "  Request received Saturday 21 November 2026.",
        "  Six weeks run from the next day.",
        "  Last day Saturday 2 January 2027; weekends do not move it.",
        "  law, certainty A; waiting",
    ]


def test_when_gives_every_field_in_json(capsys):
    main(["when", "decision.notice_sent", "2026-12-31", "--format", "json", "--facts", '{"type": "sen_appeal"}'])

    answers = {one["rule"]: one["due_on"] for one in json.loads(capsys.readouterr().out)}
    assert answers == {"appeal.deadline": "2027-03-01", "mediation.contact_adviser_latest": "2027-02-28"}


def test_calendar_entries_can_be_read_by_a_calendar(capsys):
    icalendar = pytest.importorskip("icalendar")
    main(["when", "decision.notice_sent", "2026-12-31", "--format", "ics"])

    calendar = icalendar.Calendar.from_ical(capsys.readouterr().out.rstrip("\n") + "\r\n")

    days = {str(entry["SUMMARY"]): entry["DTSTART"].dt.isoformat() for entry in calendar.walk("VEVENT")}
    assert days == {
        "have the appeal received by the Tribunal": "2027-03-01",
        "contact the mediation adviser": "2027-02-28",
    }


def test_calendar_lines_are_short_enough(capsys):
    main(["when", "ehcna.request_received", "2026-11-21", "--format", "ics"])

    lines = capsys.readouterr().out.removesuffix("\n").split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75


def test_text_of_what_has_no_date(capsys):
    main(["when", "school.closed_first_day", "2026-12-19", "--facts", '{"reopens": "2027-01-05"}', "--format", "md"])

    assert [row.split("|")[2].strip() for row in capsys.readouterr().out.splitlines()[2:]] == ["no date", "no date"]


def test_letters_of_other_alphabets_survive_in_json(capsys):
    main(["when", "reassessment.request_received", "2027-04-06", "--format", "json", "--facts", '{"setting": "Zoë"}'])

    assert json.loads(capsys.readouterr().out)[0]["due_on"] == "2027-04-21"


def test_markdown_is_a_table(capsys):
    main(["when", "reassessment.request_received", "2027-04-06", "--format", "md"])

    rows = capsys.readouterr().out.splitlines()
    assert [row.count("|") for row in rows] == [5, 5, 5]
    assert rows[2].startswith("| `reassess.decision` | Wednesday 21 April 2027 |")


def test_rules_lists_every_rule_once(capsys):
    main(["rules"])

    listed = [line.split(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == list(sendlaw.RULES)


def test_explain_gives_the_provision_and_the_dates_in_force(capsys):
    main(["explain", "reassess.decision"])

    assert capsys.readouterr().out.splitlines()[-1] == (
        "reassess.decision: 15 days, counted D, from 2014-09-01;"
        " SEND Regulations 2014 (SI 2014/1530) reg 25(1); law, B."
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["when", "ehcna.request_received", "2027-02-30"], "2027-02-30"),
        (["when", "ehcna.request_received", "2027-02-28", "--facts", "[]"], "--facts"),
        (["when", "ehcna.request_received", "2027-02-28", "--facts", "{"], "Expecting"),
        (["explain", "nothing"], "ehcna.final_plan"),
        (["check", "/nowhere.csv"], "/nowhere.csv"),
    ],
)
def test_refused_question_is_one_sentence_and_code_two(arguments, said, capsys):
    code = main(arguments)

    captured = capsys.readouterr()
    assert (code, captured.out) == (2, "")
    assert said in captured.err


def test_rules_document_holds_every_rule_and_repeats():
    document = sendlaw.rules_document()

    headings = [line.removeprefix("## ") for line in document.splitlines() if line.startswith("## ")]
    assert headings == list(sendlaw.RULES)
    assert document == sendlaw.rules_document()
