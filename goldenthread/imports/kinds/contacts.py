"""Family contacts: each grown-up of their own, and how each stands to each child.

A file never gives anybody access by itself: authority to act counts only when the person who brings the file may
record it (the SENCO); otherwise everyone comes in as a contact, for the SENCO to check.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.viewer import Viewer
from goldenthread.children.formats import Format
from goldenthread.children.identifiers import check_upn
from goldenthread.children.names import sort_name
from goldenthread.keys import new_key
from goldenthread.people.models import Relationship
from goldenthread.privacy.fields import seal

from ..cells import CellColumn, checked, choice, day, email, postcode, several, text, whole_number, yes_or_no
from ..reading import BadField
from . import contacts_sql as sql
from .kind import Kind

COLUMNS = (
    CellColumn("contact_id", gettext_lazy("Your own number for this grown-up, the same on each child's line"), text(64), "C-2201", True),
    CellColumn("pupil_upn", gettext_lazy("The child's UPN"), checked(check_upn), "M303999925001"),
    CellColumn("pupil_given_name", gettext_lazy("The child's first name, if there is no UPN"), text(100), ""),
    CellColumn("pupil_family_name", gettext_lazy("The child's family name, if there is no UPN"), text(100), ""),
    CellColumn("pupil_date_of_birth", gettext_lazy("The child's date of birth, if there is no UPN"), day, ""),
    CellColumn("title", gettext_lazy("Mr, Ms, Dr or other"), text(20), "Ms"),
    CellColumn("given_name", gettext_lazy("The grown-up's first name"), text(100), "Ada", True),
    CellColumn("family_name", gettext_lazy("The grown-up's family name"), text(100), "Bello", True),
    CellColumn("relationship", gettext_lazy("Who they are to the child"), choice(*Relationship.values), "mother", True),
    CellColumn("parental_responsibility", gettext_lazy("yes or no"), yes_or_no, "yes"),
    CellColumn(
        "authority",
        gettext_lazy("full (see and decide), see, or none (a contact only)"),
        choice("full", "see", "none", empty="none"),
        "full",
    ),
    CellColumn("evidence", gettext_lazy("What was seen, when authority is full or see"), text(200), "Birth certificate seen 3 September 2025"),
    CellColumn("contact_order", gettext_lazy("1 is called first"), whole_number, "1"),
    CellColumn("email", gettext_lazy("Their own e-mail"), email, "ada.bello@example.org"),
    CellColumn("phone", gettext_lazy("Their own phone"), text(30), "07700 900123"),
    CellColumn("address", gettext_lazy("Their own address"), text(300), "4 Fern Close, Larkmere"),
    CellColumn("postcode", gettext_lazy("Their own postcode"), postcode, "QX1 2AB"),
    CellColumn("address_withheld", gettext_lazy("yes when the address must be kept from others"), yes_or_no, "no"),
    CellColumn("language", gettext_lazy("The language they read best"), text(60), "English"),
    CellColumn("interpreter", gettext_lazy("yes or no"), yes_or_no, "no"),
    CellColumn("formats", gettext_lazy("large_print, easy_read, braille, audio, paper, bsl"), several(*Format.values), ""),
)  # fmt: skip


def _to_row(values: dict[str, Any]) -> dict[str, Any]:
    given, family = values["pupil_given_name"], values["pupil_family_name"]
    return {
        "contact_id": values["contact_id"],
        "upn": values["pupil_upn"],
        "sort_name": sort_name(given, family) if given and family else "",
        "born_on": values["pupil_date_of_birth"],
        **{
            name: values[name]
            for name in ("title", "given_name", "family_name", "relationship", "authority", "evidence")
        },
        **{
            name: values[name]
            for name in ("email", "phone", "address", "postcode", "language", "interpreter", "formats")
        },
        "responsible": values["parental_responsibility"],
        "contact_order": values["contact_order"],
        "withheld": values["address_withheld"],
        "parent_id": new_key(),
        "authority_row": new_key(),
        **_sealed(values),
    }


def _sealed(values: dict[str, Any]) -> dict[str, Any]:
    """What the table of withheld addresses keeps, encrypted; nothing for an ordinary address."""
    reason = str(_("Marked as withheld in the school's own records"))
    words = {"address": values["address"], "postcode": values["postcode"], "reason": reason}
    return {f"sealed_{name}": seal(said) if values["address_withheld"] else "" for name, said in words.items()}


def _across(line: int, values: dict[str, Any], viewer: Viewer) -> list[BadField]:
    found = []
    named = values["pupil_given_name"] and values["pupil_family_name"] and values["pupil_date_of_birth"]
    if not values["pupil_upn"] and not named:
        found.append(
            BadField(
                line, "pupil_upn", "", _("Say whose contact this is: a UPN, or the child's names and date of birth.")
            )
        )
    if values["authority"] != "none" and not values["evidence"]:
        found.append(
            BadField(line, "evidence", "", _("Say what was seen to check this authority, or write none for authority."))
        )
    if not viewer.has("authority_to_act.record"):
        values["authority"] = "none"
    if values["address_withheld"] and not viewer.has("withheld_address.record"):
        found.append(
            BadField(
                line,
                "address_withheld",
                "yes",
                _("Take the address out of the file and ask the SENCO to record it: only named people may see it."),
            )
        )
    return found


def _notes(viewer: Viewer) -> list[str]:
    if viewer.has("authority_to_act.record"):
        return [_("Authority to act is recorded as checked by you today. Look through the list before you say yes.")]
    return [_("Everyone comes in as a contact only. The SENCO records who may act for a child, and on what evidence.")]


CONTACTS = Kind(
    key="contacts",
    columns=COLUMNS,
    table=sql.TABLE,
    to_row=_to_row,
    across=_across,
    match=sql.MATCH,
    clashes=sql.CLASHES,
    judge=sql.JUDGE,
    name="given_name || ' ' || family_name",
    take=sql.TAKE,
    notes=_notes,
)
