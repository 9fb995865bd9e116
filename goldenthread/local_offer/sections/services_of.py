"""Which live services tell which row of the legal list, as questions to the published listings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from goldenthread.organisations.models import SettingType

from ..models import Listing, ProviderType, Question
from ..special_places import SPECIAL_POST_16, SPECIAL_SCHOOL
from .standing import ToldServices

_P = ProviderType
# The eight kinds of provider that Schedule 2 paragraph 1 names.
NAMED = (_P.EARLY_YEARS, _P.MAINTAINED, _P.ACADEMY, _P.NON_MAINTAINED_SPECIAL, _P.POST_16, _P.SECTION_41,
         _P.PUPIL_REFERRAL_UNIT, _P.COMMISSIONED)  # fmt: skip
_SEVEN = [Question.OUTCOMES, Question.SEND_TRAINING, Question.INVOLVING, Question.SHARING, Question.ACCESSIBLE,
          Question.STARTING, Question.PLANS]  # fmt: skip
_TEN = [question for question in Question if len(question.value) == 1]


def _codes(questions: Iterable[Question]) -> str:
    return ", ".join(f"'{question.value}'" for question in questions)


# Schools whose kind the register gives as special, whatever their name: as a body of this platform, or as the label of an
# entry that came from the register. An entry that somebody typed tells a maintained special school by its name only.
_SPECIAL_TYPES = (SettingType.MAINTAINED_SPECIAL, SettingType.SPECIAL_ACADEMY, SettingType.NON_MAINTAINED_SPECIAL,
                  SettingType.SECTION_41)  # fmt: skip
_SPECIAL = f"""SELECT urn FROM organisations_organisation
    WHERE setting_type IN ({", ".join(f"'{kind.value}'" for kind in _SPECIAL_TYPES)})"""  # noqa: S608

# Each as a condition of SQL over the columns of _FACTS. No word of anybody's stands in them.
_KINDS = ", ".join(f"'{kind.value}'" for kind in NAMED)
SERVICES: dict[str, str] = {
    "in_area": f"area_scope = 'in' AND provider_type IN ({_KINDS})",
    "outside": f"area_scope = 'outside' AND provider_type IN ({_KINDS})",
    "mainstream": "area_scope = 'in' AND provider_type IN ('early_years', 'maintained_school', 'academy', 'post16')",
    "special": f"""provider_type IN ('non_maintained_special', 'section_41') OR section_41
        OR (urn <> '' AND urn IN ({_SPECIAL})) OR labels ?| array['{SPECIAL_SCHOOL}', '{SPECIAL_POST_16}'] OR name ILIKE '%%special school%%'""",
    "secured": "secured_by_authority",
    "seven_answers": f"answers ?| array[{_codes(_SEVEN)}]",
    "ten_answers": f"answers ?| array[{_codes(_TEN)}]",
    "reports": "sen_information_report_url <> ''",
    "other_education": "provision_kinds ? 'other_education' OR sections ? 'leisure'",
    "post16": "provider_type IN ('post16', 'training') OR sections ? 'post16'",
    "health": "branches ? 'health' OR sections ? 'health'",
    "care": "branches ? 'care' OR sections ? 'social'",
    "adulthood": "provision_kinds ? 'adulthood' OR sections ? 'adulthood'",
    "travel": "provision_kinds ? 'travel' OR sections ? 'travel'",
    "eligibility": "eligibility <> '' AND route <> 'open'",
    "advice": "advice",
    "section_41": "section_41 OR provider_type = 'section_41'",
}
# The facts of an entry, taken out of its one value at once: reading it anew for each condition is ten times slower.
_FACTS = """
    name text, labels jsonb, area_scope text, provider_type text, section_41 boolean, secured_by_authority boolean, advice boolean,
    answers jsonb, sections jsonb, branches jsonb, provision_kinds jsonb, eligibility text, route text, url text,
    referral_link text, urn text, sen_information_report_url text
"""
_SOUND = """assured_on >= %(since)s
    AND NOT coalesce(
        url = ANY(%(broken)s) OR referral_link = ANY(%(broken)s) OR sen_information_report_url = ANY(%(broken)s), false
    )"""
WORDS: dict[str, Any] = {
    "in_area": _("Services in the area by the eight kinds of provider that the law names"),
    "outside": _("The same outside the area"),
    "mainstream": _("Nurseries, schools, academies and colleges of the area"),
    "special": _("Special schools and institutions of section 41"),
    "secured": _("Services that the council secures"),
    "seven_answers": _("Services with answers to the seven questions that councils ask"),
    "ten_answers": _("Services with answers to the ten questions of the law"),
    "reports": _("Schools with a link to their SEN information report"),
    "other_education": _("Sport, arts and clubs"),
    "post16": _("Colleges and training"),
    "health": _("Health services"),
    "care": _("Social care"),
    "adulthood": _("Services for growing up"),
    "travel": _("Travel"),
    "eligibility": _("Services that are not open to all and say who can use them"),
    "advice": _("Advice, forums and groups"),
    "section_41": _("Institutions of section 41"),
}
# Where the public finds them: the part of a search's address after "?", for those that the search can ask for.
QUERIES = {
    "in_area": "scope=in&section=schools&section=early-years&section=post16", "outside": "scope=outside",
    "mainstream": "scope=in&section=schools", "other_education": "section=leisure", "post16": "section=post16",
    "health": "section=health", "care": "section=social", "adulthood": "section=adulthood", "travel": "section=travel",
    "advice": "section=advice",
}  # fmt: skip


def _question() -> str:
    asked = ", ".join(
        f"count(*) FILTER (WHERE {which}), count(*) FILTER (WHERE ({which}) AND {_SOUND}),"
        f" max(assured_on) FILTER (WHERE {which})"
        for which in SERVICES.values()
    )
    return f"""
        SELECT {asked}
        FROM (
            SELECT listing.assured_on, facts.*
            FROM local_offer_listing AS listing, jsonb_to_record(listing.entry) AS facts({_FACTS})
            WHERE listing.authority_id = %(authority)s
              AND (listing.visible_from IS NULL OR listing.visible_from <= %(today)s)
              AND (listing.visible_to IS NULL OR listing.visible_to >= %(today)s)
            OFFSET 0
        ) AS one
    """  # noqa: S608  (conditions of this file only)


def counts(authority: UUID, today: date, since: date, broken: Iterable[str]) -> dict[str, ToldServices]:
    """For each kind of services how many are live, and how many of them are sound; one question for all.

    since: the first day on which a check still counts. broken: addresses that lead nowhere.
    """
    with connection.cursor() as cursor:
        cursor.execute(_question(), {"authority": authority, "today": today, "since": since, "broken": list(broken)})
        found = cursor.fetchone()
    return {name: ToldServices(*found[3 * place : 3 * place + 3]) for place, name in enumerate(SERVICES)}


def missing_kinds(authority: UUID) -> list[str]:
    """Of the eight kinds of provider that the law names, those without a live service in the area."""
    of_area = Listing.objects.filter(authority_id=authority, facets__contains=["scope:in"]).order_by()
    there = set(of_area.values_list("entry__provider_type", flat=True).distinct())
    return [str(kind.label) for kind in NAMED if kind.value not in there]
