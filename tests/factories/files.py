"""Files as a school's own system writes them, of any length. Everybody is invented."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, timedelta

from goldenthread.children.identifiers import upn_check_letter
from goldenthread.imports.kinds import KINDS

GIVEN = ("Amara", "Ravi", "Lena", "Kofi", "Mei", "Tomasz", "Aisha", "Joe", "Nia", "Óscar", "Zainab", "Iris")
FAMILY = ("Bello", "Costa", "Nguyễn", "O'Brien", "Smith-Okoro", "Kaya", "Rahman", "Lane", "Ferreira", "Ahmed")


def upn(number: int) -> str:
    """A UPN of the demo's authority: 399, a school number, a year and a serial. At most 10 million."""
    school, serial = divmod(number, 1000)
    rest = f"399{school % 10000:04d}25{serial:03d}"
    return upn_check_letter(rest) + rest


def csv_file(kind: str, rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.name for column in KINDS[kind].columns])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def a_pupil(number: int, **more: str) -> dict[str, str]:
    chance = random.Random(number)
    born = date(2016, 9, 1) + timedelta(days=chance.randrange(1, 700))
    return {
        "upn": upn(number), "given_name": chance.choice(GIVEN), "family_name": f"{chance.choice(FAMILY)}",
        "date_of_birth": born.strftime("%d/%m/%Y"), "sex": chance.choice("FM"), "year_group": "4",
        "start_date": "05/09/2024", "sen_status": "N", "sen_status_from": "05/09/2024",
    } | more  # fmt: skip


def a_contact(number: int, pupil: dict[str, str], **more: str) -> dict[str, str]:
    return {
        "contact_id": f"C-{number}", "pupil_upn": pupil["upn"], "given_name": "Ada", "family_name": pupil["family_name"],
        "relationship": "mother", "authority": "full", "evidence": "Birth certificate seen", "contact_order": "1",
        "email": f"parent{number}@example.org", "phone": "07700 900123", "address": f"{number} Fern Close",
        "postcode": "QX1 2AB",
    } | more  # fmt: skip


def a_teacher(number: int, **more: str) -> dict[str, str]:
    return {
        "email": f"teacher{number}@example.org", "given_name": "Dan", "family_name": f"Lane{number}",
        "role": "class_teacher", "start_date": "01/09/2024",
    } | more  # fmt: skip


def a_class(name: str, teacher: str = "teacher1@example.org", **more: str) -> dict[str, str]:
    return {
        "class": name,
        "year_group": "4",
        "start_date": "01/09/2026",
        "end_date": "31/08/2027",
        "teachers": teacher,
    } | more
