"""Codes that schools, authorities and the Department for Education share: need, provision, ethnicity, sex.

A retired code is shown where history holds it and never offered for anything new. The lists are those of the school
census and the SEN2 return; a child's own words about themselves stand beside a code, never behind it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Area, Status

Text = str | Promise


@dataclass(frozen=True)
class SenType:
    """A type of need as the census codes it.

    area: its broad area, "" where the Department assigns none. in_census, in_sen2: returns that take the code.
    retired: found in history only.
    """

    code: str
    name: Text
    area: str = ""
    in_census: bool = True
    in_sen2: bool = True
    retired: bool = False


_TYPES = (
    SenType("SPLD", _("Specific learning difficulty"), Area.COGNITION),
    SenType("MLD", _("Moderate learning difficulty"), Area.COGNITION),
    SenType("SLD", _("Severe learning difficulty"), Area.COGNITION),
    SenType("PMLD", _("Profound and multiple learning difficulty"), Area.COGNITION),
    SenType("SEMH", _("Social, emotional and mental health"), Area.SEMH),
    SenType("SLCN", _("Speech, language and communication needs"), Area.COMMUNICATION),
    SenType("ASD", _("Autistic spectrum disorder"), Area.COMMUNICATION),
    SenType("HI", _("Hearing impairment"), Area.SENSORY),
    SenType("VI", _("Vision impairment"), Area.SENSORY),
    SenType("MSI", _("Multi-sensory impairment"), Area.SENSORY),
    SenType("PD", _("Physical disability"), Area.SENSORY),
    SenType("DS", _("Down Syndrome")),
    SenType("OTH", _("Other difficulty")),
    SenType("NSA", _("SEN Support, type of need not yet assessed by a specialist"), in_sen2=False),
    SenType("BESD", _("Behaviour, emotional and social difficulties"), in_census=False, in_sen2=False, retired=True),
)
SEN_TYPES = {sen_type.code: sen_type for sen_type in _TYPES}
NOT_YET_ASSESSED = "NSA"  # census only, and only with SEN Support


def sen_types_in_use() -> list[tuple[str, Text]]:
    """Code and name of each type that can be chosen today, in the Department's order."""
    return [(each.code, each.name) for each in _TYPES if not each.retired]


def sen_type_name(code: str) -> Text:
    """The type in words, retired ones too; the code itself when no list of ours knows it."""
    found = SEN_TYPES.get(code)
    return found.name if found else code


RETIRED_PROVISION = {
    "S": _("Statement (ended)"),
    "A": _("School Action (ended 2014/15)"),
    "P": _("School Action Plus (ended 2014/15)"),
}


def sen_provision_name(code: str) -> Text:
    """The SEN provision in words, the retired stages of history too."""
    if code in RETIRED_PROVISION:
        return RETIRED_PROVISION[code]
    return Status(code).label if code in Status.values else code


SEX = {"F": _("Female"), "M": _("Male")}


@dataclass(frozen=True)
class Ethnicity:
    """main: the main code it is published under, itself for a main code."""

    code: str
    name: str
    group: str
    main: str


@cache
def ethnicities() -> dict[str, Ethnicity]:
    """Every ethnicity code of the school census, main ones first."""
    text = (files(__package__) / "codesets" / "ethnicity.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["code"]: Ethnicity(row["code"], row["label"], row["group"], row["parent_main_code"] or row["code"])
        for row in rows
    }


def ethnicity_name(code: str) -> str:
    """The ethnicity in words; "" when none is recorded, the code itself when no list of ours knows it."""
    found = ethnicities().get(code)
    return found.name if found else code
