from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SectionsConfig(AppConfig):
    name = "goldenthread.local_offer.sections"
    label = "local_offer_sections"

    def ready(self) -> None:
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.navigation import in_footer, in_navigation

        from . import permissions, scopes  # noqa: F401  (they register themselves)

        drafts_open("offer_page/write", _("A page of the Local Offer"), "write_office_page")
        in_footer(_("What the words mean"), "offer_words", order=7)
        in_footer(_("Local Offer: accessibility statement"), "offer_accessibility", order=92)
        in_navigation(_("Offer pages"), "office_pages", right="offer_page.write", order=61)
        in_navigation(_("What we must tell"), "office_list", right="offer_duty.keep", order=62)
        in_navigation(_("Copies asked for"), "office_copies", right="copy_request.handle", order=63)
