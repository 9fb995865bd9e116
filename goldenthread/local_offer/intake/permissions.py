"""The right of this room. Which role holds it: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

OFFER_IMPORT = right("local_offer.import", _("Bring services into the Local Offer from files and other feeds"))
