"""The routes open to a family when something is not working: how, by when, and on what ground.

ground: "law" or "guidance", with its citation; "" where it is only a way of asking. Sources: Children and Families Act
2014 ss.20, 32, 36, 66, 68; SEND Regulations 2014 regs 4, 5; Equality Act 2010 Schedule 17 paragraph 4; Local Government
Act 1974 s.26; SEND Code of Practice 2015.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from goldenthread.children.models import Child
from goldenthread.organisations.models import Organisation


@dataclass(frozen=True)
class Route:
    """One thing a family can do. when: by when it must be done or answered. links: text and address, outside ours too."""

    title: str
    how: str
    when: str = ""
    ground: str = ""
    ground_text: str = ""
    citation: str = ""
    links: tuple[tuple[str, str], ...] = field(default=())
    points: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Stage:
    """Routes that belong together, the nearest first."""

    title: str
    lead: str
    routes: tuple[Route, ...]


def routes(
    *, child: Child, own: bool, school: Organisation, authority: Organisation, teacher: str, teacher_role: str,
    sencos: list[str], advice: Organisation | None,
) -> list[Stage]:  # fmt: skip
    """Every route for this child today, from the nearest person to the Tribunal."""
    return [
        Stage(
            _("Talk with the school"),
            _("Start with whoever you find easiest. You can bring somebody with you."),
            (
                _the_teacher(teacher, teacher_role, own),
                _the_senco(sencos, school, own),
                _the_head(school),
                _complaint(school),
            ),
        ),
        Stage(
            _("Get help that is on your side"),
            _("It is free, and you do not need to fall out with the school first."),
            (_advice(advice, authority),),
        ),
        Stage(
            _("Ask the local authority for an EHC needs assessment"),
            _("You can ask yourself. You do not need the school's permission."),
            (_assessment(own, authority),),
        ),
        Stage(
            _("Complain further, or claim discrimination"),
            _("These take longer. The advice service above can help you choose."),
            (_ombudsman(authority), _discrimination(own)),
        ),
    ]


def _the_teacher(name: str, role: str, own: bool) -> Route:
    who = f"{name} ({role})" if name and role else name or _("the class or subject teacher")
    return Route(
        _("The teacher: %s") % who,
        _("Ask for a talk, or write a message. Say what is not happening and what you would like."),
        ground="guidance",
        ground_text=_("The class or subject teacher stays responsible for your progress, day to day.")
        if own
        else _("The class or subject teacher stays responsible for the child's progress, day to day."),
        citation=_("SEND Code of Practice 2015 paras 6.44 to 6.56"),
    )


def _the_senco(names: list[str], school: Organisation, own: bool) -> Route:
    return Route(
        _("The SENCO: %s") % (", ".join(names) or _("ask the school office for the name")),
        _("The SENCO leads all SEN help in the school. Ask for the review to be brought forward."),
        when=_("The school says it answers within %s school days.") % school.answer_days,
        ground="law",
        ground_text=_("The school must use its best endeavours to get the help that you need.")
        if own
        else _("The school must use its best endeavours to get the help a child's needs call for, and must tell "
               "parents when it gives special help, and why."),
        citation=_("Children and Families Act 2014 s.66") if own else _("Children and Families Act 2014 ss.66 and 68"),
        points=(_("The school should meet parents at least three times a year. This is guidance (Code 6.65)."),),
    )  # fmt: skip


def _the_head(school: Organisation) -> Route:
    return Route(
        _("The head teacher"),
        _("Write to the head teacher at %s if talking has not helped.") % school.name,
        when=_("The school says it answers within %s school days.") % school.answer_days,
    )


def _complaint(school: Organisation) -> Route:
    page = ((_("The school's complaints procedure"), school.complaints_page),) if school.complaints_page else ()
    return Route(
        _("A formal complaint to the school"),
        _("Ask the office for the complaints procedure and follow its steps. Keep copies of what you send."),
        when=_("The school's own procedure says how long each step takes. The law sets no number of days."),
        links=page,
    )


def _advice(service: Organisation | None, authority: Organisation) -> Route:
    links = ((service.name, service.website),) if service and service.website else ()
    phone = _("Phone: %s.") % service.phone if service and service.phone else ""
    name = service.name if service else _("the SEND information, advice and support service (SENDIASS)")
    return Route(
        _("Free, impartial advice: %s") % name,
        " ".join([_("They explain the law, help you prepare for meetings, and can come with you. What you tell them is "
                    "between you and them."), phone]).strip(),
        ground="law",
        ground_text=_("%s must make this advice available to you.") % authority.name,
        citation=_("Children and Families Act 2014 s.32"),
        links=links,
    )  # fmt: skip


def _assessment(own: bool, authority: Organisation) -> Route:
    finds_hard, has_needs = _("your child finds hard"), _("Your child has, or may have, special educational needs; and")
    if own:
        finds_hard, has_needs = _("you find hard"), _("You have, or may have, special educational needs; and")
    return Route(
        _("Ask %s yourself") % authority.name,
        _("Write to the local authority. Say what %s, what has been tried, and that you ask for an EHC needs "
          "assessment.") % finds_hard,
        when=_("They must tell you yes or no, with reasons if no, within 6 weeks of getting your request."),
        ground="law",
        ground_text=_("The legal test has two parts. The local authority must assess if it thinks that"),
        points=(
            has_needs,
            _("it may be necessary for help to be given under an EHC plan."),
            _("A rule of their own, such as “so many cycles first” or “so many years behind”, is not the test."),
            _("Not if there was an assessment in the last six months."),
        ),
        citation=_("Children and Families Act 2014 s.36(1), (5) and (8); SEND Regulations 2014 regs 4 and 5"),
    )  # fmt: skip


def _ombudsman(authority: Organisation) -> Route:
    return Route(
        _("A complaint about the local authority"),
        _("First use the complaints procedure of %s. After that, the Local Government and Social Care Ombudsman can look "
          "at it. The Ombudsman cannot look where you could appeal to the Tribunal.") % authority.name,
        when=_("Within 12 months of knowing about it."),
        ground="law",
        ground_text=_("The Ombudsman looks at how the authority acted."),
        citation=_("Local Government Act 1974 ss.26 and 26B"),
    )  # fmt: skip


def _discrimination(own: bool) -> Route:
    how = _(
        "If a disabled child was treated worse, left out, or not given a reasonable adjustment, you can claim to the "
        "First-tier Tribunal (Special Educational Needs and Disability)."
    )
    if own:
        how = _(
            "If you are disabled and were treated worse, left out, or not given a reasonable adjustment, you can claim "
            "to the First-tier Tribunal (Special Educational Needs and Disability)."
        )
    return Route(
        _("A claim that a school discriminated because of disability"),
        how,
        when=_("Within 6 months, counted from the day it happened."),
        ground="law",
        ground_text=_("Schools must not discriminate, and must make reasonable adjustments."),
        citation=_("Equality Act 2010 Schedule 17 paragraph 4"),
    )  # fmt: skip
