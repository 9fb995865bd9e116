"""What may a role do? Every role of the product, each with one sentence, its reach and its list of rights.

Names of rights come from each app's `permissions.py`; a test fails when one here is unknown or one there is
given to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .reach import Reach


@dataclass(frozen=True)
class Role:
    """A named thing that a person can be, somewhere, from one day to another."""

    key: str
    name: str | Promise = field(compare=False)
    sentence: str | Promise = field(compare=False)
    reach: Reach
    rights: frozenset[str]
    staff: bool = True
    idle_minutes: int = 30  # a signed-in page left alone this long asks to sign in again (docs/decisions/0009)
    absolute_hours: int = 12

    @property
    def second_factor(self) -> bool:
        """All staff sign in with TOTP or a passkey (bar A8)."""
        return self.staff


def _rights(*lists: str) -> frozenset[str]:
    return frozenset(right for names in lists for right in names.split())


_EVERYONE_IN_SCHOOL = "organisation.view concern.raise"
_KNOWS_THE_CHILD = (
    "child.view profile.view profile.acknowledge today.view delivery.record voice.add plan.view review.view"
    " document.view communication.view strategies.view"
)
_LEADS_SEN = (
    "register.view register.export child.search concern.decide concern.view assessment.write plan.write"
    " review.hold profile.write communication.record message.answer status.change contacts.view contacts.change"
    " authority_to_act.record invitation.issue document.add letter.send supervised_views.record group.manage"
    " withheld_address.view withheld_address.record parent_access.decide access_log.view voice.read calendar.view"
    " information_report.view information_report.write"
)
_FAMILY = (
    "child.view profile.view plan.view review.view document.view document.add concern.raise concern.view"
    " voice.add message.send access_log.view plan.agree contacts.own"
)
_EDITS_ENTRIES = "offer_entry.view offer_entry.edit"

PARENT = Role(
    "parent",
    _("Parent or carer"),
    _("Sees and adds to the record of each child for whom they have authority to act."),
    Reach.FAMILY,
    _rights(_FAMILY),
    staff=False,
    idle_minutes=60,
)
YOUNG_PERSON = Role(
    "young_person",
    _("Young person"),
    _("Holds the rights over their own record and decides who else in the family may see it."),
    Reach.SELF,
    _rights(_FAMILY, "parent_access.decide"),
    staff=False,
    idle_minutes=60,
)
CLASS_TEACHER = Role(
    "class_teacher",
    _("Class teacher"),
    _("Plans and delivers for the children in their own classes and groups."),
    Reach.CLASSES,
    _rights(_EVERYONE_IN_SCHOOL, _KNOWS_THE_CHILD, "communication.record voice.read"),
)
TEACHING_ASSISTANT = Role(
    "teaching_assistant",
    _("Teaching assistant"),
    _("Delivers sessions and writes what happened for the children they work with."),
    Reach.CLASSES,
    _rights(_EVERYONE_IN_SCHOOL, _KNOWS_THE_CHILD),
)
COVER_TEACHER = Role(
    "cover_teacher",
    _("Cover teacher"),
    _("For the days of the cover, sees how to help each child in the class, and records sessions."),
    Reach.COVER,
    _rights(_EVERYONE_IN_SCHOOL, "profile.view profile.acknowledge today.view delivery.record strategies.view"),
)
SENCO = Role(
    "senco",
    _("SENCO"),
    _("Leads special educational needs in the setting: the register, decisions, plans and reviews."),
    Reach.SETTING,
    _rights(_EVERYONE_IN_SCHOOL, _KNOWS_THE_CHILD, _LEADS_SEN, "numbers.view import.run"),
)
HEAD = Role(
    "head",
    _("Head teacher"),
    _("Answers for the setting: sees its register and records, and stands in for the SENCO's decisions."),
    Reach.SETTING,
    _rights(
        _EVERYONE_IN_SCHOOL,
        "child.view profile.view plan.view review.view document.view communication.view register.view"
        " register.export child.search concern.view concern.decide numbers.view strategies.view calendar.view"
        " voice.read access_log.view withheld_address.view assignments.view term_dates.manage information_report.view"
        " information_report.write information_report.approve",
    ),
)
GOVERNOR = Role(
    "governor",
    _("Governor"),
    _("Sees numbers for the school, with small ones hidden, and no child; approves what the school publishes on SEN."),
    Reach.NUMBERS,
    _rights("organisation.view numbers.view information_report.view information_report.approve"),
)
DATA_MANAGER = Role(
    "data_manager",
    _("School data manager"),
    _("Keeps pupils, contacts, staff and classes right; sees no SEN Support detail."),
    Reach.SETTING,
    _rights(
        _EVERYONE_IN_SCHOOL,
        "import.run contacts.view contacts.change pupil.view pupil.change term_dates.manage assignments.view",
    ),
)
AUTHORITY_OFFICER = Role(
    "authority_officer",
    _("Authority officer"),
    _("Works for the local authority: sees the settings of the area, and no SEN Support of any child."),
    Reach.NOBODY,
    _rights(
        "organisation.view area.view local_offer.import comment.handle comment.sign_off offer_words.keep",
        "offer_page.write offer_page.publish offer_duty.keep copy_request.handle",
        _EDITS_ENTRIES,
        "offer_entry.archive offer_entry.moderate offer_entry.keep offer_provider.manage offer_claim.decide"
        " entry_report.handle",
    ),
)
OFFER_MODERATOR = Role(
    "offer_moderator",
    _("Local Offer moderator"),
    _("Looks at changes to entries of the Local Offer before anybody sees them. Sees no child."),
    Reach.NOBODY,
    _rights(_EDITS_ENTRIES, "offer_entry.moderate"),
)
PROVIDER_OWNER = Role(
    "provider_owner",
    _("Provider owner"),
    _("Answers for an organisation's entries in the Local Offer, and says who else may change them. Sees no child."),
    Reach.NOBODY,
    _rights(_EDITS_ENTRIES, "offer_entry.archive offer_provider.manage entry_report.handle"),
)
PROVIDER_EDITOR = Role(
    "provider_editor",
    _("Provider editor"),
    _("Changes an organisation's entries in the Local Offer. Sees no child."),
    Reach.NOBODY,
    _rights(_EDITS_ENTRIES),
)
PROVIDER_VIEWER = Role(
    "provider_viewer",
    _("Provider viewer"),
    _("Sees where an organisation's entries in the Local Offer stand. Sees no child."),
    Reach.NOBODY,
    _rights("offer_entry.view"),
)
PLATFORM_ADMINISTRATOR = Role(
    "platform_administrator",
    _("Platform administrator"),
    _("Keeps the service running: organisations and who works where. Sees no child."),
    Reach.NOBODY,
    _rights("organisation.view organisations.manage assignments.view assignments.manage"),
)

ROLES: dict[str, Role] = {
    role.key: role
    for role in (
        PARENT,
        YOUNG_PERSON,
        CLASS_TEACHER,
        TEACHING_ASSISTANT,
        COVER_TEACHER,
        SENCO,
        HEAD,
        GOVERNOR,
        DATA_MANAGER,
        AUTHORITY_OFFICER,
        OFFER_MODERATOR,
        PROVIDER_OWNER,
        PROVIDER_EDITOR,
        PROVIDER_VIEWER,
        PLATFORM_ADMINISTRATOR,
    )
}
