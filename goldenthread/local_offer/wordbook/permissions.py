"""The right of this room. Which role holds it: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

WORDS_KEEP = right("offer_words.keep", _("Keep the words by which families find help in the Local Offer"))
