from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "goldenthread.imports"

    def ready(self) -> None:
        from . import permissions  # noqa: F401  (they register themselves)
