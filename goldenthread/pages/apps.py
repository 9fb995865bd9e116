from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "goldenthread.pages"

    def ready(self) -> None:
        from .navigation import in_footer

        in_footer(_("Privacy and cookies"), "privacy_notice", order=90)
        in_footer(_("Accessibility"), "accessibility", order=91)
