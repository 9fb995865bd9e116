from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "goldenthread.organisations"

    def ready(self) -> None:
        from goldenthread.pages.first_pages import opens_first
        from goldenthread.pages.navigation import in_navigation

        from . import permissions  # noqa: F401  (they register themselves)

        in_navigation(_("Settings of the area"), "area", right="area.view", order=10)
        in_navigation(_("Term dates"), "terms", right="term_dates.manage", order=85)
        opens_first("authority_officer", "area")
