"""A register of schools under the official headings of Get Information about Schools. Every school is invented."""

from __future__ import annotations

import csv
import io

HEADINGS = [
    "URN", "LA (code)", "LA (name)", "EstablishmentName", "TypeOfEstablishment (name)", "EstablishmentStatus (name)",
    "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge", "Street", "Town", "Postcode", "SchoolWebsite",
    "TelephoneNum", "Easting", "Northing", "Section41Approved (name)", *(f"SEN{number} (name)" for number in range(1, 14)),
    "TypeOfResourcedProvision (name)", "ResourcedProvisionOnRoll", "ResourcedProvisionCapacity", "SenUnitOnRoll",
    "SenUnitCapacity",
]  # fmt: skip
SCHOOL = {
    "URN": "999101", "LA (code)": "399", "LA (name)": "Larkmere", "EstablishmentName": "St Zoë’s School",
    "TypeOfEstablishment (name)": "Community special school", "EstablishmentStatus (name)": "Open",
    "PhaseOfEducation (name)": "Not applicable", "StatutoryLowAge": "4", "StatutoryHighAge": "19", "Street": "1 Quay",
    "Town": "Larkmere", "Postcode": "QX1 1AA", "SchoolWebsite": "www.zoe.example.org", "TelephoneNum": "02079460111",
    "Easting": "651409", "Northing": "313177", "SEN1 (name)": "Not Applicable", "SEN2 (name)": "SpLD - Specific Learning Difficulty",
    "SEN7 (name)": "ASD - Autistic Spectrum Disorder", "TypeOfResourcedProvision (name)": "SEN unit",
    "SenUnitOnRoll": "9", "SenUnitCapacity": "12",
}  # fmt: skip


def register(*schools: dict[str, str], encoding: str = "cp1252") -> bytes:
    text = io.StringIO()
    rows = csv.DictWriter(text, HEADINGS, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writeheader()
    rows.writerows(SCHOOL | school for school in schools)
    return text.getvalue().encode(encoding)
