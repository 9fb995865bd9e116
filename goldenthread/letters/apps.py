from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    name = "goldenthread.letters"

    def ready(self) -> None:
        from goldenthread.children.record_parts import add_tab
        from goldenthread.pages.drafts import drafts_open
        from goldenthread.pages.navigation import in_navigation

        from . import permissions, scopes  # noqa: F401  (they register themselves)

        in_navigation(_("Letters"), "letters", right="letter.send", order=45)
        add_tab(_("Letters"), "child_letters", right="letter.send", order=72)
        drafts_open("letter", _("A letter"), "write_letter")
        drafts_open("letter/change", _("A change to a letter"), "change_letter")
