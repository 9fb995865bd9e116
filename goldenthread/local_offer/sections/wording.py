"""Words and tags for how things stand."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.components.states import state

STATUS_WORDS = {"met": _("Met"), "partly": _("Partly met"), "not_met": _("Not met")}
_KINDS = {"met": "met", "partly": "due", "not_met": "late"}
_WHY = {
    "gone": _("The page is gone"),
    "no_such_name": _("There is no such site"),
    "private": _("It leads into a private network"),
    "no_answer": _("The site did not answer"),
    "too_far": _("It sends people on too often"),
}


def standing_tag(status: str) -> SafeString:
    """Word, shape and colour for met, partly met or not met."""
    return state(_KINDS[status], str(STATUS_WORDS[status]))


def why_words(why: str) -> str:
    """What was found at an address: a sentence, or the number that the site answered."""
    return str(_WHY.get(why) or (_("The site answered %(number)s") % {"number": why}))
