"""Names in addresses: section pages, languages, and rows of the legal list. Only what could be one is looked up."""

from __future__ import annotations

from django.urls.converters import StringConverter

from .languages import LANGUAGES
from .legal_list import BY_KEY


class PageName(StringConverter):
    """The name of a section page: small letters, figures and single dashes."""

    regex = r"[a-z0-9]+(?:-[a-z0-9]+)*"


class LanguageCode(StringConverter):
    regex = "|".join(LANGUAGES)


class RequirementKey(StringConverter):
    regex = "|".join(BY_KEY)
