from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LawConfig(AppConfig):
    name = "goldenthread.law"

    def ready(self) -> None:
        from goldenthread.pages.navigation import in_footer

        in_footer(_("When should I hear?"), "when_should_i_hear", order=10)
