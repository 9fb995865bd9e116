"""Classes of one school year, with the staff who work with each."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.viewer import Viewer
from goldenthread.children.years import YEAR_GROUPS
from goldenthread.keys import new_key

from ..cells import CellColumn, choice, day, emails, text
from ..reading import BadField
from .kind import Kind

COLUMNS = (
    CellColumn("class", gettext_lazy("The class's name, as in the pupils' file"), text(60), "4B", True),
    CellColumn("year_group", gettext_lazy("N1, N2, R, 1 to 14 or X"), choice(*YEAR_GROUPS, empty=""), "4"),
    CellColumn("start_date", gettext_lazy("First day of the class this school year"), day, "01/09/2026", True),
    CellColumn("end_date", gettext_lazy("Last day of the class"), day, "31/08/2027"),
    CellColumn(
        "teachers", gettext_lazy("E-mails of who leads it, with semicolons between"), emails, "d.lane@example.org"
    ),
    CellColumn("assistants", gettext_lazy("E-mails of who else works with it"), emails, "n.khan@example.org"),
)


def _to_row(values: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": values["class"],
        "year_group": values["year_group"],
        "from_on": values["start_date"],
        "to_on": values["end_date"],
        "teachers": values["teachers"],
        "assistants": values["assistants"],
        "class_id": new_key(),
    }


def _across(line: int, values: dict[str, Any], viewer: Viewer) -> list[BadField]:
    start, end = values["start_date"], values["end_date"]
    if end and start and end < start:
        return [BadField(line, "end_date", str(end), _("The last day is before the first. Put the dates in order."))]
    return []


_WANTED = """
    SELECT i.line, i.what, coalesce(i.known, i.class_id) AS class_id, i.from_on, i.to_on, e.email,
           e.email = ANY (i.teachers) AS leads
    FROM incoming i, unnest(i.teachers || i.assistants) AS e(email)
"""
_HERE = """
    SELECT 1 FROM people_assignment s JOIN people_account a ON a.id = s.account_id
    WHERE a.email = w.email AND s.authority_id = :authority AND s.holder_id = :holder
"""
_MISSING = f"""
    SELECT w.class_id, w.line, w.email, w.leads, w.from_on, w.to_on, a.id AS account_id
    FROM ({_WANTED}) w JOIN people_account a ON a.email = w.email
    WHERE NOT EXISTS (SELECT 1 FROM children_classstaff c WHERE c.authority_id = :authority
                      AND c.class_group_id = w.class_id AND c.account_id = a.id AND c.to_on IS NOT DISTINCT FROM w.to_on)
"""

CLASSES = Kind(
    key="classes",
    columns=COLUMNS,
    table={
        "name": "text",
        "year_group": "text",
        "from_on": "date",
        "to_on": "date",
        "teachers": "text[]",
        "assistants": "text[]",
        "class_id": "uuid",
        "known": "uuid",
    },
    to_row=_to_row,
    across=_across,
    match=(
        """UPDATE incoming i SET known = c.id FROM children_classgroup c WHERE c.authority_id = :authority
             AND c.holder_id = :holder AND c.name = i.name AND c.from_on = i.from_on""",
    ),
    clashes=(
        (
            "SELECT i.line, 'class', i.name FROM incoming i JOIN incoming o"
            " ON o.name = i.name AND o.from_on = i.from_on AND o.line < i.line",
            gettext_lazy("The same class and start date is on an earlier line. Remove one of them."),
        ),
        (
            f"SELECT w.line, 'teachers', w.email FROM ({_WANTED}) w WHERE NOT EXISTS ({_HERE})",
            gettext_lazy("Nobody with this e-mail works here. Bring the staff file first, or mend the e-mail."),
        ),
    ),
    judge=(
        """UPDATE incoming i SET what = 'same' FROM children_classgroup c WHERE c.id = i.known
             AND c.year_group = i.year_group AND c.to_on IS NOT DISTINCT FROM i.to_on""",
        f"""UPDATE incoming i SET what = 'changed', detail = 'staff: ' || m.who
            FROM (SELECT line, string_agg(email, ', ' ORDER BY email) AS who FROM ({_MISSING}) x GROUP BY line) m
            WHERE m.line = i.line AND i.known IS NOT NULL""",
        """UPDATE incoming i SET what = 'changed', detail = concat_ws('; ', nullif(i.detail, ''),
               CASE WHEN c.year_group <> i.year_group THEN 'year_group: ' || i.year_group END,
               CASE WHEN c.to_on IS DISTINCT FROM i.to_on THEN 'end_date: ' || coalesce(i.to_on::text, '(none)') END)
           FROM children_classgroup c WHERE c.id = i.known AND i.what <> 'same'""",
    ),
    name="name",
    take=(
        """INSERT INTO children_classgroup (id, authority_id, holder_id, name, year_group, from_on, to_on)
           SELECT class_id, :authority, :holder, name, year_group, from_on, to_on FROM incoming WHERE what = 'new'""",
        """UPDATE children_classgroup c SET year_group = i.year_group, to_on = i.to_on
           FROM incoming i WHERE c.id = i.known AND i.what = 'changed'""",
        f"""INSERT INTO children_classstaff (id, authority_id, holder_id, class_group_id, account_id, leads, from_on, to_on)
            SELECT app_new_key(), :authority, :holder, class_id, account_id, leads, from_on, to_on
            FROM ({_MISSING}) m""",
    ),
)
