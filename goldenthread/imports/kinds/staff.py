"""Staff: who works at the setting, as what, from when. Roles that lead or govern are given by hand, not by file."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.viewer import Viewer
from goldenthread.keys import new_key

from ..cells import CellColumn, choice, day, email, text
from ..reading import BadField
from .kind import Kind

ROLES = ("class_teacher", "teaching_assistant", "cover_teacher")

COLUMNS = (
    CellColumn(
        "email", gettext_lazy("The person's own work e-mail: how they sign in"), email, "d.lane@example.org", True
    ),
    CellColumn("title", gettext_lazy("Mr, Ms, Dr or other"), text(20), "Mr"),
    CellColumn("given_name", gettext_lazy("First name"), text(100), "Daniel", True),
    CellColumn("family_name", gettext_lazy("Family name"), text(100), "Lane", True),
    CellColumn(
        "role",
        gettext_lazy("class_teacher, teaching_assistant or cover_teacher"),
        choice(*ROLES, also={"teacher": "class_teacher", "ta": "teaching_assistant", "cover": "cover_teacher"}),
        "class_teacher",
        True,
    ),
    CellColumn("job_title", gettext_lazy("What they are called at school"), text(120), "Year 4 teacher"),
    CellColumn("start_date", gettext_lazy("First day in the role"), day, "01/09/2024", True),
    CellColumn("end_date", gettext_lazy("Last day in the role, empty while they work here"), day, ""),
    CellColumn("staff_number", gettext_lazy("Your own number for them"), text(40), "T-104"),
)


def _to_row(values: dict[str, Any]) -> dict[str, Any]:
    name = " ".join(part for part in (values["title"], values["given_name"], values["family_name"]) if part)
    return {
        "email": values["email"],
        "name": name,
        "role": values["role"],
        "job_title": values["job_title"],
        "from_on": values["start_date"],
        "to_on": values["end_date"],
        "staff_number": values["staff_number"],
        "account_id": new_key(),
        "assignment_id": new_key(),
    }


def _across(line: int, values: dict[str, Any], viewer: Viewer) -> list[BadField]:
    start, end = values["start_date"], values["end_date"]
    if end and start and end < start:
        return [BadField(line, "end_date", str(end), _("The last day is before the first. Put the dates in order."))]
    return []


def _notes(viewer: Viewer) -> list[str]:
    return [
        _(
            "New people can sign in once they have chosen a password: on the sign-in page they choose “I have forgotten"
            " my password”, and then set up their second step."
        ),
        _("SENCO, head, governor and data manager are roles that the platform administrator gives, not a file."),
    ]


STAFF = Kind(
    key="staff",
    columns=COLUMNS,
    table={
        "email": "text",
        "name": "text",
        "role": "text",
        "job_title": "text",
        "from_on": "date",
        "to_on": "date",
        "staff_number": "text",
        "account_id": "uuid",
        "assignment_id": "uuid",
        "known_account": "uuid",
        "known_assignment": "uuid",
    },
    to_row=_to_row,
    across=_across,
    match=(
        "UPDATE incoming i SET known_account = a.id FROM people_account a WHERE a.email = i.email",
        """UPDATE incoming i SET known_assignment = s.id FROM people_assignment s
           WHERE s.authority_id = :authority AND s.holder_id = :holder AND s.account_id = i.known_account
             AND s.role = i.role AND s.from_on = i.from_on""",
    ),
    clashes=(
        (
            """SELECT i.line, 'email', i.email FROM incoming i JOIN incoming o
               ON o.email = i.email AND o.role = i.role AND o.from_on = i.from_on AND o.line < i.line""",
            gettext_lazy("The same person, role and start date is on an earlier line. Remove one of them."),
        ),
        (
            """SELECT i.line, 'start_date', i.from_on::text FROM incoming i WHERE i.to_on IS NULL AND (
                 EXISTS (SELECT 1 FROM incoming o WHERE o.email = i.email AND o.role = i.role AND o.to_on IS NULL
                           AND o.from_on <> i.from_on AND o.line < i.line)
                 OR EXISTS (SELECT 1 FROM people_assignment s JOIN people_account a ON a.id = s.account_id
                   WHERE a.email = i.email AND s.authority_id = :authority AND s.holder_id = :holder AND s.role = i.role
                     AND s.to_on IS NULL AND s.from_on <> i.from_on AND NOT EXISTS (
                       SELECT 1 FROM incoming e WHERE e.email = i.email AND e.role = i.role AND e.from_on = s.from_on
                         AND e.to_on IS NOT NULL)))""",
            gettext_lazy("This person has that role already, from another day. Give that day, or end the role first."),
        ),
    ),
    judge=(
        """UPDATE incoming i SET what = 'same' FROM people_assignment s WHERE s.id = i.known_assignment
             AND s.to_on IS NOT DISTINCT FROM i.to_on AND s.job_title = i.job_title AND s.staff_number = i.staff_number""",
        """UPDATE incoming i SET what = 'changed', detail = concat_ws('; ',
               CASE WHEN s.to_on IS DISTINCT FROM i.to_on THEN 'end_date: ' || coalesce(i.to_on::text, '(none)') END,
               CASE WHEN s.job_title <> i.job_title THEN 'job_title: ' || i.job_title END,
               CASE WHEN s.staff_number <> i.staff_number THEN 'staff_number: ' || i.staff_number END)
           FROM people_assignment s WHERE s.id = i.known_assignment AND i.what = 'new'""",
        "UPDATE incoming SET detail = role WHERE what = 'new'",
    ),
    name="name",
    take=(
        """INSERT INTO people_account (id, email, name, is_active, password, created_at)
           SELECT DISTINCT ON (email) account_id, email, name, true, '!', :now FROM incoming
           WHERE known_account IS NULL ORDER BY email, line""",
        """INSERT INTO account_emailaddress (email, verified, "primary", user_id)
           SELECT a.email, false, true, a.id FROM people_account a JOIN incoming i ON i.account_id = a.id""",
        """UPDATE people_assignment s SET to_on = i.to_on, job_title = i.job_title, staff_number = i.staff_number
           FROM incoming i WHERE s.id = i.known_assignment AND i.what = 'changed'""",  # first: a role may end and begin
        """INSERT INTO people_assignment (id, authority_id, holder_id, account_id, role, from_on, to_on, job_title,
                                          staff_number, given_by_id, invited_as)
           SELECT i.assignment_id, :authority, :holder, a.id, i.role, i.from_on, i.to_on, i.job_title,
                  i.staff_number, :person, ''
           FROM incoming i JOIN people_account a ON a.email = i.email WHERE i.what = 'new'""",
    ),
    notes=_notes,
)
