"""Mediation (regulations 32 to 42). No weekend moves these dates: only the Tribunal's own limits roll."""

from sendlaw.events import Start
from sendlaw.excuses import Grounds, unless_excused
from sendlaw.outcomes import Deadline, NoFixedDate, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.refusal import Refused
from sendlaw.rulebook import FAMILY, HEALTH_BODY, LOCAL_AUTHORITY, MEDIATION_ADVISER, Holder, rule
from sendlaw.sums import count
from sendlaw.words import day_in_words

ARRANGING_BODY = Holder("the local authority (the integrated care board if only health is in issue)", "the council")
ACTING_BODY = Holder("the local authority or the integrated care board", "the council or the health service")
WISH = ("mediation.la_told_parent_wants_mediation",)
ISSUES = ("education", "social_care", "health")
CERTIFICATE = {
    "mediation.adviser_told_no_mediation": "mediation.certificate_due",
    "mediation.concluded": "mediation.certificate_due.concluded",
    "mediation.adviser_told_not_arranged": "mediation.certificate_due.not_arranged",
}
AS_AN_ORDER = ("amend_section_F", "make_plan_final", "make_plan_draft", "assess_notify", "named_school_only")
NOT_APPEALABLE = ("health_provision", "social_care_provision")
LIKE_AN_ORDER = Grounds(
    "reg 42(2) with 44(3) and 13(3)",
    "reg 42(2) with 44(3) and 13(3)",
    "reg 42(2) with 44(3)",
    "reg 42(2) with 44(3)",
    late_representations="reg 42(2) with 44(3)",
    absence_limit="exception.absence.tribunal",
)


def _issues(start: Start) -> tuple[str, ...]:
    """What mediation is about; empty if not given. Refuses a word that is not an issue."""
    issues = start.facts.texts("issues")
    if odd := set(issues) - set(ISSUES):
        raise Refused(f"issues can be {', '.join(ISSUES)}; {', '.join(sorted(odd))} is not one.")
    return issues


@rule(
    "mediation.contact_adviser_latest",
    starts=("decision.notice_sent",),
    who=FAMILY,
    must="contact the mediation adviser",
    plain="contact the mediation adviser",
    sense="window",
    met_by=("mediation.adviser_contacted",),
    officer="The family must contact the mediation adviser by {due}; a weekend does not move it ({citation}).",
    parent="If you need a mediation certificate, contact the mediation adviser by {due}.",
    next_steps=("The certificate opens one more month for the appeal.",),
)
def contact_adviser_latest(start: Start, law: Law) -> Deadline:
    """When the mediation adviser must be contacted: two months after the notice was sent, with no roll.

    Source: SI 2014/1530 reg 33.
    """
    return count(start, law, "mediation.contact_adviser_latest")


@rule(
    "mediation.certificate_due",
    starts=tuple(CERTIFICATE),
    who=MEDIATION_ADVISER,
    must="issue the mediation certificate",
    plain="send you the mediation certificate",
    met_by=("mediation.certificate_issued",),
    next_steps=("The appeal must reach the Tribunal within a month of the certificate, or the two months if later.",),
)
def certificate_due(start: Start, law: Law) -> Deadline:
    """When the certificate must be issued: three working days after being told, or after mediation ends.

    Also when the adviser is told that mediation cannot be arranged in time.
    Source: Children and Families Act 2014 s.55(4)-(5); SI 2014/1530 reg 34, 36-37, 39.
    """
    return count(start, law, CERTIFICATE[start.event.name])


@rule(
    "mediation.notify_health_bodies",
    starts=WISH,
    who=LOCAL_AUTHORITY,
    must="tell each integrated care board what the health issues are",
    plain="tell the health service what you want to talk about",
    met_by=("mediation.health_bodies_notified",),
)
def notify_health_bodies(start: Start, law: Law) -> Result:
    """When health bodies must be told of mediation that touches health: three working days.

    Source: SI 2014/1530 reg 35.
    """
    issues = _issues(start)
    if not issues:
        return Unknown(("issues",), "It depends on whether health is in issue.", start.opening)
    if "health" not in issues:
        return NoFixedDate("Health is not in issue, so no health body needs to be told.", start.opening)
    return count(start, law, "mediation.notify_health_bodies")


