"""Has somebody given a reason for a delay? Each closed list of the law is one question, with what must follow."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sendlaw.relaxations import RELAXATIONS

from .shapes import Choice, Kind, Question

REASON = _("Has the council given you a reason for taking longer?")
REASON_HINT = _("The law accepts only a few. We check the one you were given.")
NO_REASON = Choice("no_reason", _("No, or not yet"), tells={})
CLOSURE = Choice("closure", _("The school was closed for a long holiday"), tells={})
PERSONAL = Choice(
    "personal",
    _("Something exceptional happened in our family"),
    _("To the child, a parent or the young person"),
    {"exceptional_personal_circumstances": True},
)
ABSENCE = Choice("absence", _("We were away from the council's area"), tells={})
OTHER = Choice(
    "other",
    _("Something else"),
    _("For example too few educational psychologists, late reports, a panel date or a missing form"),
    {},
)
_RELAXED = next(one for one in RELAXATIONS if "coronavirus" in one.reasons)
CORONAVIRUS = Choice(
    "coronavirus", _("Coronavirus"), tells={"la_reason": "coronavirus"}, within=_RELAXED.touches_events_of
)
EARLY_YEARS = Choice("early_years", _("The nursery or childminder was closed for a long time"), tells={})
LIFTING = frozenset({"closure", "early_years", "personal", "absence", "late_comments", "coronavirus"})

DELAYS = {
    "delay_assessment": Question(
        "delay",
        Kind.ONE_OF,
        REASON,
        REASON_HINT,
        (NO_REASON, CLOSURE, EARLY_YEARS, PERSONAL, ABSENCE, CORONAVIRUS, OTHER),
    ),
    "delay_advice": Question(
        "delay",
        Kind.ONE_OF,
        _("Have they given a reason for taking longer?"),
        REASON_HINT,
        (
            NO_REASON,
            Choice(
                "appointment",
                _("My child missed a test or examination with them"),
                tells={"missed_body_appointment": True},
            ),
            PERSONAL,
            ABSENCE,
            CORONAVIRUS,
            OTHER,
        ),
    ),
    "delay_order": Question(
        "delay",
        Kind.ONE_OF,
        REASON,
        REASON_HINT,
        (
            NO_REASON,
            CLOSURE,
            EARLY_YEARS,
            PERSONAL,
            ABSENCE,
            Choice(
                "late_comments",
                _("We asked to say what we think after the 15 days had ended"),
                tells={"representations_requested_late": True},
            ),
            CORONAVIRUS,
            OTHER,
        ),
    ),
    "delay_detained": Question(
        "delay", Kind.ONE_OF, REASON, REASON_HINT, (NO_REASON, CLOSURE, PERSONAL, ABSENCE, OTHER)
    ),
    "asked_head": Question(
        "advice_requested_from_head_on",
        Kind.DAY,
        _("When did the council ask the head teacher for advice?"),
        only_if=("delay", frozenset({"closure"})),
        if_unknown=_("We cannot say whether the school's holiday counts without the day the head teacher was asked."),
        short=_("Head teacher asked"),
    ),
    "school_closure": Question(
        "school_closure",
        Kind.TWO_DAYS,
        _("When was the school closed?"),
        facts=("school_closed_from", "school_reopens"),
        only_if=("delay", frozenset({"closure"})),
        labels=(_("First day closed"), _("Day it opened again")),
        if_unknown=_("We cannot say whether the school's holiday counts without the days it was closed."),
        short=_("School closed"),
    ),
    "asked_early_years": Question(
        "advice_requested_from_early_years_on",
        Kind.DAY,
        _("When did the council ask the nursery or childminder for advice?"),
        only_if=("delay", frozenset({"early_years"})),
        if_unknown=_("We cannot say whether the closure counts without the day the nursery was asked."),
        short=_("Nursery asked"),
    ),
    "provider_closure": Question(
        "provider_closure",
        Kind.TWO_DAYS,
        _("When was the nursery or childminder closed?"),
        facts=("provider_closed_from", "provider_reopens"),
        only_if=("delay", frozenset({"early_years"})),
        labels=(_("First day closed"), _("Day it opened again")),
        if_unknown=_("We cannot say whether the closure counts without the days of it."),
        short=_("Nursery closed"),
    ),
    "absent_from_area": Question(
        "absent_from_area",
        Kind.TWO_DAYS,
        _("When were you away from the area?"),
        _("It counts only if it was one stay, without a break."),
        only_if=("delay", frozenset({"absence"})),
        labels=(_("First day away"), _("First day back")),
        if_unknown=_("We cannot say whether your time away counts without the days of it."),
        short=_("Away from the area"),
    ),
    "impractical": Question(
        "impractical",
        Kind.ONE_OF,
        _("Does the council say that this is why it could not keep the date?"),
        _("It is not enough that it happened. It must have made the date impractical to keep."),
        (Choice("yes", _("Yes"), tells={"impractical": True}), Choice("no", _("No"), tells={"impractical": False})),
        only_if=("delay", LIFTING),
        if_unknown=_("The date stands unless the council shows that this made it impractical to keep."),
        short=_("Impractical to keep"),
    ),
}
