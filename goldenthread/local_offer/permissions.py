"""The rights of this room. Which role holds them: access/roles.py."""

from django.utils.translation import gettext_lazy as _

from goldenthread.access.permissions import right

COMMENT_HANDLE = right("comment.handle", _("Read, redact and answer comments on the Local Offer"))
COMMENT_SIGN_OFF = right("comment.sign_off", _("Sign off what somebody else redacted, and publish it"))
