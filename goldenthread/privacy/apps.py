from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "goldenthread.privacy"

    def ready(self) -> None:
        from . import permissions, scopes  # noqa: F401  (they register themselves)
