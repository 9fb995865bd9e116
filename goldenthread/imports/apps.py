from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    name = "goldenthread.imports"

    def ready(self) -> None:
        from goldenthread.pages.navigation import in_navigation

        from . import permissions, scopes  # noqa: F401  (they register themselves)

        in_navigation(_("Bring in files"), "import", right="import.run", order=80)
