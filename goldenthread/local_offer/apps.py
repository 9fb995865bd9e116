from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocalOfferConfig(AppConfig):
    name = "goldenthread.local_offer"

    def ready(self) -> None:
        from goldenthread.pages.navigation import in_footer, in_navigation

        from . import permissions, scopes, waiting  # noqa: F401
        from .comments import files  # noqa: F401

        in_footer(_("SEND Local Offer"), "offer_home", order=5)
        in_footer(_("You said, we did"), "you_said", order=6)
        in_navigation(_("Local Offer"), "offer_office", right="offer_duty.keep", order=60)
        in_navigation(
            _("Comments"), "offer_comments", right="comment.handle", order=60, within="offer_office",
            waiting=waiting.comments, about=_("What families and young people say about the Local Offer, and your answers."),
        )  # fmt: skip
