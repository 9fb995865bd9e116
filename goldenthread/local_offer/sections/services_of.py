"""Which live services tell which row of the legal list, as questions to the published listings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q
from django.utils.translation import gettext_lazy as _

from ..models import Listing, ProviderType, Question
from ..models.choices import AreaScope
from .standing import ToldServices

_P = ProviderType
# The eight kinds of provider that Schedule 2 paragraph 1 names.
NAMED = (_P.EARLY_YEARS, _P.MAINTAINED, _P.ACADEMY, _P.NON_MAINTAINED_SPECIAL, _P.POST_16, _P.SECTION_41,
         _P.PUPIL_REFERRAL_UNIT, _P.COMMISSIONED)  # fmt: skip
_SEVEN = [Question.OUTCOMES, Question.SEND_TRAINING, Question.INVOLVING, Question.SHARING, Question.ACCESSIBLE,
          Question.STARTING, Question.PLANS]  # fmt: skip
_TEN = [question for question in Question if len(question.value) == 1]


def _has(name: str, value: Any) -> Q:
    return Q(**{f"entry__{name}": value})


def _of_type(*types: ProviderType) -> Q:
    return Q(entry__provider_type__in=[str(one) for one in types])


def _in_list(name: str, *codes: str) -> Q:
    found = Q()
    for code in codes:
        found |= Q(**{f"entry__{name}__contains": [code]})
    return found


def _answers(questions: Iterable[Question]) -> Q:
    return Q(entry__answers__has_any_keys=[str(one) for one in questions])


_IN, _OUTSIDE = _has("area_scope", str(AreaScope.IN_AREA)), _has("area_scope", str(AreaScope.OUTSIDE))
SERVICES: dict[str, Q] = {
    "in_area": _IN & _of_type(*NAMED),
    "outside": _OUTSIDE & _of_type(*NAMED),
    "mainstream": _IN & _of_type(_P.EARLY_YEARS, _P.MAINTAINED, _P.ACADEMY, _P.POST_16),
    "special": _of_type(_P.NON_MAINTAINED_SPECIAL, _P.SECTION_41)
    | _has("section_41", True)
    | Q(entry__name__icontains="special school"),
    "secured": _has("secured_by_authority", True),
    "seven_answers": _answers(_SEVEN),
    "ten_answers": _answers(_TEN),
    "reports": ~_has("sen_information_report_url", ""),
    "other_education": _in_list("provision_kinds", "other_education") | _in_list("sections", "leisure"),
    "post16": _of_type(_P.POST_16, _P.TRAINING) | _in_list("sections", "post16"),
    "health": _in_list("branches", "health") | _in_list("sections", "health"),
    "care": _in_list("branches", "care") | _in_list("sections", "social"),
    "adulthood": _in_list("provision_kinds", "adulthood") | _in_list("sections", "adulthood"),
    "travel": _in_list("provision_kinds", "travel") | _in_list("sections", "travel"),
    "eligibility": ~_has("eligibility", "") & ~_has("route", "open"),
    "advice": _has("advice", True),
    "section_41": _has("section_41", True) | _of_type(_P.SECTION_41),
}
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


def counts(authority: UUID, today: date, since: date, broken: Iterable[str]) -> dict[str, ToldServices]:
    """For each kind of services how many are live, and how many of them are sound; one question for all.

    since: the first day on which a check still counts. broken: addresses that lead nowhere.
    """
    lost = list(broken)
    leads_nowhere = (
        Q(entry__url__in=lost) | Q(entry__referral_link__in=lost) | Q(entry__sen_information_report_url__in=lost)
        if lost else Q(pk__in=[])
    )  # fmt: skip
    sound = Q(assured_on__gte=since) & ~leads_nowhere
    shown = Q(visible_from__isnull=True) | Q(visible_from__lte=today)
    shown &= Q(visible_to__isnull=True) | Q(visible_to__gte=today)
    asked: dict[str, Any] = {}
    for name, which in SERVICES.items():
        asked[f"{name}_total"] = Count("pk", filter=which)
        asked[f"{name}_sound"] = Count("pk", filter=which & sound)
        asked[f"{name}_newest"] = Max("assured_on", filter=which)
    found = Listing.objects.filter(shown, authority_id=authority).order_by().aggregate(**asked)
    return {
        name: ToldServices(found[f"{name}_total"], found[f"{name}_sound"], found[f"{name}_newest"]) for name in SERVICES
    }


def missing_kinds(authority: UUID) -> list[str]:
    """Of the eight kinds of provider that the law names, those without a live service in the area."""
    of_area = Listing.objects.filter(_IN, authority_id=authority).order_by()
    there = set(of_area.values_list("entry__provider_type", flat=True).distinct())
    return [str(kind.label) for kind in NAMED if kind.value not in there]
