"""Which SEND duties a setting has, by what kind of setting it is, with the provision each rests on.

What is law and what is guidance is said with each. Only duties whose reach is certain are listed: a kind of setting
without a duty here is not thereby told that it has none.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import SettingType

Text = str | Promise

_SCHOOLS = frozenset(
    {
        SettingType.MAINTAINED,
        SettingType.ACADEMY,
        SettingType.MAINTAINED_NURSERY,
        SettingType.MAINTAINED_SPECIAL,
        SettingType.SPECIAL_ACADEMY,
    }
)
_SPECIAL = frozenset({SettingType.MAINTAINED_SPECIAL, SettingType.SPECIAL_ACADEMY})
_MAINSTREAM = _SCHOOLS - _SPECIAL
_NAMED_IN_A_PLAN = _SCHOOLS | {
    SettingType.NON_MAINTAINED_SPECIAL,
    SettingType.SECTION_41,
    SettingType.FURTHER_EDUCATION,
}
_HOLDS_REVIEWS = _SCHOOLS | {
    SettingType.PUPIL_REFERRAL_UNIT,
    SettingType.NON_MAINTAINED_SPECIAL,
    SettingType.SECTION_41,
}


@dataclass(frozen=True)
class Duty:
    """Something a setting must or should do. law: False for guidance, which is never shown as broken law."""

    key: str
    text: Text
    citation: str
    settings: frozenset[SettingType]
    law: bool = True


DUTIES = (
    Duty(
        "best_endeavours",
        _("Use best endeavours to make the special educational provision that a pupil's needs call for"),
        "Children and Families Act 2014 s.66",
        _MAINSTREAM,
    ),
    Duty(
        "senco",
        _("Have a SENCO: a qualified teacher working at the school, or the head"),
        "Children and Families Act 2014 s.67; SI 2014/1530 regs 49 and 50",
        _MAINSTREAM,
    ),
    Duty(
        "tell_parents",
        _("Tell the parents when special educational provision is made for their child, and why"),
        "Children and Families Act 2014 s.68",
        _MAINSTREAM,
    ),
    Duty(
        "sen_information_report",
        _("Publish a SEN information report and keep it up to date"),
        "Children and Families Act 2014 s.69; SI 2014/1530 regs 51 and 52, Schedule 1",
        _SCHOOLS,
    ),
    Duty(
        "admit_when_named",
        _("Admit the child or young person when a final EHC plan names the setting"),
        "Children and Families Act 2014 s.43",
        _NAMED_IN_A_PLAN,
    ),
    Duty(
        "may_be_requested",
        _("May be asked for by parents and young people to be named in a plan"),
        "Children and Families Act 2014 s.38(3)",
        _NAMED_IN_A_PLAN,
    ),
    Duty(
        "hold_review_when_required",
        _("Hold the annual review meeting of a plan when the local authority requires it"),
        "SI 2014/1530 reg 20(12)",
        _HOLDS_REVIEWS,
    ),
    Duty(
        "meet_parents",
        _("Meet the parents of each pupil on SEN Support at least three times a year"),
        "SEND Code of Practice 2015 para 6.65",
        _MAINSTREAM,
        law=False,
    ),
    Duty(
        "early_years_progress_check",
        _("Check each child's progress between the ages of two and three, and tell the parents"),
        "Early years foundation stage statutory framework",
        frozenset({SettingType.EARLY_YEARS, SettingType.MAINTAINED_NURSERY}),
    ),
    Duty(
        "college_records",
        _("Keep records of students' needs and support and review them regularly"),
        "SEND Code of Practice 2015 chapter 7",
        frozenset({SettingType.FURTHER_EDUCATION}),
        law=False,
    ),
)


def duties_of(setting_type: str) -> tuple[Duty, ...]:
    """The duties listed for this kind of setting, law first. None of these for a wholly independent school."""
    found = [duty for duty in DUTIES if setting_type in duty.settings]
    return tuple(sorted(found, key=lambda duty: not duty.law))


def has_duty(setting_type: str, key: str) -> bool:
    """Whether this kind of setting has the duty with this key."""
    return any(duty.key == key for duty in duties_of(setting_type))


def parental_preference_only(setting_type: str) -> bool:
    """A wholly independent setting cannot be requested for a plan: parents state a preference, which is weighed.

    Source: Education Act 1996 s.9.
    """
    return setting_type == SettingType.INDEPENDENT
