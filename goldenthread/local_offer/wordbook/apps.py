from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WordbookConfig(AppConfig):
    name = "goldenthread.local_offer.wordbook"
    label = "local_offer_wordbook"

    def ready(self) -> None:
        from goldenthread.pages.navigation import in_navigation

        from . import permissions, scopes  # noqa: F401  (they register themselves)

        in_navigation(
            _("Families' words"), "families_words", right="offer_words.keep", order=70, within="offer_office",
            about=_("What families search for, and which words find which help."),
        )  # fmt: skip
