"""What was promised and what happens next: one dose in a line, and the panel now, next, if not."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.components import shapes
from goldenthread.design_system.components.actions import button
from goldenthread.design_system.components.markup import joined
from goldenthread.design_system.components.states import progress_bar

PERIODS = {"week": _("a week"), "fortnight": _("a fortnight"), "term": _("a term"), "year": _("a year")}
ROWS = {"now": _("Now"), "next": _("Next"), "if_not": _("If not")}
ROW_SHAPES = {
    "now": shapes.STEPS["done"],
    "next": shapes.STEPS["next"],
    "if_not": SafeString('<path d="M10.5 2.5l8 8-8 8-8-8z"/>'),
}


@dataclass(frozen=True, slots=True)
class DoseLine:
    """One dose as people read it. What is None or "" is not said; delivered goes with planned."""

    what: str
    minutes: int | None = None
    times: int | None = None
    period: str = "week"
    by_whom: str = ""
    group_size: int | None = None
    where: str = ""
    dates: str = ""
    toward: str = ""
    href: str = ""
    delivered: float | None = None
    planned: float | None = None


def dose_line(dose: DoseLine) -> SafeString:
    """A dose: what, how long and how often, by whom, with how many, where, when, toward what."""
    what = format_html('<a class="govuk-link" href="{}">{}</a>', dose.href, dose.what) if dose.href else dose.what
    facts = joined(format_html("<li>{}</li>", fact) for fact in dose_facts(dose))
    toward = (
        format_html('<p class="gt-dose__toward">{}</p>', gettext("Toward: %(outcome)s") % {"outcome": dose.toward})
        if dose.toward
        else ""
    )
    done = ""
    if dose.planned is not None:
        done = progress_bar(dose.delivered or 0, dose.planned, gettext("sessions"), dose.what)
    return format_html(
        '<div class="gt-dose"><p class="gt-dose__what">{}</p><ul class="gt-dose__parts">{}</ul>{}{}</div>',
        what,
        facts,
        toward,
        done,
    )


def dose_facts(dose: DoseLine) -> list[str]:
    """The particulars of a dose in reading order, each a short phrase."""
    size = dose.group_size
    together = ""
    if size is not None:
        together = gettext("one to one") if size == 1 else gettext("group of %(size)s") % {"size": size}
    amounts = [_minutes(dose.minutes), _times(dose.times, dose.period)]
    return [fact for fact in (*amounts, together, dose.by_whom, dose.where, dose.dates) if fact]


def _minutes(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return ngettext("%(number)s minute", "%(number)s minutes", minutes) % {"number": minutes}


def _times(times: int | None, period: str) -> str:
    if times is None:
        return ""
    how_often = {1: gettext("once"), 2: gettext("twice")}.get(times) or gettext("%(number)s times") % {"number": times}
    return f"{how_often} {PERIODS[period]}"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One row of the panel: the sentence, what goes with it, and what the reader can do."""

    text: str
    detail: object = ""
    action_text: str = ""
    action_href: str = ""


def what_next(now: NextStep, next: NextStep, if_not: NextStep, heading_level: int = 2) -> SafeString:
    """Where we are, what happens next, and what to do if it does not happen. All three are always said."""
    steps = {"now": now, "next": next, "if_not": if_not}
    rows = joined(_row(name, step, heading_level) for name, step in steps.items())
    return format_html('<div class="gt-next">{}</div>', rows)


def _row(name: str, step: NextStep, level: int) -> SafeString:
    detail = format_html('<div class="gt-next__detail">{}</div>', step.detail) if step.detail else ""
    return format_html(
        '<div class="gt-next__row gt-next__row--{0}">{1}<h{2} class="gt-next__label">{3}</h{2}>'
        '<p class="gt-next__text">{4}</p>{5}{6}</div>',
        name.replace("_", "-"),
        shapes.drawn(ROW_SHAPES[name], "gt-next__shape", 21),
        level,
        ROWS[name],
        step.text,
        detail,
        _step_action(name, step),
    )


def _step_action(name: str, step: NextStep) -> SafeString | str:
    if not step.action_href:
        return ""
    if name == "next":
        return format_html('<div class="gt-next__action">{}</div>', button(step.action_text, step.action_href))
    return format_html(
        '<p class="gt-next__action"><a class="govuk-link" href="{}">{}</a></p>',
        step.action_href,
        step.action_text,
    )
