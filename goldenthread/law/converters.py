"""The name of a rule in an address."""

from django.urls.converters import StringConverter


class RuleName(StringConverter):
    """Two or more words of small letters, figures and underscores, joined by a dot."""

    regex = r"[a-z0-9_]+(?:\.[a-z0-9_]+)+"
