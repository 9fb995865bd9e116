from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    name = "goldenthread.local_offer.intake"
    label = "local_offer_intake"

    def ready(self) -> None:
        from goldenthread.pages.navigation import in_navigation

        from . import permissions, scopes  # noqa: F401  (they register themselves)

        in_navigation(
            _("Bring in services"), "offer_intake", right="local_offer.import", order=68, within="offer_office",
            about=_("From registers, files and the feeds of other areas: shown first, then taken whole."),
        )  # fmt: skip
