"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

OFFER_ENTRY_VIEW = right("offer_entry.view", _("See where entries of the Local Offer stand, and every version of them"))
OFFER_ENTRY_EDIT = right("offer_entry.edit", _("Change an entry of the Local Offer and send it for approval"))
OFFER_ENTRY_ARCHIVE = right("offer_entry.archive", _("Archive an entry of the Local Offer, and bring it back"))
OFFER_ENTRY_MODERATE = right("offer_entry.moderate", _("Approve, send back or reject a change, and restore a version"))
OFFER_ENTRY_KEEP = right(
    "offer_entry.keep",
    _("Say which fields imports leave alone, whose small changes need no approval, and what people read of a provider"),
)
OFFER_PROVIDER_MANAGE = right("offer_provider.manage", _("Say who may change the entries of a provider"))
OFFER_CLAIM_DECIDE = right("offer_claim.decide", _("Check who claims an entry, and give them their account"))
ENTRY_REPORT_HANDLE = right("entry_report.handle", _("Read and answer what people say is wrong on a page"))
