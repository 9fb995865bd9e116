from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditingConfig(AppConfig):
    name = "goldenthread.local_offer.editing"
    label = "local_offer_editing"

    def ready(self) -> None:
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.first_pages import opens_first
        from goldenthread.pages.navigation import in_navigation

        from .. import waiting
        from . import permissions, scopes  # noqa: F401  (they register themselves)
        from .sections import SECTIONS_OF_AN_ENTRY

        in_navigation(
            _("Entries"), "my_entries", right="offer_entry.view", order=61, within="offer_office",
            about=_("Every service in the Local Offer: change, archive, look at older versions."),
        )  # fmt: skip
        in_navigation(
            _("To approve"), "offer_queue", right="offer_entry.moderate", order=62, within="offer_office",
            waiting=waiting.changes, about=_("Changes that providers sent in, before and after side by side."),
        )  # fmt: skip
        in_navigation(
            _("What is wrong"), "entry_reports", right="entry_report.handle", order=63, within="offer_office",
            waiting=waiting.reports, about=_("What readers say is wrong on a page."),
        )  # fmt: skip
        in_navigation(
            _("Claims"), "offer_claims", right="offer_claim.decide", order=64, within="offer_office",
            waiting=waiting.claims, about=_("People who say that an entry is theirs and want to keep it right."),
        )  # fmt: skip
        opens_first("offer_moderator", "offer_queue")
        for role in ("provider_owner", "provider_editor", "provider_viewer"):
            opens_first(role, "my_entries")
        for section in SECTIONS_OF_AN_ENTRY:
            drafts_open(f"offer_entry/{section.key}", section.title, f"edit_entry_{section.key}")
        drafts_open("offer_entry/small", _("Opening times and notices"), "small_change")
