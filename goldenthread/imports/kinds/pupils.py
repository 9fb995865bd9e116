"""Pupils: who they are, their enrolment and class, and, where the school has it, SEN status and type of need."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.viewer import Viewer
from goldenthread.children.codes import SEN_TYPES, sen_types_in_use
from goldenthread.children.identifiers import check_uln, check_upn
from goldenthread.children.names import sort_name
from goldenthread.children.years import YEAR_GROUPS
from goldenthread.keys import new_key

from ..cells import CellColumn, checked, choice, day, text
from ..reading import BadField
from . import pupils_sql as sql
from .kind import Kind

_NEEDS = choice(*(code for code, _name in sen_types_in_use()), empty="")

COLUMNS = (
    CellColumn("upn", gettext_lazy("Unique pupil number; empty if not yet given"), checked(check_upn), "M303999925001"),
    CellColumn("given_name", gettext_lazy("Legal first name"), text(100), "Amara", True),
    CellColumn("family_name", gettext_lazy("Legal family name"), text(100), "Bello", True),
    CellColumn("known_as", gettext_lazy("The first name they go by, if another"), text(100), ""),
    CellColumn("date_of_birth", gettext_lazy("Day/month/year"), day, "05/03/2018", True),
    CellColumn("sex", gettext_lazy("F or M"), choice("F", "M", also={"female": "F", "male": "M"}), "F", True),
    CellColumn("year_group", gettext_lazy("N1, N2, R, 1 to 14 or X"), choice(*YEAR_GROUPS), "4", True),
    CellColumn("class", gettext_lazy("The class's name, as in the classes' file"), text(60), "4B"),
    CellColumn("start_date", gettext_lazy("First day on your roll"), day, "05/09/2022", True),
    CellColumn("leaving_date", gettext_lazy("Last day on your roll, empty while they are here"), day, ""),
    CellColumn(
        "enrolment",
        gettext_lazy("C here only, M mainly here, S mainly elsewhere, G guest; empty means C"),
        choice("C", "M", "S", "G", "F", "O", empty="C"),
        "C",
    ),
    CellColumn("ethnicity", gettext_lazy("Census code"), text(4), "BAFR"),
    CellColumn("first_language", gettext_lazy("In words"), text(60), "Yoruba"),
    CellColumn("uln", gettext_lazy("Unique learner number, from 14"), checked(check_uln), ""),
    CellColumn("sen_status", gettext_lazy("N, K or E; empty leaves it as it is"), choice("N", "K", "E", empty=""), "K"),
    CellColumn("sen_status_from", gettext_lazy("The day the status began"), day, "16/10/2025"),
    CellColumn("primary_need", gettext_lazy("Census type of need, such as SLCN"), _NEEDS, "SLCN"),
    CellColumn("secondary_need", gettext_lazy("Census type of need"), _NEEDS, ""),
)


def _to_row(values: dict[str, Any]) -> dict[str, Any]:
    first = values["known_as"] or values["given_name"]
    return {
        "upn": values["upn"],
        "given_name": values["given_name"],
        "family_name": values["family_name"],
        "known_as": values["known_as"],
        "sort_name": sort_name(first, values["family_name"]),
        "born_on": values["date_of_birth"],
        "sex": values["sex"],
        "year_group": values["year_group"],
        "class_name": values["class"],
        "from_on": values["start_date"],
        "to_on": values["leaving_date"],
        "enrolment": values["enrolment"],
        "ethnicity": values["ethnicity"].upper(),
        "first_language": values["first_language"],
        "uln": values["uln"],
        "status": values["sen_status"],
        "status_from": values["sen_status_from"],
        "need_1": values["primary_need"],
        "area_1": _area(values["primary_need"]),
        "need_2": values["secondary_need"],
        "area_2": _area(values["secondary_need"]),
        "child_id": new_key(),
    }


def _area(code: str) -> str:
    return str(SEN_TYPES[code].area) if code else ""


def _across(line: int, values: dict[str, Any], viewer: Viewer) -> list[BadField]:
    """Dates in order, a birth that can be, a status with its day, needs in order."""
    born: date | None = values["date_of_birth"]
    start, end, status_from = values["start_date"], values["leaving_date"], values["sen_status_from"]
    found = []

    def wrong(name: str, remedy: str) -> None:
        found.append(BadField(line, name, str(values[name] or ""), remedy))

    if born and not date(viewer.today.year - 26, 1, 1) <= born <= viewer.today:
        wrong("date_of_birth", _("Check the year: the child must be between 0 and 25 years old."))
    if born and start and start < born:
        wrong("start_date", _("This is before the date of birth. Check both dates."))
    if start and end and end < start:
        wrong("leaving_date", _("This is before the first day on roll. Put the dates in order."))
    if values["sen_status"] and not status_from:
        wrong("sen_status_from", _("Give the day the SEN status began, or leave the status empty."))
    if status_from and status_from > viewer.today:
        wrong("sen_status_from", _("This day has not come yet. Give the day the status really began."))
    if born and status_from and status_from < born:
        wrong("sen_status_from", _("This is before the date of birth. Check both dates."))
    if values["secondary_need"] and not values["primary_need"]:
        wrong("primary_need", _("Give the primary need first."))
    if values["secondary_need"] and values["secondary_need"] == values["primary_need"]:
        wrong("secondary_need", _("This is the same as the primary need. Leave it empty or give another."))
    return found


PUPILS = Kind(
    key="pupils",
    columns=COLUMNS,
    table=sql.TABLE,
    to_row=_to_row,
    across=_across,
    match=sql.MATCH,
    clashes=sql.CLASHES,
    judge=sql.JUDGE,
    name="given_name || ' ' || family_name",
    take=sql.TAKE,
)
