from django.apps import AppConfig


class SenSupportConfig(AppConfig):
    name = "goldenthread.sen_support"

    def ready(self) -> None:
        from . import permissions, scopes  # noqa: F401  (they register themselves)