@rule(
    "mediation.arranged_by",
    starts=(*WISH, "mediation.icb_told_by_la"),
    who=ARRANGING_BODY,
    must="arrange the mediation and take part",
    plain="set up the meeting and come to it",
    met_by=("mediation.held",),
    next_steps=("Send someone with authority to settle.",),
)
def arranged_by(start: Start, law: Law) -> Result:
    """When mediation must be arranged: thirty calendar days after the authority was told.

    If only health is in issue, the health body arranges it within thirty days of being told by the authority.
    Source: SI 2014/1530 reg 35 (health only), reg 36.
    """
    if start.event.name == "mediation.icb_told_by_la":
        return count(start, law, "mediation.arranged_by.health")
    issues = _issues(start)
    if not issues:
        return Unknown(("issues",), "It depends on what the mediation is about.", start.opening)
    if set(issues) == {"health"}:
        reason = "Only health is in issue: the health body has thirty days from the day the authority tells it."
        return Unknown(("mediation.icb_told_by_la",), reason, start.opening)
    return count(start, law, "mediation.arranged_by")


@rule(
    "mediation.tell_adviser",
    starts=WISH,
    who=LOCAL_AUTHORITY,
    must="tell the adviser at once if it cannot arrange mediation in thirty days",
    plain="tell the mediation adviser at once if it cannot meet in time",
)
def tell_adviser(start: Start, law: Law) -> NoFixedDate:
    """An authority that cannot keep to the thirty days must tell the adviser as soon as it realises.

    Source: SI 2014/1530 reg 36-37.
    """
    law.limit("mediation.tell_adviser")
    return NoFixedDate("It is due at once, from the day the authority realises.", start.opening)


@rule(
    "mediation.family_told_latest",
    starts=("mediation.planned",),
    who=ARRANGING_BODY,
    must="tell the family the date and place",
    plain="tell you the date and place",
    met_by=("mediation.family_told",),
    next_steps=("The family may agree to shorter notice.",),
)
def family_told_latest(start: Start, law: Law) -> Deadline:
    """When the family must know the date and place: five working days before, unless it agrees to less.

    To check (certainty C): regulations 35-37, for the five working days; one page is the only source.
    Source: SI 2014/1530 reg 35-37.
    """
    return count(start, law, "mediation.family_told_latest")


@rule(
    "mediation.agreement_action",
    starts=("mediation.agreement_dated",),
    who=ACTING_BODY,
    must="carry out what was agreed",
    plain="do what was agreed",
    met_by=("mediation.agreement_carried_out",),
)
def agreement_action(start: Start, law: Law) -> Result:
    """When a mediation agreement must be carried out: as an order for appealable matters, otherwise two weeks.

    `subject` says what was agreed. A different timescale agreed in writing (`agreed_date`) overrides.
    Source: SI 2014/1530 reg 42(2), (3), (5).
    """
    agreed, subject = start.facts.day("agreed_date"), start.facts.text("subject")
    if agreed is not None:
        return Deadline(agreed, (*start.opening, f"Agreed in writing: {day_in_words(agreed)} (reg 42(5))."))
    if subject is None:
        return Unknown(("subject",), "It depends on what was agreed.", start.opening)
    if subject in NOT_APPEALABLE:
        return count(start, law, "mediation.agreement_action")
    if subject not in AS_AN_ORDER:
        raise Refused(f"subject can be {', '.join((*AS_AN_ORDER, *NOT_APPEALABLE))}; {subject} is not one.")
    return unless_excused(start, law, count(start, law, f"mediation.agreement_action.{subject}"), LIKE_AN_ORDER)


@rule(
    "mediation.health_body_tells_authority",
    starts=("mediation.agreement_dated",),
    who=HEALTH_BODY,
    must="tell the local authority of an agreement about health only",
    plain="tell the council what was agreed about health",
)
def health_body_tells_authority(start: Start, law: Law) -> Result:
    """When a health body must pass on an agreement about health only: one week.

    Source: SI 2014/1530 reg 42(4).
    """
    subject = start.facts.text("subject")
    if subject is None:
        return Unknown(("subject",), "It depends on what was agreed.", start.opening)
    if subject != "health_provision":
        return NoFixedDate("The agreement is not about health only.", start.opening)
    return count(start, law, "mediation.health_body_tells_authority")
