"""Every dose in one plain sentence, for a plan; and in short sentences with the child's name, for the family."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from .models import Kind, Period
from .particulars import Promised

_OFTEN = {
    Period.WEEK: lambda times: ngettext("%(times)d time a week", "%(times)d times a week", times),
    Period.TERM: lambda times: ngettext("%(times)d time a term", "%(times)d times a term", times),
    Period.YEAR: lambda times: ngettext("%(times)d time a year", "%(times)d times a year", times),
}
_ONCE_OR_TWICE: dict[tuple[str, int], Callable[[], str]] = {
    (Period.WEEK, 1): lambda: _("once a week"),
    (Period.WEEK, 2): lambda: _("twice a week"),
    (Period.TERM, 1): lambda: _("once a term"),
    (Period.TERM, 2): lambda: _("twice a term"),
    (Period.YEAR, 1): lambda: _("once a year"),
    (Period.YEAR, 2): lambda: _("twice a year"),
}


def how_often(times: int | None, per: str) -> str:
    """ "3 times a week", "once a term"; "" while it is not said."""
    if not times or not per:
        return ""
    known = _ONCE_OR_TWICE.get((per, times))
    return known() if known else _OFTEN[Period(per)](times) % {"times": times}


def minutes_in_words(minutes: int) -> str:
    return ngettext("%(minutes)d minute", "%(minutes)d minutes", minutes) % {"minutes": minutes}


def from_until(from_on: date, until_on: date | None) -> str:
    """ "from 7 September to 18 December 2026"; the first year only where it differs."""
    if until_on is None:
        return _("from %(first)s") % {"first": date_format(from_on, "j F Y")}
    shape = "j F" if from_on.year == until_on.year else "j F Y"
    return _("from %(first)s to %(last)s") % {
        "first": date_format(from_on, shape),
        "last": date_format(until_on, "j F Y"),
    }


_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Professor", "Sister", "Nurse", "Reverend"})


def _inside_a_sentence(words: str) -> str:
    """ "Small-group reading" → "small-group reading"; "ELSA session" and "Mr Lane" stay."""
    words = _bare(words)
    named = words.split(" ", 1)[0].rstrip(".") in _TITLES
    return words if named or words[1:2].isupper() else words[:1].lower() + words[1:]


def _bare(words: str) -> str:
    """Without the full stop that somebody ended the name of the help with."""
    return words.rstrip(" .")


def _start(words: str) -> str:
    return words[:1].upper() + words[1:]


def _who(dose: Promised) -> str:
    return f"{dose.who} ({dose.expertise})" if dose.expertise and dose.who else dose.who


def _checked(dose: Promised) -> str:
    weeks = dose.check_every_weeks
    if not weeks:
        return ""
    said = ngettext("checked every school week", "checked every %(weeks)d school weeks", weeks)
    return said % {"weeks": weeks}


def _with(pattern: str, value: str) -> str:
    return pattern % {"it": value} if value else ""


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def group_in_words(size: int | None) -> str:
    if not size:
        return ""
    return _("alone with the adult") if size == 1 else _("in a group of %(size)d") % {"size": size}


def _group_and_place(dose: Promised) -> str:
    """ "in a group of 4 (Willow room)"."""
    group = group_in_words(dose.group_size)
    if not group or not dose.place:
        return group or _with(pgettext("the place of a session", "where: %(it)s"), dose.place)
    return f"{group} ({dose.place})"


def _timed(dose: Promised) -> list[str]:
    return [
        _bare(dose.what),  # as it was written: "Met at the gate" is as good a name for help as "Small-group reading"
        minutes_in_words(dose.minutes) if dose.minutes else "",
        how_often(dose.times, dose.per),
        _with(_("with %(it)s"), _who(dose)),
        _group_and_place(dose),
        from_until(dose.from_on, dose.until_on),
    ]


def _equipment(dose: Promised) -> list[str]:
    return [
        _bare(dose.what),
        _with(_("used: %(it)s"), dose.place),
        _with(_("looked after by %(it)s"), dose.who),
        _with(_("in place by %(it)s"), _day(dose.in_place_by)),
        _checked(dose),
    ]


def _environment(dose: Promised) -> list[str]:
    return [
        _bare(dose.what),
        _inside_a_sentence(dose.when_used),
        _with(pgettext("where an approach is used", "where: %(it)s"), dose.place),
        _with(_("done by %(it)s"), _inside_a_sentence(_who(dose))),
        from_until(dose.from_on, dose.until_on),
        _checked(dose),
    ]


def _training(dose: Promised) -> list[str]:
    return [
        _("training in %(what)s for %(whom)s")
        % {"what": _inside_a_sentence(dose.what), "whom": _inside_a_sentence(dose.for_whom) or "…"},
        _with(_("given by %(it)s"), _inside_a_sentence(_who(dose))),
        _with(_("%(it)s each"), minutes_in_words(dose.minutes) if dose.minutes else ""),
        how_often(dose.times, dose.per),
        _with(_("done by %(it)s"), _day(dose.in_place_by)),
    ]


def _review(dose: Promised) -> list[str]:
    return [
        _("review of %(what)s") % {"what": _inside_a_sentence(dose.what)},
        how_often(dose.times, dose.per),
        _with(_("by %(it)s"), _inside_a_sentence(_who(dose))),
        _with(_("%(it)s each"), minutes_in_words(dose.minutes) if dose.minutes else ""),
        from_until(dose.from_on, dose.until_on),
    ]


_PARTS: dict[str, Callable[[Promised], list[str]]] = {
    Kind.TIMED_SUPPORT: _timed,
    Kind.EQUIPMENT: _equipment,
    Kind.ENVIRONMENT: _environment,
    Kind.TRAINING: _training,
    Kind.PROFESSIONAL_REVIEW: _review,
}


def dose_sentence(dose: Promised) -> str:
    """The promise as a plan says it. What is not said yet is left out; `missing` names it."""
    return _start(", ".join(part for part in _PARTS[dose.kind](dose) if part)) + "."


def dose_sentence_for_family(dose: Promised, first_name: str) -> str:
    """The same promise in short sentences, with the child's name; the words of the field explained or left out.

    first_name: "" when the reader is the young person whose support it is; then it says "you".
    """
    return " ".join(sentence for sentence in _FAMILY[dose.kind](dose, first_name) if sentence)


def _whom(name: str) -> str:
    return name or _("you")


def _family_timed(dose: Promised, name: str) -> list[str]:
    length = _with(_("for %(it)s each time"), minutes_in_words(dose.minutes) if dose.minutes else "")
    given = ", ".join(part for part in (_inside_a_sentence(dose.what), how_often(dose.times, dose.per), length) if part)
    return [
        _("What %(name)s gets: %(given)s.") % {"name": name, "given": given}
        if name
        else _("What you get: %s.") % given,
        _with(_("%(it)s gives it."), _start(_who(dose))),
        _family_group(dose.group_size, name),
        _with(_("Where: %(it)s."), dose.place),
        _start(from_until(dose.from_on, dose.until_on)) + ".",
    ]


def _family_group(size: int | None, name: str) -> str:
    if not size:
        return ""
    if size == 1:
        alone = _("%(name)s is alone with the grown-up.") % {"name": name}
        return alone if name else _("You are alone with the grown-up.")
    return _("There are %(size)d children in the group.") % {"size": size}


def _family_check(dose: Promised) -> str:
    weeks = dose.check_every_weeks
    if not weeks:
        return ""
    said = ngettext(
        "School looks every school week whether it is there.",
        "School looks every %(weeks)d school weeks whether it is there.",
        weeks,
    )
    return said % {"weeks": weeks}


def _family_equipment(dose: Promised, name: str) -> list[str]:
    return [
        _("For %(name)s to use: %(what)s.") % {"name": _whom(name), "what": _inside_a_sentence(dose.what)},
        _with(_("Where: %(it)s."), dose.place),
        _with(_("It will be there by %(it)s."), _day(dose.in_place_by)),
        _with(_("Who looks after it: %(it)s."), dose.who),
        _family_check(dose),
    ]


def _family_environment(dose: Promised, name: str) -> list[str]:
    return [
        _("What school does for %(name)s: %(what)s.") % {"name": _whom(name), "what": _inside_a_sentence(dose.what)},
        _with(_("When: %(it)s."), _inside_a_sentence(dose.when_used)),
        _with(_("Where: %(it)s."), dose.place),
        _with(_("Who does it: %(it)s."), dose.who),
        _family_check(dose),
    ]


def _family_training(dose: Promised, name: str) -> list[str]:
    return [
        _("To help %(name)s, staff learn about %(what)s.")
        % {"name": _whom(name), "what": _inside_a_sentence(dose.what)},
        _with(_("Who learns: %(it)s."), dose.for_whom),
        _with(_("Who teaches them: %(it)s."), _who(dose)),
        _with(_("It will be done by %(it)s."), _day(dose.in_place_by)),
    ]


def _family_review(dose: Promised, name: str) -> list[str]:
    return [
        _("Somebody who knows about this looks at how it is going for %(name)s: %(what)s.")
        % {"name": _whom(name), "what": _inside_a_sentence(dose.what)},
        _with(_("Who: %(it)s."), _who(dose)),
        _with(_("How often: %(it)s."), how_often(dose.times, dose.per)),
        _start(from_until(dose.from_on, dose.until_on)) + ".",
    ]


_FAMILY: dict[str, Callable[[Promised, str], list[str]]] = {
    Kind.TIMED_SUPPORT: _family_timed,
    Kind.EQUIPMENT: _family_equipment,
    Kind.ENVIRONMENT: _family_environment,
    Kind.TRAINING: _family_training,
    Kind.PROFESSIONAL_REVIEW: _family_review,
}
