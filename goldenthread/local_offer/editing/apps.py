from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditingConfig(AppConfig):
    name = "goldenthread.local_offer.editing"
    label = "local_offer_editing"

    def ready(self) -> None:
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.first_pages import opens_first
        from goldenthread.pages.navigation import in_navigation

        from . import permissions, scopes  # noqa: F401  (they register themselves)
        from .sections import SECTIONS_OF_AN_ENTRY

        in_navigation(_("Entries"), "my_entries", right="offer_entry.view", order=61)
        in_navigation(_("To approve"), "offer_queue", right="offer_entry.moderate", order=62)
        in_navigation(_("What is wrong"), "entry_reports", right="entry_report.handle", order=63)
        in_navigation(_("Claims"), "offer_claims", right="offer_claim.decide", order=64)
        opens_first("offer_moderator", "offer_queue")
        for role in ("provider_owner", "provider_editor", "provider_viewer"):
            opens_first(role, "my_entries")
        for section in SECTIONS_OF_AN_ENTRY:
            drafts_open(f"offer_entry/{section.key}", section.title, f"edit_entry_{section.key}")
        drafts_open("offer_entry/small", _("Opening times and notices"), "small_change")
