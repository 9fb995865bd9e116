from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SectionsConfig(AppConfig):
    name = "goldenthread.local_offer.sections"
    label = "local_offer_sections"

    def ready(self) -> None:
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.navigation import in_footer, in_navigation

        from .. import waiting
        from . import permissions, scopes  # noqa: F401  (they register themselves)
        from .languages import LANGUAGES
        from .legal_list import BY_KEY

        drafts_open("offer_page/write", _("A page of the Local Offer"), "write_office_page")
        for code in LANGUAGES:
            words = _("A translation of a page of the Local Offer")
            drafts_open(f"offer_page/translate-{code}", words, "translate_office_page", then=[code])
        for key in BY_KEY:
            words = _("A row of what the Local Offer must tell")
            drafts_open(f"offer_requirement/{key}", words, "office_requirement", then=[key])
        drafts_open("offer_consultation/change", _("Who was asked about the Local Offer"), "office_consultation")
        drafts_open("offer_consultation/new", _("Who was asked about the Local Offer"), "new_office_consultation")
        drafts_open("offer_statement/change", _("The accessibility statement"), "office_accessibility")
        drafts_open("offer_gap/change", _("Something that does not work for everybody"), "office_gap")
        drafts_open("offer_gap/new", _("Something that does not work for everybody"), "new_office_gap")
        drafts_open("offer_word/change", _("A word that is explained"), "office_word")
        drafts_open("offer_word/new", _("A word that is explained"), "new_office_word")
        in_footer(_("What the words mean"), "offer_words", order=7)
        in_footer(_("Local Offer: accessibility statement"), "offer_accessibility", order=92)
        in_navigation(
            _("Offer pages"), "office_pages", right="offer_page.write", order=65, within="offer_office",
            waiting=waiting.pages, about=_("The guidance for families: write, translate, publish, read again."),
        )  # fmt: skip
        in_navigation(
            _("What we must tell"), "office_list", right="offer_duty.keep", order=66, within="offer_office",
            waiting=waiting.links, about=_("The rows of the law, where each is told, who was asked, and links to mend."),
        )  # fmt: skip
        in_navigation(
            _("Copies asked for"), "office_copies", right="copy_request.handle", order=67, within="offer_office",
            waiting=waiting.copies, about=_("People who asked for a page on paper, in Easy Read or in their language."),
        )  # fmt: skip
