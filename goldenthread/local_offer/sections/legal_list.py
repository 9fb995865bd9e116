"""What the law says a Local Offer must tell: one row for each thing, with where in the law it stands.

Source: Children and Families Act 2014 s.30; SEND Regulations 2014 (SI 2014/1530) reg 53 and Schedule 2; SEND Code of
Practice 2015 chapter 4. paragraph: of Schedule 2, "" where its number is not confirmed: then none is claimed.
certainty: A where the text itself was read; B where it rests on a reliable summary and is to be checked before it is
quoted as law.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True)
class Requirement:
    """One row. pages: the section pages that tell it, by name; services: which live services tell it (services_of.py);
    wants_document: whether a policy, statement or list is what tells it; without that document it is never met."""

    key: str
    must_tell: Text
    paragraph: str
    certainty: str
    pages: tuple[str, ...] = ()
    services: str = ""
    wants_document: bool = False

    @property
    def is_guidance(self) -> bool:
        """Whether it stands in the Code alone, which must be had regard to but is not the law itself."""
        return self.paragraph.startswith("Code")

    @property
    def is_confirmed(self) -> bool:
        """Whether the text itself was read, all of it."""
        return self.certainty == "A"

    @property
    def law(self) -> Text:
        """Where it stands, as far as that is confirmed."""
        if self.is_guidance:
            return _("SEND Code of Practice 2015, ") + self.paragraph.removeprefix("Code ")
        if self.paragraph:
            return _("SEND Regulations 2014 (SI 2014/1530) Schedule 2, paragraph ") + self.paragraph
        return _("SEND Regulations 2014 (SI 2014/1530) Schedule 2")


REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(
        "C01", _("SEN and training provision in the area: early years, maintained schools and units, academies and units,"
                 " non-maintained special schools, post-16, section 41 institutions, pupil referral units, and others whom"
                 " the council commissions"), "1", "A", ("early-years", "special-schools", "after-16"), "in_area",
    ),
    Requirement("C02", _("The same outside the area"), "2", "A", ("outside-the-area",), "outside"),
    Requirement(
        "C03", _("What ordinary settings provide, with help in learning and the curriculum"), "3(a)", "A",
        ("sen-support",), "mainstream",
    ),
    Requirement(
        "C04", _("What special schools, special post-16 institutions and section 41 institutions provide"), "3(b)", "A",
        ("special-schools",), "special",
    ),
    Requirement(
        "C05", _("What the council secures in ordinary settings, pupil referral units and alternative provision academies"),
        "3(c)", "A", ("what-the-council-arranges",), "secured",
    ),
    Requirement("C06", _("How the money works, and delegated budgets"), "3(d)", "A", ("money-for-sen",)),
    Requirement(
        "C07", _("How settings find out what a child needs, ask families, secure services and equipment, and help with moves"
                 " between stages and into adulthood"), "4", "B", ("sen-support", "moving-on"), "seven_answers",
    ),
    Requirement(
        "C08", _("How settings teach and adapt, what extra help there is, how progress and results are looked at with"
                 " families, access to facilities, activities, support, expertise, and well-being"), "5(a) to (j)", "A",
        ("sen-support",), "ten_answers",
    ),
    Requirement("C09", _("Where each school's SEN information report is"), "", "B", ("school-reports",), "reports"),
    Requirement(
        "C10", _("Other education: sport, arts, paired reading"), "", "B", ("learning-outside-lessons",), "other_education",
    ),
    Requirement(
        "C11", _("Education and training after 16: apprenticeships, traineeships, supported internships"), "", "B",
        ("after-16",), "post16",
    ),
    Requirement(
        "C12", _("Health: therapies, mental health, equipment and wheelchairs, continence, nursing, palliative and"
                 " short-break care, urgent and continuing care, the move to adult health"), "", "B", ("health",), "health",
    ),
    Requirement(
        "C13", _("Social care: childcare that suits disabled children, leisure, short breaks, the move to adult care,"
                 " living on one's own"), "", "B", ("social-care",), "care",
    ),
    Requirement(
        "C14", _("Preparing for adulthood: work, housing, taking part in society"), "", "B", ("preparing-for-adulthood",),
        "adulthood",
    ),
    Requirement(
        "C15", _("Travel: what is arranged, specialised travel, free and cheaper fares, travel training"), "", "B",
        ("travel",), "travel", wants_document=True,
    ),
    Requirement(
        "C16", _("How to ask for an EHC needs assessment, and how needs are found out"), "", "B",
        ("asking-for-an-assessment",),
    ),
    Requirement("C17", _("Personal budgets"), "", "B", ("personal-budgets",)),
    Requirement(
        "C18", _("The rules about who can use a service, where there are any"), "", "B", ("who-can-use-a-service",),
        "eligibility",
    ),
    Requirement(
        "C19", _("Where families find information, advice and support, the parent carer forum and support groups"), "15",
        "A", ("advice-and-support",), "advice",
    ),
    Requirement(
        "C20", _("Complaints, settling disagreements, mediation, and appeals with their time limits"), "17 (complaints)", "A / B",
        ("if-you-disagree",),
    ),
    Requirement(
        "C21", _("The council's accessibility strategy"), "", "B", ("accessibility-strategy",), wants_document=True,
    ),
    Requirement(
        "C22", _("The list of section 41 institutions"), "", "B", ("section-41",), "section_41", wants_document=True,
    ),
    Requirement("C23", _("Help in higher education (Disabled Students' Allowance)"), "Code 4.30", "B", ("higher-education",)),
    Requirement("C24", _("The short breaks statement"), "Code chapter 4", "B", ("short-breaks",), wants_document=True),
)  # fmt: skip
BY_KEY: dict[str, Requirement] = {one.key: one for one in REQUIREMENTS}
