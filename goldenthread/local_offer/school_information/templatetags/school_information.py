"""In the page of an entry: where its SEN information report stands on this site."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from ..finder.asked import TYPES
from ..models import PublishedReport

register = template.Library()


@register.simple_tag
def report_address(entry: dict[str, Any]) -> str:
    """The report of an entry: the page on this site when it is published here, else the address the entry gives."""
    setting = PublishedReport.objects.filter(service_id=entry["id"]).values_list("setting_id", flat=True).first()
    return reverse("school_report", args=[setting]) if setting else str(entry["sen_information_report_url"])


@register.simple_tag
def visit_address(entry: dict[str, Any]) -> str:
    """The sheet for a visit, for a school that the finder knows; "" for any other entry."""
    return reverse("school_visit", args=[entry["id"]]) if entry["urn"] and entry["provider_type"] in TYPES else ""
