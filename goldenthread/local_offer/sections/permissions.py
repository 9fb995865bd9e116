"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

OFFER_PAGE_WRITE = right("offer_page.write", _("Write the pages of the Local Offer, and explain words"))
OFFER_PAGE_PUBLISH = right("offer_page.publish", _("Publish pages of the Local Offer, and say when they were reviewed"))
OFFER_DUTY_KEEP = right(
    "offer_duty.keep", _("Keep the list of what the Local Offer must tell, and the record of who was asked")
)
COPY_REQUEST_HANDLE = right("copy_request.handle", _("Send the Local Offer on paper and in other forms to who asks"))
