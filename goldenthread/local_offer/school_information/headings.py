"""What a SEN information report must say, heading by heading, with help for whoever writes it.

Source: SI 2014/1530 Schedule 1 and reg 51; Children and Families Act 2014 s.69(3)(b). Paragraph numbers are given only
where the text of the Schedule was read (1 to 7); the rest cite the Schedule as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goldenthread.organisations.models import SettingType

Text = str | Promise
DUTY = "sen_information_report"  # its key in organisations/duties.py
WHAT_CHANGED = "what-changed"
DRAFT_OF = "information_report/"  # with the key of a part: the name under which what is typed of it is kept
_SCHEDULE = "SI 2014/1530 Schedule 1"
_ACT = "Children and Families Act 2014 s.69(3)(b)"
_SPECIAL = (SettingType.MAINTAINED_SPECIAL, SettingType.SPECIAL_ACADEMY)


@dataclass(frozen=True)
class Heading:
    """One heading. help: what belongs under it; mainstream: the law asks it of mainstream schools only.

    facts_do: when the records have something for this heading, the school need not add words of its own.
    """

    key: str
    title: Text
    help: Text
    citation: str
    mainstream: bool = False
    facts_do: bool = False

    def asked_of(self, setting_type: str) -> bool:
        return not (self.mainstream and setting_type in _SPECIAL)


_ALL = (
    Heading(
        "kinds", _("What kinds of special educational needs do we help with?"),
        _("Name the four broad areas and the needs you have experience of. Say it so that every family can find"
          " themselves in it, also those without a diagnosis."),
        f"{_SCHEDULE} paragraph 1",
    ),
    Heading(
        "identification", _("How do we notice that a child may need more help?"),
        _("Who looks, at what, how often; what a parent can do who is worried; what happens next and how soon."),
        f"{_SCHEDULE} paragraph 2", mainstream=True,
    ),
    Heading(
        "effectiveness", _("How do we find out whether our help works?"),
        _("What you compare, when, who takes part, and what you have changed because of it."),
        f"{_SCHEDULE} paragraph 3(a)",
    ),
    Heading(
        "progress", _("How do we check and review a child's progress?"),
        _("The cycle of assess, plan, do and review: how often, with whom, and how child and parents take part."),
        f"{_SCHEDULE} paragraph 3(b)",
    ),
    Heading(
        "teaching", _("How do we teach children with special educational needs?"),
        _("What teachers do in every lesson before anything extra, and who answers for it."),
        f"{_SCHEDULE} paragraph 3(c)",
    ),
    Heading(
        "adapting", _("How do we change lessons and rooms to fit?"),
        _("The curriculum, the classroom, noise and light, breaks, the way work is given and handed in."),
        f"{_SCHEDULE} paragraph 3(d)",
    ),
    Heading(
        "support", _("What extra help with learning is there?"),
        _("What you offer beyond lessons, for whom, and how it is decided. Your records name what runs now."),
        f"{_SCHEDULE} paragraph 3(e)",
    ),
    Heading(
        "activities", _("How can every child join in with everything?"),
        _("Clubs, trips, sport and play with children who have no special educational needs. What you do so that nobody"
          " stays behind."),
        f"{_SCHEDULE} paragraph 3(f)",
    ),
    Heading(
        "wellbeing", _("How do we look after feelings and friendships, and stop bullying?"),
        _("Whom a child can go to, what you do against bullying of children with special educational needs, and how you"
          " listen."),
        f"{_SCHEDULE} paragraph 3(g)",
    ),
    Heading(
        "senco", _("Who is our SENCO, and how can you reach them?"),
        _("Your records name the SENCO and the office. Add when they can be reached, if you like."),
        f"{_SCHEDULE} paragraph 4", mainstream=True, facts_do=True,
    ),
    Heading(
        "expertise", _("What do our staff know, and how do we bring in specialists?"),
        _("Training in the last two years and what is planned; how specialists are asked for. Name posts, not people."),
        f"{_SCHEDULE} paragraph 5",
    ),
    Heading(
        "equipment", _("How do we get equipment and facilities?"),
        _("What you have, how you decide to buy or borrow, who pays."),
        f"{_SCHEDULE} paragraph 6",
    ),
    Heading(
        "parents", _("How do we talk with parents and involve them?"),
        _("When you meet, how decisions are made together, how a parent asks for a meeting."),
        f"{_SCHEDULE} paragraph 7",
    ),
    Heading(
        "pupils", _("How do we listen to children and young people?"),
        _("How each child has a say in their own help, also those who do not speak or write much."),
        _SCHEDULE,
    ),
    Heading(
        "complaints", _("What can you do if you are not happy?"),
        _("Whom to talk to first, the steps after that and how long each takes. Link the complaints procedure."),
        _SCHEDULE,
    ),
    Heading(
        "others", _("Whom do we work with?"),
        _("Health, social care, the authority's support services and voluntary bodies: how the governing body involves"
          " them in meeting needs and helping families."),
        _SCHEDULE,
    ),
    Heading(
        "contacts", _("Where can families get support and advice?"),
        _("Your records name the SEND advice service. Add parents' groups and local bodies, if you like."),
        _SCHEDULE, facts_do=True,
    ),
    Heading(
        "transfer", _("How do we help with starting, moving on and growing up?"),
        _("Joining the school, changing class, moving to the next school or college, and getting ready for adult life."),
        _SCHEDULE,
    ),
    Heading(
        "local-offer", _("Where is the Local Offer?"),
        _("Your records name it. Add how you contribute to it, if you like."),
        _SCHEDULE, facts_do=True,
    ),
    Heading(
        "admissions", _("How are disabled children admitted?"),
        _("The arrangements for the admission of disabled pupils, and what you do before the first day."),
        _ACT,
    ),
    Heading(
        "fair-treatment", _("What do we do so that disabled pupils are not treated less well?"),
        _("The steps you take, with an example or two that names nobody."),
        _ACT,
    ),
    Heading(
        "facilities", _("What helps disabled pupils to get around and use the school?"),
        _("Ramps, lifts, toilets, hearing loops, quiet rooms. Your Local Offer entry names some."),
        _ACT,
    ),
    Heading(
        "accessibility-plan", _("Where is our accessibility plan?"),
        _("What it plans for the next years, and where to read all of it."),
        _ACT,
    ),
)  # fmt: skip

HEADINGS: dict[str, Heading] = {heading.key: heading for heading in _ALL}


def headings_for(setting_type: str) -> list[Heading]:
    """The headings that the law asks of this kind of school, in order. Others may be written all the same."""
    return [heading for heading in _ALL if heading.asked_of(setting_type)]
